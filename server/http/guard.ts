// What a request must look like before anybody reads it: our own Origin, one exact content type. Its Host is the door's.
import type { IncomingHttpHeaders } from 'node:http';
import type { ProblemCode } from '../../core/vocabulary/problem.ts';

/** Reading is free of effects; everything else must come from our own page or from no page at all (a terminal). */
function isOwnOrigin(headers: IncomingHttpHeaders, own: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.origin;
  return origin === undefined || origin.toLowerCase() === own;
}

const jsonType = /^application\/json(?:; ?charset=utf-8)?$/i;
const bytesType = /^application\/octet-stream$/i;

export interface Expectation {
  readonly method: string;
  readonly body: 'none' | 'json' | 'bytes';
}

/** The problem of a request, or null; `own` is the origin of our page under the request's Host. */
export function refusalOf(
  headers: IncomingHttpHeaders,
  { method, body }: Expectation,
  own: string,
): ProblemCode | null {
  if (method === 'GET' || method === 'HEAD') return null;
  if (!isOwnOrigin(headers, own)) return 'request.originForbidden';
  const type = headers['content-type'] ?? '';
  if (body === 'json' && !jsonType.test(type)) return 'request.typeUnknown';
  if (body === 'bytes' && !bytesType.test(type)) return 'request.typeUnknown';
  return null;
}
