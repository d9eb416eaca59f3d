// The sheet of the monthly dispatch meeting (单月调度): one line a project, the ones to talk about first, every number from facts.
import { elapsedShare, yearEnd, yearStart } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import { compare, type Decimal, multiply, round, subtract } from '../quantity/decimal.ts';
import { type Blocker, isLate, isOpen } from './blocker.ts';
import { doneOn, inForce, type MonthReport } from './investment.ts';
import { numberOf, percentOf, printed, type Yi } from './money.ts';
import type { ProjectEntry } from './project.ts';
import type { GateChain } from './settings.ts';
import { type Stage, stageOn } from './stage.ts';

/** Why a project is to be talked about, most pressing first. */
export const dispatchReasons = ['gateLate', 'blockerLate', 'noReport', 'behindTime', 'blockerOpen'] as const;
export type DispatchReason = (typeof dispatchReasons)[number];

export interface DispatchLine {
  readonly id: string;
  readonly name: string;
  readonly placeIds: readonly string[];
  readonly leadUnit: string | null;
  readonly stage: Stage;
  readonly annualPlan: Yi | null;
  readonly done: Yi | null;
  readonly percent: string | null;
  /** done − plan × time gone until the month that was reported, in 亿元; null where either is missing. */
  readonly againstTime: Yi | null;
  readonly picture: string;
  readonly openBlockers: readonly Blocker[];
  readonly reasons: readonly DispatchReason[];
}

export interface DispatchFacts {
  readonly entries: readonly ProjectEntry[];
  readonly reports: readonly MonthReport[];
  readonly blockers: readonly Blocker[];
  readonly chain: GateChain;
  readonly year: number;
  readonly asOf: IsoDate;
}

/** What the plan would have brought by now if every day of the year brought the same. */
function againstTime(done: Decimal | null, plan: Decimal | null, gone: Decimal): Decimal | null {
  if (!done || !plan) return null;
  return subtract(done, round(multiply(plan, gone), 4, 'halfUp'));
}

function reasonsOf(
  stage: Stage,
  blockers: readonly Blocker[],
  off: Decimal | null,
  reported: boolean,
  asOf: IsoDate,
): readonly DispatchReason[] {
  const found: Readonly<Record<DispatchReason, boolean>> = {
    gateLate: stage.state === 'late',
    blockerLate: blockers.some((blocker) => isLate(blocker, asOf)),
    noReport: !reported,
    behindTime: off !== null && off.coefficient < 0n,
    blockerOpen: blockers.length > 0,
  };
  return dispatchReasons.filter((reason) => found[reason]);
}

/** What the order of the meeting is made of. */
export interface Press {
  readonly rank: number;
  readonly off: Decimal | null;
}

export const pressOf = ({
  reasons: [first],
  againstTime: off,
}: Pick<DispatchLine, 'reasons' | 'againstTime'>): Press => ({
  rank: first === undefined ? dispatchReasons.length : dispatchReasons.indexOf(first),
  off: numberOf(off),
});

/** By the most pressing reason, then by what is missing most; what cannot be held against time comes last of its reason. */
export function comparePress(a: Press, b: Press): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.off && b.off) return compare(a.off, b.off);
  return Number(a.off === null) - Number(b.off === null);
}

function byProject<T extends { readonly projectId: string }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.projectId);
    if (group) group.push(row);
    else groups.set(row.projectId, [row]);
  }
  return groups;
}

/** One line a project in the order of the entries: each is made of its own project's facts alone. */
export function dispatchLines(facts: DispatchFacts): readonly DispatchLine[] {
  const { entries, reports, blockers, chain, year, asOf } = facts;
  const done = doneOn(reports, year, asOf);
  const reported = byProject(reports.filter(({ periodEnd }) => periodEnd <= asOf));
  const open = byProject(blockers.filter(({ state, raisedOn }) => raisedOn <= asOf && isOpen(state)));
  const shares = new Map<IsoDate, Decimal>();
  const goneBy = (day: IsoDate): Decimal => {
    const share = shares.get(day) ?? elapsedShare(yearStart(year), yearEnd(year), day);
    shares.set(day, share);
    return share;
  };
  return entries.map((entry): DispatchLine => {
    const own = done.get(entry.id) ?? null;
    const [value, plan] = [numberOf(own), numberOf(entry.annualPlan)];
    const last = inForce(reported.get(entry.id) ?? []).at(-1);
    // What is known of October is held against the end of October, not against the day on which it is looked at.
    const gone = goneBy(last?.periodEnd ?? asOf);
    const off = againstTime(value, plan, gone);
    const openBlockers = open.get(entry.id) ?? [];
    const stage = stageOn(entry, chain, asOf);
    return {
      id: entry.id,
      name: entry.name,
      placeIds: entry.placeIds,
      leadUnit: entry.leadUnit,
      stage,
      annualPlan: entry.annualPlan,
      done: own,
      percent: value && plan ? percentOf(value, plan) : null,
      againstTime: off ? printed(off) : null,
      picture: last?.picture ?? '',
      openBlockers,
      reasons: reasonsOf(stage, openBlockers, off, own !== null, asOf),
    };
  });
}

/** Lines in the order of the meeting; ties keep the list's order. */
export const dispatchSheet = (facts: DispatchFacts): readonly DispatchLine[] =>
  dispatchLines(facts)
    .map((line) => ({ line, press: pressOf(line) }))
    .toSorted((a, b) => comparePress(a.press, b.press))
    .map(({ line }) => line);
