// One series through the years: which figures of other plans go on from the figures of a commitment.
import type { CommitmentKind, Target } from '../../core/plan/commitment.ts';
import { seriesKey } from '../../core/plan/words/series-name.ts';
import type { IsoDate } from '../../core/quantity/date.ts';

/** One key for every year's printing of a series: the same kind of promise, the same name, the same unit. */
export const seriesPlace = (given: {
  readonly kind: CommitmentKind;
  readonly metric: string;
  readonly unit: string;
}): string => `${given.kind} ${seriesKey(given.metric)} ${given.unit.replace(/\s/g, '')}`;

export interface TimedFigure {
  readonly metric: string;
  readonly place: string;
  readonly period_start: IsoDate;
  readonly period_end: IsoDate;
  readonly amount: string | null;
  readonly unit: string;
}

/** The months a figure is for, whatever the year: a first half is held against first halves. */
const season = ({ period_start, period_end }: TimedFigure): string =>
  `${period_start.slice(5)} ${period_end.slice(5)}`;

/** What counts up through a year says something only beside the same months; rates and stocks stand for themselves. */
const countsUp = (target: Target | undefined): boolean =>
  target?.measure === 'flow' || target?.measure === 'cumulative';

export interface TrendPoint {
  readonly periodEnd: IsoDate;
  readonly amount: string;
}

/** One figure a day, the one that became known last. */
function pointsOf(figures: readonly TimedFigure[]): TrendPoint[] {
  const byDay = new Map<IsoDate, string>();
  for (const { amount, period_end } of figures) if (amount !== null) byDay.set(period_end, amount);
  return [...byDay]
    .map(([periodEnd, amount]) => ({ periodEnd, amount }))
    .sort((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1));
}

/**
 * The line that a commitment's figures draw: those of the first target's metric (of two metrics it would mean nothing),
 * continued to earlier years where figures of the same months, or levels, are there.
 */
export function trendOf(
  kind: CommitmentKind,
  targets: readonly Target[],
  own: readonly TimedFigure[],
  otherYears: ReadonlyMap<string, readonly TimedFigure[]>,
  asOf: IsoDate,
): TrendPoint[] {
  const [target] = targets;
  const ofCity = own.filter(({ place, amount }) => place === '' && amount !== null);
  const metric = ofCity.some((row) => row.metric === target?.metric)
    ? target?.metric
    : (ofCity.at(-1)?.metric ?? target?.metric);
  const mine = ofCity.filter((row) => row.metric === metric);
  const last = mine.at(-1);
  const known = metric === undefined ? undefined : { kind, metric, unit: last?.unit ?? target?.unit ?? '' };
  const others = (known ? (otherYears.get(seriesPlace(known)) ?? []) : []).filter(
    ({ period_end }) => period_end <= asOf,
  );
  if (!countsUp(target) || last === undefined) return pointsOf([...others, ...mine]);
  const alike = others.filter((row) => season(row) === season(last));
  return alike.length === 0
    ? pointsOf(mine)
    : pointsOf([...alike, ...mine.filter((row) => season(row) === season(last))]);
}
