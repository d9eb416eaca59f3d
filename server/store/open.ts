// Opens the database: a pool that survives a lost connection, and a typed query builder on it.
import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, type PoolClient, type PoolConfig, types } from 'pg';
import type { DB } from './database.ts';

/** The database itself or a transaction on it. */
export type Db = Kysely<DB>;

export interface Store {
  readonly db: Db;
  /** As the owner of the tables: statistics after a bulk load, and the queue's own schema. */
  readonly owner: Connection;
  /** Renews the planner's statistics, after a bulk load. */
  analyze(): Promise<void>;
  close(): Promise<void>;
}

const oid = { date: 1082, timestamptz: 1184 };

/** int8 and numeric stay text (pg's default), a day stays YYYY-MM-DD, a moment becomes ISO text in UTC. */
const asText = {
  getTypeParser: (id: number, format?: 'text' | 'binary') => {
    if (id === oid.date) return (value: string) => value;
    if (id === oid.timestamptz) return (value: string) => new Date(value).toISOString();
    return format === 'binary' ? types.getTypeParser(id, 'binary') : types.getTypeParser(id, 'text');
  },
};

export type Connection =
  | { readonly url: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string };

export const poolConfig = (connection: Connection): PoolConfig => ({
  ...('url' in connection ? { connectionString: connection.url } : connection),
  application_name: 'bihuan',
  types: asText,
});

async function analyze(owner: Connection): Promise<void> {
  const client = new Client(poolConfig(owner));
  await client.connect();
  try {
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

/** A statement that begins so is parsed and planned once a connection; see nameStatements. */
export const preparedMark = '/* prepared */';

/**
 * Names the marked statements. Only for what is asked all the time of tables that do not grow from empty to large while the
 * server runs: a plan that was made for an empty table stays after it has filled.
 */
function nameStatements(client: PoolClient): void {
  const names = new Map<string, string>();
  const query = client.query.bind(client);
  const named = (...given: unknown[]): unknown => {
    const [text, values] = given;
    const isMarked = typeof text === 'string' && text.startsWith(preparedMark);
    if (!isMarked || !Array.isArray(values) || given.length > 2) return Reflect.apply(query, client, given);
    const name = names.get(text) ?? `prepared_${names.size}`;
    names.set(text, name);
    return query({ name, text, values });
  };
  Object.assign(client, { query: named });
}

/** What the application works as: it reads and adds facts, and the database itself refuses it everything else. */
const applicationRole = '-c role=bihuan_app';

export function openStore(connection: Connection, log: (line: string) => void): Store {
  const pool = new Pool({
    ...poolConfig(connection),
    options: applicationRole,
    max: 12,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 30_000,
    lock_timeout: 15_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // A connection that breaks while idle is dropped by the pool; without a listener the process would end.
  pool.on('error', (error) => log(`database connection lost: ${error.message}`));
  pool.on('connect', (client) => {
    client.on('error', () => {});
    nameStatements(client);
  });
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { db, owner: connection, analyze: () => analyze(connection), close: () => db.destroy() };
}
