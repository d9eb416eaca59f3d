// Finds where running text begins and ends on the pages of a document: the edges that many of its lines share.
import type { Block } from './block.ts';
import type { Line } from './line.ts';
import type { Page } from './piece.ts';

/** Where running text stands, and how its paragraphs begin. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  /** Whether first lines are indented by about two signs, as in official documents (GB/T 9704). */
  readonly indents: boolean;
}

type LineBlock = Extract<Block, { kind: 'line' }>;

/** Lines of pages of one width, of one side of the book, of one column, stand between the same margins. */
const frameOf = (page: Page, at: number, block: LineBlock): string =>
  `${Math.round(page.width)} ${at % 2} ${block.column}`;

/** The lowest of the values that at least this share of them come near to (within `window` above it). */
function lowEdge(values: readonly number[], window: number, share: number): number {
  const inOrder = [...values].sort((a, b) => a - b);
  const needed = Math.max(1, Math.floor(inOrder.length * share));
  for (let from = 0, to = 0; from < inOrder.length; from++) {
    while (to < inOrder.length && (inOrder[to] ?? 0) <= (inOrder[from] ?? 0) + window) to++;
    if (to - from >= needed) return inOrder[from] ?? 0;
  }
  return inOrder[0] ?? 0;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;

/** One line in a hundred begins at the left margin and ends at the right one, in prose far more. */
const leastShare = 0.01;
/** The white on the right of a page is rarely more than this many times that on its left. */
const lopsided = 1.45;

function marginsFor(lines: readonly Line[], width: number, isWhole: boolean): Margins {
  const size = median(lines.map((line) => line.size)) || 1;
  const left = lowEdge(
    lines.map((line) => line.x),
    size / 2,
    leastShare,
  );
  const reached = -lowEdge(
    lines.map((line) => -line.right),
    size,
    leastShare,
  );
  // A page of short lines never reaches its right margin: where it must be follows from the left one.
  const right = isWhole ? Math.max(reached, width - left * lopsided) : reached;
  const indented = lines.filter((line) => line.x - left > 1.4 * size && line.x - left < 2.7 * size);
  return { left, right, indents: indented.length > lines.length * 0.05 };
}

/** The margins that hold for each line block of a document. */
export function marginsIn(
  pages: readonly { readonly page: Page; readonly blocks: readonly Block[] }[],
): (page: number, block: LineBlock) => Margins {
  const frames = new Map<string, { lines: Line[]; width: number; isWhole: boolean }>();
  for (const [at, { page, blocks }] of pages.entries())
    for (const block of blocks) {
      if (block.kind !== 'line') continue;
      const key = frameOf(page, at, block);
      const frame = frames.get(key) ?? { lines: [], width: page.width, isWhole: block.column === 0 };
      frame.lines.push(block.line);
      frames.set(key, frame);
    }
  const margins = new Map(
    [...frames].map(([key, frame]) => [key, marginsFor(frame.lines, frame.width, frame.isWhole)]),
  );
  return (at, block) => {
    const page = pages[at]?.page;
    return (page && margins.get(frameOf(page, at, block))) ?? { left: 0, right: 0, indents: false };
  };
}
