// Rows of steps towards a promise and of what happened to each, numbered: of two who act at once one wins.
import { sql } from 'kysely';
import type { StepAction } from '../../core/plan/step.ts';
import { type IsoDate, isoDate } from '../../core/quantity/date.ts';
import { knownBy } from './known.ts';
import type { Db } from './open.ts';

export interface NewStep {
  readonly id: string;
  readonly commitmentId: string;
  readonly title: string;
  readonly unit: string;
  readonly dueOn: IsoDate;
  readonly recordedBy: string | null;
}

export async function addStep(db: Db, jurisdiction: string, given: NewStep): Promise<void> {
  await sql`
    INSERT INTO commitment_step (jurisdiction_id, id, commitment_id, title, unit, due_on, recorded_by)
    VALUES (${jurisdiction}, ${given.id}::uuid, ${given.commitmentId}::uuid, ${given.title}, ${given.unit},
            ${given.dueOn}::date, ${given.recordedBy}::uuid)`.execute(db);
}

export interface NewStepEvent {
  readonly stepId: string;
  readonly number: number;
  readonly action: StepAction;
  readonly words: string;
  readonly dueOn: IsoDate | null;
  readonly recordedBy: string | null;
}

/** False where somebody else was faster. */
export async function addStepEvent(db: Db, jurisdiction: string, given: NewStepEvent): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO commitment_step_event (jurisdiction_id, step_id, number, action, words, due_on, recorded_by)
    VALUES (${jurisdiction}, ${given.stepId}::uuid, ${given.number}, ${given.action}, ${given.words},
            ${given.dueOn}::date, ${given.recordedBy}::uuid)
    ON CONFLICT (jurisdiction_id, step_id, number) DO NOTHING RETURNING number`.execute(db);
  return rows.length > 0;
}

export interface StepEventRow {
  readonly number: number;
  readonly action: StepAction;
  readonly words: string;
  readonly dueOn: IsoDate | null;
  readonly by: string | null;
  readonly at: string;
}

export interface StepRow {
  readonly id: string;
  readonly commitmentId: string;
  readonly commitment: string;
  readonly title: string;
  readonly unit: string;
  readonly dueOn: IsoDate;
  readonly by: string | null;
  readonly recordedAt: string;
  readonly events: readonly StepEventRow[];
}

/** Of one promise, or of all promises of a plan; with their events in order, as known on a day. */
export async function listSteps(
  db: Db,
  jurisdiction: string,
  of: { readonly commitmentId: string } | { readonly planId: string },
  knownOn: IsoDate | null,
): Promise<readonly StepRow[]> {
  const which =
    'planId' in of
      ? sql<boolean>`commitment.plan_id = ${of.planId}::uuid`
      : sql<boolean>`step.commitment_id = ${of.commitmentId}::uuid`;
  const { rows } = await sql<Omit<StepRow, 'events' | 'dueOn'> & { dueOn: string; events: StepEventRow[] }>`
    SELECT step.id, step.commitment_id AS "commitmentId", commitment.title AS commitment, step.title, step.unit,
           step.due_on::text AS "dueOn", account.name AS by, step.recorded_at AS "recordedAt",
           coalesce(happened.events, '[]'::jsonb) AS events
    FROM commitment_step AS step
    JOIN commitment ON commitment.jurisdiction_id = step.jurisdiction_id AND commitment.id = step.commitment_id
    LEFT JOIN account ON account.jurisdiction_id = step.jurisdiction_id AND account.id = step.recorded_by
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('number', event.number, 'action', event.action, 'words', event.words,
                                          'dueOn', event.due_on, 'by', actor.name, 'at', event.recorded_at)
                       ORDER BY event.number) AS events
      FROM commitment_step_event AS event
      LEFT JOIN account AS actor ON actor.jurisdiction_id = event.jurisdiction_id AND actor.id = event.recorded_by
      WHERE event.jurisdiction_id = step.jurisdiction_id AND event.step_id = step.id AND ${knownBy('event', knownOn)}
    ) AS happened ON true
    WHERE step.jurisdiction_id = ${jurisdiction} AND ${which} AND ${knownBy('step', knownOn)}
    ORDER BY step.due_on, step.recorded_at`.execute(db);
  return rows.map((row) => ({ ...row, dueOn: isoDate(row.dueOn) }));
}
