// Takes one file into the register in one transaction: read a portion at a time, every row by the rule, sound ones taken, bad
// ones kept with their cells; then counted and committed. While the database takes a portion, the next one is read. A process
// that dies in between leaves nothing behind.
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
import { FreshRows } from '../../store/register/fresh.ts';
import {
  type Import,
  type ListPositions,
  openStaging,
  RejectedRows,
  type Settled,
  StagedRows,
} from '../../store/register/staging.ts';
import type { Vault } from '../../store/register/vault.ts';
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

export type OnProgress = (counts: Counts, share: number, step: 'reading' | 'settling') => void;

/** The sheet of a template that only explains. */
export const explanationSheet = '填写说明';
/** Rows before the heading: a title, a note on the units. */
const mostBeforeHeading = 10;
const longestShownCell = 60;
/** So many rows are brought into the database at once. */
const portionRows = 20_000;

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

async function isEmptyRegister(client: Client, jurisdiction: string): Promise<boolean> {
  const { rows } = await client.query('SELECT FROM enterprise_current WHERE jurisdiction_id = $1 LIMIT 1', [
    jurisdiction,
  ]);
  return rows.length === 0;
}

/** One sheet after its heading was found. */
interface Heading {
  readonly reader: RowReader;
  readonly cells: readonly string[];
}

/** What a portion brings, once the database is asked. */
type Bringing = (client: Client) => Promise<Settled>;

interface TakingInto {
  readonly task: FileTask;
  readonly vault: Vault;
  readonly positions: ListPositions;
  /** Nothing is known yet, so a code that the file names first is new to the register. */
  readonly isEmpty: boolean;
}

class Taking {
  readonly #into: TakingInto;
  readonly #options: Parameters<typeof rowReader>[1];
  readonly #codes = new CodeSet();
  readonly #fresh: FreshRows;
  readonly #staged = new StagedRows();
  readonly #refused: RejectedRows;
  readonly unknown = new Map<string, UnknownColumn>();
  #sheet = '';
  #heading: Heading | null = null;
  accepted = 0;
  rejected = 0;
  #brought = 0;

  constructor(into: TakingInto, options: Parameters<typeof rowReader>[1]) {
    this.#into = into;
    this.#fresh = new FreshRows(into.task, into.positions);
    this.#refused = new RejectedRows(into.task);
    this.#options = options;
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
    const before = this.#codes.add(row.code, row.year, line);
    if (typeof before === 'number') {
      const fault = { column: heading.reader.codeColumn, code: 'row.codeTwice' } as const;
      this.#reject(heading, cells, line, [fault], before);
      return;
    }
    this.accepted++;
    const { contact } = row;
    const isSaid = contact && (contact.representative || contact.phone || contact.idNumber) !== '';
    const { vault, task, isEmpty } = this.#into;
    const sealed = isSaid ? vault.seal(`${task.jurisdiction} ${row.code}`, contact) : null;
    if (isEmpty && before === 'new') this.#fresh.add(line, row, sealed);
    else this.#staged.add(line, row, sealed);
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
    this.#refused.add(this.#sheet, line, {
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

  get isFull(): boolean {
    return this.counts.total - this.#brought >= portionRows;
  }

  /** What was gathered, to be brought when the database has time; new rows before those that are compared with them. */
  flush(): Bringing {
    const { task, positions } = this.#into;
    const [fresh, staged, refused] = [this.#fresh.flush(), this.#staged.flush(), this.#refused.flush()];
    const taken = this.#fresh.taken;
    this.#fresh.taken = 0;
    this.#brought = this.counts.total;
    return async (client) => {
      await fresh(client);
      const settled = await staged(client, task, positions);
      await refused(client);
      return {
        ...{ enterprises: settled.enterprises + taken, added: settled.added + taken },
        ...{ changed: settled.changed },
      };
    };
  }

  /** A file without any heading says nothing about enterprises. */
  refuseIfEmpty(): void {
    if (!this.#heading) throw new RegisterRefusal('register.noHeading', { sheet: this.#sheet });
    if (this.counts.total === 0) throw new RegisterRefusal('register.noRows', {});
  }
}

/** Reads and brings side by side: one portion on its way, the next one being read. */
async function bringAll(
  client: Client,
  taking: Taking,
  task: FileTask,
  onProgress: OnProgress,
): Promise<Settled> {
  const sum = { enterprises: 0, added: 0, changed: 0 };
  let bringing: Promise<void> = Promise.resolve();
  const bring = async (): Promise<void> => {
    const portion = taking.flush();
    await bringing;
    bringing = portion(client).then(({ enterprises, added, changed }) => {
      sum.enterprises += enterprises;
      sum.added += added;
      sum.changed += changed;
    });
    // Its failure is thrown where it is awaited: at the next portion, or at the end.
    bringing.catch(() => {});
  };
  const { portions } = await readRows(task.path, task.fileName);
  try {
    for await (const portion of portions) {
      taking.take(portion);
      onProgress(taking.counts, portion.share, 'reading');
      if (taking.isFull) await bring();
    }
    taking.refuseIfEmpty();
    await bring();
  } finally {
    onProgress(taking.counts, 1, 'settling');
    await bringing;
  }
  return sum;
}

async function inside(
  client: Client,
  task: FileTask,
  vault: Vault,
  onProgress: OnProgress,
): Promise<TakenFile> {
  // Imports of one city take turns: what one finds there must not change under it.
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `register import ${task.jurisdiction}`,
  ]);
  const [layout, places] = [await layoutIn(client, task), await placesIn(client, task.jurisdiction)];
  const isEmpty = await isEmptyRegister(client, task.jurisdiction);
  await openStaging(client);
  const position = (fact: string): number => layout.get(fact) ?? 0;
  const positions = {
    industry: position('industry'),
    employees: position('employees'),
    revenue: position('revenue'),
  };
  const taking = new Taking(
    { task, vault, positions, isEmpty },
    {
      year: task.year,
      placeOf: (name) => places.get(name) ?? null,
      positionOf: (fact) => (layout.get(fact) ?? 0) - 1,
    },
  );
  const settled = await bringAll(client, taking, task, onProgress);
  const { counts } = taking;
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
export async function takeFile(
  client: Client,
  task: FileTask,
  vault: Vault,
  onProgress: OnProgress,
): Promise<TakenFile> {
  const started = performance.now();
  await client.query('BEGIN');
  try {
    const file = await inside(client, task, vault, onProgress);
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
