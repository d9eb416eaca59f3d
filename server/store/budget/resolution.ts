// Rows of resolutions that budgets rest on; the same one named again is the same row.
import { randomUUID } from 'node:crypto';
import type { Resolution } from '../../../core/budget/version.ts';
import type { Db } from '../open.ts';

/** The id of the resolution, added where it is not there yet. */
export async function keepResolution(
  db: Db,
  jurisdiction: string,
  { body, number, adoptedOn }: Resolution,
  recordedBy: string | null,
): Promise<string> {
  const find = () =>
    db
      .selectFrom('budget_resolution')
      .select('id')
      .where('jurisdiction_id', '=', jurisdiction)
      .where('body', '=', body)
      .where('number', '=', number)
      .where('adopted_on', '=', adoptedOn)
      .executeTakeFirst();
  const there = await find();
  if (there) return there.id;
  const id = randomUUID();
  const added = await db
    .insertInto('budget_resolution')
    .values({
      jurisdiction_id: jurisdiction,
      id,
      body,
      number,
      adopted_on: adoptedOn,
      recorded_by: recordedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added?.id ?? (await find())?.id ?? id;
}
