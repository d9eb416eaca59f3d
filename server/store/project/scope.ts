// Where a project stands: its places, the unit that leads it, its owner, and the units that were given a blocker of it.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface ProjectAround {
  readonly places: readonly string[];
  readonly leadUnit: string | null;
  readonly units: readonly string[];
}

/** Units under the name that all their printings lead to, as roles are held for it. */
export async function getProjectAround(
  db: Db,
  jurisdiction: string,
  id: string,
): Promise<ProjectAround | undefined> {
  const { rows } = await sql<ProjectAround>`
    WITH entry AS (
      SELECT place_ids, lead_unit, owner_unit FROM project_entry
      WHERE jurisdiction_id = ${jurisdiction} AND project_id = ${id} ORDER BY number DESC LIMIT 1),
    given AS (
      SELECT DISTINCT event.unit FROM project_blocker AS blocker
      JOIN project_blocker_event AS event ON event.jurisdiction_id = blocker.jurisdiction_id AND event.blocker_id = blocker.id
      WHERE blocker.jurisdiction_id = ${jurisdiction} AND blocker.project_id = ${id} AND event.unit <> ''),
    named AS (
      SELECT unit, coalesce((SELECT name FROM unit_alias WHERE unit_alias.jurisdiction_id = ${jurisdiction}
                                                         AND unit_alias.alias = unit), unit) AS name
      FROM (SELECT lead_unit AS unit FROM entry UNION SELECT owner_unit FROM entry UNION SELECT unit FROM given) AS units
      WHERE unit IS NOT NULL AND unit <> ''),
    around AS (
      SELECT DISTINCT place.id FROM entry, LATERAL (
        WITH RECURSIVE around AS (
          SELECT jsonb_array_elements_text(entry.place_ids) AS id
          UNION
          SELECT place_parent.parent_id FROM place_parent JOIN around ON place_parent.place_id = around.id
          WHERE place_parent.jurisdiction_id = ${jurisdiction})
        SELECT id FROM around) AS place)
    SELECT coalesce((SELECT jsonb_agg(id) FROM around), '[]') AS places,
           (SELECT name FROM named WHERE unit = entry.lead_unit LIMIT 1) AS "leadUnit",
           coalesce((SELECT jsonb_agg(name) FROM named), '[]') AS units
    FROM entry`.execute(db);
  return rows[0];
}

/** Which place lies in which; for the scopes of many projects at once. */
export const listPlaceParents = (db: Db, jurisdiction: string) =>
  db
    .selectFrom('place_parent')
    .select(['place_id', 'parent_id'])
    .where('jurisdiction_id', '=', jurisdiction)
    .execute();
