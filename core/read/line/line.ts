// What the printed lines of the folded text are, before any of them is joined to another.
import type { FoldedText } from '../structure.ts';

/** text: running text or heading; furniture: page marks and web frames; row, pipe, cell: table; note: at the page foot. */
export type LineKind = 'text' | 'furniture' | 'row' | 'pipe' | 'cell' | 'note';

export interface Line {
  readonly start: number;
  readonly end: number;
  /** Empty lines before it. */
  readonly blanks: number;
  /** Width of the space before its first sign; one narrow space is a slip, not an indent. */
  readonly indent: number;
  /** True where a form feed stands before it. */
  readonly afterPage: boolean;
  kind: LineKind;
  /** Index of the table area it belongs to, -1 for none. */
  area: number;
  /** Row of that area, for tables that print one cell a line. */
  row: number;
  /** True where it goes on from the line before, inside a word, a cell or a sentence. */
  joined: boolean;
}

/** Cuts the folded text at its line ends; empty lines are only counted. */
export function splitLines(folded: FoldedText): Line[] {
  const { text, at, source } = folded;
  const hasPages = source.includes('\f');
  const lines: Line[] = [];
  let blanks = 0;
  let afterPage = false;
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (hasPages && start > 0 && source[at[start - 1] ?? 0] === '\f') afterPage = true;
    if (isBlank(text, start, end)) blanks += 1;
    else {
      const from = start > 0 ? (at[start - 1] ?? 0) + 1 : 0;
      const indent = indentOf(source, from, at[start] ?? 0);
      lines.push({ start, end, blanks, indent, afterPage, kind: 'text', area: -1, row: -1, joined: false });
      blanks = 0;
      afterPage = false;
    }
    start = end + 1;
  }
  return lines;
}

function indentOf(source: string, from: number, to: number): number {
  const wide = to - from === 1 && source.charCodeAt(from) === 0x3000;
  return wide ? 2 : to - from > 1 ? to - from : 0;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) if (text.charCodeAt(i) !== 0x09) return false;
  return true;
}

/** Printed width of a line: signs of full width count 2, all others 1, as the source has them. */
export function widthOf(folded: FoldedText, line: Line): number {
  const { source, at } = folded;
  const from = at[line.start] ?? 0;
  const to = (at[line.end - 1] ?? 0) + 1;
  let width = to - from;
  for (let i = from; i < to; i += 1) if (source.charCodeAt(i) > 0x2000) width += 1;
  return width;
}
