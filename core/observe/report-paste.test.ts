// Pasted text and tables with a heading: every cell that is not taken is named, and taken + refused is the total.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import { cellName, findHeading } from '../quantity/sheet.ts';
import type { FigureContext } from './figure-check.ts';
import { type EntrySlot, placePaste, readGrid } from './report-paste.ts';
import { type AskedFigure, readRows, rowFields, rowHeadings } from './report-rows.ts';

const context = (metric: string): FigureContext => ({
  metric,
  measure: 'flow',
  goodWay: 'higher',
  unit: '个',
  cumulative: true,
  last: null,
  lastPeriod: '',
  least: null,
  most: null,
  today: isoDate('2025-07-05'),
  periods: ['2025-H1'],
});

const slot = (metric: string, placeId: string): EntrySlot => ({
  commitmentId: metric,
  placeId,
  period: '2025-H1',
  context: context(metric),
});

describe('readGrid', () => {
  it.each([
    // why this row is here               text                          cells
    [
      'tabs as a spreadsheet copies',
      '1\t2\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'commas as CSV',
      '1,2\r\n3,4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['a comma inside tabs stays', '1,234\t2', [['1,234', '2']]],
    ['quotes hold commas and line ends', '"1,234","a\nb"', [['1,234', 'a\nb']]],
    ['doubled quotes', '"a ""b"" c"\tx', [['a "b" c', 'x']]],
    ['an empty cell stays', '1\t\t3', [['1', '', '3']]],
    ['trailing empty lines are no rows', '1\n\n\n', [['1']]],
    ['an old line end', '1\r2', [['1'], ['2']]],
    ['a byte order mark', '\uFEFF1\t2', [['1', '2']]],
    ['nothing', '', []],
    ['a quote within a cell is a sign', '5"\t6', [['5"', '6']]],
  ])('%s', (_why, text, cells) => expect(readGrid(text).cells).toEqual(cells));

  it('says where a quote is never closed', () => {
    expect(readGrid('1\t2\n"3\t4').openQuoteAt).toBe(1);
    expect(readGrid('"1"\t2').openQuoteAt).toBeNull();
  });

  it('reads back what a spreadsheet writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('1', 'a', '"', '\t', '\n', ',', '甲') });
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.map(quote).join('\t')).join('\n');
        const read = readGrid(text).cells;
        const kept = rows.findLastIndex((row) => row.some((each) => each.trim() !== '')) + 1;
        expect(read).toEqual(rows.slice(0, kept));
      }),
    );
  });
});

describe('placePaste', () => {
  const slots = [
    [slot('食堂', 'east'), slot('食堂', 'west')],
    [slot('车位', 'east'), null],
  ];
  it('takes what fits and names every other cell', () => {
    const found = placePaste('12\t约3\t9\n7\t8\n1', slots, 0, 0);
    expect(
      found.taken.map(({ at, entry }) => `${at} ${entry.metric} ${entry.placeId} ${entry.value}`),
    ).toEqual(['A1 食堂 east 12', 'A2 车位 east 7']);
    expect(found.refused.map(({ at, code, text }) => `${at} ${code} ${text}`)).toEqual([
      'B1 figure.numberInvalid 约3',
      'C1 paste.outsideTable 9',
      'B2 paste.notAsked 8',
      'A3 paste.outsideTable 1',
    ]);
    expect(found.total).toBe(6);
  });

  it('starts at the cell that has the focus', () => {
    const found = placePaste('5', slots, 1, 0);
    expect(found.taken[0]?.entry.metric).toBe('车位');
    expect(placePaste('5', slots, -1, 0).refused[0]?.code).toBe('paste.outsideTable');
  });

  it('taken and refused are always the total of filled cells', () => {
    const cell = fc.constantFrom('', ' ', '1', '2.5', 'x', '正常进行中', '"', '1e5');
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 }),
        fc.nat(2),
        fc.nat(2),
        (rows, row, column) => {
          const text = rows.map((cells) => cells.join('\t')).join('\n');
          const { taken, refused, total } = placePaste(text, slots, row, column);
          const filled = readGrid(text)
            .cells.flat()
            .filter((each) => each.trim() !== '').length;
          expect([taken.length + refused.length, total]).toEqual([total, filled]);
        },
      ),
    );
  });
});

it.each([
  [0, 0, 'A1'],
  [6, 3, 'D7'],
  [0, 25, 'Z1'],
  [0, 26, 'AA1'],
  [99, 701, 'ZZ100'],
  [0, 702, 'AAA1'],
])('row %i, column %i is %s', (row, column, name) => expect(cellName(row, column)).toBe(name));

describe('readRows', () => {
  const asked: readonly AskedFigure[] = ['east', 'west'].map((placeId) => ({
    commitmentId: 'c1',
    placeId,
    period: '2025-H1',
    context: context('食堂'),
  }));
  const find = ({ metric, place }: { readonly metric: string; readonly place: string }): AskedFigure | null =>
    asked.find((each) => each.context.metric === metric && each.placeId === place) ?? null;
  const heading = ['序号', '指标名称', '区县', '计量单位', '完成值（累计）'];

  it('takes good rows and names each bad cell by sheet, row and column', () => {
    const found = readRows(
      '附表1',
      [
        ['2025年上半年'],
        heading,
        ['1', '食堂', 'east', '个', '12'],
        ['2', '食堂', 'west', '万元', '12'],
        ['3', '食堂', 'north', '个', '12'],
        ['', '', '', '', ''],
        ['4', '食堂', 'west', '个', '约12'],
        ['5', '食堂', 'east', '个', '13'],
      ],
      find,
    );
    expect(found.taken.map(({ row, entry }) => [row, entry.placeId, entry.value])).toEqual([
      [2, 'east', '12'],
    ]);
    expect(found.refused.map(({ sheet, at, code }) => `${sheet} ${at} ${code}`)).toEqual([
      '附表1 D4 figure.unitMismatch',
      '附表1 B5 rows.figureUnknown',
      '附表1 E7 figure.numberInvalid',
      '附表1 B8 rows.figureTwice',
    ]);
    expect(found.total).toBe(5);
  });

  it.each([
    [
      'no heading',
      [
        ['1', '2'],
        ['3', '4'],
      ],
      'rows.noHeading',
      2,
    ],
    [
      'a heading twice',
      [
        [...heading, '指标'],
        ['1', '食堂', 'east', '个', '1', ''],
      ],
      'rows.headingTwice',
      1,
    ],
  ])('refuses every row of a sheet with %s', (_why, rows, code, total) => {
    const found = readRows('表', rows, find);
    expect([found.taken.length, found.total]).toEqual([0, total]);
    expect(new Set(found.refused.map((each) => each.code))).toEqual(new Set([code]));
  });

  it('finds the heading under a title, with brackets and spaces', () => {
    const rows = [['标题'], ['指 标', '完成值(万元)']];
    const found = findHeading(rows, rowFields, rowHeadings, ['metric', 'value']);
    expect([
      found?.row,
      found?.columnOf('metric'),
      found?.columnOf('value'),
      found?.columnOf('unit'),
    ]).toEqual([1, 0, 1, -1]);
  });
});
