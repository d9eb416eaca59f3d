// How far a line is carried out: executed ÷ the budget in force (revised before approved), beside the time gone and last year.

import { numberOf, percentOf, printed, type Yi } from '../project/money.ts';
import { elapsedShare, yearEnd, yearStart } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import { absolute, compare, divide, parseDecimal, scaleByTen, subtract } from '../quantity/decimal.ts';
import type { BudgetSettings } from './settings.ts';
import { budgetOn, inForceOn, type Resolution, type VersionEntry } from './version.ts';

export interface Execution {
  readonly executed: Yi | null;
  /** Last day that the executed amount is counted to. */
  readonly countedTo: IsoDate | null;
  readonly budget: Yi | null;
  readonly against: 'revised' | 'approved' | null;
  readonly resolution: Resolution | null;
  readonly percent: string | null;
  /** Time gone of the budget year (预算法 §18: the calendar year) by the day that the amount is counted to, in percent. */
  readonly elapsedPercent: string | null;
  readonly pace: 'ahead' | 'inStep' | 'behind' | null;
}

const none = { percent: null, elapsedPercent: null, pace: null } as const;

function paceOf(
  percent: string | null,
  elapsed: string,
  { executionMargin }: BudgetSettings,
): Execution['pace'] {
  const [done, gone] = [percent === null ? null : parseDecimal(percent), parseDecimal(elapsed)];
  if (!done || !gone) return null;
  const off = subtract(done, gone);
  if (compare(absolute(off), executionMargin.value) <= 0) return 'inStep';
  return off.coefficient > 0n ? 'ahead' : 'behind';
}

/** Execution of one line on a day. No budget is no 100 %: it is an answer of its own. */
export function executionOn(
  entries: readonly VersionEntry[],
  lineId: string,
  year: number,
  asOf: IsoDate,
  settings: BudgetSettings,
): Execution {
  const done = inForceOn(entries, lineId, 'executed', asOf);
  const budget = budgetOn(entries, lineId, asOf);
  const shared = {
    executed: done?.amount ?? null,
    countedTo: done?.day ?? null,
    budget: budget?.amount ?? null,
    against:
      budget === null ? null : budget.version === 'revised' ? ('revised' as const) : ('approved' as const),
    resolution: budget?.resolution ?? null,
  };
  const [top, bottom] = [numberOf(shared.executed), numberOf(shared.budget)];
  if (!done || !top || !bottom) return { ...shared, ...none };
  const percent = percentOf(top, bottom);
  const elapsedPercent = printed(scaleByTen(elapsedShare(yearStart(year), yearEnd(year), done.day), 2));
  return { ...shared, percent, elapsedPercent, pace: paceOf(percent, elapsedPercent, settings) };
}

/** Growth over the same line of the year before, in percent to one place as reports print it; null without a base. */
export function yearOnYear(now: Yi, before: Yi): string | null {
  const [value, base] = [numberOf(now), numberOf(before)];
  if (!value || !base || base.coefficient <= 0n) return null;
  const growth = divide(scaleByTen(subtract(value, base), 2), base, 1, 'halfUp');
  return growth ? printed(growth) : null;
}
