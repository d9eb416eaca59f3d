// Where in the sorted mentions a place of the text begins.
import type { Mention } from '../../structure.ts';

/** Index of the first mention that starts at or after `at`. */
export function firstMention(mentions: readonly Mention[], at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
