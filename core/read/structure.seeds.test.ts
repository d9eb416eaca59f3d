// The working set: headings, tables and parts of the five documents it holds, as a reader of them counts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cutStructure } from './block/cut-structure.ts';
import { foldText } from './source/fold-text.ts';
import type { Structure } from './structure.ts';

const folder = `${import.meta.dirname}/../../../shared/seeds`;
const present = existsSync(folder);

function structureOf(head: string): Structure {
  const name = readdirSync(folder).find((file) => file.startsWith(head)) ?? '';
  return cutStructure(foldText(readFileSync(`${folder}/${name}`, 'utf8')));
}

const levels = (structure: Structure): number[] => {
  const counts = [0, 0, 0];
  for (const block of structure.blocks) {
    if (block.kind === 'heading') counts[block.level - 1] = (counts[block.level - 1] ?? 0) + 1;
  }
  return counts;
};

const shapes = (structure: Structure): string[] => {
  const found: string[] = [];
  for (const block of structure.blocks) {
    if (block.kind === 'grid') found.push(`${block.form} ${block.header.length}x${block.rows.length}`);
  }
  return found;
};

describe.skipIf(!present)('the working set (skipped where ../shared/seeds is absent)', () => {
  it.each([
    ['000', [3, 16, 3], ['pipes 8x48', 'pipes 5x10']],
    [
      '001',
      [51, 140, 52],
      ['tabs 6x37', 'tabs 5x38', 'tabs 5x10', 'tabs 5x16', 'tabs 3x7', 'tabs 9x48', 'tabs 19x62'],
    ],
    ['002', [2, 15, 0], []],
    ['003', [3, 22, 0], []],
    ['004', [2, 13, 39], []],
  ])('%s', (head, headings, tables) => {
    const structure = structureOf(head);
    expect(levels(structure)).toEqual(headings);
    expect(shapes(structure)).toEqual(tables);
  });

  it('the gazette holds its documents with their own numbers', () => {
    const { parts } = structureOf('001');
    expect(parts.map((part) => part.identity.kind)).toEqual([
      ...['gazette', 'workReport', 'planReport', 'budgetReport', 'policyPackage', 'policyPackage'],
      ...['livelihoodList', 'decomposition', 'other', 'other', 'other'],
    ]);
    expect(parts.map((part) => part.identity.number).filter((number) => number !== '')).toHaveLength(5);
  });

  it('seven footnotes, and the signs they belong to', () => {
    const structure = structureOf('001');
    const notes = structure.blocks.filter((block) => block.kind === 'footnote');
    expect(notes).toHaveLength(7);
    expect(structure.footnoteSigns).toHaveLength(7);
  });
});
