// Shorthand for tests: a text cut into blocks, each as one readable string.

import { foldText } from '../source/fold-text.ts';
import type { Block, GridBlock, Structure } from '../structure.ts';
import { cutStructure } from './cut-structure.ts';

export const structureOf = (source: string): Structure => cutStructure(foldText(source));

function shown(structure: Structure, block: Block): string {
  const { text } = structure.folded;
  switch (block.kind) {
    case 'heading':
      return `#${block.level} ${block.path}: ${text.slice(block.titleStart, block.titleEnd)}`;
    case 'grid':
      return `grid ${block.form} ${block.header.join('|')}`;
    case 'footnote':
      return `note ${block.sign}: ${text.slice(block.start, block.end)}`;
    default:
      return text.slice(block.start, block.end);
  }
}

/** Every block of a text in one line each. */
export const blocksOf = (source: string): string[] => {
  const structure = structureOf(source);
  return structure.blocks.map((block) => shown(structure, block));
};

export const headingsOf = (source: string): string[] =>
  blocksOf(source).filter((line) => line.startsWith('#'));

export const gridsOf = (source: string): GridBlock[] =>
  structureOf(source).blocks.filter((block): block is GridBlock => block.kind === 'grid');

/** Rows of the first grid, cells parted by bars; a filled cell carries a caret. */
export const rowsOf = (source: string): string[] =>
  (gridsOf(source)[0]?.rows ?? []).map((row) =>
    row.cells.map((cell) => `${cell.filled ? '^' : ''}${cell.text}`).join('|'),
  );
