// What the tables of a document hold: each goes to the reader of its family, and what no reader can place is said.

import { numbersTwice } from '../../check/table-twice.ts';
import type { Check, Item, Span, Unread } from '../../reading.ts';
import type { GridBlock, Mentions, Structure } from '../../structure.ts';
import { readIndicatorTable } from '../indicator/indicator-table.ts';
import { absorbPlaces, readAllocationTable } from '../list/allocation-table.ts';
import { readListTable } from '../list/list-table.ts';
import { readColumns, withUnits } from './column.ts';
import { readFigureTable } from './figure-table.ts';
import { isLivelihood, type TableInput } from './table.ts';
import type { TableKind } from './table-kind.ts';
import { tableKind } from './table-kind.ts';

export interface Found {
  readonly items: readonly Item[];
  readonly checks: readonly Check[];
  readonly unread: readonly Unread[];
}

/** Caption, or the nearest heading above where the table prints none. */
function captionOf(structure: Structure, index: number, grid: GridBlock): string {
  if (grid.caption !== '') return grid.caption;
  for (let at = index - 1; at >= 0; at -= 1) {
    const block = structure.blocks[at];
    if (block?.kind === 'heading') return structure.folded.text.slice(block.titleStart, block.titleEnd);
    if (block?.kind === 'grid') return '';
  }
  return '';
}

/** Blocks that are looked back over for sentences that state what the table holds. */
const LOOK_BACK = 24;

function paragraphsAbove(structure: Structure, index: number, part: number): readonly Span[] {
  const found: Span[] = [];
  for (let at = index - 1; at >= 0 && index - at <= LOOK_BACK; at -= 1) {
    const block = structure.blocks[at];
    if (block === undefined || block.part !== part) break;
    if (block.kind === 'paragraph' || block.kind === 'heading') found.unshift(block);
  }
  return found;
}

function inputOf(structure: Structure, mentions: Mentions, index: number, block: GridBlock): TableInput {
  const part = structure.parts[block.part];
  const { columns, rows } = absorbPlaces(readColumns(block.header), block.header, block.rows);
  return {
    grid: rows === block.rows ? block : { ...block, rows },
    columns: withUnits(columns, rows),
    folded: structure.folded,
    mentions: mentions.mentions,
    identity: part?.identity ?? null,
    year: part?.year ?? null,
    above: paragraphsAbove(structure, index, block.part),
    caption: captionOf(structure, index, block),
  };
}

/** Digits under no head: nobody can say what they count. Indicator rows with a sub-name may stand one cell to the right. */
function headless(input: TableInput, kind: TableKind): Unread[] {
  const found: Unread[] = [];
  const width =
    input.columns.findLastIndex((column) => column.head !== '') + 1 + (kind === 'indicator' ? 1 : 0);
  for (const row of input.grid.rows) {
    row.cells.forEach((cell, index) => {
      const head = input.columns[index]?.head ?? '';
      const inside = kind === 'indicator' ? index < width : head !== '';
      if (!inside && !cell.filled && /\d/.test(cell.text))
        found.push({ start: cell.start, end: cell.end, why: 'cellWithoutHeader' });
    });
  }
  return found;
}

function readTable(input: TableInput, kind: TableKind): Found {
  switch (kind) {
    case 'indicator': {
      const { items, unread } = readIndicatorTable(input);
      return { items, checks: [], unread };
    }
    case 'list': {
      const { items, checks } = readListTable(input);
      return { items, checks, unread: [] };
    }
    case 'allocation': {
      const { items, checks } = readAllocationTable(input);
      return { items, checks, unread: [] };
    }
    case 'figures':
      return readFigureTable(input);
    case 'text':
      return { items: [], checks: [], unread: [] };
  }
}

export function readTables(structure: Structure, mentions: Mentions): Found {
  const items: Item[] = [];
  const checks: Check[] = [];
  const unread: Unread[] = [];
  structure.blocks.forEach((block, index) => {
    if (block.kind !== 'grid') return;
    const input = inputOf(structure, mentions, index, block);
    const kind = tableKind(input.grid, input.columns, isLivelihood(input));
    const found = readTable(input, kind);
    items.push(...found.items);
    checks.push(...found.checks);
    unread.push(...found.unread, ...(kind === 'text' ? [] : headless(input, kind)));
  });
  const of = (family: Item['family']): Item[] => items.filter((item) => item.family === family);
  const decomposition = of('allocation');
  if (decomposition.length > 0) checks.push(...numbersTwice(of('livelihood'), decomposition));
  return { items, checks, unread };
}
