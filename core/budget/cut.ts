// 过紧日子: cuts of 5 % and 10 %, and “只减不增” of the three public expenses, as targets that are judged like any other.
import type { Target } from '../plan/commitment.ts';
import { numberOf, percentOf, printed, type Yi } from '../project/money.ts';
import { compare, type Decimal, decimal, multiply, subtract } from '../quantity/decimal.ts';

export interface Cut {
  /** “三公”经费, 公用经费, 部门预算, 专项资金. */
  readonly metric: string;
  /** What it is cut from: last year's amount, or the request. */
  readonly base: Yi;
  /** In percent; 0 for 只减不增. */
  readonly percent: string;
  readonly printed: string;
}

/** The most that may be spent: base × (100 − percent) ÷ 100, exactly. Null where a number is missing or the cut is none. */
export function mostAfter({ base, percent }: Cut): Yi | null {
  const [whole, cut] = [numberOf(base), numberOf(percent)];
  const hundred = decimal('100');
  if (!whole || !cut || cut.coefficient < 0n || compare(cut, hundred) > 0) return null;
  const left: Decimal = subtract(hundred, cut);
  return printed(multiply(whole, { coefficient: left.coefficient, places: left.places + 2 }));
}

/** The cut as a target of a commitment: a ceiling of the year. */
export function cutTarget(cut: Cut): Target | null {
  const most = mostAfter(cut);
  if (most === null) return null;
  return {
    metric: cut.metric,
    form: 'bound',
    comparator: 'le',
    values: [most],
    strict: false,
    unit: '亿元',
    direction: 'none',
    relative: null,
    relativeType: null,
    strive: false,
    measure: 'flow',
    goodWay: 'lower',
    printed: cut.printed,
    checkpoints: [],
    allocationMode: null,
    allocations: [],
  };
}

/** How much was cut in fact, in percent of the base; below nothing where more was spent. */
export function cutReached(base: Yi, spent: Yi): string | null {
  const [whole, out] = [numberOf(base), numberOf(spent)];
  return whole && out ? percentOf(subtract(whole, out), whole) : null;
}
