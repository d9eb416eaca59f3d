// The end of a year on a real database: refused with its reason, closed once, and gone on from once.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isoDate } from '../../core/quantity/date.ts';
import { listItems } from '../store/item.ts';
import { listCommitments } from '../view/commitment-list.ts';
import { getNextPlan } from '../view/next-plan.ts';
import { amendCommitment } from './amend-commitment.ts';
import { decideItems } from './decide-items.ts';
import { type Example, openExample } from './example.fixture.ts';
import { carryOn, closePlan } from './plan-year.ts';

let example: Example;
let planId = '';
const actor = { caller: { accountId: null, name: '', grants: [], scopes: null }, key: null };
const after = () => ({ ...example.context, today: () => isoDate('2025-01-10') });

beforeAll(async () => {
  example = await openExample();
  const documentId = await example.add(
    '清单 示政〔2024〕1号 2024-02-01',
    '目标 1 新建公园 30 个 市园文局',
    '目标 2 改造绿道 20 公里 市园文局',
    '任务 开通公交 市交通局',
  );
  const items = await listItems(example.context.db, 'example', documentId);
  const decisions = items.map(({ id }) => ({ itemId: id, decision: 'adopt' as const }));
  const decided = await decideItems(example.context, documentId, { planYear: 2024, decisions });
  if (!decided.ok) throw new Error(decided.code);
  planId = decided.value.planId;
});
afterAll(() => example.store.close());

const linesOf = async () => {
  const page = await getNextPlan(after(), planId);
  if (!page.ok) throw new Error(page.code);
  return page.value;
};

it('is refused while the year runs, and while what has no verdict is not explained', async () => {
  const early = await closePlan(example.context, actor, planId, '');
  expect(early).toMatchObject({ code: 'closing.notEnded', params: { day: '2024-12-31' } });
  expect(await closePlan(after(), actor, planId, ' ')).toMatchObject({ code: 'closing.needsWords' });
  const [first] = (await linesOf()).lines;
  const line = { commitmentId: first?.row.id ?? '', decision: 'adopt' as const, reason: '' };
  expect(await carryOn(after(), actor, planId, { lines: [line] })).toMatchObject({ code: 'carry.notClosed' });
});

it('is closed once; afterwards no target changes', async () => {
  expect(await closePlan(after(), actor, planId, '转入下年继续推进')).toMatchObject({ ok: true });
  expect(await closePlan(after(), actor, planId, '再次')).toMatchObject({ code: 'closing.already' });
  const { lines, closed } = await linesOf();
  expect(closed?.words).toBe('转入下年继续推进');
  const amended = await amendCommitment(after(), lines[0]?.row.id ?? '', {
    targets: [{ metric: '新建公园', printed: '40个', unit: '个' }],
    reason: '迟到的调整',
  });
  expect(amended).toMatchObject({ code: 'plan.closed' });
});

it('takes no new promise from a document once it is closed', async () => {
  const documentId = await example.add('清单 示政〔2024〕2号 2024-03-01', '目标 9 新建泵站 3 座 市水务局');
  const items = await listItems(example.context.db, 'example', documentId);
  const decisions = items.map(({ id }) => ({ itemId: id, decision: 'adopt' as const }));
  const late = await decideItems(after(), documentId, { planYear: 2024, decisions });
  expect(late).toMatchObject({ code: 'plan.closed', params: { year: '2024' } });
  expect((await linesOf()).lines).toHaveLength(3);
});

it('goes on with what was chosen, quotas kept or given anew, once', async () => {
  const { lines } = await linesOf();
  const [park, path, bus] = lines.map(({ row }) => row.id);
  const wish = {
    lines: [
      { commitmentId: park ?? '', decision: 'adopt' as const, printed: '35个', reason: '' },
      { commitmentId: path ?? '', decision: 'adopt' as const, reason: '' },
      { commitmentId: bus ?? '', decision: 'drop' as const, reason: '' },
    ],
  };
  expect(await carryOn(after(), actor, planId, wish)).toMatchObject({ code: 'carry.needsReason' });
  const told = { lines: wish.lines.with(2, { commitmentId: bus ?? '', decision: 'drop', reason: '已开通' }) };
  expect(await carryOn(after(), actor, planId, told)).toMatchObject({ value: { adopted: 2, dropped: 1 } });
  expect(await carryOn(after(), actor, planId, told)).toMatchObject({ code: 'state.changed' });
  const next = await listCommitments(after(), { plan: '2025' });
  if (!next.ok) throw new Error(next.code);
  expect(
    next.value.rows.map(({ title, leadUnit, dueOn, targets }) => [
      title,
      leadUnit,
      dueOn,
      targets[0]?.values[0],
    ]),
  ).toEqual([
    ['新建公园', '市园文局', '2025-12-31', '35'],
    ['改造绿道', '市园文局', '2025-12-31', '20'],
  ]);
});
