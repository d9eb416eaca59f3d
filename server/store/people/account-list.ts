// Accounts with their roles, states and last use, in one question; and where an account stands.
import { sql } from 'kysely';
import type { ListScope } from '../../../core/contract/permission.ts';
import type { Role } from '../../../core/place/role.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface ListedGrant {
  readonly id: string;
  readonly role: Role;
  readonly place: string | null;
  readonly placeName: string | null;
  readonly unit: string | null;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface ListedAccount {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly mail: string;
  readonly state: 'active' | 'suspended';
  readonly hasFactor: boolean;
  readonly sessions: number;
  readonly seenAt: string | null;
  readonly grants: ListedGrant[];
}

/** Places that lie in these, themselves included. */
async function placesInside(db: Db, jurisdiction: string, places: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE inside AS (
      SELECT unnest(${places}::text[]) AS id
      UNION
      SELECT place_parent.place_id FROM place_parent JOIN inside ON place_parent.parent_id = inside.id
      WHERE place_parent.jurisdiction_id = ${jurisdiction})
    SELECT id FROM inside`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

export async function listAccounts(
  db: Db,
  jurisdiction: string,
  scope: ListScope,
  now: Date,
): Promise<ListedAccount[]> {
  const { rows } = await sql<ListedAccount>`
    SELECT account.id, account.login, account.name, account.mail,
           coalesce((SELECT state FROM account_state
                     WHERE account_state.jurisdiction_id = account.jurisdiction_id AND account_state.account_id = account.id
                     ORDER BY recorded_at DESC LIMIT 1), 'active') AS state,
           EXISTS (SELECT FROM account_secret
                   WHERE account_secret.jurisdiction_id = account.jurisdiction_id
                     AND account_secret.account_id = account.id AND account_secret.totp IS NOT NULL) AS "hasFactor",
           (SELECT count(*)::int FROM session
            WHERE session.jurisdiction_id = account.jurisdiction_id AND session.account_id = account.id
              AND session.ended_at IS NULL AND session.expires_at > ${now.toISOString()}::timestamptz
              AND session.seen_at + make_interval(mins => session.idle_minutes) > ${now.toISOString()}::timestamptz) AS sessions,
           (SELECT max(seen_at) FROM session
            WHERE session.jurisdiction_id = account.jurisdiction_id AND session.account_id = account.id) AS "seenAt",
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', role_grant.id, 'role', role_grant.role,
                       'place', role_grant.place_id, 'placeName', place.name, 'unit', role_grant.unit,
                       'from', role_grant.starts_on, 'to', role_grant.ends_on) ORDER BY role_grant.recorded_at)
                     FROM role_grant
                     LEFT JOIN place ON place.jurisdiction_id = role_grant.jurisdiction_id AND place.id = role_grant.place_id
                     WHERE role_grant.jurisdiction_id = account.jurisdiction_id AND role_grant.account_id = account.id
                       AND NOT EXISTS (SELECT FROM role_withdrawal
                                       WHERE role_withdrawal.jurisdiction_id = role_grant.jurisdiction_id
                                         AND role_withdrawal.grant_id = role_grant.id)), '[]') AS grants
    FROM account WHERE account.jurisdiction_id = ${jurisdiction} ORDER BY account.login`.execute(db);
  if (scope.city) return rows;
  const inside = await placesInside(db, jurisdiction, scope.places);
  const stands = ({ grants }: ListedAccount): boolean =>
    grants.length > 0 && grants.every(({ place }) => place !== null && inside.has(place));
  return rows.filter(stands);
}

/** Ids of places that an account's roles were given for; null stands for the whole city. */
export async function listGrantPlaces(
  db: Db,
  jurisdiction: string,
  accountId: string,
): Promise<(string | null)[]> {
  const rows = await db
    .selectFrom('role_grant')
    .leftJoin('role_withdrawal', (join) =>
      join
        .onRef('role_withdrawal.jurisdiction_id', '=', 'role_grant.jurisdiction_id')
        .onRef('role_withdrawal.grant_id', '=', 'role_grant.id'),
    )
    .select('role_grant.place_id')
    .distinct()
    .where('role_grant.jurisdiction_id', '=', jurisdiction)
    .where('role_grant.account_id', '=', accountId)
    .where('role_withdrawal.grant_id', 'is', null)
    .execute();
  return rows.map(({ place_id }) => place_id);
}
