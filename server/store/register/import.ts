// Rows of imports: what was sent, what became of it, and the rows that were not taken.
import { sql } from 'kysely';
import type { Basis } from '../../../core/policy/register/consent.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';
import type { StagedFault } from './staging.ts';

export interface NewImport {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly year: number;
  readonly source: string;
  readonly basis: Basis;
  readonly purposes: readonly string[];
  readonly consentUntil: IsoDate | null;
  readonly proof: string;
  readonly recordedBy: string | null;
}

export const addImport = async (db: Db, jurisdiction: string, given: NewImport): Promise<void> => {
  await db
    .insertInto('register_import')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      file_name: given.fileName,
      sha256: given.sha256,
      bytes: given.bytes,
      year: given.year,
      source: given.source,
      basis: given.basis,
      purposes: [...given.purposes],
      consent_until: given.consentUntil,
      proof: given.proof,
      recorded_by: given.recordedBy,
    })
    .execute();
};

/** An import that ended refused says why; nothing of it was taken. */
export async function addRefusedEnd(
  db: Db,
  jurisdiction: string,
  importId: string,
  problem: string,
  params: Readonly<Record<string, string>>,
): Promise<void> {
  await sql`
    INSERT INTO register_import_end (jurisdiction_id, import_id, state, total, accepted, rejected, enterprises, added, changed,
                                     unchanged, unknown_columns, problem, params, milliseconds)
    VALUES (${jurisdiction}, ${importId}, 'refused', 0, 0, 0, 0, 0, 0, 0, '{}', ${problem}, ${JSON.stringify(params)}, 0)
    ON CONFLICT DO NOTHING`.execute(db);
}

export interface FoundImport {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly year: number;
  readonly source: string;
  readonly basis: string;
  readonly purposes: readonly string[];
  readonly consentUntil: IsoDate | null;
  readonly proof: string;
  readonly at: string;
  readonly by: string | null;
  readonly end: {
    readonly state: string;
    readonly total: number;
    readonly accepted: number;
    readonly rejected: number;
    readonly enterprises: number;
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly unknownColumns: readonly string[];
    readonly problem: string;
    readonly params: Readonly<Record<string, string>>;
    readonly milliseconds: number;
  } | null;
}

interface Row extends Omit<FoundImport, 'end' | 'bytes'> {
  readonly bytes: string;
  readonly end: FoundImport['end'];
}

async function find(db: Db, jurisdiction: string, id: string | null, limit: number): Promise<FoundImport[]> {
  const { rows } = await sql<Row>`
    SELECT given.id, given.file_name AS "fileName", given.bytes, given.year, given.source, given.basis, given.purposes,
           given.consent_until AS "consentUntil", given.proof, given.recorded_at AS at, account.name AS by,
           CASE WHEN done.import_id IS NULL THEN NULL ELSE jsonb_build_object(
             'state', done.state, 'total', done.total, 'accepted', done.accepted, 'rejected', done.rejected,
             'enterprises', done.enterprises, 'added', done.added, 'changed', done.changed, 'unchanged', done.unchanged,
             'unknownColumns', to_jsonb(done.unknown_columns), 'problem', done.problem, 'params', done.params,
             'milliseconds', done.milliseconds) END AS end
    FROM register_import AS given
    LEFT JOIN register_import_end AS done
      ON done.jurisdiction_id = given.jurisdiction_id AND done.import_id = given.id
    LEFT JOIN account ON account.jurisdiction_id = given.jurisdiction_id AND account.id = given.recorded_by
    WHERE given.jurisdiction_id = ${jurisdiction} AND (${id}::uuid IS NULL OR given.id = ${id}::uuid)
    ORDER BY given.recorded_at DESC, given.id LIMIT ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }));
}

export const listImports = (db: Db, jurisdiction: string): Promise<FoundImport[]> =>
  find(db, jurisdiction, null, 100);

export const getImport = async (db: Db, jurisdiction: string, id: string): Promise<FoundImport | undefined> =>
  (await find(db, jurisdiction, id, 1))[0];

/** The import that took these bytes for the same year, if one did. */
export async function findTaken(
  db: Db,
  jurisdiction: string,
  given: Pick<NewImport, 'sha256' | 'year' | 'basis'>,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('register_import')
    .innerJoin('register_import_end', (join) =>
      join
        .onRef('register_import_end.jurisdiction_id', '=', 'register_import.jurisdiction_id')
        .onRef('register_import_end.import_id', '=', 'register_import.id'),
    )
    .select('register_import.id')
    .where('register_import.jurisdiction_id', '=', jurisdiction)
    .where('register_import.sha256', '=', given.sha256)
    .where('register_import.year', '=', given.year)
    .where('register_import.basis', '=', given.basis)
    .where('register_import_end.state', '=', 'done')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

export interface WaitingImport {
  readonly id: string;
  readonly fileName: string;
  readonly year: number;
  readonly by: string | null;
}

/** Imports without an end, oldest first: the server stopped before they were done. */
export async function listWaiting(db: Db, jurisdiction: string): Promise<WaitingImport[]> {
  const { rows } = await sql<WaitingImport>`
    SELECT id, file_name AS "fileName", year, recorded_by AS by FROM register_import AS given
    WHERE jurisdiction_id = ${jurisdiction}
      AND NOT EXISTS (SELECT FROM register_import_end AS done
                      WHERE done.jurisdiction_id = given.jurisdiction_id AND done.import_id = given.id)
    ORDER BY recorded_at`.execute(db);
  return rows;
}

export interface RejectedFound {
  readonly number: number;
  readonly sheet: string;
  readonly line: number;
  readonly cells: readonly string[];
  readonly faults: readonly StagedFault[];
}

export async function listRejected(
  db: Db,
  jurisdiction: string,
  importId: string,
  after: number,
  limit: number,
): Promise<RejectedFound[]> {
  const { rows } = await sql<RejectedFound>`
    SELECT number, sheet, line, cells, faults FROM register_rejected
    WHERE jurisdiction_id = ${jurisdiction} AND import_id = ${importId} AND number > ${after}
    ORDER BY number LIMIT ${limit}`.execute(db);
  return rows;
}

/** How often each kind of fault stands in the rejected rows. */
export async function countFaults(
  db: Db,
  jurisdiction: string,
  importId: string,
): Promise<{ code: string; heading: string; count: number }[]> {
  const { rows } = await sql<{ code: string; heading: string; count: string }>`
    SELECT fault->>'code' AS code, fault->>'heading' AS heading, count(*) AS count
    FROM register_rejected, jsonb_array_elements(faults) AS fault
    WHERE jurisdiction_id = ${jurisdiction} AND import_id = ${importId}
    GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
