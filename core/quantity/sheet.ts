// How a cell of a sheet is named, which column is what by the words of its heading row, and which day a cell says.
import { type IsoDate, isIsoDate } from './date.ts';

/** A1 of a spreadsheet: column 0, row 0. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

export const isEmptyRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The words under which each column may stand; the first is the one that a template prints. */
export type Headings<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** Where a field stands; -1 where the table has no such column. */
export type ColumnOf<Field extends string> = (field: Field) => number;

export interface Heading<Field extends string> {
  readonly row: number;
  readonly columnOf: ColumnOf<Field>;
  /** Column of a heading that stood before already; null where none does. */
  readonly twice: number | null;
}

const bare = (text: string): string =>
  text.replace(/\s+/g, '').replace(/（/g, '(').replace(/）/g, ')').toLowerCase();

/** 完成值(万元) is 完成值: a bracket behind a heading is an explanation, unless the heading itself has one. */
function fieldOf<Field extends string>(
  fields: readonly Field[],
  headings: Headings<Field>,
  text: string,
): Field | null {
  const names = [bare(text), bare(text).replace(/\([^)]*\)/g, '')];
  return fields.find((field) => headings[field].some((name) => names.includes(name))) ?? null;
}

/** The first row that names every needed column; null where no row does. */
export function findHeading<Field extends string>(
  rows: readonly (readonly string[])[],
  fields: readonly Field[],
  headings: Headings<Field>,
  needed: readonly Field[],
): Heading<Field> | null {
  for (const [row, cells] of rows.entries()) {
    const columns = new Map<Field, number>();
    let twice: number | null = null;
    for (const [column, text] of cells.entries()) {
      const field = fieldOf(fields, headings, text);
      if (field === null) continue;
      if (columns.has(field)) twice ??= column;
      else columns.set(field, column);
    }
    if (needed.every((field) => columns.has(field)))
      return { row, columnOf: (field) => columns.get(field) ?? -1, twice };
  }
  return null;
}

/** 2025-11-30, 2025/11/30, 2025.11.30, 2025年11月30日. A day that does not exist is no day. */
export function readDay(text: string): IsoDate | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  const day = parts
    ? `${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`
    : '';
  return isIsoDate(day) ? day : null;
}
