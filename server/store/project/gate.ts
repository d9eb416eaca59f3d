// Rows of gates: the day on which each was passed, or the record taken back. The key (project, number) lets one of two people win.
import { sql } from 'kysely';
import type { Finding } from '../../../core/project/finding.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';
import { among } from './entry.ts';

export interface GateRecord {
  readonly projectId: string;
  readonly number: number;
  readonly gate: string;
  readonly day: IsoDate | null;
  readonly words: string;
  readonly asked: readonly Finding<string>[];
}

/** False where somebody else's record came first. */
export async function addGates(
  db: Db,
  jurisdiction: string,
  given: readonly GateRecord[],
  recordedBy: string | null,
): Promise<boolean> {
  if (given.length === 0) return true;
  const { rows } = await sql`
    INSERT INTO project_gate (jurisdiction_id, recorded_by, project_id, number, gate, passed_on, words, asked)
    SELECT ${jurisdiction}, ${recordedBy}::uuid, row.* FROM unnest(
      ${given.map((g) => g.projectId)}::uuid[], ${given.map((g) => g.number)}::int[], ${given.map((g) => g.gate)}::text[],
      ${given.map((g) => g.day)}::date[], ${given.map((g) => g.words)}::text[],
      ${given.map((g) => JSON.stringify(g.asked))}::jsonb[]) AS row
    ON CONFLICT (jurisdiction_id, project_id, number) DO NOTHING RETURNING number`.execute(db);
  return rows.length === given.length;
}

export interface PassedGates {
  readonly projectId: string;
  readonly passedOn: Readonly<Record<string, IsoDate>>;
  /** Number of the last record. */
  readonly number: number;
}

/** Days that hold now, of these projects or of all. */
export async function listPassed(
  db: Db,
  jurisdiction: string,
  ids: readonly string[] | null,
): Promise<PassedGates[]> {
  const { rows } = await sql<PassedGates>`
    SELECT project_id AS "projectId", max(number)::int AS number,
           coalesce(jsonb_object_agg(gate, passed_on) FILTER (WHERE passed_on IS NOT NULL), '{}') AS "passedOn"
    FROM (SELECT DISTINCT ON (project_id, gate) project_id, gate, passed_on, number FROM project_gate
          WHERE jurisdiction_id = ${jurisdiction}${among('project_id', ids)}
          ORDER BY project_id, gate, number DESC) AS last
    GROUP BY project_id`.execute(db);
  return rows;
}
