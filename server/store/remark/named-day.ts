// Rows of names for days of knowledge.
import type { NamedDay } from '../../../core/observe/named-day.ts';
import type { Db } from '../open.ts';

/** False where another row of the name came first. */
export async function addNamedDay(
  db: Db,
  jurisdiction: string,
  given: NamedDay & { readonly recordedBy: string | null },
): Promise<boolean> {
  const added = await db
    .insertInto('named_day')
    .values({
      jurisdiction_id: jurisdiction,
      name: given.name,
      number: given.sequence,
      day: given.day,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'name', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export const listNamedDays = (db: Db, jurisdiction: string): Promise<NamedDay[]> =>
  db
    .selectFrom('named_day')
    .select(['name', 'day', 'number as sequence'])
    .where('jurisdiction_id', '=', jurisdiction)
    .execute();
