// How signs are folded that mean one thing or another by their neighbours: brackets, footnote signs, ①, 於.
import type { Repair } from '../structure.ts';
import { yearBracketAt } from './document-number.ts';
import { putSpace } from './fold-spaces.ts';
import { circledUnit, droppedUnit, foldedUnit, spaceUnit, superscriptUnit, unitKind } from './fold-table.ts';
import { closeOfPinyin } from './pinyin.ts';
import { isDigit, isHan, isLatin } from './sign.ts';

/** The state of one folding pass. */
export interface Folding {
  readonly source: string;
  readonly units: Uint16Array;
  readonly at: Uint32Array;
  readonly edits: number[];
  /** Units written so far. */
  n: number;
  /** Source position of a space that waits for its right neighbour, or -1. */
  space: number;
  /** Start and end positions, in turn, of lines whose spaces stand between columns. */
  readonly rows: readonly number[];
  row: number;
  /** Position of the dollar sign that closes a formula, or -1. */
  mathEnd: number;
  /** Where the last ① that opened a clause was written, or -1. */
  lastCircled: number;
  /** Length of the text when a pinyin bracket was last dropped, or -1. */
  lastPinyin: number;
  readonly signs: { at: number; sign: string }[];
  readonly repairs: Repair[];
}

/** Writes one unit after settling a space before it. */
export function put(folding: Folding, unit: number, i: number): void {
  if (folding.space >= 0) putSpace(folding, i, unit);
  folding.units[folding.n] = unit;
  folding.at[folding.n] = i;
  folding.n += 1;
}

const before = (folding: Folding): number => (folding.n > 0 ? (folding.units[folding.n - 1] ?? 0x0a) : 0x0a);

/** Drops pinyin, mends the year bracket of a document number, else writes the bracket. */
export function putBracket(folding: Folding, unit: number, i: number): number {
  const { source } = folding;
  const last = before(folding);
  if (isHan(last)) {
    const runsOn = folding.lastPinyin >= 0 && folding.lastPinyin === folding.n - 1;
    const close = closeOfPinyin(source, i, runsOn);
    if (close > 0) {
      folding.lastPinyin = folding.n;
      return close + 1;
    }
    const year = yearBracketAt(source, i);
    if (year !== null) return putYear(folding, i, year.close, year.afterYear);
    const note = bracketedNote(source, i);
    if (note > 0) {
      addSign(folding, source.slice(i, note + 1));
      return note + 1;
    }
  }
  put(folding, foldedUnit[unit] ?? unit, i);
  return i + 1;
}

function putYear(folding: Folding, open: number, close: number, afterYear: number): number {
  const { source } = folding;
  const start = folding.n;
  put(folding, 0x3014, open);
  for (let k = afterYear - 4; k < afterYear; k += 1)
    put(folding, foldedUnit[source.charCodeAt(k)] ?? 0x30, k);
  if (close >= 0) put(folding, 0x3015, close);
  if (close < 0 || unitKind[source.charCodeAt(close)] === 1) {
    folding.repairs.push({ rule: 'repair.documentNumber', what: '〕', start, end: folding.n });
  }
  return close >= 0 ? close + 1 : afterYear;
}

/** Position of the closing bracket of a note sign such as [1] at `open`, or -1. */
function bracketedNote(source: string, open: number): number {
  if (source[open] !== '[') return -1;
  const close = source[open + 2] === ']' ? open + 2 : source[open + 3] === ']' ? open + 3 : -1;
  for (let k = open + 1; k < close; k += 1) if (!isDigit(source.charCodeAt(k))) return -1;
  return close;
}

/** Notes a footnote sign that is left out of the text; digits of one sign are kept together. */
export function addSign(folding: Folding, sign: string): void {
  const last = folding.signs.at(-1);
  if (last !== undefined && last.at === folding.n && isSuperscript(last.sign) && isSuperscript(sign))
    last.sign += sign;
  else folding.signs.push({ at: folding.n, sign });
}

const isSuperscript = (sign: string): boolean => '⁰¹²³⁴⁵⁶⁷⁸⁹'.includes(sign.slice(-1));

/** Drops a footnote sign that is glued to text; keeps exponents (m²), notes at line start and list numbers (①). */
export function putSign(folding: Folding, unit: number, kind: number, i: number): number {
  const glued = kind === circledUnit ? isCircledNote(folding, i) : isSuperscriptNote(folding);
  if (glued) addSign(folding, String.fromCharCode(unit));
  else {
    put(folding, unit, i);
    if (kind === circledUnit) folding.lastCircled = folding.n - 1;
  }
  return i + 1;
}

function isSuperscriptNote(folding: Folding): boolean {
  const last = before(folding);
  if (last === 0x0a || last === 0x09 || isSuperscript(String.fromCharCode(last))) return false;
  const isLength = last === 0x6d || last === 0x73; // m², s²
  const isPower =
    last === 0x30 && folding.units[folding.n - 2] === 0x31 && folding.units[folding.n - 3] === 0xd7; // ×10⁸
  return !isLength && !isPower;
}

/** ① after a figure is a note; at the head of a clause, or in a list that has begun, it is a number. */
function isCircledNote(folding: Folding, i: number): boolean {
  const last = before(folding);
  const number = folding.source.charCodeAt(i);
  const listed = folding.lastCircled >= 0 && folding.units[folding.lastCircled] === number - 1;
  if (listed) return false;
  if (isDigit(last) || last === 0x25) return true;
  const next = foldedUnit[folding.source.charCodeAt(nextWritten(folding.source, i + 1))] ?? 0;
  return (isHan(last) || isLatin(last)) && ',。;、)'.includes(String.fromCharCode(next));
}

const STAR = 0x2a;
const isSpace = (unit: number): boolean => unitKind[unit] === spaceUnit;

/** Over what will vanish before a full stop or comma: spaces, bold marks and other notes. */
function nextWritten(source: string, from: number): number {
  for (let i = from; ; i += 1) {
    const unit = source.charCodeAt(i);
    const kind = unitKind[unit];
    if (kind === spaceUnit || kind === droppedUnit || kind === superscriptUnit) continue;
    if (source.startsWith('&nbsp;', i)) i += 5;
    else if (unit !== STAR) return i;
    else {
      let other = i + 1;
      while (isSpace(source.charCodeAt(other))) other += 1;
      if (source.charCodeAt(other) !== STAR) return i;
      i = other;
    }
  }
}

/** 於 folds to 于, except in the place name 於潜. */
export function putPlaceSign(folding: Folding, i: number): number {
  const next = folding.source[i + 1];
  put(folding, next === '潜' || next === '潛' ? 0x65bc : 0x4e8e, i);
  return i + 1;
}
