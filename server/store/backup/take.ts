// Takes a backup while the server runs: every table as of one moment, hashed, sealed and written whole or not at all.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Connection, poolConfig } from '../open.ts';
import { endOfRows, type Head, type Seal } from './format.ts';
import { listTables, quoted, type Table } from './tables.ts';

export type Counts = Seal['sealed'];

const line = (value: object): string => `${JSON.stringify(value)}\n`;

/** The rows of a table in the order of its key, as PostgreSQL copies them; their number and hash go into the counts. */
async function* rowsOf(
  client: Client,
  { name, columns, key }: Table,
  counts: Counts,
): AsyncGenerator<Buffer> {
  const order = key.map(quoted).join(', ');
  const query = `COPY (SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)} ORDER BY ${order}) TO STDOUT`;
  const hash = createHash('sha256');
  let rows = 0;
  for await (const chunk of client.query(copyTo(query))) {
    const bytes = Buffer.from(chunk);
    hash.update(bytes);
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) rows += 1;
    yield bytes;
  }
  counts[name] = { rows, sha256: hash.digest('hex') };
}

/** Rows and hash of each table as it stands. */
export async function countTables(client: Client): Promise<Counts> {
  const counts: Counts = {};
  for (const table of await listTables(client))
    for await (const _row of rowsOf(client, table, counts)) {
      // only number and hash are wanted
    }
  return counts;
}

async function* linesOf(client: Client, takenAt: Date, counts: Counts): AsyncGenerator<Buffer | string> {
  const { rows: migrations } = await client.query<Head['migrations'][number]>(
    'SELECT name, sha256 FROM public.migration ORDER BY name',
  );
  const head: Head = { bihuan: 'backup', format: 1, takenAt: takenAt.toISOString(), migrations };
  yield line(head);
  for (const table of await listTables(client)) {
    yield line({ table: table.name, columns: table.columns });
    yield* rowsOf(client, table, counts);
    yield `${endOfRows}\n`;
  }
  yield line({ sealed: counts });
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
}

/** Rows and hash of each table that was written. The file appears under its name only when it is complete and on disk. */
export async function takeBackup(connection: Connection, file: string, takenAt: Date): Promise<Counts> {
  const client = new Client(poolConfig(connection));
  await client.connect();
  const unfinished = `${file}.part`;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const counts: Counts = {};
    await pipeline(
      linesOf(client, takenAt, counts),
      createGzip({ level: 6 }),
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    await flush(unfinished);
    await rename(unfinished, file);
    await flush(dirname(file));
    return counts;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}
