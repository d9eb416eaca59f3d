// Which runs of lines are tables printed one cell to a line: a header of n columns, then rows of n lines each. Rows are
// told by their numbers (序号 … 1 … 2 …) or by a period of words and figures that never breaks.

import type { Line } from '../line/line.ts';
import { lineStartOf } from '../line/line-start.ts';
import { isDigit } from '../source/sign.ts';
import type { TableArea } from './table-areas.ts';

const widestTable = 24;
const longestHeader = 24;
const leastRows = 2;

/** Marks every such run as an area of form 'lines'. */
export function markCellRuns(text: string, lines: readonly Line[], areas: TableArea[]): void {
  const content = lines.filter((line) => line.kind !== 'furniture');
  let i = 0;
  while (i < content.length) {
    const line = content[i];
    if (line?.kind !== 'text' || line.end - line.start > longestHeader) i += 1;
    else i = markNumbered(text, content, i, areas) ?? markPeriodic(text, content, i, areas) ?? i + 1;
  }
}

const textAt = (text: string, line: Line | undefined): string =>
  line === undefined || line.kind !== 'text' ? '\n' : text.slice(line.start, line.end);

/** A table whose header begins with 序号; answers the index after it, or null. */
function markNumbered(
  text: string,
  content: readonly Line[],
  from: number,
  areas: TableArea[],
): number | null {
  const head = textAt(text, content[from]);
  if (head !== '序号' && head !== '编号') return null;
  const first = indexOfLine(text, content, '1', from + 2, from + widestTable);
  if (first === null) return null;
  const columns = first - from;
  for (let i = from; i < first; i += 1) {
    if (textAt(text, content[i]).length > longestHeader || content[i]?.kind !== 'text') return null;
  }
  const rows: number[] = [first];
  for (let value = 2; ; value += 1) {
    const last = rows.at(-1) ?? first;
    const next = indexOfLine(text, content, String(value), last + 2, last + 3 * columns + 1);
    if (next === null) break;
    rows.push(next);
  }
  if (rows.length < leastRows) return null;
  const end = endOfLastRow(text, content, rows.at(-1) ?? first, columns);
  markArea(content, from, [from, ...rows], end, areas.length);
  areas.push({ form: 'lines', columns });
  return end;
}

function indexOfLine(
  text: string,
  content: readonly Line[],
  words: string,
  from: number,
  to: number,
): number | null {
  for (let i = from; i < Math.min(to, content.length); i += 1) {
    if (content[i]?.kind !== 'text') return null;
    if (textAt(text, content[i]) === words) return i;
  }
  return null;
}

function endOfLastRow(text: string, content: readonly Line[], start: number, columns: number): number {
  let end = start + 1;
  while (end < content.length && end < start + columns) {
    const line = content[end];
    if (line === undefined || line.kind !== 'text' || endsTable(text, line)) break;
    end += 1;
  }
  return end;
}

const endsTable = (text: string, line: Line): boolean => {
  const start = lineStartOf(text, line.start, line.end);
  return start === 'caption' || start === 'attachment' || start === 'note' || start === 'documentNumber';
};

function markArea(
  content: readonly Line[],
  from: number,
  rows: readonly number[],
  end: number,
  area: number,
): void {
  let row = -1;
  for (let i = from; i < end; i += 1) {
    const line = content[i];
    if (line === undefined) continue;
    if (rows[row + 1] === i) row += 1;
    line.kind = 'cell';
    line.area = area;
    line.row = row;
  }
}

const isFigure = (text: string, line: Line): boolean => {
  const first = text.charCodeAt(line.start);
  const length = line.end - line.start;
  if (length === 1 && '-—/'.includes(text[line.start] ?? ' ')) return true;
  return length <= 12 && (isDigit(first) || (first === 0x2d && isDigit(text.charCodeAt(line.start + 1))));
};

const longestCell = 30;
const leastPeriods = 3;

/**
 * A table without numbers: a header of words, then rows of one word and figures, each of the same length.
 * Answers the index after it, or null.
 */
function markPeriodic(
  text: string,
  content: readonly Line[],
  from: number,
  areas: TableArea[],
): number | null {
  const firstFigure = firstFigureAfter(text, content, from);
  if (firstFigure === null) return null;
  let columns = 1;
  while (columns < widestTable && isFigureAt(text, content, firstFigure - 1 + columns)) columns += 1;
  const start = firstFigure - 1 - columns;
  if (columns < 3 || start !== from) return null;
  let row = firstFigure - 1;
  const rows = [from];
  while (isRow(text, content, row, columns)) {
    rows.push(row);
    row += columns;
  }
  if (rows.length <= leastPeriods) return null;
  markArea(content, from, rows, row, areas.length);
  areas.push({ form: 'lines', columns });
  return row;
}

function firstFigureAfter(text: string, content: readonly Line[], from: number): number | null {
  for (let i = from; i < Math.min(content.length, from + widestTable); i += 1) {
    if (!isCell(text, content[i])) return null;
    if (isFigureAt(text, content, i)) return i;
  }
  return null;
}

const isCell = (text: string, line: Line | undefined): line is Line =>
  line?.kind === 'text' && line.end - line.start <= longestCell && !text.startsWith('。', line.end - 1);

function isFigureAt(text: string, content: readonly Line[], i: number): boolean {
  const line = content[i];
  return line !== undefined && isFigure(text, line);
}

function isRow(text: string, content: readonly Line[], start: number, columns: number): boolean {
  for (let k = 0; k < columns; k += 1) {
    const line = content[start + k];
    if (!isCell(text, line) || isFigure(text, line) !== k > 0) return false;
  }
  return true;
}
