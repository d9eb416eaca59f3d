// 双监控: whether the goal is reached and whether the money is spent, two facts side by side; four quadrants with the list behind each.

import { numberOf, printed, sumOf, type Yi } from '../project/money.ts';
import { add, compare, type Decimal, divide, multiply } from '../quantity/decimal.ts';
import type { BudgetSettings } from './settings.ts';

/**
 * 中发〔2018〕34号 asks to watch how far goals are reached and how far the budget is spent together. The worst quadrant is
 * money spent and the goal not reached.
 */
export const quadrants = ['bothInStep', 'goalOnly', 'moneyOnly', 'neither', 'unclear'] as const;
export type Quadrant = (typeof quadrants)[number];

/** A commitment or project with the money behind it. Shares are decimal text: "0.563". */
export interface GoalAndMoney {
  readonly id: string;
  readonly goalShare: string | null;
  /** What the schedule of the goal asks for by the same day; null for none. */
  readonly goalExpected: string | null;
  readonly budget: Yi | null;
  readonly spent: Yi | null;
  /** What the schedule of the money asks for by the same day: the time gone where nothing else is set. */
  readonly spendExpected: string | null;
}

export interface Standing {
  readonly id: string;
  readonly quadrant: Quadrant;
  readonly goalShare: string | null;
  readonly spendShare: string | null;
  /** What lacks, where it is unclear. */
  readonly missing: readonly ('goal' | 'goalSchedule' | 'money' | 'moneySchedule')[];
}

const HUNDRED: Decimal = { coefficient: 100n, places: 0 };

const spendShareOf = ({ budget, spent }: GoalAndMoney): Decimal | null => {
  const [top, bottom] = [numberOf(spent), numberOf(budget)];
  return top && bottom && bottom.coefficient > 0n ? divide(top, bottom, 4, 'halfUp') : null;
};

const inStep = (share: Decimal, expected: Decimal, margin: Decimal): boolean =>
  compare(add(multiply(share, HUNDRED), margin), multiply(expected, HUNDRED)) >= 0;

export function standingOf(row: GoalAndMoney, settings: BudgetSettings): Standing {
  const goal = numberOf(row.goalShare);
  const goalExpected = numberOf(row.goalExpected);
  const spend = spendShareOf(row);
  const spendExpected = numberOf(row.spendExpected);
  const shared = { id: row.id, goalShare: row.goalShare, spendShare: spend ? printed(spend) : null };
  if (!goal || !goalExpected || !spend || !spendExpected) {
    const missing: Standing['missing'] = [
      ...(goal ? [] : (['goal'] as const)),
      ...(goalExpected ? [] : (['goalSchedule'] as const)),
      ...(spend ? [] : (['money'] as const)),
      ...(spendExpected ? [] : (['moneySchedule'] as const)),
    ];
    return { ...shared, quadrant: 'unclear', missing };
  }
  const margin = settings.quadrantMargin.value;
  const [goalIn, moneyIn] = [inStep(goal, goalExpected, margin), inStep(spend, spendExpected, margin)];
  const quadrant = goalIn ? (moneyIn ? 'bothInStep' : 'goalOnly') : moneyIn ? 'moneyOnly' : 'neither';
  return { ...shared, quadrant, missing: [] };
}

export interface QuadrantGroup {
  readonly quadrant: Quadrant;
  readonly count: number;
  readonly budget: Yi;
  readonly spent: Yi;
  readonly rows: readonly Standing[];
}

/** All five groups, the empty ones too: a quadrant without anything in it is an answer. */
export function quadrantGroups(
  rows: readonly GoalAndMoney[],
  settings: BudgetSettings,
): readonly QuadrantGroup[] {
  const standings = rows.map((row) => ({ row, standing: standingOf(row, settings) }));
  return quadrants.map((quadrant) => {
    const inside = standings.filter(({ standing }) => standing.quadrant === quadrant);
    return {
      quadrant,
      count: inside.length,
      budget: printed(sumOf(inside.map(({ row }) => row.budget)).sum),
      spent: printed(sumOf(inside.map(({ row }) => row.spent)).sum),
      rows: inside.map(({ standing }) => standing),
    };
  });
}

/** Several amounts of money behind one commitment: lines, bonds, funds from above. A gap stays a gap. */
export function moneyBehind(parts: readonly { readonly budget: Yi | null; readonly spent: Yi | null }[]): {
  readonly budget: Yi | null;
  readonly spent: Yi | null;
  readonly complete: boolean;
} {
  const budget = sumOf(parts.map((part) => part.budget));
  const spent = sumOf(parts.map((part) => part.spent));
  return {
    budget: budget.known === 0 ? null : printed(budget.sum),
    spent: spent.known === 0 ? null : printed(spent.sum),
    complete: parts.length > 0 && budget.known === parts.length && spent.known === parts.length,
  };
}
