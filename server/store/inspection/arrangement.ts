// Rows of what was arranged before an inspection begins: days, team, exceptions; numbered, so that one of two people wins.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface Arrangement {
  readonly inspectionId: string;
  readonly number: number;
  readonly what: 'days' | 'team' | 'exception';
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly members: readonly string[];
  readonly withIds: readonly string[];
  readonly reason: string;
  readonly approval: string;
  readonly recordedBy: string | null;
}

/** False where somebody else's came first. */
export async function addArrangement(db: Db, jurisdiction: string, given: Arrangement): Promise<boolean> {
  const added = await db
    .insertInto('inspection_arrangement')
    .values({
      jurisdiction_id: jurisdiction,
      inspection_id: given.inspectionId,
      number: given.number,
      what: given.what,
      starts_on: given.from,
      ends_on: given.to,
      members: JSON.stringify(given.members),
      with_ids: JSON.stringify(given.withIds),
      reason: given.reason,
      approval: given.approval,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'inspection_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export type ArrangementRow = Arrangement & { readonly by: string | null; readonly recordedAt: string };

export async function listArrangements(
  db: Db,
  jurisdiction: string,
  id: string | null,
): Promise<ArrangementRow[]> {
  const { rows } = await sql<ArrangementRow>`
    SELECT one.inspection_id AS "inspectionId", one.number, one.what, one.starts_on AS "from", one.ends_on AS "to",
           one.members, one.with_ids AS "withIds", one.reason, one.approval, one.recorded_by AS "recordedBy",
           one.recorded_at AS "recordedAt", account.name AS by
    FROM inspection_arrangement AS one
    LEFT JOIN account ON account.jurisdiction_id = one.jurisdiction_id AND account.id = one.recorded_by
    WHERE one.jurisdiction_id = ${jurisdiction} AND (${id}::uuid IS NULL OR one.inspection_id = ${id}::uuid)
    ORDER BY one.inspection_id, one.number`.execute(db);
  return rows;
}

/** One writer at a time over all days and teams: two people who plan at once would both find the unit free (§15). */
export const lockInspections = async (db: Db, jurisdiction: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`inspections ${jurisdiction}`}, 0))`.execute(db);
};
