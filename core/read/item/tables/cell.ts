// What a table cell holds before it is read as a figure: nothing, a dash, a unit, a place, plain digits.

import { wholeUnit } from '../../number/header-unit.ts';
import { isIn, signSet, spaceSigns } from '../../number/sign-set.ts';
import type { Span } from '../../reading.ts';
import type { GridCell, GridRow } from '../../structure.ts';

/** Dashes and words that a table prints where it has no figure. */
const noFigure = /^(?:[-—–―－/\\*…]+|无|暂无|暂无数据|未公布|未发布|待定|\.{2,})$/;

const spaces = signSet(spaceSigns);
const dashSigns = signSet(`${spaceSigns}-—–―－/\\*…无暂未待.`);

export const isBlank = (text: string): boolean =>
  text === '' || (isIn(spaces, text.charCodeAt(0)) && text.trim() === '');

export const isDash = (text: string): boolean =>
  text.length <= 6 && isIn(dashSigns, text.charCodeAt(0)) && noFigure.test(text.trim());

/** 亿元, %, 微克/立方米, 人/万人; never a name of an indicator. */
export const isUnit = (text: string): boolean =>
  text.length <= 12 && (wholeUnit(text) !== '' || /^(?:m[²³23]?|km[²³2]?|kg|[GMk]?Wh?)$/.test(text));

const placeEnd =
  /(?:区|县|市|旗|镇|乡|街道|管委会|新城|开发区|景区|林区|兵团|园区|示范区|市本级|州本级|本级|市直|市级)$/;
const notPlace = /^全[市省县区州]$|单位|部门|责任|地区|区域|领域|片区|合计|小计|总计|完成|目标|任务$/;

/** A head of a column that stands for one place: 上城区, 市本级, 某某管委会. */
export function isPlace(text: string): boolean {
  const bare = text.replace(/\s/g, '');
  return (
    bare.length >= 2 && bare.length <= 14 && placeEnd.test(bare) && !notPlace.test(bare) && !/\d/.test(bare)
  );
}

/** Span of what the row itself prints; cells filled in from above lie elsewhere in the text. */
export function printedSpan(row: GridRow): Span {
  let start = -1;
  let end = -1;
  for (const cell of row.cells) {
    if (cell.filled || cell.end <= cell.start) continue;
    if (start < 0 || cell.start < start) start = cell.start;
    if (cell.end > end) end = cell.end;
  }
  return start < 0 ? { start: row.start, end: row.end } : { start, end };
}

export const cellAt = (row: GridRow, column: number): GridCell | undefined =>
  column < 0 ? undefined : row.cells[column];

/** What the row prints in a column; empty where the cell is missing or was filled in from above. */
export function printedText(row: GridRow, column: number): string {
  const cell = cellAt(row, column);
  return cell === undefined || cell.filled ? '' : cell.text.trim();
}

/** Text of a cell, filled from above or not. */
export const textAt = (row: GridRow, column: number): string => cellAt(row, column)?.text.trim() ?? '';

/** Number of cells in which the row itself prints something. */
export function printedCount(row: GridRow): number {
  let count = 0;
  for (const cell of row.cells) if (!cell.filled && !isBlank(cell.text)) count += 1;
  return count;
}
