// Rows of an import on their way into the register: copied into a table of the transaction, then told apart by statements that
// take all of them at once. Nothing is visible before the transaction ends, and nothing is left where it does not.
import { once } from 'node:events';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { RegisterRow } from '../../../core/policy/register/file/row.ts';

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

const createTable = `
  CREATE TEMP TABLE incoming (
    number integer, sheet text, line integer, code text COLLATE "C", year integer, name text COLLATE "C", place_id text,
    representative text, phone text, id_number text, figures bigint[], certificates jsonb, cells jsonb, faults jsonb
  ) ON COMMIT DROP`;

/** COPY's text format: backslash, tab and line ends are escaped. */
const copyText = (text: string): string =>
  /[\\\t\n\r]/.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : text;

/** Without what is unknown at the end, so that the same figures are the same array however long the row was. */
function arrayText(figures: readonly (number | null)[]): string {
  let length = figures.length;
  while (length > 0 && figures[length - 1] === null) length--;
  let text = '{';
  for (let at = 0; at < length; at++) {
    if (at > 0) text += ',';
    text += figures[at] ?? 'NULL';
  }
  return `${text}}`;
}

const none = '\\N';

/** Takes rows one after the other; `flush` waits until the database has room for more. */
export class Staging {
  readonly #copy: ReturnType<typeof copyFrom>;
  #lines: string[] = [];
  #number = 0;
  #failed: Error | null = null;

  private constructor(copy: ReturnType<typeof copyFrom>) {
    this.#copy = copy;
    copy.on('error', (error) => {
      this.#failed = error;
    });
  }

  static async open(client: Client): Promise<Staging> {
    await client.query(createTable);
    return new Staging(client.query(copyFrom('COPY incoming FROM STDIN')));
  }

  take(sheet: string, line: number, row: RegisterRow): void {
    const { contact } = row;
    const person = contact
      ? `${copyText(contact.representative)}\t${contact.phone}\t${contact.idNumber}`
      : `${none}\t${none}\t${none}`;
    const certificates = row.certificates.length === 0 ? none : copyText(JSON.stringify(row.certificates));
    this.#lines.push(
      `${++this.#number}\t${copyText(sheet)}\t${line}\t${row.code}\t${row.year}\t${copyText(row.name)}\t${row.placeId}\t${person}\t${arrayText(row.figures)}\t${certificates}\t${none}\t${none}\n`,
    );
  }

  reject(sheet: string, line: number, { cells, faults }: RejectedRow): void {
    const empty = `${none}\t`.repeat(9);
    this.#lines.push(
      `${++this.#number}\t${copyText(sheet)}\t${line}\t${empty}${copyText(JSON.stringify(cells))}\t${copyText(JSON.stringify(faults))}\n`,
    );
  }

  async flush(): Promise<void> {
    const text = this.#lines.join('');
    this.#lines = [];
    if (this.#failed) throw this.#failed;
    if (text !== '' && !this.#copy.write(text)) await once(this.#copy, 'drain');
  }

  /** Gives up: the database forgets what was copied and takes statements again. */
  abort(): void {
    this.#copy.on('error', () => {});
    this.#copy.destroy();
  }

  async end(): Promise<void> {
    await this.flush();
    this.#copy.end();
    await once(this.#copy, 'finish');
  }
}

export interface Import {
  readonly jurisdiction: string;
  readonly id: string;
  readonly by: string | null;
}

/** Whether a code may stand in the file for several years: then its name and place are those of the newest. */
export interface Shape {
  readonly severalYears: boolean;
  readonly hasContacts: boolean;
  readonly hasCertificates: boolean;
}

export interface Settled {
  readonly enterprises: number;
  readonly added: number;
  readonly changed: number;
}

const sound = (shape: Shape): string =>
  shape.severalYears
    ? `(SELECT DISTINCT ON (code) * FROM incoming WHERE faults IS NULL ORDER BY code, year DESC, number DESC)`
    : `(SELECT * FROM incoming WHERE faults IS NULL)`;

async function settleRejected(client: Client, { jurisdiction, id, by }: Import): Promise<void> {
  await client.query(
    `INSERT INTO register_rejected (jurisdiction_id, import_id, number, sheet, line, cells, faults, recorded_by)
     SELECT $1, $2, number, sheet, line, ARRAY(SELECT jsonb_array_elements_text(cells)), faults, $3
     FROM incoming WHERE faults IS NOT NULL`,
    [jurisdiction, id, by],
  );
}

async function settleNames(client: Client, { jurisdiction, id, by }: Import, shape: Shape): Promise<void> {
  await client.query(
    `INSERT INTO enterprise (jurisdiction_id, code, number, name, place_id, import_id, recorded_by)
     SELECT $1, incoming.code, coalesce(known.detail, 0) + 1, incoming.name, incoming.place_id, $2, $3
     FROM ${sound(shape)} AS incoming
     LEFT JOIN enterprise_current AS known ON known.jurisdiction_id = $1 AND known.code = incoming.code
     WHERE known.code IS NULL OR known.name <> incoming.name OR known.place_id <> incoming.place_id`,
    [jurisdiction, id, by],
  );
}

/** A register that is still empty needs no look at what was there before. */
const before = (isFirst: boolean): string =>
  isFirst
    ? `LEFT JOIN (SELECT NULL::integer AS number, NULL::bigint[] AS figures) AS old ON false`
    : `LEFT JOIN LATERAL (
         SELECT number, figures FROM enterprise_figures AS older
         WHERE older.jurisdiction_id = $1 AND older.code = incoming.code AND older.year = incoming.year
         ORDER BY number DESC LIMIT 1) AS old ON true`;

async function settleFigures(
  client: Client,
  { jurisdiction, id, by }: Import,
  isFirst: boolean,
): Promise<Pick<Settled, 'added' | 'changed'>> {
  const { rows } = await client.query<{ added: string; changed: string }>(
    `WITH put AS (
       INSERT INTO enterprise_figures (jurisdiction_id, code, year, number, replaces, figures, import_id, line, recorded_by)
       SELECT $1, incoming.code, incoming.year, coalesce(old.number, 0) + 1, old.number,
              CASE WHEN old.number IS NULL THEN incoming.figures ELSE overlaid_figures(incoming.figures, old.figures) END,
              $2, incoming.line, $3
       FROM incoming ${before(isFirst)}
       WHERE incoming.faults IS NULL
         AND (old.number IS NULL OR overlaid_figures(incoming.figures, old.figures) IS DISTINCT FROM old.figures)
       RETURNING number)
     SELECT count(*) FILTER (WHERE number = 1) AS added, count(*) FILTER (WHERE number > 1) AS changed FROM put`,
    [jurisdiction, id, by],
  );
  return { added: Number(rows[0]?.added ?? 0), changed: Number(rows[0]?.changed ?? 0) };
}

async function settleContacts(client: Client, { jurisdiction, id, by }: Import, shape: Shape): Promise<void> {
  if (!shape.hasContacts) return;
  await client.query(
    `INSERT INTO enterprise_contact (jurisdiction_id, code, number, representative, phone, id_number, import_id, recorded_by)
     SELECT $1, incoming.code, coalesce(known.number, 0) + 1, incoming.representative, incoming.phone, incoming.id_number, $2, $3
     FROM ${sound(shape)} AS incoming
     LEFT JOIN (SELECT DISTINCT ON (code) * FROM enterprise_contact WHERE jurisdiction_id = $1 ORDER BY code, number DESC)
       AS known ON known.code = incoming.code
     WHERE (incoming.representative <> '' OR incoming.phone <> '' OR incoming.id_number <> '')
       AND (known.representative, known.phone, known.id_number)
           IS DISTINCT FROM (incoming.representative, incoming.phone, incoming.id_number)`,
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
                 WHERE incoming.faults IS NULL AND incoming.certificates IS NOT NULL) AS every
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

/** Positions of the figures that lists sort by; 0 where the register has no such fact. */
export interface ListPositions {
  readonly industry: number;
  readonly employees: number;
  readonly revenue: number;
}

async function settleCurrent(
  client: Client,
  { jurisdiction }: Import,
  shape: Shape,
  isFirst: boolean,
  positions: ListPositions,
): Promise<number> {
  const newest = isFirst
    ? `(SELECT incoming.year, incoming.figures) AS newest`
    : `(SELECT year, figures FROM enterprise_figures AS figures
        WHERE figures.jurisdiction_id = $1 AND figures.code = incoming.code ORDER BY year DESC, number DESC LIMIT 1) AS newest`;
  const { rows } = await client.query<{ added: string }>(
    `WITH put AS (
       INSERT INTO enterprise_current AS current
         (jurisdiction_id, code, name, place_id, detail, year, industry, employees, revenue)
       SELECT $1, incoming.code, incoming.name, incoming.place_id, 1, newest.year, coalesce(newest.figures[$2], -1),
              coalesce(newest.figures[$3], -1), coalesce(newest.figures[$4], -1)
       FROM ${sound(shape)} AS incoming CROSS JOIN LATERAL ${newest}
       ORDER BY incoming.code
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

export type SettlingStep = 'names' | 'figures' | 'certificates' | 'lists';

/** Brings everything that was copied into the register. */
export async function settle(
  client: Client,
  given: Import,
  shape: Shape,
  positions: ListPositions,
  onStep: (step: SettlingStep) => void,
): Promise<Settled> {
  await client.query('ANALYZE incoming');
  const { rows } = await client.query('SELECT 1 FROM enterprise_current WHERE jurisdiction_id = $1 LIMIT 1', [
    given.jurisdiction,
  ]);
  const isFirst = rows.length === 0;
  onStep('names');
  await settleRejected(client, given);
  await settleNames(client, given, shape);
  onStep('figures');
  const figures = await settleFigures(client, given, isFirst);
  onStep('certificates');
  await settleContacts(client, given, shape);
  await settleCertificates(client, given, shape);
  onStep('lists');
  const enterprises = await settleCurrent(client, given, shape, isFirst && !shape.severalYears, positions);
  return { enterprises, ...figures };
}
