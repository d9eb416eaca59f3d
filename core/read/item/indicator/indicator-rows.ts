// Which cell of an indicator row belongs to which column, where sub-rows have lost cells or carry one more.
import type { GridBlock, GridRow } from '../../structure.ts';
import { cellAt, isBlank, isDash, isUnit, printedText, textAt } from '../tables/cell.ts';
import type { Column } from '../tables/column.ts';
import { columnOf } from '../tables/column.ts';

export interface IndicatorRow {
  readonly row: GridRow;
  /** Row that gives number, name and every cell that this row leaves blank. */
  readonly main: GridRow;
  /** How far the cells right of the name stand from their column, because the name takes two cells. */
  readonly shift: number;
  readonly mainShift: number;
  readonly name: string;
  readonly part: string;
  readonly unit: string;
  readonly number: string;
}

interface Layout {
  readonly number: number;
  readonly name: number;
  /** Column of sub-names, where the table has one; -1 where they push the row aside. */
  readonly part: number;
  readonly unit: number;
}

const unitOrDash = (text: string): boolean => isUnit(text) || isDash(text);

/** 1 where a sub-name stands in the place of the unit and the unit one cell further (主要污染物 | 化学需氧量 | 万吨). */
function shiftOf(row: GridRow, layout: Layout): 0 | 1 {
  if (layout.unit < 0 || layout.part >= 0) return 0;
  const here = textAt(row, layout.unit);
  const next = textAt(row, layout.unit + 1);
  return !isBlank(here) && !unitOrDash(here) && unitOrDash(next) ? 1 : 0;
}

const isNumber = (text: string): boolean => /^\(?\d{1,3}\)?[.、]?$/.test(text.trim());

function hasValues(row: GridRow, layout: Layout): boolean {
  for (let index = layout.unit + 1; index < row.cells.length; index += 1) {
    if (!isBlank(printedText(row, index))) return true;
  }
  return false;
}

/** Sub-rows come with their blank cells kept, or pushed to the left (氨氮 | 万吨). */
function subRow(row: GridRow, main: IndicatorRow, layout: Layout): IndicatorRow | null {
  if (layout.part >= 0) {
    const part = printedText(row, layout.part);
    return part === '' ? null : { ...main, row, shift: 0, part, unit: textAt(row, layout.unit) || main.unit };
  }
  for (let index = 0; index <= layout.unit + 1; index += 1) {
    const part = printedText(row, index);
    if (isBlank(part)) continue;
    const unit = printedText(row, index + 1);
    if (isUnit(part) || isNumber(part) || !(unitOrDash(unit) || isBlank(unit))) return null;
    // A full row that only lost its number is an indicator of its own, unless it says 其中.
    if (index === layout.name && hasValues(row, layout) && !/^其中|^#/.test(part)) return null;
    // The cells after the unit stand where the printed row has them, wherever the part begins.
    return { ...main, row, shift: index + 1 - layout.unit, part, unit: isBlank(unit) ? main.unit : unit };
  }
  return null;
}

const trailingUnit = /\(([^()]+)\)$/;

function nameAndUnit(cell: string, unit: string): readonly [string, string] {
  const printed = cell.replace(/^[#*]\s*/, '');
  if (unit !== '') return [printed, unit];
  const bracket = trailingUnit.exec(printed);
  const inner = bracket?.[1]?.replace(/^单位[::]/, '') ?? '';
  return bracket && isUnit(inner) ? [printed.slice(0, bracket.index), inner] : [printed, ''];
}

function mainRow(row: GridRow, layout: Layout, number: string): IndicatorRow | null {
  const printed = textAt(row, layout.name);
  if (isBlank(printed)) return null;
  const shift = shiftOf(row, layout);
  const column = layout.unit < 0 ? -1 : layout.unit + shift;
  const unitText = textAt(row, column);
  const [name, unit] = nameAndUnit(printed, isDash(unitText) ? '' : unitText);
  const part = shift === 1 ? textAt(row, layout.unit) : printedText(row, layout.part);
  return { row, main: row, shift, mainShift: shift, name, part, unit, number };
}

/** A line that only names a field (一、经济发展) is no indicator. */
function isSection(row: GridRow, columns: readonly Column[]): boolean {
  const printed = new Set<string>();
  for (const column of columns) {
    const text = printedText(row, column.index);
    if (!isBlank(text)) printed.add(text);
  }
  return printed.size <= 1;
}

export function indicatorRows(grid: GridBlock, columns: readonly Column[]): readonly IndicatorRow[] {
  const layout: Layout = {
    number: columnOf(columns, 'number'),
    name: columnOf(columns, 'name'),
    part: columnOf(columns, 'part'),
    unit: columnOf(columns, 'unit'),
  };
  const rows: IndicatorRow[] = [];
  let main: IndicatorRow | null = null;
  for (const row of grid.rows) {
    const number = printedText(row, layout.number);
    const numbered = layout.number < 0 ? printedText(row, layout.name) !== '' : isNumber(number);
    if (!numbered && main !== null) {
      const sub = layout.unit >= 0 || layout.part >= 0 ? subRow(row, main, layout) : null;
      if (sub !== null) {
        rows.push(sub);
        continue;
      }
    }
    if (isSection(row, columns) || (!numbered && isBlank(printedText(row, layout.name)))) continue;
    const own = mainRow(row, layout, numbered ? number.replace(/[().、]/g, '') : '');
    if (own === null) continue;
    if (numbered || main === null) main = own;
    rows.push(own);
  }
  return rows;
}

/** Cell of a column to the right of the name; a blank one is taken from the main row. */
export function valueCell(
  row: IndicatorRow,
  column: number,
): { readonly text: string; readonly start: number; readonly end: number } | null {
  const own = cellAt(row.row, column + row.shift);
  if (own !== undefined && !isBlank(own.text)) return own;
  if (row.row === row.main) return own ?? null;
  return cellAt(row.main, column + row.mainShift) ?? null;
}
