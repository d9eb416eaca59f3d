// When a figure meets a printed bound: comparators, ranges, bounds that exclude their own value, tolerances.
import { absolute, add, compare, type Decimal, negate, subtract, ZERO } from './decimal.ts';

export type Comparator = 'eq' | 'ge' | 'le' | 'approx' | 'range';
/** Which way is good for what is measured: more, less, or near the number. */
export type GoodWay = 'higher' | 'lower' | 'around';

export interface Bound {
  readonly comparator: Comparator;
  /** One number, or least and greatest. */
  readonly values: readonly [Decimal] | readonly [Decimal, Decimal];
  /** True for 低于, 高于, 超过, >, <: the number itself does not meet it. */
  readonly strict: boolean;
}

export type Meeting =
  /** Met without help. */
  | 'met'
  /** Met only because the tolerance of 左右 allows it. */
  | 'withinTolerance'
  /** Exactly on a bound that excludes its own value. */
  | 'onTheBound'
  | 'missed'
  /** Missed although a tolerance was allowed. */
  | 'beyondTolerance';

const atLeast = (value: Decimal, least: Decimal, tolerance: Decimal, strict: boolean): Meeting => {
  const order = compare(value, least);
  if (order > 0 || (order === 0 && !strict)) return 'met';
  if (order === 0) return 'onTheBound';
  if (tolerance.coefficient === 0n) return 'missed';
  return compare(add(value, tolerance), least) >= 0 ? 'withinTolerance' : 'beyondTolerance';
};

/** The mirror of atLeast: one formula for rising and falling. */
const atMost = (value: Decimal, most: Decimal, tolerance: Decimal, strict: boolean): Meeting =>
  atLeast(negate(value), negate(most), tolerance, strict);

function near(value: Decimal, goal: Decimal, tolerance: Decimal): Meeting {
  const distance = absolute(subtract(value, goal));
  if (distance.coefficient === 0n) return 'met';
  return compare(distance, tolerance) <= 0 ? 'withinTolerance' : 'beyondTolerance';
}

/**
 * Holds a figure against a bound. ge and le say themselves which side is good; a bare number, 左右 and a range ask
 * goodWay: 增长5.5%左右 is met by 6.9 (higher), 居民消费价格2%左右 is not met by −0.4 (around).
 */
export function meets(bound: Bound, value: Decimal, goodWay: GoodWay, tolerance: Decimal): Meeting {
  const [first, second = first] = bound.values;
  if (bound.comparator === 'ge') return atLeast(value, first, ZERO, bound.strict);
  if (bound.comparator === 'le') return atMost(value, second, ZERO, bound.strict);
  const slack = bound.comparator === 'approx' || goodWay === 'around' ? tolerance : ZERO;
  if (goodWay === 'higher') return atLeast(value, first, slack, false);
  if (goodWay === 'lower') return atMost(value, second, slack, false);
  if (bound.comparator !== 'range') return near(value, first, slack);
  const low = atLeast(value, first, slack, false);
  return low === 'met' ? atMost(value, second, slack, false) : low;
}

export const isMet = (meeting: Meeting): boolean => meeting === 'met' || meeting === 'withinTolerance';

/** 低于, 高于, 超过, 大于, 小于, 少于, 不足, > and < exclude their number; 不低于, 不超过, 以上, 以内 and ≥ do not. */
export function excludesItsNumber(printed: string): boolean {
  if (/[>＞<＜](?![=＝])/.test(printed)) return true;
  return /(?<![不未])(?:低于|高于|大于|小于|少于|多于|优于|不足)/.test(printed);
}
