// Tables of budget lines: what each bad cell is called, the declared unit, and under which line a code lies.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parentByCode, readLineRows } from './line-rows.ts';

const heading = ['科目编码', '科目名称', '收支', '经济分类编码', '年初预算(万元)', '执行数'];
const read = (row: readonly string[], unit: '亿元' | '万元' = '万元') =>
  readLineRows({ sheet: '表', rows: [['某市预算表'], heading, row], unit });

describe('rows of lines', () => {
  it.each<readonly [why: string, row: readonly string[], at: string, code: string]>([
    ['no name', ['205', '', '', '', '1', ''], 'B3', 'lineRows.nameMissing'],
    ['four digits', ['2050', '教育', '', '', '1', ''], 'A3', 'lineRows.codeShape'],
    ['neither income nor expenditure', ['', '教育', '', '', '1', ''], 'C3', 'lineRows.sideUnknown'],
    [
      'a functional code where an economic one is asked',
      ['205', '教育', '', '205', '1', ''],
      'D3',
      'lineRows.economicShape',
    ],
    ['words for a number', ['205', '教育', '', '', '一百', ''], 'E3', 'lineRows.notNumber'],
    ['below zero', ['205', '教育', '', '', '', '-3'], 'F3', 'lineRows.negative'],
    ['dashes only', ['205', '教育', '', '', '—', '-'], 'E3', 'lineRows.noAmount'],
  ])('%s', (_why, row, at, code) => {
    expect(read(row).refused.map((each) => [each.at, each.code])).toEqual([[at, code]]);
  });

  it('brings the declared unit to 亿元 exactly, and keeps typed 亿元 with its digits', () => {
    const row = ['205', '教育', '', '', '1,234,560', ''];
    expect(read(row).taken[0]).toMatchObject({
      side: 'expenditure',
      amounts: { approved: '123.456' },
      cells: { approved: 'E3' },
    });
    expect(read(['', '捐赠', '收入', '', '60.0', ''], '亿元').taken[0]).toMatchObject({
      side: 'income',
      amounts: { approved: '60.0' },
    });
  });

  it('needs a heading, and one name of each line', () => {
    expect(readLineRows({ sheet: '表', rows: [['随便'], ['1']], unit: '亿元' }).refused[0]?.code).toBe(
      'rows.noHeading',
    );
    const row = ['205', '教育', '', '', '1', ''];
    const twice = readLineRows({ sheet: '表', rows: [heading, row, row], unit: '亿元' });
    expect([twice.taken.length, twice.refused[0]?.code]).toEqual([1, 'lineRows.twice']);
  });

  it('takes or refuses every row that is not empty', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '205', '20502', '教育', '1.5', '收入', '50101', '-'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const found = readLineRows({ sheet: '表', rows: [heading, ...rows], unit: '万元' });
        const filled = rows.filter((cells) => cells.some((text) => text.trim() !== '')).length;
        expect([found.total, found.taken.length + found.refused.length]).toEqual([filled, filled]);
      }),
    );
  });
});

it.each([
  // code, economic code → under
  ['2050201', null, '20502'],
  ['20503', null, '205'],
  ['2050201', '30101', '2050201'],
  ['206', null, null],
])('%s with %s lies under %s', (functionCode, economicCode, under) => {
  const lines = ['205', '20502', '2050201'].map((code) => ({
    functionCode: code,
    economicCode: null,
    side: 'expenditure' as const,
  }));
  const parent = parentByCode({ functionCode, economicCode, side: 'expenditure' }, lines);
  expect(parent?.functionCode ?? null).toBe(under);
});
