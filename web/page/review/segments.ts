// The source text cut into pieces for the screen: paragraphs in chunks, and inside a chunk the runs that are marked.

export interface Mark {
  readonly start: number;
  readonly end: number;
  /** What it is for the eye: pending, adopted, rejected, check, unread, spot. */
  readonly look: string;
  /** The item it belongs to, where it is one. */
  readonly itemId: string | null;
}

export interface Chunk {
  readonly start: number;
  readonly text: string;
}

/** About this many characters a chunk; the browser lays out only the chunks that are near the window. */
const aimed = 1500;

/** Cut at line ends, so that no line is torn; together the chunks are the text, character by character. */
export function chunksOf(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  while (start < text.length) {
    const aim = start + aimed;
    const line = aim >= text.length ? -1 : text.indexOf('\n', aim);
    const end = line === -1 ? text.length : line + 1;
    chunks.push({ start, text: text.slice(start, end) });
    start = end;
  }
  return chunks;
}

export interface Run {
  readonly start: number;
  readonly text: string;
  readonly looks: readonly string[];
  /** The smallest item that covers the run: the one a click means. */
  readonly itemId: string | null;
}

const reach = (mark: Mark): number => mark.end - mark.start;

export function runsOf(chunk: Chunk, marks: readonly Mark[]): readonly Run[] {
  const end = chunk.start + chunk.text.length;
  const inside = marks.filter((mark) => mark.start < end && mark.end > chunk.start);
  const cuts = new Set([chunk.start, end]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.start, chunk.start));
    cuts.add(Math.min(mark.end, end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, at) => {
    const to = sorted[at + 1] ?? end;
    const over = inside.filter((mark) => mark.start <= from && mark.end >= to);
    const items = over.filter((mark) => mark.itemId !== null).sort((a, b) => reach(a) - reach(b));
    const looks = new Set(over.filter((mark) => mark.itemId === null).map((mark) => mark.look));
    if (items[0]) looks.add(items[0].look);
    return {
      start: from,
      text: chunk.text.slice(from - chunk.start, to - chunk.start),
      looks: [...looks],
      itemId: items[0]?.itemId ?? null,
    };
  });
}
