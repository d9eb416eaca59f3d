// How a password is kept: scrypt with its parameters beside the hash, few at a time, and the rules a new one must meet.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { fail, type Result, succeed } from '../../../core/result.ts';

/** RFC 7914; 2^15 keeps a sign-in near 0.1 s on a small machine and 32 MB at a time. */
const cost = { N: 2 ** 15, r: 8, p: 1 } as const;
const keyBytes = 32;
/** More at once would take memory and processor from everybody who is signed in already. */
const mostAtOnce = 2;
const mostWaiting = 200;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export const isCrowded = (): boolean => waiting.length >= mostWaiting;

interface Parameters {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

const derive = (password: string, salt: Buffer, { N, r, p }: Parameters): Promise<Buffer> =>
  inTurn(
    () =>
      new Promise((resolve, reject) => {
        const options = { N, r, p, maxmem: 256 * N * r };
        scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );

/** Another cost is for tests that make hundreds of accounts. */
export async function hashPassword(password: string, { N, r, p }: Parameters = cost): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, { N, r, p });
  return ['scrypt', N, r, p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Compares in constant time; where there is no hash the same work is done, so that nobody learns which accounts exist. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [kind = '', N = '', r = '', p = '', salt = '', key = ''] = hash?.split('$') ?? [];
  if (kind !== 'scrypt') {
    await derive(password, Buffer.alloc(16), cost);
    return false;
  }
  const wanted = Buffer.from(key, 'base64');
  const given = await derive(password, Buffer.from(salt, 'base64'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/**
 * GB/T 22239-2019 8.1.4.1 a) asks for complexity and change, ASVS 5.0 6.2.5 and 6.2.10 forbid both; a city chooses by a
 * setting. The default is the Chinese rule, for government installations.
 */
export type PasswordProfile = 'dengbao' | 'asvs';

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

/** What people take when a rule asks for signs of three kinds (ASVS 5.0 6.2.4): a word, a year, an exclamation mark. */
const commonStems =
  /^(?:p[a@]ssw[o0]rd|admin(?:istrator)?|root|welcome|qwerty(?:uiop)?|letmein|iloveyou|hangzhou|zhejiang|bihuan|wo(?:ai|shi)\w*|abc|qaz|1qaz|test|user)$/i;

/** A common word with digits and signs around it, one sign over and over, or keys in a row. */
function isCommon(password: string): boolean {
  const stem = password.replace(/^[\d\W_]+|[\d\W_]+$/g, '');
  const half = password.slice(0, Math.ceil(password.length / 2));
  return (
    commonStems.test(stem) ||
    /1qaz2wsx|zaq12wsx|!QAZ2wsx|1q2w3e4r|q1w2e3r4/i.test(password) ||
    new Set(password).size <= 4 ||
    '01234567890123456789'.includes(password) ||
    half.repeat(2).startsWith(password)
  );
}

export function checkPassword(
  password: string,
  login: string,
  profile: PasswordProfile,
): Result<void, 'account.passwordWeak'> {
  const least = profile === 'dengbao' ? 10 : 12;
  if ([...password].length < least) return fail('account.passwordWeak', { why: `≥ ${least}` });
  if (password.length > 200) return fail('account.passwordWeak', { why: '≤ 200' });
  if (password.toLowerCase().includes(login.toLowerCase()))
    return fail('account.passwordWeak', { why: login });
  if (isCommon(password)) return fail('account.passwordWeak', { why: '常见密码 / common' });
  if (profile === 'dengbao' && kinds.filter((kind) => kind.test(password)).length < 3)
    return fail('account.passwordWeak', { why: 'a-z A-Z 0-9 !?… (3/4)' });
  return succeed(undefined);
}
