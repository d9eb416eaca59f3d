// Whether a promise printed in one document is a commitment that the plan already has, and where the numbers disagree.
import type { CommitmentKind, Target } from './commitment.ts';
import { countsAlike, sameValues } from './same-values.ts';
import { similarity } from './words/name-similarity.ts';
import { sameSeries } from './words/series-name.ts';

/** The part of a commitment, drafted or kept, that matching looks at. */
export interface Matchable {
  readonly kind: CommitmentKind;
  readonly number: string;
  readonly title: string;
  readonly targets: readonly Target[];
}

export interface MatchConflict {
  readonly metric: string;
  readonly unit: string;
  /** The two printed wordings, the plan's own first. */
  readonly ours: string;
  readonly theirs: string;
}

export interface CommitmentMatch {
  readonly id: string;
  /** 0 to 1. A person confirms; the score only orders the proposals. */
  readonly score: number;
  readonly conflict: MatchConflict | null;
}

/** Below this a proposal would waste the reader's time. Default of this software, tuned on pairs of printed promises. */
export const MATCH_THRESHOLD = 0.62;

const metricLikeness = (a: Target, b: Target): number =>
  sameSeries(a.metric, b.metric) ? 1 : similarity(a.metric, b.metric);

type Agreement = 'equal' | 'differ' | 'unlike';

function agreement(a: Target, b: Target): Agreement {
  if (a.values.length === 0 || b.values.length === 0 || !countsAlike(a.unit, b.unit)) return 'unlike';
  return sameValues(a, b) ? 'equal' : 'differ';
}

interface Pair {
  readonly score: number;
  readonly conflict: MatchConflict | null;
}

/** Same metric and same number is certain; same metric and another number is a conflict, not another promise. */
function pairScore(ours: Target, theirs: Target): Pair {
  const likeness = metricLikeness(ours, theirs);
  const numbers = agreement(ours, theirs);
  if (numbers === 'unlike') return { score: likeness * 0.7, conflict: null };
  if (numbers === 'equal') return { score: likeness * 0.75 + 0.25, conflict: null };
  // A growth and a level of the same thing are two promises.
  if (ours.form !== theirs.form && (ours.measure === 'rate') !== (theirs.measure === 'rate'))
    return { score: likeness * 0.5, conflict: null };
  const conflict = { metric: ours.metric, unit: ours.unit, ours: ours.printed, theirs: theirs.printed };
  return { score: likeness * 0.9, conflict: likeness >= 0.8 ? conflict : null };
}

function bestPair(ours: readonly Target[], theirs: readonly Target[]): Pair {
  let best: Pair = { score: 0, conflict: null };
  for (const one of ours)
    for (const two of theirs) {
      const pair = pairScore(one, two);
      if (pair.score > best.score) best = pair;
    }
  return best;
}

/** Score of one existing commitment against a draft. */
export function matchScore(draft: Matchable, existing: Matchable): Pair {
  const titles = similarity(draft.title, existing.title);
  const pair = bestPair(existing.targets, draft.targets);
  const worded = draft.targets.length === 0 || existing.targets.length === 0;
  const sameNumber = draft.kind === existing.kind && draft.number !== '' && draft.number === existing.number;
  const score = worded ? titles : Math.max(pair.score, titles * 0.6 + pair.score * 0.4);
  return { score: Math.min(1, score + (sameNumber && titles > 0.3 ? 0.05 : 0)), conflict: pair.conflict };
}

/** The likest commitment of the plan, or null where none is like enough. */
export function matchCommitment<Existing extends Matchable & { readonly id: string }>(
  draft: Matchable,
  existing: readonly Existing[],
): CommitmentMatch | null {
  let best: CommitmentMatch | null = null;
  for (const each of existing) {
    const { score, conflict } = matchScore(draft, each);
    if (score >= MATCH_THRESHOLD && (!best || score > best.score)) best = { id: each.id, score, conflict };
  }
  return best;
}
