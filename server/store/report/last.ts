// The figure before: of a report or of a document, whichever is for the later period.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface LastWanted {
  readonly commitmentId: string;
  readonly placeId: string;
  /** As observations name the place: empty for the whole jurisdiction. */
  readonly placeName: string;
  readonly metric: string;
  /** Figures for periods that end before this day. */
  readonly before: string;
  /** …and not before this one: a figure counted from January knows no earlier year. */
  readonly from: string;
}

export interface LastFound {
  readonly index: number;
  readonly amount: string;
  readonly period: string;
  readonly unit: string;
}

/** By the index of the question; questions without an answer are left out. */
export async function findLastAmounts(
  db: Db,
  jurisdiction: string,
  wanted: readonly LastWanted[],
): Promise<ReadonlyMap<number, LastFound>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<LastFound>`
    SELECT (wanted.index - 1)::int AS index, last.amount, last.period, last.unit
    FROM unnest(
      ${wanted.map((w) => w.commitmentId)}::uuid[], ${wanted.map((w) => w.placeId)}::text[],
      ${wanted.map((w) => w.placeName)}::text[], ${wanted.map((w) => w.metric)}::text[],
      ${wanted.map((w) => w.before)}::date[], ${wanted.map((w) => w.from)}::date[]) WITH ORDINALITY
      AS wanted(commitment_id, place_id, place_name, metric, before, since, index)
    CROSS JOIN LATERAL (
      SELECT * FROM (
        (SELECT figure.amount, report.period, figure.unit, report.period_end, figure.recorded_at
         FROM report JOIN report_figure AS figure
           ON figure.jurisdiction_id = report.jurisdiction_id AND figure.report_id = report.id
         WHERE report.jurisdiction_id = ${jurisdiction} AND report.commitment_id = wanted.commitment_id
           AND report.place_id = wanted.place_id AND report.period_end < wanted.before
           AND report.period_end >= wanted.since AND figure.metric = wanted.metric AND figure.amount IS NOT NULL
         ORDER BY report.period_end DESC, figure.event_number DESC LIMIT 1)
        UNION ALL
        (SELECT amount, period, unit, period_end, recorded_at FROM observation
         WHERE jurisdiction_id = ${jurisdiction} AND commitment_id = wanted.commitment_id AND metric = wanted.metric
           AND place = wanted.place_name AND period_end < wanted.before AND period_end >= wanted.since
           AND amount IS NOT NULL AND NOT compares AND report_id IS NULL
         ORDER BY period_end DESC, recorded_at DESC LIMIT 1)) AS either
      ORDER BY period_end DESC, recorded_at DESC LIMIT 1) AS last`.execute(db);
  return new Map(rows.map((row) => [row.index, row]));
}
