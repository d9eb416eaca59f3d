// Prints a table as lines of tab-separated cells, with the cells under a span filled where the sense asks for it.
import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';

/** A rectangle of cells that shows one text; rows and columns are counts. */
export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SpanCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** One line per cell text: tabs and breaks inside a cell would cut it in two. */
export const cellText = (text: string): string => text.replace(/[\t\r\n\v\f\u2028\u2029]+/g, ' ').trim();

/** HTML and word processors give rows of cells with spans; the result is a rectangle and its merges. */
export function layOut(rows: readonly (readonly SpanCell[])[]): { matrix: string[][]; merges: Merge[] } {
  const matrix: string[][] = rows.map(() => []);
  const merges: Merge[] = [];
  let cells = 0;
  for (const [row, line] of rows.entries()) {
    let column = 0;
    for (const cell of line) {
      while (matrix[row]?.[column] !== undefined) column++;
      const across = Math.max(1, Math.min(cell.columns, limits.sheetColumns - column));
      const down = Math.max(1, Math.min(cell.rows, rows.length - row));
      cells += across * down;
      if (cells > limits.cells) throw new Refusal('document.archiveTooLarge', { place: 'table' });
      for (let y = row; y < row + down; y++)
        for (let x = column; x < column + across; x++) {
          const target = matrix[y];
          if (target) target[x] = y === row && x === column ? cellText(cell.text) : '';
        }
      if (across > 1 || down > 1) merges.push({ row, column, rows: down, columns: across });
      column += across;
    }
  }
  const width = matrix.reduce((most, line) => Math.max(most, line.length), 0);
  for (const line of matrix) for (let x = 0; x < width; x++) line[x] ??= '';
  return { matrix, merges };
}

/** Rows at the top that belong to a header of several lines: those under or beside a span that starts in the first. */
function headerRows(matrix: readonly string[][], merges: readonly Merge[], first: number): number {
  let end = first + 1;
  for (let row = first; row < end && row < first + 4; row++) {
    for (const merge of merges) {
      if (merge.row !== row || merge.columns === matrix[0]?.length) continue;
      if (merge.columns > 1 && merge.rows === 1) end = Math.max(end, row + 2);
      if (row === first && merge.rows > 1 && merge.rows <= 4) {
        const beside = merges.some((other) => other.row === first && other.columns > 1 && other !== merge);
        if (beside) end = Math.max(end, row + merge.rows);
      }
    }
  }
  return Math.min(end, matrix.length);
}

/** A text that spans rows holds for each of them; one that spans columns is repeated only where it is a heading. */
function fill(matrix: string[][], merges: readonly Merge[], first: number): void {
  const header = headerRows(matrix, merges, first);
  const width = matrix[0]?.length ?? 0;
  for (const merge of merges) {
    const text = matrix[merge.row]?.[merge.column] ?? '';
    if (text === '' || merge.columns >= width) continue;
    const across = merge.row >= first && merge.row < header ? merge.columns : 1;
    for (let y = merge.row; y < Math.min(merge.row + merge.rows, matrix.length); y++)
      for (let x = merge.column; x < Math.min(merge.column + across, width); x++) {
        const line = matrix[y];
        if (line && line[x] === '') line[x] = text;
      }
  }
}

const isAlone = (line: readonly string[]): boolean => line.filter((cell) => cell !== '').length === 1;
const noteStart = /^(注|备注|说明|资料来源|数据来源)/;

/**
 * Lines of the table; a title above it and a note below it, one cell wide, become lines of their own. The
 * rest of a table begun on another page (`isRest`) has no title.
 */
export function tableLines(matrix: string[][], merges: readonly Merge[], isRest = false): string[] {
  const rows = matrix.length;
  if ((matrix[0]?.length ?? 0) <= 1) return matrix.map((line) => line[0] ?? '').filter((line) => line !== '');
  let first = 0;
  while (!isRest && first < rows && (isAlone(matrix[first] ?? []) || isEmpty(matrix[first] ?? []))) first++;
  if (first >= rows) first = 0;
  let last = rows;
  while (last > first && isAlone(matrix[last - 1] ?? []) && noteStart.test(alone(matrix[last - 1]))) last--;
  const before = matrix
    .slice(0, first)
    .map(alone)
    .filter((line) => line !== '');
  const after = matrix.slice(last).map(alone);
  fill(matrix, merges, first);
  return [
    ...before,
    ...matrix
      .slice(first, last)
      .filter((l) => !isEmpty(l))
      .map((l) => l.join('\t')),
    ...after,
  ];
}

const isEmpty = (line: readonly string[]): boolean => line.every((cell) => cell === '');
const alone = (line: readonly string[] | undefined): string => line?.find((cell) => cell !== '') ?? '';

/** Lines of a table given as rows of spanned cells. */
export function spannedLines(rows: readonly (readonly SpanCell[])[]): string[] {
  const { matrix, merges } = layOut(rows);
  return tableLines(matrix, merges);
}
