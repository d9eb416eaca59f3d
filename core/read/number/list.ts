// What a list of numbers shares: a unit printed once, a comparator at its end, direction and comparator of its first.
import type { Comparator, Span } from '../reading.ts';
import type { Neutral } from '../structure.ts';
import { digitsEnd, isDigit, isSpace, skipSpace } from './figure/numeral.ts';
import type { Unit } from './figure/unit.ts';
import { POINT } from './figure/unit-words.ts';
import { codeAt, isIn, signSet } from './sign-set.ts';
import type { Scan } from './sink.ts';

const gaps = new Set(['、', '和', '及', '与', '或', '以及', '/', '、约']);
const gapStarts = signSet('、和及与或以/');
const PER_CENT = 37;

/** 、 和 及 与 以及, or nothing where a list of shares lost its sign (8.8%10.3%). */
export function isListGap(text: string, from: number, to: number): boolean {
  if (from === to) return codeAt(text, from - 1) === PER_CENT;
  if (to - from > 5) return false;
  const first = isSpace(codeAt(text, from)) ? skipSpace(text, from, to) : from;
  return isIn(gapStarts, codeAt(text, first)) && gaps.has(text.slice(first, to).trim());
}

/** True where nothing but 、 or 和 stands between two numbers. */
export const listGapBefore = (text: string, from: number, to: number): boolean =>
  to - from > 0 && to - from <= 5 && isListGap(text, from, to);

const nextSigns = signSet('、和及与或(（');
const rounds = signSet('(（');
const closing = signSet(')）');

/** True where another number follows in the same list, so that a missing unit may still come: 3、4、5个, 5(4)个. */
export function goesOn(text: string, at: number, end: number): boolean {
  const from = skipSpace(text, at, end);
  const sign = codeAt(text, from);
  if (!isIn(nextSigns, sign)) return false;
  const next = skipSpace(text, from + 1, end);
  if (next >= end || !isDigit(codeAt(text, next))) return false;
  return !isIn(rounds, sign) || isIn(closing, codeAt(text, digitsEnd(text, next, end)));
}

/** Gives the comparator after the last number of a list to all numbers that have none of their own. */
export function closeList(scan: Scan, index: number, comparator: Comparator, at: Span): void {
  const { mentions } = scan.sink;
  const first = mentions[index]?.list ?? -1;
  for (let i = index - 1; first >= 0 && i >= first; i--) {
    const mention = mentions[i];
    // Members before one with a comparator of its own have had theirs: the walk back stays short.
    if (!mention || mention.comparatorSpan !== null) return;
    if (mention.comparator !== 'eq') continue;
    mention.comparator = comparator;
    mention.comparatorSpan = at;
  }
}

/** 3个、2.5个和5个百分点, 2万、3万人: earlier members print only the beginning of the unit that the last one completes. */
export function lendUnit(scan: Scan, index: number, unit: Unit): void {
  const { mentions } = scan.sink;
  const first = mentions[index]?.list ?? -1;
  for (let i = index - 1; first >= 0 && i >= first; i--) {
    const mention = mentions[i];
    const begun =
      mention?.unit === '个' ? unit.kind === POINT : mention?.unit === unit.scale && unit.scale !== '';
    if (!mention || !begun) return;
    mention.unit = unit.text;
    mention.unitFrom = 'context';
  }
}

/** Gives the unit of the last number of a list to those that wait for one. */
export function fillPending(scan: Scan, unit: string): void {
  const { mentions } = scan.sink;
  for (let i = mentions.length - 1 - scan.pending; i < mentions.length - 1; i++) {
    const mention = mentions[i];
    if (mention?.unit !== '') continue;
    mention.unit = unit;
    mention.unitFrom = 'context';
  }
  scan.pending = 0;
}

/** Waiting numbers turn out to be what the end of their list is (1、2号线), or nothing that is known. */
export function dropPending(scan: Scan, why: Neutral['why'] | null): void {
  const { mentions, neutrals, unread } = scan.sink;
  if (scan.pending === 0) return;
  for (const mention of mentions.splice(mentions.length - scan.pending, scan.pending)) {
    const span = { start: mention.start, end: mention.end };
    if (why === null) unread.push(span);
    else neutrals.push({ ...span, why });
  }
  scan.pending = 0;
  scan.last = -1;
}
