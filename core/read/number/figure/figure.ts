// Reads one figure: sign, number, unit, and the second number of a range.
import type { Value } from '../../reading.ts';
import { pastRange } from '../neutral/date.ts';
import { codeAt, isIn, signSet } from '../sign-set.ts';
import type { Scan } from '../sink.ts';
import { digitsEnd, isDigit, isHan, isLatin, isSpace, readNumeral, skipSpace } from './numeral.ts';
import { noUnit, readUnit, type Unit } from './unit.ts';
import { PERCENT, scaleFactor } from './unit-words.ts';

export interface Figure {
  readonly start: number;
  /** End of the digits; the unit has its own. */
  readonly end: number;
  readonly value: number;
  readonly decimal: boolean;
  readonly unit: Unit;
}

const minus = signSet('-−－﹣');
const beforeMinus = signSet('(（:：,，|<>');
const cueBeforeMinus = signSet('为长降达至到是比幅率速');

/** Where a minus before the digits begins, or `at`: a dash between words or numbers is none, unless a share follows (投资-12.7%). */
function signStart(text: string, at: number, floor: number, isShare: boolean): number {
  if (at <= floor || !isIn(minus, codeAt(text, at - 1))) return at;
  if (at - 1 === floor) return at - 1;
  const before = codeAt(text, at - 2);
  if (isHan(before) || isLatin(before)) return isShare || isIn(cueBeforeMinus, before) ? at - 1 : at;
  return isIn(beforeMinus, before) || isSpace(before) ? at - 1 : at;
}

export function readFigure(scan: Scan, at: number, floor: number): Figure {
  const { text, end, context } = scan;
  const numeral = readNumeral(text, at, end, at > floor && isHan(codeAt(text, at - 1)));
  const unit = readUnit(text, numeral.end, end, !context.cell && !numeral.decimal);
  const start = signStart(text, at, floor, unit.kind === PERCENT);
  return {
    start,
    end: numeral.end,
    value: start < at ? -numeral.value : numeral.value,
    decimal: numeral.decimal,
    unit,
  };
}

/** Units that are the same but for their scale: 5000万元—1亿元, 20万至60万人. */
function isSameBase(left: Unit, right: Unit): boolean {
  if (left.text === '' || left.text === right.text || left.text === left.scale) return true;
  return left.text.slice(left.scale.length) === right.text.slice(right.scale.length);
}

export interface Range {
  readonly second: Figure;
  readonly value: Value;
}

const spoken = signSet('至到');
const rangeSigns = signSet('-—–－―~～〜至到');

/** The second number of a range, if one follows. After 由 and 从, 至 and 到 lead to the end of a change instead. */
export function readRange(scan: Scan, first: Figure, isBase: boolean): Range | null {
  const { text, end } = scan;
  const tail = first.unit.text === '' ? first.end : first.unit.end;
  const sign = codeAt(text, isSpace(codeAt(text, tail)) ? skipSpace(text, tail, end) : tail);
  if (!isIn(rangeSigns, sign) || (isBase && isIn(spoken, sign))) return null;
  const next = pastRange(text, tail, end);
  if (next < 0 || !isDigit(codeAt(text, next))) return null;
  const second = readFigure(scan, next, next);
  const unit = second.unit;
  if (!isSameBase(first.unit, unit) || (unit.text === '' && first.unit.text !== '')) return null;
  const rescaled =
    first.unit.scale !== '' && unit.scale !== first.unit.scale && first.unit.text !== unit.text;
  const low = rescaled
    ? (first.value * scaleFactor(first.unit.scale)) / scaleFactor(unit.scale)
    : first.value;
  return low < second.value ? { second, value: [low, second.value] } : null;
}

const COLON = 58;
const RATIO = 0x2236;
const WIDE_COLON = 0xff1a;
const isColon = (code: number): boolean => code === COLON || code === RATIO || code === WIDE_COLON;

/** The parts of a ratio (0.9:57.7:41.4) as pairs of start and end; empty where no ratio stands. */
export function readRatio(text: string, at: number, end: number): readonly number[] {
  const ends: number[] = [];
  let i = at;
  for (;;) {
    const numeral = readNumeral(text, i, end, false);
    ends.push(i, numeral.end);
    if (!isColon(codeAt(text, numeral.end)) || !isDigit(codeAt(text, numeral.end + 1))) break;
    i = numeral.end + 1;
  }
  return ends.length < 4 ? [] : ends;
}

export const mayBeRatio = (text: string, to: number): boolean =>
  isColon(codeAt(text, to)) && isDigit(codeAt(text, to + 1));

const SLASH = 47;
const DOT = 46;

/** 2/3 as a number rounded to six places, or null: a fraction in digits is less than one. */
export function readFraction(text: string, at: number, end: number): Figure | null {
  const to = digitsEnd(text, at, end);
  if (codeAt(text, to) !== SLASH || to - at > 2) return null;
  const stop = digitsEnd(text, to + 1, end);
  const [above, below] = [Number(text.slice(at, to)), Number(text.slice(to + 1, stop))];
  const next = codeAt(text, stop);
  if (stop === to + 1 || stop - to > 3 || above >= below || next === SLASH) return null;
  if (next === DOT && isDigit(codeAt(text, stop + 1))) return null;
  return {
    start: at,
    end: stop,
    value: Math.round((above / below) * 1e6) / 1e6,
    decimal: true,
    unit: noUnit(stop),
  };
}
