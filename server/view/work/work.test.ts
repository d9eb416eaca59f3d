// A person's own page on a real database: what waits for it and nothing of others, late first, and nothing for a visitor.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Caller, visitor } from '../../../core/contract/permission.ts';
import type { Role } from '../../../core/place/role.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { decideItems } from '../../act/decide-items.ts';
import { type Example, openExample } from '../../act/example.fixture.ts';
import { addStepTo, moveStep } from '../../act/step.ts';
import type { Context } from '../../context.ts';
import { listItems } from '../../store/item.ts';
import { addAccount } from '../../store/people/account.ts';
import { listCommitments } from '../commitment-list.ts';
import { getWork } from './work.ts';

let example: Example;
let context: Context;
const accountId = '33333333-3333-4333-8333-333333333333';
const held = { from: isoDate('2024-01-01'), to: null };
const callerOf = (role: Role, unit: string | null): Caller => ({
  ...{ accountId, name: '', scopes: null },
  grants: [{ role, place: null, unit, ...held }],
});
const office = { caller: callerOf('planOffice', null), key: null };
const modulesOf = async (caller: Caller) => {
  const work = await getWork(context, caller);
  return work.ok ? work.value.modules : [];
};

beforeAll(async () => {
  example = await openExample();
  context = example.context;
  const { db, jurisdiction } = context;
  const who = { id: accountId, login: 'post', name: '示例岗位', mail: '', isSample: false, recordedBy: null };
  await addAccount(db, jurisdiction, who);
  const lines = ['清单 示政〔2024〕1号 2024-02-01', '任务 新建口袋公园 市园文局', '任务 开通公交 市交通局'];
  const documentId = await example.add(...lines, '任务 改造绿道 市园文局');
  const [first, second] = await listItems(db, jurisdiction, documentId);
  const decisions = [first, second].flatMap((item) =>
    item ? [{ itemId: item.id, decision: 'adopt' as const }] : [],
  );
  const decided = await decideItems(context, documentId, { planYear: 2024, decisions });
  if (!decided.ok) throw new Error(decided.code);
});
afterAll(() => example.store.close());

it('is empty for a visitor, and shows an office the documents whose items wait', async () => {
  expect(await modulesOf(visitor)).toEqual([]);
  const documents = (await modulesOf(office.caller)).find(({ id }) => id === 'documents');
  expect(documents).toMatchObject({ total: 1, rows: [{ what: { zh: '1 项待定' }, title: { zh: '清单' } }] });
});

it('shows a unit what it leads and its steps until they are done, and nothing of another unit', async () => {
  const list = await listCommitments(context, { plan: '2024' });
  const commitmentId = list.ok
    ? (list.value.rows.find(({ leadUnit }) => leadUnit === '市园文局')?.id ?? '')
    : '';
  const given = { title: '完成选址', unit: '市园文局', dueOn: '2024-06-30' };
  const step = await addStepTo(context, office, commitmentId, given);
  if (!step.ok) throw new Error(step.code);
  const [gardens, transport] = [callerOf('leadUnit', '市园文局'), callerOf('leadUnit', '市交通局')];
  const before = await modulesOf(gardens);
  expect(before.find(({ id }) => id === 'steps')).toMatchObject({
    ...{ total: 1, late: 1 },
    rows: [{ path: `/commitments/${commitmentId}`, dueOn: '2024-06-30', daysLate: 63 }],
  });
  expect(before.find(({ id }) => id === 'leading')).toMatchObject({ total: 1 });
  expect((await modulesOf(transport)).map(({ id }) => id)).not.toContain('steps');
  const finish = { action: 'finish', words: '', dueOn: null, after: 0 } as const;
  await moveStep(context, office, { commitmentId, stepId: step.value.stepId }, finish);
  expect((await modulesOf(gardens)).map(({ id }) => id)).not.toContain('steps');
});
