// Where an object stands: its places, units and owner, by kind and id. What decides whether a caller may touch it.
import { sql } from 'kysely';
import type { ObjectScope } from '../../core/contract/permission.ts';
import type { ObjectKind } from '../../core/contract/route.ts';
import type { Db } from './open.ts';
import { listGrantPlaces } from './people/account-list.ts';
import { getSiteAround } from './site/site.ts';
import { getAddressees } from './supervise/addressee.ts';

type Found = Promise<ObjectScope | undefined>;
type Find = (db: Db, jurisdiction: string, id: string) => Found;

const cityWide: ObjectScope = { places: [], leadUnit: null, units: [], owner: null };

/** A place and everything it lies in, from the inside out. */
export async function placesAround(db: Db, jurisdiction: string, place: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE around AS (
      SELECT ${place}::text AS id
      UNION
      SELECT place_parent.parent_id FROM place_parent JOIN around ON place_parent.place_id = around.id
      WHERE place_parent.jurisdiction_id = ${jurisdiction})
    SELECT id FROM around`.execute(db);
  return rows.map(({ id }) => id);
}

const ownedAccount: Find = async (db, jurisdiction, id) => {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...cityWide, owner: row.id };
};

/** Inside a place stands an account all of whose roles are held there; one with a role of the whole city stands nowhere else. */
const account: Find = async (db, jurisdiction, id) => {
  const owned = await ownedAccount(db, jurisdiction, id);
  if (!owned) return undefined;
  const held = await listGrantPlaces(db, jurisdiction, id);
  const chains: string[][] = await Promise.all(
    held.map((place) => (place === null ? [] : placesAround(db, jurisdiction, place))),
  );
  const [first = [], ...rest] = chains;
  return { ...owned, places: first.filter((place) => rest.every((chain) => chain.includes(place))) };
};

const invitation: Find = async (db, jurisdiction, id) => {
  const row = await db
    .selectFrom('invitation')
    .select('place_id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      ...cityWide,
      places: row.place_id === null ? [] : await placesAround(db, jurisdiction, row.place_id),
    }
  );
};

const commitment: Find = async (db, jurisdiction, id) => {
  const row = await db
    .selectFrom('commitment')
    .select(['lead_unit', 'support_units'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...cityWide, leadUnit: row.lead_unit, units: row.support_units };
};

const session: Find = async (db, jurisdiction, id) => {
  const row = await db
    .selectFrom('session')
    .select('account_id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...cityWide, owner: row.account_id };
};

/** Units under the name that all their printings lead to, as roles are held for it. */
const report: Find = async (db, jurisdiction, id) => {
  const { rows } = await sql<{ place: string; leadUnit: string | null; units: readonly string[] }>`
    SELECT report.place_id AS place, coalesce(alias.name, commitment.lead_unit) AS "leadUnit",
           commitment.support_units AS units
    FROM report
    JOIN commitment ON commitment.jurisdiction_id = report.jurisdiction_id AND commitment.id = report.commitment_id
    LEFT JOIN unit_alias AS alias ON alias.jurisdiction_id = report.jurisdiction_id
                                 AND alias.alias = commitment.lead_unit
    WHERE report.jurisdiction_id = ${jurisdiction} AND report.id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const places = row.place === '' ? [] : await placesAround(db, jurisdiction, row.place);
  return { places, leadUnit: row.leadUnit, units: row.units, owner: null };
};

/** Places and everything that lies in them. */
export async function placesInside(
  db: Db,
  jurisdiction: string,
  places: readonly string[],
): Promise<string[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE inside AS (
      SELECT unnest(${places}::text[]) AS id
      UNION
      SELECT place_parent.place_id FROM place_parent JOIN inside ON place_parent.parent_id = inside.id
      WHERE place_parent.jurisdiction_id = ${jurisdiction})
    SELECT id FROM inside`.execute(db);
  return rows.map(({ id }) => id);
}

/** A notice stands where its place is and with the unit that must answer; the units of its promise may read it. */
const notice: Find = async (db, jurisdiction, id) => {
  const row = await getAddressees(db, jurisdiction, 'notice', id);
  if (!row) return undefined;
  const { unit, place, units } = row;
  const places = place === '' ? [] : await placesAround(db, jurisdiction, place);
  const own = unit === '' ? null : unit;
  return { places, leadUnit: own, units: own === null ? units : [own, ...units], owner: null };
};

/** A site stands in its place, with the unit that leads its promise. */
const site: Find = async (db, jurisdiction, id) => {
  const row = await getSiteAround(db, jurisdiction, id);
  if (!row) return undefined;
  const { place, leadUnit, units } = row;
  return {
    places: place === '' ? [] : await placesAround(db, jurisdiction, place),
    leadUnit,
    units,
    owner: null,
  };
};

/** A kind without a finder has no routes yet. */
const finders: Readonly<Partial<Record<ObjectKind, Find>>> = {
  account,
  invitation,
  commitment,
  session,
  token: session,
  report,
  notice,
  site,
};

/** undefined where there is no such object. @throws TypeError for a kind that nobody taught the store to find. */
export function findScope(db: Db, jurisdiction: string, kind: ObjectKind, id: string): Found {
  const find = finders[kind];
  if (!find) throw new TypeError(`no scope of ${kind}`);
  return find(db, jurisdiction, id);
}
