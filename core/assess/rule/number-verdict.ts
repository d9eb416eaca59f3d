// How a figure is judged against a target's own number, by what kind of measure it is.

import type { Target } from '../../plan/commitment.ts';
import { elapsedShare } from '../../quantity/calendar.ts';
import { type Bound, excludesItsNumber, isMet, type Meeting, meets } from '../../quantity/comparator.ts';
import {
  add,
  compare,
  type Decimal,
  divide,
  multiply,
  ONE,
  parseDecimal,
  subtract,
  ZERO,
} from '../../quantity/decimal.ts';
import { fiveYearPlan } from '../../quantity/period.ts';
import { readUnit } from '../../quantity/unit.ts';
import type { Reason, Verdict, VerdictStatus } from '../verdict.ts';
import type { TargetCase } from './case.ts';
import { figureUnit, valueFor } from './figure.ts';
import { decimalText, missedBy, reachedBy, reason, verdict } from './reasons.ts';
import { expectedBy } from './schedule.ts';
import { saysDone } from './words-verdict.ts';

/** Share of the target done, to four places. */
const SHARE_PLACES = 4;

const bounds = new WeakMap<Target, Bound | null>();

/** A target is judged on many days; its bound is read once. */
function boundOf(target: Target): Bound | null {
  const known = bounds.get(target);
  if (known !== undefined) return known;
  const bound = computeBound(target);
  bounds.set(target, bound);
  return bound;
}

function computeBound(target: Target): Bound | null {
  const values = target.values.map(parseDecimal);
  const [first, second] = values;
  if (!first || second === null) return null;
  return {
    comparator: target.comparator ?? 'eq',
    values: second ? [first, second] : [first],
    strict: target.strict ?? excludesItsNumber(target.printed),
  };
}

function toleranceFor(inCase: TargetCase, goal: Decimal): Decimal {
  const { base } = readUnit(figureUnit(inCase.target));
  if (base === 'percent' || base === 'percentagePoint' || base === 'permille')
    return inCase.settings.tolerance;
  const share = multiply(goal, inCase.settings.countTolerance);
  return share.coefficient < 0n ? { ...share, coefficient: -share.coefficient } : share;
}

const shareDone = (value: Decimal, goal: Decimal): Decimal | null =>
  goal.coefficient > 0n && value.coefficient >= 0n ? divide(value, goal, SHARE_PLACES, 'halfUp') : null;

const plainDetail = (inCase: TargetCase, value: Decimal): Record<string, string> => ({
  actual: decimalText(value),
  target: inCase.target.printed,
  unit: figureUnit(inCase.target),
  day: inCase.figure.periodEnd,
});

function reasonFor(meeting: Meeting, inCase: TargetCase, value: Decimal, tolerance: Decimal): Reason {
  const detail = plainDetail(inCase, value);
  if (meeting === 'met') return reason('reached', detail);
  if (meeting === 'onTheBound') return reason('notReached', { ...detail, onTheBound: 'true' });
  if (meeting === 'missed') return reason('notReached', detail);
  const code = meeting === 'withinTolerance' ? 'withinTolerance' : 'beyondTolerance';
  return reason(code, { ...detail, tolerance: decimalText(tolerance) });
}

/** rate, share, and any measure at the end of its period: held against the number itself. */
function judgeLevel(inCase: TargetCase, bound: Bound, value: Decimal): Verdict {
  const { target, figure, dueOn, asOf } = inCase;
  const [goal] = bound.values;
  const tolerance = toleranceFor(inCase, goal);
  const meeting = meets(bound, value, target.goodWay, tolerance);
  const share = target.goodWay === 'higher' && target.measure !== 'rate' ? shareDone(value, goal) : null;
  const because = [reasonFor(meeting, inCase, value, tolerance)];
  if (!isMet(meeting)) return verdict(missedBy(asOf, dueOn), asOf, because, share);
  // 提前完成 of a level that was reached once: the words settle what a level alone cannot.
  if (saysDone(figure.statement)) {
    because.push(reason('statementSaysDone', { statement: figure.statement, target: target.printed }));
    return verdict('achieved', asOf, because, share);
  }
  return verdict(reachedBy(figure.periodEnd, dueOn), asOf, because, share);
}

function paceStatus(done: Decimal, expected: Decimal, inCase: TargetCase): VerdictStatus {
  if (inCase.asOf > inCase.dueOn) return 'overdue';
  if (compare(done, expected) >= 0) return 'onTrack';
  return compare(add(done, inCase.settings.riskMargin), expected) >= 0 ? 'atRisk' : 'behind';
}

function paceReason(done: Decimal, expected: Decimal, from: string, inCase: TargetCase): Reason {
  const ahead = compare(done, expected) >= 0;
  return reason(ahead ? 'aheadOfSchedule' : 'behindSchedule', {
    share: decimalText(multiply(done, { coefficient: 100n, places: 0 })),
    expected: decimalText(multiply(expected, { coefficient: 100n, places: 0 })),
    target: inCase.target.printed,
    day: inCase.figure.periodEnd,
    from,
  });
}

/** A count that may only stay low (死亡人数) is on track while it uses no more than the time gone. */
function judgeCeiling(inCase: TargetCase, bound: Bound, value: Decimal): Verdict {
  const { target, figure, startsOn, dueOn, asOf } = inCase;
  const done = shareDone(value, bound.values[1] ?? bound.values[0]);
  if (done === null || figure.periodEnd >= dueOn || compare(done, ONE) > 0)
    return judgeLevel(inCase, bound, value);
  const expected = expectedBy(target, startsOn, dueOn, figure.periodEnd).share;
  const spare = compare(done, expected) <= 0;
  const status = spare
    ? 'onTrack'
    : compare(done, add(expected, inCase.settings.riskMargin)) <= 0
      ? 'atRisk'
      : 'behind';
  const because = reason(spare ? 'aheadOfSchedule' : 'behindSchedule', {
    ...paceReason(done, expected, 'ceiling', inCase).detail,
  });
  return verdict(status, asOf, [because], done, expected);
}

/** A flow: what is done so far against what the schedule expects by the figure's own day. */
function judgeFlow(inCase: TargetCase, bound: Bound | null, value: Decimal | null, done: Decimal): Verdict {
  const { target, figure, startsOn, dueOn, asOf } = inCase;
  const plan = target.measure === 'cumulative' ? fiveYearPlan(target.printed) : null;
  const [from, to] = plan ? [plan.start, plan.end] : [startsOn, dueOn];
  const expected = expectedBy(target, from, to, figure.periodEnd);
  if (compare(done, ONE) >= 0) {
    const strictlyOn = compare(done, ONE) === 0 && bound?.strict === true;
    if (!strictlyOn)
      return verdict(
        'achieved',
        asOf,
        [reason('reached', detailOf(inCase, value, done))],
        done,
        expected.share,
      );
  }
  if (bound && value && figure.periodEnd >= to) return judgeLevel(inCase, bound, value);
  if (expected.from === 'none')
    return verdict('notDue', asOf, [reason('notDueYet', { day: figure.periodEnd })], done, expected.share);
  const because = [paceReason(done, expected.share, expected.from, inCase)];
  if (asOf > dueOn) because.push(reason('pastDue', { due: dueOn, day: figure.periodEnd }));
  return verdict(paceStatus(done, expected.share, inCase), asOf, because, done, expected.share);
}

const detailOf = (inCase: TargetCase, value: Decimal | null, done: Decimal): Record<string, string> =>
  value
    ? plainDetail(inCase, value)
    : {
        actual: decimalText(multiply(done, { coefficient: 100n, places: 0 })),
        unit: '%',
        target: inCase.target.printed,
        day: inCase.figure.periodEnd,
      };

/** A level on a day. Short of the target before the end it needs a base to say how far it should be. */
function judgeStock(inCase: TargetCase, bound: Bound, value: Decimal): Verdict {
  const { target, figure, startsOn, dueOn, asOf, base } = inCase;
  const [goal] = bound.values;
  const level = judgeLevel(inCase, bound, value);
  const open = level.status === 'behind' && figure.periodEnd < dueOn;
  if (!open || target.goodWay !== 'higher') return level;
  const before = base ? valueFor(target, base) : null;
  if (before?.kind !== 'value' || compare(before.value, goal) >= 0)
    return verdict(
      'noJudgement',
      asOf,
      [...level.because, reason('noBase', { day: startsOn })],
      shareDone(value, goal),
    );
  const done =
    divide(subtract(value, before.value), subtract(goal, before.value), SHARE_PLACES, 'halfUp') ?? ZERO;
  const expected = elapsedShare(startsOn, dueOn, figure.periodEnd);
  return verdict(
    paceStatus(done, expected, inCase),
    asOf,
    [paceReason(done, expected, 'base', inCase)],
    done,
    expected,
  );
}

/** Null where the figure gives no number to compare; a verdict otherwise, which may be noJudgement with its reason. */
export function judgeNumber(inCase: TargetCase): Verdict | null {
  const { target, figure, asOf } = inCase;
  const bound = boundOf(target);
  if (!bound) return null;
  const read = valueFor(target, figure);
  if (read.kind === 'none') return null;
  if (read.kind === 'unitMismatch')
    return verdict('noJudgement', asOf, [
      reason('unitMismatch', { unit: read.unit, targetUnit: target.unit }),
    ]);
  const counts = target.measure === 'flow' || target.measure === 'cumulative';
  if (read.kind === 'planShare') return counts ? judgeFlow(inCase, null, null, read.share) : null;
  if (target.measure === 'stock') return judgeStock(inCase, bound, read.value);
  const [goal] = bound.values;
  if (!counts) return judgeLevel(inCase, bound, read.value);
  if (target.goodWay !== 'higher' || bound.comparator === 'le')
    return judgeCeiling(inCase, bound, read.value);
  const done = goal.coefficient > 0n ? divide(read.value, goal, SHARE_PLACES, 'down') : null;
  return done ? judgeFlow(inCase, bound, read.value, done) : judgeLevel(inCase, bound, read.value);
}
