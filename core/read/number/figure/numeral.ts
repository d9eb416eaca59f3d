// What number a run of signs is: 1,234.5 in digits, 一百二十 and 两 in Chinese numerals.
import { codeAt, isIn, signSet } from '../sign-set.ts';

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
export const isSpace = (code: number): boolean =>
  code === 32 || code === 10 || code === 13 || code === 0xa0 || code === 0x3000;

/** Index after spaces and at most a blank line: a number may be parted from its unit by a page break. */
export function skipSpace(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && i - at < 6 && isSpace(text.charCodeAt(i))) i++;
  return i;
}

export const digitsEnd = (text: string, at: number, end: number): number => {
  let i = at;
  while (i < end && isDigit(text.charCodeAt(i))) i++;
  return i;
};

export interface Numeral {
  readonly end: number;
  readonly value: number;
  readonly decimal: boolean;
}

const COMMA = 44;
const DOT = 46;

/** `1. 6万`: a point that a space has parted from its decimals, which only a scale or unit after them gives away. */
function partedDecimals(text: string, dot: number, end: number): number {
  const from = skipSpace(text, dot + 1, end);
  if (from === dot + 1 || from - dot > 2) return -1;
  const to = digitsEnd(text, from, end);
  if (to === from || to - from > 2) return -1;
  const next = codeAt(text, to);
  return next === 0x4e07 || next === 0x4ebf || next === 37 ? to : -1;
}

/** Sums of digits stay exact up to here; longer numbers go through Number. */
const EXACT_DIGITS = 15;
const powers = Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => 10 ** i);

/** The value of text[from, to), digits with commas and at most one point. A quotient of exact integers is rounded right. */
function numberIn(text: string, from: number, to: number, point: number): number {
  if (to - from > EXACT_DIGITS) return Number(text.slice(from, to).replaceAll(',', ''));
  let value = 0;
  for (let i = from; i < to; i++) {
    const code = codeAt(text, i);
    if (isDigit(code)) value = value * 10 + code - 48;
  }
  return point < 0 ? value : value / (powers[to - point - 1] ?? 1);
}

/** A number in digits with thousands separators and decimals; `loose` allows a space after the point. */
export function readNumeral(text: string, at: number, end: number, loose: boolean): Numeral {
  let i = digitsEnd(text, at, end);
  if (i - at <= 3)
    while (codeAt(text, i) === COMMA && i + 4 <= end && digitsEnd(text, i + 1, end) === i + 4) i += 4;
  if (codeAt(text, i) !== DOT || i + 1 >= end)
    return { end: i, value: numberIn(text, at, i, -1), decimal: false };
  const point = i;
  if (isDigit(codeAt(text, i + 1))) {
    i = digitsEnd(text, i + 1, end);
    return { end: i, value: numberIn(text, at, i, point), decimal: true };
  }
  const to = loose ? partedDecimals(text, i, end) : -1;
  if (to < 0) return { end: i, value: numberIn(text, at, i, -1), decimal: false };
  const value = Number(`${text.slice(at, i)}.${text.slice(skipSpace(text, i + 1, end), to)}`);
  return { end: to, value, decimal: true };
}

const signValues = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  亿: 1e8,
};
/** Digits below 10, places below 10,000, scales above, by code. */
const chineseValues: ReadonlyMap<number, number> = new Map(
  Object.entries(signValues).map(([sign, value]) => [sign.charCodeAt(0), value]),
);

const chineseSigns = signSet('零〇一二两三四五六七八九十百千万亿');
export const isChineseNumeral = (code: number): boolean => isIn(chineseSigns, code);

export function chineseEnd(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isIn(chineseSigns, text.charCodeAt(i))) i++;
  return i;
}

/** The number a run of Chinese numerals spells, or null for a run that spells none (三三, 万万). */
export function chineseValue(run: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (let i = 0; i < run.length; i++) {
    const value = chineseValues.get(codeAt(run, i));
    if (value === undefined) return null;
    if (value < 10) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      continue;
    }
    if (value < 1e4) {
      if (digit === null && value !== 10 && section === 0 && run.length > 1) return null;
      section += (digit ?? 1) * value;
      digit = null;
      continue;
    }
    section += digit ?? 0;
    if (section === 0) return null;
    total = (total + section) * value;
    section = 0;
    digit = null;
  }
  return total + section + (digit ?? 0);
}
