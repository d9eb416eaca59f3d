// Everything that the register knows of enterprises, in the order of their codes, a page at a time.
import { sql } from 'kysely';
import { type Certificate, isCertificateName } from '../../../core/policy/register/certificate.ts';
import { type Basis, basisNames, type Consent, type Ground } from '../../../core/policy/register/consent.ts';
import type { Statement } from '../../../core/policy/register/known.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface AwardKept {
  readonly onceKey: string;
  readonly yearKey: string;
  readonly groupKey: string;
  readonly year: number;
  readonly fen: number;
  readonly awardedOn: IsoDate;
}

export interface KeptEnterprise {
  readonly code: string;
  readonly placeId: string;
  readonly statements: readonly Statement[];
  readonly certificates: readonly Certificate[];
  readonly consents: readonly Consent[];
  readonly awards: readonly AwardKept[];
}

/** {12,NULL,3} as PostgreSQL prints it. */
export function figuresOf(text: string): (number | null)[] {
  if (text.length <= 2) return [];
  return text
    .slice(1, -1)
    .split(',')
    .map((item) => (item === 'NULL' ? null : Number(item)));
}

/** By position from 0. */
export async function getLayout(db: Db, jurisdiction: string): Promise<string[]> {
  const rows = await db
    .selectFrom('register_fact')
    .select(['position', 'name'])
    .where('jurisdiction_id', '=', jurisdiction)
    .execute();
  const layout: string[] = [];
  for (const { position, name } of rows) layout[position - 1] = name;
  return Array.from(layout, (name) => name ?? '');
}

export const isBasis = (text: string): text is Basis => basisNames.some((name) => name === text);

/** On what ground each import came. */
export async function getGrounds(db: Db, jurisdiction: string): Promise<ReadonlyMap<string, Ground>> {
  const rows = await db
    .selectFrom('register_import')
    .select(['id', 'basis', 'purposes', 'consent_until'])
    .where('jurisdiction_id', '=', jurisdiction)
    .execute();
  return new Map(
    rows.map(({ id, basis, purposes, consent_until: consentUntil }) => [
      id,
      { basis: isBasis(basis) ? basis : 'consent', purposes, consentUntil },
    ]),
  );
}

function grouped<T extends { readonly code: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.code);
    if (group) group.push(row);
    else groups.set(row.code, [row]);
  }
  return groups;
}

type Codes = readonly string[];

async function listStatements(db: Db, jurisdiction: string, codes: Codes) {
  const { rows } = await sql<{
    code: string;
    year: number;
    number: number;
    figures: string;
    importId: string | null;
  }>`
    SELECT code, year, number, figures::text AS figures, import_id AS "importId"
    FROM enterprise_figures
    WHERE jurisdiction_id = ${jurisdiction} AND code = ANY(${codes}::text[])
    ORDER BY code, year, number`.execute(db);
  return grouped(rows);
}

async function listCertificates(db: Db, jurisdiction: string, codes: Codes) {
  const { rows } = await sql<{ code: string; kind: string; startsOn: IsoDate; endsOn: IsoDate | null }>`
    SELECT code, kind, starts_on AS "startsOn", ends_on AS "endsOn"
    FROM (SELECT DISTINCT ON (code, kind, starts_on) * FROM enterprise_certificate
          WHERE jurisdiction_id = ${jurisdiction} AND code = ANY(${codes}::text[])
          ORDER BY code, kind, starts_on, number DESC) AS newest
    WHERE NOT withdrawn`.execute(db);
  return grouped(rows);
}

const listConsents = async (db: Db, jurisdiction: string, codes: Codes) =>
  grouped(
    await db
      .selectFrom('enterprise_consent')
      .select(['code', 'number', 'action', 'groups', 'purposes', 'until_day'])
      .where('jurisdiction_id', '=', jurisdiction)
      .where(sql<boolean>`code = ANY(${codes}::text[])`)
      .execute(),
  );

const listAwards = async (db: Db, jurisdiction: string, codes: Codes) =>
  grouped(
    await db
      .selectFrom('enterprise_award')
      .select(['code', 'once_key', 'year_key', 'group_key', 'year', 'fen', 'awarded_on'])
      .where('jurisdiction_id', '=', jurisdiction)
      .where(sql<boolean>`code = ANY(${codes}::text[])`)
      .execute(),
  );

/** What is known of these enterprises; a code that is not in the register is left out. */
export async function listKept(
  db: Db,
  jurisdiction: string,
  enterprises: readonly { readonly code: string; readonly placeId: string }[],
): Promise<KeptEnterprise[]> {
  const codes = enterprises.map(({ code }) => code);
  // One after the other: in a transaction there is only one connection.
  const statements = await listStatements(db, jurisdiction, codes);
  const certificates = await listCertificates(db, jurisdiction, codes);
  const consents = await listConsents(db, jurisdiction, codes);
  const awards = await listAwards(db, jurisdiction, codes);
  return enterprises.map(({ code, placeId }) => ({
    code,
    placeId,
    statements: (statements.get(code) ?? []).map((row) => ({ ...row, figures: figuresOf(row.figures) })),
    certificates: (certificates.get(code) ?? []).flatMap(({ kind, startsOn, endsOn }) =>
      isCertificateName(kind) ? [{ kind, startsOn, endsOn }] : [],
    ),
    consents: (consents.get(code) ?? []).map(({ number, action, groups, purposes, until_day: until }) => ({
      ...{
        number,
        groups,
        purposes,
        until,
        action: action === 'give' ? ('give' as const) : ('withdraw' as const),
      },
    })),
    awards: (awards.get(code) ?? []).map((row) => ({
      ...{ onceKey: row.once_key, yearKey: row.year_key, groupKey: row.group_key },
      ...{ year: row.year, fen: Number(row.fen), awardedOn: row.awarded_on },
    })),
  }));
}

/** Codes and places after a code, in order. */
export const listCodes = (
  db: Db,
  jurisdiction: string,
  after: string,
  limit: number,
): Promise<{ code: string; placeId: string }[]> =>
  db
    .selectFrom('enterprise_current')
    .select(['code', 'place_id as placeId'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('code', '>', after)
    .orderBy('code')
    .limit(limit)
    .execute();

/** Those of these codes that are in the register. */
export const findCodes = (
  db: Db,
  jurisdiction: string,
  codes: Codes,
): Promise<{ code: string; placeId: string }[]> =>
  db
    .selectFrom('enterprise_current')
    .select(['code', 'place_id as placeId'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where(sql<boolean>`code = ANY(${codes}::text[])`)
    .execute();

export async function countEnterprises(db: Db, jurisdiction: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    SELECT count(*) AS count FROM enterprise_current WHERE jurisdiction_id = ${jurisdiction}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}
