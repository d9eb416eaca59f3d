// Rows of the jurisdiction, its places and the other names of its units.
import { sql } from 'kysely';
import type { Db } from './open.ts';

export interface NewPlace {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: 'district' | 'county' | 'zone' | 'street';
  readonly tile: readonly [number, number] | null;
  /** The place it lies in, for a street; null for what belongs to the jurisdiction itself. */
  readonly in: string | null;
}

export const addJurisdiction = async (
  db: Db,
  given: { id: string; name: string; nameEn: string },
): Promise<void> => {
  await db
    .insertInto('jurisdiction')
    .values({ jurisdiction_id: given.id, name: given.name, name_en: given.nameEn })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const getJurisdiction = (db: Db) =>
  db.selectFrom('jurisdiction').selectAll().orderBy('recorded_at').limit(1).executeTakeFirst();

export const addPlaces = async (db: Db, jurisdiction: string, places: readonly NewPlace[]): Promise<void> => {
  if (places.length === 0) return;
  await sql`
    INSERT INTO place (jurisdiction_id, id, name, name_en, kind, position, tile)
    SELECT ${jurisdiction}, id, name, name_en, kind, position, tile
    FROM unnest(${places.map((p) => p.id)}::text[], ${places.map((p) => p.name)}::text[],
                ${places.map((p) => p.nameEn)}::text[], ${places.map((p) => p.kind)}::text[],
                ${places.map((p) => (p.tile ? JSON.stringify(p.tile) : null))}::jsonb[])
         WITH ORDINALITY AS row(id, name, name_en, kind, tile, position)
    ON CONFLICT DO NOTHING`.execute(db);
  const inside = places.filter((place) => place.in !== null);
  await sql`
    INSERT INTO place_parent (jurisdiction_id, place_id, parent_id)
    SELECT ${jurisdiction}, row.* FROM unnest(${inside.map((p) => p.id)}::text[], ${inside.map((p) => p.in)}::text[]) AS row
    ON CONFLICT DO NOTHING`.execute(db);
};

/** Districts, counties and zones: what a plan is spread over. Streets lie inside them. */
export const listPlaces = (db: Db, jurisdiction: string) =>
  db
    .selectFrom('place')
    .select(['id', 'name', 'name_en', 'kind', 'tile'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('kind', '<>', 'street')
    .orderBy('position')
    .execute();

export const addUnitAliases = async (
  db: Db,
  jurisdiction: string,
  aliases: readonly { alias: string; name: string }[],
): Promise<void> => {
  if (aliases.length === 0) return;
  await sql`
    INSERT INTO unit_alias (jurisdiction_id, alias, name)
    SELECT ${jurisdiction}, alias, name
    FROM unnest(${aliases.map((a) => a.alias)}::text[], ${aliases.map((a) => a.name)}::text[]) AS row(alias, name)
    ON CONFLICT DO NOTHING`.execute(db);
};

export const listUnitAliases = (db: Db, jurisdiction: string) =>
  db.selectFrom('unit_alias').select(['alias', 'name']).where('jurisdiction_id', '=', jurisdiction).execute();

/** Streets too. */
export const listAllPlaces = (db: Db, jurisdiction: string) =>
  db
    .selectFrom('place')
    .select(['id', 'name', 'name_en', 'kind'])
    .where('jurisdiction_id', '=', jurisdiction)
    .orderBy('position')
    .execute();
