import { describe, expect, it } from 'vitest';
import { columns, cut, placeOf, quote, widthOf } from './print.ts';

describe('layout for terminals', () => {
  it.each([
    ['Chinese signs take two columns', '计划5%', 6],
    ['full-width digits too', '５', 2],
    ['a sign outside the basic plane', '𠮷', 2],
  ])('%s', (_why, text, width) => expect(widthOf(text)).toBe(width));

  it('cuts to a width, never through a wide sign', () => {
    expect(cut('新增托位', 5)).toBe('新增…');
    expect(cut('新增', 4)).toBe('新增');
  });

  it('aligns columns of mixed width', () => {
    expect(
      columns(
        [
          ['甲区', '1'],
          ['a', '20'],
        ],
        [10, 4],
        [1],
      ),
    ).toEqual(['甲区   1', 'a     20']);
  });

  it('counts lines and signs from one', () => {
    expect(placeOf('甲\n乙𠮷丙', 5)).toEqual({ line: 2, column: 3 });
    expect(placeOf('甲', 0)).toEqual({ line: 1, column: 1 });
  });

  it('quotes a bare number with what stands around it, on its line', () => {
    const text = '上一行\n全市新增托位500个，完成\n下一行';
    const start = text.indexOf('500');
    expect(quote(text, { start, end: start + 3 })).toBe('全市新增托位500个，完成');
  });
});
