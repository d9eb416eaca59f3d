// Where the documents inside a gazette begin: a title above a document number, above the line of a meeting, or one that the
// table of contents names. Any other text is one part.

import { headingNumberAt } from '../line/heading-number.ts';
import type { LogicalLine } from '../line/lay-out.ts';
import { isDigit } from '../source/sign.ts';

export interface PartStart {
  /** Index of the first line of its title. */
  readonly line: number;
  /** Index after the last line of its title. */
  readonly titleEnd: number;
}

const meetingLine =
  /^[(—]*(?:\d{4}年\d{1,2}月\d{1,2}日)?在?.{0,40}(?:会议|大会|全会|全体会议)上?(?:通过|批准)?\)?$/;
const meetingDay = /\d{4}年\d{1,2}月\d{1,2}日/;
const documentTitle =
  /^(?!第.{1,4}[章节编篇条])[^【—一二三四五六七八九十\d(].*(?:报告|通知|意见|决定|决议|公告|通告|办法|规定|批复|函|名单|解读|讲话|条例|方案|说明|简介)》?$/;
const aboutLine = /^《.{4,60}》(?:政策)?(?:解读|简介|说明)$/;
const longestTitle = 80;
const headLength = 8;

/** (2024年1月29日在某市第十四届人民代表大会第四次会议上) */
export const isMeetingLine = (words: string): boolean =>
  words.length <= 60 && meetingDay.test(words) && meetingLine.test(words);

/** A line of a meeting opens with a bracket, a dash or its year. */
const mayBeMeeting = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code === 0x28 || code === 0x2014 || isDigit(code);
};

/** Finds the first line of every part; the first part begins at line 0. */
export function findParts(
  text: string,
  lines: readonly LogicalLine[],
  contents: readonly string[],
): PartStart[] {
  const named = contents.filter((title) => title.length >= 4 && documentTitle.test(title));
  // One title in a table of contents is that of the text itself.
  const titles = named.length > 1 ? named : [];
  const byHead = new Map(titles.map((title) => [title.slice(0, headLength), title]));
  const starts: PartStart[] = [];
  const add = (start: PartStart): void => {
    const last = starts.at(-1);
    if (last === undefined || start.line >= last.titleEnd + 1) starts.push(start);
  };
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (line?.kind !== 'text' || line.end - line.start > longestTitle) continue;
    if (titles.length === 0 && line.opening !== 'documentNumber' && !mayBeMeeting(text, line.start)) continue;
    const words = text.slice(line.start, line.end);
    const title = byHead.get(words.slice(0, headLength));
    const isListed = title !== undefined && words.startsWith(title) && words.length - title.length <= 4;
    if (isListed || (titles.length > 0 && aboutLine.test(words))) add({ line: i, titleEnd: i + 1 });
    else if (line.opening === 'documentNumber' || isMeetingLine(words)) {
      const first = titleAbove(text, lines, i);
      if (first < i) add({ line: first, titleEnd: i });
    }
  }
  const first = starts[0];
  if (first === undefined || first.line > 0) starts.unshift({ line: 0, titleEnd: 0 });
  return starts.length > 2 || titles.length > 0 ? starts : [{ line: 0, titleEnd: starts[0]?.titleEnd ?? 0 }];
}

/** 某市人民政府公报, 2024年第3期(总第45期): the head of a gazette, no title of what it prints. */
const masthead =
  /^(?:.{2,20}公报|(?:\d{4}年?)?第\d{1,3}[期号](?:\(总第?\d{1,5}期?\))?|\(?总第?\d{1,5}期\)?)$/;

/** First of at most three title lines right above line `i`. */
function titleAbove(text: string, lines: readonly LogicalLine[], i: number): number {
  let first = i;
  while (first > 0 && i - first < 3 && isTitleLike(text, lines[first - 1])) {
    const above = lines[first - 1];
    if (above && masthead.test(text.slice(above.start, above.end))) break;
    first -= 1;
  }
  return first;
}

/** A line that may be (part of) a title: short, without full stop, number or address. */
export function isTitleLike(text: string, line: LogicalLine | undefined): boolean {
  if (line?.kind !== 'text' || line.end - line.start > longestTitle || line.end - line.start < 3)
    return false;
  if (line.opening !== 'plain') return false;
  const words = text.slice(line.start, line.end);
  return (
    !/[。;!,]/.test(words) && headingNumberAt(text, line.start, line.end) === null && !isMeetingLine(words)
  );
}
