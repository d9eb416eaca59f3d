// Names of the projects of the register, newest entry first: what money can be linked to.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export async function listProjectNames(
  db: Db,
  jurisdiction: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT DISTINCT ON (project_id) project_id AS id, name FROM project_entry
    WHERE jurisdiction_id = ${jurisdiction} ORDER BY project_id, year DESC, number DESC LIMIT 20000`.execute(
    db,
  );
  return rows;
}
