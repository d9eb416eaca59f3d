// What blocks the logical lines are: headings cut from their text, paragraphs, footnotes, and grids with their captions.

import { type BareGrid, buildGrid } from '../grid/build-grid.ts';
import { captionAbove } from '../grid/caption.ts';
import type { TableArea } from '../grid/table-areas.ts';
import { type HeadingNumber, headingNumberAt, type NumberStyle, pathLabel } from '../line/heading-number.ts';
import type { LogicalLine } from '../line/lay-out.ts';
import type { LineStart } from '../line/line-start.ts';
import { noteSignLength } from '../line/notes.ts';
import type { DocumentIdentity, Span } from '../reading.ts';
import type { Telling } from '../source/telling.ts';
import type { Block, GridBlock, HeadingBlock, ParagraphBlock, Repair } from '../structure.ts';
import { gluedHeadings } from './glued-headings.ts';
import { HeadingStack } from './heading-stack.ts';
import { cutHeading, type FollowingLine } from './headings.ts';

/** The lines of a document with what the steps before found in them. */
export interface Lines {
  readonly text: string;
  readonly telling: Telling;
  readonly lines: readonly LogicalLine[];
  readonly areas: readonly TableArea[];
  readonly signs: ReadonlySet<string>;
  /** Each part with the index of its first line. */
  readonly parts: readonly { readonly line: number; readonly identity: DocumentIdentity }[];
}

export interface Blocks {
  readonly blocks: readonly Block[];
  readonly repairs: readonly Repair[];
  /** Index of the first block of each part. */
  readonly partBlocks: readonly number[];
}

export function cutBlocks(given: Lines): Blocks {
  const cutter = new BlockCutter(given);
  return cutter.run();
}

type GridPlace = Pick<GridBlock, 'caption' | 'captionSpan' | 'path' | 'part'>;

/** Written out here alone: every step asks each block for its kind, and looks it up in a table once blocks have many shapes. */
const gridOf = (bare: BareGrid, place: GridPlace, notes: readonly Span[]): GridBlock => ({
  kind: 'grid',
  start: bare.start,
  end: bare.end,
  header: bare.header,
  rows: bare.rows,
  form: bare.form,
  confidence: bare.confidence,
  caption: place.caption,
  captionSpan: place.captionSpan,
  path: place.path,
  part: place.part,
  notes,
});

class BlockCutter {
  readonly #given: Lines;
  readonly #blocks: Block[] = [];
  readonly #repairs: Repair[] = [];
  readonly #partBlocks: number[] = [];
  readonly #stack = new HeadingStack();
  /** The numbers that were read last, by style. */
  readonly #counters = new Map<NumberStyle, number>();
  /** The item of a list that was read last. */
  #item: HeadingNumber | null = null;
  #heading = -1;
  #part = 0;
  /** True in a decomposition, where 1. numbers the tasks. */
  #ofTasks = false;

  constructor(given: Lines) {
    this.#given = given;
  }

  run(): Blocks {
    const { lines, parts } = this.#given;
    for (let i = 0; i < lines.length; i += 1) {
      if (parts[this.#partBlocks.length]?.line === i) this.#openPart();
      const line = lines[i];
      if (line === undefined) continue;
      if (line.kind === 'text') this.#cutText(line, this.#contentAfter(i));
      else if (line.kind === 'note') this.#addNote(line.start, line.end);
      else i = this.#addGrid(i);
    }
    return { blocks: this.#blocks, repairs: this.#repairs, partBlocks: this.#partBlocks };
  }

  #openPart(): void {
    this.#part = this.#partBlocks.length;
    this.#ofTasks = this.#given.parts[this.#part]?.identity.kind === 'decomposition';
    this.#partBlocks.push(this.#blocks.length);
    this.#stack.clear();
    this.#counters.clear();
    this.#item = null;
    this.#heading = -1;
  }

  #cutText(line: LogicalLine, next: LogicalLine | null): void {
    const { text, telling } = this.#given;
    const glued = gluedHeadings(text, telling, line, this.#counters);
    let start = line.start;
    let { opening } = line;
    for (const at of glued) {
      this.#cutClause(start, at, opening, { start: at, end: line.end, opening: 'number' });
      this.#repairs.push({
        rule: 'repair.gluedHeading',
        what: text.slice(at, at + 4),
        start: at,
        end: line.end,
      });
      start = at;
      opening = 'number';
    }
    this.#cutClause(start, line.end, opening, next);
  }

  /** The next line that is no note. */
  #contentAfter(i: number): LogicalLine | null {
    const { lines } = this.#given;
    let k = i + 1;
    while (lines[k]?.kind === 'note') k += 1;
    return lines[k] ?? null;
  }

  /** One numbered or plain stretch of text, from the head of a line or from a glued heading on. */
  #cutClause(start: number, end: number, opening: LineStart, next: FollowingLine | null): void {
    const { text } = this.#given;
    const number = opening === 'number' ? headingNumberAt(text, start, end) : null;
    if (number === null) {
      if (opening === 'note') this.#addNote(start, end);
      else this.#addParagraph(start, end);
      if (opening === 'attachment') this.#item = { style: 'digit', value: 1, end };
      return;
    }
    const item = this.#item;
    const afterItem = item !== null && item.style === number.style && number.value === item.value + 1;
    const cut = cutHeading({ text, start, end, number, next, afterItem, ofTasks: this.#ofTasks });
    this.#counters.set(number.style, number.value);
    if (cut === null) {
      this.#item = number;
      this.#addParagraph(start, end);
      return;
    }
    if (item?.style === number.style) this.#item = null;
    this.#forgetNarrower(number);
    this.#addHeading(start, number, cut.titleStart, cut.titleEnd);
    if (cut.bodyStart < end) this.#addParagraph(cut.bodyStart, end);
  }

  /** Narrower numbers begin again below a heading. */
  #forgetNarrower(number: HeadingNumber): void {
    if (number.style === 'han') this.#counters.delete('hanParen');
    if (number.style === 'han' || number.style === 'hanParen') this.#item = null;
  }

  #addHeading(start: number, number: HeadingNumber, titleStart: number, titleEnd: number): void {
    const { text } = this.#given;
    const level = this.#stack.enter(number.style, pathLabel(text, start, number));
    const heading: HeadingBlock = {
      kind: 'heading',
      level,
      num: text.slice(start, number.end).trimEnd(),
      start,
      end: titleEnd,
      titleStart,
      titleEnd,
      path: this.#stack.path,
      part: this.#part,
    };
    this.#heading = this.#blocks.length;
    this.#blocks.push(heading);
  }

  #addParagraph(start: number, end: number): void {
    const { path } = this.#stack;
    this.#blocks.push({ kind: 'paragraph', start, end, path, part: this.#part, heading: this.#heading });
  }

  #addNote(start: number, end: number): void {
    const { text, signs } = this.#given;
    const length = noteSignLength(text, start, end, signs);
    const last = this.#blocks.at(-1);
    if (length === 0 && last?.kind === 'grid') {
      this.#blocks[this.#blocks.length - 1] = gridOf(last, last, [...last.notes, { start, end }]);
      return;
    }
    const sign = length > 0 ? text.slice(start, start + length) : '注';
    this.#blocks.push({ kind: 'footnote', start, end, sign, part: this.#part });
  }

  /** Adds the grid whose first line is `from`; answers the index of its last line. */
  #addGrid(from: number): number {
    const { text, lines, areas } = this.#given;
    const index = lines[from]?.area ?? -1;
    let to = from;
    while (lines[to + 1]?.area === index) to += 1;
    const area = areas[index];
    if (area === undefined) return to;
    const bare = buildGrid(text, lines.slice(from, to + 1), area, this.#repairs);
    const above = this.#paragraphsAbove();
    const caption = captionAbove(text, above);
    this.#blocks.length -= caption.taken;
    const place = {
      caption: caption.caption,
      captionSpan: caption.span,
      path: this.#stack.path,
      part: this.#part,
    };
    this.#blocks.push(gridOf(bare, place, caption.notes));
    return to;
  }

  #paragraphsAbove(): ParagraphBlock[] {
    const above: ParagraphBlock[] = [];
    const first = this.#partBlocks.at(-1) ?? 0;
    for (let i = this.#blocks.length - 1; i >= first && above.length < 3; i -= 1) {
      const block = this.#blocks[i];
      if (block?.kind !== 'paragraph') break;
      above.unshift(block);
    }
    return above;
  }
}
