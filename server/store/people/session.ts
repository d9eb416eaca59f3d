// Rows of sessions: found by the hash of their token, with the account's roles, in one question for many requests.
import { sql } from 'kysely';
import type { RoleGrant } from '../../../core/place/role.ts';
import { type Db, preparedMark } from '../open.ts';

export interface NewSession {
  readonly id: string;
  readonly tokenSha256: string;
  readonly accountId: string;
  readonly means: 'password' | 'totp' | 'oidc' | 'token';
  readonly agent: string;
  readonly label: string;
  readonly idleMinutes: number;
  readonly expiresAt: Date;
  /** Until when the proof of identity counts as recent. */
  readonly provedUntil: Date;
  /** A second factor must be set up before anything else. */
  readonly awaitsFactor: boolean;
  readonly scopes: readonly string[] | null;
  readonly now: Date;
}

export const addSession = async (db: Db, jurisdiction: string, given: NewSession): Promise<void> => {
  await db
    .insertInto('session')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      token_sha256: given.tokenSha256,
      account_id: given.accountId,
      means: given.means,
      agent: given.agent.slice(0, 200),
      label: given.label,
      idle_minutes: given.idleMinutes,
      started_at: given.now.toISOString(),
      seen_at: given.now.toISOString(),
      expires_at: given.expiresAt.toISOString(),
      proved_until: given.provedUntil.toISOString(),
      awaits_factor: given.awaitsFactor,
      scopes: given.scopes === null ? null : JSON.stringify(given.scopes),
    })
    .execute();
};

export interface FoundSession {
  readonly tokenSha256: string;
  readonly sessionId: string;
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly means: NewSession['means'];
  readonly scopes: readonly string[] | null;
  readonly mustChange: boolean;
  readonly awaitsFactor: boolean;
  readonly hasFactor: boolean;
  readonly provedUntil: string;
  readonly seenAt: string;
  readonly grants: readonly RoleGrant[];
}

/** Sessions that are alive at this moment, of accounts that are not suspended; roles that were not withdrawn. */
export async function findSessions(
  db: Db,
  jurisdiction: string,
  tokens: readonly string[],
  now: Date,
): Promise<FoundSession[]> {
  const { rows } = await sql<FoundSession>`${sql.raw(preparedMark)}
    SELECT session.token_sha256 AS "tokenSha256", session.id AS "sessionId", account.id AS "accountId",
           account.login, account.name, session.means, session.scopes, session.seen_at AS "seenAt",
           coalesce(account_secret.must_change, false) AS "mustChange", session.awaits_factor AS "awaitsFactor",
           account_secret.totp IS NOT NULL AS "hasFactor", session.proved_until AS "provedUntil",
           coalesce((SELECT jsonb_agg(jsonb_build_object('role', role_grant.role, 'place', role_grant.place_id,
                                                         'unit', role_grant.unit, 'from', role_grant.starts_on,
                                                         'to', role_grant.ends_on) ORDER BY role_grant.recorded_at)
                     FROM role_grant
                     WHERE role_grant.jurisdiction_id = session.jurisdiction_id AND role_grant.account_id = account.id
                       AND NOT EXISTS (SELECT FROM role_withdrawal
                                       WHERE role_withdrawal.jurisdiction_id = role_grant.jurisdiction_id
                                         AND role_withdrawal.grant_id = role_grant.id)), '[]') AS grants
    FROM session
    JOIN account ON account.jurisdiction_id = session.jurisdiction_id AND account.id = session.account_id
    LEFT JOIN account_secret ON account_secret.jurisdiction_id = session.jurisdiction_id
                            AND account_secret.account_id = account.id
    WHERE session.jurisdiction_id = ${jurisdiction} AND session.token_sha256 = ANY(${tokens}::text[])
      AND session.ended_at IS NULL AND session.expires_at > ${now.toISOString()}::timestamptz
      AND session.seen_at + make_interval(mins => session.idle_minutes) > ${now.toISOString()}::timestamptz
      AND coalesce((SELECT state FROM account_state
                    WHERE account_state.jurisdiction_id = account.jurisdiction_id AND account_state.account_id = account.id
                    ORDER BY recorded_at DESC LIMIT 1), 'active') = 'active'`.execute(db);
  return rows;
}

export const touchSessions = async (
  db: Db,
  jurisdiction: string,
  tokens: readonly string[],
  now: Date,
): Promise<void> => {
  await sql`UPDATE session SET seen_at = ${now.toISOString()}
            WHERE jurisdiction_id = ${jurisdiction} AND token_sha256 = ANY(${tokens}::text[])`.execute(db);
};

/** Ends one session, or all of an account (a changed password, a suspension). */
export const endSessions = async (
  db: Db,
  jurisdiction: string,
  which: { readonly tokenSha256: string } | { readonly accountId: string } | { readonly id: string },
  now: Date,
): Promise<void> => {
  await db
    .updateTable('session')
    .set({ ended_at: now.toISOString() })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('ended_at', 'is', null)
    .$if('tokenSha256' in which, (query) =>
      query.where('token_sha256', '=', 'tokenSha256' in which ? which.tokenSha256 : ''),
    )
    .$if('accountId' in which, (query) =>
      query.where('account_id', '=', 'accountId' in which ? which.accountId : ''),
    )
    .$if('id' in which, (query) => query.where('id', '=', 'id' in which ? which.id : ''))
    .execute();
};

/** Notes a new proof of identity on one session. */
export const proveSession = async (
  db: Db,
  jurisdiction: string,
  tokenSha256: string,
  provedUntil: Date,
): Promise<void> => {
  await db
    .updateTable('session')
    .set({ proved_until: provedUntil.toISOString() })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('token_sha256', '=', tokenSha256)
    .execute();
};

/** The account has its second factor now: its sessions need not wait any longer. */
export const freeSessions = async (db: Db, jurisdiction: string, accountId: string): Promise<void> => {
  await db
    .updateTable('session')
    .set({ awaits_factor: false })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('awaits_factor', '=', true)
    .execute();
};

/** Sessions, or access tokens, of an account that are alive. */
export const listSessions = (
  db: Db,
  jurisdiction: string,
  accountId: string,
  given: { readonly tokens: boolean; readonly now: Date },
) =>
  db
    .selectFrom('session')
    .select([
      'id',
      'token_sha256',
      'means',
      'agent',
      'label',
      'scopes',
      'started_at',
      'seen_at',
      'expires_at',
    ])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('means', given.tokens ? '=' : '<>', 'token')
    .where(sql<boolean>`expires_at > ${given.now.toISOString()}::timestamptz`)
    .where(
      sql<boolean>`seen_at + make_interval(mins => idle_minutes) > ${given.now.toISOString()}::timestamptz`,
    )
    .orderBy('started_at', 'desc')
    .execute();
