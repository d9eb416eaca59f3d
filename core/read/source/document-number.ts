// What a document number (发文字号) is: letters of the office, a year in brackets, a number and 号: 杭政函〔2024〕16号.
// GB/T 9704-2012, 7.2.5: year in full within 〔〕, no 第 and no leading zero; print and scans lose or change the brackets.
import { foldedUnit } from './fold-table.ts';
import { endOfDigits, isDigit, isHan } from './sign.ts';

export interface YearBracket {
  /** Position of the closing bracket, or of the space that stands in its place; -1 where nothing does. */
  readonly close: number;
  /** First position after the four digits of the year. */
  readonly afterYear: number;
}

const digitAt = (source: string, at: number): number => (foldedUnit[source.charCodeAt(at)] ?? 0) - 0x30;

function yearEnd(source: string, at: number): number {
  let i = at;
  while (source[i] === ' ') i += 1;
  const century = digitAt(source, i) * 10 + digitAt(source, i + 1);
  if (century !== 19 && century !== 20) return -1;
  for (let k = 2; k < 4; k += 1) {
    const digit = digitAt(source, i + k);
    if (digit < 0 || digit > 9) return -1;
  }
  return i + 4;
}

/** Whether the bracket at `open` is the year bracket of a document number; brackets of any shape count. */
export function yearBracketAt(source: string, open: number): YearBracket | null {
  const afterYear = yearEnd(source, open + 1);
  if (afterYear < 0) return null;
  let i = afterYear;
  let close = -1;
  for (; i < afterYear + 4; i += 1) {
    const unit = foldedUnit[source.charCodeAt(i)] ?? 0;
    if (unit === 0x20 || unit === 0x3000) close = close < 0 ? i : close;
    else if (close < afterYear + 3 && ')]〕】}〉'.includes(String.fromCharCode(unit))) {
      close = i;
      i += 1;
      break;
    } else break;
  }
  while (source[i] === ' ') i += 1;
  if (source[i] === '第') i += 1;
  const first = i;
  while (i < first + 5 && digitAt(source, i) >= 0 && digitAt(source, i) <= 9) i += 1;
  if (i === first) return null;
  while (source[i] === ' ') i += 1;
  return source[i] === '号' || source[i] === '號' ? { close, afterYear } : null;
}

const notLetters = new Set('据照按依见由和与及或的了在为是将以对从至因经即如其根现中内外后前等号见另');

/** Start of the office's letters before `open` (the opening bracket) in folded text, or -1 where there are none. */
function startOfLetters(text: string, open: number): number {
  let i = open;
  while (i > 0 && open - i < 14 && isHan(text.charCodeAt(i - 1))) i -= 1;
  for (let k = open - 1; k >= i; k -= 1) if (notLetters.has(text[k] ?? '')) i = k + 1;
  return open - i >= 2 ? i : -1;
}

export interface DocumentNumber {
  readonly start: number;
  readonly end: number;
  /** With 〔〕 whatever was printed. */
  readonly number: string;
}

/** Reads the document number whose year bracket opens at `open` of folded text, also where 〕 was lost (〔202416号). */
export function documentNumberAt(text: string, open: number): DocumentNumber | null {
  if (text[open] !== '〔') return null;
  const year = text.slice(open + 1, open + 5);
  if (endOfDigits(year, 0, 4) !== 4) return null;
  let i = open + 5;
  if (text[i] === '〕') i += 1;
  if (text[i] === '第') i += 1;
  const first = i;
  i = endOfDigits(text, i, first + 5);
  if (i === first || text[i] !== '号') return null;
  const start = startOfLetters(text, open);
  if (start < 0) return null;
  return { start, end: i + 1, number: `${text.slice(start, open)}〔${year}〕${text.slice(first, i)}号` };
}

/** The order of an issuer (令): 浙江省人民政府令第388号, 杭州市人民政府令 第 12 号. */
export function orderNumberAt(text: string, start: number, end: number): DocumentNumber | null {
  const order = text.indexOf('令第', start);
  if (order < 0 || order >= end) return null;
  const digits = endOfDigits(text, order + 2, end);
  if (digits === order + 2 || text[digits] !== '号' || !isDigit(text.charCodeAt(order + 2))) return null;
  return { start, end: digits + 1, number: text.slice(start, digits + 1) };
}
