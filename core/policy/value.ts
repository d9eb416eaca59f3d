// What a parameter of a clause is: a number with its unit as the document prints it (20万元, 5%, 2倍, 1:1, 3年, 2024-03-01).
import { dayNumber } from '../quantity/calendar.ts';
import { type IsoDate, isIsoDate, isoDate } from '../quantity/date.ts';
import { type Decimal, parseDecimal, scaleByTen, tenToThe, trim } from '../quantity/decimal.ts';
import { readUnit } from '../quantity/unit.ts';

/** What a number counts. `rate` is a fraction and multiplies; every other kind adds and compares with its own kind. */
export type ValueKind = 'fen' | 'rate' | 'count' | 'area' | 'date';

export interface Value {
  readonly kind: ValueKind;
  /** 分, the count, square metres, days since 1970-01-01, or the numerator of a rate. */
  readonly number: number;
  /** Of a rate; 1 for everything else. */
  readonly denominator: number;
  /** What is counted: 人, 家, 年, 星. Empty for every other kind. */
  readonly unit: string;
}

export type ValueProblem = 'value.notRead' | 'value.notWhole' | 'value.noSuchDay' | 'value.tooLarge';

const EPOCH = dayNumber(isoDate('1970-01-01'));

/** Days since 1970-01-01, the way columns hold dates. */
export const epochDay = (day: IsoDate): number => dayNumber(day) - EPOCH;

const looksLikeDate = /^\d{4}-\d{1,2}-\d{1,2}$/;

export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function whole(value: Decimal): number | ValueProblem {
  const { coefficient, places } = trim(value);
  if (places > 0) return 'value.notWhole';
  return coefficient <= BigInt(Number.MAX_SAFE_INTEGER) && coefficient >= 0n
    ? Number(coefficient)
    : 'value.tooLarge';
}

function rate(top: Decimal, bottom: Decimal): Value | ValueProblem {
  const places = Math.max(top.places, bottom.places);
  const numerator = Number(top.coefficient * tenToThe(places - top.places));
  const denominator = Number(bottom.coefficient * tenToThe(places - bottom.places));
  if (denominator === 0) return 'value.notRead';
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return 'value.tooLarge';
  const shared = greatestCommonDivisor(numerator, denominator);
  return { kind: 'rate', number: numerator / shared, denominator: denominator / shared, unit: '' };
}

const ONE: Decimal = { coefficient: 1n, places: 0 };

function plain(kind: ValueKind, value: Decimal, unit = ''): Value | ValueProblem {
  const number = whole(value);
  return typeof number === 'number' ? { kind, number, denominator: 1, unit } : number;
}

/** Reads a value as text; a problem names what is wrong. Nothing is guessed: 20 without a unit is not read. */
export function readValue(text: string): Value | ValueProblem {
  if (looksLikeDate.test(text)) {
    return isIsoDate(text)
      ? { kind: 'date', number: epochDay(text), denominator: 1, unit: '' }
      : 'value.noSuchDay';
  }
  const ratio = /^(\d+):(\d+)$/.exec(text);
  if (ratio) {
    const [top, bottom] = [parseDecimal(ratio[1] ?? ''), parseDecimal(ratio[2] ?? '')];
    return top && bottom ? rate(top, bottom) : 'value.notRead';
  }
  const parts = /^([\d.]+)(\D+)$/.exec(text);
  const number = parts && parseDecimal(parts[1] ?? '');
  if (!number) return 'value.notRead';
  const printed = parts[2] ?? '';
  if (printed === '倍') return rate(number, ONE);
  const { base, power } = readUnit(printed);
  const value = scaleByTen(number, power);
  if (base === 'percent') return rate(value, { coefficient: 100n, places: 0 });
  if (base === 'permille') return rate(value, { coefficient: 1000n, places: 0 });
  if (base === 'CNY') return plain('fen', scaleByTen(value, 2));
  if (base === 'squareMetre') return plain('area', value);
  if (base.startsWith('each:')) return plain('count', value, base.slice('each:'.length));
  return 'value.notRead';
}
