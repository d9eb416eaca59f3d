// How rows are aligned that were torn out of row spans: 主要污染物 | 化学需氧量 | 万吨 holds one cell more than the header,
// and the rows below it (氨氮 | 万吨) lost all cells that the span covers. The parts get a column of their own.
import type { GridCell } from '../structure.ts';
import type { PrintedRow } from './rows.ts';

/** Header text of the column that names the parts of a composite row; it is not printed anywhere. */
export const partHeader = '分项';

export interface AlignedTable {
  readonly header: readonly string[];
  readonly rows: readonly PrintedRow[];
}

const unitHeader = /^(?:计量)?单位$/;

/** Aligns rows of parts; answers the table as it was where it has none. */
export function alignParts(header: readonly string[], rows: readonly PrintedRow[]): AlignedTable {
  const unitColumn = header.findIndex((text) => unitHeader.test(text));
  if (unitColumn < 1 || !rows.some((row) => row.cells.length === header.length + 1)) return { header, rows };
  const units = new Set(
    rows.filter((row) => row.cells.length <= header.length).map((row) => row.cells[unitColumn]?.text),
  );
  const isComposite = (row: PrintedRow): boolean =>
    (row.cells.length === header.length + 1 && units.has(row.cells[unitColumn + 1]?.text)) ||
    (row.cells.length === header.length + 1 && looksLikeUnit(row.cells[unitColumn + 1]?.text ?? ''));
  if (!rows.some(isComposite)) return { header, rows };
  const wide = [...header.slice(0, unitColumn), partHeader, ...header.slice(unitColumn)];
  const aligned: PrintedRow[] = [];
  let composite: PrintedRow | null = null;
  for (const row of rows) {
    if (isComposite(row)) {
      composite = row;
      aligned.push(row);
    } else if (composite !== null && isPart(row))
      aligned.push(partRow(row, composite, unitColumn, wide.length));
    else {
      composite = null;
      aligned.push({ ...row, cells: withCell(row, unitColumn) });
    }
  }
  return { header: wide, rows: aligned };
}

const looksLikeUnit = (text: string): boolean =>
  /^[%‰]$|^[万亿]?[^\d,。]{1,4}(?:\/[^\d,。]{1,4})?$/.test(text) && text.length <= 6;

/** A part row keeps its name and unit only, and no number of its own. */
const isPart = (row: PrintedRow): boolean => {
  const filled = row.cells.filter((cell) => cell.text !== '');
  return filled.length > 0 && filled.length <= 3 && !/^\d+$/.test(filled[0]?.text ?? '');
};

function partRow(row: PrintedRow, composite: PrintedRow, unitColumn: number, columns: number): PrintedRow {
  const own = row.cells.filter((cell) => cell.text !== '');
  const cells: GridCell[] = [];
  for (let j = 0; j < columns; j += 1) {
    const printed = j >= unitColumn ? own[j - unitColumn] : undefined;
    const above = composite.cells[j];
    if (printed !== undefined) cells.push(printed);
    else if (above !== undefined) cells.push({ ...above, filled: true });
    else cells.push({ start: row.end, end: row.end, text: '', filled: false });
  }
  return { ...row, cells };
}

function withCell(row: PrintedRow, column: number): GridCell[] {
  const at = row.cells[column]?.start ?? row.end;
  const empty: GridCell = { start: at, end: at, text: '', filled: false };
  return [...row.cells.slice(0, column), empty, ...row.cells.slice(column)];
}
