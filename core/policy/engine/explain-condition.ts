// What the truths of its leaves make of a condition: its own truth, which leaves failed it, and which keep it from being known.
import { FALSE, TRUE, type Truth, UNKNOWN } from './closure.ts';

/** A list of conditions, or the place of a leaf in what is given to `outcomeOf`. */
export type Tree = number | { readonly op: 'all' | 'any'; readonly of: readonly Tree[] };

export interface Outcome {
  readonly is: Truth;
  /** Places of leaves, in the order of the condition. */
  readonly failed: readonly number[];
  readonly unknown: readonly number[];
}

export function outcomeOf(tree: Tree, truthOf: (leaf: number) => Truth): Outcome {
  if (typeof tree !== 'number') return tree.op === 'all' ? every(tree.of, truthOf) : some(tree.of, truthOf);
  const is = truthOf(tree);
  return { is, failed: is === FALSE ? [tree] : [], unknown: is === UNKNOWN ? [tree] : [] };
}

/** Kleene AND; failures count only where the whole is FALSE, missing facts only where it is UNKNOWN. */
function every(parts: readonly Tree[], truthOf: (leaf: number) => Truth): Outcome {
  const outcomes = parts.map((part) => outcomeOf(part, truthOf));
  if (outcomes.some(({ is }) => is === FALSE))
    return { is: FALSE, failed: outcomes.flatMap(({ failed }) => failed), unknown: [] };
  const unknown = outcomes.flatMap((outcome) => outcome.unknown);
  return { is: outcomes.some(({ is }) => is === UNKNOWN) ? UNKNOWN : TRUE, failed: [], unknown };
}

/** Kleene OR; the alternatives that failed are told only where all of them did. */
function some(parts: readonly Tree[], truthOf: (leaf: number) => Truth): Outcome {
  const outcomes = parts.map((part) => outcomeOf(part, truthOf));
  if (outcomes.some(({ is }) => is === TRUE)) return { is: TRUE, failed: [], unknown: [] };
  const unknown = outcomes.flatMap((outcome) => outcome.unknown);
  return outcomes.some(({ is }) => is === UNKNOWN)
    ? { is: UNKNOWN, failed: [], unknown }
    : { is: FALSE, failed: outcomes.flatMap(({ failed }) => failed), unknown };
}
