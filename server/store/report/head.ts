// Reports with their last move, of one plan: what a review list is made of.
import { sql } from 'kysely';
import type { ReportState } from '../../../core/observe/report.ts';
import type { Db } from '../open.ts';

export interface ReportHead {
  readonly id: string;
  readonly commitmentId: string;
  readonly placeId: string;
  readonly period: string;
  readonly state: ReportState;
}

/** Those that arrived first stand first: whoever reviews works through them in that order. */
export async function listReportHeads(
  db: Db,
  jurisdiction: string,
  planId: string,
  limit = 1_000_000,
): Promise<ReportHead[]> {
  const { rows } = await sql<ReportHead>`
    SELECT report.id, report.commitment_id AS "commitmentId", report.place_id AS "placeId", report.period, last.state
    FROM report
    JOIN commitment ON commitment.jurisdiction_id = report.jurisdiction_id AND commitment.id = report.commitment_id
    CROSS JOIN LATERAL (
      SELECT state, received_at FROM report_event
      WHERE jurisdiction_id = report.jurisdiction_id AND report_id = report.id
      ORDER BY number DESC LIMIT 1) AS last
    WHERE report.jurisdiction_id = ${jurisdiction} AND commitment.plan_id = ${planId}
    ORDER BY last.received_at, report.id
    LIMIT ${limit}`.execute(db);
  return rows;
}
