// Whether money of a project was entered in the wrong unit: ten thousand times another number of its own, or the number before.

import { compare, decimal, multiply } from '../quantity/decimal.ts';
import { type Finding, finding } from './finding.ts';
import { looksLikeWrongUnit, numberOf, printed, type Yi } from './money.ts';

export interface Amounts {
  readonly total: Yi | null;
  readonly annualPlan: Yi | null;
  readonly beforeYear: Yi | null;
  readonly feasibility: Yi | null;
  readonly designEstimate: Yi | null;
}

const fields = ['total', 'annualPlan', 'beforeYear', 'feasibility', 'designEstimate'] as const;

function jump(field: string, given: Yi | null, beside: Yi | null): readonly Finding<'project.unitJump'>[] {
  const [value, other] = [numberOf(given), numberOf(beside)];
  if (!value || !other || !looksLikeWrongUnit(value, other)) return [];
  return [finding('project.unitJump', 'asks', { field, value: printed(value), beside: printed(other) })];
}

/**
 * The plan of a year is a share of the total, from the whole down to a few percent: in 万元 beside a total in 亿元 it is more than a
 * hundred totals, and beside a total in 万元 it is less than a five thousandth. Defaults of this software.
 */
function annualJump({ total, annualPlan }: Amounts): readonly Finding<'project.unitJump'>[] {
  const [whole, annual] = [numberOf(total), numberOf(annualPlan)];
  if (!whole || !annual || whole.coefficient <= 0n || annual.coefficient <= 0n) return [];
  const isFar =
    compare(annual, multiply(whole, decimal('100'))) > 0 ||
    compare(whole, multiply(annual, decimal('5000'))) > 0;
  if (!isFar) return [];
  const params = { field: 'annualPlan', value: printed(annual), beside: printed(whole) };
  return [finding('project.unitJump', 'asks', params)];
}

/** Against the total of its own entry: 万元 in one column and 亿元 in another. */
export const jumpsInside = (entry: Amounts): readonly Finding<'project.unitJump'>[] => [
  ...annualJump(entry),
  ...(['feasibility', 'designEstimate'] as const).flatMap((field) => jump(field, entry[field], entry.total)),
];

/** Against what the register said of the project before. */
export const jumpsSince = (
  entry: Amounts,
  before: Amounts | undefined,
): readonly Finding<'project.unitJump'>[] =>
  before === undefined ? [] : fields.flatMap((field) => jump(field, entry[field], before[field]));
