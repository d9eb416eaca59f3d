// Signs a person in: password, lock after too many tries, a new session whose token only the browser knows.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { visitor } from '../../../core/contract/permission.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { countFailure, getAccountByLogin, getAccountState } from '../../store/people/account.ts';
import { clearFailures, getSecret } from '../../store/people/secret.ts';
import { addSession, endSessions } from '../../store/people/session.ts';
import type { Context } from '../context.ts';
import { perform } from '../perform.ts';
import { isCrowded, isPassword } from './password.ts';

/** GB/T 22239-2019 8.1.4.1 b): limit tries, end idle sessions. Numbers are usual in assessments; a city may set others. */
export const sessionRules = { tries: 5, lockMinutes: 15, idleMinutes: 30, absoluteHours: 12 } as const;

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface SignIn {
  readonly login: string;
  readonly password: string;
}

export interface SignedIn {
  readonly token: string;
  readonly accountId: string;
}

export async function openSession(
  context: Context,
  accountId: string,
  means: 'password' | 'totp' | 'oidc',
  agent: string,
): Promise<SignedIn> {
  const token = randomBytes(32).toString('base64url');
  const now = context.now();
  const { idleMinutes, absoluteHours } = sessionRules;
  const expiresAt = new Date(now.getTime() + absoluteHours * 3_600_000);
  const caller = { ...visitor, accountId };
  await perform(context, { caller, key: null }, async ({ db, jurisdiction }, note) => {
    const id = randomUUID();
    const session = { id, tokenSha256: tokenHash(token), accountId, means, agent, label: '', idleMinutes };
    await addSession(db, jurisdiction, { ...session, expiresAt, scopes: null, now });
    note({ act: 'session.open', objectKind: 'account', objectId: accountId, detail: { means } });
    return succeed(undefined);
  });
  return { token, accountId };
}

export async function signIn(
  context: Context,
  { login, password }: SignIn,
  agent: string,
): Promise<Result<SignedIn, 'login.wrong' | 'login.locked' | 'login.busy'>> {
  const { db, jurisdiction } = context;
  if (isCrowded()) return fail('login.busy');
  const account = await getAccountByLogin(db, jurisdiction, login.trim().toLowerCase());
  const secret = account ? await getSecret(db, jurisdiction, account.id) : undefined;
  const now = context.now();
  if (secret?.locked_until && new Date(secret.locked_until) > now) {
    const minutes = Math.ceil((new Date(secret.locked_until).getTime() - now.getTime()) / 60_000);
    return fail('login.locked', { minutes: String(minutes) });
  }
  const isRight = await isPassword(password, secret?.password ?? null);
  if (!account || !isRight) {
    const { tries, lockMinutes: minutes } = sessionRules;
    if (account) await countFailure(db, jurisdiction, account.id, { tries, minutes, now });
    return fail('login.wrong');
  }
  if ((await getAccountState(db, jurisdiction, account.id)) === 'suspended') return fail('login.wrong');
  await clearFailures(db, jurisdiction, account.id);
  return succeed(await openSession(context, account.id, 'password', agent));
}

export const signOut = (context: Context, tokenSha256: string): Promise<void> =>
  endSessions(context.db, context.jurisdiction, { tokenSha256 }, context.now());
