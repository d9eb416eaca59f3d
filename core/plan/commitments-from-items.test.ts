// Which items make one commitment. The document is written for this test.
import { describe, expect, it } from 'vitest';
import { allocationSum } from './allocation.ts';
import { commitmentsFromItems } from './commitments-from-items.ts';
import { item, place } from './item.fixture.ts';
import type { PrintedItem } from './printed-item.ts';

const source = `一、经济运行
1.扩大有效投资。完成交通投资120亿元,新开工项目30个。责任单位:市交通局、市发改委
2.优化服务。提高办事效率。责任单位:市政务办
民生实事清单
1\t新增老年食堂40个\t市民政局
2\t建成农村公路50公里,改造危桥6座\t市交通局
各区分解
1\t新增老年食堂40个\t25个\t15个
7\t植树造林80亩\t50亩\t30亩
地区生产总值增长5.5%左右`;

const owners = (lead: string, ...support: string[]): PrintedItem['owners'] => [
  { name: lead, role: 'lead', group: false },
  ...support.map((name) => ({ name, role: 'support' as const, group: false })),
];

const livelihood = (project: string, mode: 'sum' | null = null) => ({
  of: 'livelihood' as const,
  category: '为老服务',
  project,
  part: '',
  mode,
});

const items: readonly PrintedItem[] = [
  // The targets come before the task that holds them: order must not matter.
  item({
    ...place(source, '完成交通投资120亿元'),
    number: '1',
    section: '一',
    metric: '交通投资',
    value: 120,
    unit: '亿元',
    comparator: 'eq',
  }),
  item({
    ...place(source, '新开工项目30个'),
    number: '1',
    section: '一',
    metric: '新开工项目',
    value: 30,
    unit: '个',
    comparator: 'eq',
  }),
  item({
    ...place(source, '1.扩大有效投资。完成交通投资120亿元,新开工项目30个。责任单位:市交通局、市发改委'),
    kind: 'task',
    number: '1',
    section: '一',
    title: '扩大有效投资',
    owners: owners('市交通局', '市发改委'),
    official: '分管副市长',
  }),
  item({
    ...place(source, '2.优化服务。提高办事效率。责任单位:市政务办'),
    kind: 'task',
    number: '2',
    section: '一',
    title: '优化服务',
    owners: owners('市政务办'),
  }),
  item({
    ...place(source, '新增老年食堂40个'),
    family: 'livelihood',
    number: '1',
    title: '新增老年食堂40个',
    metric: '新增老年食堂',
    value: 40,
    unit: '个',
    owners: owners('市民政局'),
    deadline: '2025-11-30',
    milestones: [
      {
        ...place(source, '40个'),
        by: '2025-06-30',
        value: 15,
        unit: '个',
        of: 'target',
        cumulative: true,
        comparator: 'ge',
      },
    ],
    detail: livelihood('新增老年食堂40个'),
  }),
  ...['建成农村公路50公里', '改造危桥6座'].map((quote, index) =>
    item({
      ...place(source, quote),
      family: 'livelihood',
      number: '2',
      title: '建成农村公路50公里,改造危桥6座',
      metric: index === 0 ? '建成农村公路' : '改造危桥',
      value: index === 0 ? 50 : 6,
      unit: index === 0 ? '公里' : '座',
      detail: livelihood('建成农村公路50公里,改造危桥6座'),
    }),
  ),
  item({
    ...place(source, '1\t新增老年食堂40个\t25个\t15个'),
    family: 'allocation',
    number: '1',
    title: '新增老年食堂40个',
    metric: '新增老年食堂',
    value: 40,
    unit: '个',
    allocations: [
      { unit: '东河区', value: 25, ...place(source, '25个') },
      { unit: '西山县', value: 15, ...place(source, '15个') },
    ],
    detail: livelihood('新增老年食堂40个', 'sum'),
  }),
  item({
    ...place(source, '7\t植树造林80亩\t50亩\t30亩'),
    family: 'allocation',
    number: '7',
    title: '植树造林80亩',
    metric: '植树造林',
    value: 80,
    unit: '亩',
    allocations: [{ unit: '东河区', value: 50, ...place(source, '50亩') }],
    detail: livelihood('植树造林80亩', 'sum'),
  }),
  item({
    ...place(source, '地区生产总值增长5.5%左右'),
    family: 'text',
    metric: '地区生产总值',
    value: 5.5,
    unit: '%',
    direction: 'up',
    comparator: 'approx',
  }),
  item({
    ...place(source, '交通投资'),
    kind: 'result',
    family: 'text',
    metric: '交通投资',
    value: 1,
    unit: '亿元',
  }),
  item({ ...place(source, '优化服务'), family: 'award', metric: '奖励' }),
];

const headings = [{ ...place(source, '一、经济运行'), level: 1, title: '经济运行' }];
const drafts = commitmentsFromItems(items, source, 2025, headings);
const titled = (title: string) => drafts.find((draft) => draft.title.startsWith(title));

describe('commitmentsFromItems', () => {
  it('makes one commitment of a task and its targets, with owners and field', () => {
    expect(titled('扩大有效投资')).toMatchObject({
      kind: 'task',
      number: '1',
      leadUnit: '市交通局',
      supportUnits: ['市发改委'],
      official: '分管副市长',
      field: '经济运行',
      startsOn: '2025-01-01',
      dueOn: '2025-12-31',
    });
    expect(
      titled('扩大有效投资')?.targets.map(({ metric, values, measure }) => [metric, ...values, measure]),
    ).toEqual([
      ['交通投资', '120', 'flow'],
      ['新开工项目', '30', 'flow'],
    ]);
  });

  it('keeps a task without any number', () => expect(titled('优化服务')?.targets).toEqual([]));

  it('gives the places of the matrix to the promise of the list, which keeps its checkpoints', () => {
    const canteens = titled('新增老年食堂');
    expect(canteens?.kind).toBe('livelihood');
    expect(canteens?.dueOn).toBe('2025-11-30');
    expect(canteens?.targets).toHaveLength(1);
    const [target] = canteens?.targets ?? [];
    expect(target?.allocations.map(({ place: name, value }) => [name, value])).toEqual([
      ['东河区', '25'],
      ['西山县', '15'],
    ]);
    expect(target?.checkpoints[0]).toMatchObject({ by: '2025-06-30', value: '15' });
    expect(target && allocationSum(target)).toEqual({ sum: '40', gap: '0' });
  });

  it('keeps two promises of one row as two targets of one commitment', () => {
    expect(titled('建成农村公路')?.targets.map(({ metric }) => metric)).toEqual(['建成农村公路', '改造危桥']);
  });

  it('keeps a matrix row that the list does not have', () => {
    expect(titled('植树造林')).toMatchObject({ kind: 'livelihood', number: '7' });
  });

  it('takes a rate in running text for an indicator', () => {
    expect(titled('地区生产总值')).toMatchObject({
      kind: 'indicator',
      targets: [{ form: 'growth', comparator: 'approx' }],
    });
  });

  it('makes nothing of results and awards, and loses no promise', () => {
    expect(drafts).toHaveLength(6);
    const used = new Set(drafts.flatMap((draft) => draft.itemIndexes));
    expect(
      items.flatMap((each, index) =>
        used.has(index) ? [] : [each.kind === 'result' || each.family === 'award'],
      ),
    ).toEqual([true, true]);
  });

  it('gives the same commitments whatever the order of the items', () => {
    const backwards = commitmentsFromItems([...items].reverse(), source, 2025, headings);
    const plain = (list: typeof drafts) =>
      list.map((draft) => [draft.title, draft.targets.length, draft.leadUnit]);
    expect(plain(backwards)).toEqual(plain(drafts));
  });

  it('gives each year of an indicator table its own commitment', () => {
    const row = (year: number): PrintedItem =>
      item({
        family: 'indicator',
        number: '1',
        metric: '地区生产总值',
        unit: '%',
        detail: {
          of: 'indicator',
          table: '表1',
          year,
          name: '地区生产总值',
          part: '',
          targetText: '增长5',
          actualText: null,
          periodStart: null,
          periodEnd: null,
        },
      });
    expect(commitmentsFromItems([row(2024), row(2025)], '', 2025).map((draft) => draft.dueOn)).toEqual([
      '2024-12-31',
      '2025-12-31',
    ]);
  });
});

describe('allocationSum', () => {
  const [base] = titled('新增老年食堂')?.targets ?? [];
  it('counts both numbers of a pair', () => {
    expect(base).toBeDefined();
    if (!base) return;
    const pair = {
      ...base,
      values: ['14'],
      allocationMode: 'pair' as const,
      allocations: [
        { place: '东河区', value: '5', second: '4' },
        { place: '西山县', value: '3', second: '1' },
      ],
    };
    expect(allocationSum(pair)).toEqual({ sum: '13', gap: '-1' });
  });
});
