// A table of figures as a matrix: a label and a role for each row, a unit for each column, a figure for each cell.
import type { GridBlock, GridCell, GridRow } from '../../structure.ts';
import { isBlank, isUnit, printedText, textAt } from './cell.ts';
import type { Column } from './column.ts';
import { columnOf } from './column.ts';
import type { Figure } from './figure.ts';
import { readFigure } from './figure.ts';
import { isFigureColumn } from './table-kind.ts';

export type RowRole = 'total' | 'subtotal' | 'item';

export interface FigureCell {
  readonly figure: Figure;
  readonly cell: GridCell;
}

export interface FigureRow {
  readonly label: string;
  readonly role: RowRole;
  /** 1 for 一、, 2 for (一), 3 for 1., 4 for (1), 5 for 税收收入 and 非税收入, 0 where the label is not numbered, 9 for 其中. */
  readonly level: number;
  /** One a figure column, null where the cell prints no figure. */
  readonly cells: readonly (FigureCell | null)[];
  readonly index: number;
}

export interface FigureColumn {
  readonly column: Column;
  readonly unit: string;
  readonly decimals: number;
}

export interface FigureGrid {
  readonly rows: readonly FigureRow[];
  readonly columns: readonly FigureColumn[];
}

const totalWords =
  /^(?:全[市省县区州国院校]|总|累)?(?:合计|总计|总和|总数|汇总)$|^全[市省县区州]$|^(?:总|合)计/;
const subtotalWords = /(?:合计|小计|总计)$/;
const levels: readonly (readonly [number, RegExp])[] = [
  [9, /^(?:其中|其\s*中|#|\*)/],
  [1, /^[一二三四五六七八九十]+、/],
  [2, /^\([一二三四五六七八九十]+\)/],
  [3, /^\d{1,2}(?:\.(?!\d)|、)/],
  [4, /^\(\d{1,2}\)/],
  // The two kinds of income of every budget (预算法 第二十七条), whose lines follow without numbers.
  [5, /^(?:税收收入|非税收入)/],
];

const bareLabel = (label: string): string =>
  label
    .replace(/\s/g, '')
    .replace(/^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d{1,2}[.、]|\(\d{1,2}\))/, '')
    .replace(/[::]$/, '');

function roleOf(label: string): RowRole {
  const bare = bareLabel(label);
  if (totalWords.test(bare)) return 'total';
  return subtotalWords.test(bare) ? 'subtotal' : 'item';
}

/** The number may stand in a column of its own: 一 | 续建项目. */
function levelOf(number: string, label: string): number {
  const own = levels.find(([, words]) => words.test(label.trim()))?.[0];
  if (own !== undefined || number === '') return own ?? 0;
  return levels.find(([, words]) => words.test(/^\(/.test(number) ? number : `${number}、`))?.[0] ?? 0;
}

/** 单位:亿元 beside the caption holds for every column that names no unit of its own. */
export const unitInCaption = (text: string): string => {
  const found = /(?:计量)?单位[::]\s*([^\s,;。()、|]{1,8})/.exec(text);
  const unit = found?.[1] ?? '';
  return isUnit(unit) ? unit : '';
};

function unitOf(column: Column, tableUnit: string): string {
  if (column.unit !== '') return column.unit;
  if (/[%%]/.test(column.head)) return '%';
  if (column.role === 'rate' || column.role === 'share' || column.role === 'growth') return '%';
  if (/个数|项目数|数量\(?$/.test(column.head)) return /项目/.test(column.head) ? '个' : '';
  return tableUnit;
}

/** One table of figures inside a grid. */
export interface FigureBlock {
  /** Column of labels, and of numbers before it; -1 where there is none. */
  readonly label: number;
  readonly number: number;
  /** First column that may hold a label. */
  readonly from: number;
  readonly columns: readonly Column[];
}

/** A grid may hold two tables side by side (income left, expenditure right): each begins at a column of labels. */
export function figureBlocks(grid: GridBlock, columns: readonly Column[]): readonly FigureBlock[] {
  const blocks: { label: number; from: number; columns: Column[] }[] = [];
  for (const column of columns) {
    const last = blocks.at(-1);
    if (isFigureColumn(grid, column)) {
      last?.columns.push(column);
      continue;
    }
    const label = column.role === 'name' || column.role === 'category' || column.role === 'other';
    if (!label || (column.head === '' && last !== undefined)) continue;
    if (last === undefined) blocks.push({ label: column.index, from: 0, columns: [] });
    else if (last.columns.length > 0) blocks.push({ label: column.index, from: column.index, columns: [] });
    else if (column.role === 'name') last.label = column.index;
  }
  const number = columnOf(columns, 'number');
  return blocks
    .filter((block) => block.columns.length > 0)
    .map(({ label, from, columns }) => ({
      label,
      number: number >= from && number < label ? number : -1,
      from,
      columns,
    }));
}

/** Totals and fields (合计, 一、交通项目) often stand in the column of numbers. */
function labelText(row: GridRow, label: number, from: number, firstFigure: number): string {
  // 合计 | 3个: beside the word of a total, the column of names holds a count
  for (let index = from; index < label; index += 1) {
    const text = printedText(row, index);
    if (roleOf(text) !== 'item') return text;
  }
  const own = printedText(row, label);
  if (own !== '') return own;
  for (let index = from; index < firstFigure; index += 1) {
    const text = printedText(row, index);
    if (/[\u4e00-\u9fa5]/.test(text)) return text;
  }
  return textAt(row, label);
}

/**
 * 合计 3500 360 under 序号 项目名称 总投资 年度投资: a total that leaves out the cells it has nothing for stands too far left.
 * Its figures belong to the last columns; the figure in the column of names gives it away.
 */
function movedTotal(
  row: GridRow,
  { label, from, columns }: FigureBlock,
): { readonly text: string; readonly cells: ReadonlyMap<number, GridCell> } | null {
  const named = row.cells[label];
  const first = row.cells.findIndex((cell, at) => at >= from && cell !== undefined && !isBlank(cell.text));
  const text = row.cells[first]?.text.trim() ?? '';
  if (!named || first >= label || roleOf(text) === 'item' || readFigure(named.text.trim(), '') === null)
    return null;
  const figures = row.cells.slice(first + 1).filter((cell) => cell !== undefined && !isBlank(cell.text));
  if (figures.length > columns.length) return null;
  const places = columns.slice(columns.length - figures.length);
  return {
    text,
    cells: new Map(
      places.flatMap(({ index }, at) => {
        const cell = figures[at];
        return cell ? [[index, cell] as const] : [];
      }),
    ),
  };
}

export function figureGrid(grid: GridBlock, block: FigureBlock, tableUnit: string): FigureGrid {
  const { label, number, from, columns } = block;
  const units = columns.map((column) => unitOf(column, tableUnit));
  const rows: FigureRow[] = [];
  grid.rows.forEach((row, index) => {
    const moved = movedTotal(row, block);
    const text = moved?.text ?? labelText(row, label, from, columns[0]?.index ?? label);
    const cells = columns.map((column, at): FigureCell | null => {
      const cell = moved ? moved.cells.get(column.index) : row.cells[column.index];
      const figure = cell === undefined ? null : readFigure(cell.text.trim(), units[at] ?? '');
      return cell === undefined || figure === null ? null : { figure, cell };
    });
    if (isBlank(text) && cells.every((cell) => cell === null)) return;
    rows.push({
      label: text.trim(),
      role: roleOf(text),
      level: levelOf(printedText(row, number), text),
      cells,
      index,
    });
  });
  return {
    rows: settleTotals(rows),
    columns: columns.map((column, at) => ({
      column,
      unit: units[at] ?? '',
      decimals: Math.max(0, ...rows.map((row) => row.cells[at]?.figure.decimals ?? 0)),
    })),
  };
}

/** A table whose only totals are 市级合计, 县级合计 has parts, not one total; a table without 合计 but one 小计 has that as total. */
function settleTotals(rows: readonly FigureRow[]): readonly FigureRow[] {
  if (rows.some((row) => row.role === 'total')) return rows;
  const subtotals = rows.filter((row) => row.role === 'subtotal');
  const [only] = subtotals;
  if (subtotals.length !== 1 || only === undefined) return rows;
  return rows.map((row) => (row === only ? { ...row, role: 'total' as const } : row));
}
