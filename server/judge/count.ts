// Counts judged commitments by kind, unit, district and field, with how many of each had a figure.

import { type Judged, rollUp } from '../../core/assess/roll-up.ts';
import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import { unitKey } from '../../core/place/org-unit.ts';
import type { JudgedCommitment } from './judge.ts';
import type { PlanFacts } from './plan-facts.ts';

type Overview = OutputOf<Routes['GET /api/overview']['response']>;
export type RollUpView = Overview['units'][number];

export function countBy<Row extends Judged>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly string[],
  labelOf: (key: string) => string = (key) => key,
): RollUpView[] {
  return rollUp(rows, keysOf).map(({ key, total, covered, late, counts }) => ({
    key,
    label: labelOf(key),
    total,
    covered,
    late,
    counts: { ...counts },
  }));
}

/** One key for all printed names of the lead unit; a commitment without one is counted in no unit. */
export const leadUnitKey = (facts: PlanFacts, { commitment }: JudgedCommitment): string | null =>
  commitment.lead_unit === null ? null : unitKey(commitment.lead_unit, facts.units, facts.city);

export function countUnits(facts: PlanFacts, rows: readonly JudgedCommitment[]): RollUpView[] {
  const printed = new Map<string, string>();
  const keysOf = (row: JudgedCommitment): string[] => {
    const key = leadUnitKey(facts, row);
    if (key === null) return [];
    if (!printed.has(key)) printed.set(key, row.commitment.lead_unit ?? key);
    return [key];
  };
  const groups = countBy(rows, keysOf, (key) => printed.get(key) ?? key);
  return groups.sort((a, b) => b.total - a.total);
}

/** Districts that a target gives a share to, in the city's own order. */
export function countDistricts(facts: PlanFacts, rows: readonly JudgedCommitment[]): RollUpView[] {
  const keysOf = (row: JudgedCommitment): string[] =>
    row.targets.flatMap(({ allocations }) =>
      allocations.filter(({ value }) => value !== null && value !== '0').map(({ place }) => place),
    );
  const order = new Map(facts.places.map((place, index) => [place, index]));
  const rank = (key: string): number => order.get(key) ?? facts.places.length;
  return countBy(rows, keysOf).sort((a, b) => rank(a.key) - rank(b.key));
}

export const countFields = (rows: readonly JudgedCommitment[]): RollUpView[] =>
  countBy(rows, ({ commitment }) => (commitment.field === '' ? [] : [commitment.field]));
