// How a trend (稳步提高, 占比基本稳定) is judged by numbers: only against the metric's own base.
import { compare, subtract } from '../../quantity/decimal.ts';
import type { Verdict } from '../verdict.ts';
import type { TargetCase } from './case.ts';
import { valueFor } from './figure.ts';
import { decimalText, missedBy, reachedBy, reason, verdict } from './reasons.ts';

const kinds = ['trendUp', 'trendDown', 'trendStable', 'shareUp', 'shareStable'];

export const isTrend = (relativeType: string | null): boolean =>
  relativeType !== null && kinds.includes(relativeType);

/** Null where the figure is no number of this metric; noBase where there is one and nothing to hold it against. */
export function judgeTrend(inCase: TargetCase): Verdict | null {
  const { target, figure, base, asOf, dueOn, settings } = inCase;
  const read = valueFor(target, figure);
  if (read.kind !== 'value') return null;
  const before = base ? valueFor(target, base) : null;
  if (before?.kind !== 'value')
    return verdict('noJudgement', asOf, [
      reason('noBase', { actual: decimalText(read.value), target: target.printed, day: figure.periodEnd }),
    ]);
  const order = compare(read.value, before.value);
  const change = subtract(read.value, before.value);
  const small =
    compare(
      { ...change, coefficient: change.coefficient < 0n ? -change.coefficient : change.coefficient },
      settings.tolerance,
    ) <= 0;
  const stable = target.relativeType === 'trendStable' || target.relativeType === 'shareStable';
  const better = target.goodWay === 'lower' ? order <= 0 : order >= 0;
  const met = stable ? small || better : target.relativeType === 'trendDown' ? order < 0 : order > 0;
  const because = reason(met ? 'reached' : 'notReached', {
    actual: decimalText(read.value),
    base: decimalText(before.value),
    target: target.printed,
    unit: target.unit,
    day: figure.periodEnd,
  });
  return verdict(met ? reachedBy(figure.periodEnd, dueOn) : missedBy(asOf, dueOn), asOf, [because]);
}
