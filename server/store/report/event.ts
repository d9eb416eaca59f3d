// Rows of what happened to reports. The key (report, number) lets one of two people win who move it at once.
import { sql } from 'kysely';
import type { ReportAction, ReportState } from '../../../core/observe/report.ts';
import type { Db } from '../open.ts';

export interface NewReportEvent {
  readonly reportId: string;
  readonly number: number;
  readonly action: ReportAction;
  readonly state: ReportState;
  readonly reason: string;
  readonly receivedAt: string;
  readonly recordedBy: string | null;
}

/** Adds what can be added; fewer rows than given where somebody else's came first. */
export async function addReportEvents(
  db: Db,
  jurisdiction: string,
  given: readonly NewReportEvent[],
): Promise<number> {
  if (given.length === 0) return 0;
  const { numAffectedRows } = await sql`
    INSERT INTO report_event (jurisdiction_id, report_id, number, action, state, reason, received_at, recorded_by)
    SELECT ${jurisdiction}, row.* FROM unnest(
      ${given.map((e) => e.reportId)}::uuid[], ${given.map((e) => e.number)}::int[],
      ${given.map((e) => e.action)}::text[], ${given.map((e) => e.state)}::text[],
      ${given.map((e) => e.reason)}::text[], ${given.map((e) => e.receivedAt)}::timestamptz[],
      ${given.map((e) => e.recordedBy)}::uuid[]) AS row
    ON CONFLICT DO NOTHING`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

export interface ReportEventRow {
  readonly reportId: string;
  readonly number: number;
  readonly action: ReportAction;
  readonly state: ReportState;
  readonly reason: string;
  readonly receivedAt: string;
  readonly recordedBy: string | null;
  readonly by: string;
}

/** Everything that happened to these reports, in order. */
export async function listReportEvents(
  db: Db,
  jurisdiction: string,
  reportIds: readonly string[],
): Promise<ReportEventRow[]> {
  if (reportIds.length === 0) return [];
  const { rows } = await sql<ReportEventRow>`
    SELECT event.report_id AS "reportId", event.number, event.action, event.state, event.reason,
           event.received_at AS "receivedAt", event.recorded_by AS "recordedBy", coalesce(account.name, '') AS by
    FROM report_event AS event
    LEFT JOIN account ON account.jurisdiction_id = event.jurisdiction_id AND account.id = event.recorded_by
    WHERE event.jurisdiction_id = ${jurisdiction} AND event.report_id = ANY(${reportIds}::uuid[])
    ORDER BY event.report_id, event.number`.execute(db);
  return rows;
}

/** The present state of each report that ever moved. */
export async function listReportStates(
  db: Db,
  jurisdiction: string,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, ReportState>> {
  if (reportIds.length === 0) return new Map();
  const { rows } = await sql<{ reportId: string; state: ReportState }>`
    SELECT wanted.id AS "reportId", last.state
    FROM unnest(${reportIds}::uuid[]) AS wanted(id)
    CROSS JOIN LATERAL (
      SELECT state FROM report_event WHERE jurisdiction_id = ${jurisdiction} AND report_id = wanted.id
      ORDER BY number DESC LIMIT 1) AS last`.execute(db);
  return new Map(rows.map(({ reportId, state }) => [reportId, state]));
}
