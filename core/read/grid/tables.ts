// What the tables of a reading are: every grid with its caption, header and cells, in offsets of the source.
import type { Cell, Table } from '../reading.ts';
import type { FoldedText, GridBlock, GridCell, Structure } from '../structure.ts';

/** The tables in printed order; a cell filled from a row span points to the cell that was printed. */
export function tablesOf(structure: Structure): Table[] {
  const tables: Table[] = [];
  for (const block of structure.blocks)
    if (block.kind === 'grid') tables.push(tableOf(block, structure.folded));
  return tables;
}

function tableOf(grid: GridBlock, folded: FoldedText): Table {
  return {
    start: folded.at[grid.start] ?? 0,
    end: (folded.at[grid.end - 1] ?? 0) + 1,
    caption: grid.caption,
    header: grid.header,
    rows: grid.rows.map((row) => ({ cells: row.cells.map((cell) => locateCell(cell, folded)) })),
  };
}

function locateCell(cell: GridCell, folded: FoldedText): Cell {
  const start = folded.at[cell.start] ?? folded.source.length;
  const end = cell.end > cell.start ? (folded.at[cell.end - 1] ?? 0) + 1 : start;
  return { start, end, text: cell.text };
}
