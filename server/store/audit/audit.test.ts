// The audit log: one chain however many write, and every way to tamper with it is found and named.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addJurisdiction } from '../jurisdiction.ts';
import { runSql } from '../shared-database.fixture.ts';
import { freshStore, type TestStore } from '../test-store.fixture.ts';
import { appendAudit } from './audit.ts';
import { type AuditEntry, beginning, hashOf } from './chain.ts';
import { checkChain, verifyAudit } from './verify.ts';

const city = 'example';
const anEntry = (objectId: string) => ({
  at: '2024-09-01T01:00:00.000Z',
  accountId: null,
  act: 'report.submit',
  objectKind: 'report',
  objectId,
  detail: '{"figures":2}',
});

function chainOf(length: number): AuditEntry[] {
  const chain: AuditEntry[] = [];
  for (let number = 1; number <= length; number += 1) {
    const entry = {
      ...anEntry(String(number)),
      jurisdiction: city,
      number,
      previousHash: chain.at(-1)?.hash ?? beginning,
    };
    chain.push({ ...entry, hash: hashOf(entry) });
  }
  return chain;
}

describe('a chain in memory', () => {
  const chain = chainOf(40);
  const head = chain.at(-1) ?? chain[0];
  const noted = head ? [{ jurisdiction: city, number: head.number, hash: head.hash, at: '' }] : [];
  const faultsOf = async (entries: readonly AuditEntry[]) => (await checkChain(city, entries, noted)).faults;

  it('is intact as it was written', async () => {
    expect(await faultsOf(chain)).toEqual([]);
  });

  it('shows every changed character of every field, and the entry it is in', async () => {
    const fields = ['at', 'act', 'objectKind', 'objectId', 'detail', 'previousHash', 'hash'] as const;
    for (const [at, entry] of chain.entries())
      for (const field of fields)
        for (let place = 0; place < entry[field].length; place += 1) {
          const text = entry[field];
          const other = text[place] === '0' ? '1' : '0';
          const bent = { ...entry, [field]: text.slice(0, place) + other + text.slice(place + 1) };
          const faults = await faultsOf(chain.with(at, bent));
          expect(faults[0]?.number, `${field} ${place} of entry ${at + 1}`).toBe(at + 1);
        }
  });

  it.each([
    ['an entry is taken out', chain.toSpliced(9, 1), 11],
    [
      'two entries change places',
      chain.with(9, chain[10] ?? chainOf(1)[0] ?? anEntryNever()).with(10, chain[9] ?? anEntryNever()),
      11,
    ],
    ['an entry stands twice', chain.toSpliced(10, 0, chain[9] ?? anEntryNever()), 10],
    ['the end is cut off', chain.slice(0, 30), 31],
    ['everything is gone', [], 1],
  ])('%s', async (_why, entries, number) => {
    expect((await faultsOf(entries))[0]?.number).toBe(number);
  });

  it('rewritten from the start with good hashes differs from the checkpoint', async () => {
    const rewritten: AuditEntry[] = [];
    for (const entry of chain) {
      const bent = { ...entry, detail: '{}', previousHash: rewritten.at(-1)?.hash ?? beginning };
      rewritten.push({ ...bent, hash: hashOf(bent) });
    }
    expect(await faultsOf(rewritten)).toEqual([{ code: 'rewritten', jurisdiction: city, number: 40 }]);
    expect((await checkChain(city, rewritten, [])).faults).toEqual([]); // nothing inside the database could tell
  });
});

function anEntryNever(): AuditEntry {
  throw new Error('the chain has forty entries');
}

describe('the log in the database', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await freshStore();
    await addJurisdiction(store.db, { id: city, name: '示例市', nameEn: 'Example' });
  });
  afterAll(() => store.close());

  it('is one chain when many write at once', async () => {
    await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        store.db
          .transaction()
          .execute((tx) => appendAudit(tx, city, [anEntry(`${index}a`), anEntry(`${index}b`)])),
      ),
    );
    const report = await verifyAudit(store.connection, []);
    expect([report.entries, report.faults]).toEqual([400, []]);
  });

  it('forks or fails without the lock, so the test above can fail', async () => {
    const { rows } = await store.db
      .selectFrom('audit_entry')
      .select(['number', 'hash'])
      .orderBy('number', 'desc')
      .limit(1)
      .execute()
      .then((found) => ({ rows: found }));
    const last = Number(rows[0]?.number);
    const insert = (objectId: string) => {
      const entry = {
        ...anEntry(objectId),
        jurisdiction: city,
        number: last + 1,
        previousHash: rows[0]?.hash ?? '',
      };
      return runSql(
        store.connection,
        `INSERT INTO audit_entry VALUES ('${city}', ${entry.number}, '${entry.at}', NULL, '${entry.act}', 'report',
         '${objectId}', '${entry.detail}', '${entry.previousHash}', '${hashOf(entry)}')`,
      );
    };
    const outcomes = await Promise.allSettled([insert('x'), insert('y')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(1); // the key refuses the fork
  });

  it('names the entry that its owner changed behind the triggers', async () => {
    const owner = store.connection;
    const report = await verifyAudit(owner, []);
    const checkpoints = report.heads.map((head) => ({ ...head, at: '' }));
    await runSql(owner, 'ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await runSql(owner, `UPDATE audit_entry SET object_id = 'other' WHERE number = 17`);
    await runSql(owner, 'DELETE FROM audit_entry WHERE number > 390');
    const { faults } = await verifyAudit(owner, checkpoints);
    expect(faults.map(({ code, number }) => [code, number])).toEqual([
      ['changed', 17],
      ['cut', 391],
    ]);
  });
});
