// How alike two wordings are: the share of neighbouring pairs of signs that they have in common (Dice, 1945).
/** Names and clauses are shorter; what is longer is told apart by its beginning. */
const LONGEST = 120;

/** A pair is kept as one number, which is cheaper to make and to find than a string. */
const pairs = (text: string): Set<number> => {
  const found = new Set<number>();
  const length = Math.min(text.length, LONGEST);
  for (let i = 0; i + 1 < length; i += 1) found.add((text.charCodeAt(i) << 16) | text.charCodeAt(i + 1));
  return found;
};

/** How many pairs of neighbouring signs two wordings share. */
export function likeness(left: string, right: string): number {
  const [a, b] = [pairs(left), pairs(right)];
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
