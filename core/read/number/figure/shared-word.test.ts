// A shared word is the printed one, whatever was asked for before at the same place of the table.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedWord } from './shared-word.ts';

describe('sharedWord', () => {
  it.each([
    ['a unit', '新增5亿元。', 3, 5, '亿元'],
    ['the same first and last sign and length, another word', '平方米平立米', 3, 6, '平立米'],
    ['nothing', '5个', 1, 1, ''],
    ['too long to be kept', '一二三四五六七八九十', 0, 10, '一二三四五六七八九十'],
  ])('%s', (_why, text, start, end, word) => {
    sharedWord('平方米', 0, 3);
    expect(sharedWord(text, start, end)).toBe(word);
  });

  it('is always the slice', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'亿万元个米方平') }), fc.nat(12), (text, at) => {
        const start = Math.min(at, text.length);
        expect(sharedWord(text, start, text.length)).toBe(text.slice(start));
      }),
    ));
});
