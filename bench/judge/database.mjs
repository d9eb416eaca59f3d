// The embedded PostgreSQL for the comparison: memory enough for all tables, loaded by COPY, vacuumed and analysed.

import { once } from 'node:events';
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** All tables and their indexes are 2 GB; a small machine gets a quarter of its memory. */
const buffersMb = Math.min(3072, Math.floor(totalmem() / 2 ** 20 / 4));

const settings = {
  shared_buffers: `${buffersMb}MB`,
  effective_cache_size: '8GB',
  work_mem: '1GB',
  maintenance_work_mem: '1GB',
  max_wal_size: '8GB',
  random_page_cost: '1.1',
  checkpoint_timeout: '30min',
  autovacuum: 'off',
};

/** Starts it once to write the settings and again to have them; `openCluster` is the product's own. */
export async function startDatabase(openCluster) {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-bench-'));
  chmodSync(folder, 0o755);
  const options = { data: join(folder, 'data'), log: () => {}, fsync: false };
  const first = await openCluster(options);
  const admin = await connect(first.connection);
  for (const [name, value] of Object.entries(settings))
    await admin.query(`ALTER SYSTEM SET ${name} = '${value}'`);
  await admin.end();
  await first.stop();
  const cluster = await openCluster(options);
  const client = await connect(cluster.connection);
  return {
    client,
    folder,
    stop: async () => {
      await client.end();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function connect(connection) {
  const client = new Client({ ...connection, database: 'postgres' });
  await client.connect();
  return client;
}

/** Rows of a table by COPY from a file that the server reads; `lines` hands over text in large pieces. */
export async function copyInto({ client, folder }, table, lines) {
  const path = join(folder, `${table}.tsv`);
  const file = createWriteStream(path, { mode: 0o644 });
  for (const piece of lines) if (!file.write(piece)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
  await client.query(`COPY ${table} FROM '${path}'`);
  rmSync(path);
}

/** Seconds that the statement takes with all its columns worked out and no row sent: the kindest way to time it. */
export async function secondsOf(client, sql) {
  const { rows } = await client.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`);
  const [plan] = rows[0]['QUERY PLAN'];
  return plan['Execution Time'] / 1000;
}
