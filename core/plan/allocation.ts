// Whether the shares of the places add up to the target; a gap is a finding and is never repaired.
import { add, type Decimal, parseDecimal, printDecimal, subtract, trim, ZERO } from '../quantity/decimal.ts';
import type { DecimalText, Target } from './commitment.ts';

export interface AllocationSum {
  /** Sum of the places, null where nothing adds up (the same rate everywhere, not split, no number). */
  readonly sum: DecimalText | null;
  /** Sum minus target; zero where they agree. */
  readonly gap: DecimalText | null;
}

const text = (value: Decimal): DecimalText => printDecimal(trim(value));

export function allocationSum(target: Target): AllocationSum {
  const adds = target.allocationMode === 'sum' || target.allocationMode === 'pair';
  // 新增(提升) 5(4): both numbers count towards the target.
  const parts = target.allocations.flatMap(({ value, second }) =>
    [value, target.allocationMode === 'pair' ? second : null].flatMap((each) =>
      each === null ? [] : (parseDecimal(each) ?? []),
    ),
  );
  if (!adds || parts.length === 0) return { sum: null, gap: null };
  const sum = parts.reduce((total, part) => add(total, part), ZERO);
  const [goal] = target.values;
  const whole = goal === undefined ? null : parseDecimal(goal);
  return { sum: text(sum), gap: whole ? text(subtract(sum, whole)) : null };
}
