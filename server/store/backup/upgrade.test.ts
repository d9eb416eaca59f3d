// An upgrade from the release before: what 0.1.0 wrote is brought to the newest shape with nothing lost and judged alike.
//
// release-0.1.0.gz is a backup that `bihuan backup` of 0.1.0 took of its sample city, after one report and one notice.
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { getOverview } from '../../view/overview.ts';
import { verifyAudit } from '../audit/verify.ts';
import { migrate } from '../migrate.ts';
import { openStore, type Store } from '../open.ts';
import { emptyDatabase } from '../test-store.fixture.ts';
import { restoreBackup } from './restore.ts';

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let store: Store;
let written: Awaited<ReturnType<typeof restoreBackup>>;
let applied: readonly string[];

beforeAll(async () => {
  database = await emptyDatabase();
  written = await restoreBackup(database.connection, join(import.meta.dirname, 'release-0.1.0.gz'));
  applied = await migrate(database.connection);
  store = openStore(database.connection, () => {});
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const contextOf = async (): Promise<Context> => {
  const { jurisdiction_id: id } = await store.db
    .selectFrom('jurisdiction')
    .select('jurisdiction_id')
    .executeTakeFirstOrThrow();
  return {
    db: store.db,
    jurisdiction: id,
    readBytes: () => Promise.reject(new Error('nothing is read here')),
    today: () => isoDate('2025-01-31'),
    now: () => new Date('2025-01-31T01:00:00Z'),
  };
};

it('keeps every row of 0.1.0 and applies only what came after it', async () => {
  expect(applied[0]).toBe('008-messages.sql');
  const counts = await Promise.all(
    Object.keys(written).map(async (name) => {
      const { rows } = await sql<{
        count: number;
      }>`SELECT count(*)::int AS count FROM ${sql.table(name)}`.execute(store.db);
      return [name, rows[0]?.count] as const;
    }),
  );
  const before = Object.entries(written).filter(([name]) => name !== 'migration');
  expect(Object.fromEntries(counts.filter(([name]) => name !== 'migration'))).toEqual(
    Object.fromEntries(before.map(([name, { rows }]) => [name, rows])),
  );
});

it('finds the audit chain of 0.1.0 whole', async () => {
  expect((await verifyAudit(database.connection, [])).faults).toEqual([]);
});

it('judges the plan as 0.1.0 did', async () => {
  const overview = await getOverview(await contextOf(), { plan: '2024', asOf: '2024-12-31' });
  if (!overview.ok) throw new Error(overview.code);
  const judged = overview.value.tiles.map(
    ({ kind, total, counts: { achieved, onTrack, behind, noJudgement } }) =>
      [kind, total, achieved, onTrack, behind, noJudgement].join(' '),
  );
  // As GET /api/overview of 0.1.0 answered on the same data.
  expect(judged).toEqual([
    'indicator 38 4 0 9 25',
    'task 193 15 11 10 157',
    'livelihood 48 21 4 0 23',
    'project 33 0 0 0 33',
  ]);
});
