// How an exact decimal is held in a double: as a whole number of units of 10^-places, small enough that every product
// and difference of the judging rules is whole and below 2^53, where doubles are exact.
import { type Decimal, trim } from '../../quantity/decimal.ts';

/** Shares are whole numbers of 1/10,000, the four places to which the rules work them out. */
export const SHARE_UNIT = 10_000;

/** A share is (a − b) × 10,000 ÷ (c − d): with every number at most this, no step passes 2^53. */
export const LIMIT = Math.floor(2 ** 52 / SHARE_UNIT);

/** A figure with more places than this does not set the scale of its row; it goes the exact way alone. */
export const MOST_PLACES = 6;

/** Largest share that a column of 32 bits holds. */
export const SHARE_LIMIT = 2 ** 31 - 1;

/** Decimal places that a number needs: 5.50 needs one. */
export const placesOf = (value: Decimal): number => trim(value).places;

/** The number in units of 10^-places; NaN where it does not fit, and then the exact path must decide. */
export function scaled(value: Decimal, places: number): number {
  const { coefficient, places: own } = trim(value);
  if (own > places || places > 15) return Number.NaN;
  const size = Number(coefficient) * 10 ** (places - own);
  return size >= -LIMIT && size <= LIMIT ? size : Number.NaN;
}

/**
 * top × 10,000 ÷ bottom, cut towards zero; bottom > 0. Math.trunc of the rounded quotient is the true one: a quotient
 * that rounds up to the next whole number k lies within k × 2^-54 of it, but misses it by at least 1 ÷ bottom, and
 * k × bottom < 2^54.
 */
export const shareDown = (top: number, bottom: number): number => Math.trunc((top * SHARE_UNIT) / bottom);

/** The same rounded half away from zero (GB/T 8170 without the even rule); bottom > 0. */
export function shareHalfUp(top: number, bottom: number): number {
  const size = Math.abs(top) * SHARE_UNIT;
  const whole = Math.floor(size / bottom);
  const rounded = (size - whole * bottom) * 2 >= bottom ? whole + 1 : whole;
  return top < 0 ? -rounded : rounded;
}

const plain = /^-?\d+(?:\.\d+)?$/;

/** Digits of plain decimal text and where its point is, without making a big number of it; null for the full reader. */
export function shortDecimal(text: string): { readonly size: number; readonly places: number } | null {
  if (text.length > 15 || !plain.test(text)) return null;
  const point = text.indexOf('.');
  if (point < 0) return { size: Number(text), places: 0 };
  let end = text.length;
  while (text.charCodeAt(end - 1) === 48) end -= 1;
  if (end - 1 === point) return { size: Number(text.slice(0, point)), places: 0 };
  const digits = text.slice(0, point) + text.slice(point + 1, end);
  return { size: Number(digits), places: end - point - 1 };
}
