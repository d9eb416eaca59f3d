// Rows of the register: projects, their codes, and what the register says of each in a year; the newest of a year counts.
import { sql } from 'kysely';
import type { Finding } from '../../../core/project/finding.ts';
import type { ProjectEntry } from '../../../core/project/project.ts';
import type { Db } from '../open.ts';

export interface NewEntry {
  readonly entry: ProjectEntry;
  readonly number: number;
  readonly asked: readonly Finding<string>[];
  readonly explanation: string;
}

export const addProjects = async (
  db: Db,
  jurisdiction: string,
  ids: readonly string[],
  recordedBy: string | null,
): Promise<void> => {
  await sql`
    INSERT INTO project (jurisdiction_id, id, recorded_by)
    SELECT ${jurisdiction}, id, ${recordedBy}::uuid FROM unnest(${ids}::uuid[]) AS id`.execute(db);
};

/** Codes that these projects now have for good; false where one belongs to another project. */
export async function claimCodes(
  db: Db,
  jurisdiction: string,
  claims: readonly { readonly code: string; readonly projectId: string }[],
  recordedBy: string | null,
): Promise<boolean> {
  const { rows } = await sql<{ lost: number }>`
    WITH claim AS (
      SELECT * FROM unnest(${claims.map(({ code }) => code)}::text[], ${claims.map(({ projectId }) => projectId)}::uuid[])
        AS claim(code, project_id)),
    won AS (
      INSERT INTO project_code (jurisdiction_id, code, project_id, recorded_by)
      SELECT ${jurisdiction}, code, project_id, ${recordedBy}::uuid FROM claim
      ON CONFLICT (jurisdiction_id, code) DO NOTHING RETURNING code)
    SELECT count(*)::int AS lost FROM claim
    WHERE code NOT IN (SELECT code FROM won)
      AND NOT EXISTS (SELECT FROM project_code WHERE project_code.jurisdiction_id = ${jurisdiction}
                        AND project_code.code = claim.code AND project_code.project_id = claim.project_id)`.execute(
    db,
  );
  return rows[0]?.lost === 0;
}

/** Whether all were added: false where somebody else's entry of the same number came first. */
export async function addEntries(
  db: Db,
  jurisdiction: string,
  given: readonly NewEntry[],
  recordedBy: string | null,
): Promise<boolean> {
  const rows = given.map(({ entry, number, asked, explanation }) => ({
    project_id: entry.id,
    number,
    year: entry.year,
    code: entry.code,
    name: entry.name,
    content: entry.content,
    kind: entry.kind,
    field: entry.field,
    levels: entry.levels,
    place_ids: entry.placeIds,
    owner_unit: entry.ownerUnit,
    lead_unit: entry.leadUnit,
    total: entry.total,
    annual_plan: entry.annualPlan,
    before_year: entry.beforeYear,
    feasibility: entry.feasibility,
    design_estimate: entry.designEstimate,
    financing: entry.financing,
    government_funded: entry.governmentFunded,
    lists: entry.lists,
    approved_on: entry.approvedOn,
    planned_on: entry.plannedOn,
    asked,
    explanation,
  }));
  const { rows: added } = await sql`
    INSERT INTO project_entry (jurisdiction_id, recorded_by, project_id, number, year, code, name, content, kind, field, levels,
      place_ids, owner_unit, lead_unit, total, annual_plan, before_year, feasibility, design_estimate, financing,
      government_funded, lists, approved_on, planned_on, asked, explanation)
    SELECT ${jurisdiction}, ${recordedBy}::uuid, row.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row(
      project_id uuid, number int, year int, code text, name text, content text, kind text, field text, levels jsonb,
      place_ids jsonb, owner_unit text, lead_unit text, total numeric, annual_plan numeric, before_year numeric,
      feasibility numeric, design_estimate numeric, financing jsonb, government_funded boolean, lists jsonb,
      approved_on date, planned_on jsonb, asked jsonb, explanation text)
    ON CONFLICT (jurisdiction_id, project_id, number) DO NOTHING
    RETURNING project_id`.execute(db);
  return added.length === given.length;
}

/** An entry as it is stored, without the days of its gates. */
export type StoredEntry = Omit<ProjectEntry, 'passedOn'> & {
  readonly number: number;
  readonly asked: readonly Finding<string>[];
  readonly explanation: string;
};

const columns = sql`
  project_id AS id, number, year, code, name, content, kind, field, levels, place_ids AS "placeIds", owner_unit AS "ownerUnit",
  lead_unit AS "leadUnit", trim_scale(total)::text AS total, trim_scale(annual_plan)::text AS "annualPlan",
  trim_scale(before_year)::text AS "beforeYear", trim_scale(feasibility)::text AS feasibility,
  trim_scale(design_estimate)::text AS "designEstimate", financing, government_funded AS "governmentFunded", lists,
  approved_on AS "approvedOn", planned_on AS "plannedOn", asked, explanation`;

/** Only these projects; without any the condition is left out, so that the planner sees which it is. */
export const among = (column: string, ids: readonly string[] | null) =>
  ids === null ? sql`` : sql` AND ${sql.ref(column)} = ANY(${ids}::uuid[])`;

/** The register of a year, of these projects or of all: the newest entry of each. */
export async function listEntries(
  db: Db,
  jurisdiction: string,
  year: number,
  ids: readonly string[] | null = null,
): Promise<StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    SELECT DISTINCT ON (project_id) ${columns} FROM project_entry
    WHERE jurisdiction_id = ${jurisdiction} AND year = ${year}${among('project_id', ids)}
    ORDER BY project_id, number DESC`.execute(db);
  return rows;
}

/** The newest entry of each of these projects, whatever its year. */
export async function listNewestEntries(
  db: Db,
  jurisdiction: string,
  ids: readonly string[],
): Promise<StoredEntry[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<StoredEntry>`
    SELECT DISTINCT ON (project_id) ${columns} FROM project_entry
    WHERE jurisdiction_id = ${jurisdiction}${among('project_id', ids)}
    ORDER BY project_id, number DESC`.execute(db);
  return rows;
}

/** Every entry of one project, oldest first. */
export async function listEntriesOf(db: Db, jurisdiction: string, projectId: string): Promise<StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    SELECT ${columns} FROM project_entry
    WHERE jurisdiction_id = ${jurisdiction} AND project_id = ${projectId} ORDER BY number`.execute(db);
  return rows;
}

export async function listYears(db: Db, jurisdiction: string): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    SELECT DISTINCT year FROM project_entry WHERE jurisdiction_id = ${jurisdiction}
    UNION SELECT DISTINCT year FROM project_table WHERE jurisdiction_id = ${jurisdiction}
    ORDER BY year DESC`.execute(db);
  return rows.map(({ year }) => year);
}

/** The newest year for which the register itself holds a project. */
export async function latestRegisterYear(db: Db, jurisdiction: string): Promise<number | null> {
  const { rows } = await sql<{ year: number | null }>`
    SELECT max(year) AS year FROM project_entry WHERE jurisdiction_id = ${jurisdiction}`.execute(db);
  return rows[0]?.year ?? null;
}

export interface CodeOwner {
  readonly code: string;
  readonly projectId: string;
  readonly name: string;
}

/** Whose these codes are, with the name the project was last entered under. */
export async function findCodes(
  db: Db,
  jurisdiction: string,
  codes: readonly string[],
): Promise<CodeOwner[]> {
  const { rows } = await sql<CodeOwner>`
    SELECT project_code.code, project_code.project_id AS "projectId",
           (SELECT name FROM project_entry AS entry
            WHERE entry.jurisdiction_id = ${jurisdiction} AND entry.project_id = project_code.project_id
            ORDER BY number DESC LIMIT 1) AS name
    FROM project_code
    WHERE jurisdiction_id = ${jurisdiction} AND code = ANY(${codes}::text[])`.execute(db);
  return rows;
}

/** Number of the newest entry of each of these projects, whatever its year. */
export async function lastNumbers(
  db: Db,
  jurisdiction: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; number: number }>`
    SELECT project_id AS id, max(number)::int AS number FROM project_entry
    WHERE jurisdiction_id = ${jurisdiction} AND project_id = ANY(${ids}::uuid[]) GROUP BY 1`.execute(db);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

export interface Touched {
  /** Number of the last act about projects in the audit log; 0 before the first. */
  readonly number: number;
  /** Projects that were acted on since. */
  readonly ids: readonly string[];
  /** True where an act was about a whole year. */
  readonly whole: boolean;
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Which projects were acted on after an act of the audit log; null asks for the number alone. */
export async function listTouched(db: Db, jurisdiction: string, after: number | null): Promise<Touched> {
  const { rows } = await sql<{ number: string; id: string }>`
    SELECT number, object_id AS id FROM audit_entry
    WHERE jurisdiction_id = ${jurisdiction} AND object_kind = 'project'
      ${after === null ? sql`` : sql`AND number > ${after}`}
    ORDER BY number DESC ${after === null ? sql`LIMIT 1` : sql``}`.execute(db);
  const ids = [...new Set(rows.map(({ id }) => id))];
  return { number: Number(rows[0]?.number ?? after ?? 0), ids: ids.filter(isId), whole: !ids.every(isId) };
}
