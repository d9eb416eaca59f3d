// Groups of a difference add up to the whole.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from './difference.ts';
import { differenceBy, sizeBandOf } from './difference-by.ts';

describe('a difference by groups', () => {
  it('adds up to the difference of all, whatever the groups', () => {
    const pair = fc.tuple(fc.nat(1e9), fc.nat(1e9), fc.constantFrom('east', 'west', ''));
    fc.assert(
      fc.property(fc.array(pair), (rows) => {
        const [before, after] = [rows.map(([was]) => was), rows.map(([, is]) => is)];
        const whole = differenceOf(before, after);
        const groups = differenceBy(before, after, (row) => rows[row]?.[2] ?? '');
        for (const key of ['subjects', 'winners', 'losers', 'before', 'after'] as const)
          expect(groups.reduce((sum, group) => sum + group[key], 0)).toBe(whole[key]);
      }),
    );
  });

  it('refuses payouts of two registers', () => {
    expect(() => differenceBy([1], [], () => '')).toThrow(RangeError);
  });

  it.each([
    [19, 'micro'],
    [20, 'small'],
    [299, 'small'],
    [300, 'medium'],
    [1000, 'large'],
    [Number.NaN, 'unknown'],
  ])('%d people are %s', (employees, band) => {
    expect(sizeBandOf(employees)).toBe(band);
  });
});
