// Early warnings of a series: falls in a row, a turning point, growth turned to fall, short of the target at the present pace. Each names its points.

import { numberOf, percentOf, printed } from '../project/money.ts';
import { elapsedShare, yearEnd, yearOf, yearStart } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import { absolute, compare, type Decimal, divide, multiply, subtract, ZERO } from '../quantity/decimal.ts';
import { isPercent } from '../quantity/unit.ts';
import { comparable, isNext, type MonitoredSeries, pointsOn, type SeriesPoint } from './series.ts';
import type { BudgetSettings } from './settings.ts';

/** Words of the rules are in vocabulary/budget.ts. */
export const warningRules = ['fallsInRow', 'turningPoint', 'turnedNegative', 'shortAtPace'] as const;
export type WarningRule = (typeof warningRules)[number];

export interface Warning {
  readonly rule: WarningRule;
  readonly series: string;
  readonly params: Readonly<Record<string, string>>;
  /** The points that the rule looked at. */
  readonly points: readonly SeriesPoint[];
}

/** The unbroken run of points up to the last: a missing period ends it, and so does January for a cumulative series. */
function lastRun(series: MonitoredSeries, asOf: IsoDate): readonly SeriesPoint[] {
  const points = pointsOn(series, asOf);
  let from = points.length - 1;
  for (; from > 0; from--) {
    const [before, after] = [points[from - 1], points[from]];
    if (!before || !after || !isNext(before, after, series) || !comparable(series, before, after)) break;
    if (series.cumulative && yearOf(before.periodEnd) !== yearOf(after.periodEnd)) break;
  }
  return points.slice(Math.max(0, from));
}

/** Steps of a run in the sense of the series: +1 better, −1 worse, 0 the same. */
function stepsOf(series: MonitoredSeries, run: readonly SeriesPoint[]): readonly number[] {
  return run.slice(1).flatMap((point, index) => {
    const [before, after] = [numberOf(run[index]?.value ?? null), numberOf(point.value)];
    if (!before || !after) return [];
    const order = compare(after, before);
    return [series.goodWay === 'lower' ? -order : order];
  });
}

/** 连续三个月下降. A series that counts up cannot fall, and one that should stay near a number has no better way. */
function fallsInRow(series: MonitoredSeries, asOf: IsoDate, settings: BudgetSettings): Warning | null {
  if (series.cumulative || series.goodWay === 'around') return null;
  const wanted = settings.fallsInRow.value;
  const run = lastRun(series, asOf).slice(-(wanted + 1));
  const steps = stepsOf(series, run);
  if (steps.length < wanted || steps.some((step) => step >= 0)) return null;
  const [from, to] = [run[0], run.at(-1)];
  return {
    rule: 'fallsInRow',
    series: series.name,
    params: {
      count: `${wanted}`,
      from: from?.value ?? '—',
      to: to?.value ?? '—',
      unit: series.unit,
      day: to?.periodEnd ?? '—',
    },
    points: run,
  };
}

/** 拐点: after so many steps for the better, one for the worse. */
function turningPoint(series: MonitoredSeries, asOf: IsoDate, settings: BudgetSettings): Warning | null {
  if (series.cumulative || series.goodWay === 'around') return null;
  const before = settings.turnAfter.value;
  const run = lastRun(series, asOf).slice(-(before + 2));
  const steps = stepsOf(series, run);
  const turned =
    steps.length === before + 1 && steps.slice(0, -1).every((step) => step > 0) && (steps.at(-1) ?? 0) < 0;
  if (!turned) return null;
  const [peak, last] = [run.at(-2), run.at(-1)];
  return {
    rule: 'turningPoint',
    series: series.name,
    params: {
      count: `${before}`,
      peak: peak?.value ?? '—',
      peakDay: peak?.periodEnd ?? '—',
      to: last?.value ?? '—',
      unit: series.unit,
      day: last?.periodEnd ?? '—',
    },
    points: run,
  };
}

/** 由正转负: growth was above nothing and is below it. */
function turnedNegative(series: MonitoredSeries, asOf: IsoDate): Warning | null {
  if (!isPercent(series.unit) || series.goodWay !== 'higher') return null;
  const [before, last] = pointsOn(series, asOf).slice(-2);
  const [was, is] = [numberOf(before?.value ?? null), numberOf(last?.value ?? null)];
  if (!before || !last || !was || !is || was.coefficient < 0n || is.coefficient >= 0n) return null;
  return {
    rule: 'turnedNegative',
    series: series.name,
    params: {
      from: before.value,
      to: last.value,
      fromDay: before.periodEnd,
      day: last.periodEnd,
      unit: series.unit,
    },
    points: [before, last],
  };
}

export interface Pace {
  /** What the year ends with at the present pace, for a count; the present rate, for a rate. */
  readonly projected: string;
  readonly target: string;
  /** projected − target. */
  readonly distance: string;
  readonly point: SeriesPoint;
}

/** 按目前进度: a count is carried on evenly to the end of the year; a rate is held as it is. Null without a point of the year. */
export function paceOf(series: MonitoredSeries, target: string, asOf: IsoDate): Pace | null {
  const point = pointsOn(series, asOf).at(-1);
  const [value, goal] = [numberOf(point?.value ?? null), numberOf(target)];
  if (!point || !value || !goal) return null;
  const year = yearOf(point.periodEnd);
  const gone: Decimal = elapsedShare(yearStart(year), yearEnd(year), point.periodEnd);
  const projected = series.cumulative ? divide(value, gone, 2, 'halfUp') : value;
  if (!projected) return null;
  return {
    projected: printed(projected),
    target: printed(goal),
    distance: printed(subtract(projected, goal)),
    point,
  };
}

function shortAtPace(
  series: MonitoredSeries,
  target: string | null,
  asOf: IsoDate,
  settings: BudgetSettings,
): Warning | null {
  const pace = target === null ? null : paceOf(series, target, asOf);
  const [projected, goal] = [numberOf(pace?.projected ?? null), numberOf(pace?.target ?? null)];
  if (!pace || !projected || !goal || series.goodWay === 'around') return null;
  const short = series.goodWay === 'lower' ? subtract(projected, goal) : subtract(goal, projected);
  const share = settings.paceShort.value;
  const allowed = multiply(absolute(goal), { coefficient: share.coefficient, places: share.places + 2 });
  if (compare(short, allowed) <= 0 || compare(short, ZERO) <= 0) return null;
  return {
    rule: 'shortAtPace',
    series: series.name,
    params: {
      value: pace.point.value,
      day: pace.point.periodEnd,
      projected: pace.projected,
      target: pace.target,
      short: printed(short),
      percent: percentOf(short, absolute(goal)) ?? '—',
      unit: series.unit,
      // Between two rates lie points, never percent.
      shortUnit: isPercent(series.unit) ? '个百分点' : series.unit,
    },
    points: [pace.point],
  };
}

/** Every warning of a series on a day. Two that say the same of the same fall are both true and both shown. */
export function warningsOf(
  series: MonitoredSeries,
  target: string | null,
  asOf: IsoDate,
  settings: BudgetSettings,
): readonly Warning[] {
  return [
    fallsInRow(series, asOf, settings),
    turningPoint(series, asOf, settings),
    turnedNegative(series, asOf),
    shortAtPace(series, target, asOf, settings),
  ].flatMap((warning) => warning ?? []);
}
