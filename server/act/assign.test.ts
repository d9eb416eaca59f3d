// Giving a whole list to other owners on a real database: all or none, as new facts, with everything that follows from them.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isoDate } from '../../core/quantity/date.ts';
import { listItems } from '../store/item.ts';
import { addPlanClose } from '../store/plan-close.ts';
import { findScope } from '../store/scope.ts';
import { listCommitments } from '../view/commitment-list.ts';
import { getCommitmentPage } from '../view/commitment-page.ts';
import { assignOwners, checkAssignment } from './assign.ts';
import { decideItems } from './decide-items.ts';
import { type Example, openExample } from './example.fixture.ts';

let example: Example;
const actor = { caller: { accountId: null, name: '', grants: [], scopes: null }, key: null };
const filter = { plan: '2024', unit: '市园文局' };

beforeAll(async () => {
  example = await openExample();
  const documentId = await example.add(
    '清单 示政〔2024〕1号 2024-02-01',
    '任务 新建口袋公园 市园文局',
    '任务 改造绿道 市园文局',
    '任务 开通公交 市交通局',
  );
  const items = await listItems(example.context.db, 'example', documentId);
  const decisions = items.map(({ id }) => ({ itemId: id, decision: 'adopt' as const }));
  const decided = await decideItems(example.context, documentId, { planYear: 2024, decisions });
  if (!decided.ok) throw new Error(decided.code);
});
afterAll(() => example.store.close());

const assign = (change: Parameters<typeof assignOwners>[2]['change'], count: number, of = filter) =>
  assignOwners(example.context, actor, { filter: of, change, count, reason: '机构改革' });
const rowsOf = async () => {
  const list = await listCommitments(example.context, { plan: '2024' });
  if (!list.ok) throw new Error(list.code);
  return list.value.rows;
};

it('shows what would happen and writes nothing', async () => {
  const checked = await checkAssignment(example.context, { filter, change: { leadUnit: '市交通局' } });
  expect(checked).toMatchObject({ ok: true, value: { total: 2, changes: 2, same: 0, refused: [] } });
  expect((await rowsOf()).map(({ leadUnit }) => leadUnit)).toEqual(['市园文局', '市园文局', '市交通局']);
});

it('refuses a list that has changed, a unit that nobody knows, and a change of nothing', async () => {
  expect(await assign({ leadUnit: '市交通局' }, 3)).toMatchObject({ code: 'owner.countChanged' });
  expect(await assign({ leadUnit: '市园纹局' }, 2)).toMatchObject({ code: 'owner.unitUnknown' });
  expect(await assign({}, 2)).toMatchObject({ code: 'owner.nothing' });
});

it('changes none of a list where one is not allowed, and names it', async () => {
  const all = { plan: '2024', unit: undefined };
  const refused = await assignOwners(example.context, actor, {
    ...{ filter: { plan: all.plan }, change: { addSupport: ['市交通局'] }, count: 3, reason: '配合' },
  });
  expect(refused).toMatchObject({ code: 'owner.refused', params: { count: '1' } });
  expect(refused.ok ? '' : refused.params.rows).toContain('开通公交');
  expect((await rowsOf()).every(({ supportUnits }) => supportUnits.length === 0)).toBe(true);
});

it('moves a list: the page keeps who it was, permissions follow, and before that day nothing changed', async () => {
  const done = await assign({ leadUnit: '市交通局', taskForce: '城市更新专班' }, 2);
  expect(done).toMatchObject({ ok: true, value: { changed: 2, same: 0 } });
  const rows = await rowsOf();
  expect(rows.map(({ leadUnit, taskForce }) => [leadUnit, taskForce])).toEqual([
    ['市交通局', '城市更新专班'],
    ['市交通局', '城市更新专班'],
    ['市交通局', ''],
  ]);
  const id = rows[0]?.id ?? '';
  const { db, jurisdiction } = example.context;
  expect(await findScope(db, jurisdiction, 'commitment', id)).toMatchObject({ leadUnit: '市交通局' });
  const page = await getCommitmentPage(example.context, id, {});
  expect(page).toMatchObject({
    value: { owners: [{ number: 1, leadUnit: '市交通局', reason: '机构改革' }] },
  });
  const before = await listCommitments(example.context, { plan: '2024', knownOn: isoDate('2024-01-01') });
  expect(before.ok ? before.value.rows.length : 0).toBe(0);
  const { rows: kept } = await sql<{ lead: string }>`
    SELECT lead_unit AS lead FROM commitment WHERE id = ${id}`.execute(db);
  expect(kept[0]?.lead).toBe('市园文局');
  expect(await assign({ taskForce: '城市更新专班' }, 2, { plan: '2024', unit: '市园文局' })).toMatchObject({
    code: 'owner.countChanged',
  });
});

it('refuses to move what a closed plan holds', async () => {
  const { db, jurisdiction } = example.context;
  const { rows } = await sql<{ id: string }>`SELECT id FROM plan WHERE year = 2024`.execute(db);
  const planId = rows[0]?.id ?? randomUUID();
  expect(await addPlanClose(db, jurisdiction, { planId, words: '', recordedBy: null })).toBe(true);
  expect(await addPlanClose(db, jurisdiction, { planId, words: '', recordedBy: null })).toBe(false);
  expect(await assign({ taskForce: '' }, 2, { plan: '2024', unit: '市交通局' })).toMatchObject({
    code: 'plan.closed',
  });
});
