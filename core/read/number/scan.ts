// Finds the quantities of a stretch of text in one pass: neutral classes first, then number, unit, range, cues, lists.
import type { Comparator, Direction, Span, Value } from '../reading.ts';
import type { Mention, Neutral } from '../structure.ts';
import { readChinese } from './chinese.ts';
import {
  type CueBefore,
  clauseStart,
  isStriven,
  readAfter,
  readBefore,
  readChange,
  readComparison,
} from './cue.ts';
import { isYear, pastRange } from './date.ts';
import { readNeutral } from './neutral.ts';
import { digitsEnd, isDigit, isHan, isSpace, type Numeral, readNumeral, skipSpace } from './numeral.ts';
import { closes, readUnit, takesWithin, type Unit } from './unit.ts';
import { NOUN, PERCENT, POINT, scaleFactor, TIME } from './unit-words.ts';

/** A mention while its list is still open; the scan fills in what the end of the list gives to all. */
export type MentionDraft = { -readonly [Key in keyof Mention]: Mention[Key] };

export interface Sink {
  readonly mentions: MentionDraft[];
  readonly neutrals: Neutral[];
  readonly unread: Span[];
}

export const newSink = (): Sink => ({ mentions: [], neutrals: [], unread: [] });

export interface ScanContext {
  /** Unit of the column or row, for numbers without one; '' in running text. */
  readonly unit: string;
  /** In a cell a bare number is a figure, not a number that fits no class. */
  readonly cell: boolean;
}

export const runningText: ScanContext = { unit: '', cell: false };

const DIGIT = 1;
const CHINESE = 2;
const OPEN_QUOTE = 3;
const CLOSE_QUOTE = 4;
const QUOTE = 5;

const classes = new Uint8Array(65536);
for (let i = 48; i <= 57; i++) classes[i] = DIGIT;
for (const sign of '一二两三四五六七八九十百千') classes[sign.charCodeAt(0)] = CHINESE;
for (const sign of '“《「『〈') classes[sign.charCodeAt(0)] = OPEN_QUOTE;
for (const sign of '”》」』〉') classes[sign.charCodeAt(0)] = CLOSE_QUOTE;
classes[34] = QUOTE;

interface Scan {
  readonly text: string;
  readonly floor: number;
  readonly end: number;
  readonly sink: Sink;
  readonly context: ScanContext;
  /** Index of the opening quote that is not closed yet, or -1. */
  quote: number;
  /** End of the last mention with its comparator, and its index; -1 where none can begin a list. */
  tail: number;
  last: number;
  /** Numbers without a unit that wait for the unit at the end of their list. */
  pending: number;
}

const code = (sign: string): number => sign.charCodeAt(0);

/** 、 和 及 与 以及, or nothing where a list of shares lost its sign (8.8%10.3%). */
function isListGap(text: string, from: number, to: number): boolean {
  let i = from;
  while (i < to && isSpace(text.charCodeAt(i))) i++;
  if (i >= to) return from < to ? false : text.charCodeAt(from - 1) === 37;
  if (to - i > 3) return false;
  const gap = text.slice(i, to).trim();
  return (
    gap === '、' ||
    gap === '和' ||
    gap === '及' ||
    gap === '与' ||
    gap === '或' ||
    gap === '以及' ||
    gap === '/' ||
    gap === '、约'
  );
}

/** True where the quotation that holds `at` is a name: short, one clause, and not a share. */
function inName(scan: Scan, at: number): number {
  if (scan.quote < 0) return -1;
  const { text, quote } = scan;
  const title = text.charCodeAt(quote) === 0x300a || text.charCodeAt(quote) === 0x3008;
  const reach = title ? 80 : 18;
  if (at - quote > reach) return -1;
  const limit = Math.min(scan.end, quote + reach + 4);
  for (let i = quote + 1; i < limit; i++) {
    const kind = classes[text.charCodeAt(i)];
    if (i > quote && (kind === CLOSE_QUOTE || kind === QUOTE))
      return i <= at ? -1 : isName(text, quote + 1, i, title) ? i : -1;
  }
  return -1;
}

function isName(text: string, from: number, to: number, title: boolean): boolean {
  if (title) return true;
  const inner = text.slice(from, to);
  if (/[,，。;；:：!?！？]/.test(inner)) return false;
  if (!/[%‰]/.test(inner)) return inner.length <= 14;
  return /^[\d一二两三四五六七八九十]+个?[\d.]+%$/.test(inner);
}

interface Read {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly decimal: boolean;
  readonly unit: Unit;
}

const MINUS = new Set([...'-−－﹣'].map(code));

/** Where a minus before the digits begins, or `at`: a dash between words or numbers is none. */
function signStart(scan: Scan, at: number): number {
  const { text, floor } = scan;
  if (at <= floor || !MINUS.has(text.charCodeAt(at - 1))) return at;
  if (at - 1 === floor) return at - 1;
  const before = text.charCodeAt(at - 2);
  if (isDigit(before) || before === 37 || MINUS.has(before)) return at;
  if (!isHan(before)) return isSpace(before) || '(（:：,，|<>'.includes(text.charAt(at - 2)) ? at - 1 : at;
  return '为长降达至到是'.includes(text.charAt(at - 2)) ? at - 1 : at;
}

function readFigure(scan: Scan, at: number): Read {
  const { text, end, context } = scan;
  const start = signStart(scan, at);
  const loose = at > scan.floor && isHan(text.charCodeAt(at - 1));
  const numeral: Numeral = readNumeral(text, at, end, loose);
  const unit = readUnit(text, numeral.end, end, !context.cell);
  return {
    start,
    end: numeral.end,
    value: start < at ? -numeral.value : numeral.value,
    decimal: numeral.decimal,
    unit,
  };
}

/** Units that are the same but for their scale: 5000万元—1亿元. */
const sameBase = (left: Unit, right: Unit): boolean =>
  left.text === '' ||
  left.text === right.text ||
  left.text.slice(left.scale.length) === right.text.slice(right.scale.length) ||
  left.text === left.scale;

/** The second number of a range, if one follows: its value pair and end. */
function readRange(
  scan: Scan,
  first: Read,
  cue: CueBefore,
): { readonly second: Read; readonly value: Value } | null {
  const { text, end } = scan;
  const tail = first.unit.text === '' ? first.end : first.unit.end;
  const next = pastRange(text, tail, end);
  if (next < 0 || !isDigit(text.charCodeAt(next))) return null;
  const spoken = '至到'.includes(text.charAt(skipSpace(text, tail, end)));
  if (cue.base && spoken) return null;
  const second = readFigure({ ...scan, floor: next }, next);
  if (!sameBase(first.unit, second.unit) || (second.unit.text === '' && first.unit.text !== '')) return null;
  if (second.unit.text === '月' || second.unit.text === '日') return null;
  let low = first.value;
  if (
    first.unit.scale !== '' &&
    second.unit.scale !== first.unit.scale &&
    first.unit.text !== second.unit.text
  )
    low = (low * scaleFactor(first.unit.scale)) / scaleFactor(second.unit.scale);
  if (low >= second.value) return null;
  return { second, value: [low, second.value] };
}

function neutral(scan: Scan, start: number, end: number, why: Neutral['why']): number {
  scan.sink.neutrals.push({ start, end, why });
  scan.last = -1;
  dropPending(scan, why);
  return end;
}

/** Waiting numbers turn out to be what the end of their list is: 1、2号线. */
function dropPending(scan: Scan, why: Neutral['why'] | null): void {
  const { mentions, neutrals, unread } = scan.sink;
  if (scan.pending === 0) return;
  for (const mention of mentions.splice(mentions.length - scan.pending, scan.pending)) {
    if (why === null) unread.push({ start: mention.start, end: mention.end });
    else neutrals.push({ start: mention.start, end: mention.end, why });
  }
  scan.pending = 0;
  scan.last = -1;
}

const directionOf = (scan: Scan, cue: CueBefore, start: number, unit: Unit): Direction => {
  const share = unit.kind === PERCENT || unit.kind === POINT || unit.text === '' || unit.text === '倍';
  if (cue.direction === 'up' && cue.weak && !share) return 'none';
  if (cue.direction !== 'none' || cue.base) return cue.direction;
  if (unit.kind === POINT) return readChange(scan.text, start, scan.floor);
  if (unit.kind === PERCENT && cue.comparator === null) return readComparison(scan.text, start, scan.floor);
  return 'none';
};

const comparatorOf = (cue: CueBefore, unit: Unit): Comparator =>
  cue.comparator === null || (cue.near && unit.kind === TIME) ? (unit.hedged ? 'ge' : 'eq') : cue.comparator;

/** Gives what closes a list to its earlier members: a comparator after the last, a unit printed once. */
function closeList(
  scan: Scan,
  index: number,
  comparator: Comparator | null,
  at: { start: number; end: number } | null,
): void {
  const { mentions } = scan.sink;
  const closing = mentions[index];
  if (!closing || closing.list < 0) return;
  for (let i = index - 1; i >= closing.list; i--) {
    const mention = mentions[i];
    if (!mention) break;
    if (comparator !== null && mention.comparator === 'eq' && mention.comparatorSpan === null) {
      mention.comparator = comparator;
      mention.comparatorSpan = at;
    }
  }
}

/** Fills the unit of waiting numbers from the mention that ends their list. */
function fillPending(scan: Scan, unit: string): void {
  const { mentions } = scan.sink;
  for (let i = mentions.length - 1 - scan.pending; i < mentions.length - 1; i++) {
    const mention = mentions[i];
    if (!mention || mention.unit !== '') continue;
    mention.unit = unit;
    mention.unitFrom = 'context';
  }
  scan.pending = 0;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
  readonly unit: Unit;
  readonly cue: CueBefore;
}

/** Adds a mention with cues, list and comparator settled; returns where reading goes on. */
function add(scan: Scan, found: Found): number {
  const { text, sink, end } = scan;
  const { cue, unit } = found;
  const after = readAfter(text, found.end, end, takesWithin(unit.kind));
  const linked = scan.last >= 0 && !cue.cued && isListGap(text, scan.tail, found.start);
  const before = linked ? sink.mentions[scan.last] : undefined;
  // 500名、35岁以下大学生: what qualifies the next noun is no member of the list.
  const previous =
    before && (before.unit === unit.text || closes(text, after ? after.end : found.end, end))
      ? before
      : undefined;
  const range = typeof found.value !== 'number';
  let comparator: Comparator = range ? 'range' : comparatorOf(cue, unit);
  let span: Span | null = cue.comparator === null ? null : { start: cue.start, end: cue.end };
  let direction = directionOf(scan, cue, found.start, unit);
  if (previous) {
    if (comparator === 'eq' && previous.comparatorSpan !== null && previous.comparator !== 'range') {
      comparator = previous.comparator;
      span = previous.comparatorSpan;
    }
    if (direction === 'none') direction = previous.direction;
  }
  if (after && !range) comparator = after.comparator;
  if (after) span = { start: after.start, end: after.end };
  const index = sink.mentions.length;
  if (previous && previous.list < 0) previous.list = scan.last;
  sink.mentions.push({
    start: found.start,
    end: found.end,
    value: found.value,
    unit: unit.text,
    comparator,
    direction,
    unitFrom: 'text',
    comparatorSpan: span,
    list: previous ? previous.list : -1,
    strive: isStriven(text, found.start, scan.floor),
  });
  if (previous && after) closeList(scan, index, after.comparator, span);
  scan.last = index;
  scan.tail = after ? after.end : found.end;
  return scan.tail;
}

const LIST_NEXT = new Set([...'、和及与或(（'].map(code));

/** True where another number follows in the same list, so that a missing unit may still come: 3、4、5个, 5(4)个. */
function goesOn(text: string, at: number, end: number): boolean {
  const from = skipSpace(text, at, end);
  if (!LIST_NEXT.has(text.charCodeAt(from))) return false;
  const next = skipSpace(text, from + 1, end);
  if (!isDigit(text.charCodeAt(next))) return false;
  if (text.charAt(from) !== '(' && text.charAt(from) !== '（') return true;
  const close = digitsEnd(text, next, end);
  return ')）'.includes(text.charAt(close)) && close < end;
}

/** 5(4)个: the number in the bracket and the unit after it; both numbers count. */
function readPair(scan: Scan, first: Read, cue: CueBefore): number {
  const { text, end, sink } = scan;
  const open = text.charCodeAt(first.end);
  if (open !== 40 && open !== 0xff08) return -1;
  const from = first.end + 1;
  const to = digitsEnd(text, from, end);
  const close = text.charCodeAt(to);
  if (to === from || (close !== 41 && close !== 0xff09)) return -1;
  const unit = readUnit(text, to + 1, end, !scan.context.cell);
  if (unit.text === '' && !scan.context.cell) return -1;
  const named: Unit = unit.text === '' ? { ...unit, text: scan.context.unit } : unit;
  const at = sink.mentions.length;
  add(scan, { start: first.start, end: first.end, value: first.value, unit: named, cue });
  add(scan, {
    start: from,
    end: to,
    value: Number(text.slice(from, to)),
    unit: named,
    cue: { ...cue, cued: true },
  });
  for (const mention of [sink.mentions[at], sink.mentions[at + 1]]) if (mention) mention.unitFrom = 'context';
  const stop = unit.text === '' ? to + 1 : unit.end;
  const after = readAfter(text, stop, end, false);
  for (const mention of after ? [sink.mentions[at], sink.mentions[at + 1]] : [])
    if (mention && after) mention.comparator = after.comparator;
  scan.tail = after ? after.end : stop;
  return scan.tail;
}

/** A number without a unit: kept where a cue or a cell says it is a figure, or while its list goes on. */
function addBare(scan: Scan, figure: Read, cue: CueBefore): number {
  const { text, end, context, sink } = scan;
  const linked = scan.last >= 0 && isListGap(text, scan.tail, figure.start);
  if (goesOn(text, figure.end, end)) {
    const stop = add(scan, {
      start: figure.start,
      end: figure.end,
      value: figure.value,
      unit: figure.unit,
      cue,
    });
    if (context.unit === '' || !context.cell) {
      scan.pending++;
      return stop;
    }
    fromContext(sink, context);
    return stop;
  }
  const after = readAfter(text, figure.end, end, false);
  if (
    context.cell ||
    cue.cued ||
    cue.comparator !== null ||
    figure.decimal ||
    after ||
    (linked && scan.pending === 0)
  ) {
    scan.pending = 0;
    const stop = add(scan, {
      start: figure.start,
      end: figure.end,
      value: figure.value,
      unit: figure.unit,
      cue,
    });
    if (context.cell) fromContext(sink, context);
    return stop;
  }
  dropPending(scan, null);
  sink.unread.push({ start: figure.start, end: figure.end });
  scan.last = -1;
  return figure.end;
}

function fromContext(sink: Sink, context: ScanContext): void {
  const mention = sink.mentions[sink.mentions.length - 1];
  if (!mention || context.unit === '') return;
  mention.unit = context.unit;
  mention.unitFrom = 'context';
}

const VERSION_FOLLOWS =
  /^(?:版|和|与|及|、|的|提升|建设|升级|行动|改革|全|时代|模式|平台|系统|工程|体系|路径|标准|[,，。;；”"》)])/;

/** 大脑2.0, 2.0行动: a whole number with .0 and no unit, not said of a figure. */
const isVersion = (scan: Scan, figure: Read, cue: CueBefore): boolean =>
  figure.decimal &&
  Number.isInteger(figure.value) &&
  figure.value > 0 &&
  figure.value < 10 &&
  !scan.context.cell &&
  !cue.cued &&
  cue.comparator === null &&
  figure.end - figure.start === 3 &&
  (figure.unit.text === '' || figure.unit.kind === NOUN) &&
  VERSION_FOLLOWS.test(scan.text.slice(figure.end, figure.end + 2) || ',');

/** 0.9:57.7:41.4: parts of a whole, each a figure; 1:500 is a name. */
function readRatio(scan: Scan, at: number): number {
  const { text, end } = scan;
  const ends: number[] = [];
  let i = at;
  for (;;) {
    const numeral = readNumeral(text, i, end, false);
    ends.push(i, numeral.end);
    const sign = text.charCodeAt(numeral.end);
    if ((sign !== 58 && sign !== 0x2236 && sign !== 0xff1a) || !isDigit(text.charCodeAt(numeral.end + 1)))
      break;
    i = numeral.end + 1;
  }
  if (ends.length < 4) return -1;
  const stop = ends[ends.length - 1] ?? at;
  if (ends.length < 6) return neutral(scan, at, stop, 'name');
  const cue = readBefore(text, at, scan.floor);
  for (let part = 0; part < ends.length; part += 2) {
    const [start = at, to = at] = [ends[part], ends[part + 1]];
    const unit: Unit = { end: to, text: '', scale: '', kind: 0, hedged: false };
    add(scan, { start, end: to, value: Number(text.slice(start, to)), unit, cue });
  }
  return stop;
}

/** 2/3: a fraction in digits. */
function readFraction(scan: Scan, at: number): number {
  const { text, end, floor } = scan;
  const to = digitsEnd(text, at, end);
  if (text.charCodeAt(to) !== 47 || to - at > 2) return -1;
  const from = to + 1;
  const stop = digitsEnd(text, from, end);
  const [above, below] = [Number(text.slice(at, to)), Number(text.slice(from, stop))];
  const next = text.charCodeAt(stop);
  if (stop === from || stop - from > 2 || above >= below || next === 47 || next === 46) return -1;
  const unit: Unit = { end: stop, text: '', scale: '', kind: 0, hedged: false };
  return add(scan, {
    start: at,
    end: stop,
    value: Math.round((above / below) * 1e6) / 1e6,
    unit,
    cue: readBefore(text, at, floor),
  });
}

/** 获2024世界…奖: four digits of a year before a word that is no unit. */
const isPlainYear = (scan: Scan, figure: Read, at: number): boolean =>
  (figure.unit.text === '' || figure.unit.kind === NOUN) &&
  figure.end - at === 4 &&
  isYear(figure.value) &&
  !scan.context.cell;

/** Reads what begins with the digits at `at`; returns where reading goes on. */
function readDigits(scan: Scan, at: number): number {
  const { text, end, floor, context } = scan;
  const name = inName(scan, at);
  if (name > 0) return neutral(scan, at, readNumeral(text, at, end, false).end, 'name');
  const held = context.cell && isBareCell(scan, at);
  const known = held ? null : readNeutral(text, at, floor, end);
  if (known) return neutral(scan, known.start, known.end, known.why);
  const special = readRatio(scan, at);
  if (special > 0) return special;
  const fraction = readFraction(scan, at);
  if (fraction > 0) return fraction;
  const figure = readFigure(scan, at);
  const cue = readBefore(text, figure.start, floor);
  if (isVersion(scan, figure, cue)) return neutral(scan, at, figure.end, 'name');
  if (isPlainYear(scan, figure, at) && !cue.cued && cue.comparator === null)
    return neutral(scan, at, figure.end, 'year');
  const range = readRange(scan, figure, cue);
  if (range) return addRange(scan, figure, range.second, range.value, cue);
  if (figure.unit.text === '') {
    const pair = readPair(scan, figure, cue);
    if (pair > 0) return pair;
    return addBare(scan, figure, cue);
  }
  const stop = add(scan, {
    start: figure.start,
    end: figure.unit.end,
    value: figure.value,
    unit: figure.unit,
    cue,
  });
  if (scan.pending > 0) fillPending(scan, figure.unit.text);
  return stop;
}

function addRange(scan: Scan, first: Read, second: Read, value: Value, cue: CueBefore): number {
  const { context, sink } = scan;
  const bare = second.unit.text === '';
  const end = bare ? second.end : second.unit.end;
  if (bare && !context.cell && !cue.cued && !first.decimal) {
    sink.unread.push({ start: first.start, end });
    scan.last = -1;
    return end;
  }
  const stop = add(scan, { start: first.start, end, value, unit: second.unit, cue });
  if (bare && context.cell) fromContext(sink, context);
  return stop;
}

/** A cell that is one number and perhaps a note or comparator: 2024 there is a figure, if the column has a unit. */
function isBareCell(scan: Scan, at: number): boolean {
  if (scan.context.unit === '') return false;
  const { text, floor, end } = scan;
  for (let i = floor; i < at; i++)
    if (!isSpace(text.charCodeAt(i)) && !'><≥≤＞＜-−'.includes(text.charAt(i))) return false;
  const to = skipSpace(text, readNumeral(text, at, end, false).end, end);
  return to >= end || readAfter(text, to, end, false) !== null || '(（'.includes(text.charAt(to));
}

/** Finds all quantities and neutral numbers of text[start, end), in order, into `sink`. */
export function findMentionsIn(
  text: string,
  start: number,
  end: number,
  sink: Sink,
  context: ScanContext,
): void {
  const scan: Scan = { text, floor: start, end, sink, context, quote: -1, tail: -1, last: -1, pending: 0 };
  let i = start;
  while (i < end) {
    const kind = classes[text.charCodeAt(i)];
    if (kind === 0) i++;
    else if (kind === DIGIT) i = Math.max(i + 1, readDigits(scan, i));
    else if (kind === CHINESE) i = readNumerals(scan, i);
    else {
      if (kind === OPEN_QUOTE) scan.quote = i;
      else if (kind === CLOSE_QUOTE) scan.quote = -1;
      else scan.quote = scan.quote >= 0 && text.charCodeAt(scan.quote) === 34 ? -1 : i;
      i++;
    }
  }
  dropPending(scan, null);
}

function readNumerals(scan: Scan, at: number): number {
  const { text, floor, end } = scan;
  const found = readChinese(text, at, floor, end);
  if (!found) {
    let i = at + 1;
    while (i < end && classes[text.charCodeAt(i)] === CHINESE) i++;
    return i;
  }
  if (inName(scan, at) > 0) return found.end;
  const unit: Unit = {
    end: found.end,
    text: found.unit,
    scale: '',
    kind: found.unit === '%' ? PERCENT : 0,
    hedged: found.hedged,
  };
  const from = clauseStart(text, at, floor, 24);
  return add(scan, { start: at, end: found.end, value: found.value, unit, cue: readBefore(text, at, from) });
}
