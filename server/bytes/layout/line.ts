// Groups pieces into lines by their baselines, and cuts each line where a gap is too wide for running text.
import { raise } from '../number-word.ts';
import { isWide, type Piece } from './piece.ts';

/** A stretch of a line without a wide gap. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

export interface Line {
  readonly y: number;
  readonly size: number;
  readonly x: number;
  readonly right: number;
  readonly segments: readonly Segment[];
}

/** More than this many ems apart and two pieces are two cells, or two columns. */
const wideGap = 1.4;

/** Small digits above the baseline are a footnote sign or a power, never digits of the number before them. */
const isRaised = (piece: Piece, y: number, size: number): boolean =>
  /^\d{1,3}$/.test(piece.text) && piece.size <= 0.8 * size && y - piece.y > 0.12 * size;

function makeLine(pieces: readonly Piece[]): Line {
  const given = [...pieces].sort((a, b) => a.x - b.x);
  const size = Math.max(...given.map((piece) => piece.size));
  // The baseline most of the text stands on, not that of a raised sign.
  const { y } = given.reduce((best, piece) => (piece.width > best.width ? piece : best));
  const inOrder = given.map((piece) =>
    isRaised(piece, y, size) ? { ...piece, text: raise(piece.text) } : piece,
  );
  const segments: { text: string; x: number; right: number }[] = [];
  let spaced = false;
  for (const piece of inOrder) {
    const last = segments.at(-1);
    if (piece.text.trim() === '') {
      spaced = true;
      continue;
    }
    const gap = last ? piece.x - last.right : 0;
    const text = piece.text.replace(/\s+/g, ' ');
    if (!last || gap > wideGap * size)
      segments.push({ text: text.trim(), x: piece.x, right: piece.x + piece.width });
    else {
      const apart = gap > 0.25 * size || (spaced && gap > 0.1 * size) || /^ /.test(text);
      const needsSpace = apart && !(isWide(last.text.at(-1)) && isWide(text.trim()[0]) && gap < 0.6 * size);
      last.text += `${needsSpace ? ' ' : ''}${text.trim()}`;
      last.right = Math.max(last.right, piece.x + piece.width);
    }
    spaced = / $/.test(piece.text);
  }
  const [first, end] = [segments[0], segments.at(-1)];
  return { y, size, x: first?.x ?? 0, right: end?.right ?? 0, segments };
}

/** Lines from top to bottom. A raised or lowered sign belongs to the line it overlaps. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const inOrder = [...pieces].filter((piece) => piece.text !== '').sort((a, b) => a.y - b.y || a.x - b.x);
  const groups: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of inOrder) {
    const last = groups.at(-1);
    if (last && piece.y - last.y <= 0.45 * Math.max(piece.size, last.size)) {
      last.pieces.push(piece);
      if (piece.size > last.size) {
        last.size = piece.size;
        last.y = piece.y;
      }
    } else groups.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return groups
    .filter((group) => group.pieces.some((piece) => piece.text.trim() !== ''))
    .map((group) => makeLine(group.pieces));
}

/** The whole line with single spaces where the gaps were. */
export const textOf = (line: Line): string => line.segments.map((segment) => segment.text).join(' ');
