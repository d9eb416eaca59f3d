// Rows of monthly investment: since January at the end of a month; of several for a month the last counts.
import { sql } from 'kysely';
import type { Finding } from '../../../core/project/finding.ts';
import type { MonthReport } from '../../../core/project/investment.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';
import { among } from './entry.ts';

export interface MonthRecord extends MonthReport {
  readonly building: boolean;
  readonly asked: readonly Finding<string>[];
  readonly explanation: string;
}

/** False where somebody else's report of the same month came first. */
export async function addMonths(
  db: Db,
  jurisdiction: string,
  given: readonly MonthRecord[],
  recordedBy: string | null,
): Promise<boolean> {
  if (given.length === 0) return true;
  const { rows } = await sql`
    INSERT INTO project_investment (jurisdiction_id, recorded_by, project_id, period_end, number, since_january, picture,
                                    physical, building, asked, explanation)
    SELECT ${jurisdiction}, ${recordedBy}::uuid, row.* FROM unnest(
      ${given.map((g) => g.projectId)}::uuid[], ${given.map((g) => g.periodEnd)}::date[],
      ${given.map((g) => g.sequence)}::int[], ${given.map((g) => g.sinceJanuary)}::numeric[],
      ${given.map((g) => g.picture)}::text[], ${given.map((g) => g.physical)}::numeric[],
      ${given.map((g) => g.building)}::boolean[], ${given.map((g) => JSON.stringify(g.asked))}::jsonb[],
      ${given.map((g) => g.explanation)}::text[]) AS row
    ON CONFLICT (jurisdiction_id, project_id, period_end, number) DO NOTHING RETURNING number`.execute(db);
  return rows.length === given.length;
}

export interface MonthRow extends MonthRecord {
  readonly by: string | null;
  readonly at: string;
}

const columns = sql`
  project_id AS "projectId", period_end AS "periodEnd", project_investment.number AS sequence,
  trim_scale(since_january)::text AS "sinceJanuary", picture, trim_scale(physical)::text AS physical, building, asked,
  explanation, project_investment.recorded_at AS at`;

/** Every report of these projects, with the post that made it. */
export async function listMonthsOf(
  db: Db,
  jurisdiction: string,
  projectIds: readonly string[],
): Promise<MonthRow[]> {
  const { rows } = await sql<MonthRow>`
    SELECT ${columns}, account.name AS by
    FROM project_investment
    LEFT JOIN account ON account.jurisdiction_id = project_investment.jurisdiction_id
                     AND account.id = project_investment.recorded_by
    WHERE project_investment.jurisdiction_id = ${jurisdiction} AND project_id = ANY(${projectIds}::uuid[])
    ORDER BY project_id, period_end, project_investment.number`.execute(db);
  return rows;
}

/** The last report of these projects, or of all, in a year up to a day: what done, picture and rates are made of. */
export async function listLastMonths(
  db: Db,
  jurisdiction: string,
  year: number,
  asOf: IsoDate,
  ids: readonly string[] | null,
): Promise<(MonthReport & { readonly building: boolean })[]> {
  const { rows } = await sql<MonthReport & { readonly building: boolean }>`
    SELECT DISTINCT ON (project_id) project_id AS "projectId", period_end AS "periodEnd", number AS sequence,
           trim_scale(since_january)::text AS "sinceJanuary", picture, trim_scale(physical)::text AS physical, building
    FROM project_investment
    WHERE jurisdiction_id = ${jurisdiction} AND period_end BETWEEN make_date(${year}, 1, 1) AND ${asOf}::date
      ${among('project_id', ids)}
    ORDER BY project_id, period_end DESC, number DESC`.execute(db);
  return rows;
}
