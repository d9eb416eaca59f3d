// Lays out text for a terminal: widths of Chinese signs, columns, places in a document, quotes.
import type { Span } from '../../core/read/reading.ts';

const isWide = (sign: string): boolean =>
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u.test(
    sign,
  );

/** Columns a text takes up in a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += isWide(sign) ? 2 : 1;
  return width;
}

/** Cuts to a width, with … where something was cut. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let [kept, used] = ['', 0];
  for (const sign of text) {
    used += isWide(sign) ? 2 : 1;
    if (used > width - 1) break;
    kept += sign;
  }
  return `${kept}…`;
}

export const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));
export const padLeft = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Rows as columns, each as wide as its widest cell up to its limit; the last is not padded. */
export function columns(
  rows: readonly (readonly string[])[],
  limits: readonly number[],
  right: readonly number[] = [],
): string[] {
  const widths = limits.map((limit, at) =>
    Math.min(limit, Math.max(0, ...rows.map((row) => widthOf(row[at] ?? '')))),
  );
  return rows.map((row) =>
    widths
      .map((width, at) => {
        const text = cut(row[at] ?? '', width);
        return right.includes(at) ? padLeft(text, width) : at === widths.length - 1 ? text : pad(text, width);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Line and column from 1, columns counted in signs. */
export function placeOf(source: string, start: number): { line: number; column: number } {
  let [line, from] = [1, 0];
  for (let at = source.indexOf('\n'); at >= 0 && at < start; at = source.indexOf('\n', at + 1)) {
    line++;
    from = at + 1;
  }
  return { line, column: [...source.slice(from, start)].length + 1 };
}

/** Printed words of a span on one line, with a little of what stands around a bare number. */
export function quote(source: string, span: Span, width = 60): string {
  const around = span.end - span.start < 8 ? 14 : 0;
  const from = Math.max(source.lastIndexOf('\n', span.start - 1) + 1, span.start - around);
  const lineEnd = source.indexOf('\n', span.end);
  const to = Math.min(lineEnd < 0 ? source.length : lineEnd, span.end + around);
  return cut(source.slice(from, to).replace(/\s+/g, ' ').trim(), width);
}
