// Codes of an authenticator: RFC 6238 with SHA-1, 30 seconds and six digits, which is what every authenticator understands.
import { createHmac, timingSafeEqual } from 'node:crypto';

const stepSeconds = 30;
/** A clock may be one step off either way (RFC 6238 5.2). */
const skew = 1;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 base 32 without padding: how authenticators take a secret. */
export function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)] ?? '').join('');
}

/** RFC 4226 5.3. */
export function codeAt(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

export const stepOf = (now: Date): number => Math.floor(now.getTime() / 1000 / stepSeconds);

/** The step whose code this is, later than the last one used; null where it is none. */
export function matchingStep(secret: Uint8Array, code: string, now: Date, lastStep: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const given = Buffer.from(code);
  let found: number | null = null;
  for (let step = stepOf(now) - skew; step <= stepOf(now) + skew; step++)
    if (timingSafeEqual(Buffer.from(codeAt(secret, step)), given) && step > lastStep) found = step;
  return found;
}

/** What an authenticator scans (key URI format of Google Authenticator). */
export const otpauthUri = (secret: Uint8Array, issuer: string, login: string): string => {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`;
  const query = `secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`;
  return `otpauth://totp/${label}?${query}`;
};
