// Two who award one promise at the same moment: the key lets one win; the same race on a table without the key, looked at first and
// written after, is won by both. So for payments, and for postings of the ledger that do not balance.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/quantity/date.ts';
import { addJurisdiction } from '../jurisdiction.ts';
import type { Db } from '../open.ts';
import { addAccount } from '../people/account.ts';
import { runSql } from '../shared-database.fixture.ts';
import { freshStore, type TestStore } from '../test-store.fixture.ts';
import { addAwards, addDisbursements, type NewAward } from './award.ts';
import { addClaim } from './claim.ts';

/** The whole number is raced by the tests of faults; a sample of it here. */
const pairs = Number(process.env.BIHUAN_RACE_PAIRS ?? 200);
const atOnce = 8;
const jurisdiction = 'race';
const owner = randomUUID();
const claimId = randomUUID();

let store: TestStore;
/** The same database with the keys taken away. */
let bare: TestStore;

beforeAll(async () => {
  [store, bare] = await Promise.all([freshStore(), freshStore()]);
  for (const { db } of [store, bare]) {
    await addJurisdiction(db, { id: jurisdiction, name: '示例市', nameEn: 'Example' });
    await addAccount(db, jurisdiction, {
      ...{ id: owner, login: 'qiye', name: '示例企业', mail: '', isSample: true, recordedBy: null },
    });
    const about = { subject: 's', subjectName: '示例', placeId: '', clauseId: 'c', unit: '' };
    await addClaim(db, jurisdiction, { id: claimId, ...about, ownerId: owner, recordedBy: owner });
  }
  await runSql(
    bare.connection,
    `ALTER TABLE award DROP CONSTRAINT award_jurisdiction_id_key_key,
                       DROP CONSTRAINT award_jurisdiction_id_subject_clause_id_period_part_key;
     ALTER TABLE disbursement DROP CONSTRAINT disbursement_pkey`,
  );
});
afterAll(() => Promise.all([store.close(), bare.close()]));

const awardFor = (subject: string): NewAward => ({
  ...{
    id: randomUUID(),
    subject,
    subjectName: '示例',
    clauseId: 'c',
    period: '2024',
    part: 0,
    area: 'industry',
  },
  ...{ key: `clause:c:2024:${subject}`, amount: 100, day: isoDate('2024-06-01') },
  ...{ batchId: null, line: null, claimId, payBy: null },
});

type Award = (db: Db, given: NewAward) => Promise<boolean>;
const guarded: Award = async (db, given) => (await addAwards(db, jurisdiction, [given], null)).size === 1;

/** What a careful programmer writes who trusts that nobody comes between the look and the writing. */
const lookThenWrite: Award = async (db, given) => {
  const { rows } = await sql`SELECT 1 FROM award WHERE key = ${given.key}`.execute(db);
  return rows.length === 0 && guarded(db, given);
};

/** How many of the pairs had not exactly one winner. */
async function doubles({ db }: TestStore, award: Award, count: number): Promise<number> {
  let left = count;
  let found = 0;
  const runner = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const subject = randomUUID();
      const won = await Promise.all(
        [awardFor(subject), awardFor(subject)].map((one) =>
          db.transaction().execute((transaction) => award(transaction, one)),
        ),
      );
      if (won.filter(Boolean).length !== 1) found += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  return found;
}

describe('one promise awarded twice at the same moment', () => {
  it(`has one winner in each of ${pairs} pairs, and one row`, { timeout: 600_000 }, async () => {
    expect(await doubles(store, guarded, pairs)).toBe(0);
    const { rows } = await sql<{ total: number }>`SELECT count(*)::int AS total FROM award`.execute(store.db);
    expect(rows[0]?.total).toBe(pairs);
  });

  it('is won by both where the key is gone', { timeout: 600_000 }, async () => {
    expect(await doubles(bare, lookThenWrite, 100)).toBeGreaterThan(0);
  });
});

describe('one award paid twice at the same moment', () => {
  const payTwice = async ({ db }: TestStore): Promise<number> => {
    const award = awardFor(randomUUID());
    await addAwards(db, jurisdiction, [award], null);
    const when = { paidOn: isoDate('2024-07-01'), recordedBy: null };
    const paid = await Promise.all(
      [1, 2].map(() =>
        db.transaction().execute((transaction) => addDisbursements(transaction, jurisdiction, [award], when)),
      ),
    );
    return paid.filter(({ size }) => size === 1).length;
  };

  it('is paid once', async () => expect(await payTwice(store)).toBe(1));
  it('is paid twice where the key is gone', async () => expect(await payTwice(bare)).toBe(2));
});

describe('the ledger', () => {
  const post = (amounts: readonly number[]) =>
    store.db.transaction().execute(async (tx) => {
      const number = sql`(SELECT coalesce(max(number), 0) + 1 FROM ledger_posting)`;
      const { rows } = await sql<{ number: string }>`
        INSERT INTO ledger_posting (jurisdiction_id, number, key, day, kind, reference, words)
        VALUES (${jurisdiction}, ${number}, ${randomUUID()}, '2024-06-01', 'award', '', '') RETURNING number`.execute(
        tx,
      );
      for (const [line, amount] of amounts.entries())
        await sql`INSERT INTO ledger_entry (jurisdiction_id, posting, line, account, amount)
                  VALUES (${jurisdiction}, ${rows[0]?.number}, ${line + 1}, 'paid', ${amount})`.execute(tx);
    });

  it('takes what balances, and no 分 that does not, whatever program writes it', async () => {
    await expect(post([1, -1])).resolves.toBeUndefined();
    await expect(post([100, -99])).rejects.toThrow(/does not balance/);
  });
});
