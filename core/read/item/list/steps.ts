// Where one step of a schedule ends and the next begins: at ; and 。, at a bracketed sub-heading, at a comma before the next date.
import type { Span } from '../../reading.ts';

export interface Step extends Span {
  readonly text: string;
  /** Bracketed sub-heading it stands under: [规范提升机构]. */
  readonly heading: string;
}

const dateStart =
  /^\s*(?:力争|确保|争取)?\s*(?:\d{1,2}\s*月|(?:20\d\d年|第)?[一二三四]季度|上半年|下半年|年底|年内)/;
const hasDate = /\d月|季度|半年|年底|年内/;
/** 3月底前, is the date of the words after the comma, no step of its own. */
const onlyDate = /^\s*\d{1,2}月[^,;。]{0,4}$/;

export const beginsWithDate = (text: string): boolean => dateStart.test(text);

const code = (sign: string): number => sign.charCodeAt(0);
const SEMICOLON = code(';');
const STOP = code('。');
const NEWLINE = code('\n');
const COMMA = code(',');
const OPEN = code('[');
const OPEN_BLACK = code('【');
/** Signs that a date can begin with; looked at first because most commas stand before other words. */
const dateSigns = new Set([...'0123456789力确争第一二三四上下年 '].map(code));

const isEdge = (sign: number): boolean => sign === 32 || sign === COMMA || sign === 9 || sign === NEWLINE;

function nextDateAfter(text: string, start: number, comma: number): boolean {
  if (!dateSigns.has(text.charCodeAt(comma + 1))) return false;
  if (!dateStart.test(text.slice(comma + 1, comma + 14))) return false;
  const before = text.slice(start, comma);
  return hasDate.test(before) && !onlyDate.test(before);
}

export function steps(text: string, span: Span): readonly Step[] {
  const found: Step[] = [];
  let heading = '';
  let start = span.start;
  const push = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && isEdge(text.charCodeAt(from))) from += 1;
    while (to > from && isEdge(text.charCodeAt(to - 1))) to -= 1;
    if (to > from) found.push({ start: from, end: to, text: text.slice(from, to), heading });
  };
  for (let at = span.start; at < span.end; at += 1) {
    const sign = text.charCodeAt(at);
    const ends = sign === SEMICOLON || sign === STOP || sign === NEWLINE;
    if (ends || (sign === COMMA && nextDateAfter(text, start, at))) {
      push(at);
      start = at + 1;
    } else if (sign === OPEN || sign === OPEN_BLACK) {
      const close = text.indexOf(sign === OPEN ? ']' : '】', at);
      if (close < 0 || close >= span.end) continue;
      push(at);
      heading = text.slice(at + 1, close).trim();
      start = close + 1;
      at = close;
    }
  }
  push(span.end);
  return found;
}
