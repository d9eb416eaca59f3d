// Which officials a cell names: one, or several kept apart by signs or by a space that folding took away.

import type { Span } from '../../reading.ts';
import type { FoldedText } from '../../structure.ts';

/** A space inside a name of two signs only pads it (two signs set as wide as three); between longer names it parts them. */
export function readPeople(folded: FoldedText, cell: Span | undefined): readonly string[] {
  if (cell === undefined || cell.end <= cell.start) return [];
  const from = folded.at[cell.start] ?? 0;
  // The last sign's own offset plus one, so that signs folded away after the cell are left out.
  const to = (folded.at[cell.end - 1] ?? from) + 1;
  const people: string[] = [];
  for (const piece of folded.source.slice(from, to).split(/[、,，;；/\n\r]+/)) {
    const words = piece
      .trim()
      .split(/[\s\u3000]+/)
      .filter((word) => word !== '' && !/^[-—–]+$/.test(word));
    if (words.every((word) => word.length >= 2)) people.push(...words);
    else if (words.length > 0) people.push(words.join(''));
  }
  return people;
}
