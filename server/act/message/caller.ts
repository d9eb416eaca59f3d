// The caller that an account is on a day, for what happens without a session: its calendar, its reminders.
import type { Caller } from '../../../core/contract/permission.ts';
import { isHeldOn } from '../../../core/place/role.ts';
import type { Context } from '../../context.ts';
import { getAccount, getAccountState } from '../../store/people/account.ts';
import { listGrants } from '../../store/people/grant.ts';

/** null for an account that is suspended or not there: it may do nothing. */
export async function callerOfAccount(
  { db, jurisdiction, today }: Context,
  accountId: string,
): Promise<Caller | null> {
  const [account, state, grants] = await Promise.all([
    getAccount(db, jurisdiction, accountId),
    getAccountState(db, jurisdiction, accountId),
    listGrants(db, jurisdiction, accountId),
  ]);
  if (!account || state === 'suspended') return null;
  const held = grants.map(({ role, place_id, unit, starts_on, ends_on }) => ({
    ...{ role, place: place_id, unit, from: starts_on, to: ends_on },
  }));
  return {
    accountId,
    name: account.name,
    grants: held.filter((grant) => isHeldOn(grant, today())),
    scopes: null,
  };
}
