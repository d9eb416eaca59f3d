// Rows of what happened to a site. The key (site, number) lets one of two people win who move it at once.
import { sql } from 'kysely';
import type { SiteAction, SiteState } from '../../../core/plan/site.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface SiteEvent {
  readonly siteId: string;
  readonly number: number;
  readonly action: SiteAction;
  readonly state: SiteState;
  readonly words: string;
  readonly amendment: string;
  readonly happenedOn: IsoDate;
  readonly recordedBy: string | null;
}

/** False where somebody else's move came first. */
export async function addSiteEvent(db: Db, jurisdiction: string, given: SiteEvent): Promise<boolean> {
  const added = await db
    .insertInto('site_event')
    .values({
      jurisdiction_id: jurisdiction,
      site_id: given.siteId,
      number: given.number,
      action: given.action,
      state: given.state,
      words: given.words,
      amendment: given.amendment,
      happened_on: given.happenedOn,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'site_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export type SiteEventRow = SiteEvent & { readonly recordedAt: string; readonly by: string | null };

/** Moves of one site in their order, with the post that made each. */
export async function listSiteEvents(db: Db, jurisdiction: string, siteId: string): Promise<SiteEventRow[]> {
  const { rows } = await sql<SiteEventRow>`
    SELECT event.site_id AS "siteId", event.number, event.action, event.state, event.words, event.amendment,
           event.happened_on AS "happenedOn", event.recorded_by AS "recordedBy", event.recorded_at AS "recordedAt",
           account.name AS by
    FROM site_event AS event
    LEFT JOIN account ON account.jurisdiction_id = event.jurisdiction_id AND account.id = event.recorded_by
    WHERE event.jurisdiction_id = ${jurisdiction} AND event.site_id = ${siteId}
    ORDER BY event.number`.execute(db);
  return rows;
}

/** The state of each site that has moved at all. */
export async function listSiteStates(
  db: Db,
  jurisdiction: string,
): Promise<{ readonly siteId: string; readonly state: SiteState }[]> {
  const { rows } = await sql<{ siteId: string; state: SiteState }>`
    SELECT DISTINCT ON (site_id) site_id AS "siteId", state FROM site_event
    WHERE jurisdiction_id = ${jurisdiction} ORDER BY site_id, number DESC`.execute(db);
  return rows;
}
