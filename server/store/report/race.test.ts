// Two who decide one report at the same moment: verified against sent back, accepted against returned. The key lets one win; the
// same race on a table without the key, looked at first and written after, is won by both.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportAction, ReportState } from '../../../core/observe/report.ts';
import { addJurisdiction } from '../jurisdiction.ts';
import type { Db } from '../open.ts';
import { runSql } from '../shared-database.fixture.ts';
import { freshStore, type TestStore } from '../test-store.fixture.ts';
import { addReportEvents, type NewReportEvent } from './event.ts';

/** The whole number is raced by the tests of faults; a sample of it here. */
const pairs = Number(process.env.BIHUAN_RACE_PAIRS ?? 200);
const atOnce = 8;
const jurisdiction = 'race';

let store: TestStore;
/** The same database with the key taken away. */
let bare: TestStore;

beforeAll(async () => {
  [store, bare] = await Promise.all([freshStore(), freshStore()]);
  for (const { db } of [store, bare])
    await addJurisdiction(db, { id: jurisdiction, name: '示例市', nameEn: 'Example' });
  await runSql(
    bare.connection,
    `ALTER TABLE report_figure DROP CONSTRAINT report_figure_jurisdiction_id_report_id_event_number_fkey;
     ALTER TABLE report_event DROP CONSTRAINT report_event_pkey`,
  );
  // A report's promise is not what this is about.
  for (const { connection } of [store, bare])
    await runSql(connection, 'ALTER TABLE report DROP CONSTRAINT report_jurisdiction_id_commitment_id_fkey');
});
afterAll(() => Promise.all([store.close(), bare.close()]));

type Write = (db: Db, given: NewReportEvent) => Promise<boolean>;
const guarded: Write = async (db, given) => (await addReportEvents(db, jurisdiction, [given])) === 1;

/** What a careful programmer writes who trusts that nobody comes between the look and the writing. */
const lookThenWrite: Write = async (db, { reportId, number, action, state, reason, receivedAt }) => {
  const { rows } = await sql`
    SELECT 1 FROM report_event WHERE report_id = ${reportId} AND number = ${number}`.execute(db);
  if (rows.length > 0) return false;
  await sql`
    INSERT INTO report_event (jurisdiction_id, report_id, number, action, state, reason, received_at)
    VALUES (${jurisdiction}, ${reportId}, ${number}, ${action}, ${state}, ${reason}, ${receivedAt})`.execute(
    db,
  );
  return true;
};

type Move = readonly [ReportAction, ReportState];
type Pair = readonly [NewReportEvent, NewReportEvent];

/** So many reports in one state, each with two moves that both are number 3. */
async function pairsOf({ db }: TestStore, moves: readonly [Move, Move], count: number): Promise<Pair[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await sql`
    INSERT INTO report (jurisdiction_id, id, commitment_id, place_id, period, period_start, period_end, due_on)
    SELECT ${jurisdiction}, id, id, '', '2024-06', '2024-06-01', '2024-06-30', '2024-07-10'
    FROM unnest(${ids}::uuid[]) AS row(id)`.execute(db);
  const event = (reportId: string, [action, state]: Move): NewReportEvent => ({
    ...{ reportId, number: 3, action, state, reason: '数据不符' },
    ...{ receivedAt: '2024-07-01T01:00:00Z', recordedBy: null },
  });
  return ids.map((id) => [event(id, moves[0]), event(id, moves[1])]);
}

/** How many of the pairs had not exactly one winner. */
async function doubles({ db }: TestStore, write: Write, raced: readonly Pair[]): Promise<number> {
  const left = [...raced];
  let found = 0;
  const runner = async (): Promise<void> => {
    for (let pair = left.pop(); pair; pair = left.pop()) {
      const won = await Promise.all(
        pair.map((one) => db.transaction().execute((transaction) => write(transaction, one))),
      );
      if (won.filter(Boolean).length !== 1) found += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  return found;
}

const races: readonly { readonly name: string; readonly moves: readonly [Move, Move] }[] = [
  {
    name: 'accepted and returned',
    moves: [
      ['accept', 'accepted'],
      ['return', 'returned'],
    ],
  },
  {
    name: 'two approvals',
    moves: [
      ['verify', 'verified'],
      ['verify', 'verified'],
    ],
  },
  {
    name: 'verified and sent back',
    moves: [
      ['verify', 'verified'],
      ['sendBack', 'submitted'],
    ],
  },
];

describe.each(races)('$name', ({ moves }) => {
  it(`has one winner in each of ${pairs} pairs, and one row`, { timeout: 3_600_000 }, async () => {
    const raced = await pairsOf(store, moves, pairs);
    expect(await doubles(store, guarded, raced)).toBe(0);
    const ids = raced.map(([one]) => one.reportId);
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM report_event WHERE report_id = ANY(${ids}::uuid[])`.execute(
      store.db,
    );
    expect(rows).toEqual([{ count: pairs }]);
  });

  it('has two without the key (so the test above can fail)', async () => {
    expect(await doubles(bare, lookThenWrite, await pairsOf(bare, moves, 200))).toBeGreaterThan(0);
  });
});
