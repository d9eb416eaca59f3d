// When a figure meets a bound, row by row.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Comparator,
  excludesItsNumber,
  type GoodWay,
  isMet,
  type Meeting,
  meets,
} from './comparator.ts';
import { type Decimal, decimal } from './decimal.ts';

const values = (text: string): readonly [Decimal] | readonly [Decimal, Decimal] => {
  const [first = '0', second] = text.split('..');
  return second === undefined ? [decimal(first)] : [decimal(first), decimal(second)];
};

describe('meets', () => {
  it.each<[string, Comparator, string, boolean, string, GoodWay, Meeting]>([
    // why this row is here                     comparator value      strict figure  good      meeting
    ['a bare number is a floor when more is good', 'eq', '6', false, '6.9', 'higher', 'met'],
    ['and a ceiling when less is good', 'eq', '1.63', false, '1.72', 'lower', 'missed'],
    ['about, a little below', 'approx', '6', false, '5.7', 'higher', 'withinTolerance'],
    ['about, at the edge of the tolerance', 'approx', '6', false, '5.5', 'higher', 'withinTolerance'],
    ['about, past the edge', 'approx', '6', false, '5.49', 'higher', 'beyondTolerance'],
    ['about, far above', 'approx', '5.5', false, '6.9', 'higher', 'met'],
    ['prices: too low is a miss', 'approx', '2', false, '-0.4', 'around', 'beyondTolerance'],
    ['prices: too high is a miss', 'approx', '2', false, '2.6', 'around', 'beyondTolerance'],
    ['prices: near is near', 'approx', '2', false, '1.6', 'around', 'withinTolerance'],
    ['a ceiling on prices is only a ceiling', 'le', '3', false, '0.2', 'around', 'met'],
    ['on a floor', 'ge', '95', false, '95', 'higher', 'met'],
    ['on a floor that excludes itself', 'ge', '95', true, '95', 'higher', 'onTheBound'],
    ['on a ceiling that excludes itself', 'le', '28', true, '28', 'lower', 'onTheBound'],
    ['a floor has no tolerance', 'ge', '35', false, '34.9', 'higher', 'missed'],
    ['range, inside', 'range', '4.5..5', false, '4.8', 'around', 'met'],
    ['range of growth, above is good', 'range', '4.5..5', false, '6', 'higher', 'met'],
    ['range of growth, below', 'range', '4.5..5', false, '4.4', 'higher', 'missed'],
    ['range of prices, above', 'range', '1..2', false, '2.6', 'around', 'beyondTolerance'],
  ])('%s', (_why, comparator, value, strict, figure, goodWay, meeting) => {
    expect(
      meets({ comparator, values: values(value), strict }, decimal(figure), goodWay, decimal('0.5')),
    ).toBe(meeting);
  });

  it('is the same rule seen in a mirror for falling', () => {
    const tenths = fc.integer({ min: -1000, max: 1000 });
    const asDecimal = (n: number): Decimal => ({ coefficient: BigInt(n), places: 1 });
    fc.assert(
      fc.property(tenths, tenths, fc.constantFrom<Comparator>('eq', 'approx'), (goal, figure, comparator) => {
        const rising = meets(
          { comparator, values: [asDecimal(goal)], strict: false },
          asDecimal(figure),
          'higher',
          asDecimal(5),
        );
        const falling = meets(
          { comparator, values: [asDecimal(-goal)], strict: false },
          asDecimal(-figure),
          'lower',
          asDecimal(5),
        );
        expect(falling).toBe(rising);
      }),
    );
  });

  it('never turns worse when the figure gets better', () => {
    const tenths = fc.integer({ min: -1000, max: 1000 });
    const asDecimal = (n: number): Decimal => ({ coefficient: BigInt(n), places: 1 });
    fc.assert(
      fc.property(tenths, tenths, fc.nat(500), fc.boolean(), (goal, figure, more, strict) => {
        const bound = { comparator: 'ge' as const, values: [asDecimal(goal)] as const, strict };
        const before = isMet(meets(bound, asDecimal(figure), 'higher', asDecimal(5)));
        const after = isMet(meets(bound, asDecimal(figure + more), 'higher', asDecimal(5)));
        expect(before && !after).toBe(false);
      }),
    );
  });
});

describe('excludesItsNumber', () => {
  it.each([
    ['低于28', true],
    ['高于88', true],
    ['>95', true],
    ['不低于28', false],
    ['不高于5', false],
    ['≥95', false],
    ['95以上', false],
    ['5以内', false],
    ['不少于100个', false],
    ['少于10起', true],
  ])('%s: %s', (printed, strict) => expect(excludesItsNumber(printed)).toBe(strict));
});
