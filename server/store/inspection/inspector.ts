// Rows of the inspectors' pool: the newest row of an account counts; posts held in units are read from the organisation too.
import { sql } from 'kysely';
import type { Inspector } from '../../../core/supervise/inspector.ts';
import type { Db } from '../open.ts';

export interface NewInspector extends Inspector {
  readonly id: string;
  readonly certificate: string;
  readonly recordedBy: string | null;
}

export const addInspector = async (db: Db, jurisdiction: string, given: NewInspector): Promise<void> => {
  await db
    .insertInto('inspector')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      account_id: given.accountId,
      fields: JSON.stringify(given.fields),
      services: JSON.stringify(given.services),
      interests: JSON.stringify(given.interests),
      certificate: given.certificate,
      certificate_until: given.certificateUntil,
      starts_on: given.from,
      ends_on: given.until,
      recorded_by: given.recordedBy,
    })
    .execute();
};

export type InspectorRow = Omit<NewInspector, 'id' | 'recordedBy'> & {
  readonly name: string;
  /** Posts that the account holds or held, by the organisation. */
  readonly posts: Inspector['services'];
};

export async function listInspectors(db: Db, jurisdiction: string): Promise<InspectorRow[]> {
  const { rows } = await sql<InspectorRow>`
    SELECT DISTINCT ON (inspector.account_id)
           inspector.account_id AS "accountId", account.name, inspector.fields, inspector.services, inspector.interests,
           inspector.certificate, inspector.certificate_until AS "certificateUntil", inspector.starts_on AS "from",
           inspector.ends_on AS until,
           coalesce((SELECT jsonb_agg(jsonb_build_object('unitId', org_unit.name, 'from', post_holder.starts_on,
                                                         'until', post_holder_end.ends_on))
                     FROM post_holder
                     JOIN post ON post.jurisdiction_id = post_holder.jurisdiction_id AND post.id = post_holder.post_id
                     JOIN org_unit ON org_unit.jurisdiction_id = post.jurisdiction_id AND org_unit.id = post.unit_id
                     LEFT JOIN post_holder_end ON post_holder_end.jurisdiction_id = post_holder.jurisdiction_id
                                              AND post_holder_end.holder_id = post_holder.id
                     WHERE post_holder.jurisdiction_id = inspector.jurisdiction_id
                       AND post_holder.account_id = inspector.account_id), '[]') AS posts
    FROM inspector
    JOIN account ON account.jurisdiction_id = inspector.jurisdiction_id AND account.id = inspector.account_id
    WHERE inspector.jurisdiction_id = ${jurisdiction}
    ORDER BY inspector.account_id, inspector.recorded_at DESC, inspector.id`.execute(db);
  return rows;
}

/** Accounts that hold the role of an inspector today. */
export async function listInspectorAccounts(
  db: Db,
  jurisdiction: string,
  today: string,
): Promise<{ accountId: string; name: string }[]> {
  const { rows } = await sql<{ accountId: string; name: string }>`
    SELECT DISTINCT account.id AS "accountId", account.name
    FROM account
    JOIN role_grant ON role_grant.jurisdiction_id = account.jurisdiction_id AND role_grant.account_id = account.id
    WHERE account.jurisdiction_id = ${jurisdiction} AND role_grant.role IN ('inspector', 'supervisionOffice')
      AND role_grant.starts_on <= ${today}::date AND (role_grant.ends_on IS NULL OR ${today}::date <= role_grant.ends_on)
      AND NOT EXISTS (SELECT FROM role_withdrawal WHERE role_withdrawal.jurisdiction_id = role_grant.jurisdiction_id
                                                    AND role_withdrawal.grant_id = role_grant.id)
    ORDER BY account.name, account.id`.execute(db);
  return rows;
}
