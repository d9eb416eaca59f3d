// Numbers in digits and in Chinese numerals.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseValue, readNumeral } from './numeral.ts';

describe('readNumeral', () => {
  it('gives the same value as the language for any decimal', () => {
    const decimal = fc
      .tuple(
        fc.nat({ max: 999_999_999 }),
        fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 6 }),
      )
      .map(([whole, rest]) => (rest === '' ? `${whole}` : `${whole}.${rest}`));
    fc.assert(
      fc.property(decimal, (text) => readNumeral(text, 0, text.length, false).value === Number(text)),
    );
  });

  it.each([
    ['1,234.5亿', 1234.5, 7],
    ['12,345,678', 12345678, 10],
    ['12,34', 12, 2],
    ['14.08,完成', 14.08, 5],
    ['3.', 3, 1],
    ['12345678901234567890', 12345678901234567000, 20],
  ])('%s', (text, value, end) => {
    expect(readNumeral(text, 0, text.length, false)).toMatchObject({ value, end });
  });

  it('takes decimals that a space has parted only where a scale or % follows', () => {
    expect(readNumeral('1. 6万', 0, 5, true).value).toBe(1.6);
    expect(readNumeral('1. 6月', 0, 5, true).value).toBe(1);
  });
});

describe('chineseValue', () => {
  it.each([
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百零五', 105],
    ['三千五百万', 35_000_000],
    ['一万三千亿', 1_300_000_000_000],
    ['两', 2],
    ['三三', null],
    ['百千', null],
  ])('%s', (run, value) => {
    expect(chineseValue(run)).toBe(value);
  });
});
