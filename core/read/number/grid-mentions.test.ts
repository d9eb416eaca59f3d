// Numbers of tables: which unit a cell without one takes, and which cells hold no figure.
import { describe, expect, it } from 'vitest';
import type { GridBlock, GridCell } from '../structure.ts';
import { findGridMentions, readCell } from './grid-mentions.ts';
import { unitOfHeader, wholeUnit } from './header-unit.ts';
import { newSink, type Sink } from './sink.ts';

interface Table {
  readonly caption?: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A grid over a text that is its rows, cells parted by tabs. */
function scanned({ caption = '', header, rows }: Table): { text: string; sink: Sink } {
  const lines = rows.map((row) => row.join('\t'));
  const text = lines.join('\n');
  let at = 0;
  const gridRows = rows.map((row) => {
    const start = at;
    const cells = row.map((cell): GridCell => {
      const place = { start: at, end: at + cell.length, text: cell, filled: false };
      at += cell.length + 1;
      return place;
    });
    return { start, end: at - 1, cells };
  });
  const grid: GridBlock = {
    kind: 'grid',
    start: 0,
    end: text.length,
    caption,
    captionSpan: null,
    header,
    rows: gridRows,
    path: '',
    part: 0,
    notes: [],
    form: 'tabs',
    confidence: 100,
  };
  const sink = newSink();
  findGridMentions(text, grid, sink);
  return { text, sink };
}

const figures = (table: Table): string[] =>
  scanned(table).sink.mentions.map(({ value, unit, unitFrom }) => `${value} ${unit} ${unitFrom}`);

describe('units of a table', () => {
  it.each([
    {
      why: 'bracket in the column header',
      table: { header: ['领域', '项目数(个)', '年度投资(亿元)'], rows: [['交通', '12', '35.6']] },
      wanted: ['12 个 context', '35.6 亿元 context'],
    },
    {
      why: 'unit column, numbers of entries and years aside',
      table: {
        header: ['序号', '指标', '单位', '2026年目标', '属性'],
        rows: [
          ['1', '新增高新技术企业', '家', '2000', '预期性'],
          ['2', '细颗粒物(PM2.5)浓度', '微克/立方米', '低于28', '约束性'],
        ],
      },
      wanted: ['2000 家 context', '28 微克/立方米 context'],
    },
    {
      why: 'a cell prints its own unit',
      table: { header: ['指标', '单位', '完成'], rows: [['新增就业', '万人', '14.2,完成年度目标56.8%']] },
      wanted: ['14.2 万人 context', '56.8 % text'],
    },
    {
      why: 'metric cell with the unit of its row',
      table: { header: ['项目', '甲区', '乙区'], rows: [['新增充电桩300个', '120', '180']] },
      wanted: ['300 个 text', '120 个 context', '180 个 context'],
    },
    {
      why: 'unit of the caption',
      table: {
        caption: '表4 收支安排 单位:万元',
        header: ['科目', '预算数'],
        rows: [['教育支出', '5230.5']],
      },
      wanted: ['5230.5 万元 context'],
    },
    {
      why: 'columns named by what they share',
      table: { header: ['领域', '完成率'], rows: [['水利', '63.2']] },
      wanted: ['63.2 % context'],
    },
    {
      why: 'pairs and notes',
      table: {
        header: ['项目', '数量(个)'],
        rows: [
          ['新增(提升)', '5(4)'],
          ['预计', '45(预计)'],
        ],
      },
      wanted: ['5 个 context', '4 个 context', '45 个 context'],
    },
  ])('$why', ({ table, wanted }) => {
    expect(figures(table)).toEqual(wanted);
  });

  it('numbers of entries are neutral', () => {
    const { sink } = scanned({
      header: ['序号', '任务'],
      rows: [
        ['1', '提质'],
        ['2', '增效'],
      ],
    });
    expect(sink.neutrals.map((found) => found.why)).toEqual(['listNumber', 'listNumber']);
  });
});

describe('unit words of headers', () => {
  it.each([
    ['总投资额(亿元)', '亿元'],
    ['房源(套(间))', '套(间)'],
    ['目标(2026年)', ''],
    ['占比(%)', '%'],
    ['单位:万人次', '万人次'],
    ['责任单位', ''],
    ['区、县(市)', ''],
  ])('%s', (header, unit) => {
    expect(unitOfHeader(header)).toBe(unit);
  });

  it('takes a unit only as a whole', () => {
    expect([wholeUnit('微克/立方米'), wholeUnit('其中'), wholeUnit('-'), wholeUnit('2026')]).toEqual([
      '微克/立方米',
      '',
      '',
      '',
    ]);
  });
});

describe('readCell', () => {
  it.each([
    { text: '14.08,完成年度目标56.3%', unit: '万人', wanted: [14.08, '万人', 'context'] },
    { text: '全市60个断面优良比例97.9%', unit: '%', wanted: [97.9, '%', 'text'] },
    { text: '>95', unit: '%', wanted: [95, '%', 'context'] },
    { text: '2024', unit: '家', wanted: [2024, '家', 'context'] },
    { text: '-0.4', unit: '%', wanted: [-0.4, '%', 'context'] },
  ])('$text in a column of $unit', ({ text, unit, wanted }) => {
    const figure = readCell(text, unit);
    expect([figure?.value, figure?.unit, figure?.unitFrom]).toEqual(wanted);
  });

  it.each(['—', '稳步提高', '', '2025年底'])('%s holds no figure', (text) => {
    expect(readCell(text, '%')).toBeNull();
  });
});
