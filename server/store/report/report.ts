// Rows of reports: one a promise, place and period. Its id follows from these, so nobody needs to look it up.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface ReportKey {
  readonly commitmentId: string;
  readonly placeId: string;
  readonly period: string;
}

export interface NewReport extends ReportKey {
  readonly id: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly dueOn: string;
  readonly recordedBy: string | null;
}

/** A UUID of the name-based kind (RFC 9562 §5.8), so that two servers give one report one id. */
export function reportIdOf(jurisdiction: string, { commitmentId, placeId, period }: ReportKey): string {
  const name = JSON.stringify([jurisdiction, commitmentId, placeId, period]);
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Adds the reports that are not there yet. */
export async function addReports(db: Db, jurisdiction: string, given: readonly NewReport[]): Promise<void> {
  if (given.length === 0) return;
  await sql`
    INSERT INTO report (jurisdiction_id, id, commitment_id, place_id, period, period_start, period_end, due_on, recorded_by)
    SELECT ${jurisdiction}, row.* FROM unnest(
      ${given.map((r) => r.id)}::uuid[], ${given.map((r) => r.commitmentId)}::uuid[],
      ${given.map((r) => r.placeId)}::text[], ${given.map((r) => r.period)}::text[],
      ${given.map((r) => r.periodStart)}::date[], ${given.map((r) => r.periodEnd)}::date[],
      ${given.map((r) => r.dueOn)}::date[], ${given.map((r) => r.recordedBy)}::uuid[]) AS row
    ON CONFLICT DO NOTHING`.execute(db);
}

export const listReportsById = (db: Db, jurisdiction: string, ids: readonly string[]) =>
  db
    .selectFrom('report')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where(sql<boolean>`id = ANY(${ids}::uuid[])`)
    .execute();

export const listReports = (db: Db, jurisdiction: string, commitmentIds: readonly string[]) =>
  db
    .selectFrom('report')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where(sql<boolean>`commitment_id = ANY(${commitmentIds}::uuid[])`)
    .execute();
