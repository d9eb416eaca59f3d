// Which cells of a row printed one to a line are one cell: units under each other in the column of units.
import type { GridCell } from '../structure.ts';
import type { PrintedRow } from './rows.ts';

/** 单位 alone is the column of measures. */
const unitColumn = /^(?:责任|牵头|主办|承办|配合|协办|参与|实施|主管|落实)(?:单位|部门|主体)$|^部门$/;
const unitName =
  /^[\u4e00-\u9fa5()]{2,20}(?:[局委办部院会区县镇乡所站处队台馆]|中心|指挥部|公司|集团|政府|街道|单位|部门)$/;

/** Rows with as many cells as the header has, where the cells too many are units that stand below a unit. */
export function joinStackedUnits(
  text: string,
  header: readonly string[],
  rows: readonly PrintedRow[],
): readonly PrintedRow[] {
  const column = header.findIndex((name) => unitColumn.test(name));
  if (column < 0) return rows;
  return rows.map((row) => {
    const more = row.cells.length - header.length;
    const stack = row.cells.slice(column, column + more + 1);
    return more > 0 && stack.length === more + 1 && stack.every((cell) => unitName.test(cell.text))
      ? joined(text, row, column, stack)
      : row;
  });
}

function joined(text: string, row: PrintedRow, column: number, stack: readonly GridCell[]): PrintedRow {
  const start = stack[0]?.start ?? row.start;
  const end = stack.at(-1)?.end ?? start;
  const cell: GridCell = { start, end, text: text.slice(start, end), filled: false };
  const cells = [...row.cells.slice(0, column), cell, ...row.cells.slice(column + stack.length)];
  return { start: row.start, end: row.end, cells };
}
