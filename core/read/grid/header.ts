// What the header of a table is: one text a column, also where it is printed in two lines or again after a page end.
import type { PrintedRow } from './rows.ts';

export interface SettledHeader {
  readonly header: readonly string[];
  /** Index of the first row that is not header. */
  readonly firstRow: number;
}

const isFigureText = (text: string): boolean => /^[-—]?[\d.,]+%?$/.test(text);
const placeWords = /(?:区|县|市|新区|旗|州|景区|开发区|管委会|市本级|合计)$/;
const spreadWords = /分解|各区|各地|地区|区域/;

/** Settles the header of printed rows with `columns` columns. */
export function settleHeader(rows: readonly PrintedRow[], columns: number): SettledHeader {
  const first = rows[0];
  if (first === undefined) return { header: [], firstRow: 0 };
  const upper = first.cells.map((cell) => cell.text);
  if (upper.filter(isFigureText).length * 2 > upper.length)
    return { header: upper.map(() => ''), firstRow: 0 };
  const lower = rows[1]?.cells.map((cell) => cell.text) ?? [];
  if (isSecondLine(upper, lower)) return { header: merge(upper, lower, columns), firstRow: 2 };
  return { header: upper.map(withoutSpread), firstRow: 1 };
}

/** A second header line fills the columns that the first left to a shared title, and holds no figures. */
function isSecondLine(upper: readonly string[], lower: readonly string[]): boolean {
  const filled = lower.filter((text) => text !== '').length;
  if (filled < 2 || filled === lower.length || lower[0] !== '' || lower.some(isFigureText)) return false;
  let shared = false;
  for (let j = 0; j < Math.max(upper.length, lower.length); j += 1) {
    const above = upper[j] ?? '';
    const below = lower[j] ?? '';
    if (above === '' && below === '' && j < Math.min(upper.length, lower.length)) return false;
    if (above !== '' && below !== '') shared = true;
    if (above !== '' && below !== '' && j > 0 && (lower[j - 1] ?? '') !== '' && (upper[j + 1] ?? '') !== '')
      return false;
  }
  return shared;
}

function merge(upper: readonly string[], lower: readonly string[], columns: number): string[] {
  const header: string[] = [];
  let group = '';
  for (let j = 0; j < Math.max(columns, upper.length, lower.length); j += 1) {
    const above = upper[j] ?? '';
    const below = lower[j] ?? '';
    if (above !== '') group = above;
    if (below === '') header.push(above);
    else header.push(spreadWords.test(group) || placeWords.test(below) ? below : group + below);
  }
  return header;
}

/** Where the shared title ran into the first column under it, the column is what stands behind: 任务分解上城区. */
function withoutSpread(text: string): string {
  const match = /^(?:各区.{0,12}分解|.{0,12}任务分解)(.{1,12}(?:区|县|市))$/.exec(text);
  return match?.[1] ?? text;
}

/** Whether a row prints the header again. */
export function repeatsHeader(row: PrintedRow, printed: readonly PrintedRow[]): boolean {
  return printed.some(
    (head) => head.cells.length > 0 && sameTexts(head, row) && head.cells.some((cell) => cell.text !== ''),
  );
}

const bare = (text: string): string => (text.includes(' ') ? text.replaceAll(' ', '') : text);

function sameTexts(a: PrintedRow, b: PrintedRow): boolean {
  const length = Math.max(a.cells.length, b.cells.length);
  for (let j = 0; j < length; j += 1) {
    const one = a.cells[j]?.text ?? '';
    const other = b.cells[j]?.text ?? '';
    if (one !== other && bare(one) !== bare(other)) return false;
  }
  return true;
}
