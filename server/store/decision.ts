// Rows of decisions on items. The primary key holds the rule that an item is decided once.
import { sql } from 'kysely';
import type { Db } from './open.ts';

export interface NewDecision {
  readonly itemId: string;
  readonly decision: 'adopt' | 'merge' | 'reject';
  readonly commitmentId: string | null;
  readonly reason: string;
  readonly edit: object | null;
}

/** Ids of the items whose decision was added; an item that is missing in the answer had one already. */
export async function addDecisions(
  db: Db,
  jurisdiction: string,
  planId: string,
  given: readonly NewDecision[],
): Promise<string[]> {
  if (given.length === 0) return [];
  const { rows } = await sql<{ item_id: string }>`
    INSERT INTO decision (jurisdiction_id, plan_id, item_id, decision, commitment_id, reason, edit)
    SELECT ${jurisdiction}, ${planId}, item_id, decision, commitment_id, reason, edit
    FROM unnest(${given.map((d) => d.itemId)}::uuid[], ${given.map((d) => d.decision)}::text[],
                ${given.map((d) => d.commitmentId)}::uuid[], ${given.map((d) => d.reason)}::text[],
                ${given.map((d) => (d.edit ? JSON.stringify(d.edit) : null))}::jsonb[])
         AS row(item_id, decision, commitment_id, reason, edit)
    ON CONFLICT DO NOTHING
    RETURNING item_id`.execute(db);
  return rows.map((row) => row.item_id);
}

export const listDecisions = (db: Db, jurisdiction: string, itemIds: readonly string[]) =>
  db
    .selectFrom('decision')
    .select(['item_id', 'decision', 'commitment_id', 'plan_id', 'reason'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where(sql<boolean>`item_id = ANY (${[...itemIds]}::uuid[])`)
    .execute();
