// What an explanation says: yes with every step of the amount, no with every leaf that failed, unknown with every fact that is missing.
import type { Words } from '../words/words.ts';
import type { Amount, Leaf } from './form.ts';

/** What is said about a leaf whoever asks: made once per rule set. */
export interface LeafNote {
  readonly leaf: Leaf;
  /** Columns it reads, or the flag it asks for. */
  readonly facts: readonly string[];
  /** The author's own words for it. */
  readonly label: Words | null;
  /** Leaves with one number are alternatives: one of them would be enough. */
  readonly anyOf: number | null;
}

export interface FailedLeaf {
  readonly note: LeafNote;
  readonly actual: number | null;
  readonly required: number | null;
  /** What must be added to the actual number for the leaf to hold; negative is "too many". Null where no number is asked. */
  readonly distance: number | null;
}

export interface AmountStep {
  readonly node: Amount;
  readonly value: number;
}

export interface Yes {
  readonly answer: 'yes';
  readonly id: string;
  /** By the clause itself. */
  readonly amount: number;
  /** After overlap: 0 where another clause of the group pays. */
  readonly pays: number;
  readonly beatenBy: string | null;
  readonly steps: readonly AmountStep[];
}

export interface No {
  readonly answer: 'no';
  readonly id: string;
  readonly failed: readonly FailedLeaf[];
}

export interface Unknown {
  readonly answer: 'unknown';
  readonly id: string;
  readonly missing: readonly string[];
}

export type ClauseResult = Yes | No | Unknown;

export interface Explanation {
  /** In the order of the rule set's clauses. */
  readonly results: readonly ClauseResult[];
  /** 分 */
  readonly total: number;
}
