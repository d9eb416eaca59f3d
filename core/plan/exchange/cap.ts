// How far the shares of the places reach towards the target while they are given out: shown with its sign, never a barrier.
import {
  add,
  type Decimal,
  parseDecimal,
  printDecimal,
  subtract,
  trim,
  ZERO,
} from '../../quantity/decimal.ts';
import type { DecimalText } from '../commitment.ts';

export interface RunningCap {
  readonly sum: DecimalText;
  /** Sum minus target; null where the target has no number. */
  readonly gap: DecimalText | null;
  readonly state: 'over' | 'under' | 'even' | 'open';
  /** Places that were given something, of all that are asked. */
  readonly given: number;
  readonly of: number;
}

const text = (value: Decimal): DecimalText => printDecimal(trim(value));

/** Empty shares are places that nothing was given to yet; a share of 0 is one. */
export function runningCap(goal: DecimalText | null, shares: readonly (DecimalText | null)[]): RunningCap {
  const numbers = shares.flatMap((share) => (share === null ? [] : (parseDecimal(share) ?? [])));
  const sum = numbers.reduce<Decimal>((total, share) => add(total, share), ZERO);
  const whole = goal === null ? null : parseDecimal(goal);
  const gap = whole ? subtract(sum, whole) : null;
  const state =
    !gap || numbers.length === 0
      ? 'open'
      : gap.coefficient > 0n
        ? 'over'
        : gap.coefficient < 0n
          ? 'under'
          : 'even';
  return { sum: text(sum), gap: gap && text(gap), state, given: numbers.length, of: shares.length };
}
