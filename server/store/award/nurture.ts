// Rows of firms that are nurtured, and of what happened to each. A firm is admitted once: only the first time counts.
import { sql } from 'kysely';
import type { NurtureAction, NurtureState } from '../../../core/policy/nurture.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewNurture {
  readonly id: string;
  readonly subject: string;
  readonly subjectName: string;
  readonly placeId: string;
  readonly unit: string;
  readonly industry: number | null;
  readonly aboveScaleOn: IsoDate;
  readonly recordedBy: string | null;
}

export interface NurtureRow extends NewNurture {
  readonly recordedAt: string;
}

/** False where the firm is in the list already. */
export async function addNurture(db: Db, jurisdiction: string, given: NewNurture): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO nurture (jurisdiction_id, id, subject, subject_name, place_id, unit, industry, above_scale_on, recorded_by)
    VALUES (${jurisdiction}, ${given.id}, ${given.subject}, ${given.subjectName}, ${given.placeId}, ${given.unit},
            ${given.industry}, ${given.aboveScaleOn}, ${given.recordedBy})
    ON CONFLICT DO NOTHING RETURNING id`.execute(db);
  return rows.length === 1;
}

/** By the day above scale, newest first; one, or all. */
export async function listNurture(db: Db, jurisdiction: string, id: string | null): Promise<NurtureRow[]> {
  const { rows } = await sql<NurtureRow>`
    SELECT id, subject, subject_name AS "subjectName", place_id AS "placeId", unit, industry,
           above_scale_on AS "aboveScaleOn", recorded_by AS "recordedBy", recorded_at AS "recordedAt"
    FROM nurture WHERE jurisdiction_id = ${jurisdiction} AND (${id}::uuid IS NULL OR id = ${id})
    ORDER BY above_scale_on DESC, subject`.execute(db);
  return rows;
}

export interface NewNurtureEvent {
  readonly nurtureId: string;
  readonly number: number;
  readonly action: NurtureAction;
  readonly state: NurtureState;
  readonly companion: string;
  readonly year: number | null;
  readonly isAboveScale: boolean | null;
  readonly words: string;
  readonly receivedAt: string;
  readonly recordedBy: string | null;
}

export interface NurtureEventRow extends NewNurtureEvent {
  readonly by: string | null;
}

/** False where somebody else's move came first. */
export async function addNurtureEvent(
  db: Db,
  jurisdiction: string,
  given: NewNurtureEvent,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO nurture_event (jurisdiction_id, nurture_id, number, action, state, companion, year, is_above_scale, words,
                               received_at, recorded_by)
    VALUES (${jurisdiction}, ${given.nurtureId}, ${given.number}, ${given.action}, ${given.state}, ${given.companion},
            ${given.year}, ${given.isAboveScale}, ${given.words}, ${given.receivedAt}, ${given.recordedBy})
    ON CONFLICT (jurisdiction_id, nurture_id, number) DO NOTHING RETURNING number`.execute(db);
  return rows.length === 1;
}

export async function listNurtureEvents(
  db: Db,
  jurisdiction: string,
  id: string | null,
): Promise<NurtureEventRow[]> {
  const { rows } = await sql<NurtureEventRow>`
    SELECT event.nurture_id AS "nurtureId", event.number, event.action, event.state, event.companion, event.year,
           event.is_above_scale AS "isAboveScale", event.words, event.received_at AS "receivedAt",
           event.recorded_by AS "recordedBy", account.name AS by
    FROM nurture_event AS event
    LEFT JOIN account ON account.jurisdiction_id = event.jurisdiction_id AND account.id = event.recorded_by
    WHERE event.jurisdiction_id = ${jurisdiction} AND (${id}::uuid IS NULL OR event.nurture_id = ${id})
    ORDER BY event.nurture_id, event.number`.execute(db);
  return rows;
}
