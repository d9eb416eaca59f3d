// How much of a target should be done by a day: dated checkpoints where the plan gives them, else the time gone.
import type { Checkpoint, Target } from '../../plan/commitment.ts';
import { elapsedShare } from '../../quantity/calendar.ts';
import type { IsoDate } from '../../quantity/date.ts';
import { add, type Decimal, divide, ONE, parseDecimal, scaleByTen, ZERO } from '../../quantity/decimal.ts';
import { readUnit } from '../../quantity/unit.ts';

export interface Expectation {
  readonly share: Decimal;
  /** checkpoint: a dated one is due; elapsed: only time passes; none: checkpoints exist and none is due. */
  readonly from: 'checkpoint' | 'elapsed' | 'none';
  readonly printed: string;
}

/** Share of the whole target that a checkpoint asks for; null where its number is of a stage or of another unit. */
export function checkpointShare(checkpoint: Checkpoint, target: Target): Decimal | null {
  const value = checkpoint.value === null ? null : parseDecimal(checkpoint.value);
  if (!value || checkpoint.of === 'stage') return null;
  const unit = readUnit(checkpoint.unit);
  const [goal] = target.values;
  const whole = goal === undefined ? null : parseDecimal(goal);
  const targetUnit = readUnit(target.unit);
  if (unit.base === 'percent' && targetUnit.base !== 'percent') return scaleByTen(value, -2);
  if (!whole || unit.base !== targetUnit.base) return null;
  return divide(scaleByTen(value, unit.power), scaleByTen(whole, targetUnit.power), 4, 'halfUp');
}

/** What the schedule expects by a day. Cumulative checkpoints replace each other; the others add up. */
export function expectedBy(target: Target, startsOn: IsoDate, dueOn: IsoDate, day: IsoDate): Expectation {
  let share: Decimal | null = null;
  let printed = '';
  let latest = '';
  let dated = false;
  for (const checkpoint of target.checkpoints) {
    const part = checkpoint.by === null ? null : checkpointShare(checkpoint, target);
    if (part === null || checkpoint.by === null) continue;
    dated = true;
    if (checkpoint.by > day || (checkpoint.cumulative && checkpoint.by < latest)) continue;
    latest = checkpoint.by;
    printed = checkpoint.printed;
    share = checkpoint.cumulative ? part : add(share ?? ZERO, part);
  }
  if (share) return { share, from: 'checkpoint', printed };
  if (day >= dueOn) return { share: ONE, from: 'elapsed', printed: '' };
  if (dated) return { share: ZERO, from: 'none', printed: '' };
  return { share: elapsedShare(startsOn, dueOn, day), from: 'elapsed', printed: '' };
}

/** First day on which any checkpoint falls, of any kind; null where none is dated. */
export function firstCheckpoint(targets: readonly Target[]): IsoDate | null {
  let first: IsoDate | null = null;
  for (const target of targets)
    for (const { by } of target.checkpoints) if (by !== null && (first === null || by < first)) first = by;
  return first;
}
