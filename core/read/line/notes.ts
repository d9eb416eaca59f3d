// Which lines are notes at the foot of a page: they open with a sign that stands glued to the text above.
import type { FootnoteSign } from '../source/fold-text.ts';
import { signKind, terminalSign } from '../source/sign.ts';
import type { Line } from './line.ts';
import { lineStartOf } from './line-start.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Length of the note sign a line opens with, 0 for none; ① and [1] count only where the text carries the same sign. */
export function noteSignLength(text: string, start: number, end: number, signs: ReadonlySet<string>): number {
  let length = 0;
  while (start + length < end && superscripts.includes(text[start + length] ?? ' ')) length += 1;
  if (length > 0) return length;
  if (signs.size === 0) return 0;
  if (signs.has(text[start] ?? '')) return 1;
  const close = text[start] === '[' ? text.indexOf(']', start) : -1;
  return close > 0 && close - start <= 3 && signs.has(text.slice(start, close + 1)) ? close + 1 - start : 0;
}

/** The signs that were taken out of the text, as a set. */
export const signsOf = (signs: readonly FootnoteSign[]): ReadonlySet<string> =>
  new Set(signs.map((sign) => sign.sign));

/** Marks note lines, with the lines that go on from them. */
export function markNotes(text: string, lines: readonly Line[], signs: ReadonlySet<string>): void {
  let unfinished = false;
  for (const line of lines) {
    if (line.kind !== 'text') {
      unfinished = unfinished && line.kind === 'furniture';
      continue;
    }
    if (noteSignLength(text, line.start, line.end, signs) > 0) line.kind = 'note';
    else if (unfinished && line.blanks === 0 && lineStartOf(text, line.start, line.end) === 'plain') {
      line.kind = 'note';
      line.joined = true;
    }
    unfinished = line.kind === 'note' && signKind[text.charCodeAt(line.end - 1)] !== terminalSign;
  }
}
