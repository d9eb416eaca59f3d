// Which quantities stand inside a stretch of text; mentions are sorted, so a binary search finds the first.
import type { Mention } from '../../structure.ts';

export function mentionsIn(mentions: readonly Mention[], start: number, end: number): readonly Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < mentions.length && (mentions[last]?.end ?? 0) <= end) last += 1;
  return mentions.slice(low, last);
}
