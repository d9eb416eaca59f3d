// Rows of published clause versions; nothing here is ever changed. The stamp says whether there are new ones.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewVersion {
  readonly clauseId: string;
  readonly number: number;
  readonly startsOn: IsoDate;
  /** Of the clause among all clauses. */
  readonly place: number;
  readonly content: string;
  readonly sha256: string;
  readonly document: string;
  readonly reason: string;
  readonly proposalId: string | null;
  readonly recordedBy: string | null;
}

/** How many were added: fewer than given where somebody else published the same number first. */
export async function addVersions(
  db: Db,
  jurisdiction: string,
  given: readonly NewVersion[],
): Promise<number> {
  if (given.length === 0) return 0;
  const added = await db
    .insertInto('clause_version')
    .values(
      given.map((version) => ({
        jurisdiction_id: jurisdiction,
        clause_id: version.clauseId,
        number: version.number,
        starts_on: version.startsOn,
        place: version.place,
        content: version.content,
        sha256: version.sha256,
        document: version.document,
        reason: version.reason,
        proposal_id: version.proposalId,
        recorded_by: version.recordedBy,
      })),
    )
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'clause_id', 'number']).doNothing())
    .returning('clause_id')
    .execute();
  return added.length;
}

export interface VersionRow extends NewVersion {
  /** The post that published it. */
  readonly by: string | null;
  readonly recordedAt: string;
}

/** All versions, clauses in their places, each clause's versions in the order of publication. */
export async function listVersions(db: Db, jurisdiction: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    SELECT version.clause_id AS "clauseId", version.number, version.starts_on AS "startsOn", version.place,
           version.content, version.sha256, version.document, version.reason, version.proposal_id AS "proposalId",
           version.recorded_by AS "recordedBy", account.name AS by, version.recorded_at AS "recordedAt"
    FROM clause_version AS version
    LEFT JOIN account ON account.jurisdiction_id = version.jurisdiction_id AND account.id = version.recorded_by
    WHERE version.jurisdiction_id = ${jurisdiction}
    ORDER BY version.place, version.clause_id, version.number`.execute(db);
  return rows;
}

/** Another text whenever a version was added. */
export async function stampOfVersions(db: Db, jurisdiction: string): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    SELECT ${jurisdiction}::text || ' ' || count(*) || ' ' || coalesce(max(recorded_at)::text, '') AS stamp
    FROM clause_version WHERE jurisdiction_id = ${jurisdiction}`.execute(db);
  return rows[0]?.stamp ?? jurisdiction;
}
