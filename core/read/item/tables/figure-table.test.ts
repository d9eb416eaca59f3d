// Tables of projects, budgets and other figures: items, totals, shares, rates.
import { describe, expect, it } from 'vitest';
import type { GridGiven } from './grid.fixture.ts';
import { aDocument } from './grid.fixture.ts';
import { readTables } from './read-tables.ts';

function read(table: string, given: GridGiven = {}) {
  const { structure, mentions } = aDocument([[table, given]]);
  return { ...readTables(structure, mentions), text: structure.folded.text };
}
const checksOf = (table: string, given: GridGiven, rule: string) =>
  read(table, given)
    .checks.filter((check) => check.rule === rule)
    .map((check) => [check.ok, check.expected, check.found, check.explainedBy !== undefined]);

const projects = { caption: '表2 2025年重点项目分领域安排' };

it('one item for each cell, with unit of the head, role of the row and span of the cell', () => {
  const { items, text } = read(
    '领域|项目数(个)|年度计划投资(亿元)\n合 计|3|30.5\n制造业|1|10.2\n民生|2|20.3',
    projects,
  );
  expect(items.map((item) => [item.family, item.kind, item.title, item.value, item.unit])).toContainEqual([
    'project',
    'target',
    '制造业',
    10.2,
    '亿元',
  ]);
  expect(items).toHaveLength(6);
  expect(items.map((item) => text.slice(item.start, item.end))).toContain('20.3');
  expect(items[0]?.detail).toMatchObject({ of: 'project', rowRole: 'total', column: '项目数(个)' });
});

it('a column of completed investment holds results', () => {
  const { items } = read('领域|计划投资(亿元)|1-6月完成投资(亿元)\n制造业|10|4\n民生|20|9', {
    caption: '项目完成情况',
  });
  expect(items.map((item) => item.kind)).toEqual(['target', 'target', 'result', 'result']);
});

describe('totals', () => {
  it.each([
    ['exact', '领域|项目数(个)\n合计|30\n甲|10\n乙|20', [[true, 30, 30, false]]],
    [
      'wrong count',
      '领域|项目数(个)|投资(亿元)\n合计|31|3\n甲|10|1\n乙|20|2',
      [
        [false, 31, 30, false],
        [true, 3, 3, false],
      ],
    ],
    ['rounded', '领域|投资(亿元)\n合计|30.1\n甲|10.0\n乙|20.0', [[true, 30.1, 30, false]]],
    ['total at the foot', '领域|投资(亿元)\n甲|10\n乙|20\n合计|30', [[true, 30, 30, false]]],
    [
      '其中 is no part of its own',
      '领域|投资(亿元)\n合计|30\n甲|10\n其中:新建|4\n乙|20',
      [[true, 30, 30, false]],
    ],
    [
      'rates do not add up',
      '领域|投资(亿元)|完成率(%)\n合计|30|50\n甲|10|40\n乙|20|55',
      [[true, 30, 30, false]],
    ],
    ['unrelated rows are no contradiction', '指标项|数量(个)\n合计|5\n甲|100\n乙|200', []],
  ])('%s', (_why, table, wanted) => expect(checksOf(table, projects, 'table.sum')).toEqual(wanted));

  it('subtotals add up to the total and their rows to them; a note explains what does not', () => {
    const table =
      '地区|项目数(个)|投资(亿元)\n全市合计|60|100.5\n区县合计|44|60.2\n甲区|20|30.1\n乙区|14|20.0\n丙县|11|10.1\n市本级合计|16|40.3';
    expect(checksOf(table, { ...projects, notes: ['注:跨区项目两区均作计数。'] }, 'table.sum')).toEqual([
      [true, 60, 60, false],
      [true, 100.5, 100.5, false],
      [false, 44, 45, true],
      [true, 60.2, 60.2, false],
    ]);
  });
  it('fields numbered in a column of their own add up, and their rows to them', () => {
    const table =
      '序号|项目名称|年限|总投资(万元)|责任单位\n|合计(3项)||350|\n一|续建项目||210|\n1|甲路|2023-2025|90|市交通局\n2|乙院|2024-2026|120|市卫健委\n二|新建项目||140|\n3|丙校|2025-2026|140|市教育局';
    expect(checksOf(table, projects, 'table.sum')).toEqual([
      [true, 350, 350, false],
      [true, 210, 210, false],
    ]);
  });
  it('a total may go on from the total before', () => {
    const table =
      '项目|执行数(亿元)\n税收收入|100\n增值税|60\n所得税|40\n非税收入|20\n收入合计|120\n转移性收入|50\n收入总计|170';
    expect(checksOf(table, { caption: '2024年收入执行情况表' }, 'table.sum')).toEqual([
      [true, 100, 100, false],
      [true, 120, 120, false],
      [true, 170, 170, false],
    ]);
  });
  it('numbered lines of a budget add up level by level', () => {
    const table =
      '项目|预算数\n一、税收收入|100\n(一)增值税|60\n(二)企业所得税|40\n二、非税收入|20\n收入合计|120';
    const found = checksOf(table, { caption: '2025年一般公共预算收入表 单位:万元' }, 'table.sum');
    expect(found).toContainEqual([true, 100, 100, false]);
    expect(found).toContainEqual([true, 120, 120, false]);
  });
});

describe('quotients', () => {
  it('shares of the total', () => {
    const table = '领域|投资(亿元)|占比(%)\n合计|2068.5|100\n甲|921.5|44.5\n乙|390.8|19.0\n丙|756.2|36.6';
    expect(checksOf(table, projects, 'table.share')).toEqual([
      [true, 44.5, 44.5492, false],
      [false, 19, 18.8929, false],
      [true, 36.6, 36.5579, false],
    ]);
  });
  it('completion against plan, whichever columns they are', () => {
    const table =
      '领域|项目数(个)|计划投资(亿元)|完成投资(亿元)|完成率(%)\n合计|9|2271.2|1597.6|70.3\n甲|5|804.3|689.7|85.8\n乙|4|508.9|238.9|49.9';
    expect(checksOf(table, projects, 'table.rate')).toEqual([
      [true, 70.3, 70.3417, false],
      [true, 85.8, 85.7516, false],
      [false, 49.9, 46.9444, false],
    ]);
  });
  it('growth over the year before', () => {
    const table = '项目|2023年决算|2024年预算|增长(%)\n教育|100.0|110.0|10.0\n卫生|50.0|52.5|5.0';
    expect(checksOf(table, { caption: '支出表' }, 'table.growth').map(([ok]) => ok)).toEqual([true, true]);
  });
});

describe('budget tables', () => {
  const { items, checks } = read(
    '收入项目|预算数|支出项目|预算数\n税收收入|80|教育支出|70\n非税收入|20|卫生支出|30\n收入合计|100|支出合计|100',
    { caption: '2025年全市一般公共预算收支预算表(单位:亿元)', kind: 'budgetReport' },
  );
  it('two tables side by side are read apart', () => {
    expect(
      items.map((item) => [
        item.title,
        item.value,
        item.unit,
        item.detail?.of === 'budget' ? item.detail.key : '',
      ]),
    ).toEqual([
      ['税收收入', 80, '亿元', 'taxIncome'],
      ['非税收入', 20, '亿元', 'nonTaxIncome'],
      ['收入合计', 100, '亿元', 'totalIn'],
      ['教育支出', 70, '亿元', '教育支出'],
      ['卫生支出', 30, '亿元', '卫生支出'],
      ['支出合计', 100, '亿元', 'totalOut'],
    ]);
  });
  it('and both add up', () =>
    expect(checks.filter((check) => check.ok && check.rule === 'table.sum')).toHaveLength(2));
});

it('says what it cannot read: digits without a head, figures without a unit', () => {
  const { unread, text } = read('领域|完成数|\n甲|10|7\n乙|20|8', { caption: '情况表' });
  expect(unread.map((one) => [one.why, text.slice(one.start, one.end)])).toEqual([
    ['unitMissing', '10'],
    ['cellWithoutHeader', '7'],
    ['cellWithoutHeader', '8'],
  ]);
});
