// Finds the longest known word that starts, or that ends, at a place of the text; one Map step a sign.

/** `kind` is 0 where no word ends at the node. */
interface Node {
  kind: number;
  next: Map<number, Node> | null;
}

export interface Trie {
  readonly root: Node;
  readonly backwards: boolean;
}

/** Words by kind (a number above 0); several words are parted by spaces. Later groups do not overwrite earlier ones. */
export function buildTrie(
  groups: readonly (readonly [kind: number, words: string])[],
  backwards = false,
): Trie {
  const root: Node = { kind: 0, next: null };
  for (const [kind, words] of groups)
    for (const word of words.split(/\s+/)) {
      if (word === '') continue;
      let node = root;
      for (let i = 0; i < word.length; i++) {
        const code = word.charCodeAt(backwards ? word.length - 1 - i : i);
        node.next ??= new Map();
        let child = node.next.get(code);
        if (!child) {
          child = { kind: 0, next: null };
          node.next.set(code, child);
        }
        node = child;
      }
      if (node.kind === 0) node.kind = kind;
    }
  return { root, backwards };
}

/** Kind and length of a match packed as kind * 64 + length, 0 for none: no object is made for a miss or a hit. */
export function matchAt(trie: Trie, text: string, at: number, limit: number): number {
  let node = trie.root;
  let best = 0;
  if (trie.backwards) {
    for (let i = at - 1; i >= limit; i--) {
      const child = node.next?.get(text.charCodeAt(i));
      if (!child) break;
      node = child;
      if (node.kind !== 0) best = node.kind * 64 + (at - i);
    }
    return best;
  }
  for (let i = at; i < limit; i++) {
    const child = node.next?.get(text.charCodeAt(i));
    if (child === undefined) break;
    node = child;
    if (node.kind !== 0) best = node.kind * 64 + (i - at + 1);
  }
  return best;
}

export const matchLength = (match: number): number => match & 63;
export const matchKind = (match: number): number => match >> 6;
