// What the schedule expects of a figure by the end of its period, in the unit that is asked for.
import { expectedBy } from '../../../core/assess/rule/schedule.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { multiply, parseDecimal, printDecimal, round, trim } from '../../../core/quantity/decimal.ts';
import type { Asked } from '../../act/report/asks.ts';

/** A running total is expected to grow with the schedule; a rate or a share is held against the target itself. */
export function expectedOf({ plan, commitment }: Asked, periodEnd: IsoDate): string | null {
  const wanted = plan.wanted === null ? null : parseDecimal(plan.wanted);
  if (!wanted) return null;
  if (!plan.grows) return printDecimal(trim(wanted));
  const { share } = expectedBy(plan.target, commitment.startsOn, commitment.dueOn, periodEnd);
  return printDecimal(trim(round(multiply(wanted, share), 2, 'halfUp')));
}
