// Signs a person in: proof of identity, then a new session whose token only the browser knows.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { visitor } from '../../../core/contract/permission.ts';
import type { SettingValue } from '../../../core/contract/settings.ts';
import type { Role } from '../../../core/place/role.ts';
import { roleScope } from '../../../core/place/role.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { getAccountByLogin, getAccountState } from '../../store/people/account.ts';
import { listGrants } from '../../store/people/grant.ts';
import { demandNewPassword, getSecret } from '../../store/people/secret.ts';
import { addSession, endSessions } from '../../store/people/session.ts';
import { perform } from '../perform.ts';
import { readSettings } from '../setting/read.ts';
import { type Origin, type Proof, type ProofProblem, prove } from './prove.ts';

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface SignedIn {
  readonly token: string;
  readonly accountId: string;
}

const dayMs = 86_400_000;

/** Whether the city asks for a second factor of somebody with these roles. */
const asksForFactor = (rule: SettingValue<'account.secondFactor'>, roles: readonly Role[]): boolean =>
  rule === 'everybody' || (rule === 'offices' && roles.some((role) => roleScope[role] === 'office'));

export async function openSession(
  context: Context,
  accountId: string,
  means: 'password' | 'totp' | 'oidc',
  agent: string,
): Promise<SignedIn> {
  const { db, jurisdiction } = context;
  const rules = await readSettings(
    context,
    'account.idleMinutes',
    'account.absoluteHours',
    'account.proofMinutes',
    'account.secondFactor',
  );
  const grants = await listGrants(db, jurisdiction, accountId);
  const roles = grants.map(({ role }) => role);
  const token = randomBytes(32).toString('base64url');
  const now = context.now();
  const session = {
    ...{
      id: randomUUID(),
      tokenSha256: tokenHash(token),
      accountId,
      means,
      agent,
      label: '',
      scopes: null,
      now,
    },
    idleMinutes: rules['account.idleMinutes'],
    expiresAt: new Date(now.getTime() + rules['account.absoluteHours'] * 3_600_000),
    provedUntil: new Date(now.getTime() + rules['account.proofMinutes'] * 60_000),
    awaitsFactor: means === 'password' && asksForFactor(rules['account.secondFactor'], roles),
  };
  await perform(context, { caller: { ...visitor, accountId }, key: null }, async (inside, note) => {
    await addSession(inside.db, jurisdiction, session);
    note({ act: 'session.open', objectKind: 'account', objectId: accountId, detail: { means } });
    return succeed(undefined);
  });
  return { token, accountId };
}

/** A password that is too old may still open the door, and then must be changed before anything else. */
async function checkAge(context: Context, accountId: string): Promise<void> {
  const { db, jurisdiction } = context;
  const rules = await readSettings(context, 'account.passwordProfile', 'account.passwordDays');
  const days = rules['account.passwordProfile'] === 'dengbao' ? rules['account.passwordDays'] : 0;
  const secret = await getSecret(db, jurisdiction, accountId);
  if (days === 0 || !secret || secret.must_change) return;
  const age = context.now().getTime() - Date.parse(secret.password_set_at);
  if (age > days * dayMs) await demandNewPassword(db, jurisdiction, accountId);
}

export async function signIn(
  context: Context,
  { login, ...proof }: Proof & { readonly login: string },
  origin: Origin & { readonly agent: string },
): Promise<Result<SignedIn, ProofProblem>> {
  const { db, jurisdiction } = context;
  const account = await getAccountByLogin(db, jurisdiction, login.trim().toLowerCase());
  const proved = await prove(context, account?.id ?? null, proof, origin);
  if (!proved.ok) return proved;
  if (!account || (await getAccountState(db, jurisdiction, account.id)) === 'suspended')
    return fail('login.wrong');
  await checkAge(context, account.id);
  return succeed(await openSession(context, account.id, proved.value.means, origin.agent));
}

export const signOut = (context: Context, tokenSha256: string): Promise<void> =>
  endSessions(context.db, context.jurisdiction, { tokenSha256 }, context.now());
