// Where the next heading or item was glued to the end of the text before it: after a full stop (…建设。五、…), at the end of
// a list of owners (责任单位:某某局 五、… or 13. …). Only a number that is due next counts, so that 一、二 in a sentence stays.

import { type HeadingNumber, headingNumberAt, type NumberStyle } from '../line/heading-number.ts';
import type { LogicalLine } from '../line/lay-out.ts';
import { isIn, signSet } from '../number/sign-set.ts';
import { endOfDigits, isDigit, opensNumber, signKind, terminalSign } from '../source/sign.ts';
import { FULL_STOP, LIST_COMMA, type Telling } from '../source/telling.ts';

/** The numbers that were read last, by style. */
export type Counters = ReadonlyMap<NumberStyle, number>;

/** The counters, and the number that the line itself begins with, which counts before them. */
interface Read {
  readonly counters: Counters;
  readonly own: HeadingNumber | null;
}

const none: readonly number[] = [];
const tailSize = 60;
const ownerTail = 400;
const shortestTitle = 4;

/** Positions inside a line where a heading or item begins that is due next, in order. */
export function gluedHeadings(
  text: string,
  telling: Telling,
  line: LogicalLine,
  counters: Counters,
): readonly number[] {
  const own = line.opening === 'number' ? headingNumberAt(text, line.start, line.end) : null;
  if (counters.size === 0 && own === null) return none;
  const tail = gluedTail(text, telling, line, { counters, own });
  const end = tail < 0 ? line.end : tail;
  const inner =
    line.opening === 'owner'
      ? itemsAmongOwners(text, line, end, counters)
      : afterStops(text, telling, line, end, { counters, own });
  return tail < 0 ? inner : [...inner, tail];
}

const listComma = 0x3001;

/** A heading 五、… at the end of the line, or -1. */
function gluedTail(text: string, telling: Telling, line: LogicalLine, read: Read): number {
  const isOwners = line.opening === 'owner';
  const from = Math.max(line.start + 1, line.end - (isOwners ? ownerTail : tailSize));
  for (let mark = line.end - 1; mark > from; mark -= 1) {
    if (((telling[mark] ?? 0) & LIST_COMMA) === 0) continue;
    const numeral = startOfNumeral(text, from, mark);
    if (numeral <= from || !mayEndText(text, numeral - 1, isOwners)) continue;
    if (dueNumber(text, numeral, line.end, read) === null) continue;
    const title = text.slice(mark + 1, line.end);
    return title.length >= shortestTitle && !/[。、;]/.test(title) ? numeral : -1;
  }
  return -1;
}

const numerals = signSet('一二三四五六七八九十');

/** Start of the Chinese numeral that ends before `mark`, -1 for none. */
function startOfNumeral(text: string, from: number, mark: number): number {
  let i = mark;
  while (i > from && mark - i < 3 && isIn(numerals, text.charCodeAt(i - 1))) i -= 1;
  return i === mark ? -1 : i;
}

const mayEndText = (text: string, at: number, isOwners: boolean): boolean => {
  const code = text.charCodeAt(at);
  return (
    signKind[code] === terminalSign || code === 0x29 || code === 0x5d || (isOwners && code !== listComma)
  );
};

/** The number at a place, if it is the next one of a style that was read before. */
function dueNumber(text: string, at: number, end: number, { counters, own }: Read): HeadingNumber | null {
  const number = headingNumberAt(text, at, end);
  if (number === null || (number.style !== 'han' && number.style !== 'hanParen' && number.style !== 'digit'))
    return null;
  const last = own !== null && own.style === number.style ? own.value : (counters.get(number.style) ?? 0);
  return last >= 1 && number.value === last + 1 ? number : null;
}

const withOwn = ({ counters, own }: Read): Counters =>
  own === null ? counters : new Map(counters).set(own.style, own.value);

/** Numbers right behind a full stop inside the line. */
function afterStops(
  text: string,
  telling: Telling,
  line: LogicalLine,
  end: number,
  known: Read,
): readonly number[] {
  let found: number[] | null = null;
  let read = known;
  for (let at = line.start + 1; at < end - shortestTitle; at += 1) {
    if (((telling[at - 1] ?? 0) & FULL_STOP) === 0) continue;
    if (opensNumber[text.charCodeAt(at)] !== 1) continue;
    const number = dueNumber(text, at, end, read);
    if (number === null) continue;
    found ??= [];
    found.push(at);
    read = { counters: withOwn(read), own: number };
  }
  return found ?? none;
}

/** 责任单位:某某局13.推进…: items that follow the owners of the one before. */
function itemsAmongOwners(
  text: string,
  line: LogicalLine,
  end: number,
  counters: Counters,
): readonly number[] {
  let due = (counters.get('digit') ?? 0) + 1;
  if (due === 1) return none;
  const words = text.slice(line.start, end);
  const found: number[] = [];
  for (let at = words.indexOf(`${due}.`); at > 0; at = words.indexOf(`${due}.`, at + 1)) {
    const after = endOfDigits(words, at, words.length) + 1;
    if (isDigit(words.charCodeAt(at - 1)) || isDigit(words.charCodeAt(after)) || words[at - 1] === '.')
      continue;
    found.push(line.start + at);
    due += 1;
  }
  return found;
}
