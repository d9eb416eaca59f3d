// Rows of sites: what each brings to which promise, where. All that may change later stands in rows of its own.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewSite {
  readonly id: string;
  readonly code: string;
  readonly commitmentId: string;
  readonly metric: string;
  readonly placeId: string;
  readonly name: string;
  readonly share: string;
  readonly unit: string;
  readonly address: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly standard: string;
  readonly acceptance: string;
  readonly responsible: string;
  readonly dueOn: IsoDate;
}

/** Sites with their first details, in one statement each; ids of those that were not there before. */
export async function addSites(
  db: Db,
  jurisdiction: string,
  sites: readonly NewSite[],
  recordedBy: string | null,
): Promise<ReadonlySet<string>> {
  if (sites.length === 0) return new Set();
  const of = <K extends keyof NewSite>(key: K): NewSite[K][] => sites.map((site) => site[key]);
  const { rows } = await sql<{ id: string }>`
    INSERT INTO site (jurisdiction_id, id, code, commitment_id, metric, place_id, name, share, unit, recorded_by)
    SELECT ${jurisdiction}, row.*, ${recordedBy}::uuid
    FROM unnest(${of('id')}::uuid[], ${of('code')}::text[], ${of('commitmentId')}::uuid[], ${of('metric')}::text[],
                ${of('placeId')}::text[], ${of('name')}::text[], ${of('share')}::numeric[], ${of('unit')}::text[]) AS row
    ON CONFLICT (jurisdiction_id, commitment_id, place_id, name) DO NOTHING
    RETURNING id`.execute(db);
  const added = new Set(rows.map(({ id }) => id));
  await sql`
    INSERT INTO site_detail (jurisdiction_id, site_id, number, address, longitude, latitude, standard, acceptance,
                             responsible, due_on, recorded_by)
    SELECT ${jurisdiction}, row.id, 1, row.address, row.longitude, row.latitude, row.standard, row.acceptance,
           row.responsible, row.due_on, ${recordedBy}::uuid
    FROM unnest(${of('id')}::uuid[], ${of('address')}::text[], ${of('longitude')}::float8[],
                ${of('latitude')}::float8[], ${of('standard')}::text[], ${of('acceptance')}::text[],
                ${of('responsible')}::text[], ${of('dueOn')}::date[])
         AS row(id, address, longitude, latitude, standard, acceptance, responsible, due_on)
    WHERE row.id = ANY(${[...added]}::uuid[])`.execute(db);
  return added;
}

/** Names of a promise's sites by place, so that a table sent twice is seen. */
export const listSiteNames = (db: Db, jurisdiction: string, commitmentId: string) =>
  db
    .selectFrom('site')
    .select(['place_id', 'name'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('commitment_id', '=', commitmentId)
    .execute();

export interface SiteFound {
  readonly id: string;
  readonly code: string;
  readonly commitmentId: string;
  readonly metric: string;
  readonly placeId: string;
  readonly name: string;
  readonly share: string;
  readonly unit: string;
  readonly address: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly standard: string;
  readonly acceptance: string;
  readonly responsible: string;
  readonly dueOn: IsoDate;
  /** Number of the newest detail. */
  readonly detail: number;
  readonly planId: string;
  readonly project: string;
  readonly projectNumber: string;
  readonly leadUnit: string | null;
  readonly supportUnits: readonly string[];
}

export interface SiteWish {
  readonly plan?: string | undefined;
  readonly commitment?: string | undefined;
  readonly id?: string | undefined;
  readonly code?: string | undefined;
}

/** Sites with their newest details and the promise they belong to. */
export async function listSites(db: Db, jurisdiction: string, wish: SiteWish): Promise<SiteFound[]> {
  const { rows } = await sql<SiteFound>`
    SELECT site.id, site.code, site.commitment_id AS "commitmentId", site.metric, site.place_id AS "placeId",
           site.name, trim_scale(site.share)::text AS share, site.unit, detail.address, detail.longitude,
           detail.latitude, detail.standard, detail.acceptance, detail.responsible, detail.due_on AS "dueOn",
           detail.number AS detail, commitment.plan_id AS "planId", commitment.title AS project,
           commitment.number AS "projectNumber", commitment.lead_unit AS "leadUnit",
           commitment.support_units AS "supportUnits"
    FROM site
    JOIN commitment_now AS commitment ON commitment.jurisdiction_id = site.jurisdiction_id AND commitment.id = site.commitment_id
    JOIN (SELECT DISTINCT ON (site_id) * FROM site_detail
          WHERE jurisdiction_id = ${jurisdiction} AND (${wish.id ?? null}::uuid IS NULL OR site_id = ${wish.id ?? null}::uuid)
          ORDER BY site_id, number DESC) AS detail ON detail.site_id = site.id
    WHERE site.jurisdiction_id = ${jurisdiction}
      AND (${wish.plan ?? null}::uuid IS NULL OR commitment.plan_id = ${wish.plan ?? null}::uuid)
      AND (${wish.commitment ?? null}::uuid IS NULL OR site.commitment_id = ${wish.commitment ?? null}::uuid)
      AND (${wish.id ?? null}::uuid IS NULL OR site.id = ${wish.id ?? null}::uuid)
      AND (${wish.code ?? null}::text IS NULL OR site.code = ${wish.code ?? null}::text)
    ORDER BY site.place_id, site.name`.execute(db);
  return rows;
}

export const getSite = async (db: Db, jurisdiction: string, id: string): Promise<SiteFound | undefined> =>
  (await listSites(db, jurisdiction, { id }))[0];

/** By what its sign says. */
export async function getSiteByCode(
  db: Db,
  jurisdiction: string,
  code: string,
): Promise<SiteFound | undefined> {
  const row = await db
    .selectFrom('site')
    .select('id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('code', '=', code)
    .executeTakeFirst();
  return row && getSite(db, jurisdiction, row.id);
}

export interface SiteAround {
  readonly place: string;
  readonly leadUnit: string | null;
  readonly units: readonly string[];
}

/** Whose a site is; units under the name that all their printings lead to. */
export async function getSiteAround(
  db: Db,
  jurisdiction: string,
  id: string,
): Promise<SiteAround | undefined> {
  const { rows } = await sql<SiteAround>`
    SELECT site.place_id AS place, coalesce(alias.name, commitment.lead_unit) AS "leadUnit",
           commitment.support_units AS units
    FROM site
    JOIN commitment_now AS commitment ON commitment.jurisdiction_id = site.jurisdiction_id AND commitment.id = site.commitment_id
    LEFT JOIN unit_alias AS alias ON alias.jurisdiction_id = site.jurisdiction_id AND alias.alias = commitment.lead_unit
    WHERE site.jurisdiction_id = ${jurisdiction} AND site.id = ${id}`.execute(db);
  return rows[0];
}
