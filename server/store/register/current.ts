// Enterprises as lists show them: a page at a time by where the last one ended, so that the last page costs what the first does.
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../open.ts';

export const sortColumns = ['name', 'code', 'employees', 'revenue'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface ListedEnterprise {
  readonly code: string;
  readonly name: string;
  readonly placeId: string;
  /** null where it is not known. */
  readonly industry: number | null;
  readonly year: number;
  readonly employees: number | null;
  /** 分. */
  readonly revenue: number | null;
}

export interface ListWish {
  /** Part of a name, or the beginning of a code. */
  readonly words: string;
  readonly places: readonly string[] | null;
  /** Industry codes from – to. */
  readonly industry: readonly [number, number] | null;
  /** Only those that hold a certificate of this kind, in force on the day. */
  readonly certificate: { readonly kind: string; readonly day: string } | null;
  /** Only those that an account acts for. */
  readonly holder: string | null;
}

export interface PageWish extends ListWish {
  readonly sort: SortColumn;
  readonly descending: boolean;
  /** Where the page before ended: value of the sort column, and code. */
  readonly after: { readonly value: string; readonly code: string } | null;
  readonly limit: number;
}

const likeText = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

function conditions(jurisdiction: string, wish: ListWish): RawBuilder<unknown> {
  const parts = [sql`jurisdiction_id = ${jurisdiction}`];
  const words = wish.words.trim();
  if (/^[0-9A-Z]{8,18}$/.test(words)) parts.push(sql`code >= ${words} AND code < ${`${words}~`}`);
  else if (words !== '') parts.push(sql`name LIKE ${likeText(words)}`);
  if (wish.places) parts.push(sql`place_id = ANY(${wish.places}::text[])`);
  if (wish.industry) parts.push(sql`industry BETWEEN ${wish.industry[0]} AND ${wish.industry[1]}`);
  if (wish.certificate)
    parts.push(sql`EXISTS (
      SELECT FROM enterprise_certificate AS held
      WHERE held.jurisdiction_id = current.jurisdiction_id AND held.code = current.code
        AND held.kind = ${wish.certificate.kind} AND NOT held.withdrawn AND held.starts_on <= ${wish.certificate.day}::date
        AND (held.ends_on IS NULL OR held.ends_on >= ${wish.certificate.day}::date))`);
  if (wish.holder !== null)
    parts.push(sql`code IN (
      SELECT newest.code FROM (SELECT DISTINCT ON (code) code, account_id FROM enterprise_holder
                               WHERE jurisdiction_id = ${jurisdiction} ORDER BY code, number DESC) AS newest
      WHERE newest.account_id = ${wish.holder})`);
  return sql.join(parts, sql` AND `);
}

const known = (value: string): number | null => (Number(value) < 0 ? null : Number(value));

export async function listPage(db: Db, jurisdiction: string, wish: PageWish): Promise<ListedEnterprise[]> {
  const column = sql.ref(wish.sort);
  const way = wish.descending ? sql`DESC` : sql`ASC`;
  const than = wish.descending ? sql`<` : sql`>`;
  const type = wish.sort === 'employees' || wish.sort === 'revenue' ? sql`bigint` : sql`text`;
  const after = wish.after
    ? sql`AND (${column}, code) ${than} (${wish.after.value}::${type}, ${wish.after.code}::text)`
    : sql``;
  const { rows } = await sql<{
    code: string;
    name: string;
    placeId: string;
    industry: string;
    year: number;
    employees: string;
    revenue: string;
  }>`
    SELECT code, name, place_id AS "placeId", industry, year, employees, revenue
    FROM enterprise_current AS current
    WHERE ${conditions(jurisdiction, wish)} ${after}
    ORDER BY jurisdiction_id ${way}, ${column} ${way}, code ${way}
    LIMIT ${wish.limit}`.execute(db);
  return rows.map((row) => ({
    ...{ code: row.code, name: row.name, placeId: row.placeId, year: row.year },
    ...{ industry: known(row.industry), employees: known(row.employees), revenue: known(row.revenue) },
  }));
}

export async function countListed(db: Db, jurisdiction: string, wish: ListWish): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    SELECT count(*) AS count FROM enterprise_current AS current WHERE ${conditions(jurisdiction, wish)}`.execute(
    db,
  );
  return Number(rows[0]?.count ?? 0);
}

/** Names and places of these enterprises; codes that the register does not know are left out. */
export const listEnterprises = (db: Db, jurisdiction: string, codes: readonly string[]) =>
  db
    .selectFrom('enterprise_current')
    .select(['code', 'name', 'place_id'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where(sql<boolean>`code = ANY(${codes}::text[])`)
    .execute();
