// Joins the lines of one paragraph, so that a number or unit that a line or page end has cut in two reads as one.
import type { Sink } from './sink.ts';

export interface Joined {
  readonly text: string;
  /** For each piece: where it begins in the joined text, and in the text it was cut from. */
  readonly starts: readonly number[];
  readonly origins: readonly number[];
}

/** A page mark on a line of its own: — 12 —, -12-, 12, 第 3 页. */
const pageMark =
  /^[ \t]*(?:[-—–·]+[ \t]*\d{1,4}[ \t]*[-—–·]+|第[ \t]*\d{1,4}[ \t]*页(?:[ \t]*共[ \t]*\d{1,4}[ \t]*页)?)[ \t]*$/;

/** The paragraph without its line ends and page marks, or null where it is one line. */
export function joinLines(text: string, start: number, end: number): Joined | null {
  let at = text.indexOf('\n', start);
  if (at < 0 || at >= end) return null;
  const pieces: string[] = [];
  const starts: number[] = [];
  const origins: number[] = [];
  let length = 0;
  let from = start;
  while (from < end) {
    if (at < 0 || at > end) at = end;
    const line = text.slice(from, at);
    const printed = from === start ? line : line.trimStart();
    if (printed !== '' && !pageMark.test(line)) {
      pieces.push(printed);
      starts.push(length);
      origins.push(from + line.length - printed.length);
      length += printed.length;
    }
    from = at + 1;
    at = text.indexOf('\n', from);
  }
  return { text: pieces.join(''), starts, origins };
}

/** Place in the uncut text of a place in the joined one. */
function originOf(joined: Joined, at: number): number {
  let low = 0;
  let high = joined.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((joined.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return (joined.origins[low] ?? 0) + at - (joined.starts[low] ?? 0);
}

/** Copies what was found in the joined text to `sink`, with places of the uncut text. */
export function moveBack(joined: Joined, found: Sink, sink: Sink): void {
  const back = <Found extends { readonly start: number; readonly end: number }>(span: Found): Found => ({
    ...span,
    start: originOf(joined, span.start),
    end: originOf(joined, span.end - 1) + 1,
  });
  const first = sink.mentions.length;
  for (const mention of found.mentions)
    sink.mentions.push({
      ...back(mention),
      comparatorSpan: mention.comparatorSpan === null ? null : back(mention.comparatorSpan),
      list: mention.list < 0 ? -1 : mention.list + first,
    });
  for (const neutral of found.neutrals) sink.neutrals.push(back(neutral));
  for (const span of found.unread) sink.unread.push(back(span));
}
