// Whether a line goes on from the one before: lines break inside words and numbers, at page ends, at the right margin.

import { endOfDigits, isDigit, isHan, isLatin, signKind, terminalSign } from '../source/sign.ts';
import type { FoldedText } from '../structure.ts';
import { brokenWords } from './broken-words.ts';
import { headingNumberAt } from './heading-number.ts';
import { type Line, widthOf } from './line.ts';
import { type LineStart, lineStartOf } from './line-start.ts';

/** How the lines of a document are set. */
export interface Setting {
  /** Width of a full line where lines are broken at a margin, 0 where each line is a paragraph. */
  readonly fullWidth: number;
  /** True where paragraphs begin with an indent. */
  readonly indented: boolean;
}

const sampleSize = 600;
const shortestFull = 12;
const widestMargin = 112;

/** Finds the margin: half of all longer lines end within two signs of the same width. */
export function settingOf(folded: FoldedText, lines: readonly Line[]): Setting {
  const sample = lines.filter((line) => line.kind === 'text' && line.end - line.start >= shortestFull);
  const step = Math.max(1, Math.floor(sample.length / sampleSize));
  const widths: number[] = [];
  let indents = 0;
  for (let i = 0; i < sample.length; i += step) {
    const line = sample[i];
    if (line === undefined || line.end - line.start > widestMargin) continue;
    widths.push(widthOf(folded, line));
    if (line.indent > 0) indents += 1;
  }
  const indented = indents > 0 && indents < widths.length * 0.8;
  if (widths.length < 15 || widths.length * step < sample.length * 0.8) return { fullWidth: 0, indented };
  widths.sort((a, b) => a - b);
  const full = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const near = widths.filter((width) => width >= full - 4 && width <= full + 4).length;
  return { fullWidth: near * 2 >= widths.length && full <= widestMargin ? full : 0, indented };
}

/** What is known of the running text that a line may go on from. */
export interface OpenText {
  /** Start of its first line. */
  readonly start: number;
  /** Its last printed line. */
  last: Line;
  /** Signs of it so far. */
  length: number;
  readonly opening: LineStart;
  /** How far it was looked through for the two marks below; most texts never need to be. */
  seenTo: number;
  /** Whether it holds a full stop. */
  hasStop: boolean;
  /** Whether it holds a comma, semicolon or colon. */
  hasMark: boolean;
}

/** Opens a text with its first line. */
export const openText = (line: Line, opening: LineStart): OpenText => ({
  start: line.start,
  last: line,
  length: line.end - line.start,
  opening,
  seenTo: line.start,
  hasStop: false,
  hasMark: false,
});

/** Looks through the part of the text that was not looked through before. */
function look(text: string, open: OpenText): OpenText {
  if (open.seenTo < open.last.end) {
    const words = text.slice(open.seenTo, open.last.end);
    open.hasStop ||= words.includes('。');
    open.hasMark ||= words.includes(',') || words.includes(':') || words.includes(';');
    open.seenTo = open.last.end;
  }
  return open;
}

/** Whether `line` goes on from the text that is open; `overPage` where only a page mark stands between. */
export function goesOn(
  folded: FoldedText,
  open: OpenText,
  line: Line,
  opening: LineStart,
  setting: Setting,
  overPage: boolean,
): boolean {
  const { text } = folded;
  const end = open.last.end;
  const atMargin = setting.fullWidth > 0 && (line.blanks === 0 || overPage);
  const isFull = atMargin && isFullLine(folded, open.last, setting);
  if (opening === 'number') return goesOnWithNumber(text, open, line, isFull);
  if (opening === 'bracketedOwner') return look(text, open).hasStop || isOpenEnded(text, open.start, end);
  if (opening !== 'plain') return false;
  if (isBareNumber(text, open)) return true;
  if (isClosed(text, open, line) && !(isFull && open.opening === 'owner')) return false;
  const finished = endsSentence(text, open.last) && !isMarkInBracket(text, open);
  if (!atMargin) return !finished && (dangles(text, open, line) || isSentencePart(text, open, line));
  if (!isFull) return !finished && dangles(text, open, line);
  return finished ? setting.indented && line.indent === 0 : line.indent === 0 || !setting.indented;
}

const bareNumber = /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])$/;

/** Converters print the number of a heading on a line of its own. */
const isBareNumber = (text: string, open: OpenText): boolean =>
  open.length <= 5 && bareNumber.test(text.slice(open.start, open.last.end));

/** A colon or semicolon ends nothing while a bracket is open: (牵头单位:某某局;责任单位: */
const isMarkInBracket = (text: string, open: OpenText): boolean =>
  ':;'.includes(text[open.last.end - 1] ?? ' ') && isOpenEnded(text, open.start, open.last.end);

/** A full line may end two signs short where a mark would not fit, and an indent takes two more. */
function isFullLine(folded: FoldedText, line: Line, setting: Setting): boolean {
  const slack = line.indent > 0 ? 9 : 5;
  return widthOf(folded, line) >= setting.fullWidth - slack;
}

/** A line that seems to open with a number goes on where the line above breaks off in a sentence: 居全国第 6、实现… */
function goesOnWithNumber(text: string, open: OpenText, line: Line, isFull: boolean): boolean {
  if (!isMidSentence(text, open)) return false;
  if (brokenDecimalAt(text, line) > 0 || text[open.last.end - 1] === '第') return true;
  return isFull && isDigit(text.charCodeAt(line.start));
}

const isMidSentence = (text: string, open: OpenText): boolean =>
  !endsSentence(text, open.last) &&
  !isTitleLine(text, open) &&
  (open.opening === 'plain' || look(text, open).hasStop);

/**
 * A line that begins "1. 6万" in the middle of a sentence goes on with the figure 1.6; answers where its decimals start,
 * or -1 where the line begins otherwise or with the number of an item (1. 2024年…).
 */
export function brokenDecimalAt(text: string, line: Line): number {
  const digits = endOfDigits(text, line.start, line.start + 4);
  if (digits === line.start || text[digits] !== '.' || text[digits + 1] !== ' ') return -1;
  const end = endOfDigits(text, digits + 2, digits + 6);
  return end === digits + 2 || text[end] === '年' ? -1 : digits + 2;
}

/** Lines that stand alone whatever follows. */
function isClosed(text: string, open: OpenText, line: Line): boolean {
  switch (open.opening) {
    case 'caption':
    case 'date':
    case 'documentNumber':
    case 'address':
      return true;
    case 'attachment':
      return open.length < 8;
    case 'owner':
      return !isRestOfUnits(text, open, line);
    default:
      return false;
  }
}

const unitEndings = '局委办府会院厅部心团司学队区县市场校协联社站所处行室厂馆局)';

/** The rest of a broken list of units: 滨江区、临安区 … 政府. */
function isRestOfUnits(text: string, open: OpenText, line: Line): boolean {
  const last = text[open.last.end - 1] ?? '';
  if (last === ',' || last === '、') return true;
  if (line.end - line.start > 60 || text[line.start] === '《') return false;
  const end = text[line.end - 1] === '。' ? line.end - 2 : line.end - 1;
  return unitEndings.includes(text[end] ?? ' ') && !/[。:;\d]/.test(text.slice(line.start, end));
}

const longestBracket = 400;

/** Whether a line ends a sentence: with 。 ; : ! ? also before a closing quotation, or with a bracketed list of owners. */
export function endsSentence(text: string, line: Line): boolean {
  const last = text.charCodeAt(line.end - 1);
  if (signKind[last] === terminalSign || last === 0x3a) return true;
  if (last === 0x201d || last === 0x300b) return signKind[text.charCodeAt(line.end - 2)] === terminalSign;
  if (last !== 0x29 && last !== 0x5d && last !== 0x3011) return false;
  const from = Math.max(line.start, line.end - longestBracket);
  const open =
    from + text.slice(from, line.end).lastIndexOf(last === 0x29 ? '(' : last === 0x5d ? '[' : '【');
  if (open < from) return true;
  return (
    lineStartOf(text, open, line.end) === 'bracketedOwner' ||
    signKind[text.charCodeAt(open - 1)] === terminalSign
  );
}

const hangingSigns = '、,—-“‘《〈(〔[及和与的在对为从由向把将了是或等以至';
const afterFigure = '亿万千百个家项人次户名元年月日米吨公里度倍所件台套间张座处条场亩平方%‰点左以';

/** A break that no sentence can have: after a comma, within a bracket or quotation, between a figure and its unit. */
function dangles(text: string, open: OpenText, line: Line): boolean {
  const last = text.charCodeAt(open.last.end - 1);
  const sign = text[open.last.end - 1] ?? '';
  if (isTitleLine(text, open))
    return (
      line.blanks === 0 && ('及和与、“《('.includes(sign) || isOpenEnded(text, open.start, open.last.end))
    );
  if (hangingSigns.includes(sign)) return true;
  const next = text.charCodeAt(line.start);
  if (isDigit(last) && (isDigit(next) || afterFigure.includes(text[line.start] ?? ' '))) return true;
  if (',、。;)”》%'.includes(text[line.start] ?? ' ')) return true;
  if (brokenWords.has(`${sign}${text[line.start] ?? ''}`)) return true;
  return isOpenEnded(text, open.start, open.last.end);
}

/** A heading line: a number and at most forty signs without a full stop or colon. */
function isTitleLine(text: string, open: OpenText): boolean {
  if (open.length > 44 || look(text, open).hasStop) return false;
  if (text.slice(open.start, open.last.end - 1).includes(':')) return false;
  const number = headingNumberAt(text, open.start, open.last.end);
  return number !== null && number.style !== 'circled';
}

/** More brackets or quotations opened than closed in the last signs. */
function isOpenEnded(text: string, start: number, end: number): boolean {
  let depth = 0;
  for (let i = end - 1; i >= Math.max(start, end - 200); i -= 1) {
    const sign = text.charCodeAt(i);
    if (sign === 0x29 || sign === 0x201d || sign === 0x300b) depth += 1;
    else if (sign === 0x28 || sign === 0x201c || sign === 0x300a) {
      depth -= 1;
      if (depth < 0) return true;
    } else if (sign === 0x3002 && depth > 0) return false;
  }
  return false;
}

const documentWords =
  /(?:的(?:通知|报告|意见|决定|公告|通告|函|批复|办法|规定|方案|措施|说明)|报告|规划|纲要|清单)$/;
const titleHead = /^(?:关于|.{2,24}(?:人民政府|办公厅|办公室|委员会|局)(?:关于|印发|转发|$))/;
const shortTail = 14;

/** Running text left without a mark at its end: body text goes on, titles and signatures do not. */
function isSentencePart(text: string, open: OpenText, line: Line): boolean {
  const length = line.end - line.start;
  const ends = text[line.end - 1];
  if (isTitleLine(text, open)) {
    const number = headingNumberAt(text, open.start, open.last.end);
    if (number?.style !== 'digit') return false;
    if (line.blanks === 0 && isFigure(text, line)) return true;
    return length <= shortTail && ends === '。' && open.length > 12;
  }
  look(text, open);
  if (open.hasStop || open.hasMark) return true;
  if (open.length <= 60 && titleHead.test(text.slice(open.start, open.last.end).replaceAll('\n', ''))) {
    return length <= 40 && documentWords.test(text.slice(line.start, line.end));
  }
  if (length <= shortTail && ends === '。') return true;
  return (
    open.length >= 30 && length >= shortTail && isWord(text, open.last.end - 1) && isWord(text, line.start)
  );
}

/** A line that begins with a figure that is no year. */
const isFigure = (text: string, line: Line): boolean => {
  const digits = endOfDigits(text, line.start, line.end);
  return digits > line.start && !(digits - line.start === 4 && text[digits] === '年');
};

const isWord = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return isHan(code) || isDigit(code) || isLatin(code);
};
