// Rows of ratings that visitors gave; nothing in them tells who gave one.
import { sql } from 'kysely';
import type { Score } from '../../../core/observe/rating.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewRating {
  readonly id: string;
  readonly siteId: string;
  readonly score: Score;
  readonly words: string;
  readonly isLead: boolean;
  readonly givenOn: IsoDate;
  readonly browserSha256: string;
}

/** False where this browser has rated the site on this day. */
export async function addRating(db: Db, jurisdiction: string, given: NewRating): Promise<boolean> {
  const added = await db
    .insertInto('site_rating')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      site_id: given.siteId,
      score: given.score,
      words: given.words,
      is_lead: given.isLead,
      given_on: given.givenOn,
      browser_sha256: given.browserSha256,
      recorded_by: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction_id', 'site_id', 'given_on', 'browser_sha256']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export interface ScoreCount {
  readonly siteId: string;
  readonly score: Score;
  readonly count: number;
}

/** How often each score was given, of one site or of all. */
export async function countScores(
  db: Db,
  jurisdiction: string,
  siteId: string | null,
): Promise<ScoreCount[]> {
  const { rows } = await sql<ScoreCount>`
    SELECT site_id AS "siteId", score, count(*)::int AS count FROM site_rating
    WHERE jurisdiction_id = ${jurisdiction} AND (${siteId}::uuid IS NULL OR site_id = ${siteId}::uuid)
    GROUP BY site_id, score`.execute(db);
  return rows;
}
