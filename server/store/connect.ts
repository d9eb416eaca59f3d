// The database of this server: the built-in one of a data directory, or the one that DATABASE_URL names.
import { Client } from 'pg';
import { openCluster } from './cluster/cluster.ts';
import { migrate } from './migrate.ts';
import { type Connection, openStore, poolConfig, type Store } from './open.ts';

export interface Where {
  readonly data: string;
  readonly databaseUrl: string | null;
}

export const databaseName = 'bihuan';

export async function createDatabase(admin: Connection): Promise<void> {
  const client = new Client(poolConfig(admin));
  client.on('error', () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}

/** @throws Error saying that the named server cannot be reached; the address is left out, it may hold a password. */
async function openNamed(url: string, log: (line: string) => void): Promise<Store> {
  try {
    await migrate({ url });
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(E[A-Z]+|28\w{3}|3D000)$/.test(String(error.code)))
      throw new Error(
        `无法连接 DATABASE_URL 指定的数据库（${String(error.code)}）/ cannot connect to the database that DATABASE_URL names (${String(error.code)})`,
      );
    throw error;
  }
  return openStore({ url }, log);
}

/** A migrated, open store; closing it ends the pool, then the built-in database, and waits for both. */
export async function connect({ data, databaseUrl }: Where, log: (line: string) => void): Promise<Store> {
  if (databaseUrl) return openNamed(databaseUrl, log);
  const cluster = await openCluster({ data, log });
  try {
    await createDatabase({ ...cluster.connection, database: 'postgres' });
    const connection = { ...cluster.connection, database: databaseName };
    await migrate(connection);
    const store = openStore(connection, log);
    return { ...store, close: () => store.close().finally(() => cluster.stop()) };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
