// Puts pages back together as text: furniture dropped, lines joined to paragraphs over breaks of line and page.
import { blocksOfPage } from './block.ts';
import { withoutFurniture } from './furniture.ts';
import type { Line } from './line.ts';
import { type Margins, marginsIn } from './margins.ts';
import { joinText, type Page } from './piece.ts';

/** A line being continued, with what is known of the page it stands on. */
interface Placed {
  readonly line: Line;
  readonly text: string;
  readonly page: number;
  readonly margins: Margins;
}

/** Fewer signs than this across, and a line that reaches the margin says nothing. */
const fullLine = 9;

/** Width of what would have had to stay together at the end of the line above: a number, a word, or one sign. */
const firstWord = (line: Line, text: string): number =>
  Math.min(12, (/^[\w.,%+-]+/.exec(text)?.[0].length ?? 0) * 0.55) * line.size;

/** A full line goes on in the next one, unless that is indented, of another size, or far below. */
function goesOn(before: Placed, next: Placed): boolean {
  const [above, below] = [before.line, next.line];
  const isLong = above.right - above.x >= fullLine * above.size;
  const room = Math.max(1.6 * above.size, firstWord(below, next.text));
  const isFull = isLong && above.right >= before.margins.right - room;
  const isFlush = Math.abs(below.x - next.margins.left) <= 0.9 * below.size;
  const sameSize = Math.abs(above.size - below.size) <= 0.15 * Math.max(above.size, below.size);
  const isNear = before.page !== next.page || below.y - above.y <= 2.6 * below.size;
  // Where paragraphs are not indented, a full stop at the end of a line is the only sign of their end.
  const isEnded = !next.margins.indents && /[。！？；：:;]$/.test(before.text);
  return isFull && isFlush && sameSize && isNear && !isEnded;
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
  const cut = pages.map((page) => ({ page, blocks: blocksOfPage(page) }));
  const shown = withoutFurniture(cut);
  const marginsOf = marginsIn(pages.map((page, at) => ({ page, blocks: shown[at] ?? [] })));
  let before: Placed | undefined;
  let table = { columns: 0, page: -1 };
  for (const [page, blocks] of shown.entries())
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
      const placed = { line: block.line, text: block.text, page, margins: marginsOf(page, block) };
      if (before && goesOn(before, placed)) out.push(joinText(out.pop() ?? '', block.text));
      else out.push(block.text);
      before = placed;
      table = { columns: 0, page: -1 };
    }
  return out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}
