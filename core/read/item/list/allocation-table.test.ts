// District decompositions: parts, rates, undivided rows, pairs, and what layout does to them.
import { describe, expect, it } from 'vitest';
import type { Item } from '../../reading.ts';
import { aDocument } from '../tables/grid.fixture.ts';
import { readTables } from '../tables/read-tables.ts';

const head = '序号|项目名称|量化目标|牵头单位|市本级|东山区|西河区|南浦县';
function read(rows: string, header = head) {
  const { structure, mentions } = aDocument([[`${header}\n${rows}`, { caption: '民生实事项目任务分解表' }]]);
  return readTables(structure, mentions);
}
const mode = (item: Item | undefined) => (item?.detail?.of === 'livelihood' ? item.detail.mode : undefined);

describe('modes', () => {
  it.each([
    ['parts', '1|新增床位100张|100张|市民政局|—|50张|30张|20张', 'sum', [true, 100, 100]],
    [
      'parts with a city level',
      '1|新增床位100张|100张|市民政局|10张|50张|30张|10张',
      'sum',
      [true, 100, 100],
    ],
    ['parts that miss', '1|新增床位100张|100张|市民政局|—|50张|30张|19张', 'sum', [false, 100, 99]],
    ['scale differs', '1|安置3.5万户|35000户|市建委|—|20000户|10000户|5000户', 'sum', [true, 35000, 35000]],
    [
      'scale of target and cells',
      '1|安置3.5万户|3.5万户|市建委|—|20000户|10000户|5000户',
      'sum',
      [true, 35000, 35000],
    ],
    ['decimals', '1|整治水系100公里|100公里|市林水局|—|47.5公里|2.5公里|50公里', 'sum', [true, 100, 100]],
    ['units differ', '1|分配房源100套|100套|市建委|—|50户|30户|20户', 'sum', [false, 100, 100]],
    ['the same rate', '1|保障率达到83%|83%|市医保局|—|83%|83%|—', 'each', null],
    ['undivided', '1|新增就业25万人|25万人|市人社局|全市作为一个整体完成,不分解|||', 'whole', null],
    ['pairs, both count', '1|新增(提升)教学点20个|20个|团市委|—|5(4)个|6个|1(4)个', 'pair', [true, 20, 20]],
  ])('%s', (_why, rows, wanted, sum) => {
    const { items, checks } = read(rows);
    expect(mode(items[0])).toBe(wanted);
    const check = checks.find((one) => one.rule === 'allocation.sum');
    expect(check ? [check.ok, check.expected, check.found] : null).toEqual(sum);
  });
});

it('a dash is nothing allocated, and a bracket is the second number', () => {
  const { items } = read('1|新增教学点20个|20个|团市委|—|5(4)个|6个|');
  expect(items[0]?.allocations.map(({ unit, value, second }) => [unit, value, second])).toEqual([
    ['市本级', null, undefined],
    ['东山区', 5, 4],
    ['西河区', 6, undefined],
    ['南浦县', null, undefined],
  ]);
});

describe('layout', () => {
  it('a second target of a project inherits number, name and owner', () => {
    const { items, checks } = read(
      '8|提升12家机构,服务900人次|12家|市残联|—|4家|4家|4家\n||900人次||—|300人次|300人次|300人次',
    );
    expect(items.map((item) => [item.number, item.value, item.metric, item.owners[0]?.name])).toEqual([
      ['8', 12, '提升机构', '市残联'],
      ['8', 900, '服务', '市残联'],
    ]);
    expect(checks.filter((one) => one.rule === 'repair.filledOwner')).toHaveLength(1);
  });
  it('a row that slipped to the line above is put back, and said', () => {
    const { items, checks } = read(
      '15|开工保障房90套|90套|市建委|—|30套|30套|30套\n||800套||—|300套|300套|200套\n16|推出租赁房800套|800套||||\n17|加装电梯30台|30台||—|10台|10台|10台',
    );
    expect(items.map((item) => [item.number, item.value, item.allocations[1]?.value])).toEqual([
      ['15', 90, 30],
      ['16', 800, 300],
      ['17', 30, 10],
    ]);
    expect(checks.filter((one) => one.rule === 'repair.slippedRow')).toMatchObject([
      { ok: true, what: '16 推出租赁房800套' },
    ]);
  });
  it('a sum that fits no next row is not moved', () => {
    const { items } = read(
      '15|保障房90套|90套|市建委|—|30套|30套|30套\n||700套||—|300套|300套|200套\n16|租赁房800套|800套||||',
    );
    expect(items.map((item) => item.number)).toEqual(['15', '15', '16']);
  });
  it('names of places left in the first row belong to the head', () => {
    const { items } = read(
      '||||市本级|东山区|西河区|南浦县\n1|新增床位100张|100张|市民政局|—|50张|30张|20张',
      '序号|项目名称|量化目标|牵头单位|各县(市、区)任务分解|||',
    );
    expect(items[0]?.allocations.map((one) => one.unit)).toEqual(['市本级', '东山区', '西河区', '南浦县']);
  });
});

it('a schedule column gives the steps', () => {
  const { items } = read(
    '1|新增托位300个|300个|县卫健局|—|100个|100个|100个|6月底前120个;11月底前300个',
    `${head}|进度安排`,
  );
  expect(items[0]?.milestones.map((step) => [step.by, step.value])).toEqual([
    ['2025-06-30', 120],
    ['2025-11-30', 300],
  ]);
});

it('compares the numbers of a list with those of its decomposition', () => {
  const { structure, mentions } = aDocument([
    [
      '序号|项目名称|牵头单位|预计完成时间\n1|完成安置3.5万户|市建委|年底\n2|建成“宁静小区”50个|市生态环境局|年底',
      { caption: '民生实事项目责任清单' },
    ],
    [
      `${head}\n1|完成安置3.5万户|35000户|市建委|—|20000户|10000户|5000户\n2|建成宁静小区55个|55个|市生态环境局|—|20个|20个|15个`,
      { caption: '民生实事任务分解表' },
    ],
  ]);
  const twice = readTables(structure, mentions).checks.filter((one) => one.rule === 'number.twice');
  expect(twice.map((one) => [one.ok, one.expected, one.found])).toEqual([
    [true, 35000, 35000],
    [false, 50, 55],
  ]);
});

it('reads places down the side: one promise a column', () => {
  const { structure, mentions } = aDocument([
    [
      '单位|新增床位(张)|新建停车位(个)\n全市|500|3000\n东城区|300|1200\n北河县|150|1000\n南岭县|50|850',
      { caption: '民生实事任务分解表' },
    ],
  ]);
  const { items, checks } = readTables(structure, mentions);
  expect(
    items.map((item) => [
      item.title,
      item.value,
      item.unit,
      item.allocations.map((one) => `${one.unit}${String(one.value)}`),
    ]),
  ).toEqual([
    ['新增床位', 500, '张', ['东城区300', '北河县150', '南岭县50']],
    ['新建停车位', 3000, '个', ['东城区1200', '北河县1000', '南岭县850']],
  ]);
  expect(checks.map((one) => [one.rule, one.ok, one.expected, one.found])).toEqual([
    ['allocation.sum', true, 500, 500],
    ['allocation.sum', false, 3000, 3050],
  ]);
});
