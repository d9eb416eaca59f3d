// Rows of upkeep duties: who keeps a site up, from when and until when; the newest of a site counts.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface Upkeep {
  readonly siteId: string;
  readonly number: number;
  readonly unit: string;
  readonly duty: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
}

/** False where somebody else's came first. */
export async function addUpkeep(
  db: Db,
  jurisdiction: string,
  given: Upkeep & { readonly recordedBy: string | null },
): Promise<boolean> {
  const added = await db
    .insertInto('site_upkeep')
    .values({
      jurisdiction_id: jurisdiction,
      site_id: given.siteId,
      number: given.number,
      unit: given.unit,
      duty: given.duty,
      starts_on: given.startsOn,
      ends_on: given.endsOn,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'site_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

/** The duty that counts, of one site or of all. */
export async function listUpkeep(db: Db, jurisdiction: string, siteId: string | null): Promise<Upkeep[]> {
  const { rows } = await sql<Upkeep>`
    SELECT DISTINCT ON (site_id) site_id AS "siteId", number, unit, duty, starts_on AS "startsOn", ends_on AS "endsOn"
    FROM site_upkeep
    WHERE jurisdiction_id = ${jurisdiction} AND (${siteId}::uuid IS NULL OR site_id = ${siteId}::uuid)
    ORDER BY site_id, number DESC`.execute(db);
  return rows;
}
