// Indicator tables in the shapes that cities print.
import { describe, expect, it } from 'vitest';
import type { Item } from '../../reading.ts';
import type { GridGiven } from '../tables/grid.fixture.ts';
import { aDocument } from '../tables/grid.fixture.ts';
import { readTables } from '../tables/read-tables.ts';

function read(table: string, given: GridGiven = {}) {
  const { structure, mentions } = aDocument([[table, given]]);
  return { ...readTables(structure, mentions), text: structure.folded.text };
}
const of = (items: readonly Item[], kind: Item['kind']) => items.filter((item) => item.kind === kind);
const detail = (item: Item | undefined) => (item?.detail?.of === 'indicator' ? item.detail : undefined);

describe('targets with results', () => {
  const { items, text } = read(
    `序号|指标名称|单位|2024年目标|2024年实绩|指标属性
     1|工业增加值|%|增长6以上|增长5.1|预期性
     2|空气优良天数比率|%|高于88|89.6|约束性
     3|城镇调查失业率|%|5以内|暂无数据|预期性`,
    { caption: '表1 2024年主要目标完成情况' },
  );

  it('gives a target and a result for each row, with the row as span', () => {
    expect(items.map((item) => `${item.number}${item.kind}`)).toEqual([
      '1target',
      '1result',
      '2target',
      '2result',
      '3target',
      '3result',
    ]);
    expect(text.slice(items[0]?.start, items[0]?.end)).toBe('1\t工业增加值\t%\t增长6以上\t增长5.1\t预期性');
  });
  it('keeps the printed words and the year', () => {
    expect(detail(items[0])).toMatchObject({
      name: '工业增加值',
      targetText: '增长6以上',
      actualText: '增长5.1',
      year: 2024,
      periodStart: '2024-01-01',
      periodEnd: '2024-12-31',
    });
  });
  it('reads the force', () =>
    expect(of(items, 'target').map((item) => item.force)).toEqual([
      'anticipatory',
      'binding',
      'anticipatory',
    ]));
  it('has no figure where none is published', () => {
    const last = of(items, 'result')[2];
    expect([last?.value, detail(last)?.actualText]).toEqual([null, '-']);
  });
});

it('targets only: no results and no actual text', () => {
  const { items } = read(
    `序号|指标名称|单位|2025年目标|指标属性
     1|粮食产量|万吨|46.5|约束性`,
  );
  expect(items.map((item) => [item.kind, item.value, item.unit, detail(item)?.actualText])).toEqual([
    ['target', 46.5, '万吨', null],
  ]);
});

describe('execution table', () => {
  const { items } = read(
    `序号|指标|计量单位|2025年预期目标|1—9月完成情况|进度评价|责任部门||
     1|进出口总额|亿元|520|390.5|达到时序|市商务局、市发展改革委||
     2|主要污染物排放量|化学需氧量|万吨|完成省下达任务|已完成|达到时序|市生态环境局|
     氨氮|万吨|||||||
     3|市场主体|万户|30|—|—|市市场监管局||`,
  );
  it('reads owners, verdict and period', () => {
    const [first] = items;
    expect(first?.owners.map((owner) => `${owner.name} ${owner.role}`)).toEqual([
      '市商务局 lead',
      '市发展改革委 support',
    ]);
    expect(detail(first)).toMatchObject({ printed: '达到时序', periodEnd: '2025-09-30' });
  });
  it('gives one item to each sub-row, verdict and owner shared', () => {
    const rows = of(items, 'target').filter((item) => item.number === '2');
    expect(
      rows.map((item) => [
        detail(item)?.name,
        detail(item)?.part,
        detail(item)?.targetText,
        detail(item)?.printed,
        item.owners[0]?.name,
      ]),
    ).toEqual([
      ['主要污染物排放量', '化学需氧量', '完成省下达任务', '达到时序', '市生态环境局'],
      ['主要污染物排放量', '氨氮', '完成省下达任务', '达到时序', '市生态环境局'],
    ]);
  });
  it('has no verdict where a dash stands', () => expect(detail(items[items.length - 1])?.printed).toBeNull());
});

it('sub-rows that keep their blank cells have values of their own', () => {
  const { items } = read(
    `序号|指标名称|单位|2025年目标|属性
     5|居民收入|城镇|元|70000|预期性
     ||农村|元|40000|预期性`,
  );
  expect(items.map((item) => [item.number, detail(item)?.part, item.value])).toEqual([
    ['5', '城镇', 70000],
    ['5', '农村', 40000],
  ]);
});

it('sub-rows in a column of parts have values of their own or those of the row above', () => {
  const { items } = read(
    `序号|指标名称|分项|单位|2025年目标|属性
     5|居民收入|城镇|元|70000|预期性
     |  |农村|元|40000|
     6|森林覆盖率| |%|65以上|约束性`,
  );
  expect(items.map((item) => [item.number, item.title, detail(item)?.part, item.value, item.force])).toEqual([
    ['5', '居民收入', '城镇', 70000, 'anticipatory'],
    ['5', '居民收入', '农村', 40000, 'anticipatory'],
    ['6', '森林覆盖率', '', 65, 'binding'],
  ]);
});

it('其中 belongs to the row above, a row that lost its number does not', () => {
  const { items } = read(
    `序号|指标名称|单位|2025年目标
     1|固定资产投资|%|增长5
     |其中:民间投资|%|增长8
     |社会消费品零售总额|%|增长6`,
  );
  expect(items.map((item) => [item.number, item.title, detail(item)?.part, item.value])).toEqual([
    ['1', '固定资产投资', '', 5],
    ['1', '固定资产投资', '其中:民间投资', 8],
    ['', '社会消费品零售总额', '', 6],
  ]);
});

it('takes the unit out of the name where no unit column stands', () => {
  const { items } = read(
    `指标|2024年完成|2025年预期
     旅游总收入(亿元)|310.5|340`,
  );
  expect(items.map((item) => [item.kind, item.title, item.value, item.unit])).toEqual([
    ['result', '旅游总收入', 310.5, '亿元'],
    ['target', '旅游总收入', 340, '亿元'],
  ]);
});

it('reads totals and growth as two figures of one row', () => {
  const { items } = read(
    `指标名称|计量单位|完成值|同比增速
     规上工业增加值|亿元|120.4|6.1`,
    { caption: '2025年上半年主要经济指标' },
  );
  expect(items.map((item) => [item.kind, item.value, item.unit])).toEqual([
    ['result', 120.4, '亿元'],
    ['result', 6.1, '%'],
  ]);
});

it('the figure of the year before is a base, not an answer', () => {
  const { items } = read(
    `指标名称|计量单位|2024年完成数|2024年增长(%)|2025年计划数|2025年计划增长(%)
     地区生产总值|亿元|862.3|5.6|915|5.5左右
     #第三产业增加值|亿元|440.1|6.0|-|6以上`,
    { caption: '2025年国民经济和社会发展计划主要指标' },
  );
  expect(items.map((item) => [item.kind, item.title, item.value, item.unit, detail(item)?.year])).toEqual([
    ['result', '地区生产总值', 862.3, '亿元', 2024],
    ['result', '地区生产总值', 5.6, '%', 2024],
    ['target', '地区生产总值', 915, '亿元', 2025],
    ['target', '地区生产总值', 5.5, '%', 2025],
    ['result', '第三产业增加值', 440.1, '亿元', 2024],
    ['result', '第三产业增加值', 6, '%', 2024],
    ['target', '第三产业增加值', 6, '%', 2025],
  ]);
  expect(of(items, 'target').every((item) => detail(item)?.actualText === null)).toBe(true);
});

it('a five-year plan has levels and yearly growth, with sums over the years in brackets', () => {
  const { items } = read(
    `类别|序号|指标|2020年|2025年|年均增速[累计]|属性
     绿色|9|单位GDP能源消耗降低(%)|—|—|[14]|约束性
     |10|森林覆盖率(%)|55.1|56|—|约束性`,
    { caption: '“十四五”时期主要指标' },
  );
  expect(
    of(items, 'target').map((item) => [item.number, item.title, item.value, item.unit, item.direction]),
  ).toEqual([
    ['9', '单位GDP能源消耗降低', 14, '%', 'down'],
    ['10', '森林覆盖率', 56, '%', 'none'],
  ]);
});

it('takes bare years of a plan: the last is the target', () => {
  const { items } = read(
    `序号|指标名称|单位|2020年|2025年|属性
     1|常住人口城镇化率|%|62.1|68|预期性`,
    { caption: '“十四五”发展主要目标' },
  );
  expect(items.map((item) => [item.kind, item.value, detail(item)?.year])).toEqual([
    ['result', 62.1, 2020],
    ['target', 68, 2025],
  ]);
});

it('says where a unit is missing, and not where none is needed', () => {
  const { unread, text } = read(
    `序号|指标名称|单位|2025年目标
     1|新建公园||12
     2|城乡收入倍差|-|1.63`,
  );
  expect(unread.map((one) => [one.why, text.slice(one.start, one.end)])).toEqual([['unitMissing', '12']]);
});

it('leaves out lines that only name a field', () => {
  const { items } = read(
    `序号|指标名称|单位|2025年目标
     一、经济发展|||
     1|新建公园|个|12`,
  );
  expect(items.map((item) => item.title)).toEqual(['新建公园']);
});
