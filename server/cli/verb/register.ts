// bihuan register: make an invented register of any size, or hand a register file to the running Bihuan and follow it to its end.
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { columnOf } from '../../../core/policy/register/file/column.ts';
import {
  type SyntheticOptions,
  syntheticHeadings,
  syntheticRow,
} from '../../../core/policy/register/file/synthetic.ts';
import { tableBytes } from '../../bytes/register/write-rows.ts';

export const madeFormats = ['csv', 'xlsx', 'parquet'] as const;
export type MadeFormat = (typeof madeFormats)[number];

export interface MakeWish extends SyntheticOptions {
  readonly rows: number;
  readonly format: MadeFormat;
  readonly file: string;
}

const portion = 5_000;
/** Rows of a group: a reader decodes one at a time. */
const groupRows = 25_000;

function* portions({ rows, ...options }: MakeWish, size: number): Generator<string[][]> {
  for (let from = 0; from < rows; from += size)
    yield Array.from({ length: Math.min(size, rows - from) }, (_, at) => syntheticRow(from + at, options));
}

/** Money, counts and areas are numbers of the file; what has a form of its own (codes, days) is text. */
function isNumeric(heading: string): boolean {
  const column = columnOf(heading);
  return column?.kind === 'number' && ['fen', 'count', 'area'].includes(column.fact.measure);
}

async function makeParquet(wish: MakeWish): Promise<void> {
  const { ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer');
  const { fileWriter } = await import('hyparquet-writer/src/node.js');
  const numeric = syntheticHeadings.map(isNumeric);
  const columnsOf = (rows: readonly (readonly string[])[]) =>
    syntheticHeadings.map((name, at) => ({
      name,
      data: rows.map((row) => (row[at] === '' ? null : numeric[at] ? Number(row[at]) : (row[at] ?? null))),
    }));
  const types = syntheticHeadings.map((name, at) => ({
    ...{ name, data: [], nullable: true, type: numeric[at] ? ('DOUBLE' as const) : ('STRING' as const) },
  }));
  const writer = new ParquetWriter({
    writer: fileWriter(wish.file),
    schema: schemaFromColumnData({ columnData: types }),
  });
  for (const rows of portions(wish, groupRows))
    await writer.write({ columnData: columnsOf(rows), rowGroupSize: groupRows });
  await writer.finish();
}

export async function makeRegister(wish: MakeWish): Promise<void> {
  if (wish.format === 'parquet') return makeParquet(wish);
  const table = function* () {
    yield [syntheticHeadings];
    yield* portions(wish, portion);
  };
  const file = createWriteStream(wish.file);
  for await (const bytes of tableBytes(wish.format, '企业名录', table()))
    if (!file.write(bytes)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
}

export interface SendWish {
  readonly file: string;
  readonly server: URL;
  readonly token: string | undefined;
  readonly year: string;
  readonly source: string;
  readonly basis: string;
  readonly purposes: string;
  readonly until?: string | undefined;
  readonly proof?: string | undefined;
}

export interface ImportSeen {
  readonly state: string;
  readonly total: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly percent: number;
  readonly milliseconds: number;
  readonly problem: { readonly zh: string; readonly en: string } | null;
  readonly alreadyHere: boolean;
  readonly importId: string;
}

type Asked = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Asked => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** null where nobody answered. */
async function ask(url: URL, init: RequestInit): Promise<Asked | null> {
  try {
    const response = await fetch(url, init);
    const body: unknown = await response.json().catch(() => ({}));
    return isRecord(body) ? body : {};
  } catch {
    return null;
  }
}

const problemOf = ({ code, message }: Asked) => ({
  ...{ zh: textOf(code), en: textOf(code) },
  ...(isRecord(message) ? { zh: textOf(message.zh), en: textOf(message.en) } : {}),
});

/** Sends the file as it is read and tells how far the import is until it has ended; null where nobody answers. */
export async function sendRegister(
  wish: SendWish,
  onProgress: (seen: ImportSeen) => void,
): Promise<ImportSeen | null> {
  const url = new URL('/api/register/imports', wish.server);
  const query = {
    name: basename(wish.file),
    year: wish.year,
    source: wish.source,
    basis: wish.basis,
    purposes: wish.purposes,
  };
  for (const [key, value] of Object.entries({ ...query, until: wish.until, proof: wish.proof }))
    if (value !== undefined) url.searchParams.set(key, value);
  const proof: Record<string, string> = wish.token ? { authorization: `Bearer ${wish.token}` } : {};
  const { size } = await stat(wish.file);
  const sent = await ask(url, {
    method: 'POST',
    headers: { ...proof, 'content-type': 'application/octet-stream', 'content-length': String(size) },
    body: Readable.toWeb(createReadStream(wish.file)),
    duplex: 'half',
  });
  if (!sent) return null;
  const importId = textOf(sent.importId);
  const seenOf = (row: Asked): ImportSeen => ({
    ...{ state: textOf(row.state), total: numberOf(row.total), accepted: numberOf(row.accepted) },
    ...{
      rejected: numberOf(row.rejected),
      percent: numberOf(row.percent),
      milliseconds: numberOf(row.milliseconds),
    },
    ...{ alreadyHere: sent.alreadyHere === true, importId },
    problem: isRecord(row.problem) ? { zh: textOf(row.problem.zh), en: textOf(row.problem.en) } : null,
  });
  if (importId === '') return { ...seenOf({ state: 'refused' }), problem: problemOf(sent) };
  for (;;) {
    const page = await ask(new URL(`/api/register/imports/${importId}`, wish.server), { headers: proof });
    if (!page) return null;
    if (!isRecord(page.import)) return { ...seenOf({ state: 'refused' }), problem: problemOf(page) };
    const seen = seenOf(page.import);
    if (seen.state === 'done' || seen.state === 'refused') return seen;
    onProgress(seen);
    await pause(300);
  }
}
