// What a figure with a unit is: exact, in its base unit, with the unit in its type so that unlike units cannot be added.

import type { Decimal } from './decimal.ts';
import * as decimals from './decimal.ts';
import { type BaseUnit, readUnit } from './unit.ts';

export interface Amount<U extends BaseUnit = BaseUnit> {
  readonly unit: U;
  /** In the base unit: 3.2 亿元 is 320000000 of CNY. */
  readonly value: Decimal;
  /** Power of ten it was printed with, for display only. */
  readonly scale: number;
}

/** @throws RangeError for text that is no number: amounts in rules are written by us. */
const amountOf =
  <U extends BaseUnit>(unit: U) =>
  (text: string, scale = 0): Amount<U> => ({
    unit,
    value: decimals.scaleByTen(decimals.decimal(text), scale),
    scale,
  });

export const yuan = amountOf('CNY');
export const dollars = amountOf('USD');
export const percent = amountOf('percent');
export const percentagePoints = amountOf('percentagePoint');
export const people = amountOf('each:人');
export const sites = amountOf('each:个');

/** A printed number with its printed unit; null where the number cannot be read. */
export function amountFromPrinted(number: string, unit: string): Amount | null {
  const value = decimals.parseDecimal(number);
  if (!value) return null;
  const { base, power } = readUnit(unit);
  return { unit: base, value: decimals.scaleByTen(value, power), scale: power };
}

/** The sum keeps the larger display scale. Unlike units do not compile. */
export const add = <U extends BaseUnit>(a: Amount<U>, b: Amount<NoInfer<U>>): Amount<U> => ({
  unit: a.unit,
  value: decimals.add(a.value, b.value),
  scale: Math.max(a.scale, b.scale),
});

export const subtract = <U extends BaseUnit>(a: Amount<U>, b: Amount<NoInfer<U>>): Amount<U> => ({
  unit: a.unit,
  value: decimals.subtract(a.value, b.value),
  scale: Math.max(a.scale, b.scale),
});

export const compare = <U extends BaseUnit>(a: Amount<U>, b: Amount<NoInfer<U>>): number =>
  decimals.compare(a.value, b.value);

/** A rate moves by percentage points and by nothing else; the answer is a rate again. */
export const moveBy = (rate: Amount<'percent'>, by: Amount<'percentagePoint'>): Amount<'percent'> => ({
  unit: 'percent',
  value: decimals.add(rate.value, by.value),
  scale: 0,
});

/** The number in the unit it was printed in. */
export const printAmount = (amount: Amount): string =>
  decimals.printDecimal(decimals.trim(decimals.scaleByTen(amount.value, -amount.scale)));

/** a ÷ b of one unit, as a plain number; null where b is zero. */
export const shareOf = <U extends BaseUnit>(
  part: Amount<U>,
  whole: Amount<NoInfer<U>>,
  places = 4,
): Decimal | null => decimals.divide(part.value, whole.value, places, 'halfUp');
