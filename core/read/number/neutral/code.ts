// Which digits belong to a code: S211, PM2.5, 415X, 5G, 1.2.3, telephone and document numbers.
import { digitsEnd, isDigit, isHan, isLatin } from '../figure/numeral.ts';
import { readUnit } from '../figure/unit.ts';
import { PERCENT, POINT } from '../figure/unit-words.ts';
import { codeAt, isIn, signSet } from '../sign-set.ts';
import { type NeutralFound, neutralFound } from './found.ts';

const DOT = 46;
const UNDERSCORE = 95;
const HYPHEN = 45;
const BRACE = 123;

export const isPart = (text: string, at: number): boolean =>
  isDigit(codeAt(text, at)) || isLatin(codeAt(text, at));

/** Letters before digits that are the name of a measure, not of a thing: GDP5.5%. */
const measures = ['GDP', 'CPI', 'PPI', 'R&D', 'PMI', 'AQI', 'GEP', 'FDI'];
const joints = signSet('.-/+&');
const glue = signSet('-/.');

/** Where the letters end that stand right before the digits, over _ and { of PM_{2.5}; -1 for none. */
function lettersBefore(text: string, at: number, floor: number): number {
  let i = at - 1;
  if (codeAt(text, i) === BRACE) i--;
  const sign = codeAt(text, i);
  const glued = isIn(glue, sign) && isLatin(codeAt(text, i - 1));
  if (sign === UNDERSCORE || glued) i--;
  if (i < floor || !isLatin(codeAt(text, i))) return -1;
  if (!glued) return i + 1;
  let first = i;
  while (first > floor && isLatin(codeAt(text, first - 1))) first--;
  // 200MW/400MWh: the letters are the unit of another number.
  return isDigit(codeAt(text, first - 1)) ? -1 : i + 1;
}

/** S211, G60, PM2.5, GB/T9704-2012: digits right after letters, unless they are a share (GDP5.5%). */
export function codeBefore(text: string, at: number, floor: number, end: number): NeutralFound | null {
  const letters = lettersBefore(text, at, floor);
  if (letters < 0) return null;
  if (measures.some((name) => text.startsWith(name, letters - name.length))) return null;
  const whole = digitsEnd(text, at, end);
  const digits = codeAt(text, whole) === DOT ? digitsEnd(text, whole + 1, end) : whole;
  const { kind } = readUnit(text, digits, end, false);
  if (kind === PERCENT || kind === POINT) return null;
  let stop = at;
  while (stop < end && (isPart(text, stop) || (isIn(joints, codeAt(text, stop)) && isPart(text, stop + 1))))
    stop++;
  return neutralFound(at, stop, 'code');
}

/** ISSN 1674-2540: two runs of digits behind letters and a space. */
export function spacedCode(text: string, at: number, floor: number, end: number): NeutralFound | null {
  if (at - 2 < floor || !isLatin(codeAt(text, at - 2))) return null;
  const dash = digitsEnd(text, at, end);
  if (dash - at < 3 || codeAt(text, dash) !== HYPHEN) return null;
  const stop = digitsEnd(text, dash + 1, end);
  return stop - dash > 3 ? neutralFound(at, stop, 'code') : null;
}

const levels = signSet('级类标星');

/** 4A级, 5G, 3D, 415X: digits with a letter that is no unit. */
export function lettered(text: string, to: number, at: number, end: number): NeutralFound | null {
  if (text.charAt(to) !== 'A' && readUnit(text, to, end, false).text !== '') return null;
  let stop = to;
  while (stop < end && isPart(text, stop)) stop++;
  if (isIn(levels, codeAt(text, stop))) stop++;
  return neutralFound(at, stop, 'name');
}

/** 1.2.3: more than one point is no number. */
export function dotted(text: string, to: number, at: number, end: number): NeutralFound | null {
  let stop = to;
  while (codeAt(text, stop) === DOT && isDigit(codeAt(text, stop + 1))) stop = digitsEnd(text, stop + 1, end);
  return stop === to ? null : neutralFound(at, stop, 'code');
}

const opening = signSet('〔[〕【［');
const rounds = signSet('(（');
const within = signSet('〕]】］)）第 \n-—、,');
const NUMBER = 0x53f7;

/** 〔2024〕16号 with or without its closing sign: from the year to 号. */
export function documentNumber(text: string, at: number, end: number): NeutralFound | null {
  const before = codeAt(text, at - 1);
  const opened = isIn(opening, before);
  const year = digitsEnd(text, at, end);
  if (!opened && !(isIn(rounds, before) && year - at === 4)) return null;
  for (let i = year; i < Math.min(end, year + 16); i++) {
    const sign = codeAt(text, i);
    if (sign === NUMBER) return neutralFound(at, i + 1, 'documentNumber');
    if (!isDigit(sign) && !isIn(within, sign)) break;
  }
  return opened ? neutralFound(at, year, 'documentNumber') : null;
}

/** Service numbers of Chinese cities and ministries that stand alone as names. */
const services = new Set(
  '12345 12315 12328 12333 12349 12355 12356 12369 12388 12393 12395 95598 96345 12389 12380 12317 12331 12350 12365 12377 12381'.split(
    ' ',
  ),
);

/** Telephone numbers, leading zeros: whole numbers without a unit that count nothing. */
export function bareCode(text: string, at: number, to: number, end: number): NeutralFound | null {
  const length = to - at;
  if (length < 3) return null;
  const next = codeAt(text, to);
  if (next === DOT && isDigit(codeAt(text, to + 1))) return null;
  if (codeAt(text, at) === 48) return neutralFound(at, to, 'code');
  if (length < 5 || isUnitAt(text, to, end)) return null;
  if (length === 5 && services.has(text.slice(at, to))) return neutralFound(at, to, 'name');
  return length >= 7 ? neutralFound(at, to, 'code') : null;
}

const isUnitAt = (text: string, at: number, end: number): boolean =>
  (isHan(codeAt(text, at)) || codeAt(text, at) === 37) && readUnit(text, at, end, false).text !== '';
