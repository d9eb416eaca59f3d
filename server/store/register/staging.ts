// Rows of an import on their way into the register: copied into a table of the transaction, then told apart by statements that
// take a portion of them at once. Nothing is visible before the transaction ends, and nothing is left where it does not.
import type { Client } from 'pg';
import type { RegisterRow } from '../../../core/policy/register/file/row.ts';
import { copyLines, copyText, figuresText, Lines, none, textsText } from './lines.ts';

export interface RejectedRow {
  readonly cells: readonly string[];
  readonly faults: readonly StagedFault[];
}

export interface StagedFault {
  /** As a spreadsheet names it: D7. */
  readonly at: string;
  readonly heading: string;
  /** What stood there; masked where it is personal. */
  readonly text: string;
  readonly code: string;
  /** Of a doubled code: the line that named it first. */
  readonly line?: number;
}

export interface Import {
  readonly jurisdiction: string;
  readonly id: string;
  readonly by: string | null;
}

/** Positions of the figures that lists sort by; 0 where the register has no such fact. */
export interface ListPositions {
  readonly industry: number;
  readonly employees: number;
  readonly revenue: number;
}

const createTable = `
  CREATE TEMP TABLE incoming (
    number integer, line integer, code text COLLATE "C", year integer, name text COLLATE "C", place_id text, sealed bytea,
    figures bigint[], certificates jsonb
  ) ON COMMIT DROP`;

/**
 * The table has no statistics and is emptied again and again: every look is one by key, which the planner would not always find.
 */
const byKey = ['enable_hashjoin', 'enable_mergejoin', 'enable_seqscan', 'jit'];

export async function openStaging(client: Client): Promise<void> {
  await client.query(createTable);
  for (const setting of byKey) await client.query(`SET LOCAL ${setting} = off`);
  await client.query(`SET LOCAL work_mem = '64MB'`);
}

const incomingColumns = [
  'number',
  'line',
  'code',
  'year',
  'name',
  'place_id',
  'sealed',
  'figures',
  'certificates',
];
const rejectedColumns = [
  ...['jurisdiction_id', 'import_id', 'number', 'sheet', 'line', 'cells', 'faults', 'recorded_by'],
];

/** Rows that were not taken, as they stood. */
export class RejectedRows {
  readonly #lines = new Lines();
  readonly #given: Import;
  #number = 0;

  constructor(given: Import) {
    this.#given = given;
  }

  add(sheet: string, line: number, { cells, faults }: RejectedRow): void {
    const { jurisdiction, id, by } = this.#given;
    const row = [
      copyText(jurisdiction),
      id,
      ++this.#number,
      copyText(sheet),
      line,
      copyText(textsText(cells)),
    ];
    this.#lines.add(`${row.join('\t')}\t${copyText(JSON.stringify(faults))}\t${by ?? none}\n`);
  }

  flush(): (client: Client) => Promise<void> {
    const bytes = this.#lines.take();
    return (client) => copyLines(client, 'register_rejected', rejectedColumns, bytes);
  }
}

/** Rows that may change something: gathered, copied beside the register, then settled. */
export class StagedRows {
  readonly #lines = new Lines();
  #number = 0;
  #portion = 0;
  #shape = emptyShape;
  readonly #years = new Set<number>();

  add(line: number, row: RegisterRow, sealed: Buffer | null): void {
    const certificates = row.certificates.length === 0 ? none : copyText(JSON.stringify(row.certificates));
    const contact = sealed ? `\\\\x${sealed.toString('hex')}` : none;
    this.#lines.add(
      `${++this.#number}\t${line}\t${row.code}\t${row.year}\t${copyText(row.name)}\t${row.placeId}\t${contact}\t${figuresText(row.figures)}\t${certificates}\n`,
    );
    this.#portion++;
    this.#years.add(row.year);
    this.#shape = {
      severalYears: this.#years.size > 1,
      hasContacts: this.#shape.hasContacts || sealed !== null,
      hasCertificates: this.#shape.hasCertificates || row.certificates.length > 0,
    };
  }

  flush(): (client: Client, given: Import, positions: ListPositions) => Promise<Settled> {
    const [bytes, count, shape] = [this.#lines.take(), this.#portion, this.#shape];
    this.#portion = 0;
    this.#shape = emptyShape;
    this.#years.clear();
    return async (client, given, positions) => {
      if (count === 0) return { enterprises: 0, added: 0, changed: 0 };
      await copyLines(client, 'incoming', incomingColumns, bytes);
      const settled = await settle(client, given, shape, positions);
      await client.query('TRUNCATE incoming');
      return settled;
    };
  }
}

/** Whether a code may stand in a portion for several years: then its name and place are those of the newest. */
interface Shape {
  readonly severalYears: boolean;
  readonly hasContacts: boolean;
  readonly hasCertificates: boolean;
}

const emptyShape: Shape = { severalYears: false, hasContacts: false, hasCertificates: false };

export interface Settled {
  readonly enterprises: number;
  readonly added: number;
  readonly changed: number;
}

/** One row for each code, in their order: indexes are written side by side. */
const named = (shape: Shape): string =>
  shape.severalYears
    ? `(SELECT DISTINCT ON (code) * FROM incoming ORDER BY code, year DESC, number DESC)`
    : `(SELECT * FROM incoming ORDER BY code)`;

async function settleNames(client: Client, { jurisdiction, id, by }: Import, shape: Shape): Promise<void> {
  await client.query(
    `INSERT INTO enterprise (jurisdiction_id, code, number, name, place_id, import_id, recorded_by)
     SELECT $1, incoming.code, coalesce(known.detail, 0) + 1, incoming.name, incoming.place_id, $2, $3
     FROM ${named(shape)} AS incoming
     LEFT JOIN enterprise_current AS known ON known.jurisdiction_id = $1 AND known.code = incoming.code
     WHERE known.code IS NULL
        OR (incoming.year >= known.year AND (known.name <> incoming.name OR known.place_id <> incoming.place_id))`,
    [jurisdiction, id, by],
  );
}

async function settleFigures(
  client: Client,
  { jurisdiction, id, by }: Import,
): Promise<Pick<Settled, 'added' | 'changed'>> {
  const { rows } = await client.query<{ added: string; changed: string }>(
    `WITH put AS (
       INSERT INTO enterprise_figures (jurisdiction_id, code, year, number, replaces, figures, import_id, line, recorded_by)
       SELECT $1, incoming.code, incoming.year, coalesce(old.number, 0) + 1, old.number,
              CASE WHEN old.number IS NULL THEN incoming.figures ELSE overlaid_figures(incoming.figures, old.figures) END,
              $2, incoming.line, $3
       FROM (SELECT * FROM incoming ORDER BY code, year) AS incoming
       LEFT JOIN LATERAL (
         SELECT number, figures FROM enterprise_figures AS older
         WHERE older.jurisdiction_id = $1 AND older.code = incoming.code AND older.year = incoming.year
         ORDER BY number DESC LIMIT 1) AS old ON true
       WHERE old.number IS NULL OR overlaid_figures(incoming.figures, old.figures) IS DISTINCT FROM old.figures
       RETURNING number)
     SELECT count(*) FILTER (WHERE number = 1) AS added, count(*) FILTER (WHERE number > 1) AS changed FROM put`,
    [jurisdiction, id, by],
  );
  return { added: Number(rows[0]?.added ?? 0), changed: Number(rows[0]?.changed ?? 0) };
}

/** Sealed alike, said alike: the same words of the same firm are the same bytes under one key. */
async function settleContacts(client: Client, { jurisdiction, id, by }: Import, shape: Shape): Promise<void> {
  if (!shape.hasContacts) return;
  await client.query(
    `INSERT INTO enterprise_contact (jurisdiction_id, code, number, sealed, import_id, recorded_by)
     SELECT $1, incoming.code, coalesce(known.number, 0) + 1, incoming.sealed, $2, $3
     FROM ${named(shape)} AS incoming
     LEFT JOIN LATERAL (
       SELECT number, sealed FROM enterprise_contact AS older
       WHERE older.jurisdiction_id = $1 AND older.code = incoming.code
       ORDER BY number DESC LIMIT 1) AS known ON true
     WHERE incoming.sealed IS NOT NULL AND known.sealed IS DISTINCT FROM incoming.sealed`,
    [jurisdiction, id, by],
  );
}

async function settleCertificates(
  client: Client,
  { jurisdiction, id, by }: Import,
  shape: Shape,
): Promise<void> {
  if (!shape.hasCertificates) return;
  await client.query(
    `INSERT INTO enterprise_certificate (jurisdiction_id, code, kind, starts_on, number, ends_on, certificate, withdrawn,
                                         import_id, recorded_by)
     SELECT $1, held.code, held.kind, held.starts_on, coalesce(known.number, 0) + 1, held.ends_on, '', false, $2, $3
     FROM (SELECT DISTINCT ON (code, kind, starts_on) *
           FROM (SELECT incoming.code, incoming.number, each.kind, date '1970-01-01' + each."startsOn" AS starts_on,
                        date '1970-01-01' + each."endsOn" AS ends_on
                 FROM incoming, jsonb_to_recordset(incoming.certificates)
                      AS each(kind text, "startsOn" integer, "endsOn" integer)
                 WHERE incoming.certificates IS NOT NULL) AS every
           ORDER BY code, kind, starts_on, number DESC) AS held
     LEFT JOIN LATERAL (
       SELECT number, ends_on, withdrawn FROM enterprise_certificate AS older
       WHERE older.jurisdiction_id = $1 AND older.code = held.code AND older.kind = held.kind
         AND older.starts_on = held.starts_on
       ORDER BY number DESC LIMIT 1) AS known ON true
     WHERE known.number IS NULL OR known.ends_on IS DISTINCT FROM held.ends_on OR known.withdrawn`,
    [jurisdiction, id, by],
  );
}

async function settleCurrent(
  client: Client,
  { jurisdiction }: Import,
  shape: Shape,
  positions: ListPositions,
): Promise<number> {
  const { rows } = await client.query<{ added: string }>(
    `WITH put AS (
       INSERT INTO enterprise_current AS current
         (jurisdiction_id, code, name, place_id, detail, year, industry, employees, revenue)
       SELECT $1, incoming.code, CASE WHEN newest.year > incoming.year THEN known.name ELSE incoming.name END,
              CASE WHEN newest.year > incoming.year THEN known.place_id ELSE incoming.place_id END, 1, newest.year,
              coalesce(newest.figures[$2], -1), coalesce(newest.figures[$3], -1), coalesce(newest.figures[$4], -1)
       FROM ${named(shape)} AS incoming
       CROSS JOIN LATERAL (
         SELECT year, figures FROM enterprise_figures AS figures
         WHERE figures.jurisdiction_id = $1 AND figures.code = incoming.code ORDER BY year DESC, number DESC LIMIT 1) AS newest
       LEFT JOIN enterprise_current AS known ON known.jurisdiction_id = $1 AND known.code = incoming.code
       ON CONFLICT (jurisdiction_id, code) DO UPDATE SET
         name = excluded.name, place_id = excluded.place_id, year = excluded.year, employees = excluded.employees,
         revenue = excluded.revenue,
         industry = CASE WHEN excluded.industry < 0 THEN current.industry ELSE excluded.industry END,
         detail = current.detail
                  + CASE WHEN current.name <> excluded.name OR current.place_id <> excluded.place_id THEN 1 ELSE 0 END
       WHERE (current.name, current.place_id, current.year, current.industry, current.employees, current.revenue)
             IS DISTINCT FROM
             (excluded.name, excluded.place_id, excluded.year, excluded.industry, excluded.employees, excluded.revenue)
       RETURNING (xmax = 0) AS is_new)
     SELECT count(*) FILTER (WHERE is_new) AS added FROM put`,
    [jurisdiction, positions.industry, positions.employees, positions.revenue],
  );
  return Number(rows[0]?.added ?? 0);
}

/** Brings everything that was copied into the register. */
async function settle(
  client: Client,
  given: Import,
  shape: Shape,
  positions: ListPositions,
): Promise<Settled> {
  await settleNames(client, given, shape);
  const figures = await settleFigures(client, given);
  await settleContacts(client, given, shape);
  await settleCertificates(client, given, shape);
  return { enterprises: await settleCurrent(client, given, shape, positions), ...figures };
}
