// Which digits are a year, a date, a time of day or a period, and where they end.
import { digitsEnd, isDigit, isHan, isSpace, skipSpace } from '../figure/numeral.ts';
import { codeAt, isIn, signSet } from '../sign-set.ts';

const code = (sign: string): number => sign.charCodeAt(0);
const YEAR = code('年');
const MONTH = code('月');
const DAY = code('日');
const HOUR = code('时');
const MINUTE = code('分');
const CLOCK = code('点');
const DOT = code('.');
const HYPHEN = code('-');
const SLASH = code('/');
const COLON = code(':');
const ZERO = code('0');
const scales = signSet('%万亿千百元个家人');

const ranges = signSet('-—–－―~～〜至到');
const listed = signSet('、和及与');

export interface DateFound {
  readonly end: number;
  readonly why: 'date' | 'year' | 'time';
}

const found = (end: number, why: DateFound['why']): DateFound => ({ end, why });

export const isYear = (value: number): boolean => value >= 1900 && value <= 2100;

/** Past one or two range signs (——) and spaces, or -1. */
export function pastRange(text: string, at: number, end: number): number {
  const from = skipSpace(text, at, end);
  if (!isIn(ranges, codeAt(text, from))) return -1;
  const to = isIn(ranges, codeAt(text, from + 1)) && codeAt(text, from) > 127 ? from + 2 : from + 1;
  return skipSpace(text, to, end);
}

/** The value of a run of digits; beyond fifteen of them none is a date. */
function number(text: string, from: number, to: number): number {
  if (to - from > 15) return Number.POSITIVE_INFINITY;
  let value = 0;
  for (let i = from; i < to; i += 1) value = value * 10 + codeAt(text, i) - 48;
  return value;
}

/** 日 or 号 after a day, then perhaps another day or month: 18日, 7月1日至8月31日. */
function dayEnd(text: string, at: number, end: number): number {
  const from = skipSpace(text, at, end);
  const to = digitsEnd(text, from, end);
  if (to === from || to - from > 2) return -1;
  const mark = skipSpace(text, to, end);
  const sign = codeAt(text, mark);
  return sign === DAY || sign === 0x53f7 ? mark + 1 : -1;
}

/** From the digits of a month: 6月, 6月18日, 1-6月, 3、4月. -1 where they are none. */
function monthEnd(text: string, at: number, end: number): number {
  const to = digitsEnd(text, at, end);
  if (to === at || to - at > 2) return -1;
  const value = number(text, at, to);
  if (value < 1 || value > 12) return -1;
  const mark = skipSpace(text, to, end);
  if (codeAt(text, mark) === MONTH) {
    const day = dayEnd(text, mark + 1, end);
    return day > 0 ? day : mark + 1;
  }
  let next = pastRange(text, to, end);
  if (next < 0 && isIn(listed, codeAt(text, to))) next = to + 1;
  if (next < 0 || next >= end || !isDigit(codeAt(text, next))) return -1;
  const second = digitsEnd(text, next, end);
  const last = skipSpace(text, second, end);
  return second - next <= 2 && codeAt(text, last) === MONTH ? last + 1 : -1;
}

/** 2025-05-29, 2025.5.29, 2025/05: numbers parted by one and the same sign. */
function numericEnd(text: string, at: number, end: number): number {
  const sign = codeAt(text, at);
  if (sign !== HYPHEN && sign !== DOT && sign !== SLASH) return -1;
  let month = digitsEnd(text, at + 1, end);
  if (month - at - 1 > 2) month = -1;
  if (month <= at + 1) return -1;
  const value = number(text, at + 1, month);
  if (value < 1 || value > 12) return -1;
  if (codeAt(text, month) !== sign || !isDigit(codeAt(text, month + 1))) {
    // 2068.5 is a number; 2024.06 without a unit behind it is a month.
    const isMonth = sign !== DOT || (codeAt(text, at + 1) === ZERO && !isIn(scales, codeAt(text, month)));
    return isMonth ? month : -1;
  }
  const day = digitsEnd(text, month + 1, Math.min(end, month + 3));
  return day > month + 1 ? day : month;
}

/** What may follow the year sign: 2月18日, 1-6月. */
function afterYear(text: string, at: number, end: number): number {
  const from = skipSpace(text, at, end);
  if (from - at > 1 || !isDigit(codeAt(text, from))) return at;
  const month = monthEnd(text, from, end);
  return month > 0 ? month : at;
}

/** A second year after a range sign or in a list: 2021—2035年, 2023-25年, 2023、2024年. */
function secondYear(text: string, at: number, end: number): number {
  let next = pastRange(text, at, end);
  if (next < 0 && isIn(listed, codeAt(text, at))) next = at + 1;
  if (next < 0 || !isDigit(codeAt(text, next))) return -1;
  const to = digitsEnd(text, next, end);
  const mark = skipSpace(text, to, end);
  const dated = codeAt(text, mark) === YEAR;
  if (to - next === 4 && isYear(number(text, next, to))) return dated ? afterYear(text, mark + 1, end) : to;
  return dated && to - next === 2 ? mark + 1 : -1;
}

function fourDigits(text: string, to: number, end: number): DateFound | null {
  const mark = skipSpace(text, to, end);
  if (codeAt(text, mark) === YEAR) {
    const stop = afterYear(text, mark + 1, end);
    const second = stop === mark + 1 ? pastRange(text, stop, end) : -1;
    if (second > 0 && isDigit(codeAt(text, second))) {
      const year = digitsEnd(text, second, end);
      const after = skipSpace(text, year, end);
      if (year - second === 4 && codeAt(text, after) === YEAR)
        return found(afterYear(text, after + 1, end), 'year');
    }
    return found(stop, stop > mark + 1 ? 'date' : 'year');
  }
  const second = secondYear(text, to, end);
  if (second > 0) return found(second, 'year');
  const numeric = numericEnd(text, to, end);
  return numeric > 0 ? found(numeric, 'date') : null;
}

/** 11:59, 9时30分, 8点: where a time of day ends, or -1. Ratios (7:3, 0.9:57.7) are none. */
function clockEnd(text: string, to: number, end: number, value: number): number {
  const mark = skipSpace(text, to, end);
  const sign = codeAt(text, mark);
  if (sign === COLON && value < 24) {
    const minutes = digitsEnd(text, mark + 1, end);
    if (minutes !== mark + 3 || codeAt(text, minutes) === COLON || codeAt(text, minutes) === DOT) {
      return codeAt(text, minutes) === COLON && minutes === mark + 3 ? digitsEnd(text, minutes + 1, end) : -1;
    }
    return number(text, mark + 1, minutes) < 60 ? minutes : -1;
  }
  if (value > 24 || (sign !== HOUR && sign !== CLOCK)) return -1;
  const next = skipSpace(text, mark + 1, end);
  if (isDigit(codeAt(text, next))) {
    const minutes = digitsEnd(text, next, end);
    return codeAt(text, skipSpace(text, minutes, end)) === MINUTE
      ? skipSpace(text, minutes, end) + 1
      : mark + 1;
  }
  if (sign === HOUR) return mark + 1;
  return '前后半整钟至到-—,，。;；'.includes(text.charAt(mark + 1)) ? mark + 1 : -1;
}

const beforeWithin = signSet('内之历');

/** The date, year or time that begins with the digits at `at`, or null. */
export function readDate(text: string, at: number, end: number): DateFound | null {
  const to = digitsEnd(text, at, end);
  const length = to - at;
  const value = number(text, at, to);
  if (length === 4 && isYear(value)) return fourDigits(text, to, end);
  if (length === 8 && value > 19000101 && value < 21001231 && number(text, at + 4, at + 6) <= 12)
    return found(to, 'date');
  if (
    length === 6 &&
    value >= 195001 &&
    value < 210013 &&
    isYear(number(text, at, at + 4)) &&
    !isSpace(codeAt(text, to))
  ) {
    const next = codeAt(text, to);
    return !isHan(next) ? found(to, 'date') : null;
  }
  if (length > 2) return null;
  const month = monthEnd(text, at, end);
  if (month > 0) return found(month, 'date');
  const mark = skipSpace(text, to, end);
  if (codeAt(text, mark) === DAY && value >= 1 && value <= 31) {
    if (isIn(beforeWithin, codeAt(text, mark + 1))) return null;
    return found(mark + 1, 'date');
  }
  if (text.startsWith('年代', mark) || text.startsWith('世纪', mark)) return found(mark + 2, 'date');
  const clock = clockEnd(text, to, end, value);
  return clock > 0 ? found(clock, 'time') : null;
}
