// Takes one file into the register in one transaction: read a portion at a time, every row by the rule, sound ones staged, bad
// ones kept with their cells; then settled, counted and committed. A process that dies in between leaves nothing behind.
import type { Client } from 'pg';
import { enterpriseFacts } from '../../../core/policy/register/enterprise.ts';
import { CodeSet } from '../../../core/policy/register/file/code-set.ts';
import {
  type Fault,
  isHeading,
  type RegisterRow,
  type RowReader,
  rowReader,
  type UnknownColumn,
} from '../../../core/policy/register/file/row.ts';
import { layoutOf } from '../../../core/policy/register/known.ts';
import { cellName } from '../../../core/quantity/sheet.ts';
import { Refusal } from '../../bytes/refusal.ts';
import { type Portion, readRows } from '../../bytes/register/rows.ts';
import { type Import, type SettlingStep, Staging, settle } from '../../store/register/staging.ts';
import { RegisterRefusal } from './refusal.ts';

export interface FileTask extends Import {
  readonly path: string;
  readonly fileName: string;
  readonly year: number;
}

export interface Counts {
  readonly total: number;
  readonly accepted: number;
  readonly rejected: number;
}

export interface TakenFile extends Counts {
  readonly enterprises: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly unknownColumns: readonly string[];
}

export type OnProgress = (counts: Counts, share: number, step: 'reading' | SettlingStep) => void;

/** The sheet of a template that only explains. */
export const explanationSheet = '填写说明';
/** Rows before the heading: a title, a note on the units. */
const mostBeforeHeading = 10;
const longestShownCell = 60;

/** Places of facts in this register; a fact that is new gets the next one. */
async function layoutIn(client: Client, { jurisdiction, by }: Import): Promise<ReadonlyMap<string, number>> {
  const wanted = layoutOf(enterpriseFacts);
  await client.query(
    `INSERT INTO register_fact (jurisdiction_id, position, name, recorded_by)
     SELECT $1, (SELECT coalesce(max(position), 0) FROM register_fact WHERE jurisdiction_id = $1) + row_number() OVER (ORDER BY place),
            name, $3
     FROM unnest($2::text[]) WITH ORDINALITY AS wanted(name, place)
     WHERE NOT EXISTS (SELECT FROM register_fact WHERE jurisdiction_id = $1 AND register_fact.name = wanted.name)`,
    [jurisdiction, wanted, by],
  );
  const { rows } = await client.query<{ name: string; position: number }>(
    'SELECT name, position FROM register_fact WHERE jurisdiction_id = $1',
    [jurisdiction],
  );
  return new Map(rows.map(({ name, position }) => [name, position]));
}

async function placesIn(client: Client, jurisdiction: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; name: string }>(
    'SELECT id, name FROM place WHERE jurisdiction_id = $1',
    [jurisdiction],
  );
  return new Map(rows.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]));
}

/** One sheet after its heading was found. */
interface Heading {
  readonly reader: RowReader;
  readonly cells: readonly string[];
}

class Taking {
  readonly #staging: Staging;
  readonly #options: Parameters<typeof rowReader>[1];
  readonly #codes = new CodeSet();
  readonly #years = new Set<number>();
  readonly unknown = new Map<string, UnknownColumn>();
  #sheet = '';
  #heading: Heading | null = null;
  hasContacts = false;
  hasCertificates = false;
  accepted = 0;
  rejected = 0;

  constructor(staging: Staging, options: Parameters<typeof rowReader>[1]) {
    this.#staging = staging;
    this.#options = options;
  }

  get severalYears(): boolean {
    return this.#years.size > 1;
  }

  get counts(): Counts {
    return { total: this.accepted + this.rejected, accepted: this.accepted, rejected: this.rejected };
  }

  take({ sheet, line, rows }: Portion): void {
    if (sheet === explanationSheet) return;
    if (sheet !== this.#sheet) [this.#sheet, this.#heading] = [sheet, null];
    rows.forEach((cells, at) => {
      if (this.#heading) this.#row(this.#heading, cells, line + at);
      else if (isHeading(cells)) this.#head(cells, line + at);
      else if (line + at > mostBeforeHeading) throw new RegisterRefusal('register.noHeading', { sheet });
    });
  }

  #head(cells: readonly string[], line: number): void {
    const made = rowReader(cells, this.#options);
    if (!made.ok)
      throw new RegisterRefusal(made.code, {
        cell: cellName(line - 1, made.column),
        text: cells[made.column] ?? '',
      });
    for (const column of made.reader.unknown)
      this.unknown.set(`${this.#sheet} ${cellName(line - 1, column.column)}`, column);
    this.#heading = { reader: made.reader, cells };
  }

  #row(heading: Heading, cells: readonly string[], line: number): void {
    if (cells.every((cell) => cell === '')) return;
    const read = heading.reader.read(cells);
    if (read.ok) this.#sound(heading, cells, line, read.row);
    else this.#reject(heading, cells, line, read.faults, null);
  }

  #sound(heading: Heading, cells: readonly string[], line: number, row: RegisterRow): void {
    const first = this.#codes.add(row.code, row.year, line);
    if (first !== null) {
      const fault = { column: heading.reader.codeColumn, code: 'row.codeTwice' } as const;
      this.#reject(heading, cells, line, [fault], first);
      return;
    }
    this.#years.add(row.year);
    this.hasContacts ||= row.contact !== null;
    this.hasCertificates ||= row.certificates.length > 0;
    this.accepted++;
    this.#staging.take(this.#sheet, line, row);
  }

  #reject(
    heading: Heading,
    cells: readonly string[],
    line: number,
    faults: readonly Fault[],
    first: number | null,
  ): void {
    const { personal } = heading.reader;
    const shown = (column: number): string =>
      personal.has(column) ? '***' : (cells[column] ?? '').slice(0, longestShownCell);
    this.rejected++;
    this.#staging.reject(this.#sheet, line, {
      cells: heading.cells.map((_, column) =>
        personal.has(column) && (cells[column] ?? '') === '' ? '' : shown(column),
      ),
      faults: faults.map(({ column, code }) => ({
        ...{
          at: cellName(line - 1, column),
          heading: heading.cells[column] ?? '',
          text: shown(column),
          code,
        },
        ...(first === null ? {} : { line: first }),
      })),
    });
  }

  /** A file without any heading says nothing about enterprises. */
  refuseIfEmpty(): void {
    if (!this.#heading) throw new RegisterRefusal('register.noHeading', { sheet: this.#sheet });
    if (this.counts.total === 0) throw new RegisterRefusal('register.noRows', {});
  }
}

async function inside(client: Client, task: FileTask, onProgress: OnProgress): Promise<TakenFile> {
  // Imports of one city take turns: what one finds there must not change under it.
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `register import ${task.jurisdiction}`,
  ]);
  const [layout, places] = [await layoutIn(client, task), await placesIn(client, task.jurisdiction)];
  const { portions } = await readRows(task.path, task.fileName);
  const staging = await Staging.open(client);
  const taking = new Taking(staging, {
    year: task.year,
    placeOf: (name) => places.get(name) ?? null,
    positionOf: (fact) => (layout.get(fact) ?? 0) - 1,
  });
  try {
    for await (const portion of portions) {
      taking.take(portion);
      await staging.flush();
      onProgress(taking.counts, portion.share, 'reading');
    }
    taking.refuseIfEmpty();
  } catch (error) {
    staging.abort();
    throw error;
  }
  await staging.end();
  const { counts, severalYears, hasContacts, hasCertificates } = taking;
  const position = (fact: string): number => layout.get(fact) ?? 0;
  const positions = {
    industry: position('industry'),
    employees: position('employees'),
    revenue: position('revenue'),
  };
  const shape = { severalYears, hasContacts, hasCertificates };
  const settled = await settle(client, task, shape, positions, (step) => onProgress(counts, 1, step));
  return {
    ...counts,
    ...settled,
    unchanged: counts.accepted - settled.added - settled.changed,
    unknownColumns: [...taking.unknown].map(
      ([at, { heading, nearest }]) => `${at} ${heading}${nearest === null ? '' : ` → ${nearest}`}`,
    ),
  };
}

const putEnd = (client: Client, task: Import, file: TakenFile, started: number): Promise<unknown> =>
  client.query(
    `INSERT INTO register_import_end (jurisdiction_id, import_id, state, total, accepted, rejected, enterprises, added, changed,
                                      unchanged, unknown_columns, problem, params, milliseconds, recorded_by)
     VALUES ($1, $2, 'done', $3, $4, $5, $6, $7, $8, $9, $10, '', '{}', $11, $12)`,
    [
      ...[task.jurisdiction, task.id, file.total, file.accepted, file.rejected, file.enterprises, file.added],
      ...[
        file.changed,
        file.unchanged,
        file.unknownColumns,
        Math.round(performance.now() - started),
        task.by,
      ],
    ],
  );

/** Numbered under the same lock as every other change; it is taken last, so that nobody waits for a whole import. */
async function putChange(client: Client, { jurisdiction, by }: Import): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`register ${jurisdiction}`]);
  await client.query(
    `INSERT INTO register_change (jurisdiction_id, number, code, what, recorded_by)
     SELECT $1, coalesce(max(number), 0) + 1, NULL, 'import', $2 FROM register_change WHERE jurisdiction_id = $1`,
    [jurisdiction, by],
  );
}

/** @throws Refusal, RegisterRefusal for what is wrong with the file; then nothing has been taken. */
export async function takeFile(client: Client, task: FileTask, onProgress: OnProgress): Promise<TakenFile> {
  const started = performance.now();
  await client.query('BEGIN');
  try {
    const file = await inside(client, task, onProgress);
    await putEnd(client, task, file, started);
    if (file.added + file.changed + file.enterprises > 0) await putChange(client, task);
    await client.query('COMMIT');
    return file;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

export const isRefusal = (error: unknown): error is Refusal | RegisterRefusal =>
  error instanceof Refusal || error instanceof RegisterRefusal;
