// Responsibility lists: promises, owners, dates, steps.
import { describe, expect, it } from 'vitest';
import type { GridGiven } from '../tables/grid.fixture.ts';
import { aDocument } from '../tables/grid.fixture.ts';
import { readTables } from '../tables/read-tables.ts';

const head =
  '序号|类别|项目名称|分管市领导|牵头单位|牵头单位分管领导|配合单位|预计完成时间|工作计划和进度安排';
function read(rows: string, given: GridGiven = { caption: '2025年民生实事项目责任清单' }) {
  const { structure, mentions } = aDocument([[`${head}\n${rows}`, given]]);
  return { ...readTables(structure, mentions), text: structure.folded.text };
}
/** Steps of the nth item in short: date, value and unit, what of. */
function steps(rows: string, nth = 0): string[] {
  return (read(rows).items[nth]?.milestones ?? []).map((step) =>
    [
      step.by,
      step.value === null ? 'words' : `${step.comparator} ${String(step.value)}${step.unit} of ${step.of}`,
      step.cumulative ? '' : 'per period',
    ]
      .join(' ')
      .trim(),
  );
}
const row = (name: string, schedule: string): string =>
  `1|养老|${name}|副市长|市民政局|副局长|市财政局|11月底|${schedule}`;

describe('a row', () => {
  const { items, text } = read(
    `1|养老|新增助餐点80个|副市长|市民政局|副局长甲|市财政局、市商务局,各县(市、区)政府|11月底|3月底前选址;11月底完成。`,
  );
  it('is one target with everything the columns say', () => {
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'target',
      family: 'livelihood',
      number: '1',
      value: 80,
      unit: '个',
      metric: '新增助餐点',
      official: '副市长',
      deadline: '2025-11-30',
    });
    expect(items[0]?.detail).toMatchObject({ category: '养老', leadOfficers: ['副局长甲'] });
    expect(text.slice(items[0]?.start, items[0]?.end)).toBe('新增助餐点80个');
  });
  it('names the lead, then support, groups kept whole', () => {
    expect(items[0]?.owners.map((owner) => [owner.name, owner.role, owner.group])).toEqual([
      ['市民政局', 'lead', false],
      ['市财政局', 'support', false],
      ['市商务局', 'support', false],
      ['各县(市、区)政府', 'support', true],
    ]);
  });
});

describe('promises in one name', () => {
  it.each([
    ['two', '规范提升12家托养机构,开展照护服务900人次', ['12家', '900人次']],
    ['three', '开展培训2000人次、活动500场,新建管理中心6家', ['2000人次', '500场', '6家']],
    ['an age only says who', '为60岁以上老年人接种疫苗8.5万人次', ['8.5万人次']],
    ['none', '将补贴范围扩大到35周岁以下毕业生', []],
    ['a list before one number', '新建成小学、幼儿园7所', ['7所']],
  ])('%s', (_why, name, wanted) => {
    const found = read(row(name, '11月底完成')).items;
    expect(
      found.filter((item) => item.kind === 'target').map((item) => `${String(item.value)}${item.unit}`),
    ).toEqual(wanted);
    expect(found.every((item) => item.number === '1')).toBe(true);
  });
});

describe('steps', () => {
  it.each([
    [
      'a number counts up',
      row('新增床位300张', '6月底前不少于100张;11月底前300张'),
      ['2025-06-30 ge 100张 of total', '2025-11-30 eq 300张 of total'],
    ],
    [
      'percent of the target',
      row('新增床位300张', '6月底完成项目进度的40%'),
      ['2025-06-30 eq 40% of target'],
    ],
    [
      'percent of a rate is the rate',
      row('医疗费用综合保障率达到83%', '6月底保障率达到81%'),
      ['2025-06-30 eq 81% of total'],
    ],
    ['more than half', row('新增床位300张', '9月底前完成任务过半'), ['2025-09-30 ge 50% of target']],
    ['3月前 has no exact day', row('新增床位300张', '3月前完成选址'), ['words']],
    [
      'per month',
      row('举办培训1000场', '5月—8月每月完成培训250场'),
      ['2025-08-31 eq 250场 of total per period'],
    ],
    [
      'quarters that add up',
      row('新增托位300个', '一季度30个;二季度90个;三季度100个;四季度80个'),
      [
        '2025-03-31 eq 30个 of total per period',
        '2025-06-30 eq 90个 of total per period',
        '2025-09-30 eq 100个 of total per period',
        '2025-12-31 eq 80个 of total per period',
      ],
    ],
    [
      'counted up to the last of them, which is in words',
      row('新增托位60个', '6月底前不少于20个;9月底前不少于40个;11月底前全部建成'),
      ['2025-06-30 ge 20个 of total', '2025-09-30 ge 40个 of total', '2025-11-30 words'],
    ],
    [
      'added up, and then checked in words',
      row('新增托位60个', '上半年20个;下半年40个;12月底前全部完成验收'),
      [
        '2025-06-30 eq 20个 of total per period',
        '2025-12-31 eq 40个 of total per period',
        '2025-12-31 words',
      ],
    ],
    [
      'a second date after a comma',
      row('举办培训1000场', '5月—8月集中开展,6月底前完成率达50%以上'),
      ['2025-08-31 words', '2025-06-30 ge 50% of target'],
    ],
    [
      'started is not finished',
      row('改造泵站200个', '6月底前累计进场施工180个,累计完工100个'),
      ['2025-06-30 eq 180个 of stage', '2025-06-30 eq 100个 of total'],
    ],
    [
      'a plan for all is a stage',
      row('新辟公交线路100条', '3月底前完成100条线路方案'),
      ['2025-03-31 eq 100条 of stage'],
    ],
    [
      'surveyed and finished is finished',
      row('设立菜场100个', '3月底前开展摸排并完成菜场30个'),
      ['2025-03-31 eq 30个 of total'],
    ],
    [
      'numbers of other things are words',
      row('提升机构26家', '9月份按1—5星五个等级评估'),
      ['2025-09-30 words'],
    ],
  ])('%s', (_why, rows, wanted) => expect(steps(rows)).toEqual(wanted));

  it('go to the promise that their sub-heading names', () => {
    const rows = row(
      '开工保障房100万平方米,分配公租房6000套',
      '[开工保障房100万平方米]6月底前50万平方米;[分配公租房6000套]6月底前3000套;9月底前4500套',
    );
    expect(steps(rows, 0)).toEqual(['2025-06-30 eq 50万平方米 of total']);
    expect(steps(rows, 1)).toEqual(['2025-06-30 eq 3000套 of total', '2025-09-30 eq 4500套 of total']);
  });
  it('leave the caveat apart', () => {
    const { items } = read(row('免费接种8万人次', '6月底前启动;11月底完成。实际时间以省级方案为准。'));
    expect(items[0]?.milestones).toHaveLength(2);
    expect(items[0]?.detail).toMatchObject({ caveat: '实际时间以省级方案为准' });
  });
  it('after the own deadline contradict it', () => {
    const { checks } = read('1|医保|保障率达到83%|副市长|市医保局|副局长||11月底|12月底完成83%');
    expect(checks).toMatchObject([
      { rule: 'deadline.conflict', ok: false, expected: '2025-11-30', found: '2025-12-31' },
    ]);
  });
});

it('counts projects where the numbers count categories, also over a page break', () => {
  const { items } = read(
    `1|养老|新增床位300张|副市长|市民政局|副局长||11月底|
     ||新增助餐点80个|副市长|市民政局|副局长||11月底|
     1|养老|接种疫苗8万人次|副市长|市卫健委|副局长||11月底|
     2|就业|新增岗位500个|副市长|市人社局|副局长||11月底|`,
  );
  expect(
    items.map((item) => [item.number, item.detail?.of === 'livelihood' ? item.detail.category : '']),
  ).toEqual([
    ['1', '养老'],
    ['2', '养老'],
    ['3', '养老'],
    ['4', '就业'],
  ]);
});

it('a list that is no livelihood list gives tasks', () => {
  const { structure, mentions } = aDocument([
    [
      '序号|工作任务|责任单位|完成时限\n1|修订应急预案|市应急局|6月底前\n2|新建粮库3座|市粮食局|年底前',
      { caption: '重点工作任务分解表' },
    ],
  ]);
  const { items } = readTables(structure, mentions);
  expect(
    items.map((item) => [item.family, item.kind, item.number, item.deadline, item.owners[0]?.name]),
  ).toEqual([
    ['task', 'task', '1', '2025-06-30', '市应急局'],
    ['task', 'target', '2', '2025-12-31', '市粮食局'],
  ]);
});

describe('a list with money beside what is to be built', () => {
  it('is no table of figures', () => {
    const table =
      '序号|项目名称|建设地点|建设时间|2025年建设内容|年度投资金额(万元)|责任单位\n1|校舍改造|城关镇|2025|改造校舍3所。|300|教体局\n2|门前道路|城关镇|2025|建成道路。|120|住建局';
    const { structure, mentions } = aDocument([[table, { kind: 'livelihoodList', title: '十大民生实事' }]]);
    const { items } = readTables(structure, mentions);
    expect(items.map(({ kind, number, value, owners }) => [kind, number, value, owners[0]?.name])).toEqual([
      ['target', '1', 3, '教体局'],
      ['task', '2', null, '住建局'],
    ]);
  });
});
