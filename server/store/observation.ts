// Rows of observations: one figure or statement each, with the period it is for and where it is printed.
import { sql } from 'kysely';
import type { IsoDate } from '../../core/quantity/date.ts';
import { knownBy } from './known.ts';
import type { Db } from './open.ts';

export interface NewObservation {
  readonly id: string;
  readonly commitmentId: string;
  readonly metric: string;
  readonly place: string;
  readonly period: string;
  readonly periodStart: IsoDate;
  readonly periodEnd: IsoDate;
  readonly amount: string | null;
  readonly unit: string;
  readonly statement: string;
  /** The figure of another series that a target of the commitment is relative to. */
  readonly compares: boolean;
  readonly nature: 'reported' | 'preliminary' | 'estimated' | 'revised' | 'final';
  readonly documentId: string;
  readonly itemId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export async function addObservations(
  db: Db,
  jurisdiction: string,
  given: readonly NewObservation[],
): Promise<void> {
  if (given.length === 0) return;
  await sql`
    INSERT INTO observation (jurisdiction_id, id, commitment_id, metric, place, period, period_start, period_end,
                             amount, unit, statement, compares, nature, document_id, item_id, span_start, span_end, quote)
    SELECT ${jurisdiction}, * FROM unnest(
      ${given.map((o) => o.id)}::uuid[], ${given.map((o) => o.commitmentId)}::uuid[],
      ${given.map((o) => o.metric)}::text[], ${given.map((o) => o.place)}::text[],
      ${given.map((o) => o.period)}::text[], ${given.map((o) => o.periodStart)}::date[],
      ${given.map((o) => o.periodEnd)}::date[], ${given.map((o) => o.amount)}::numeric[],
      ${given.map((o) => o.unit)}::text[], ${given.map((o) => o.statement)}::text[],
      ${given.map((o) => o.compares)}::boolean[], ${given.map((o) => o.nature)}::text[], ${given.map((o) => o.documentId)}::uuid[],
      ${given.map((o) => o.itemId)}::uuid[], ${given.map((o) => o.start)}::int[],
      ${given.map((o) => o.end)}::int[], ${given.map((o) => o.quote)}::text[])`.execute(db);
}

/** Figures of a plan's commitments (or of all plans), oldest period first, then in the order they became known. */
export const listObservations = (
  db: Db,
  jurisdiction: string,
  planId: string | null,
  knownOn: IsoDate | null,
) =>
  db
    .selectFrom('observation')
    .innerJoin('commitment', (join) =>
      join
        .onRef('commitment.jurisdiction_id', '=', 'observation.jurisdiction_id')
        .onRef('commitment.id', '=', 'observation.commitment_id'),
    )
    .selectAll('observation')
    .where('observation.jurisdiction_id', '=', jurisdiction)
    .$if(planId !== null, (query) => query.where('commitment.plan_id', '=', planId ?? ''))
    .where(knownBy('observation', knownOn))
    .orderBy('observation.period_end')
    .orderBy('observation.recorded_at')
    .orderBy('observation.span_start')
    .execute();

/** Figures of the whole place in the plans of other years, oldest first, with the year: what a series is made of. */
export const listSeriesFigures = (db: Db, jurisdiction: string, planId: string, knownOn: IsoDate | null) =>
  db
    .selectFrom('observation')
    .innerJoin('commitment', (join) =>
      join
        .onRef('commitment.jurisdiction_id', '=', 'observation.jurisdiction_id')
        .onRef('commitment.id', '=', 'observation.commitment_id'),
    )
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.jurisdiction_id', '=', 'commitment.jurisdiction_id')
        .onRef('plan.id', '=', 'commitment.plan_id'),
    )
    .selectAll('observation')
    .select(['plan.year', 'commitment.kind', 'commitment.title'])
    .where('observation.jurisdiction_id', '=', jurisdiction)
    .where('commitment.plan_id', '<>', planId)
    .where('observation.place', '=', '')
    .where('observation.compares', '=', false)
    .where('observation.amount', 'is not', null)
    .where(knownBy('observation', knownOn))
    .orderBy('observation.period_end')
    .orderBy('observation.recorded_at')
    .orderBy('observation.span_start')
    .execute();
