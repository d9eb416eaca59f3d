// Puts pages back together as text: furniture dropped, lines joined to paragraphs over breaks of line and page.
import { type Block, blocksOfPage } from './block.ts';
import { withoutFurniture } from './furniture.ts';
import type { Line } from './line.ts';
import { joinText, type Page } from './piece.ts';

/** Where the running text of a page stands. */
interface Margins {
  readonly left: number;
  readonly right: number;
}

const median = (values: readonly number[], share = 0.5): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

/** Where the running text of a page begins and ends. */
function marginsOf(blocks: readonly Block[]): Margins {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []));
  const long = lines.filter((line) => line.right - line.x > 12 * line.size);
  const from = long.length > 0 ? long : lines;
  return {
    left: median(
      from.map((line) => line.x),
      0.25,
    ),
    right: median(
      from.map((line) => line.right),
      0.85,
    ),
  };
}

/**
 * A page of nothing but first lines (a list of contents) shows no left margin; it has that of the other pages on its
 * side of the book.
 */
function settleMargins(
  pages: readonly { blocks: Block[]; margins: Margins }[],
): { blocks: Block[]; margins: Margins }[] {
  const usual = [0, 1].map((side) =>
    median(pages.filter((_, at) => at % 2 === side).map(({ margins }) => margins.left)),
  );
  return pages.map(({ blocks, margins }, at) => {
    const size = median(blocks.flatMap((block) => (block.kind === 'line' ? [block.line.size] : [])));
    const left = usual[at % 2] ?? margins.left;
    const by = (margins.left - left) / (size || 1);
    return { blocks, margins: by > 1.4 && by < 2.7 ? { ...margins, left } : margins };
  });
}

/** A line being continued, with what is known of the page it stands on. */
interface Placed {
  readonly line: Line;
  readonly text: string;
  readonly page: number;
  readonly margins: Margins;
}

/** Fewer signs than this across, and a line that reaches the margin says nothing. */
const fullLine = 9;

/** A full line goes on in the next one, unless that is indented, of another size, or far below. */
function goesOn(before: Placed, next: Placed, indents: boolean): boolean {
  const [above, below] = [before.line, next.line];
  const isLong = above.right - above.x >= fullLine * above.size;
  const isFull = isLong && above.right >= before.margins.right - 1.6 * above.size;
  const isFlush = Math.abs(below.x - next.margins.left) <= 0.9 * below.size;
  const sameSize = Math.abs(above.size - below.size) <= 0.15 * Math.max(above.size, below.size);
  const isNear = before.page !== next.page || below.y - above.y <= 2.6 * below.size;
  // Where paragraphs are not indented, a full stop at the end of a line is the only sign of their end.
  const isEnded = !indents && /[。！？；：:;]$/.test(before.text);
  return isFull && isFlush && sameSize && isNear && !isEnded;
}

/** Whether first lines of paragraphs are indented by about two signs, as official documents (GB/T 9704) do. */
function indentsOf(pages: readonly { blocks: readonly Block[]; margins: Margins }[]): boolean {
  let [lines, indented] = [0, 0];
  for (const { blocks, margins } of pages)
    for (const block of blocks) {
      if (block.kind !== 'line') continue;
      lines++;
      const by = (block.line.x - margins.left) / block.line.size;
      if (by > 1.4 && by < 2.7) indented++;
    }
  return indented > lines * 0.05;
}

/**
 * A row broken by the end of a page goes on in the first row of the next: few cells, none of them the first, each under
 * a text that had not ended. It is joined to the last row in `out`; the lines that are left are given back.
 */
function withBrokenRow(out: string[], lines: readonly string[]): readonly string[] {
  const above = (out.at(-1) ?? '').split('\t');
  const below = (lines[0] ?? '').split('\t');
  const filled = below.flatMap((cell, at) => (cell === '' ? [] : [at]));
  const isRest = filled.every((at) => at > 0 && above[at] !== '' && !/[。；;！]$/.test(above[at] ?? '。'));
  if (above.length !== below.length || filled.length * 2 > below.length || !isRest) return lines;
  out[out.length - 1] = above.map((cell, at) => joinText(cell, below[at] ?? '')).join('\t');
  return lines.slice(1);
}

/** The text of all pages: one line a paragraph, tables between empty lines, a table over two pages in one piece. */
export function flowText(pages: readonly Page[]): string {
  const out: string[] = [];
  const shown = withoutFurniture(pages.map((page) => ({ page, blocks: blocksOfPage(page) })));
  const read = settleMargins(shown.map((blocks) => ({ blocks, margins: marginsOf(blocks) })));
  const indents = indentsOf(read);
  let before: Placed | undefined;
  let table = { columns: 0, page: -1 };
  for (const [page, { blocks, margins }] of read.entries())
    for (const block of blocks) {
      if (block.kind === 'table') {
        const goesOnHere = table.columns === block.columns && table.page === page - 1 && out.at(-1) === '';
        if (goesOnHere) out.pop();
        else out.push('');
        out.push(...(goesOnHere ? withBrokenRow(out, block.rest) : block.lines), '');
        table = { columns: block.columns, page };
        before = undefined;
        continue;
      }
      const placed = { line: block.line, text: block.text, page, margins };
      if (before && goesOn(before, placed, indents)) out.push(joinText(out.pop() ?? '', block.text));
      else out.push(block.text);
      before = placed;
      table = { columns: 0, page: -1 };
    }
  return out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}
