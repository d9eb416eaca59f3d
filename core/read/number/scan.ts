// Finds the quantities of a stretch of text in one pass: neutral classes first, then number, unit, range, cues, lists.
import type { Value } from '../reading.ts';
import { FIGURE, type Telling } from '../source/telling.ts';
import type { Neutral } from '../structure.ts';
import { addMention } from './add-mention.ts';
import { readAfter } from './cue/after.ts';
import { type CueBefore, readBefore } from './cue/before.ts';
import { striveMark } from './cue/clause.ts';
import { readChinese } from './figure/chinese.ts';
import { type Figure, mayBeRatio, readFigure, readFraction, readRange, readRatio } from './figure/figure.ts';
import { digitsEnd, readNumeral, skipSpace } from './figure/numeral.ts';
import { noUnit, readUnit } from './figure/unit.ts';
import { NOUN, PERCENT } from './figure/unit-words.ts';
import { dropPending, fillPending, goesOn, isListGap } from './list.ts';
import { isYear } from './neutral/date.ts';
import { readNeutral } from './neutral/neutral.ts';
import { isQuotedName } from './neutral/quoted.ts';
import { codeAt, isIn, signSet } from './sign-set.ts';
import { newScan, type Scan, type ScanContext, type Sink } from './sink.ts';

const DIGIT = 1;
const CHINESE = 2;
const OPEN_QUOTE = 3;
const CLOSE_QUOTE = 4;
const PLAIN_QUOTE = 5;
const STRIVE = 6;

const classes = new Uint8Array(65536);
const mark = (signs: string, kind: number): void => {
  for (let i = 0; i < signs.length; i++) classes[signs.charCodeAt(i)] = kind;
};
mark('0123456789', DIGIT);
mark('一二两三四五六七八九十百千', CHINESE);
mark('“《「『〈', OPEN_QUOTE);
mark('”》」』〉', CLOSE_QUOTE);
mark('"', PLAIN_QUOTE);
mark('争', STRIVE);

function neutral(scan: Scan, start: number, end: number, why: Neutral['why']): number {
  scan.sink.neutrals.push({ start, end, why });
  scan.last = -1;
  dropPending(scan, why);
  return end;
}

const versionEnds = signSet('版和与及、的提建升行改全时模平系工体路标,，。;；”"》)');

/** 大脑2.0, 2.0行动: a whole number with .0 and no unit, not said of a figure. */
function isVersion(scan: Scan, figure: Figure, cue: CueBefore): boolean {
  if (!figure.decimal || !Number.isInteger(figure.value) || figure.value <= 0 || figure.value >= 10)
    return false;
  if (scan.context.cell || cue.cued || cue.comparator !== null || figure.end - figure.start !== 3)
    return false;
  if (figure.unit.text !== '' && figure.unit.kind !== NOUN) return false;
  return figure.end >= scan.end || isIn(versionEnds, codeAt(scan.text, figure.end));
}

/** 获2024世界…奖: four digits of a year before a word that is no unit. */
const isPlainYear = (scan: Scan, figure: Figure, cue: CueBefore): boolean =>
  (figure.unit.text === '' || figure.unit.kind === NOUN) &&
  figure.end - figure.start === 4 &&
  isYear(figure.value) &&
  !scan.context.cell &&
  !cue.cued &&
  cue.comparator === null;

function fromContext(scan: Scan): void {
  const mention = scan.sink.mentions.at(-1);
  if (!mention || scan.context.unit === '') return;
  mention.unit = scan.context.unit;
  mention.unitFrom = 'context';
}

/** Adds a figure without a unit; a cell gives it the unit of its column. */
function addUnitless(scan: Scan, figure: Figure, cue: CueBefore): number {
  const stop = addMention(scan, {
    start: figure.start,
    end: figure.end,
    value: figure.value,
    unit: figure.unit,
    cue,
  });
  if (scan.context.cell) fromContext(scan);
  return stop;
}

/** A number without a unit: kept where a cue or a cell says it is a figure, or while its list goes on. */
function addBare(scan: Scan, figure: Figure, cue: CueBefore): number {
  const { text, end, context, sink } = scan;
  if (goesOn(text, figure.end, end)) {
    const stop = addUnitless(scan, figure, cue);
    if (!context.cell || context.unit === '') scan.pending++;
    return stop;
  }
  const isFigure =
    context.cell ||
    cue.cued ||
    cue.comparator !== null ||
    figure.decimal ||
    readAfter(text, figure.end, end, false) !== null ||
    (scan.pending === 0 && scan.last >= 0 && isListGap(text, scan.tail, figure.start));
  if (isFigure) {
    scan.pending = 0;
    return addUnitless(scan, figure, cue);
  }
  dropPending(scan, null);
  sink.unread.push({ start: figure.start, end: figure.end });
  scan.last = -1;
  return figure.end;
}

/** 5(4)个: the number in the bracket and the unit after it; both numbers count. */
function addPair(scan: Scan, first: Figure, cue: CueBefore): number {
  const { text, end, sink, context } = scan;
  const open = codeAt(text, first.end);
  if (open !== 40 && open !== 0xff08) return -1;
  const from = first.end + 1;
  const to = digitsEnd(text, from, end);
  const close = codeAt(text, to);
  if (to === from || to >= end || (close !== 41 && close !== 0xff09)) return -1;
  const printed = readUnit(text, to + 1, end, !context.cell);
  if (printed.text === '' && !context.cell) return -1;
  const unit = printed.text === '' ? { ...printed, text: context.unit } : printed;
  addMention(scan, { start: first.start, end: first.end, value: first.value, unit, cue });
  addMention(scan, {
    start: from,
    end: to,
    value: Number(text.slice(from, to)),
    unit,
    cue: { ...cue, cued: true },
  });
  const stop = printed.text === '' ? to + 1 : printed.end;
  const after = readAfter(text, stop, end, false);
  for (const mention of sink.mentions.slice(-2)) {
    mention.unitFrom = 'context';
    if (after) mention.comparator = after.comparator;
  }
  scan.tail = after ? after.end : stop;
  return scan.tail;
}

/** 0.9:57.7:41.4 are three figures of a whole; 1:500 is a name. */
function addRatio(scan: Scan, at: number): number {
  const ends = readRatio(scan.text, at, scan.end);
  if (ends.length === 0) return -1;
  const stop = ends.at(-1) ?? at;
  if (ends.length < 6) return neutral(scan, at, stop, 'name');
  const cue = readBefore(scan.text, at, scan.floor);
  for (let part = 0; part < ends.length; part += 2) {
    const [start = at, end = at] = [ends[part], ends[part + 1]];
    addMention(scan, { start, end, value: Number(scan.text.slice(start, end)), unit: noUnit(end), cue });
  }
  return stop;
}

function addRange(scan: Scan, first: Figure, second: Figure, value: Value, cue: CueBefore): number {
  const { context, sink } = scan;
  const bare = second.unit.text === '';
  const end = bare ? second.end : second.unit.end;
  if (bare && !context.cell && !cue.cued && cue.comparator === null && !first.decimal) {
    sink.unread.push({ start: first.start, end });
    scan.last = -1;
    return end;
  }
  const stop = addMention(scan, { start: first.start, end, value, unit: second.unit, cue });
  if (bare && context.cell) fromContext(scan);
  return stop;
}

const beforeBare = signSet('><≥≤＞＜-−－ \n\t');

/** A cell that is one number and perhaps a note or comparator: 2024 there is a figure, if the column has a unit. */
function isBareCell(scan: Scan, at: number): boolean {
  const { text, floor, end, context } = scan;
  if (!context.cell || context.unit === '') return false;
  for (let i = floor; i < at; i++) if (!isIn(beforeBare, codeAt(text, i))) return false;
  const to = skipSpace(text, readNumeral(text, at, end, false).end, end);
  return to >= end || readAfter(text, to, end, false) !== null || '(（'.includes(text.charAt(to));
}

const SLASH = 47;

/** Reads what begins with the digits at `at`; returns where reading goes on. */
function readDigits(scan: Scan, at: number): number {
  const { text, end, floor } = scan;
  if (scan.quote >= 0 && isQuotedName(text, scan.quote, at, end))
    return neutral(scan, at, readNumeral(text, at, end, false).end, 'name');
  if (!isBareCell(scan, at)) {
    const known = readNeutral(text, at, floor, end);
    if (known) return neutral(scan, known.start, known.end, known.why);
  }
  const figure = readFigure(scan, at, floor);
  if (mayBeRatio(text, figure.end)) return addRatio(scan, at);
  const cue = readBefore(text, figure.start, floor);
  const fraction = codeAt(text, figure.end) === SLASH ? readFraction(text, at, end) : null;
  if (fraction) return addUnitless(scan, fraction, cue);
  if (isVersion(scan, figure, cue)) return neutral(scan, at, figure.end, 'name');
  if (isPlainYear(scan, figure, cue)) return neutral(scan, at, figure.end, 'year');
  const range = readRange(scan, figure, cue.base);
  if (range) return addRange(scan, figure, range.second, range.value, cue);
  if (figure.unit.text === '') {
    const pair = addPair(scan, figure, cue);
    return pair > 0 ? pair : addBare(scan, figure, cue);
  }
  const { start, value, unit } = figure;
  const stop = addMention(scan, { start, end: unit.end, value, unit, cue });
  if (scan.pending > 0) fillPending(scan, unit.text);
  return stop;
}

/** Reads the Chinese numeral at `at` where it is a quantity; returns where reading goes on. */
function readNumerals(scan: Scan, at: number): number {
  const { text, floor, end } = scan;
  const found = readChinese(text, at, floor, end);
  if (!found) {
    let i = at + 1;
    while (i < end && classes[text.charCodeAt(i)] === CHINESE) i++;
    return i;
  }
  if (scan.quote >= 0 && isQuotedName(text, scan.quote, at, end)) return found.end;
  const unit = {
    end: found.end,
    text: found.unit,
    scale: '',
    kind: found.unit === '%' ? PERCENT : 0,
    hedged: found.hedged,
  };
  return addMention(scan, {
    start: at,
    end: found.end,
    value: found.value,
    unit,
    cue: readBefore(text, at, floor),
  });
}

/** Finds all quantities and neutral numbers of text[start, end), in order, into `sink`; `telling` of the text saves looking at most signs. */
export function findMentionsIn(
  text: string,
  start: number,
  end: number,
  sink: Sink,
  context: ScanContext,
  telling: Telling | null = null,
): void {
  const scan = newScan(text, start, end, sink, context);
  let i = start;
  while (i < end) {
    if (telling !== null && ((telling[i] ?? 0) & FIGURE) === 0) {
      i++;
      continue;
    }
    const kind = classes[text.charCodeAt(i)];
    if (kind === 0) {
      i++;
      continue;
    }
    switch (kind) {
      case DIGIT:
        i = Math.max(i + 1, readDigits(scan, i));
        continue;
      case CHINESE:
        i = readNumerals(scan, i);
        continue;
      case OPEN_QUOTE:
        scan.quote = i;
        break;
      case CLOSE_QUOTE:
        scan.quote = -1;
        break;
      case PLAIN_QUOTE:
        scan.quote = scan.quote >= 0 && codeAt(text, scan.quote) === 34 ? -1 : i;
        break;
      case STRIVE:
        scan.strive = Math.max(scan.strive, striveMark(text, i));
        break;
    }
    i++;
  }
  dropPending(scan, null);
}
