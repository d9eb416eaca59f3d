// The shapes that pass between the steps of reading: folded text, blocks, grids, mentions. All offsets here are into
// the FOLDED text; only the last step (locate) turns them into offsets of the source.
import type { Comparator, Direction, DocumentIdentity, Span, Value } from './reading.ts';
import type { Telling } from './source/telling.ts';

/** Text after folding (width, spaces, soft breaks, traditional signs, doubled punctuation), with the way back. */
export interface FoldedText {
  readonly source: string;
  readonly text: string;
  /**
   * at[i] is the source offset of text[i]; at[text.length] is source.length. Strictly increasing, but for one case: a
   * footnote that stood inside a paragraph broken by a page end is set after it. Within a block it always increases.
   */
  readonly at: Uint32Array;
}

/** A heading cut from the text that follows it. `start`..`end` covers number and title. */
export interface HeadingBlock extends Span {
  readonly kind: 'heading';
  readonly level: number;
  readonly num: string;
  readonly titleStart: number;
  readonly titleEnd: number;
  /** Path of heading numbers down to and with this one: 二/(三)/4. */
  readonly path: string;
  /** Index of the part (document inside a gazette) it belongs to. */
  readonly part: number;
}

/** Running text: one paragraph, already joined over soft line breaks and page breaks. */
export interface ParagraphBlock extends Span {
  readonly kind: 'paragraph';
  readonly path: string;
  readonly part: number;
  /** Index into blocks of the nearest heading above, -1 for none. */
  readonly heading: number;
}

/** A note at the foot of a page, with its sign (¹, ①, 注:). */
export interface FootnoteBlock extends Span {
  readonly kind: 'footnote';
  readonly sign: string;
  readonly part: number;
}

export interface GridCell extends Span {
  /** Folded text of the cell, trimmed. */
  readonly text: string;
  /** True where a row span was filled in from the cell above. */
  readonly filled: boolean;
}

export interface GridRow extends Span {
  readonly cells: readonly GridCell[];
}

/** A table with its header settled: repeated headers dropped, two-line headers merged, spans filled. */
export interface GridBlock extends Span {
  readonly kind: 'grid';
  readonly caption: string;
  readonly captionSpan: Span | null;
  /** One text a column, header cells of several lines joined. */
  readonly header: readonly string[];
  readonly rows: readonly GridRow[];
  readonly path: string;
  readonly part: number;
  /** 注: lines under the table. */
  readonly notes: readonly Span[];
  /** How the grid was recovered: tabs, pipes, one cell a line, run together. */
  readonly form: 'tabs' | 'pipes' | 'lines' | 'glued';
  /** Per cent: 100 where the separators were printed, less where they were guessed. */
  readonly confidence: number;
}

export type Block = HeadingBlock | ParagraphBlock | FootnoteBlock | GridBlock;

/** A document, or one document inside a gazette. Offsets cover its blocks. */
export interface Part extends Span {
  readonly identity: DocumentIdentity;
  /** Year the plan or report is about (2024 for 2024年政府工作报告重点工作责任分解), null where unknown. */
  readonly year: number | null;
  readonly firstBlock: number;
  readonly endBlock: number;
}

/** A repair made while blocks were cut: a repeated header dropped, a broken line joined, a filled span. */
export interface Repair extends Span {
  readonly rule: string;
  readonly what: string;
}

export interface Structure {
  readonly folded: FoldedText;
  /** What the signs of the folded text tell, one entry a sign. */
  readonly telling: Telling;
  readonly parts: readonly Part[];
  readonly blocks: readonly Block[];
  readonly repairs: readonly Repair[];
  /** Offsets of footnote signs glued to the text (增长2.7%¹), with the sign. */
  readonly footnoteSigns: readonly { readonly at: number; readonly sign: string }[];
}

/** A quantity in folded offsets. */
export interface Mention extends Span {
  readonly value: Value;
  /** Printed unit with its scale: 亿元, 万人次, %, 个百分点. Empty where none. */
  readonly unit: string;
  readonly comparator: Comparator;
  readonly direction: Direction;
  readonly unitFrom: 'text' | 'context';
  /** Where the printed comparator stands (以上, 不低于), if any; it is not part of the quantity's span. */
  readonly comparatorSpan: Span | null;
  /** Index of the first mention of the same list (分别增长4.6%和6.6%), or -1. */
  readonly list: number;
  /** True for 力争, 争取 in the same clause before it. */
  readonly strive: boolean;
}

/** Digits that are not a quantity, with the reason. */
export interface Neutral extends Span {
  readonly why: 'date' | 'year' | 'documentNumber' | 'listNumber' | 'name' | 'ordinal' | 'time' | 'code';
}

export interface Mentions {
  readonly mentions: readonly Mention[];
  readonly neutrals: readonly Neutral[];
  /** Digits that fit no class. */
  readonly unread: readonly Span[];
}
