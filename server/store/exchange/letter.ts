// Rows of letters of a consultation: one a place, their moves, and what a move says of single lines.
import { sql } from 'kysely';
import type { ConsultationAction, ConsultationState } from '../../../core/plan/consultation.ts';
import type { Db } from '../open.ts';

export interface NewLetter {
  readonly id: string;
  readonly consultationId: string;
  readonly placeId: string;
}

export const addLetters = async (
  db: Db,
  jurisdiction: string,
  given: readonly NewLetter[],
): Promise<void> => {
  await db
    .insertInto('consultation_letter')
    .values(
      given.map(({ id, consultationId, placeId }) => ({
        ...{ jurisdiction_id: jurisdiction, id, consultation_id: consultationId, place_id: placeId },
      })),
    )
    .execute();
};

export interface LetterEvent {
  readonly letterId: string;
  readonly number: number;
  readonly action: ConsultationAction | 'send';
  readonly state: ConsultationState;
  readonly reason: string;
}

export interface LineRemark {
  readonly lineId: string;
  readonly wanted: string | null;
  readonly words: string;
}

/** False where somebody else moved the letter first. */
export async function addLetterEvent(
  db: Db,
  jurisdiction: string,
  given: LetterEvent,
  remarks: readonly LineRemark[],
  recordedBy: string | null,
): Promise<boolean> {
  const { letterId, number, action, state, reason } = given;
  const added = await db
    .insertInto('consultation_event')
    .values({
      ...{ jurisdiction_id: jurisdiction, letter_id: letterId, number, action, state, reason },
      recorded_by: recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'letter_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  if (added === undefined) return false;
  if (remarks.length > 0)
    await db
      .insertInto('consultation_remark')
      .values(
        remarks.map(({ lineId, wanted, words }) => ({
          ...{ jurisdiction_id: jurisdiction, letter_id: letterId, number, line_id: lineId, wanted, words },
        })),
      )
      .execute();
  return true;
}

export interface LetterRow extends NewLetter {
  /** Empty where the letter went to a place that is not on the list. */
  readonly place: string;
  readonly state: ConsultationState;
  readonly number: number;
}

/** Letters of consultations, or one, with their state, in the order of the places. */
export async function listLetters(
  db: Db,
  jurisdiction: string,
  of: { readonly consultationIds?: readonly string[]; readonly id?: string },
): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    SELECT letter.id, letter.consultation_id AS "consultationId", letter.place_id AS "placeId",
           coalesce(place.name, '') AS place, last.state, last.number
    FROM consultation_letter AS letter
    LEFT JOIN place ON place.jurisdiction_id = letter.jurisdiction_id AND place.id = letter.place_id
    CROSS JOIN LATERAL (
      SELECT state, number FROM consultation_event
      WHERE jurisdiction_id = letter.jurisdiction_id AND letter_id = letter.id ORDER BY number DESC LIMIT 1) AS last
    WHERE letter.jurisdiction_id = ${jurisdiction}
      AND (${of.id ?? null}::uuid IS NULL OR letter.id = ${of.id ?? null}::uuid)
      AND (${of.consultationIds === undefined} OR letter.consultation_id = ANY(${of.consultationIds ?? []}::uuid[]))
    ORDER BY place.position NULLS LAST, letter.place_id`.execute(db);
  return rows;
}

export interface LetterEventRow extends LetterEvent {
  readonly by: string | null;
  readonly recordedAt: string;
}

export async function listLetterEvents(
  db: Db,
  jurisdiction: string,
  letterId: string,
): Promise<LetterEventRow[]> {
  const { rows } = await sql<LetterEventRow>`
    SELECT event.letter_id AS "letterId", event.number, event.action, event.state, event.reason,
           event.recorded_at AS "recordedAt", account.name AS by
    FROM consultation_event AS event
    LEFT JOIN account ON account.jurisdiction_id = event.jurisdiction_id AND account.id = event.recorded_by
    WHERE event.jurisdiction_id = ${jurisdiction} AND event.letter_id = ${letterId}
    ORDER BY event.number`.execute(db);
  return rows;
}

export interface RemarkRow extends LineRemark {
  readonly letterId: string;
  readonly placeId: string;
  readonly number: number;
  readonly action: ConsultationAction | 'send';
}

/** Remarks of all letters of a consultation, oldest first. */
export async function listRemarks(
  db: Db,
  jurisdiction: string,
  consultationId: string,
): Promise<RemarkRow[]> {
  const { rows } = await sql<RemarkRow>`
    SELECT remark.letter_id AS "letterId", letter.place_id AS "placeId", remark.number, event.action,
           remark.line_id AS "lineId", remark.wanted::text, remark.words
    FROM consultation_remark AS remark
    JOIN consultation_letter AS letter ON letter.jurisdiction_id = remark.jurisdiction_id AND letter.id = remark.letter_id
    JOIN consultation_event AS event ON event.jurisdiction_id = remark.jurisdiction_id
                                    AND event.letter_id = remark.letter_id AND event.number = remark.number
    WHERE remark.jurisdiction_id = ${jurisdiction} AND letter.consultation_id = ${consultationId}
    ORDER BY remark.number, remark.line_id`.execute(db);
  return rows;
}
