// Which digits are no quantity, decided before units are read; the signs on both sides choose the questions to ask.
import { digitsEnd, isDigit, isHan, isLatin, isSpace, skipSpace } from '../figure/numeral.ts';
import { codeAt, isIn, signSet } from '../sign-set.ts';
import { bareCode, codeBefore, documentNumber, dotted, lettered, spacedCode } from './code.ts';
import { readDate } from './date.ts';
import { type NeutralFound, neutralFound } from './found.ts';
import { listNumber } from './list-number.ts';
import { joined, named, timed, titled } from './name.ts';
import { ordinal, rank, top } from './ordinal.ts';

const DOT = 46;
const ORDINAL = 0x7b2c;
const TOP = 0x524d;
const PLACE = 0x4f4d;

/** Units that no neutral number has: after them only the sign before the number can make it one. */
const plainUnits = signSet('%万亿个家项件元户亩套张人名处座所公平千场次吨台只支岁课美部栋幢艘架辆倍余');
/** Signs before a number that may make it a code, an ordinal or a document number whatever follows. */
const tellingBefore = signSet('第前〔[〕【［(（_{-/.+＋×·•xX*&');
const joins = signSet('+＋×xX*·•');
const entryMarks = signSet('.．、)）');

const ordinalBefore = (text: string, at: number, floor: number): boolean => {
  let i = at;
  while (i > floor && isSpace(codeAt(text, i - 1))) i--;
  return i > floor && codeAt(text, i - 1) === ORDINAL;
};

/** What the sign before the number makes of it. */
function byBefore(text: string, at: number, floor: number, end: number): NeutralFound | null {
  if (at <= floor) return null;
  const before = codeAt(text, at - 1);
  if (isLatin(before)) return codeBefore(text, at, floor, end);
  if (isSpace(before))
    return ordinalBefore(text, at, floor) ? ordinal(text, at, end) : spacedCode(text, at, floor, end);
  if (!isIn(tellingBefore, before)) return null;
  if (before === ORDINAL) return ordinal(text, at, end);
  if (before === TOP) return top(text, at, end);
  if (before === DOT && isDigit(codeAt(text, at - 2)))
    return neutralFound(at, digitsEnd(text, at, end), 'code');
  return codeBefore(text, at, floor, end) ?? documentNumber(text, at, end) ?? joined(text, at, floor, end);
}

/** What the words behind the number make of it. */
function byAfter(
  text: string,
  at: number,
  whole: number,
  to: number,
  end: number,
  floor: number,
): NeutralFound | null {
  const sign = codeAt(text, to);
  if (isLatin(sign) && to < end) {
    const found = lettered(text, to, at, end);
    if (found) return found;
  }
  const decimal = to > whole;
  const next = isSpace(sign) ? skipSpace(text, to, end) : to;
  if (codeAt(text, next) === PLACE && !decimal) {
    const found = rank(text, at, to, next, floor);
    if (found) return found;
  }
  if (next >= end) return bareCode(text, at, whole, end);
  return (
    named(text, at, to, next, end, decimal) ??
    timed(text, at, to, next, end) ??
    (decimal ? null : (titled(text, at, to, next) ?? bareCode(text, at, whole, end)))
  );
}

/** The neutral that begins with the digits at `at`, or null where they may be a quantity. Quotes are settled by the caller. */
export function readNeutral(text: string, at: number, floor: number, end: number): NeutralFound | null {
  const before = byBefore(text, at, floor, end);
  if (before) return before;
  const whole = digitsEnd(text, at, end);
  const next = codeAt(text, whole);
  if (isIn(plainUnits, next) && codeAt(text, at) !== 48) return null;
  const decimal = next === DOT && isDigit(codeAt(text, whole + 1));
  const to = decimal ? digitsEnd(text, whole + 1, end) : whole;
  if (decimal && isIn(plainUnits, codeAt(text, to)) && whole - at !== 4) return null;
  const date = readDate(text, at, end);
  if (date) return neutralFound(at, date.end, date.why);
  if (isIn(joins, next)) {
    const name = joined(text, at, floor, end);
    if (name) return name;
  }
  const previous = codeAt(text, at - 1);
  if (isIn(entryMarks, next) || isHan(previous) || isSpace(previous)) {
    const list = listNumber(text, at, floor, end);
    if (list) return list;
  }
  const code = decimal && codeAt(text, to) === DOT ? dotted(text, to, at, end) : null;
  return code ?? byAfter(text, at, whole, to, end, floor);
}
