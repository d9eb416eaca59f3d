// Cuts one page into blocks in reading order: ruled tables, tables by their gaps, lines; two columns one after the other.
import { isPageNumber } from './furniture.ts';
import { gapTable, gutterOf, tableEnd } from './gap-table.ts';
import { type Line, linesOf, textOf } from './line.ts';
import type { Page } from './piece.ts';
import { ruledTables } from './ruled-table.ts';

export type Block =
  | {
      readonly kind: 'line';
      readonly line: Line;
      readonly text: string;
      /** 0 where the text runs over the whole width, else the number of its column. */
      readonly column: number;
    }
  | {
      readonly kind: 'table';
      readonly y: number;
      readonly columns: number;
      readonly lines: readonly string[];
      readonly rest: readonly string[];
    };

function blocksOfLines(lines: readonly Line[], column = 0): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    const end = line.segments.length >= 2 ? tableEnd(lines, at) : at;
    const table = end > at ? gapTable(lines.slice(at, end)) : undefined;
    if (table) {
      blocks.push({
        kind: 'table',
        y: line.y,
        columns: (table[0] ?? '').split('\t').length,
        lines: table,
        rest: table,
      });
      at = end;
    } else {
      blocks.push({ kind: 'line', line, text: textOf(line), column });
      at++;
    }
  }
  return blocks;
}

/** Blocks of one page in reading order; two columns of prose are read one after the other. */
export function blocksOfPage(page: Page): Block[] {
  const { tables, rest } = ruledTables(page.pieces, page.rules);
  const lines = linesOf(rest).filter((line) => !isPageNumber(line, page));
  const gutter = tables.length === 0 ? gutterOf(lines, page.width) : undefined;
  if (gutter !== undefined) {
    const [left, right] = [rest.filter((p) => p.x < gutter), rest.filter((p) => p.x >= gutter)];
    return [left, right].flatMap((half, at) => {
      const own = linesOf(half).filter((line) => !isPageNumber(line, page));
      return blocksOfLines(own, at + 1);
    });
  }
  const blocks: Block[] = [];
  let from = 0;
  for (const table of [...tables].sort((a, b) => a.top - b.top)) {
    let to = from;
    while (to < lines.length && (lines[to]?.y ?? 0) <= table.top + 1) to++;
    blocks.push(...blocksOfLines(lines.slice(from, to)));
    blocks.push({
      kind: 'table',
      y: table.top,
      columns: table.columns,
      lines: table.lines,
      rest: table.rest,
    });
    from = to;
  }
  return [...blocks, ...blocksOfLines(lines.slice(from))];
}
