// One PostgreSQL for a whole test run, started when the first test file asks for it, with a migrated template.
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openCluster } from './cluster/cluster.ts';
import { migrate } from './migrate.ts';
import { type Connection, poolConfig } from './open.ts';

/** How test processes find the one that holds the database. */
export const askVariable = 'BIHUAN_TEST_DATABASE';

export interface SharedDatabase {
  /** A database to connect to for CREATE DATABASE. */
  readonly admin: Connection;
  readonly template: string;
}

export const withDatabase = (connection: Connection, database: string): Connection => {
  if (!('url' in connection)) return { ...connection, database };
  const url = new URL(connection.url);
  url.pathname = `/${database}`;
  return { url: url.href };
};

export async function runSql(connection: Connection, sql: string): Promise<void> {
  const client = new Client(poolConfig(connection));
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function start(folder: string): Promise<{ shared: SharedDatabase; stop: () => Promise<void> }> {
  const url = process.env.DATABASE_URL;
  const template = `bihuan_template_${randomUUID().slice(0, 8)}`;
  const cluster = url ? null : await openCluster({ data: folder, log: () => {}, fsync: false });
  const admin: Connection = cluster ? { ...cluster.connection, database: 'postgres' } : { url: url ?? '' };
  await runSql(admin, `CREATE DATABASE ${template}`);
  await migrate(withDatabase(admin, template));
  const stop = async () => {
    if (cluster) await cluster.stop();
    else await runSql(admin, `DROP DATABASE IF EXISTS ${template}`);
  };
  return { shared: { admin, template }, stop };
}

/** vitest calls this once; the function it gets back is called at the end of the run. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-test-'));
  chmodSync(folder, 0o755); // the account that runs PostgreSQL must be able to enter
  let started: ReturnType<typeof start> | null = null;
  const server = createServer((socket) => {
    socket.on('error', () => {});
    started ??= start(join(folder, 'data'));
    started.then(
      ({ shared }) => socket.end(JSON.stringify(shared)),
      (error: unknown) => socket.end(JSON.stringify({ error: String(error) })),
    );
  });
  const path = join(folder, 'ask');
  await new Promise<void>((resolve) => server.listen(path, resolve));
  process.env[askVariable] = path;
  return async () => {
    await new Promise((resolve) => server.close(resolve));
    const database = await Promise.resolve(started).catch(() => null);
    await database?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
