// Two who move one notice at the same moment: close-out against reopening, an extension granted against refused. The key lets
// one win; the same race on a table without the key, looked at first and written after, is won by both.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/quantity/date.ts';
import type { NoticeAction, NoticeState } from '../../../core/supervise/notice.ts';
import { addJurisdiction } from '../jurisdiction.ts';
import type { Db } from '../open.ts';
import { runSql } from '../shared-database.fixture.ts';
import { freshStore, type TestStore } from '../test-store.fixture.ts';
import { addNotice, addNoticeEvent, type NoticeEvent } from './notice.ts';

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
  await runSql(bare.connection, 'ALTER TABLE notice_event DROP CONSTRAINT notice_event_pkey');
});
afterAll(() => Promise.all([store.close(), bare.close()]));

const event = (noticeId: string, number: number, action: NoticeAction, state: NoticeState): NoticeEvent => ({
  ...{ noticeId, number, action, state, grade: 'order', reasons: ['overdue'], words: '', approval: '' },
  ...{ answerBy: isoDate('2024-07-08'), remedyBy: isoDate('2024-07-31'), extendTo: null },
  ...{ receivedOn: isoDate('2024-07-01'), receivedAt: '2024-07-01T01:00:00Z', recordedBy: null },
});

async function newNotice({ db }: TestStore): Promise<string> {
  const id = randomUUID();
  const about = { title: '示例', commitmentId: null, siteId: null, placeId: '', unit: '市建委' };
  await addNotice(db, jurisdiction, { id, ...about, recordedBy: null });
  return id;
}

type Write = (db: Db, given: NoticeEvent) => Promise<boolean>;
const guarded: Write = (db, given) => addNoticeEvent(db, jurisdiction, given);

/** What a careful programmer writes who trusts that nobody comes between the look and the writing. */
const lookThenWrite: Write = async (db, given) => {
  const { noticeId, number, action, state, answerBy, remedyBy, receivedOn, receivedAt } = given;
  const { rows } = await sql`
    SELECT 1 FROM notice_event WHERE notice_id = ${noticeId} AND number = ${number}`.execute(db);
  if (rows.length > 0) return false;
  await sql`
    INSERT INTO notice_event (jurisdiction_id, notice_id, number, action, state, grade, reasons, answer_by, remedy_by,
                              words, approval, received_on, received_at)
    VALUES (${jurisdiction}, ${noticeId}, ${number}, ${action}, ${state}, 'order', '[]', ${answerBy}, ${remedyBy},
            '', '', ${receivedOn}, ${receivedAt})`.execute(db);
  return true;
};

type Pair = readonly [NoticeEvent, NoticeEvent];

/** How many of the pairs had not exactly one winner. */
async function doubles({ db }: TestStore, write: Write, pairsToRace: readonly Pair[]): Promise<number> {
  const left = [...pairsToRace];
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

interface Race {
  readonly name: string;
  readonly moves: readonly [readonly [NoticeAction, NoticeState], readonly [NoticeAction, NoticeState]];
}

const races: readonly Race[] = [
  {
    name: 'close-out and reopening',
    moves: [
      ['closeOut', 'closed'],
      ['reopen', 'issued'],
    ],
  },
  {
    name: 'two close-outs',
    moves: [
      ['closeOut', 'closed'],
      ['closeOut', 'closed'],
    ],
  },
  {
    name: 'an extension granted and refused',
    moves: [
      ['grantExtension', 'issued'],
      ['refuseExtension', 'issued'],
    ],
  },
];

async function pairsOf(where: TestStore, { moves: [one, other] }: Race, count: number): Promise<Pair[]> {
  const made: Pair[] = [];
  for (let at = 0; at < count; at += 1) {
    const id = await newNotice(where);
    made.push([event(id, 5, ...one), event(id, 5, ...other)]);
  }
  return made;
}

describe.each(races)('$name', (race) => {
  it(`has one winner in each of ${pairs} pairs, and one row`, { timeout: 600_000 }, async () => {
    const raced = await pairsOf(store, race, pairs);
    expect(await doubles(store, guarded, raced)).toBe(0);
    const ids = raced.map(([{ noticeId }]) => noticeId);
    const { rows } = await sql<{ total: string }>`
      SELECT count(*) AS total FROM notice_event
      WHERE jurisdiction_id = ${jurisdiction} AND notice_id = ANY(${ids}::uuid[])`.execute(store.db);
    expect(Number(rows[0]?.total)).toBe(pairs);
  });

  it('is won by both where the key is gone', { timeout: 600_000 }, async () => {
    expect(await doubles(bare, lookThenWrite, await pairsOf(bare, race, 100))).toBeGreaterThan(0);
  });
});
