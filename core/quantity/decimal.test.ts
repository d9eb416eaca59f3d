// Laws of exact numbers: what is read is what is printed, sums equal whole-number sums, order is an order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  type Decimal,
  decimal,
  decimalFromNumber,
  divide,
  multiply,
  parseDecimal,
  printDecimal,
  type Rounding,
  round,
  scaleByTen,
  subtract,
  sum,
  trim,
} from './decimal.ts';

const anyDecimal: fc.Arbitrary<Decimal> = fc.record({
  coefficient: fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
  places: fc.integer({ min: 0, max: 12 }),
});

/** The same number as a whole count of 10^-12, computed without the functions under test. */
const asTrillionths = (value: Decimal): bigint => value.coefficient * 10n ** BigInt(12 - value.places);

describe('decimal', () => {
  it('prints what it read and reads what it printed', () => {
    fc.assert(
      fc.property(anyDecimal, (value) => {
        const printed = printDecimal(value);
        expect(parseDecimal(printed)).toEqual(value);
        expect(printDecimal(decimal(printed))).toBe(printed);
      }),
    );
  });

  it('adds as whole numbers add', () => {
    fc.assert(
      fc.property(fc.array(anyDecimal, { maxLength: 20 }), (values) => {
        expect(asTrillionths(sum(values))).toBe(values.map(asTrillionths).reduce((a, b) => a + b, 0n));
      }),
    );
  });

  it('subtracts back to where it was, multiplies like fractions', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        const product = multiply(a, b);
        expect(product.coefficient * 10n ** BigInt(24 - product.places)).toBe(
          asTrillionths(a) * asTrillionths(b),
        );
      }),
    );
  });

  it('orders as whole numbers order, and trimming or scaling there and back changes nothing', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, fc.integer({ min: 0, max: 12 }), (a, b, power) => {
        const [left, right] = [asTrillionths(a), asTrillionths(b)];
        expect(compare(a, b)).toBe(left < right ? -1 : left > right ? 1 : 0);
        expect(compare(trim(a), a)).toBe(0);
        expect(compare(scaleByTen(scaleByTen(a, power), -power), a)).toBe(0);
      }),
    );
  });

  it('divides within half of the last place', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, fc.integer({ min: 0, max: 10 }), (a, b, places) => {
        const quotient = divide(a, b, places, 'halfUp');
        if (quotient === null) {
          expect(b.coefficient).toBe(0n);
          return;
        }
        const error = subtract(multiply(quotient, b), a);
        const half = multiply(b, { coefficient: 5n, places: places + 1 });
        const size = (value: Decimal): Decimal =>
          value.coefficient < 0n ? { ...value, coefficient: -value.coefficient } : value;
        expect(compare(size(error), size(half))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it.each<[string, string, number, Rounding, string]>([
    // why this row is here                 value     places rounding    result
    ['a tie goes away from zero', '2.345', 2, 'halfUp', '2.35'],
    ['a negative tie too', '-2.345', 2, 'halfUp', '-2.35'],
    ['a tie to the even digit', '2.345', 2, 'halfEven', '2.34'],
    ['cut', '2.349', 2, 'down', '2.34'],
    ['any rest counts up', '2.341', 2, 'up', '2.35'],
    ['more places than it has', '2.3', 3, 'down', '2.300'],
  ])('rounds: %s', (_why, value, places, rounding, result) => {
    expect(printDecimal(round(decimal(value), places, rounding))).toBe(result);
  });

  it.each([
    ['an exponent', '1e400'],
    ['an exponent that would fit', '1e2'],
    ['not a number', 'NaN'],
    ['infinity', 'Infinity'],
    ['full width: reading folds before', '５.５'],
    ['a bare point', '.5'],
    ['a trailing point', '5.'],
    ['a space', '5 5'],
    ['commas that are not thousands', '1,23'],
    ['hexadecimal', '0x10'],
    ['nothing', ''],
    ['a sign alone', '-'],
    ['two points', '1.2.3'],
    ['a sign inside', '1-2'],
    ['13 places', `0.${'1'.repeat(13)}`],
    ['31 digits', '1'.repeat(31)],
  ])('refuses %s', (_why, text) => {
    expect(parseDecimal(text)).toBeNull();
    expect(() => decimal(text)).toThrow(RangeError);
  });

  it.each([
    ['negative zero is zero', '-0', '0'],
    ['negative zero with places', '-0.00', '0.00'],
    ['places are kept', '5.50', '5.50'],
    ['leading zeros go', '007', '7'],
    ['thousands', '1,234,567.8', '1234567.8'],
    ['a plus sign', '+3', '3'],
  ])('reads: %s', (_why, text, printed) => {
    expect(printDecimal(decimal(text))).toBe(printed);
  });

  it.each([
    [0.1, '0.1'],
    [1e-7, '0.0000001'],
    [1.5e21, '1500000000000000000000'],
    [-0, '0'],
  ])('takes the number %d as %s', (value, printed) => {
    const read = decimalFromNumber(value);
    expect(read && printDecimal(read)).toBe(printed);
  });

  it('takes no number that is none', () => {
    expect(decimalFromNumber(Number.NaN)).toBeNull();
    expect(decimalFromNumber(Number('1e400'))).toBeNull();
  });
});
