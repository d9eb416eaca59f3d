// What several printings of one promise say together: places and dates are added, numbers that differ are a conflict.
import { readUnit } from '../quantity/unit.ts';
import type { Target } from './commitment.ts';
import { sameValues, sharesIn } from './same-values.ts';
import { similarity } from './words/name-similarity.ts';
import { sameSeries } from './words/series-name.ts';

/** Names of one metric in two documents are at least this alike. Default of this software. */
const SAME_METRIC = 0.8;

const isGrowth = (target: Target): boolean => target.measure === 'rate';

/** Counted in the same kind of unit and in the same way: a growth and a level of one thing are two promises. */
const isComparable = (a: Target, b: Target): boolean =>
  (a.relativeType !== null && a.relativeType === b.relativeType) ||
  (isGrowth(a) === isGrowth(b) && readUnit(a.unit).base === readUnit(b.unit).base);

const isAlike = (a: Target, b: Target): boolean =>
  sameSeries(a.metric, b.metric) || similarity(a.metric, b.metric) >= SAME_METRIC;

/** Position of the target that another printing is about: the one of its very name, else of a like name, else -1. */
function findSame(targets: readonly Target[], other: Target): number {
  const named = targets.findIndex((each) => each.metric === other.metric && isComparable(each, other));
  return named >= 0 ? named : targets.findIndex((each) => isComparable(each, other) && isAlike(each, other));
}

const withSpreadOf = (own: Target, other: Target): Target => ({
  ...own,
  checkpoints: own.checkpoints.length > 0 ? own.checkpoints : other.checkpoints,
  ...(own.allocations.length > 0
    ? {}
    : {
        // 85.8万人次 in the list, 858000人次 in the table of districts: the places speak in the list's unit from here on.
        allocations: sharesIn(other.allocations, other.unit, own.unit),
        allocationMode: other.allocationMode,
      }),
});

/**
 * The commitment's own targets with what another printing adds: a target it does not have yet, and the places and dates
 * of one it has. A number that differs never replaces the first one; see targetConflicts.
 */
export function mergeTargets(own: readonly Target[], printed: readonly Target[]): readonly Target[] {
  const merged = [...own];
  for (const other of printed) {
    const at = findSame(merged, other);
    const same = merged[at];
    if (!same) merged.push(other);
    else if (sameValues(same, other)) merged[at] = withSpreadOf(same, other);
  }
  return merged;
}

export interface TargetConflict {
  readonly metric: string;
  readonly ours: Target;
  readonly theirs: Target;
}

/** Two printed numbers for one promise: both stay, and both are shown. */
export const targetConflicts = (
  own: readonly Target[],
  printed: readonly Target[],
): readonly TargetConflict[] =>
  printed.flatMap((theirs) => {
    const ours = own[findSame(own, theirs)];
    const bothNumbers = ours && ours.values.length > 0 && theirs.values.length > 0;
    return bothNumbers && !sameValues(ours, theirs) ? [{ metric: ours.metric, ours, theirs }] : [];
  });
