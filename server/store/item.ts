// Rows of items: what a reading found in its document, one row each, waiting for a decision.
import { sql } from 'kysely';
import type { IsoDate } from '../../core/quantity/date.ts';
import type { Item } from '../../core/read/reading.ts';
import { knownBy } from './known.ts';
import type { Db } from './open.ts';

export interface NewItem {
  readonly id: string;
  readonly body: Item;
}

export async function addItems(
  db: Db,
  jurisdiction: string,
  documentId: string,
  items: readonly NewItem[],
): Promise<void> {
  if (items.length === 0) return;
  await sql`
    INSERT INTO item (jurisdiction_id, document_id, id, position, family, kind, body)
    SELECT ${jurisdiction}, ${documentId}, id, position, family, kind, body
    FROM unnest(${items.map(({ id }) => id)}::uuid[], ${items.map(({ body }) => body.family)}::text[],
                ${items.map(({ body }) => body.kind)}::text[], ${items.map(({ body }) => JSON.stringify(body))}::jsonb[])
         WITH ORDINALITY AS row(id, family, kind, body, position)`.execute(db);
}

/** Items of a document in printed order, each with the decision on it, if any. */
export const listItems = (db: Db, jurisdiction: string, documentId: string) =>
  db
    .selectFrom('item')
    .leftJoin('decision', (join) =>
      join
        .onRef('decision.jurisdiction_id', '=', 'item.jurisdiction_id')
        .onRef('decision.item_id', '=', 'item.id'),
    )
    .select(['item.id', 'item.body', 'decision.decision', 'decision.commitment_id', 'decision.reason'])
    .where('item.jurisdiction_id', '=', jurisdiction)
    .where('item.document_id', '=', documentId)
    .orderBy('item.position')
    .execute();

/** Caveats printed with the items of a plan (实际时间以…为准), with the commitment that each belongs to. */
export const listCaveats = (db: Db, jurisdiction: string, planId: string, knownOn: IsoDate | null) =>
  db
    .selectFrom('decision')
    .innerJoin('item', (join) =>
      join
        .onRef('item.jurisdiction_id', '=', 'decision.jurisdiction_id')
        .onRef('item.id', '=', 'decision.item_id'),
    )
    .select(['decision.commitment_id', sql<string>`item.body -> 'detail' ->> 'caveat'`.as('caveat')])
    .where('decision.jurisdiction_id', '=', jurisdiction)
    .where('decision.plan_id', '=', planId)
    .where('decision.commitment_id', 'is not', null)
    .where(sql<boolean>`item.body -> 'detail' ->> 'caveat' <> ''`)
    .where(knownBy('decision', knownOn))
    .orderBy('item.position')
    .execute();
