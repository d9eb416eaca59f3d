// Recovers tables that have no ruled lines: neighbouring lines whose wide gaps stand above one another.
import type { Line, Segment } from './line.ts';
import { joinText } from './piece.ts';

interface Column {
  left: number;
  right: number;
}

/** Ranges that the segments of several lines cover together; a blank strip through all lines parts two columns. */
export function columnsOf(lines: readonly Line[]): Column[] {
  const columns: Column[] = [];
  const segments = lines.flatMap((line) => [...line.segments]).sort((a, b) => a.x - b.x);
  for (const { x, right } of segments) {
    const last = columns.at(-1);
    if (last && x < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left: x, right });
  }
  return columns;
}

const columnAt = (columns: readonly Column[], segment: Segment): number =>
  columns.findIndex((column) => segment.x < column.right && segment.right > column.left);

/** Rows of the table: a line with a single segment under a cell is the rest of that cell. */
function rowsOf(lines: readonly Line[], columns: readonly Column[]): string[][] {
  const rows: string[][] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    const [only] = line.segments;
    const at = only ? columnAt(columns, only) : -1;
    if (line.segments.length === 1 && last && at >= 0 && only) {
      last[at] = joinText(last[at] ?? '', only.text);
      continue;
    }
    const row = columns.map(() => '');
    for (const segment of line.segments) {
      const place = columnAt(columns, segment);
      row[place] = row[place] ? `${row[place]} ${segment.text}` : segment.text;
    }
    rows.push(row);
  }
  return rows;
}

/** How far the table that begins at this line reaches: multi-segment lines, and single ones between them. */
export function tableEnd(lines: readonly Line[], from: number): number {
  let [end, many] = [from, 0];
  for (let at = from; at < lines.length; at++) {
    const [line, before] = [lines[at], lines[at - 1]];
    if (!line) break;
    if (at > from && before && line.y - before.y > 3.2 * Math.max(line.size, before.size)) break;
    if (line.segments.length >= 2) {
      many++;
      end = at + 1;
    } else if (at - end >= 2 || at === from) break;
  }
  return many >= 2 ? end : from;
}

/** Tab-separated lines, or nothing where the gaps of the lines do not stand above one another. */
export function gapTable(lines: readonly Line[]): string[] | undefined {
  const columns = columnsOf(lines.filter((line) => line.segments.length >= 2));
  if (columns.length < 2) return undefined;
  const many = lines.filter((line) => line.segments.length >= 2);
  const used = many.reduce((sum, line) => sum + line.segments.length, 0);
  // A few lines with accidental gaps share no strip: then most of the cells would stay empty.
  if (used < many.length * columns.length * 0.5) return undefined;
  return rowsOf(lines, columns).map((row) => row.map((cell) => cell.trim()).join('\t'));
}

/** Two columns of running text: many long segments on both sides of one gutter. The x of the gutter, or nothing. */
export function gutterOf(lines: readonly Line[], width: number): number | undefined {
  const pairs = lines.filter((line) => line.segments.length === 2);
  if (pairs.length < 8 || pairs.length < lines.length * 0.5) return undefined;
  const left = pairs.map((line) => line.segments[0]?.right ?? 0);
  const right = pairs.map((line) => line.segments[1]?.x ?? 0);
  const [from, to] = [Math.max(...left), Math.min(...right)];
  const isProse = (at: 0 | 1) =>
    pairs.reduce((sum, line) => sum + (line.segments[at]?.text.length ?? 0), 0) / pairs.length >= 12;
  const middle = (from + to) / 2;
  return from < to && isProse(0) && isProse(1) && middle > width * 0.35 && middle < width * 0.65
    ? middle
    : undefined;
}
