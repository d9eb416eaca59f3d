// Money of projects and budgets: exact decimals in 亿元, compared and divided; a missing number stays missing.
import {
  absolute,
  add,
  compare,
  type Decimal,
  divide,
  multiply,
  parseDecimal,
  printDecimal,
  scaleByTen,
  trim,
  ZERO,
} from '../quantity/decimal.ts';
import { readUnit } from '../quantity/unit.ts';

/** Exact decimal text in 亿元. */
export type Yi = string;

export const printed = (value: Decimal): string => printDecimal(trim(value));

/** The number of a text; null where it is none. */
export const numberOf = (text: Yi | null): Decimal | null => (text === null ? null : parseDecimal(text));

/** Sum of what is there, and how many were there: a sum over gaps says so. */
export function sumOf(texts: readonly (Yi | null)[]): { readonly sum: Decimal; readonly known: number } {
  // Numbers of equal places add up without being scaled: of ten thousand there are three or four kinds.
  const sums: bigint[] = [];
  let known = 0;
  for (const text of texts) {
    const value = numberOf(text);
    if (!value) continue;
    sums[value.places] = (sums[value.places] ?? 0n) + value.coefficient;
    known += 1;
  }
  let sum = ZERO;
  sums.forEach((coefficient, places) => {
    sum = add(sum, { coefficient, places });
  });
  return { sum, known };
}

/** A typed amount of money in 亿元; null where its unit is no money. */
export function inYi(number: string, unit: string): Decimal | null {
  const value = parseDecimal(number);
  const { base, power } = readUnit(unit);
  return value && base === 'CNY' ? trim(scaleByTen(value, power - 8)) : null;
}

/** part ÷ whole in percent, to one place more than documents print (70.34); null without a whole. */
export function percentOf(part: Decimal, whole: Decimal, places = 2): string | null {
  const share = divide(scaleByTen(part, 2), whole, places, 'halfUp');
  return share ? printed(share) : null;
}

/** part ÷ whole against a percentage, by products: nothing is rounded before it is compared. Negative, zero or positive. */
export const comparePercent = (part: Decimal, whole: Decimal, percent: Decimal): number =>
  compare(scaleByTen(part, 2), multiply(whole, percent));

/** How far rounding of printed operands alone can move their sum: half of the last printed digit of each (GB/T 8170). */
export const halfDigit = (text: Yi): Decimal => {
  const point = text.indexOf('.');
  const places = point < 0 ? 0 : text.length - point - 1;
  return { coefficient: 5n, places: places + 1 };
};

/** Between 万元 and 亿元 lie four powers of ten: a number this many times another was entered in the wrong unit. */
const WRONG_UNIT = 10_000n;

/** True where one is 5,000 to 20,000 times the other: 万元 entered where 亿元 is meant, or the other way round. */
export function looksLikeWrongUnit(value: Decimal, beside: Decimal): boolean {
  const [a, b] = [absolute(value), absolute(beside)];
  if (a.coefficient === 0n || b.coefficient === 0n) return false;
  const [more, less] = compare(a, b) >= 0 ? [a, b] : [b, a];
  const low = multiply(less, { coefficient: WRONG_UNIT / 2n, places: 0 });
  const high = multiply(less, { coefficient: WRONG_UNIT * 2n, places: 0 });
  return compare(more, low) >= 0 && compare(more, high) <= 0;
}
