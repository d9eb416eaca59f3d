// How a delivery is signed: HMAC-SHA256 over the moment and the body, so that a copy of it is worth nothing five minutes later.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Base64, as the robots want it. */
export const signBase64 = (key: string, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64');

export const signatureOf = (secret: string, seconds: number, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

export interface Signed {
  readonly seconds: number;
  readonly signature: string;
  readonly body: string;
}

const validSeconds = 300;

/** What a receiver does; docs/messages.md shows it, and the tests hold it against what is sent. */
export function isSigned({ seconds, signature, body }: Signed, secret: string, nowSeconds: number): boolean {
  const [wanted, given] = [Buffer.from(signatureOf(secret, seconds, body)), Buffer.from(signature)];
  return (
    Math.abs(nowSeconds - seconds) <= validSeconds &&
    wanted.length === given.length &&
    timingSafeEqual(wanted, given)
  );
}
