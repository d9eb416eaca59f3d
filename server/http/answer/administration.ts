// Answers of administration: accounts, invitations, local rules.
import { z } from 'zod';
import type { administrationRoutes } from '../../../core/contract/administration.ts';
import { listScopeOf, mayOn } from '../../../core/contract/permission.ts';
import { settingKeys, settingTable } from '../../../core/contract/settings.ts';
import type { Role, RoleGrant } from '../../../core/place/role.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { succeed } from '../../../core/result.ts';
import type { Throttle } from '../../act/account/throttle.ts';
import { invite, lookAtInvitation, takeInvitation, withdrawInvitation } from '../../act/people/invite.ts';
import {
  giveFirstPassword,
  grantRole,
  removeFactorOf,
  setAccountState,
  withdrawRole,
} from '../../act/people/manage-account.ts';
import { changeSetting } from '../../act/setting/change.ts';
import type { Context } from '../../context.ts';
import { listAccounts } from '../../store/people/account-list.ts';
import { type FoundInvitation, listInvitations } from '../../store/people/invitation.ts';
import { listUnits } from '../../store/people/organisation.ts';
import { findScope } from '../../store/scope.ts';
import { listNewestSettings } from '../../store/setting.ts';
import type { HandlersOf } from '../handler.ts';

/** The organisation's own routes are answered beside this file. */
type Answered = Pick<
  HandlersOf<typeof administrationRoutes>,
  Extract<
    keyof typeof administrationRoutes,
    `${string}/api/accounts${string}` | `${string}/api/invitations${string}` | `${string}/api/settings`
  >
>;

interface Wish {
  readonly role: Role;
  readonly place: string | null;
  readonly unit: string | null;
  readonly from: string;
  readonly to: string | null;
}
const grantOf = ({ role, place, unit, from, to }: Wish): RoleGrant => ({
  ...{ role, place, unit },
  from: isoDate(from),
  to: to === null ? null : isoDate(to),
});

const stateOf = ({ ended, takenBy, expiresAt }: FoundInvitation, now: Date) => {
  if (ended) return takenBy === null ? 'withdrawn' : 'taken';
  return Date.parse(expiresAt) > now.getTime() ? 'open' : 'expired';
};

async function settingsOf({ db, jurisdiction }: Context) {
  const set = new Map((await listNewestSettings(db, jurisdiction, null)).map((row) => [row.key, row]));
  return settingKeys.map((key) => {
    const { group, words, basis, source, value, shape } = settingTable[key];
    const row = set.get(key);
    const parsed = row ? shape.safeParse(row.value) : undefined;
    return {
      ...{ key, group, words, basis, source, default: value },
      value: parsed?.success ? parsed.data : value,
      shape: z.toJSONSchema(shape),
      set: row && parsed?.success ? { reason: row.reason, by: row.by, at: row.at } : null,
    };
  });
}

export function answerAdministration(context: Context, throttle: Throttle): Answered {
  const { db, jurisdiction } = context;
  return {
    'GET /api/accounts': async ({ caller }) => {
      const scope = listScopeOf(caller, 'account.read');
      const [accounts, places, units, aliases] = await Promise.all([
        listAccounts(db, jurisdiction, scope, context.now()),
        db
          .selectFrom('place')
          .select(['id', 'name'])
          .where('jurisdiction_id', '=', jurisdiction)
          .orderBy('position')
          .execute(),
        listUnits(db, jurisdiction),
        db
          .selectFrom('unit_alias')
          .select('name')
          .distinct()
          .where('jurisdiction_id', '=', jurisdiction)
          .execute(),
      ]);
      const names = new Set([...units, ...aliases].map(({ name }) => name));
      return succeed({ accounts, places, units: [...names] });
    },
    'POST /api/accounts/:accountId/state': ({ params, body, caller, key }) =>
      setAccountState(context, { caller, key }, params.accountId, body),
    'POST /api/accounts/:accountId/grants': ({ params, body, caller, key }) =>
      grantRole(context, { caller, key }, params.accountId, grantOf(body)),
    'POST /api/accounts/:accountId/withdrawals': ({ params, body, caller, key }) =>
      withdrawRole(context, { caller, key }, params.accountId, body),
    'POST /api/accounts/:accountId/first-password': ({ params, caller, key }) =>
      giveFirstPassword(context, { caller, key }, params.accountId),
    'POST /api/accounts/:accountId/factor-removal': ({ params, caller, key }) =>
      removeFactorOf(context, { caller, key }, params.accountId),
    'GET /api/invitations': async ({ caller }) => {
      const all = await listInvitations(db, jurisdiction);
      const reach = await Promise.all(all.map(({ id }) => findScope(db, jurisdiction, 'invitation', id)));
      const mine = all.filter((_invitation, index) => {
        const scope = reach[index];
        return scope !== undefined && mayOn(caller, 'account.manage', scope);
      });
      const now = context.now();
      const invitations = mine.map((found) => {
        const { id, name, mail, role, place, unit, from, to, expiresAt } = found;
        return {
          id,
          name,
          mail,
          role,
          place,
          unit,
          from,
          to,
          expiresAt,
          state: stateOf(found, now),
        } as const;
      });
      return succeed({ invitations });
    },
    'POST /api/invitations': ({ body, caller, key }) =>
      invite(context, { caller, key }, { name: body.name, mail: body.mail, ...grantOf(body) }),
    'DELETE /api/invitations/:invitationId': ({ params, caller, key }) =>
      withdrawInvitation(context, { caller, key }, params.invitationId),
    'POST /api/invitations/look': async ({ body, client }) => {
      const found = await lookAtInvitation(context, body.code, { ...client, throttle });
      if (!found.ok) return found;
      const { name, role, expiresAt } = found.value;
      return succeed({ name, role, expiresAt });
    },
    'POST /api/invitations/take': async ({ body, client }) => {
      const taken = await takeInvitation(context, body, { ...client, throttle });
      if (!taken.ok) return taken;
      client.setSession(taken.value.token);
      return succeed({ login: taken.value.login });
    },
    'GET /api/settings': async () => succeed({ settings: await settingsOf(context) }),
    'POST /api/settings': ({ body, caller, key }) => changeSetting(context, { caller, key }, body),
  };
}
