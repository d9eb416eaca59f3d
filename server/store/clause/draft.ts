// Rows of clause drafts: one for each author and clause, replaced as it is typed; the version tells two tabs apart.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface ClauseDraft {
  readonly clauseId: string;
  readonly accountId: string;
  /** The published version it was written from; 0 for a new clause. */
  readonly base: number;
  /** As typed: it need not be a day yet. */
  readonly startsOn: string;
  readonly content: string;
  readonly document: string;
  readonly reason: string;
  readonly version: number;
  readonly savedAt: string;
}

/** False where another tab saved the version before. */
export async function putClauseDraft(db: Db, jurisdiction: string, given: ClauseDraft): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO clause_draft AS draft (jurisdiction_id, clause_id, account_id, base, starts_on, content, document,
                                       reason, version, saved_at)
    VALUES (${jurisdiction}, ${given.clauseId}, ${given.accountId}, ${given.base}, ${given.startsOn}, ${given.content},
            ${given.document}, ${given.reason}, ${given.version}, ${given.savedAt})
    ON CONFLICT (jurisdiction_id, clause_id, account_id) DO UPDATE
      SET base = excluded.base, starts_on = excluded.starts_on, content = excluded.content,
          document = excluded.document, reason = excluded.reason, version = excluded.version,
          saved_at = excluded.saved_at
      WHERE draft.version = excluded.version - 1`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function listClauseDrafts(
  db: Db,
  jurisdiction: string,
  accountId: string,
): Promise<ClauseDraft[]> {
  const { rows } = await sql<ClauseDraft>`
    SELECT clause_id AS "clauseId", account_id AS "accountId", base, starts_on AS "startsOn", content, document, reason,
           version, saved_at AS "savedAt"
    FROM clause_draft WHERE jurisdiction_id = ${jurisdiction} AND account_id = ${accountId}
    ORDER BY saved_at DESC`.execute(db);
  return rows;
}

export const getClauseDraft = async (
  db: Db,
  jurisdiction: string,
  accountId: string,
  clauseId: string,
): Promise<ClauseDraft | undefined> =>
  (await listClauseDrafts(db, jurisdiction, accountId)).find((draft) => draft.clauseId === clauseId);

export const removeClauseDraft = async (
  db: Db,
  jurisdiction: string,
  accountId: string,
  clauseId: string,
): Promise<void> => {
  await db
    .deleteFrom('clause_draft')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('clause_id', '=', clauseId)
    .execute();
};
