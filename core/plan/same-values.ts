// When two printed targets ask for the same number: 85.8万人次 is 858000人次, and 859万 under a name that counts people is 859万人.
import {
  add,
  compare,
  type Decimal,
  parseDecimal,
  printDecimal,
  scaleByTen,
  trim,
} from '../quantity/decimal.ts';
import { readUnit } from '../quantity/unit.ts';
import type { DecimalText, PlaceShare, Target } from './commitment.ts';

/** A unit without a noun (万) fits every count; money, rates and measures must be named. */
export function countsAlike(a: string, b: string): boolean {
  const [left, right] = [readUnit(a).base, readUnit(b).base];
  if (left === right) return true;
  return (left === 'none' && right.startsWith('each:')) || (right === 'none' && left.startsWith('each:'));
}

const inBase = (value: DecimalText, power: number): Decimal | null => {
  const read = parseDecimal(value);
  return read ? scaleByTen(read, power) : null;
};

/** False for worded targets: words are not compared as numbers. */
export function sameValues(a: Target, b: Target): boolean {
  if (a.values.length === 0 || a.values.length !== b.values.length || !countsAlike(a.unit, b.unit))
    return false;
  const [left, right] = [readUnit(a.unit).power, readUnit(b.unit).power];
  return a.values.every((value, index) => {
    const [one, two] = [inBase(value, left), inBase(b.values[index] ?? '', right)];
    return one !== null && two !== null && compare(one, two) === 0;
  });
}

/** Shares of places, moved from the unit they were printed in to that of the target they spread. */
export function sharesIn(shares: readonly PlaceShare[], from: string, to: string): readonly PlaceShare[] {
  const power = readUnit(from).power - readUnit(to).power;
  if (power === 0) return shares;
  const move = (value: DecimalText | null): DecimalText | null => {
    const moved = value === null ? null : inBase(value, power);
    return moved ? printDecimal(trim(moved)) : null;
  };
  return shares.map((share) => ({
    place: share.place,
    value: move(share.value),
    second: move(share.second),
  }));
}

/** True where the single numbers of the parts, in whatever scale they are printed, add up to that of the whole. */
export function isSumOf(whole: Target, parts: readonly Target[]): boolean {
  const [value] = whole.values;
  const total = value === undefined ? null : inBase(value, readUnit(whole.unit).power);
  let sum: Decimal | null = null;
  for (const part of parts) {
    const [only] = part.values;
    const read =
      only === undefined || part.values.length > 1 || !countsAlike(part.unit, whole.unit)
        ? null
        : inBase(only, readUnit(part.unit).power);
    if (read === null) return false;
    sum = sum === null ? read : add(sum, read);
  }
  return total !== null && sum !== null && compare(total, sum) === 0;
}
