// Whom a notice or an inspection is addressed to, and the units of the promises it is about, under the names their printings lead to.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface Addressees {
  readonly id: string;
  /** Empty for the whole jurisdiction. */
  readonly place: string;
  readonly unit: string;
  /** Units that lead or support what it is about. */
  readonly units: readonly string[];
}

/** What each is about: a notice one promise or none, an inspection several. */
const about = {
  notice: sql`notice AS matter LEFT JOIN commitment_now AS commitment ON commitment.jurisdiction_id = matter.jurisdiction_id
                                                AND commitment.id = matter.commitment_id`,
  inspection: sql`inspection AS matter LEFT JOIN commitment_now AS commitment ON commitment.jurisdiction_id = matter.jurisdiction_id
                                                AND matter.commitment_ids ? commitment.id::text`,
};

async function find(db: Db, jurisdiction: string, kind: keyof typeof about, id: string | null) {
  const { rows } = await sql<Addressees>`
    SELECT matter.id, matter.place_id AS place, matter.unit,
           coalesce(array_agg(DISTINCT coalesce(alias.name, printed.name)) FILTER (WHERE printed.name IS NOT NULL),
                    ARRAY[]::text[]) AS units
    FROM ${about[kind]}
    LEFT JOIN LATERAL (
      SELECT commitment.lead_unit AS name
      UNION SELECT jsonb_array_elements_text(commitment.support_units)) AS printed ON true
    LEFT JOIN unit_alias AS alias ON alias.jurisdiction_id = matter.jurisdiction_id AND alias.alias = printed.name
    WHERE matter.jurisdiction_id = ${jurisdiction} AND (${id}::uuid IS NULL OR matter.id = ${id}::uuid)
    GROUP BY matter.id, matter.place_id, matter.unit`.execute(db);
  return rows;
}

export const getAddressees = async (
  db: Db,
  jurisdiction: string,
  kind: keyof typeof about,
  id: string,
): Promise<Addressees | undefined> => (await find(db, jurisdiction, kind, id))[0];

export const listAddressees = (
  db: Db,
  jurisdiction: string,
  kind: keyof typeof about,
): Promise<readonly Addressees[]> => find(db, jurisdiction, kind, null);
