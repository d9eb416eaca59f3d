// Whether a line goes on from the one before: lines break inside words and numbers, at page ends, at the right margin.

import { endOfDigits, isDigit, isHan, isLatin } from '../source/sign.ts';
import type { FoldedText } from '../structure.ts';
import { brokenWords } from './broken-words.ts';
import { headingNumberAt } from './heading-number.ts';
import type { Line } from './line.ts';
import type { LineStart } from './line-start.ts';
import { endsSentence, isOpenEnded } from './sentence-end.ts';
import { isFullLine, type Setting } from './setting.ts';

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
