// Brings a database to the newest shape: plain SQL files, each once, each whole, each with its hash on record.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { type Connection, poolConfig } from './open.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** Any number that no other program on the same database takes; "bihuan" in ASCII. */
const advisoryLock = '108170603192686';

const shippedFolder = join(dirname(fileURLToPath(import.meta.url)), 'migrations');

export function listMigrations(folder = shippedFolder): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{3}-[a-z-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

const createLog = `CREATE TABLE IF NOT EXISTS public.migration (
  name text NOT NULL PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`;

/** Refuses a database that a newer version wrote, and one whose history differs from the files. */
function checkHistory(
  applied: readonly { name: string; sha256: string }[],
  shipped: readonly Migration[],
): void {
  for (const { name, sha256 } of applied) {
    const file = shipped.find((migration) => migration.name === name);
    if (!file)
      throw new Error(
        `数据由更新的版本写入（${name}），请使用新版本启动；数据未改动。\n` +
          `DATA_TOO_NEW: a newer version wrote this database (${name}); start that version. Nothing was changed.`,
      );
    if (file.sha256 !== sha256)
      throw new Error(
        `migration ${name} was changed after it had been applied; restore the file. Nothing was changed.`,
      );
  }
}

async function applyOne(client: Client, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO public.migration (name, sha256) VALUES ($1, $2)', [name, sha256]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** Names of the migrations that were applied. Two servers starting at once take turns. */
export async function migrate(connection: Connection, shipped = listMigrations()): Promise<string[]> {
  const client = new Client(poolConfig(connection));
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
    await client.query(createLog);
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'SELECT name, sha256 FROM public.migration',
    );
    checkHistory(rows, shipped);
    const waiting = shipped.filter(({ name }) => !rows.some((row) => row.name === name));
    for (const migration of waiting) await applyOne(client, migration);
    return waiting.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
