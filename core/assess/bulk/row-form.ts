// Which columnar form a commitment's target has, or null where only `assess` itself can judge it.
import type { Target } from '../../plan/commitment.ts';
import { isOwnPast } from '../../plan/words/target-words.ts';
import { dayNumber, yearEnd, yearOf } from '../../quantity/calendar.ts';
import { excludesItsNumber } from '../../quantity/comparator.ts';
import type { IsoDate } from '../../quantity/date.ts';
import { absolute, type Decimal, multiply, parseDecimal } from '../../quantity/decimal.ts';
import { fiveYearPlan } from '../../quantity/period.ts';
import { readUnit } from '../../quantity/unit.ts';
import { figureUnit } from '../rule/figure.ts';
import { isTrend } from '../rule/trend-verdict.ts';
import type { JudgingSettings } from '../settings.ts';
import { flag, rule } from './columns.ts';

/** The target's side of a row, in exact numbers; the packer scales them together with the figures. */
export interface RowForm {
  readonly rule: number;
  readonly flags: number;
  readonly goal: Decimal | null;
  /** Bounds of what is met; null is without bound. For a relative form `low` is the percentage points asked for. */
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly slack: Decimal | null;
  /** Stretch of the schedule, as dayNumber. */
  readonly from: number;
  readonly to: number;
  /** Name of the series that a relative target is held against; empty for none and for its own past. */
  readonly seriesName: string;
}

export interface Term {
  readonly startsOn: IsoDate;
  readonly dueOn: IsoDate;
}

const levelFlags = (target: Target): number =>
  (target.measure === 'rate' || target.measure === 'share' ? flag.goesStale : 0) |
  (target.goodWay === 'lower' ? flag.lower : 0);

interface Band {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly slack: Decimal | null;
  readonly flags: number;
}

/** The same table as `meets`, as a band: met inside, within tolerance `slack` outside, else missed. */
function bandOf(target: Target, first: Decimal, second: Decimal, tolerance: Decimal, strict: boolean): Band {
  const comparator = target.comparator ?? 'eq';
  const edge = strict ? flag.strict : 0;
  if (comparator === 'ge') return { low: first, high: null, slack: null, flags: edge };
  if (comparator === 'le') return { low: null, high: second, slack: null, flags: edge };
  const around = target.goodWay === 'around';
  const allowed = comparator === 'approx' || around ? tolerance : null;
  const tolerant = allowed !== null && (allowed.coefficient !== 0n || (around && comparator !== 'range'));
  const flags = tolerant ? flag.tolerant : 0;
  if (target.goodWay === 'higher') return { low: first, high: null, slack: allowed, flags };
  if (target.goodWay === 'lower') return { low: null, high: second, slack: allowed, flags };
  return { low: first, high: comparator === 'range' ? second : first, slack: allowed, flags };
}

function toleranceOf(target: Target, goal: Decimal, settings: JudgingSettings): Decimal {
  const { base } = readUnit(figureUnit(target));
  return base === 'percent' || base === 'percentagePoint' || base === 'permille'
    ? settings.tolerance
    : absolute(multiply(goal, settings.countTolerance));
}

function numberRule(target: Target, goal: Decimal): number {
  if (target.measure === 'stock') return rule.stock;
  if (target.measure !== 'flow' && target.measure !== 'cumulative') return rule.level;
  if (target.goodWay !== 'higher' || target.comparator === 'le') return rule.ceiling;
  return goal.coefficient > 0n ? rule.flow : rule.level;
}

function numberForm(target: Target, term: Term, settings: JudgingSettings): RowForm | null {
  const [goal, second] = target.values.map(parseDecimal);
  const oddSecond = target.values.length > 1 && (target.comparator !== 'range' || !second);
  if (!goal || oddSecond || target.values.length > 2) return null;
  const kind = numberRule(target, goal);
  const strict = target.strict ?? excludesItsNumber(target.printed);
  const band = bandOf(target, goal, second ?? goal, toleranceOf(target, goal, settings), strict);
  if (kind === rule.ceiling && band.high === null) return null;
  const plan = kind === rule.flow && target.measure === 'cumulative' ? fiveYearPlan(target.printed) : null;
  const shows = target.goodWay === 'higher' && target.measure !== 'rate';
  return {
    rule: kind,
    flags:
      levelFlags(target) |
      band.flags |
      (shows ? flag.showsShare : 0) |
      (strict ? flag.beyondWhole : 0) |
      (kind === rule.stock && target.goodWay === 'higher' ? flag.paced : 0),
    goal,
    low: band.low,
    high: band.high,
    slack: band.slack,
    from: dayNumber(plan?.start ?? term.startsOn),
    to: dayNumber(plan?.end ?? term.dueOn),
    seriesName: '',
  };
}

function besideForm(target: Target, term: Term, kind: number, slack: Decimal): RowForm {
  const [points] = target.values.map(parseDecimal);
  const ownPast = isOwnPast(target.relative ?? '');
  const strict = !points && target.strict !== false;
  const relative = kind === rule.sync || kind === rule.above || kind === rule.below;
  return {
    rule: kind,
    flags: levelFlags(target) | (strict ? flag.strict : 0) | (relative && ownPast ? flag.ownPast : 0),
    goal: null,
    low: points ?? null,
    high: null,
    slack,
    from: dayNumber(term.startsOn),
    to: dayNumber(term.dueOn),
    seriesName: relative && !ownPast ? (target.relative ?? '') : '',
  };
}

/** Null for words, ranks, odd bounds: what no column can say. */
export function rowForm(target: Target, term: Term, settings: JudgingSettings): RowForm | null {
  const { relativeType } = target;
  const compares = relativeType === 'sync' || relativeType === 'above' || relativeType === 'below';
  if (compares && !(target.measure === 'text' && isOwnPast(target.relative ?? ''))) {
    if (target.values.length > 0 && !parseDecimal(target.values[0] ?? '')) return null;
    return besideForm(target, term, rule[relativeType], settings.tolerance);
  }
  if (isTrend(relativeType)) {
    const stable = relativeType === 'trendStable' || relativeType === 'shareStable';
    const kind = stable ? rule.trendStable : relativeType === 'trendDown' ? rule.trendDown : rule.trendUp;
    return besideForm(target, term, kind, settings.tolerance);
  }
  return target.values.length === 0 ? null : numberForm(target, term, settings);
}

/** Last day of the year of a day: how long a series' point may be compared with (seriesOn). */
export const usableUntil = (day: IsoDate): number => dayNumber(yearEnd(yearOf(day)));
