// Rows of what was told, and which of them have been spread.
import { sql } from 'kysely';
import type { Audience, Detail } from '../../../core/publish/event.ts';
import type { Db } from '../open.ts';

export interface NewTold {
  readonly id: string;
  readonly kind: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly commitmentId: string | null;
  readonly title: string;
  readonly detail: Detail;
  readonly audience: Audience;
  readonly onceKey: string | null;
  readonly toldAt: string;
  readonly recordedBy: string | null;
}

export type Told = Omit<NewTold, 'onceKey'>;

/** Ids of those that were not told before under their key. */
export async function addTold(db: Db, jurisdiction: string, rows: readonly NewTold[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const added = await db
    .insertInto('told')
    .values(
      rows.map((row) => ({
        ...{ jurisdiction_id: jurisdiction, id: row.id, kind: row.kind, title: row.title },
        ...{ object_kind: row.objectKind, object_id: row.objectId, commitment_id: row.commitmentId },
        ...{ detail: JSON.stringify(row.detail), audience: JSON.stringify(row.audience) },
        ...{ once_key: row.onceKey, told_at: row.toldAt, recorded_by: row.recordedBy },
      })),
    )
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'once_key']).doNothing())
    .returning('id')
    .execute();
  return added.map(({ id }) => id);
}

/** Takes these for spreading, in this transaction; what somebody else took is not given again. */
export async function takeTold(db: Db, jurisdiction: string, ids: readonly string[]): Promise<Told[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Told>`
    WITH taken AS (
      INSERT INTO told_spread (jurisdiction_id, told_id)
      SELECT jurisdiction_id, id FROM told WHERE jurisdiction_id = ${jurisdiction} AND id = ANY(${ids}::uuid[])
      ORDER BY id ON CONFLICT DO NOTHING RETURNING told_id)
    SELECT told.id, told.kind, told.object_kind AS "objectKind", told.object_id AS "objectId",
           told.commitment_id AS "commitmentId", told.title, told.detail, told.audience, told.told_at AS "toldAt",
           told.recorded_by AS "recordedBy"
    FROM told JOIN taken ON taken.told_id = told.id
    WHERE told.jurisdiction_id = ${jurisdiction} ORDER BY told.recorded_at`.execute(db);
  return rows;
}

/** What was told and not spread, oldest first: after a restored backup, or from before the queue was opened. */
export async function listUnspread(db: Db, jurisdiction: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM told
    WHERE jurisdiction_id = ${jurisdiction}
      AND NOT EXISTS (SELECT FROM told_spread
                      WHERE told_spread.jurisdiction_id = told.jurisdiction_id AND told_spread.told_id = told.id)
    ORDER BY recorded_at LIMIT ${most}`.execute(db);
  return rows.map(({ id }) => id);
}
