// Posts JSON to an address that somebody typed in: connected to the checked address only, no redirects, cut at 64 KB and at the
// time that an answer may take.
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP } from 'node:net';
import { checkedAddress, type Outward } from './address.ts';

export interface Posted {
  /** null where nothing was answered in time, or nothing may be sent there. */
  readonly status: number | null;
  /** The answer as JSON where it is that; it is read by the rules and never shown. */
  readonly answer: unknown;
}

export interface Posting {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const mostBytes = 64 * 1024;
const nothing: Posted = { status: null, answer: null };

/** A web address as it may be typed: null where it is none, or holds what an address should not hold. */
export function readUrl(text: string): URL | null {
  if (!/^https?:\/\/[\x21-\x7E]+$/i.test(text) || text.includes('\\')) return null;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.username === '' && url.password === '' && url.hash === '' && url.hostname !== '' ? url : null;
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function send(posting: Posting, address: string, answerMs: number): Promise<Posted> {
  const { url, headers, body } = posting;
  const isSecure = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return new Promise((resolve) => {
    const ask = (isSecure ? secure : plain)({
      host: address,
      port: url.port === '' ? (isSecure ? 443 : 80) : Number(url.port),
      path: `${url.pathname}${url.search}`,
      method: 'POST',
      headers: { ...headers, host: url.host, 'content-length': `${Buffer.byteLength(body)}` },
      agent: false,
      signal: AbortSignal.timeout(answerMs),
      ...(isSecure && isIP(host) === 0 ? { servername: host } : {}),
    });
    ask.on('error', () => resolve(nothing));
    ask.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > mostBytes) {
          resolve(nothing);
          ask.destroy();
        } else chunks.push(chunk);
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? null, answer: parse(Buffer.concat(chunks)) }),
      );
      response.on('error', () => resolve(nothing));
      response.on('close', () => resolve(nothing));
    });
    ask.end(body);
  });
}

export async function postJson(posting: Posting, outward: Outward): Promise<Posted> {
  const checked = await checkedAddress(posting.url.hostname, outward);
  return checked.address === null ? nothing : send(posting, checked.address, outward.answerMs);
}
