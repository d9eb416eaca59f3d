// Which lines make up a table: rows with tabs, rows with pipes, or a header and cells printed one to a line.

import type { Line } from '../line/line.ts';
import { lineStartOf } from '../line/line-start.ts';
import { markCellRuns } from './cell-runs.ts';
import { gluedHeader } from './glued-rows.ts';
import { markStackedPipes } from './stacked-pipes.ts';

export type AreaForm = 'tabs' | 'pipes' | 'lines' | 'glued';

export interface TableArea {
  readonly form: AreaForm;
  /** Number of columns; for pipes the most common number of cells, empty ends not counted. */
  readonly columns: number;
}

/** Marks the lines of every table with their area; lines that stay alone are running text again. */
export function markTables(text: string, lines: readonly Line[]): TableArea[] {
  const areas: TableArea[] = [];
  markSeparated(text, lines, '\t', 'row');
  markSeparated(text, lines, '|', 'pipe');
  let group: Line[] = [];
  let fragments: Line[] = [];
  for (const line of lines) {
    if (line.kind === 'furniture') continue;
    const first = group[0];
    if (line.kind === 'row' || line.kind === 'pipe') {
      if (first !== undefined && first.kind !== line.kind) {
        closeArea(text, group, areas);
        group = [];
        fragments = [];
      }
      group.push(...fragments, line);
      fragments = [];
    } else if (first !== undefined && fragments.length < 2 && isFragment(text, line)) fragments.push(line);
    else {
      closeArea(text, group, areas);
      group = [];
      fragments = [];
    }
  }
  closeArea(text, group, areas);
  markCellRuns(text, lines, areas);
  markGlued(text, lines, areas);
  return areas;
}

/** Gives every line that holds the separator its kind; positions are looked up once each. */
function markSeparated(text: string, lines: readonly Line[], separator: string, kind: 'row' | 'pipe'): void {
  let at = text.indexOf(separator);
  if (at < 0) return;
  for (const line of lines) {
    while (at >= 0 && at < line.start) at = text.indexOf(separator, line.start);
    if (at < 0) return;
    if (at < line.end && line.kind === 'text') line.kind = kind;
  }
}

/** A line without separator between two rows goes on in the cell above, if nothing says that it begins something. */
function isFragment(text: string, line: Line): boolean {
  return line.end - line.start <= 120 && lineStartOf(text, line.start, line.end) === 'plain';
}

function closeArea(text: string, group: readonly Line[], areas: TableArea[]): void {
  const first = group[0];
  if (first === undefined) return;
  const form = first.kind === 'pipe' ? 'pipes' : 'tabs';
  const counts = group.map((line) => countCells(text, line, form));
  const columns = mostCommon(counts.filter((count) => count > 1));
  const rows = counts.filter((count) => count > 1).length;
  if (rows < 2 || columns < 2) {
    if (form === 'pipes' && markStackedPipes(text, group, areas)) return;
    for (const line of group) line.kind = 'text';
    return;
  }
  for (const line of group) {
    line.area = areas.length;
    line.kind = first.kind;
  }
  joinBrokenRows(text, group, counts, columns);
  areas.push({ form, columns });
}

/** Cells of a line; of pipes the empty ends do not count. */
export function countCells(text: string, line: Line, form: AreaForm): number {
  const separator = form === 'pipes' ? 0x7c : 0x09;
  let { start, end } = line;
  if (form === 'pipes') {
    while (start < end && isPipe(text.charCodeAt(start))) start += 1;
    while (end > start && isPipe(text.charCodeAt(end - 1))) end -= 1;
    if (start === end) return 0;
  }
  let count = 1;
  for (let i = start; i < end; i += 1) if (text.charCodeAt(i) === separator) count += 1;
  return count;
}

const isPipe = (unit: number): boolean => unit === 0x7c || unit === 0x20;

function mostCommon(counts: readonly number[]): number {
  const seen = new Map<number, number>();
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, times] of seen) {
    const most = seen.get(best) ?? 0;
    if (times > most || (times === most && count > best)) best = count;
  }
  return best;
}

/** Joins lines that together make one full row: k cells and m cells make k + m - 1, the broken one counted once. */
function joinBrokenRows(
  text: string,
  group: readonly Line[],
  counts: readonly number[],
  columns: number,
): void {
  for (let i = 0; i < group.length; i += 1) {
    let cells = counts[i] ?? 0;
    if (cells === 0 || cells > columns) continue;
    let last = i;
    while (last + 1 < group.length) {
      const line = group[last + 1];
      const more = counts[last + 1] ?? 0;
      const goesOn = line !== undefined && more > 0 && !opensRow(text, line) && cells + more - 1 <= columns;
      if (!goesOn || (cells === columns && (more > 1 || !isRestOfCell(text, group[last], line)))) break;
      cells += more - 1;
      last += 1;
    }
    if (cells !== columns || last === i) continue;
    for (let k = i + 1; k <= last; k += 1) {
      const line = group[k];
      if (line !== undefined) line.joined = true;
    }
    i = last;
  }
}

/** Behind a full row a line without separator is the rest of its last cell, or a title of the rows below (经济发展). */
function isRestOfCell(text: string, above: Line | undefined, line: Line): boolean {
  if (above === undefined) return false;
  const lastCell = text.slice(Math.max(above.start, above.end - 40), above.end);
  const separator = Math.max(lastCell.lastIndexOf('\t'), lastCell.lastIndexOf('|'));
  const isLong = lastCell.length - separator > 12 || text.startsWith('。', line.end - 1);
  return isLong && text[above.end - 1] !== '。';
}

/** A row begins with its number or with an empty cell; what begins otherwise may be the rest of a broken one. */
const opensRow = (text: string, line: Line): boolean =>
  /^(?:\d{1,4}[\t|]|[\t|])/.test(text.slice(line.start, line.start + 6));

/** Marks a header whose cells run together, with the numbered rows on the lines below it. */
function markGlued(text: string, lines: readonly Line[], areas: TableArea[]): void {
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined || line.kind !== 'text' || !text.startsWith('序号', line.start)) continue;
    const header = gluedHeader(text, line.start, line.end);
    if (header === null) continue;
    const rows: Line[] = [line];
    for (let due = 1, k = i + 1; k < lines.length; k += 1) {
      const row = lines[k];
      if (row?.kind === 'furniture') continue;
      if (row === undefined || !isNumberedRow(text, row, due)) break;
      rows.push(row);
      due += 1;
    }
    if (rows.length < 3 && header.end === line.end) continue;
    for (const row of rows) {
      row.kind = 'row';
      row.area = areas.length;
    }
    areas.push({ form: 'glued', columns: header.columns.length });
  }
}

function isNumberedRow(text: string, line: Line, due: number): boolean {
  const number = String(due);
  const next = text[line.start + number.length] ?? '';
  return line.kind === 'text' && text.startsWith(number, line.start) && !/[\d.、)年月]/.test(next);
}
