// Walks a backup line by line and holds every table against its seal; anything that is not as it was written is damage.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { DamagedBackup, endOfRows, Head, Seal, TableHead } from './format.ts';

/** What is done with the parts of a backup; checking alone does nothing with them. */
export interface Taker {
  head(head: Head): Promise<void>;
  table(name: string, columns: readonly string[], rows: AsyncIterable<Buffer>): Promise<void>;
}

/** Lines of a stream, each with its line end; a last line without one is damage. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      const part = chunk.subarray(from, at + 1);
      yield rest.length > 0 ? Buffer.concat([rest, part]) : part;
      rest = Buffer.alloc(0);
      from = at + 1;
    }
    if (from < chunk.length) rest = Buffer.concat([rest, chunk.subarray(from)]);
  }
  if (rest.length > 0) throw new DamagedBackup('cut in a line');
}

function parse(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    throw new DamagedBackup('a line that is no JSON');
  }
}

async function takeTable(
  lines: AsyncGenerator<Buffer>,
  { table, columns }: { readonly table: string; readonly columns: readonly string[] },
  taker: Taker,
): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  let rows = 0;
  let ended = false;
  async function* rowLines(): AsyncGenerator<Buffer> {
    for (;;) {
      const next = await lines.next();
      if (next.done) return;
      if (next.value.length === 3 && next.value.toString('latin1') === `${endOfRows}\n`) {
        ended = true;
        return;
      }
      hash.update(next.value);
      rows += 1;
      yield next.value;
    }
  }
  await taker.table(table, columns, rowLines());
  if (!ended) throw new DamagedBackup(`table ${table} is cut`);
  return { rows, sha256: hash.digest('hex') };
}

/** @throws DamagedBackup for the first table that differs. */
export function checkSeal(seal: Seal['sealed'], found: Readonly<Seal['sealed']>): void {
  const names = new Set([...Object.keys(seal), ...Object.keys(found)]);
  for (const name of names)
    if (seal[name]?.sha256 !== found[name]?.sha256 || seal[name]?.rows !== found[name]?.rows)
      throw new DamagedBackup(`table ${name} is not what was sealed`);
}

const isZlibTrouble = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^Z_|^ERR_.*ZLIB/.test(String(error.code));

/** Rows and hash of each table. @throws DamagedBackup, naming what is wrong. */
export async function walkBackup(file: string, taker: Taker): Promise<Seal['sealed']> {
  try {
    const source = createReadStream(file);
    const unpacked = createGunzip();
    source.on('error', (error) => unpacked.destroy(error));
    const lines = linesOf(source.pipe(unpacked));
    const first = await lines.next();
    const head = Head.safeParse(first.done ? null : parse(first.value));
    if (!head.success) throw new DamagedBackup('no backup of Bihuan');
    await taker.head(head.data);
    const found: Seal['sealed'] = {};
    for (;;) {
      const next = await lines.next();
      if (next.done) throw new DamagedBackup('cut before its seal');
      const value = parse(next.value);
      const seal = Seal.safeParse(value);
      if (seal.success) {
        checkSeal(seal.data.sealed, found);
        if (!(await lines.next()).done) throw new DamagedBackup('more after its seal');
        return found;
      }
      const table = TableHead.safeParse(value);
      if (!table.success) throw new DamagedBackup('an unknown line');
      found[table.data.table] = await takeTable(lines, table.data, taker);
    }
  } catch (error) {
    if (isZlibTrouble(error)) throw new DamagedBackup(error instanceof Error ? error.message : '');
    throw error;
  }
}

/** Reads every row and keeps none. */
export const checkBackup = (file: string): Promise<Seal['sealed']> =>
  walkBackup(file, {
    head: async () => {},
    table: async (_name, _columns, rows) => {
      for await (const _row of rows) {
        // only the walk itself counts here
      }
    },
  });
