// What the structure of a document is: the steps from folded text to parts and blocks, in order.

import { markTables } from '../grid/table-areas.ts';
import { markChrome, markContents, markPages } from '../line/furniture.ts';
import { type Layout, layOut } from '../line/lay-out.ts';
import { type Line, splitLines } from '../line/line.ts';
import { markNotes, signsOf } from '../line/notes.ts';
import { findParts, type PartStart } from '../part/find-parts.ts';
import { identify } from '../part/identify.ts';
import type { FoldedSource } from '../source/fold-text.ts';
import { tellingOf } from '../source/telling.ts';
import type { FoldedText, Part, Repair, Structure } from '../structure.ts';
import { type Blocks, cutBlocks } from './cut-blocks.ts';

/** Folded text; what the folding took out of it may be missing. */
export type Foldable = FoldedText & Partial<Pick<FoldedSource, 'signs' | 'repairs'>>;

/** Cuts folded text into parts and blocks. The folded text in the answer is the final one: broken lines are joined in it. */
export function cutStructure(folded: Foldable): Structure {
  const signs = folded.signs ?? [];
  const noteSigns = signsOf(signs);
  const lines = splitLines(folded);
  markPages(folded.text, lines);
  markChrome(folded.text, lines);
  const frame = frameOf(folded.text, lines);
  const contents = markContents(folded.text, lines);
  const areas = markTables(folded.text, lines);
  markNotes(folded.text, lines, noteSigns);
  const layout = layOut(folded, lines);
  const parts = partsOf(layout, findParts(layout.folded.text, layout.lines, contents), frame);
  const { text } = layout.folded;
  const telling = tellingOf(text);
  const cut = cutBlocks({ text, telling, lines: layout.lines, areas, signs: noteSigns, parts });
  return {
    folded: layout.folded,
    telling,
    parts: parts.map((part, i) => withBlocks(part, i, cut)),
    blocks: cut.blocks,
    repairs: [...movedRepairs(folded.repairs ?? [], layout), ...layout.repairs, ...cut.repairs],
    footnoteSigns: signs.map(({ at, sign }) => ({ at: layout.moved(at), sign })).filter(({ at }) => at >= 0),
  };
}

/** Words of the page around the document: dates and sources that the document itself may not print. */
function frameOf(text: string, lines: readonly Line[]): string[] {
  const words: string[] = [];
  for (const line of lines) {
    if (line.kind === 'furniture' && line.end - line.start > 6) words.push(text.slice(line.start, line.end));
    if (words.length >= 40) break;
  }
  return words;
}

function movedRepairs(repairs: readonly Repair[], layout: Layout): Repair[] {
  const moved: Repair[] = [];
  for (const repair of repairs) {
    const start = layout.moved(repair.start);
    const end = layout.moved(repair.end);
    if (start >= 0 && end >= start) moved.push({ ...repair, start, end });
  }
  return moved;
}

/** A part by the index of its first line. */
interface LinedPart extends Omit<Part, 'firstBlock' | 'endBlock'> {
  readonly line: number;
}

function partsOf(layout: Layout, starts: readonly PartStart[], frame: readonly string[]): LinedPart[] {
  const { text } = layout.folded;
  return starts.map((from, i) => {
    const to = starts[i + 1]?.line ?? layout.lines.length;
    const { identity, year } = identify({ text, lines: layout.lines, from, to, frame });
    const start = layout.lines[from.line]?.start ?? 0;
    return { identity, year, start, end: layout.lines[to - 1]?.end ?? text.length, line: from.line };
  });
}

function withBlocks(part: LinedPart, i: number, cut: Blocks): Part {
  const { identity, year, start, end } = part;
  const firstBlock = cut.partBlocks[i] ?? 0;
  return { identity, year, start, end, firstBlock, endBlock: cut.partBlocks[i + 1] ?? cut.blocks.length };
}
