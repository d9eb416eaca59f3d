// What a migration promises: whole or not at all, once, in turn, and never over data that it does not know.
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { listMigrations, type Migration, migrate } from './migrate.ts';
import { openStore } from './open.ts';
import { emptyDatabase } from './test-store.fixture.ts';

const aMigration = (name: string, text: string): Migration => ({
  name,
  sql: text,
  sha256: `hash of ${text}`,
});

async function inEmptyDatabase(work: (given: Awaited<ReturnType<typeof emptyDatabase>>) => Promise<void>) {
  const database = await emptyDatabase();
  try {
    await work(database);
  } finally {
    await database.drop();
  }
}

describe('migrations', () => {
  it('apply once, also when two servers start together', () =>
    inEmptyDatabase(async ({ connection }) => {
      const both = await Promise.all([migrate(connection), migrate(connection)]);
      expect(both.flat()).toEqual(listMigrations().map(({ name }) => name));
      expect(await migrate(connection)).toEqual([]);
    }));

  it('leave nothing behind when a statement fails', () =>
    inEmptyDatabase(async ({ connection }) => {
      const broken = aMigration('001-broken.sql', 'CREATE TABLE half (id int); SELECT no_such_column;');
      await expect(migrate(connection, [broken])).rejects.toThrow(/no_such_column/);
      const store = openStore(connection, () => {});
      const { rows } = await sql`SELECT FROM pg_tables WHERE tablename = 'half'`.execute(store.db);
      await store.close();
      expect(rows).toEqual([]);
    }));

  it('refuse a database that a newer version wrote, and a file that was changed afterwards', () =>
    inEmptyDatabase(async ({ connection }) => {
      const [one, two] = [aMigration('001-a.sql', 'SELECT 1'), aMigration('002-b.sql', 'SELECT 2')];
      await migrate(connection, [one, two]);
      await expect(migrate(connection, [one])).rejects.toThrow(/DATA_TOO_NEW.*002-b\.sql/s);
      await expect(migrate(connection, [aMigration('001-a.sql', 'SELECT 3'), two])).rejects.toThrow(
        /was changed/,
      );
    }));
});
