// Who may be told: accounts with the roles they hold on a day, their mail addresses, nobody who is suspended.
import { sql } from 'kysely';
import type { Role } from '../../../core/place/role.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface HeldRole {
  readonly accountId: string;
  readonly role: Role;
  readonly place: string | null;
  readonly unit: string | null;
}

export async function listHeldRoles(
  db: Db,
  jurisdiction: string,
  roles: readonly Role[],
  day: IsoDate,
): Promise<HeldRole[]> {
  if (roles.length === 0) return [];
  const { rows } = await sql<HeldRole>`
    SELECT role_grant.account_id AS "accountId", role_grant.role, role_grant.place_id AS place, role_grant.unit
    FROM role_grant
    WHERE role_grant.jurisdiction_id = ${jurisdiction} AND role_grant.role = ANY(${roles}::text[])
      AND role_grant.starts_on <= ${day}::date AND (role_grant.ends_on IS NULL OR role_grant.ends_on >= ${day}::date)
      AND NOT EXISTS (SELECT FROM role_withdrawal WHERE role_withdrawal.jurisdiction_id = role_grant.jurisdiction_id
                        AND role_withdrawal.grant_id = role_grant.id)`.execute(db);
  return rows;
}

export interface Mailbox {
  readonly id: string;
  readonly mail: string;
}

/** Those of these accounts that are active. */
export async function listActive(
  db: Db,
  jurisdiction: string,
  accountIds: readonly string[],
): Promise<Mailbox[]> {
  if (accountIds.length === 0) return [];
  const { rows } = await sql<Mailbox>`
    SELECT account.id, account.mail FROM account
    LEFT JOIN LATERAL (
      SELECT state FROM account_state
      WHERE account_state.jurisdiction_id = account.jurisdiction_id AND account_state.account_id = account.id
      ORDER BY recorded_at DESC LIMIT 1) AS newest ON true
    WHERE account.jurisdiction_id = ${jurisdiction} AND account.id = ANY(${accountIds}::uuid[])
      AND newest.state IS DISTINCT FROM 'suspended'`.execute(db);
  return rows;
}
