// What the acts promise on a real database: whole or nothing, once, in the right order, with every source kept.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../core/quantity/date.ts';
import { listCommitments as listRows, listSources } from '../store/commitment.ts';
import { listItems } from '../store/item.ts';
import { listObservations } from '../store/observation.ts';
import { listCommitments } from '../view/commitment-list.ts';
import { getCommitmentPage } from '../view/commitment-page.ts';
import { getOverview } from '../view/overview.ts';
import { getReview } from '../view/review.ts';
import { addDocument } from './add-document.ts';
import { amendCommitment } from './amend-commitment.ts';
import { decideItems, type ItemDecision } from './decide-items.ts';
import { type Example, openExample } from './example.fixture.ts';

let example: Example;
beforeAll(async () => {
  example = await openExample();
});
afterAll(() => example.store.close());

const itemsOf = (documentId: string) => listItems(example.context.db, 'example', documentId);
const decide = (documentId: string, planYear: number, decisions: ItemDecision[]) =>
  decideItems(example.context, documentId, { planYear, decisions });

/** Adopts every item of a document made of these lines. */
async function adoptAll(planYear: number, ...lines: string[]) {
  const documentId = await example.add(...lines);
  const items = await itemsOf(documentId);
  const decided = await decide(
    documentId,
    planYear,
    items.map(({ id }) => ({ itemId: id, decision: 'adopt' })),
  );
  if (!decided.ok) throw new Error(decided.code);
  return { documentId, items, decided: decided.value };
}

async function fingerprint(): Promise<string> {
  const tables = [
    'document',
    'item',
    'plan',
    'commitment',
    'commitment_source',
    'decision',
    'amendment',
    'observation',
  ];
  const counts = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await sql<{ n: string }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(
        example.store.db,
      );
      return `${table} ${rows[0]?.n}`;
    }),
  );
  return counts.join(', ');
}

describe('a document', () => {
  it('is stored with its items, once for the same bytes, also when two people upload it together', async () => {
    const upload = { name: 'a.txt', bytes: Buffer.from('同一份文件\n目标 1 植树 100 棵 市林业局') };
    const both = await Promise.all([
      addDocument(example.context, upload),
      addDocument(example.context, upload),
    ]);
    const ids = both.map((added) => (added.ok ? added.value.documentId : ''));
    expect(ids[0]).toBe(ids[1]);
    expect(both.filter((added) => added.ok && added.value.alreadyHere).length).toBe(1);
    expect((await itemsOf(ids[0] ?? '')).length).toBe(1);
  });

  it('keeps what its reader had to assume, for the one who reviews it', async () => {
    const review = await getReview(
      example.context,
      await example.add('猜出编码的文件', '任务 植树'),
      undefined,
    );
    expect(review.ok && review.value.notes).toEqual([
      {
        code: 'encodingGuessed',
        zh: '按内容判断编码为 GB18030',
        en: 'Encoding GB18030 was inferred from the content',
      },
    ]);
  });

  it('that cannot be read leaves nothing behind', async () => {
    const before = await fingerprint();
    const refused = await addDocument(example.context, { name: 'a.txt', bytes: Buffer.from('坏了') });
    const empty = await addDocument(example.context, { name: 'b.txt', bytes: Buffer.alloc(0) });
    const nul = await addDocument(example.context, { name: 'c.txt', bytes: Buffer.from('题\0目') });
    expect([refused, empty, nul].map((result) => result.ok || result.code)).toEqual([
      'document.damaged',
      'document.empty',
      'document.damaged',
    ]);
    expect(await fingerprint()).toBe(before);
  });

  it('with the number and date of an earlier one replaces it, and its items say what changed', async () => {
    const first = await example.add(
      '方案 示政〔2024〕9号 2024-03-01',
      '目标 1 修路 10 公里 市交通局',
      '目标 2 修桥 2 座 市交通局',
    );
    const second = await example.add(
      '方案 示政〔2024〕9号 2024-03-01',
      '目标 1 修路 12 公里 市交通局',
      '目标 2 修桥 2 座 市交通局',
      '目标 3 修站 1 座 市交通局',
    );
    const review = await getReview(example.context, second, undefined);
    expect(review.ok && review.value.document.replaces).toBe(first);
    expect(review.ok && review.value.items.map(({ change }) => change)).toEqual(['changed', 'same', 'new']);
  });
});

describe('deciding', () => {
  it('adopts promises as commitments and results as figures on them', async () => {
    const { decided } = await adoptAll(
      2021,
      '清单',
      '目标 1 新建口袋公园 30 个 市园文局',
      '任务 完善统计制度 市统计局',
    );
    expect(decided).toMatchObject({ adopted: 2, merged: 0, rejected: 0, observations: 0 });
    const report = await adoptAll(
      2021,
      '2021年完成情况',
      '结果 新建口袋公园 33 个',
      '结果 毫不相干的事 5 件',
    );
    expect(report.decided.observations).toBe(1);
    const list = await listCommitments(example.context, { plan: '2021', sort: 'number' });
    if (!list.ok) throw new Error(list.code);
    expect(list.value.asOf).toBe('2021-12-31');
    expect(list.value.rows.map(({ title, verdict }) => [title, verdict.status])).toEqual([
      ['新建口袋公园', 'achieved'],
      ['完善统计制度', 'noJudgement'],
    ]);
    expect(list.value.rows[0]?.latest).toMatchObject({ amount: '33', unit: '个', period: '2021' });
    expect(list.value.rows[0]?.latest?.source?.documentId).toBe(report.documentId);
  });

  it('is the same when it is done again, and refused when it differs', async () => {
    const { documentId, items, decided } = await adoptAll(2020, '清单二', '目标 1 新增车位 50 个 市住建局');
    const again = await decide(documentId, 2020, [{ itemId: items[0]?.id ?? '', decision: 'adopt' }]);
    expect(again.ok && again.value.commitments).toEqual(decided.commitments);
    const before = await fingerprint();
    const other = await decide(documentId, 2020, [
      { itemId: items[0]?.id ?? '', decision: 'reject', reason: '重复' },
    ]);
    expect(other).toMatchObject({ ok: false, code: 'item.alreadyDecided', params: { decision: 'adopt' } });
    expect(await fingerprint()).toBe(before);
  });

  it('keeps nothing of a request of which one part is refused', async () => {
    const documentId = await example.add(
      '清单三',
      '目标 1 新增泊位 10 个 市交通局',
      '目标 2 新增座椅 9 张 市园文局',
    );
    const [one, two] = await itemsOf(documentId);
    const before = await fingerprint();
    const cases: [ItemDecision, string][] = [
      [{ itemId: two?.id ?? '', decision: 'reject' }, 'item.rejectNeedsReason'],
      [{ itemId: two?.id ?? '', decision: 'merge' }, 'item.mergeNeedsCommitment'],
      [{ itemId: two?.id ?? '', decision: 'merge', commitmentId: one?.id ?? '' }, 'commitment.notFound'],
      [{ itemId: documentId, decision: 'adopt' }, 'item.notFound'],
      [{ itemId: two?.id ?? '', decision: 'adopt', edit: { printed: '1e400' } }, 'target.unreadable'],
    ];
    for (const [decision, code] of cases) {
      const refused = await decide(documentId, 2019, [
        { itemId: one?.id ?? '', decision: 'adopt' },
        decision,
      ]);
      expect(refused.ok || refused.code).toBe(code);
      expect(await fingerprint()).toBe(before);
    }
  });

  it('has one winner when many people adopt the same items at once', async () => {
    const documentId = await example.add(
      '清单四',
      '目标 1 新建公厕 20 座 市城管局',
      '目标 2 改造公厕 8 座 市城管局',
    );
    const items = await itemsOf(documentId);
    const decisions = items.map(({ id }): ItemDecision => ({ itemId: id, decision: 'adopt' }));
    const all = await Promise.all(Array.from({ length: 8 }, () => decide(documentId, 2018, decisions)));
    const answers = all.map((decided) =>
      JSON.stringify(decided.ok ? decided.value.commitments : decided.code),
    );
    expect(new Set(answers).size).toBe(1);
    const list = await listCommitments(example.context, { plan: '2018' });
    expect(list.ok && list.value.total).toBe(2);
  });

  it('merges a second printing as another source, and shows the two numbers', async () => {
    const { decided } = await adoptAll(2017, '清单五', '目标 1 培育企业 5 家 市经信局');
    const commitmentId = decided.commitments[0]?.commitmentId ?? '';
    const documentId = await example.add('报告五', '目标 7 培育企业 6 家 市经信局');
    const [item] = await itemsOf(documentId);
    const review = await getReview(example.context, documentId, '2017');
    expect(review.ok && review.value.items[0]?.proposal).toMatchObject({ commitmentId, conflict: true });
    await decide(documentId, 2017, [{ itemId: item?.id ?? '', decision: 'merge', commitmentId }]);
    const page = await getCommitmentPage(example.context, commitmentId, {});
    if (!page.ok) throw new Error(page.code);
    expect(page.value.sources.length).toBe(2);
    expect(page.value.commitment.targets.map(({ values }) => values)).toEqual([['5']]);
    expect(page.value.conflicts.map(({ sources }) => sources.length)).toEqual([2]);
    const overview = await getOverview(example.context, { plan: '2017' });
    expect(overview.ok && overview.value.conflicts.length).toBe(1);
  });

  it('keeps what a person corrected beside what was printed', async () => {
    const documentId = await example.add('清单六', '目标 1 新开线路 3 条 市交通局');
    const [item] = await itemsOf(documentId);
    const edit = { title: '新开公交线路', dueOn: '2016-10-31', printed: '4', leadUnit: '市交通运输局' };
    const decided = await decide(documentId, 2016, [{ itemId: item?.id ?? '', decision: 'adopt', edit }]);
    const id = decided.ok ? (decided.value.commitments[0]?.commitmentId ?? '') : '';
    const page = await getCommitmentPage(example.context, id, {});
    if (!page.ok) throw new Error(page.code);
    const { commitment, sources } = page.value;
    expect(commitment).toMatchObject({
      title: '新开公交线路',
      dueOn: '2016-10-31',
      leadUnit: '市交通运输局',
    });
    expect(commitment.targets.map(({ values, unit }) => [values, unit])).toEqual([[['4'], '条']]);
    expect(sources[0]?.quote).toBe('目标 1 新开线路 3 条 市交通局');
    expect(page.value.conflicts).toEqual([]);
  });
});

describe('an amendment', () => {
  it('holds from its day on; verdicts of earlier days keep the old target', async () => {
    const { decided } = await adoptAll(2015, '清单七', '目标 1 新增床位 100 张 市卫健委');
    const id = decided.commitments[0]?.commitmentId ?? '';
    await adoptAll(2015, '2015年上半年进展', '结果 新增床位 60 张');
    await adoptAll(2015, '2015年完成情况', '结果 新增床位 90 张');
    const approval = await example.add('批复 示政〔2015〕3号 2015-09-30', '任务 调整目标');
    const amendment = {
      targets: [{ metric: '新增床位', printed: '80', unit: '张' }],
      reason: '调整',
      documentId: approval,
    };
    expect((await amendCommitment(example.context, id, amendment)).ok).toBe(true);
    const page = await getCommitmentPage(example.context, id, {});
    if (!page.ok) throw new Error(page.code);
    expect(page.value.verdicts.map(({ asOf, status }) => [asOf, status])).toEqual([
      ['2015-06-30', 'onTrack'],
      ['2015-12-31', 'achieved'],
    ]);
    const before = await getCommitmentPage(example.context, id, { asOf: '2015-09-29' });
    expect(before.ok && before.value.commitment.targets[0]?.values).toEqual(['100']);
  });

  it.each([
    [
      'of a commitment that is not there',
      '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9c11',
      '80',
      'commitment.notFound',
    ],
    ['with a number that is none', '', '1e400', 'target.unreadable'],
    ['with a number that is mistyped', '', '8o8', 'target.unreadable'],
  ])('%s is refused', async (_why, given, printed, code) => {
    const list = await listCommitments(example.context, { plan: '2015' });
    const id = given || (list.ok ? (list.value.rows[0]?.id ?? '') : '');
    const refused = await amendCommitment(example.context, id, {
      targets: [{ metric: '新增床位', printed, unit: '张' }],
      reason: '调整',
    });
    expect(refused.ok || refused.code).toBe(code);
  });
});

describe('what was known on a day', () => {
  it('leaves out everything that was recorded later', async () => {
    const then = await listCommitments(example.context, { knownOn: isoDate('2020-01-01') });
    expect(then).toMatchObject({ ok: false, code: 'plan.none' });
    const [all, later] = await Promise.all([
      listCommitments(example.context, { plan: '2021' }),
      listCommitments(example.context, { plan: '2021', knownOn: isoDate('2999-12-31') }),
    ]);
    expect(all.ok && later.ok && later.value.rows).toEqual(all.ok && all.value.rows);
  });

  it('is asked of every kind of fact', async () => {
    const day = isoDate('2020-01-01');
    const { db } = example.context;
    const lists = [listRows, listSources, listObservations].map((list) => list(db, 'example', null, day));
    expect((await Promise.all(lists)).map((rows) => rows.length)).toEqual([0, 0, 0]);
  });
});
