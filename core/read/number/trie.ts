// Finds the longest known word that starts, or that ends, at a place of the text: a step a sign, each one look-up in a table.
import { isIn, type SignSet, signSet } from './sign-set.ts';

/** Nodes are numbers, 0 is the root; a step is found by node and sign in a table of open addresses. */
export interface Trie {
  /** Signs that a word can begin with, seen from the side it is read from: most questions end here. */
  readonly openers: SignSet;
  /** node * 65536 + sign of each step, -1 where the place is free. */
  readonly steps: Int32Array;
  /** Where each step leads. */
  readonly targets: Uint16Array;
  /** Kind of the word that ends at a node, 0 for none. */
  readonly kinds: Uint8Array;
  readonly backwards: boolean;
}

const SIGNS = 65536;
/** 2^32 over the golden ratio spreads neighbours apart (Knuth, The Art of Computer Programming, 6.4). */
const SPREAD = 0x9e3779b1;

const placeOf = (step: number, places: number): number => (Math.imul(step, SPREAD) >>> 7) & (places - 1);

/** Words by kind (a number above 0); several words are parted by spaces. Later groups do not overwrite earlier ones. */
export function buildTrie(
  groups: readonly (readonly [kind: number, words: string])[],
  backwards = false,
): Trie {
  const found = new Map<number, number>();
  const kinds = [0];
  for (const [kind, words] of groups)
    for (const word of words.split(/\s+/)) {
      let node = 0;
      for (let i = 0; i < word.length; i++) {
        const step = node * SIGNS + word.charCodeAt(backwards ? word.length - 1 - i : i);
        node = found.get(step) ?? kinds.push(0) - 1;
        found.set(step, node);
      }
      if (node !== 0 && kinds[node] === 0) kinds[node] = kind;
    }
  let places = 8;
  while (places < found.size * 3) places *= 2;
  const steps = new Int32Array(places).fill(-1);
  const targets = new Uint16Array(places);
  for (const [step, node] of found) {
    let place = placeOf(step, places);
    while (steps[place] !== -1) place = (place + 1) & (places - 1);
    steps[place] = step;
    targets[place] = node;
  }
  const openers = [...found.keys()].filter((step) => step < SIGNS).map((step) => String.fromCharCode(step));
  return { openers: signSet(openers.join('')), steps, targets, kinds: Uint8Array.from(kinds), backwards };
}

/** The node that `sign` leads to, 0 for none. */
function follow(trie: Trie, node: number, sign: number): number {
  const { steps, targets } = trie;
  const step = node * SIGNS + sign;
  let place = placeOf(step, steps.length);
  for (;;) {
    const there = steps[place];
    if (there === step) return targets[place] ?? 0;
    if (there === -1) return 0;
    place = (place + 1) & (steps.length - 1);
  }
}

/** Kind and length of a match packed as kind * 64 + length, 0 for none: no object is made for a miss or a hit. */
export function matchAt(trie: Trie, text: string, at: number, limit: number): number {
  const { backwards, kinds } = trie;
  if (backwards ? at <= limit : at >= limit) return 0;
  if (!isIn(trie.openers, text.charCodeAt(backwards ? at - 1 : at))) return 0;
  let node = 0;
  let best = 0;
  const most = backwards ? at - limit : limit - at;
  for (let length = 1; length <= most; length++) {
    node = follow(trie, node, text.charCodeAt(backwards ? at - length : at + length - 1));
    if (node === 0) break;
    const kind = kinds[node] ?? 0;
    if (kind !== 0) best = kind * 64 + length;
  }
  return best;
}

export const matchLength = (match: number): number => match & 63;
export const matchKind = (match: number): number => match >> 6;
