// Makes a structure with one table out of lines of cells parted by |, for tests: offsets are real, nothing is folded.

import { findMentions } from '../../number/find-mentions.ts';
import type { DocumentIdentity } from '../../reading.ts';
import { tellingOf } from '../../source/telling.ts';
import type { GridBlock, GridRow, Mentions, Structure } from '../../structure.ts';

export interface GridGiven {
  readonly caption?: string;
  readonly year?: number | null;
  readonly title?: string;
  readonly kind?: DocumentIdentity['kind'];
  readonly notes?: readonly string[];
}

/** Text under construction; `add` returns where the piece stands. */
class Draft {
  text = '';
  add(piece: string, after = '\n'): { start: number; end: number } {
    const start = this.text.length;
    this.text += piece + after;
    return { start, end: start + piece.length };
  }
}

function rowOf(draft: Draft, line: string): GridRow {
  const start = draft.text.length;
  const cells = line.split('|').map((piece) => {
    const text = piece.trim();
    return { text, filled: false, ...draft.add(text, '\t') };
  });
  draft.add('');
  return { cells, start, end: cells[cells.length - 1]?.end ?? start };
}

export function aGrid(draft: Draft, table: string, given: GridGiven): GridBlock {
  const lines = table
    .split('\n')
    .map((line) => line.replace(/^ {2,}/, ''))
    .filter((line) => line !== '');
  const captionSpan = draft.add(given.caption ?? '');
  const header = rowOf(draft, lines[0] ?? '');
  const rows = lines.slice(1).map((line) => rowOf(draft, line));
  const notes = (given.notes ?? []).map((note) => draft.add(note));
  return {
    kind: 'grid',
    caption: given.caption ?? '',
    captionSpan,
    header: header.cells.map((cell) => cell.text),
    rows,
    path: '',
    part: 0,
    notes,
    form: 'pipes',
    confidence: 100,
    start: captionSpan.start,
    end: draft.text.length,
  };
}

/** Structure and mentions of a document that holds these tables and nothing else. */
export function aDocument(tables: readonly (readonly [string, GridGiven])[]): {
  structure: Structure;
  mentions: Mentions;
} {
  const draft = new Draft();
  const blocks = tables.map(([table, given]) => aGrid(draft, table, given));
  const first = tables[0]?.[1] ?? {};
  const { text } = draft;
  const structure: Structure = {
    folded: { source: text, text, at: Uint32Array.from({ length: text.length + 1 }, (_, index) => index) },
    telling: tellingOf(text),
    parts: [
      {
        identity: { title: first.title ?? '', number: '', issuer: '', date: '', kind: first.kind ?? 'other' },
        year: first.year === undefined ? 2025 : first.year,
        firstBlock: 0,
        endBlock: blocks.length,
        start: 0,
        end: text.length,
      },
    ],
    blocks,
    repairs: [],
    footnoteSigns: [],
  };
  return { structure, mentions: findMentions(structure) };
}
