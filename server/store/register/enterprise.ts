// What is kept of one enterprise beside its figures: contact, certificates, consents, awards, who acts for it; newest first.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';
import type { Contact, Vault } from './vault.ts';

/** 'sealed' where the key that opens it is not here; rows of before sealing are in clear until the next start. */
export async function getContact(
  db: Db,
  jurisdiction: string,
  code: string,
  vault: Vault | null,
): Promise<Contact | 'sealed' | undefined> {
  const row = await db
    .selectFrom('enterprise_contact')
    .select(['representative', 'phone', 'id_number as idNumber', 'sealed'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('code', '=', code)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.sealed) return vault?.open(`${jurisdiction} ${code}`, row.sealed) ?? 'sealed';
  return { representative: row.representative ?? '', phone: row.phone ?? '', idNumber: row.idNumber ?? '' };
}

export interface HeldCertificate {
  readonly kind: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
  readonly certificate: string;
  readonly number: number;
  readonly withdrawn: boolean;
}

/** The newest statement on each certificate, withdrawn ones too. */
export async function listHeld(db: Db, jurisdiction: string, code: string): Promise<HeldCertificate[]> {
  const { rows } = await sql<HeldCertificate>`
    SELECT DISTINCT ON (kind, starts_on) kind, starts_on AS "startsOn", ends_on AS "endsOn", certificate, number, withdrawn
    FROM enterprise_certificate WHERE jurisdiction_id = ${jurisdiction} AND code = ${code}
    ORDER BY kind, starts_on DESC, number DESC`.execute(db);
  return rows;
}

export interface NewCertificate extends HeldCertificate {
  readonly code: string;
  readonly recordedBy: string | null;
}

/** false where somebody was faster with this number. */
export async function addCertificate(db: Db, jurisdiction: string, given: NewCertificate): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('enterprise_certificate')
    .values({
      jurisdiction_id: jurisdiction,
      code: given.code,
      kind: given.kind,
      starts_on: given.startsOn,
      number: given.number,
      ends_on: given.endsOn,
      certificate: given.certificate,
      withdrawn: given.withdrawn,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) === 1;
}

export interface KeptConsent {
  readonly number: number;
  readonly action: 'give' | 'withdraw';
  readonly groups: readonly string[];
  readonly purposes: readonly string[];
  readonly until: IsoDate | null;
  readonly givenBy: string;
  readonly proof: string;
  readonly at: string;
}

export async function listConsents(db: Db, jurisdiction: string, code: string): Promise<KeptConsent[]> {
  const rows = await db
    .selectFrom('enterprise_consent')
    .select(['number', 'action', 'groups', 'purposes', 'until_day', 'given_by', 'proof', 'recorded_at'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('code', '=', code)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ number: row.number, action: row.action === 'give' ? 'give' : 'withdraw', groups: row.groups },
    ...{
      purposes: row.purposes,
      until: row.until_day,
      givenBy: row.given_by,
      proof: row.proof,
      at: row.recorded_at,
    },
  }));
}

export interface NewConsent extends Omit<KeptConsent, 'at'> {
  readonly code: string;
  readonly recordedBy: string | null;
}

export async function addConsent(db: Db, jurisdiction: string, given: NewConsent): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('enterprise_consent')
    .values({
      jurisdiction_id: jurisdiction,
      code: given.code,
      number: given.number,
      action: given.action,
      groups: [...given.groups],
      purposes: [...given.purposes],
      until_day: given.until,
      given_by: given.givenBy,
      proof: given.proof,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) === 1;
}

export interface KeptAward {
  readonly clauseId: string;
  readonly year: number;
  readonly fen: number;
  readonly on: IsoDate;
}

export async function listAwards(db: Db, jurisdiction: string, code: string): Promise<KeptAward[]> {
  const rows = await db
    .selectFrom('enterprise_award')
    .select(['clause_id as clauseId', 'year', 'fen', 'awarded_on as on'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('code', '=', code)
    .orderBy('awarded_on', 'desc')
    .orderBy('clause_id')
    .execute();
  return rows.map((row) => ({ ...row, fen: Number(row.fen) }));
}

export interface Holder {
  readonly number: number;
  readonly accountId: string | null;
  readonly name: string | null;
}

export async function getHolder(db: Db, jurisdiction: string, code: string): Promise<Holder | undefined> {
  const { rows } = await sql<Holder>`
    SELECT holder.number, holder.account_id AS "accountId", account.name
    FROM enterprise_holder AS holder
    LEFT JOIN account ON account.jurisdiction_id = holder.jurisdiction_id AND account.id = holder.account_id
    WHERE holder.jurisdiction_id = ${jurisdiction} AND holder.code = ${code}
    ORDER BY holder.number DESC LIMIT 1`.execute(db);
  return rows[0];
}

export async function addHolder(
  db: Db,
  jurisdiction: string,
  given: {
    readonly code: string;
    readonly number: number;
    readonly accountId: string | null;
    readonly recordedBy: string | null;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('enterprise_holder')
    .values({
      jurisdiction_id: jurisdiction,
      code: given.code,
      number: given.number,
      account_id: given.accountId,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) === 1;
}

/** Statements with what they came with, oldest first. */
export interface StatementOrigin {
  readonly year: number;
  readonly number: number;
  readonly importId: string | null;
  readonly file: string;
  readonly source: string;
  readonly line: number;
  readonly at: string;
}

export async function listOrigins(db: Db, jurisdiction: string, code: string): Promise<StatementOrigin[]> {
  const { rows } = await sql<StatementOrigin>`
    SELECT figures.year, figures.number, figures.import_id AS "importId", coalesce(given.file_name, '') AS file,
           coalesce(given.source, '') AS source, figures.line, figures.recorded_at AS at
    FROM enterprise_figures AS figures
    LEFT JOIN register_import AS given
      ON given.jurisdiction_id = figures.jurisdiction_id AND given.id = figures.import_id
    WHERE figures.jurisdiction_id = ${jurisdiction} AND figures.code = ${code}
    ORDER BY figures.year, figures.number`.execute(db);
  return rows;
}

/** Newest contacts of many enterprises, by code. */
export async function listContacts(
  db: Db,
  jurisdiction: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Contact>> {
  const { rows } = await sql<Contact & { readonly code: string }>`
    SELECT DISTINCT ON (code) code, representative, phone, id_number AS "idNumber" FROM enterprise_contact
    WHERE jurisdiction_id = ${jurisdiction} AND code = ANY(${codes}::text[])
    ORDER BY code, number DESC`.execute(db);
  return new Map(rows.map(({ code, ...contact }) => [code, contact]));
}
