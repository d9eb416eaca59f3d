// What the tables of a reading are: every grid with its caption, header and cells, in offsets of the source.
import type { Span, Table } from '../reading.ts';
import type { GridBlock, Structure } from '../structure.ts';

/** The tables in printed order; a cell filled from a row span points to the cell that was printed. */
export function tablesOf(structure: Structure, inSource: (span: Span) => Span): Table[] {
  const tables: Table[] = [];
  for (const block of structure.blocks) if (block.kind === 'grid') tables.push(tableOf(block, inSource));
  return tables;
}

function tableOf(grid: GridBlock, inSource: (span: Span) => Span): Table {
  return {
    caption: grid.caption,
    header: grid.header,
    rows: grid.rows.map((row) => ({
      cells: row.cells.map((cell) => ({ text: cell.text, ...inSource(cell) })),
    })),
    ...inSource(grid),
  };
}
