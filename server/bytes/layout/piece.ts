// What a page gives before there are lines: pieces of text with a place, and ruled lines. y grows downwards.

export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  /** Height of the type. */
  readonly size: number;
}

/** A ruled line, horizontal or vertical; y1 ≤ y2 and x1 ≤ x2. */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly rules: readonly Rule[];
}

/** Signs that stand in a square of their own and are written without spaces between words. */
export const isWide = (sign: string | undefined): boolean =>
  sign !== undefined &&
  /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u.test(sign);

/** Two halves of a broken line: only two words of letters need a space between them. */
export function joinText(left: string, right: string): string {
  const needsSpace = /[A-Za-z,.;:]$/.test(left) && /^[A-Za-z]/.test(right);
  return needsSpace ? `${left} ${right}` : left + right;
}

/** A piece as single signs with places; widths are shared out, a wide sign counting double. */
export function signsOf(piece: Piece): Piece[] {
  const signs = [...piece.text];
  const weights = signs.map((sign) => (isWide(sign) ? 2 : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  let x = piece.x;
  return signs.map((text, at) => {
    const width = (piece.width * (weights[at] ?? 1)) / total;
    const sign = { text, x, y: piece.y, width, size: piece.size };
    x += width;
    return sign;
  });
}
