// Rows of what the policy supermarket was measured at, and the figures of promises that lead back to them.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export type MeasureKind = 'push' | 'direct';

export interface NewMeasure {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly part: number;
  readonly whole: number;
  readonly ruleSetHash: string;
  readonly commitmentId: string | null;
  readonly recordedBy: string | null;
}

export interface MeasureRow extends NewMeasure {
  readonly recordedAt: string;
}

export const addMeasure = async (db: Db, jurisdiction: string, given: NewMeasure): Promise<void> => {
  await sql`
    INSERT INTO policy_measure (jurisdiction_id, id, kind, starts_on, ends_on, part, whole, rule_set_hash, commitment_id,
                                recorded_by)
    VALUES (${jurisdiction}, ${given.id}, ${given.kind}, ${given.startsOn}, ${given.endsOn}, ${given.part}, ${given.whole},
            ${given.ruleSetHash}, ${given.commitmentId}, ${given.recordedBy})`.execute(db);
};

/** Newest first. */
export async function listMeasures(db: Db, jurisdiction: string): Promise<MeasureRow[]> {
  const { rows } = await sql<MeasureRow>`
    SELECT id, kind, starts_on AS "startsOn", ends_on AS "endsOn", part, whole, rule_set_hash AS "ruleSetHash",
           commitment_id AS "commitmentId", recorded_by AS "recordedBy", recorded_at AS "recordedAt"
    FROM policy_measure WHERE jurisdiction_id = ${jurisdiction}
    ORDER BY recorded_at DESC, kind LIMIT 50`.execute(db);
  return rows;
}

export interface MeasuredFigure {
  readonly commitmentId: string;
  readonly metric: string;
  readonly period: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly amount: string;
  readonly statement: string;
  readonly measureId: string;
}

/** The measure as a figure of the promise, in percent. */
export const addMeasuredFigure = async (
  db: Db,
  jurisdiction: string,
  given: MeasuredFigure,
): Promise<void> => {
  await sql`
    INSERT INTO observation (jurisdiction_id, id, commitment_id, metric, place, period, period_start, period_end, amount,
                             unit, statement, compares, nature, quote, measure_id)
    VALUES (${jurisdiction}, ${randomUUID()}, ${given.commitmentId}, ${given.metric}, '', ${given.period},
            ${given.startsOn}, ${given.endsOn}, ${given.amount}, '%', ${given.statement}, false, 'reported', '',
            ${given.measureId})`.execute(db);
};
