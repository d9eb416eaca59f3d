// Which lines of pipes are tables whose cells stand on lines of their own, each closed by a pipe, rows parted by bare pipes.
import type { Line } from '../line/line.ts';
import type { TableArea } from './table-areas.ts';

const leastRows = 3;

const isBare = (text: string, line: Line): boolean => /^[| ]+$/.test(text.slice(line.start, line.end));

/** The lines between bare pipes, row by row; what stands before the first is no row. */
function rowsOf(text: string, group: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of group) {
    if (isBare(text, line)) rows.push([]);
    else rows.at(-1)?.push(line);
  }
  return rows.filter((row) => row.length > 0);
}

/** Marks such a table as an area of form 'lines'; false where the group is none. */
export function markStackedPipes(text: string, group: readonly Line[], areas: TableArea[]): boolean {
  const rows = rowsOf(text, group);
  const sizes = new Map<number, number>();
  for (const { length } of rows) sizes.set(length, (sizes.get(length) ?? 0) + 1);
  const [columns, times] = [...sizes].reduce((best, size) => (size[1] > best[1] ? size : best), [0, 0]);
  if (columns < 2 || times < leastRows) return false;
  const first = rows.findIndex((row) => row.length === columns);
  for (const line of group) line.kind = isBare(text, line) ? 'furniture' : 'text';
  rows.slice(first).forEach((row, index) => {
    for (const line of row) {
      line.kind = 'cell';
      line.area = areas.length;
      line.row = index;
    }
  });
  areas.push({ form: 'lines', columns });
  return true;
}
