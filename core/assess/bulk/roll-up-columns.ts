// Verdict columns counted by group (place, unit, field), the way rollUp counts rows; groups may lie in larger ones.
import { hasFigure, isLate, type RollUp, statusOrder } from '../roll-up.ts';
import type { VerdictStatus } from '../verdict.ts';
import { reasonCode, statusCode } from './codes.ts';
import type { VerdictColumns } from './columns.ts';
import type { BulkVerdicts } from './judge-columns.ts';

/** Counts of one group: one place a status in statusOrder, then how many had a figure. */
export const COUNTS = statusOrder.length + 1;
const COVERED = statusOrder.length;

const NOT_DUE = statusCode('notDue');
const NO_FIGURE = reasonCode('noFigure');
const NO_TARGET = reasonCode('noTarget');

export interface GroupCounts {
  readonly groups: number;
  readonly counts: Int32Array;
}

const isCovered = (columns: VerdictColumns, row: number): boolean => {
  const reason = columns.reason[row] ?? 0;
  return columns.status[row] !== NOT_DUE && reason !== NO_FIGURE && reason !== NO_TARGET;
};

/** A row of the exact path says itself whether it rests on a figure: it may have more reasons than the columns hold. */
function covered(verdicts: BulkVerdicts, row: number): boolean {
  if (verdicts.columns.exact[row] !== 1) return isCovered(verdicts.columns, row);
  const judged = verdicts.exact.get(row);
  return judged !== undefined && hasFigure(judged);
}

/** Counts rows by the group that each is in; a row of group −1 is in none. */
export function countGroups(verdicts: BulkVerdicts, groupOf: Int32Array, groups: number): GroupCounts {
  const counts = new Int32Array(groups * COUNTS);
  const { status } = verdicts.columns;
  for (let row = 0; row < status.length; row++) {
    const group = groupOf[row] ?? -1;
    if (group < 0) continue;
    const at = group * COUNTS;
    const place = at + (status[row] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
    if (covered(verdicts, row)) counts[at + COVERED] = (counts[at + COVERED] ?? 0) + 1;
  }
  return { groups, counts };
}

/** Takes one row out of its group, or puts it in: what an update does before and after it judges again. */
export function countRow(
  verdicts: BulkVerdicts,
  into: GroupCounts,
  group: number,
  row: number,
  by: 1 | -1,
): void {
  if (group < 0) return;
  const at = group * COUNTS;
  const place = at + (verdicts.columns.status[row] ?? 0);
  into.counts[place] = (into.counts[place] ?? 0) + by;
  if (covered(verdicts, row)) into.counts[at + COVERED] = (into.counts[at + COVERED] ?? 0) + by;
}

/** Adds every group to the one it lies in (street → district → city). Parents stand behind their children; −1 is the top. */
export function countUpwards({ groups, counts }: GroupCounts, parentOf: Int32Array): GroupCounts {
  const all = counts.slice();
  for (let group = 0; group < groups; group++) {
    const parent = parentOf[group] ?? -1;
    if (parent < 0) continue;
    if (parent <= group) throw new RangeError(`group ${group} stands behind its parent ${parent}`);
    for (let place = 0; place < COUNTS; place++) {
      const into = parent * COUNTS + place;
      all[into] = (all[into] ?? 0) + (all[group * COUNTS + place] ?? 0);
    }
  }
  return { groups, counts: all };
}

/** One group in the words of rollUp. */
export function rollUpOf({ counts }: GroupCounts, group: number, key: string): RollUp {
  const at = group * COUNTS;
  const count = (status: VerdictStatus): number => counts[at + statusCode(status)] ?? 0;
  const byStatus = {
    achieved: count('achieved'),
    onTrack: count('onTrack'),
    atRisk: count('atRisk'),
    behind: count('behind'),
    overdue: count('overdue'),
    notDue: count('notDue'),
    noJudgement: count('noJudgement'),
  };
  const total = Object.values(byStatus).reduce((sum, each) => sum + each, 0);
  const late = statusOrder.reduce((sum, status) => sum + (isLate(status) ? byStatus[status] : 0), 0);
  return { key, total, covered: counts[at + COVERED] ?? 0, late, counts: byStatus };
}
