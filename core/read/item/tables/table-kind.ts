// Which family a table belongs to, by the words of its head and the shape of its cells.
import type { GridBlock } from '../../structure.ts';
import { isBlank, isDash, printedCount, textAt } from './cell.ts';
import type { Column, ColumnRole } from './column.ts';
import { readFigure } from './figure.ts';

export type TableKind = 'indicator' | 'list' | 'allocation' | 'figures' | 'text';

const count = (columns: readonly Column[], role: ColumnRole): number =>
  columns.filter((column) => column.role === role).length;

/** Share of the filled cells of a column that hold one figure. */
export function figureShare(grid: GridBlock, column: number): number {
  let figures = 0;
  let filled = 0;
  for (const row of grid.rows) {
    const text = textAt(row, column);
    if (isBlank(text) || isDash(text)) continue;
    filled += 1;
    if (readFigure(text, '') !== null) figures += 1;
  }
  return filled === 0 ? 0 : figures / filled;
}

const indicatorWords = /指标|主要目标|预期目标|目标完成|目标值/;
const yearColumns = (columns: readonly Column[]): number => count(columns, 'year');

function isIndicatorTable(grid: GridBlock, columns: readonly Column[]): boolean {
  if (count(columns, 'name') === 0) return false;
  const values =
    count(columns, 'target') + count(columns, 'actual') + count(columns, 'growth') + yearColumns(columns);
  if (values === 0) return false;
  if (count(columns, 'property') + count(columns, 'assessment') + count(columns, 'unit') > 0) return true;
  const name = columns.find((column) => column.role === 'name');
  return name !== undefined && (name.head.includes('指标') || indicatorWords.test(grid.caption));
}

function isList(grid: GridBlock, columns: readonly Column[], livelihood: boolean): boolean {
  if (count(columns, 'name') === 0) return false;
  const plan = count(columns, 'schedule') + count(columns, 'deadline') + count(columns, 'official');
  const owners = count(columns, 'lead') + count(columns, 'support');
  const content = columns.some((column) => column.role === 'target' || contentHead.test(column.head));
  if (plan + owners === 0 && !content) return false;
  // Money beside what is to be built for whom by whom makes a list of 民生实事 no table of figures.
  if (livelihood && content && owners > 0) return true;
  // A list of construction projects carries owners too, but its columns are figures.
  return !columns.some((column) => isFigureColumn(grid, column));
}

/** A number beside 300张床位 promises as much as a sentence does. */
const contentHead = /(?:工作|主要|建设|具体|任务|重点)(?:内容|举措|措施|目标)/;
const decomposed = /分解|分配|下达|任务|目标|计划|指标|民生|实事/;

const figureRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'target',
  'actual',
  'growth',
  'rate',
  'share',
  'year',
  'other',
  'place',
]);

/** Half of the cells at least: the rest may be dashes with remarks. */
export const isFigureColumn = (grid: GridBlock, column: Column): boolean =>
  figureRoles.has(column.role) && figureShare(grid, column.index) >= 0.5;

export function tableKind(grid: GridBlock, columns: readonly Column[], livelihood: boolean): TableKind {
  if (grid.rows.length === 0) return 'text';
  if (count(columns, 'place') >= 3) {
    // Places beside each other without a target are a statement by district, not a decomposition.
    const spread =
      columns.some((column) => /目标|任务|分解/.test(column.head)) || decomposed.test(grid.caption);
    return spread ? 'allocation' : 'figures';
  }
  if (isIndicatorTable(grid, columns)) return 'indicator';
  if (isList(grid, columns, livelihood)) return 'list';
  const first = grid.rows.find((row) => printedCount(row) > 1);
  return first !== undefined && columns.some((column) => isFigureColumn(grid, column)) ? 'figures' : 'text';
}
