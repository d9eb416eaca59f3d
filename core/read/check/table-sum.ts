// Whether the rows of a table add up to its totals: which rows a total sums is tried on the figures, never assumed.

import { clean } from '../item/tables/figure.ts';
import type { FigureCell, FigureColumn, FigureGrid, FigureRow } from '../item/tables/figure-grid.ts';
import type { Check, Span } from '../reading.ts';
import { halfDigit, within } from './rounding.ts';

export interface Note extends Span {
  readonly text: string;
}

interface ColumnSum {
  readonly column: FigureColumn;
  readonly total: FigureCell;
  readonly found: number;
  readonly residual: number;
  readonly rounding: number;
  readonly ok: boolean;
}

const notAdditive = /率|增速|增幅|增长|同比|平均|人均|均价|单价|排名|位次|进度|指数|倍|比上年|±/;

/** Rates do not add up; shares of a whole do. */
const isAdditive = (column: FigureColumn): boolean =>
  column.column.role === 'share' ||
  (column.unit !== '%' && column.unit !== '‰' && !notAdditive.test(column.column.head));

function sumColumn(
  matrix: FigureGrid,
  at: number,
  total: FigureRow,
  parts: readonly FigureRow[],
): ColumnSum | null {
  const column = matrix.columns[at];
  const printed = total.cells[at];
  if (column === undefined || !printed || !isAdditive(column)) return null;
  let sum = 0;
  let operands = 0;
  for (const part of parts) {
    const cell = part.cells[at];
    if (!cell) continue;
    sum += cell.figure.value;
    operands += 1;
  }
  if (operands < 2) return null;
  const found = clean(sum);
  const residual = clean(found - printed.figure.value);
  const rounding = clean(halfDigit(column.decimals, column.unit) * (operands + 1));
  return { column, total: printed, found, residual, rounding, ok: within(residual, rounding) };
}

const sums = (matrix: FigureGrid, total: FigureRow, parts: readonly FigureRow[]): readonly ColumnSum[] =>
  parts.length < 2
    ? []
    : matrix.columns.map((_, at) => sumColumn(matrix, at, total, parts)).filter((sum) => sum !== null);

const isCounted = (row: FigureRow): boolean => row.level !== 9;

/** Rows between one total and the next, in one direction. */
function stretch(rows: readonly FigureRow[], from: number, step: 1 | -1): FigureRow[] {
  const found: FigureRow[] = [];
  for (let at = from + step; at >= 0 && at < rows.length; at += step) {
    const row = rows[at];
    if (row === undefined || row.role !== 'item') break;
    if (isCounted(row)) found.push(row);
  }
  return found;
}

/** The outermost numbered rows of a stretch: 一、 before (一) before 1. */
function outermost(rows: readonly FigureRow[]): readonly FigureRow[] {
  if (rows.length === 0) return rows;
  const least = Math.min(...rows.map((row) => (row.level === 0 ? 8 : row.level)));
  return rows.filter((row) => (row.level === 0 ? 8 : row.level) === least);
}

/** Ways in which a total may be the sum of other rows, the natural ones first. */
function readings(rows: readonly FigureRow[], at: number): readonly (readonly FigureRow[])[] {
  const row = rows[at];
  if (row === undefined) return [];
  const [below, above] = [stretch(rows, at, 1), stretch(rows, at, -1)];
  const found: (readonly FigureRow[])[] = [below, above, outermost(below), outermost(above)];
  if (row.role === 'total') {
    const others = rows.filter((one) => one !== row && isCounted(one));
    const subtotals = others.filter((one) => one.role === 'subtotal');
    found.push(
      subtotals,
      others.filter((one) => one.role === 'item'),
      outermost(others.filter((one) => one.role === 'item')),
    );
  }
  const before = rows.slice(0, at).findLast((one) => one.role !== 'item');
  if (before !== undefined) found.push([before, ...above], [before, ...outermost(above)]);
  return found.filter((parts) => parts.length >= 2);
}

/** Sums that miss by more than this in most columns make another kind of table, not a contradiction. */
const NEAR = 0.1;

function bestReading(matrix: FigureGrid, at: number): readonly ColumnSum[] {
  const total = matrix.rows[at];
  if (total === undefined) return [];
  let best: readonly ColumnSum[] = [];
  let bestFits = 0;
  let near: readonly ColumnSum[] = [];
  for (const parts of readings(matrix.rows, at)) {
    const columns = sums(matrix, total, parts);
    const fits = columns.filter((sum) => sum.ok).length;
    if (fits > bestFits) [best, bestFits] = [columns, fits];
    const close = columns.filter(
      (sum) => Math.abs(sum.residual) <= Math.abs(sum.total.figure.value) * NEAR,
    ).length;
    if (near.length === 0 && columns.length > 0 && close * 2 >= columns.length) near = columns;
  }
  return bestFits > 0 ? best : near;
}

/** (一) and (二) under 一、: only where half of the columns agree, because such lists are often partial. */
function levelSums(matrix: FigureGrid, at: number): readonly ColumnSum[] {
  const parent = matrix.rows[at];
  if (parent === undefined || parent.role !== 'item' || parent.level === 0 || parent.level === 9) return [];
  const inside: FigureRow[] = [];
  for (let next = at + 1; next < matrix.rows.length; next += 1) {
    const row = matrix.rows[next];
    if (row === undefined || row.role !== 'item' || (row.level !== 0 && row.level <= parent.level)) break;
    if (isCounted(row)) inside.push(row);
  }
  const columns = inside.length < 2 ? [] : sums(matrix, parent, outermost(inside));
  return columns.filter((sum) => sum.ok).length * 2 >= columns.length && columns.some((sum) => sum.ok)
    ? columns
    : [];
}

/** A table has a few totals; one with hundreds is a list of sums, and trying them all would cost the square of its length. */
const MOST_TOTALS = 120;

const explains = /均|重复|计数|口径|四舍五入|不含|不等|剔除|交叉|打捆/;

export function tableSums(matrix: FigureGrid, notes: readonly Note[]): readonly Check[] {
  const checks: Check[] = [];
  if (matrix.rows.filter((row) => row.role !== 'item').length > MOST_TOTALS) return checks;
  const note = notes.find((one) => explains.test(one.text));
  matrix.rows.forEach((row, at) => {
    const found = row.role === 'item' ? levelSums(matrix, at) : bestReading(matrix, at);
    for (const sum of found) {
      checks.push({
        rule: 'table.sum',
        ok: sum.ok,
        expected: sum.total.figure.value,
        found: sum.found,
        residual: sum.residual,
        rounding: sum.rounding,
        what: `${row.label} ${sum.column.column.head}`,
        start: sum.total.cell.start,
        end: sum.total.cell.end,
        ...(sum.ok || note === undefined ? {} : { explainedBy: { start: note.start, end: note.end } }),
      });
    }
  });
  return checks;
}
