// Rows of reported figures: as typed, and as an exact amount in the unit that is asked for.
import { sql } from 'kysely';
import type { FigureNature } from '../../../core/plan/draft.ts';
import type { Db } from '../open.ts';

export interface NewReportFigure {
  readonly id: string;
  readonly reportId: string;
  readonly eventNumber: number;
  readonly metric: string;
  readonly typed: string;
  readonly amount: string | null;
  readonly unit: string;
  readonly statement: string;
  readonly nature: FigureNature;
  readonly corrects: string | null;
}

export async function addReportFigures(
  db: Db,
  jurisdiction: string,
  given: readonly NewReportFigure[],
): Promise<void> {
  if (given.length === 0) return;
  await sql`
    INSERT INTO report_figure (jurisdiction_id, id, report_id, event_number, metric, typed, amount, unit, statement, nature,
                               corrects)
    SELECT ${jurisdiction}, row.* FROM unnest(
      ${given.map((f) => f.id)}::uuid[], ${given.map((f) => f.reportId)}::uuid[],
      ${given.map((f) => f.eventNumber)}::int[], ${given.map((f) => f.metric)}::text[],
      ${given.map((f) => f.typed)}::text[], ${given.map((f) => f.amount)}::numeric[],
      ${given.map((f) => f.unit)}::text[], ${given.map((f) => f.statement)}::text[],
      ${given.map((f) => f.nature)}::text[], ${given.map((f) => f.corrects)}::uuid[]) AS row`.execute(db);
}

export const listReportFigures = (db: Db, jurisdiction: string, reportIds: readonly string[]) =>
  db
    .selectFrom('report_figure')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where(sql<boolean>`report_id = ANY(${reportIds}::uuid[])`)
    .orderBy('report_id')
    .orderBy('event_number')
    .orderBy('metric')
    .execute();

/** New figures of reports, as facts that verdicts rest on. */
export interface ReportedObservation {
  readonly id: string;
  readonly commitmentId: string;
  readonly metric: string;
  readonly place: string;
  readonly period: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly amount: string | null;
  readonly unit: string;
  readonly statement: string;
  readonly nature: FigureNature;
  readonly reportId: string;
}

export async function addReportedObservations(
  db: Db,
  jurisdiction: string,
  given: readonly ReportedObservation[],
): Promise<void> {
  if (given.length === 0) return;
  await sql`
    INSERT INTO observation (jurisdiction_id, id, commitment_id, metric, place, period, period_start, period_end, amount,
                             unit, statement, compares, nature, quote, report_id)
    SELECT ${jurisdiction}, row.id, row.commitment_id, row.metric, row.place, row.period, row.period_start,
           row.period_end, row.amount, row.unit, row.statement, false, row.nature, '', row.report_id
    FROM unnest(
      ${given.map((o) => o.id)}::uuid[], ${given.map((o) => o.commitmentId)}::uuid[],
      ${given.map((o) => o.metric)}::text[], ${given.map((o) => o.place)}::text[],
      ${given.map((o) => o.period)}::text[], ${given.map((o) => o.periodStart)}::date[],
      ${given.map((o) => o.periodEnd)}::date[], ${given.map((o) => o.amount)}::numeric[],
      ${given.map((o) => o.unit)}::text[], ${given.map((o) => o.statement)}::text[],
      ${given.map((o) => o.nature)}::text[], ${given.map((o) => o.reportId)}::uuid[])
      AS row(id, commitment_id, metric, place, period, period_start, period_end, amount, unit, statement, nature,
             report_id)`.execute(db);
}
