// How verdicts are counted: by unit, district or field, with coverage, and which of several weighs most.
import type { Verdict, VerdictStatus } from './verdict.ts';

/** Most pressing first: the order of every list that is sorted by status. */
export const statusOrder: readonly VerdictStatus[] = [
  'overdue',
  'behind',
  'atRisk',
  'noJudgement',
  'onTrack',
  'notDue',
  'achieved',
];

const weight = new Map(statusOrder.map((status, index) => [status, index]));

export const compareStatus = (a: VerdictStatus, b: VerdictStatus): number =>
  (weight.get(a) ?? 0) - (weight.get(b) ?? 0);

/** The most pressing of several; noJudgement where there is none. */
export function worst(statuses: readonly VerdictStatus[]): VerdictStatus {
  return (
    statuses.reduce<VerdictStatus | null>(
      (most, status) => (most === null || compareStatus(status, most) < 0 ? status : most),
      null,
    ) ?? 'noJudgement'
  );
}

export type StatusCounts = Readonly<Record<VerdictStatus, number>>;

export interface RollUp {
  readonly key: string;
  readonly total: number;
  /** How many had a figure. A group without figures is not a group without problems. */
  readonly covered: number;
  /** Behind or overdue: what somebody must be asked about today. */
  readonly late: number;
  readonly counts: StatusCounts;
}

/** Past its day, or behind the schedule of its day. */
export const isLate = (status: VerdictStatus): boolean => status === 'overdue' || status === 'behind';

export interface Judged {
  readonly verdict: Verdict;
}

/** True where the verdict rests on a figure or a statement. */
export const hasFigure = (verdict: Verdict): boolean =>
  verdict.status !== 'notDue' &&
  !verdict.because.every(
    (each) => each.code === 'noFigure' || each.code === 'noTarget' || each.code === 'pastDue',
  );

const noCounts = (): Record<VerdictStatus, number> => ({
  achieved: 0,
  onTrack: 0,
  atRisk: 0,
  behind: 0,
  overdue: 0,
  notDue: 0,
  noJudgement: 0,
});

/**
 * Groups by the keys of a row; a row with several keys (two districts) counts in each, one without any in none.
 * Groups come in the order in which they first appear.
 */
export function rollUp<Row extends Judged>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly string[],
): readonly RollUp[] {
  const groups = new Map<
    string,
    { total: number; covered: number; late: number; counts: Record<VerdictStatus, number> }
  >();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key) ?? { total: 0, covered: 0, late: 0, counts: noCounts() };
      group.total += 1;
      group.covered += hasFigure(row.verdict) ? 1 : 0;
      group.late += isLate(row.verdict.status) ? 1 : 0;
      group.counts[row.verdict.status] += 1;
      groups.set(key, group);
    }
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}
