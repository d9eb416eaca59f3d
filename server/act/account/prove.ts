// Whether somebody is the person: password and, where there is one, second factor. Every route that checks a credential goes
// through here, so that guesses count wherever they are made (CVE-2026-22603).
import { createHash } from 'node:crypto';
import { visitor } from '../../../core/contract/permission.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { countFailure } from '../../store/people/account.ts';
import { clearFailures, getSecret, useRecoveryCode, useStep } from '../../store/people/secret.ts';
import { perform } from '../perform.ts';
import { readSettings } from '../setting/read.ts';
import { isCrowded, isPassword } from './password.ts';
import type { Throttle } from './throttle.ts';
import { matchingStep } from './totp.ts';

export interface Proof {
  readonly password: string;
  /** Of the authenticator, or a recovery code. */
  readonly code?: string | undefined;
}

/** Where the try comes from. */
export interface Origin {
  readonly address: string;
  readonly throttle: Throttle;
}

export type ProofProblem =
  | 'login.wrong'
  | 'login.locked'
  | 'login.tooMany'
  | 'login.busy'
  | 'login.secondFactor'
  | 'login.codeWrong';

export const codeHash = (code: string): string =>
  createHash('sha256').update(code.replace(/[\s-]/g, '').toLowerCase()).digest('hex');

type Secret = NonNullable<Awaited<ReturnType<typeof getSecret>>>;

/** A code counts once, whoever else knows it. */
async function isFactor(context: Context, accountId: string, secret: Secret, code: string): Promise<boolean> {
  const { db, jurisdiction } = context;
  if (secret.totp === null) return true;
  const step = matchingStep(secret.totp, code, context.now(), Number(secret.totp_step));
  if (step !== null) return useStep(db, jurisdiction, accountId, step);
  return useRecoveryCode(db, jurisdiction, accountId, codeHash(code));
}

function waitFor(until: string, now: Date): { minutes: string; seconds: string } {
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - now.getTime()) / 1000));
  return { minutes: String(Math.ceil(seconds / 60)), seconds: String(seconds) };
}

/** Counts the wrong try against the account and the address, and leaves a line in the audit log. */
async function noteWrong(context: Context, accountId: string, why: string): Promise<void> {
  const rules = await readSettings(context, 'account.tries', 'account.lockMinutes');
  const actor = { caller: { ...visitor, accountId }, key: null };
  await perform(context, actor, async ({ db, jurisdiction }, note) => {
    const limit = {
      tries: rules['account.tries'],
      minutes: rules['account.lockMinutes'],
      now: context.now(),
    };
    await countFailure(db, jurisdiction, accountId, limit);
    note({ act: 'session.refuse', objectKind: 'account', objectId: accountId, detail: { why } });
    return succeed(undefined);
  });
}

/**
 * A locked account lets its owner in where a second factor proves that it is the owner: else anybody who knows a name could
 * keep its owner out (ASVS 5.0 6.1.1). A guesser learns nothing from it, every other answer says "locked".
 */
export async function prove(
  context: Context,
  accountId: string | null,
  { password, code }: Proof,
  { address, throttle }: Origin,
): Promise<Result<{ means: 'password' | 'totp' }, ProofProblem>> {
  const { db, jurisdiction } = context;
  const now = context.now();
  const rules = await readSettings(context, 'account.addressTries');
  const admitted = throttle.admit(address, now, rules['account.addressTries']);
  if (!admitted.ok) return admitted;
  if (isCrowded()) return fail('login.busy');
  const secret = accountId === null ? undefined : await getSecret(db, jurisdiction, accountId);
  const locked =
    secret?.locked_until && Date.parse(secret.locked_until) > now.getTime() ? secret.locked_until : null;
  const mayStillProve = secret?.totp && code !== undefined;
  if (locked && !mayStillProve) return fail('login.locked', waitFor(locked, now));
  const isRight = await isPassword(password, secret?.password ?? null);
  if (accountId === null || !secret || !isRight) {
    throttle.noteWrong(address, now);
    if (locked) return fail('login.locked', waitFor(locked, now));
    if (accountId !== null) await noteWrong(context, accountId, 'password');
    return fail('login.wrong');
  }
  if (secret.totp !== null) {
    if (code === undefined) return fail('login.secondFactor');
    if (!(await isFactor(context, accountId, secret, code))) {
      throttle.noteWrong(address, now);
      if (locked) return fail('login.locked', waitFor(locked, now));
      await noteWrong(context, accountId, 'code');
      return fail('login.codeWrong');
    }
  }
  await clearFailures(db, jurisdiction, accountId);
  return succeed({ means: secret.totp === null ? 'password' : 'totp' });
}
