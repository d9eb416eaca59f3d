// What the database itself promises: facts stay, keys begin with the jurisdiction, an item is decided once.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../core/quantity/date.ts';
import type { Item, Reading } from '../../core/read/reading.ts';
import { addDecisions } from './decision.ts';
import { addDocument, getDocumentText } from './document.ts';
import { addItems, listItems } from './item.ts';
import { addJurisdiction } from './jurisdiction.ts';
import { addPlan, getPlanOfYear, listPlans } from './plan.ts';
import { runSql } from './shared-database.fixture.ts';
import { freshStore, type TestStore } from './test-store.fixture.ts';

const city = '330100';
let store: TestStore;
beforeAll(async () => {
  store = await freshStore();
  await addJurisdiction(store.db, { id: city, name: '示例市', nameEn: 'Example' });
});
afterAll(() => store.close());

const anItem = (given: Partial<Item> = {}): Item => ({
  start: 0,
  end: 4,
  kind: 'target',
  family: 'indicator',
  number: '1',
  title: '新建口袋公园',
  metric: '新建口袋公园',
  comparator: 'ge',
  value: 30,
  unit: '个',
  direction: 'none',
  relative: null,
  relativeType: null,
  force: null,
  modality: null,
  owners: [],
  official: null,
  deadline: null,
  milestones: [],
  allocations: [],
  section: '一',
  ...given,
});

const aReading = (items: readonly Item[]): Reading => ({
  document: { title: '示例计划', number: '', issuer: '', date: '2024-02-01', kind: 'planReport' },
  headings: [],
  tables: [],
  quantities: [],
  items,
  checks: [],
  unread: [],
  appointments: [],
});

async function addExample(
  items: readonly Item[],
): Promise<{ documentId: string; itemIds: string[]; planId: string }> {
  const documentId = randomUUID();
  await addDocument(store.db, city, {
    id: documentId,
    sha256: documentId.replaceAll('-', '').repeat(2),
    fileName: '示例.txt',
    mediaType: 'text/plain',
    bytes: Buffer.from('示例'),
    text: '示例𠮷文本',
    reading: aReading(items),
    notes: [],
    replaces: null,
  });
  const rows = items.map((body) => ({ id: randomUUID(), body }));
  await addItems(store.db, city, documentId, rows);
  await addPlan(store.db, city, {
    id: randomUUID(),
    year: 2024,
    title: '2024年计划',
    startsOn: isoDate('2024-01-01'),
    endsOn: isoDate('2024-12-31'),
  });
  const plan = await getPlanOfYear(store.db, city, 2024);
  return { documentId, itemIds: rows.map(({ id }) => id), planId: plan?.id ?? '' };
}

const reject = (itemId: string, reason: string) =>
  ({ itemId, decision: 'reject', commitmentId: null, reason, edit: null }) as const;

describe('facts', () => {
  it('come back as they went in, in printed order', async () => {
    const { documentId, itemIds } = await addExample([
      anItem(),
      anItem({ number: '2', title: '改造“老”小区' }),
    ]);
    const items = await listItems(store.db, city, documentId);
    expect(items.map(({ id }) => id)).toEqual(itemIds);
    expect(items[1]?.body).toEqual(anItem({ number: '2', title: '改造“老”小区' }));
    expect((await getDocumentText(store.db, city, documentId))?.text).toBe('示例𠮷文本');
  });

  /** Not facts: secrets, sessions, drafts and queues are replaced and removed; each is named on purpose. */
  const changeable = new Set([
    'account_secret',
    'enterprise_current',
    'claim_draft',
    'clause_draft',
    'calendar_key',
    'follow',
    'mail_server',
    'message_wish',
    'oidc_flow',
    'recovery_code',
    'report_draft',
    'request_key',
    'session',
    'webhook_open',
    'webhook_pace',
    'webhook_secret',
  ]);
  const listTables = async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'`.execute(
      store.db,
    );
    return rows.map(({ name }) => name).filter((name) => !changeable.has(name));
  };

  it('cannot be changed or removed by the application, whatever it tries', async () => {
    const { itemIds, planId } = await addExample([anItem()]);
    await addDecisions(store.db, city, planId, [reject(itemIds[0] ?? '', '重复')]);
    for (const name of await listTables()) {
      const table = sql.table(name);
      const tries = [
        sql`TRUNCATE ${table} CASCADE`,
        sql`DELETE FROM ${table}`,
        sql`UPDATE ${table} SET jurisdiction_id = jurisdiction_id`,
        sql`ALTER TABLE ${table} DISABLE TRIGGER ALL`,
        sql`DROP TABLE ${table} CASCADE`,
      ];
      for (const attempt of tries)
        await expect(attempt.execute(store.db), name).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it('are refused every change even to the owner of the tables', async () => {
    const { itemIds, planId } = await addExample([anItem()]);
    await addDecisions(store.db, city, planId, [reject(itemIds[0] ?? '', '重复')]);
    const tables = await listTables();
    expect(tables.length).toBeGreaterThan(10);
    for (const name of tables) {
      await expect(runSql(store.connection, `TRUNCATE ${name} CASCADE`), name).rejects.toThrow(
        /never changed/,
      );
      const { rows } = await sql`SELECT 1 FROM ${sql.table(name)} LIMIT 1`.execute(store.db);
      if (rows.length === 0) continue; // a row trigger speaks only where there is a row
      await expect(runSql(store.connection, `DELETE FROM ${name}`), name).rejects.toThrow(/DELETE on/);
      const update = `UPDATE ${name} SET jurisdiction_id = jurisdiction_id`;
      await expect(runSql(store.connection, update), name).rejects.toThrow(/UPDATE on/);
    }
  });

  it('that were recorded later than the day asked for are left out', async () => {
    await addExample([anItem()]);
    expect(await listPlans(store.db, city, isoDate('2020-01-01'))).toEqual([]);
    expect((await listPlans(store.db, city, isoDate('2999-01-01'))).length).toBe(1);
  });
});

describe('keys', () => {
  it('begin with the jurisdiction in every table, unique and foreign keys included', async () => {
    const { rows } = await sql<{ name: string; first: string | null }>`
      SELECT conrelid::regclass || ' ' || conname AS name,
             (SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[1]) AS first
      FROM pg_constraint
      WHERE contype IN ('p', 'u', 'f') AND connamespace = 'public'::regnamespace
        AND conrelid <> 'migration'::regclass`.execute(store.db);
    expect(rows.filter(({ first }) => first !== 'jurisdiction_id')).toEqual([]);
    const { rows: bare } = await sql<{ name: string }>`
      SELECT relname AS name FROM pg_class
      WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname <> 'migration'
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = pg_class.oid AND contype = 'p')`.execute(
      store.db,
    );
    expect(bare).toEqual([]);
  });
});

/** Two clerks decide on one item at the same moment, over two connections. */
async function raceOnce(): Promise<number> {
  const { itemIds, planId } = await addExample([anItem()]);
  const [itemId = ''] = itemIds;
  const won = await Promise.all(
    ['甲', '乙'].map((who) =>
      store.db.transaction().execute((tx) => addDecisions(tx, city, planId, [reject(itemId, who)])),
    ),
  );
  return won.filter((added) => added.length === 1).length;
}

describe('a race of two decisions on one item', () => {
  const rounds = Array.from({ length: 40 });

  it('has one winner', async () => {
    const winners = await Promise.all(rounds.map(raceOnce));
    expect(winners.filter((count) => count !== 1)).toEqual([]);
  });

  it('would have two without the primary key (so the test above can fail)', async () => {
    const other = await freshStore();
    const kept = store;
    store = other;
    try {
      await addJurisdiction(store.db, { id: city, name: '示例市', nameEn: 'Example' });
      await runSql(other.connection, 'ALTER TABLE decision DROP CONSTRAINT decision_pkey');
      const winners = await Promise.all(rounds.map(raceOnce));
      expect(winners.some((count) => count === 2)).toBe(true);
    } finally {
      store = kept;
      await other.close();
    }
  });
});
