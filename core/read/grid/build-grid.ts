// What a table is once its header is settled, repeated headers are dropped, spans are filled and rows are of one width.

import type { GridBlock, GridRow, Repair } from '../structure.ts';
import { fillSpans } from './fill-spans.ts';
import { repeatsHeader, settleHeader } from './header.ts';
import { type PrintedRow, printedRows, type RowLine } from './rows.ts';
import { joinStackedUnits } from './stacked-units.ts';
import { alignParts } from './sub-rows.ts';
import type { TableArea } from './table-areas.ts';

/** A grid without its caption and place in the document. */
export type BareGrid = Pick<GridBlock, 'start' | 'end' | 'header' | 'rows' | 'form' | 'confidence'>;

/** Whole numbers: a fraction beside them would give grids two shapes. */
const confidenceOf = { tabs: 100, pipes: 100, lines: 90, glued: 60 } as const;

/** Builds the grid of one table area. */
export function buildGrid(
  text: string,
  lines: readonly RowLine[],
  area: TableArea,
  repairs: Repair[],
): BareGrid {
  const printed = printedRows(text, lines, area.form);
  const { header, firstRow } = settleHeader(printed, area.columns);
  const heads = printed.slice(0, firstRow);
  const rows: PrintedRow[] = [];
  for (const row of printed.slice(firstRow)) {
    if (!repeatsHeader(row, heads)) rows.push(row);
    else
      repairs.push({
        rule: 'repair.repeatedHeader',
        what: row.cells[0]?.text ?? '',
        start: row.start,
        end: row.end,
      });
  }
  const aligned = alignParts(header, area.form === 'lines' ? joinStackedUnits(text, header, rows) : rows);
  const even = aligned.rows.map((row) => padded(row, aligned.header.length));
  const filled = fillSpans(aligned.header, even);
  const start = printed[0]?.start ?? 0;
  const end = printed.at(-1)?.end ?? start;
  if (filled > 0) repairs.push({ rule: 'repair.filledSpan', what: String(filled), start, end });
  const settled: GridRow[] = even.map((row) => ({ start: row.start, end: row.end, cells: row.cells }));
  return {
    start,
    end,
    header: aligned.header,
    rows: settled,
    form: area.form,
    confidence: confidenceOf[area.form],
  };
}

/** Rows lose their empty last cells in print. */
function padded(row: PrintedRow, columns: number): PrintedRow {
  if (row.cells.length === columns) return row;
  const cells = [...row.cells];
  while (cells.length < columns) cells.push({ start: row.end, end: row.end, text: '', filled: false });
  // Empty cells beyond the header carry nothing.
  while (cells.length > columns && cells.at(-1)?.text === '') cells.pop();
  return { start: row.start, end: row.end, cells };
}
