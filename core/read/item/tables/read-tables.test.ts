// What must hold for any table: no crash, spans inside the text, cost that grows with the table.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aDocument } from './grid.fixture.ts';
import { readTables } from './read-tables.ts';

const heads = [
  '序号',
  '类别',
  '指标名称',
  '项目名称',
  '单位',
  '2025年目标',
  '上半年完成情况',
  '增速(%)',
  '牵头单位',
  '量化目标',
  '东山区',
  '西河区',
  '南浦县',
  '投资额(亿元)',
  '占比(%)',
  '进度安排',
  '完成时限',
  '属性',
  '备注',
  '',
];
const cells = [
  '',
  '1',
  '2',
  '合计',
  '小计',
  '新增床位300张',
  '氨氮',
  '万吨',
  '%',
  '—',
  '增长5以上',
  '5(4)个',
  '83%',
  '10个',
  '12.5',
  '市民政局、市财政局',
  '11月底',
  '3月前定点;6月底前不少于100张',
  '全市统筹,不分解',
  '一、税收收入',
  '其中:',
  '约束性',
  '[规范]',
  '1—5星',
];

const cell = fc.constantFrom(...cells);
const table = fc.integer({ min: 1, max: 9 }).chain((width) =>
  fc.record({
    header: fc.array(fc.constantFrom(...heads), { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(cell, { minLength: 1, maxLength: width + 2 }), { minLength: 1, maxLength: 8 }),
    caption: fc.constantFrom('', '2025年民生实事任务分解表', '表1 主要指标', '2025年预算表 单位:万元'),
  }),
);

it('reads any arrangement of heads and cells without failing, all spans inside the text', () => {
  fc.assert(
    fc.property(table, ({ header, rows, caption }) => {
      const lines = [header, ...rows].map((row) => row.join('|')).join('\n');
      const { structure, mentions } = aDocument([[lines, { caption }]]);
      const { items, checks, unread } = readTables(structure, mentions);
      const { length } = structure.folded.text;
      for (const span of [
        ...items,
        ...checks,
        ...unread,
        ...items.flatMap((item) => [...item.milestones, ...item.allocations]),
      ]) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(length);
      }
      for (const check of checks) {
        if (typeof check.found === 'number') expect(Number.isFinite(check.found)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it.each([
  ['nothing but totals', '项目|金额(万元)', '合计|1'],
  ['nothing but fields', '序号|项目|金额(万元)', '一|甲|1'],
  ['rates', '项目|甲(万元)|乙(万元)|比例(%)', '丙|1|2|50'],
  ['slipped lines', '序号|项目名称|量化目标|东区|西区|南县', '||5个|1个|2个|2个'],
  ['one long schedule', '项目名称|牵头单位|进度安排', `新增床位300张|市民政局|${'6月底前100张;'.repeat(4)}`],
])('three thousand rows of %s', (_why, head, row) => {
  const { structure, mentions } = aDocument([[`${head}\n${`${row}\n`.repeat(3000)}`, { caption: '表' }]]);
  expect(() => readTables(structure, mentions)).not.toThrow();
});
