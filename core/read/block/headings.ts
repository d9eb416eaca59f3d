// Which numbered lines are headings, and where their titles end.
//
// 第一章, 一、 and (一) open a heading unless the line reads as an item of a list. The title runs to the first full stop or
// to the end of the line; what follows the stop is a paragraph that begins right behind it (paragraph.start is
// heading.end + 1), so that a run-in heading and its text can be put together again.
// 1. and narrower numbers open a heading only where the line reads as a title: short, no figure with a unit, and either
// followed by more text in the line or standing alone above what belongs to it. A numbered sentence that says what is to
// be done (12. 新增能耗…不低于70%。), or one with its owners on the line below, is a paragraph with its number in front:
// readers of items look for numbers there. 第一条 and ① open one only where more text runs on behind a short title.
import { type HeadingNumber, headingNumberAt, type NumberStyle } from '../line/heading-number.ts';
import { type LineStart, lineStartOf } from '../line/line-start.ts';

export interface HeadingCut {
  readonly titleStart: number;
  readonly titleEnd: number;
  /** Where the text after the title begins; the end of the line where nothing follows. */
  readonly bodyStart: number;
}

/** The line below a numbered one. */
export interface FollowingLine {
  readonly start: number;
  readonly end: number;
  readonly opening: LineStart;
}

/** A line of the final text with the one after it, as far as a decision about headings needs them. */
export interface NumberedLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly number: HeadingNumber;
  readonly next: FollowingLine | null;
  /** True where the item with the number before was found to be an item of a list. */
  readonly afterItem: boolean;
  /** True in a decomposition of tasks, where a run-in title belongs to its task. */
  readonly ofTasks: boolean;
}

/** Longest title of each style: in signs, up to the stop and as a whole line. */
const longest: Readonly<Record<NumberStyle, { readonly run: number; readonly line: number }>> = {
  part: { run: 50, line: 60 },
  chapter: { run: 50, line: 60 },
  section: { run: 50, line: 60 },
  article: { run: 24, line: 0 },
  han: { run: 56, line: 70 },
  hanParen: { run: 56, line: 70 },
  digit: { run: 40, line: 44 },
  dotted: { run: 24, line: 36 },
  dottedTwice: { run: 24, line: 36 },
  digitParen: { run: 24, line: 30 },
  digitHalf: { run: 24, line: 30 },
  circled: { run: 16, line: 0 },
};
const longestLead = 24;

const isWide = (style: NumberStyle): boolean =>
  style === 'han' || style === 'hanParen' || style === 'part' || style === 'chapter' || style === 'section';

/** Cuts the heading from a numbered line; null where the line is an item or a sentence. */
export function cutHeading(line: NumberedLine): HeadingCut | null {
  const { text, number, end } = line;
  const words = text.slice(number.end, Math.min(end, number.end + 130));
  const stop = words.indexOf('。');
  const cut = stop >= 0 ? cutAtStop(line, words, stop) : cutWholeLine(line, words);
  return cut !== null && cut.titleEnd > cut.titleStart ? cut : null;
}

const figureWithUnit =
  /\d[\d.,]*(?:%|‰|[亿万千百]*(?:元|美元|人|个|家|项|户|名|亩|套|公里|平方|立方|吨|件|次|台|张|所|座|处|条|场|辆|倍|位|米|亿|万|岁))/;

function cutAtStop(line: NumberedLine, words: string, stop: number): HeadingCut | null {
  const { number, end } = line;
  const title = words.slice(0, stop);
  const followed = hasMore(line, number.end + stop + 1);
  const wide = isWide(number.style);
  if (title.length > longest[number.style].run || outerIndex(title, ';') >= 0)
    return cutAtColon(line, words, wide);
  if (!wide && (!followed || figureWithUnit.test(title) || hasOwnersBelow(line))) return null;
  if (!wide && (title.includes(':') || line.ofTasks)) return null;
  if (wide && !followed && (line.afterItem || figureWithUnit.test(title))) return null;
  const titleEnd = number.end + stop;
  return { titleStart: number.end, titleEnd, bodyStart: Math.min(end, titleEnd + 1) };
}

/** A title too long for one may still be led by a word and a colon: (一)总体要求:坚持… */
function cutAtColon(line: NumberedLine, words: string, wide: boolean): HeadingCut | null {
  const colon = outerIndex(words, ':');
  if (!wide || colon < 2 || colon > longestLead || /[,、;]/.test(words.slice(0, colon))) return null;
  const titleEnd = line.number.end + colon;
  return { titleStart: line.number.end, titleEnd, bodyStart: titleEnd + 1 };
}

function cutWholeLine(line: NumberedLine, words: string): HeadingCut | null {
  const { text, number, end } = line;
  const wide = isWide(number.style);
  const last = text[end - 1] ?? '';
  if (end - number.end > longest[number.style].line) return cutAtColon(line, words, wide);
  if (last === ';' || last === ',' || last === '、' || outerIndex(words, ';') >= 0) return null;
  const colon = outerIndex(words, ':');
  if (colon >= 0 && colon < words.length - 1) return cutAtColon(line, words, wide);
  if (!wide && (line.afterItem || figureWithUnit.test(words) || hasOwnersBelow(line) || opensList(line)))
    return null;
  const titleEnd = last === ':' ? end - 1 : end;
  return { titleStart: number.end, titleEnd, bodyStart: end };
}

/** Position of a mark that stands in no bracket, or -1. */
function outerIndex(words: string, mark: string): number {
  let depth = 0;
  for (let i = 0; i < words.length; i += 1) {
    const sign = words[i];
    if (sign === '(' || sign === '[' || sign === '《') depth += 1;
    else if (sign === ')' || sign === ']' || sign === '》') depth -= 1;
    else if (sign === mark && depth <= 0) return i;
  }
  return -1;
}

/** Whether words follow the title in its line; a bracket with owners is none. */
function hasMore(line: NumberedLine, from: number): boolean {
  const { text, end } = line;
  if (from >= end) return false;
  return lineStartOf(text, from, end) !== 'bracketedOwner';
}

function hasOwnersBelow(line: NumberedLine): boolean {
  return line.next?.opening === 'owner';
}

/** A short line with the next number right below it is an item: 1. 营业执照 2. 身份证明. */
function opensList(line: NumberedLine): boolean {
  const { next, text, number } = line;
  if (next === null) return true;
  const following = headingNumberAt(text, next.start, next.end);
  return following !== null && following.style === number.style && following.value === number.value + 1;
}
