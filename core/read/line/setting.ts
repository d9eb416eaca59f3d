// How the lines of a document are set: each a paragraph, or broken at a margin, with or without indents.
import type { FoldedText } from '../structure.ts';
import { type Line, widthOf } from './line.ts';

/** How the lines of a document are set. */
export interface Setting {
  /** Width of a full line where lines are broken at a margin, 0 where each line is a paragraph. */
  readonly fullWidth: number;
  /** True where paragraphs begin with an indent. */
  readonly indented: boolean;
}

const sampleSize = 600;
const shortestFull = 12;
const widestMargin = 112;

/** Finds the margin: half of all longer lines end within two signs of the same width. */
export function settingOf(folded: FoldedText, lines: readonly Line[]): Setting {
  const sample = lines.filter((line) => line.kind === 'text' && line.end - line.start >= shortestFull);
  const step = Math.max(1, Math.floor(sample.length / sampleSize));
  const widths: number[] = [];
  let indents = 0;
  for (let i = 0; i < sample.length; i += step) {
    const line = sample[i];
    if (line === undefined || line.end - line.start > widestMargin) continue;
    widths.push(widthOf(folded, line));
    if (line.indent > 0) indents += 1;
  }
  const indented = indents > 0 && indents < widths.length * 0.8;
  if (widths.length < 15 || widths.length * step < sample.length * 0.8) return { fullWidth: 0, indented };
  widths.sort((a, b) => a - b);
  const full = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const near = widths.filter((width) => width >= full - 4 && width <= full + 4).length;
  return { fullWidth: near * 2 >= widths.length && full <= widestMargin ? full : 0, indented };
}

/** A full line may end two signs short where a mark would not fit, and an indent takes two more. */
export function isFullLine(folded: FoldedText, line: Line, setting: Setting): boolean {
  const slack = line.indent > 0 ? 9 : 5;
  return widthOf(folded, line) >= setting.fullWidth - slack;
}
