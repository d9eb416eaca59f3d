// Rows of consultations: the lines that are asked about, and the shares of the places, each numbered so that one of two writers wins.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewLine {
  readonly id: string;
  readonly commitmentId: string;
  readonly metric: string;
  readonly unit: string;
  readonly printed: string;
  readonly goal: string | null;
}

export interface NewConsultation {
  readonly id: string;
  readonly planId: string;
  readonly title: string;
  readonly dueOn: IsoDate;
  readonly isDemonstration: boolean;
  readonly recordedBy: string | null;
}

export async function addConsultation(
  db: Db,
  jurisdiction: string,
  given: NewConsultation,
  lines: readonly NewLine[],
): Promise<void> {
  await db
    .insertInto('consultation')
    .values({
      ...{ jurisdiction_id: jurisdiction, id: given.id, plan_id: given.planId, title: given.title },
      ...{ due_on: given.dueOn, is_demonstration: given.isDemonstration, recorded_by: given.recordedBy },
    })
    .execute();
  await db
    .insertInto('consultation_line')
    .values(
      lines.map((line, position) => ({
        ...{ jurisdiction_id: jurisdiction, id: line.id, consultation_id: given.id, position },
        ...{ commitment_id: line.commitmentId, metric: line.metric, unit: line.unit },
        ...{ printed: line.printed, goal: line.goal },
      })),
    )
    .execute();
}

export interface ConsultationRow extends Omit<NewConsultation, 'recordedBy'> {
  readonly year: number;
}

/** One, or all of a plan's, the newest first. */
export async function listConsultations(
  db: Db,
  jurisdiction: string,
  of: { readonly planId?: string; readonly id?: string },
): Promise<ConsultationRow[]> {
  const { rows } = await sql<ConsultationRow>`
    SELECT asked.id, asked.plan_id AS "planId", asked.title, asked.due_on AS "dueOn",
           asked.is_demonstration AS "isDemonstration", plan.year
    FROM consultation AS asked
    JOIN plan ON plan.jurisdiction_id = asked.jurisdiction_id AND plan.id = asked.plan_id
    WHERE asked.jurisdiction_id = ${jurisdiction}
      AND (${of.planId ?? null}::uuid IS NULL OR asked.plan_id = ${of.planId ?? null}::uuid)
      AND (${of.id ?? null}::uuid IS NULL OR asked.id = ${of.id ?? null}::uuid)
    ORDER BY asked.recorded_at DESC, asked.id`.execute(db);
  return rows;
}

export async function listConsultationLines(
  db: Db,
  jurisdiction: string,
  consultationId: string,
): Promise<NewLine[]> {
  const { rows } = await sql<NewLine>`
    SELECT id, commitment_id AS "commitmentId", metric, unit, printed, goal::text
    FROM consultation_line
    WHERE jurisdiction_id = ${jurisdiction} AND consultation_id = ${consultationId}
    ORDER BY position`.execute(db);
  return rows;
}

export interface ShareRow {
  readonly lineId: string;
  readonly placeId: string;
  readonly number: number;
  readonly value: string | null;
}

/** The share in force of each line and place. */
export async function listShares(db: Db, jurisdiction: string, consultationId: string): Promise<ShareRow[]> {
  const { rows } = await sql<ShareRow>`
    SELECT DISTINCT ON (share.line_id, share.place_id) share.line_id AS "lineId", share.place_id AS "placeId",
           share.number, share.value::text
    FROM consultation_share AS share
    JOIN consultation_line AS line ON line.jurisdiction_id = share.jurisdiction_id AND line.id = share.line_id
    WHERE share.jurisdiction_id = ${jurisdiction} AND line.consultation_id = ${consultationId}
    ORDER BY share.line_id, share.place_id, share.number DESC`.execute(db);
  return rows;
}

/** False where somebody else gave this share first. */
export async function addShare(
  db: Db,
  jurisdiction: string,
  given: ShareRow,
  recordedBy: string | null,
): Promise<boolean> {
  const added = await db
    .insertInto('consultation_share')
    .values({
      ...{ jurisdiction_id: jurisdiction, line_id: given.lineId, place_id: given.placeId },
      ...{ number: given.number, value: given.value, recorded_by: recordedBy },
    })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction_id', 'line_id', 'place_id', 'number']).doNothing(),
    )
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}
