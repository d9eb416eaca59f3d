// Rows of what is known of a site: whole each time, numbered; of two people who write at once one wins.
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewDetail {
  readonly siteId: string;
  readonly number: number;
  readonly address: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly standard: string;
  readonly acceptance: string;
  readonly responsible: string;
  readonly dueOn: IsoDate;
  readonly recordedBy: string | null;
}

/** False where somebody else's came first. */
export async function addDetail(db: Db, jurisdiction: string, given: NewDetail): Promise<boolean> {
  const added = await db
    .insertInto('site_detail')
    .values({
      jurisdiction_id: jurisdiction,
      site_id: given.siteId,
      number: given.number,
      address: given.address,
      longitude: given.longitude,
      latitude: given.latitude,
      standard: given.standard,
      acceptance: given.acceptance,
      responsible: given.responsible,
      due_on: given.dueOn,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'site_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}
