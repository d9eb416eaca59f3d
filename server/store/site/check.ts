// Rows of what inspectors found at sites; all stay, the latest counts.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewCheck {
  readonly siteId: string;
  readonly number: number;
  readonly outcome: 'confirmed' | 'refuted';
  readonly words: string;
  readonly checkedOn: IsoDate;
  readonly recordedBy: string | null;
}

/** False where somebody else's came first. */
export async function addCheck(db: Db, jurisdiction: string, given: NewCheck): Promise<boolean> {
  const added = await db
    .insertInto('site_check')
    .values({
      jurisdiction_id: jurisdiction,
      site_id: given.siteId,
      number: given.number,
      outcome: given.outcome,
      words: given.words,
      checked_on: given.checkedOn,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'site_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export interface CheckRow extends NewCheck {
  readonly by: string | null;
}

/** Checks of one site, oldest first. */
export async function listChecks(db: Db, jurisdiction: string, siteId: string): Promise<CheckRow[]> {
  const { rows } = await sql<CheckRow>`
    SELECT site_id AS "siteId", number, outcome, words, checked_on AS "checkedOn",
           site_check.recorded_by AS "recordedBy", account.name AS by
    FROM site_check
    LEFT JOIN account ON account.jurisdiction_id = site_check.jurisdiction_id AND account.id = site_check.recorded_by
    WHERE site_check.jurisdiction_id = ${jurisdiction} AND site_id = ${siteId}
    ORDER BY number`.execute(db);
  return rows;
}

/** The latest check of each site, by the day of the visit. */
export async function listLatestChecks(
  db: Db,
  jurisdiction: string,
): Promise<Pick<NewCheck, 'siteId' | 'outcome' | 'checkedOn' | 'number'>[]> {
  const { rows } = await sql<Pick<NewCheck, 'siteId' | 'outcome' | 'checkedOn' | 'number'>>`
    SELECT DISTINCT ON (site_id) site_id AS "siteId", number, outcome, checked_on AS "checkedOn"
    FROM site_check WHERE jurisdiction_id = ${jurisdiction}
    ORDER BY site_id, checked_on DESC, number DESC`.execute(db);
  return rows;
}
