// Tells what belongs to the page and not to the text: page numbers, and heads and feet that return on every page.
import type { Block } from './block.ts';
import { type Line, textOf } from './line.ts';
import type { Page } from './piece.ts';

/** Shares of the height above and below which a line can be furniture. */
const [head, foot] = [0.12, 0.88];

const isInMargin = (line: Line, page: Page): boolean =>
  line.y < page.height * head || line.y > page.height * foot;

const pageNumber = /^[\s—–\-·•.]*(第\s*)?\d{1,4}(\s*页)?([\s,，/]*共\s*\d+\s*页)?[\s—–\-·•.]*$/;

/** A number alone in the margin is the page's number. */
export const isPageNumber = (line: Line, page: Page): boolean =>
  pageNumber.test(textOf(line)) && isInMargin(line, page);

/** A running head is the same on every page but for the page number at its end or beginning. */
const keyOf = (text: string): string => text.replace(/^[\s—–\-·\d]+|[\s—–\-·\d]+$/g, '');

export interface PageBlocks {
  readonly page: Page;
  readonly blocks: readonly Block[];
}

/** The first or last line of a page, where it stands in the margin. */
function candidates({ page, blocks }: PageBlocks): Set<Block> {
  const ends = [blocks[0], blocks.at(-1)];
  return new Set(
    ends.flatMap((block) => (block?.kind === 'line' && isInMargin(block.line, page) ? [block] : [])),
  );
}

const textIn = (block: Block): string => (block.kind === 'line' ? keyOf(block.text) : '');

/** Lines that head or foot three pages or more are furniture; they are kept the first time. */
export function withoutFurniture(pages: readonly PageBlocks[]): Block[][] {
  const ends = pages.map(candidates);
  const counts = new Map<string, number>();
  for (const blocks of ends)
    for (const block of blocks) counts.set(textIn(block), (counts.get(textIn(block)) ?? 0) + 1);
  const kept = new Set<string>();
  return pages.map(({ blocks }, at) =>
    blocks.filter((block) => {
      const key = textIn(block);
      if (!ends[at]?.has(block) || (counts.get(key) ?? 0) < 3) return true;
      const isFirst = !kept.has(key);
      kept.add(key);
      return isFirst;
    }),
  );
}
