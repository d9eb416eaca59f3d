// What a request must look like before anybody reads it: a known Host, our own Origin, one exact content type.
import type { IncomingHttpHeaders } from 'node:http';
import type { ProblemCode } from '../../core/vocabulary/problem.ts';

/** Names under which this machine reaches itself. Any other Host is a page that had its name pointed at us (DNS rebinding). */
const ownNames = new Set(['localhost', '127.0.0.1', '[::1]']);

const nameOf = (host: string): string => host.toLowerCase().replace(/:\d{1,5}$/, '');

export const isOwnHost = (host: string | undefined): boolean =>
  host !== undefined && ownNames.has(nameOf(host));

/** Reading is free of effects; everything else must come from our own page or from no page at all (a terminal). */
function isOwnOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.origin;
  return origin === undefined || origin.toLowerCase() === `http://${String(headers.host).toLowerCase()}`;
}

const jsonType = /^application\/json(?:; ?charset=utf-8)?$/i;
const bytesType = /^application\/octet-stream$/i;

export interface Expectation {
  readonly method: string;
  readonly body: 'none' | 'json' | 'bytes';
}

/** The problem of a request, or null. */
export function refusalOf(headers: IncomingHttpHeaders, { method, body }: Expectation): ProblemCode | null {
  if (!isOwnHost(headers.host)) return 'request.originForbidden';
  if (method === 'GET' || method === 'HEAD') return null;
  if (!isOwnOrigin(headers)) return 'request.originForbidden';
  const type = headers['content-type'] ?? '';
  if (body === 'json' && !jsonType.test(type)) return 'request.typeUnknown';
  if (body === 'bytes' && !bytesType.test(type)) return 'request.typeUnknown';
  return null;
}
