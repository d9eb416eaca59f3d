// A series by month or quarter: the last recorded figure of each period, its change on the year and on the period before.

import { numberOf, printed } from '../project/money.ts';
import { addMonths, monthEnd, monthOf, yearOf } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import { add, compare, divide, scaleByTen, subtract } from '../quantity/decimal.ts';
import { isPercent } from '../quantity/unit.ts';

export interface SeriesPoint {
  /** First day of the period where it is longer than a step: January and February in one. */
  readonly periodStart?: IsoDate;
  /** Last day of the period. */
  readonly periodEnd: IsoDate;
  readonly value: string;
  /** Later numbers replace earlier ones of the same period (revised, final). */
  readonly sequence: number;
}

export interface MonitoredSeries {
  readonly name: string;
  readonly unit: string;
  /** Months between two points. */
  readonly step: 1 | 3 | 6 | 12;
  readonly goodWay: 'higher' | 'lower' | 'around';
  /** Counts up from January: a fall from December to January is no fall. */
  readonly cumulative: boolean;
  /**
   * January and February come as one figure, because the Spring Festival falls into either (how the National Bureau of
   * Statistics publishes monthly figures): February then follows December.
   */
  readonly mergedSpring?: boolean;
  readonly points: readonly SeriesPoint[];
}

/** Points in force up to a day, oldest first. */
export function pointsOn(series: MonitoredSeries, asOf: IsoDate): readonly SeriesPoint[] {
  const latest = new Map<string, SeriesPoint>();
  for (const point of series.points) {
    if (point.periodEnd > asOf) continue;
    const have = latest.get(point.periodEnd);
    if (!have || point.sequence > have.sequence) latest.set(point.periodEnd, point);
  }
  return [...latest.values()].sort((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1));
}

const endAfter = (day: IsoDate, step: number): IsoDate => {
  const later = addMonths(day, step);
  return monthEnd(yearOf(later), monthOf(later));
};

type Steps = Pick<MonitoredSeries, 'step' | 'mergedSpring'>;

/** True where nothing lies between two points that should: a gap in a series is no change. */
export function isNext(before: SeriesPoint, after: SeriesPoint, { step, mergedSpring }: Steps): boolean {
  if (endAfter(before.periodEnd, step) === after.periodEnd) return true;
  return (
    mergedSpring === true &&
    step === 1 &&
    monthOf(after.periodEnd) === 2 &&
    endAfter(before.periodEnd, 2) === after.periodEnd
  );
}

const monthsOf = ({ periodStart, periodEnd }: SeriesPoint, step: number): number =>
  periodStart === undefined
    ? step
    : (yearOf(periodEnd) - yearOf(periodStart)) * 12 + monthOf(periodEnd) - monthOf(periodStart) + 1;

/** Rates compare whatever they are for; an amount of two months is no change on an amount of one. */
export const comparable = (series: MonitoredSeries, before: SeriesPoint, after: SeriesPoint): boolean =>
  isPercent(series.unit) ||
  series.cumulative ||
  monthsOf(before, series.step) === monthsOf(after, series.step);

/** The same period a year before. */
const yearBefore = (day: IsoDate): IsoDate => endAfter(day, -12);

export interface Change {
  /** Of a rate or a share: in percentage points. Of anything else: in percent. The two are never mixed. */
  readonly unit: 'percent' | 'percentagePoint';
  readonly value: string;
  readonly from: SeriesPoint;
  readonly to: SeriesPoint;
}

export function changeBetween(unit: string, from: SeriesPoint, to: SeriesPoint): Change | null {
  const [before, after] = [numberOf(from.value), numberOf(to.value)];
  if (!before || !after) return null;
  if (isPercent(unit)) return { unit: 'percentagePoint', value: printed(subtract(after, before)), from, to };
  if (before.coefficient <= 0n) return null;
  const growth = divide(scaleByTen(subtract(after, before), 2), before, 2, 'halfUp');
  return growth ? { unit: 'percent', value: printed(growth), from, to } : null;
}

const pointAt = (points: readonly SeriesPoint[], day: IsoDate): SeriesPoint | undefined =>
  points.find(({ periodEnd }) => periodEnd === day);

/** 同比: the same period of the year before. */
export function onYear(series: MonitoredSeries, asOf: IsoDate): Change | null {
  const points = pointsOn(series, asOf);
  const last = points.at(-1);
  const before = last ? pointAt(points, yearBefore(last.periodEnd)) : undefined;
  return last && before ? changeBetween(series.unit, before, last) : null;
}

/** 环比: the period before. A cumulative series has none. */
export function onPeriod(series: MonitoredSeries, asOf: IsoDate): Change | null {
  if (series.cumulative) return null;
  const [before, last] = pointsOn(series, asOf).slice(-2);
  if (!before || !last || !isNext(before, last, series) || !comparable(series, before, last)) return null;
  return changeBetween(series.unit, before, last);
}

/** Beside another place (nation, province, a peer) on the same day: the difference, in points for a rate. */
export function besideOther(own: MonitoredSeries, other: MonitoredSeries, asOf: IsoDate): Change | null {
  const last = pointsOn(own, asOf).at(-1);
  const same = last ? pointAt(pointsOn(other, asOf), last.periodEnd) : undefined;
  return last && same && own.unit === other.unit ? changeBetween(own.unit, same, last) : null;
}

export interface PeerMedian {
  readonly value: string;
  /** Own figure against it: in points for rates, in percent for amounts; null where there is nothing to divide by. */
  readonly change: Change | null;
  /** Peers that have a figure of the same day. */
  readonly of: number;
}

/** The middle one of the values, or half way between the two in the middle; exact. Null of none. */
export function medianOf(values: readonly string[]): string | null {
  const numbers = values.flatMap((text) => numberOf(text) ?? []).sort(compare);
  const middle = numbers.length >> 1;
  const upper = numbers[middle];
  if (!upper) return null;
  const lower = numbers.length % 2 === 1 ? upper : (numbers[middle - 1] ?? upper);
  const sum = add(lower, upper);
  return printed({ coefficient: sum.coefficient * 5n, places: sum.places + 1 });
}

/** Own latest figure beside the median of its peers on the same day; one peer alone has no middle. */
export function besidePeers(
  own: MonitoredSeries,
  peers: readonly string[],
  asOf: IsoDate,
): PeerMedian | null {
  const last = pointsOn(own, asOf).at(-1);
  const value = peers.length < 2 ? null : medianOf(peers);
  if (!last || value === null) return null;
  return { value, change: changeBetween(own.unit, { ...last, value }, last), of: peers.length };
}
