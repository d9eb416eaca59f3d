// A real database for one test file: a copy of the migrated template, dropped at the end.
import { randomUUID } from 'node:crypto';
import { createConnection } from 'node:net';
import { type Connection, openStore, type Store } from './open.ts';
import { askVariable, runSql, type SharedDatabase, withDatabase } from './shared-database.fixture.ts';

export interface TestStore extends Store {
  readonly connection: Connection;
}

const isShared = (value: unknown): value is SharedDatabase =>
  typeof value === 'object' && value !== null && 'admin' in value && 'template' in value;

function askForDatabase(): Promise<SharedDatabase> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(process.env[askVariable] ?? '');
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('end', () => {
      const shared: unknown = JSON.parse(answer);
      if (isShared(shared)) resolve(shared);
      else reject(new Error(answer));
    });
  });
}

/** An empty database (no tables) for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<{ connection: Connection; drop: () => Promise<void> }> {
  const { admin } = await askForDatabase();
  return createDatabase(admin, 'template1');
}

async function createDatabase(admin: Connection, template: string) {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runSql(admin, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const drop = () => runSql(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  return { connection: withDatabase(admin, name), drop };
}

export async function freshStore(): Promise<TestStore> {
  const { admin, template } = await askForDatabase();
  const { connection, drop } = await createDatabase(admin, template);
  const store = openStore(connection, () => {});
  return { ...store, connection, close: () => store.close().then(drop) };
}
