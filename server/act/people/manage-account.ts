// What an administrator does to somebody else's account; never to the own one, so that two people stand behind every change.
import { randomBytes, randomUUID } from 'node:crypto';
import type { RoleGrant } from '../../../core/place/role.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { addAccountState, getAccountState, lockAccount } from '../../store/people/account.ts';
import { addGrants, listGrants, withdrawGrant } from '../../store/people/grant.ts';
import { setFactor, setPassword } from '../../store/people/secret.ts';
import { endSessions } from '../../store/people/session.ts';
import { hashPassword } from '../account/password.ts';
import { type Actor, type Deed, perform } from '../perform.ts';
import { checkGrant, type GrantProblem } from './grant-wish.ts';

type Common = 'account.self' | 'request.keyMismatch';
type Note = (deed: Deed) => void;

/** One transaction on one account, by somebody else. */
function onAccount<T, Code extends string>(
  context: Context,
  actor: Actor,
  accountId: string,
  work: (inside: Context, note: Note) => Promise<Result<T, Code>>,
): Promise<Result<T, Code | Common>> {
  return perform<T, Code | 'account.self'>(context, actor, async (inside, note) => {
    if (actor.caller.accountId === accountId) return fail('account.self');
    await lockAccount(inside.db, inside.jurisdiction, accountId);
    return work(inside, note);
  });
}

/** Suspension ends every session and access token at once; nothing of the account is removed, and its id is never given again. */
export const setAccountState = (
  context: Context,
  actor: Actor,
  accountId: string,
  { state, reason }: { readonly state: 'active' | 'suspended'; readonly reason: string },
): Promise<Result<{ state: 'active' | 'suspended' }, Common | 'account.stateSame'>> =>
  onAccount(context, actor, accountId, async ({ db, jurisdiction }, note) => {
    if ((await getAccountState(db, jurisdiction, accountId)) === state) return fail('account.stateSame');
    const recordedBy = actor.caller.accountId;
    await addAccountState(db, jurisdiction, { id: randomUUID(), accountId, state, reason, recordedBy });
    if (state === 'suspended') await endSessions(db, jurisdiction, { accountId }, context.now());
    note({ act: `account.${state}`, objectKind: 'account', objectId: accountId });
    return succeed({ state });
  });

export const grantRole = (
  context: Context,
  actor: Actor,
  accountId: string,
  grant: RoleGrant,
): Promise<Result<{ grantId: string }, Common | GrantProblem>> =>
  onAccount(context, actor, accountId, async (inside, note) => {
    const checked = await checkGrant(inside, actor.caller, grant);
    if (!checked.ok) return checked;
    const id = randomUUID();
    const recordedBy = actor.caller.accountId;
    await addGrants(inside.db, inside.jurisdiction, [{ id, accountId, recordedBy, ...grant }]);
    note({
      act: 'account.grant',
      objectKind: 'account',
      objectId: accountId,
      detail: { ...grant, grantId: id },
    });
    return succeed({ grantId: id });
  });

export const withdrawRole = (
  context: Context,
  actor: Actor,
  accountId: string,
  { grantId, reason }: { readonly grantId: string; readonly reason: string },
): Promise<Result<{ grantId: string }, Common | 'grant.ended' | 'object.notFound'>> =>
  onAccount(context, actor, accountId, async ({ db, jurisdiction }, note) => {
    const grants = await listGrants(db, jurisdiction, accountId);
    if (!grants.some(({ id }) => id === grantId)) return fail('object.notFound');
    const recordedBy = actor.caller.accountId;
    if (!(await withdrawGrant(db, jurisdiction, { grantId, reason, recordedBy }))) return fail('grant.ended');
    note({ act: 'account.withdraw', objectKind: 'account', objectId: accountId, detail: { grantId } });
    return succeed({ grantId });
  });

/** Long enough to be safe for the days until it is changed, short enough to be read out on the telephone. */
export const aFirstPassword = (): string => `Bh-${randomBytes(8).toString('hex')}`;

/** No request key: the answer holds the password, and the answers of request keys are kept. */
export async function giveFirstPassword(
  context: Context,
  { caller }: Actor,
  accountId: string,
): Promise<Result<{ password: string }, Common>> {
  const password = aFirstPassword();
  const hash = await hashPassword(password);
  return onAccount(context, { caller, key: null }, accountId, async ({ db, jurisdiction }, note) => {
    const now = context.now();
    await setPassword(db, jurisdiction, accountId, { password: hash, mustChange: true, now });
    await endSessions(db, jurisdiction, { accountId }, now);
    note({ act: 'account.firstPassword', objectKind: 'account', objectId: accountId });
    return succeed({ password });
  });
}

export const removeFactorOf = (
  context: Context,
  actor: Actor,
  accountId: string,
): Promise<Result<{ removed: boolean }, Common>> =>
  onAccount(context, actor, accountId, async ({ db, jurisdiction }, note) => {
    await setFactor(db, jurisdiction, accountId, null);
    await endSessions(db, jurisdiction, { accountId }, context.now());
    note({ act: 'account.removeFactor', objectKind: 'account', objectId: accountId });
    return succeed({ removed: true });
  });
