// Codes of an authenticator, against the published test vectors.
import { describe, expect, it } from 'vitest';
import { base32, codeAt, matchingStep, otpauthUri, stepOf } from './totp.ts';

/** RFC 6238 appendix B: the secret in ASCII, SHA-1, eight digits. */
const secret = Buffer.from('12345678901234567890');

describe('codes', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('RFC 6238 at %i s', (seconds, code) => {
    expect(codeAt(secret, stepOf(new Date(seconds * 1000)), 8)).toBe(code);
  });
  it('RFC 4226 appendix D, counters 0 to 9', () => {
    const codes = Array.from({ length: 10 }, (_, counter) => codeAt(secret, counter));
    expect(codes.join(' ')).toBe('755224 287082 359152 969429 338314 254676 287922 162583 399871 520489');
  });
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['foobar', 'MZXW6YTBOI'],
  ])('RFC 4648 base 32 of "%s"', (text, printed) => expect(base32(Buffer.from(text))).toBe(printed));
});

describe('which code counts', () => {
  const now = new Date('2024-09-01T09:00:00+08:00');
  const step = stepOf(now);
  it.each([
    // why this row is here            code                        last used  step
    ['the code of now', codeAt(secret, step), 0, step],
    ['a clock one step behind', codeAt(secret, step - 1), 0, step - 1],
    ['a clock one step ahead', codeAt(secret, step + 1), 0, step + 1],
    ['two steps behind is too old', codeAt(secret, step - 2), 0, null],
    ['the same code a second time', codeAt(secret, step), step, null],
    ['an older code after a newer one', codeAt(secret, step - 1), step, null],
    ['letters', 'abcdef', 0, null],
    ['eight digits', codeAt(secret, step, 8), 0, null],
    ['full-width digits', '１２３４５６', 0, null],
  ])('%s', (_why, code, last, expected) => expect(matchingStep(secret, code, now, last)).toBe(expected));
});

it('the address an authenticator scans holds secret, issuer and account', () => {
  const uri = new URL(otpauthUri(secret, '闭环', 'ducha'));
  expect(uri.protocol).toBe('otpauth:');
  expect(decodeURIComponent(uri.pathname)).toContain('闭环:ducha');
  expect(uri.searchParams.get('secret')).toBe(base32(secret));
  expect(uri.searchParams.get('period')).toBe('30');
});
