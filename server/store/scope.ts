// Where an object stands: its places, units and owner, by kind and id. What decides whether a caller may touch it.
import { sql } from 'kysely';
import type { ObjectScope } from '../../core/contract/permission.ts';
import type { ObjectKind } from '../../core/contract/route.ts';
import { getBatch } from './award/batch.ts';
import { getClaim } from './award/claim.ts';
import { listNurture } from './award/nurture.ts';
import { getQuestion } from './award/question.ts';
import { listLetters } from './exchange/letter.ts';
import { getInspected } from './inspection/inspection.ts';
import { listUnitAliases } from './jurisdiction.ts';
import { getMessageOwner } from './message/message.ts';
import type { Db } from './open.ts';
import { listGrantPlaces } from './people/account-list.ts';
import { getProjectAround } from './project/scope.ts';
import { listEnterprises } from './register/current.ts';
import { getHolder } from './register/enterprise.ts';
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

/** Units under the one name that all their printings lead to, as roles are held for it. */
const commitment: Find = async (db, jurisdiction, id) => {
  const row = await db
    .selectFrom('commitment_now')
    .select(['lead_unit', 'support_units'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const names = new Map((await listUnitAliases(db, jurisdiction)).map(({ alias, name }) => [alias, name]));
  const nameOf = (unit: string): string => names.get(unit) ?? unit;
  const { lead_unit: lead, support_units: units } = row;
  return { ...cityWide, leadUnit: lead === null ? null : nameOf(lead), units: units.map(nameOf) };
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
    JOIN commitment_now AS commitment ON commitment.jurisdiction_id = report.jurisdiction_id AND commitment.id = report.commitment_id
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

/**
 * An inspection stands where its place is and with the unit that is inspected, from the day that one learns of it: with the
 * approval, and of an unannounced one (暗访) with the conclusion. Until then it stands with the offices alone.
 */
const inspection: Find = async (db, jurisdiction, id) => {
  const row = await getInspected(db, jurisdiction, id);
  if (!row) return undefined;
  if (!row.isTold) return cityWide;
  const { unit, place } = row;
  const places = place === '' ? [] : await placesAround(db, jurisdiction, place);
  return unit === '' ? { ...cityWide, places } : { places, leadUnit: unit, units: [unit], owner: null };
};

const led = (places: string[], unit: string, owner: string | null): ObjectScope => ({
  ...{ places, owner, leadUnit: unit === '' ? null : unit, units: [] },
});
const around = async (db: Db, jurisdiction: string, place: string): Promise<string[]> =>
  place === '' ? [] : placesAround(db, jurisdiction, place);

/** A batch stands with the unit that leads its clauses. */
const batch: Find = async (db, jurisdiction, id) => {
  const row = await getBatch(db, jurisdiction, id);
  return row && led([], row.unit, null);
};

/** A claim, and a question, stand where the enterprise is, with the unit that leads the clause; they belong to whoever made them. */
const claim: Find = async (db, jurisdiction, id) => {
  const row = await getClaim(db, jurisdiction, id);
  return row && led(await around(db, jurisdiction, row.placeId), row.unit, row.ownerId);
};

const question: Find = async (db, jurisdiction, id) => {
  const row = await getQuestion(db, jurisdiction, id);
  return row && led(await around(db, jurisdiction, row.placeId), row.unit, row.ownerId);
};

const nurture: Find = async (db, jurisdiction, id) => {
  const [row] = await listNurture(db, jurisdiction, id);
  return row && led(await around(db, jurisdiction, row.placeId), row.unit, null);
};

/** A project stands in its places, with the unit that leads it and those that were given a blocker of it. */
const project: Find = async (db, jurisdiction, id) => {
  const row = await getProjectAround(db, jurisdiction, id);
  return row && { ...row, owner: null };
};

/** A message is its receiver's. */
const message: Find = async (db, jurisdiction, id) => {
  const row = await getMessageOwner(db, jurisdiction, id);
  return row && { ...cityWide, owner: row.account_id };
};

/** A letter of a consultation stands in the place that is asked. */
const letter: Find = async (db, jurisdiction, id) => {
  const [row] = await listLetters(db, jurisdiction, { id });
  return (
    row && {
      ...cityWide,
      places: row.placeId === '' ? [] : await placesAround(db, jurisdiction, row.placeId),
    }
  );
};

/** An enterprise stands in its place and belongs to the account that acts for it. */
const enterprise: Find = async (db, jurisdiction, code) => {
  const [row] = await listEnterprises(db, jurisdiction, [code]);
  if (!row) return undefined;
  const holder = await getHolder(db, jurisdiction, code);
  return { ...led(await around(db, jurisdiction, row.place_id), '', holder?.accountId ?? null) };
};

/** A kind without a finder has no routes yet. */
const finders: Readonly<Partial<Record<ObjectKind, Find>>> = {
  letter,
  enterprise,
  message,
  account,
  invitation,
  commitment,
  session,
  token: session,
  report,
  notice,
  inspection,
  site,
  batch,
  claim,
  question,
  nurture,
  project,
};

/** undefined where there is no such object. @throws TypeError for a kind that nobody taught the store to find. */
export function findScope(db: Db, jurisdiction: string, kind: ObjectKind, id: string): Found {
  const find = finders[kind];
  if (!find) throw new TypeError(`no scope of ${kind}`);
  return find(db, jurisdiction, id);
}
