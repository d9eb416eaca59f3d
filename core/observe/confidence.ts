// The word of the person who answers for a promise, beside the computed verdict: a dated history, and where the two disagree.
import type { IsoDate } from '../quantity/date.ts';

/** Most confident first. */
export const confidenceWords = ['secured', 'reachable', 'needsHelp', 'doubtful'] as const;
export type ConfidenceWord = (typeof confidenceWords)[number];

export interface Confidence {
  readonly commitmentId: string;
  readonly word: ConfidenceWord;
  readonly note: string;
  readonly accountId: string;
  readonly saidOn: IsoDate;
  /** Order of receipt within a day. */
  readonly sequence: number;
}

export type ConfidenceProblem = 'confidence.needsNote';

/** Asking for help without saying what would help is of no use to anybody. */
export const confidenceProblem = (word: ConfidenceWord, note: string): ConfidenceProblem | null =>
  (word === 'needsHelp' || word === 'doubtful') && note.trim().length < 2 ? 'confidence.needsNote' : null;

const isLater = (a: Confidence, b: Confidence): boolean =>
  a.saidOn > b.saidOn || (a.saidOn === b.saidOn && a.sequence > b.sequence);

/** The word that stands on a day; null where nobody has said one. */
export function confidenceOn(history: readonly Confidence[], asOf: IsoDate): Confidence | null {
  let last: Confidence | null = null;
  for (const each of history) if (each.saidOn <= asOf && (last === null || isLater(each, last))) last = each;
  return last;
}

export type Disagreement = 'ownerMoreHopeful' | 'ownerMoreWorried' | 'none';

const hopeful: ReadonlySet<ConfidenceWord> = new Set<ConfidenceWord>(['secured', 'reachable']);

/** late: the computed verdict is behind or overdue; fine: achieved or on track. The difference is the signal. */
export function disagreement(word: ConfidenceWord | null, computed: 'late' | 'fine' | 'open'): Disagreement {
  if (word === null || computed === 'open') return 'none';
  if (computed === 'late') return hopeful.has(word) ? 'ownerMoreHopeful' : 'none';
  return hopeful.has(word) ? 'none' : 'ownerMoreWorried';
}
