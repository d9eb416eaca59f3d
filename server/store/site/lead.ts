// Rows of leads: low ratings, and what became of each. The key (rating, number) lets one of two people win.
import { sql } from 'kysely';
import type { LeadAction, LeadState } from '../../../core/observe/site-lead.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface LeadEvent {
  readonly leadId: string;
  readonly number: number;
  readonly action: LeadAction;
  readonly state: LeadState;
  readonly words: string;
  readonly recordedBy: string | null;
}

/** False where somebody else's move came first. */
export async function addLeadEvent(db: Db, jurisdiction: string, given: LeadEvent): Promise<boolean> {
  const added = await db
    .insertInto('site_lead_event')
    .values({
      jurisdiction_id: jurisdiction,
      rating_id: given.leadId,
      number: given.number,
      action: given.action,
      state: given.state,
      words: given.words,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'rating_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export interface LeadMove extends Omit<LeadEvent, 'leadId'> {
  readonly recordedAt: string;
  readonly by: string | null;
}

export interface LeadRow {
  readonly id: string;
  readonly siteId: string;
  readonly score: number;
  readonly words: string;
  readonly givenOn: IsoDate;
  readonly moves: readonly LeadMove[];
}

/** Leads of one site, one lead, or all; newest first. */
export async function listLeads(
  db: Db,
  jurisdiction: string,
  { siteId = null, leadId = null }: { readonly siteId?: string | null; readonly leadId?: string | null },
): Promise<LeadRow[]> {
  const { rows } = await sql<LeadRow>`
    SELECT rating.id, rating.site_id AS "siteId", rating.score, rating.words, rating.given_on AS "givenOn",
           coalesce(moves.rows, '[]'::jsonb) AS moves
    FROM site_rating AS rating
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('number', event.number, 'action', event.action, 'state', event.state,
               'words', event.words, 'recordedBy', event.recorded_by, 'recordedAt', event.recorded_at,
               'by', account.name) ORDER BY event.number) AS rows
      FROM site_lead_event AS event
      LEFT JOIN account ON account.jurisdiction_id = event.jurisdiction_id AND account.id = event.recorded_by
      WHERE event.jurisdiction_id = rating.jurisdiction_id AND event.rating_id = rating.id) AS moves ON true
    WHERE rating.jurisdiction_id = ${jurisdiction} AND rating.is_lead
      AND (${siteId}::uuid IS NULL OR rating.site_id = ${siteId}::uuid)
      AND (${leadId}::uuid IS NULL OR rating.id = ${leadId}::uuid)
    ORDER BY rating.recorded_at DESC
    LIMIT 2000`.execute(db);
  return rows;
}
