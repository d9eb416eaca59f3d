// What the cells of each printed row are, before anything is said about headers and spans.

import type { GridCell } from '../structure.ts';
import { gluedRows } from './glued-rows.ts';
import type { AreaForm } from './table-areas.ts';

/** A printed line of a table. */
export interface RowLine {
  readonly start: number;
  readonly end: number;
  /** Row the line belongs to, for tables that print one cell a line. */
  readonly row: number;
}

export interface PrintedRow {
  readonly start: number;
  readonly end: number;
  readonly cells: GridCell[];
}

/** Cuts the lines of one table into rows of cells. */
export function printedRows(text: string, lines: readonly RowLine[], form: AreaForm): PrintedRow[] {
  if (form === 'lines') return rowsOfCells(text, lines);
  if (form === 'glued') return gluedRows(text, lines);
  if (form === 'tabs') return lines.map((line) => cutRow(text, line.start, line.end, 0x09));
  const framed = lines.filter((line) => text[line.start] === '|').length * 2 > lines.length;
  const rows: PrintedRow[] = [];
  for (const line of lines) {
    const row = pipeRow(text, line, framed);
    if (row !== null) rows.push(row);
  }
  return rows;
}

export function cellAt(text: string, start: number, end: number): GridCell {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to, text: text.slice(from, to), filled: false };
}

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x09;

function cutRow(text: string, start: number, end: number, separator: number): PrintedRow {
  const cells: GridCell[] = [];
  let from = start;
  for (let i = start; i <= end; i += 1) {
    if (i < end && text.charCodeAt(i) !== separator) continue;
    cells.push(cellAt(text, from, i));
    from = i + 1;
  }
  return { start, end, cells };
}

/** A row between pipes; null for a line of pipes or of dashes under a header. */
function pipeRow(text: string, line: RowLine, framed: boolean): PrintedRow | null {
  let { start, end } = line;
  if (framed && text[start] === '|') start += 1;
  while (end > start && (text[end - 1] === '|' || text[end - 1] === ' ')) end -= 1;
  if (start >= end) return null;
  const row = cutRow(text, start, end, 0x7c);
  const isRule = row.cells.every((cell) => /^:?-+:?$/.test(cell.text));
  return isRule || row.cells.every((cell) => cell.text === '') ? null : row;
}

function rowsOfCells(text: string, lines: readonly RowLine[]): PrintedRow[] {
  const rows: PrintedRow[] = [];
  let last = -1;
  for (const line of lines) {
    const closed = text.endsWith('|', line.end) && line.end > line.start ? line.end - 1 : line.end;
    const cell = cellAt(text, line.start, closed);
    const row = rows.at(-1);
    if (line.row !== last || row === undefined)
      rows.push({ start: line.start, end: line.end, cells: [cell] });
    else {
      row.cells.push(cell);
      rows[rows.length - 1] = { start: row.start, end: line.end, cells: row.cells };
    }
    last = line.row;
  }
  return rows;
}
