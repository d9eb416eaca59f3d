// Money that policies announce, beside the budget lines that pay it: what overlaps is named, so that one yuan is not promised twice.

import { type Finding, finding } from '../project/finding.ts';
import { numberOf, printed, sumOf, type Yi } from '../project/money.ts';
import { compare, subtract } from '../quantity/decimal.ts';

export interface Announcement {
  readonly id: string;
  /** Policy area, as printed. */
  readonly area: string;
  readonly year: number;
  readonly amount: Yi | null;
  /** Budget lines that pay it; empty while nobody has linked them. */
  readonly lineIds: readonly string[];
}

export interface Overlap {
  readonly lineId: string;
  readonly announcements: readonly string[];
  readonly announced: Yi;
  readonly budget: Yi | null;
}

export type AnnouncedProblem = 'announced.overLine' | 'announced.unlinked' | 'announced.noAmount';

export interface AnnouncedStanding {
  /** Sum of everything announced, overlaps counted as often as they are announced. */
  readonly announced: Yi;
  /** Sum of the budgets behind it, each line once. */
  readonly behind: Yi;
  readonly unlinked: readonly string[];
  readonly overlaps: readonly Overlap[];
  readonly findings: readonly Finding<AnnouncedProblem>[];
}

/** Announcements of one year against the budgets of their lines; lines without a budget leave the comparison open. */
export function announcedStanding(
  given: readonly Announcement[],
  budgetOf: ReadonlyMap<string, Yi>,
  year: number,
): AnnouncedStanding {
  const own = given.filter((each) => each.year === year);
  const byLine = new Map<string, Announcement[]>();
  for (const each of own)
    for (const lineId of new Set(each.lineIds)) byLine.set(lineId, [...(byLine.get(lineId) ?? []), each]);
  const overlaps = [...byLine]
    .filter(([, several]) => several.length > 1)
    .map(([lineId, several]) => ({
      lineId,
      announcements: several.map(({ id }) => id),
      announced: printed(sumOf(several.map(({ amount }) => amount)).sum),
      budget: budgetOf.get(lineId) ?? null,
    }));
  return {
    announced: printed(sumOf(own.map(({ amount }) => amount)).sum),
    behind: printed(sumOf([...byLine.keys()].map((lineId) => budgetOf.get(lineId) ?? null)).sum),
    unlinked: own.filter(({ lineIds }) => lineIds.length === 0).map(({ id }) => id),
    overlaps,
    findings: [...lineFindings(byLine, budgetOf), ...ownFindings(own)],
  };
}

/** What is paid by one line alone can be held against its budget; an announcement of several lines cannot be split. */
function lineFindings(
  byLine: ReadonlyMap<string, readonly Announcement[]>,
  budgetOf: ReadonlyMap<string, Yi>,
): readonly Finding<AnnouncedProblem>[] {
  return [...byLine].flatMap(([lineId, all]) => {
    const alone = all.filter(({ lineIds }) => new Set(lineIds).size === 1);
    const sum = sumOf(alone.map(({ amount }) => amount)).sum;
    const budget = numberOf(budgetOf.get(lineId) ?? null);
    if (!budget || compare(sum, budget) <= 0) return [];
    const params = {
      line: lineId,
      announced: printed(sum),
      budget: printed(budget),
      over: printed(subtract(sum, budget)),
      count: `${alone.length}`,
    };
    return [finding('announced.overLine', 'asks', params)];
  });
}

const ownFindings = (own: readonly Announcement[]): readonly Finding<AnnouncedProblem>[] =>
  own.flatMap(({ area, amount, lineIds }) => [
    ...(lineIds.length === 0
      ? [finding('announced.unlinked' as const, 'notes', { area, amount: amount ?? '—' })]
      : []),
    ...(numberOf(amount) ? [] : [finding('announced.noAmount' as const, 'notes', { area })]),
  ]);
