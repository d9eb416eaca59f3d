// What a judgement is made of: targets, figures, and the other series of the plan that targets are relative to.
import type { Target } from '../plan/commitment.ts';
import { seriesKey } from '../plan/words/series-name.ts';
import type { IsoDate } from '../quantity/date.ts';

/** One figure or statement about a commitment, for a period that ends on a day. */
export interface FigureFact {
  readonly metric: string;
  readonly periodEnd: IsoDate;
  /**
   * Exact decimal text in `unit`; a fall is negative (下降50.1 is -50.1) unless the metric's own name is a fall
   * (单位GDP能耗下降). Null where only a statement was given.
   */
  readonly amount: string | null;
  readonly unit: string;
  /** The printed words, also where a number was read from them. */
  readonly statement: string;
}

/** Growth of another series of the same plan, in percent. */
export interface SeriesFigure {
  readonly name: string;
  readonly periodEnd: IsoDate;
  readonly amount: string;
  /** The words it was read from, where it was printed in words only (与上年同期持平 is 0). */
  readonly printed: string;
}

export type Series = ReadonlyMap<string, readonly SeriesFigure[]>;

export const noSeries: Series = new Map();

export interface Facts {
  readonly startsOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly targets: readonly Target[];
  /** In any order; figures from before startsOn serve as the base. */
  readonly figures: readonly FigureFact[];
  readonly series: Series;
}

/** Files series by key so that 经济增长 finds 地区生产总值. */
export function seriesOf(figures: readonly SeriesFigure[]): Series {
  const series = new Map<string, SeriesFigure[]>();
  for (const figure of figures) {
    const key = seriesKey(figure.name);
    const have = series.get(key);
    if (have) have.push(figure);
    else series.set(key, [figure]);
  }
  return series;
}

/** The series' figure for the same day, else the latest one before it within the same year; revised, the last counts. */
export function seriesOn(series: Series, name: string, day: IsoDate): SeriesFigure | null {
  let best: SeriesFigure | null = null;
  for (const figure of series.get(seriesKey(name)) ?? []) {
    if (figure.periodEnd > day || figure.periodEnd.slice(0, 4) !== day.slice(0, 4)) continue;
    if (!best || figure.periodEnd >= best.periodEnd) best = figure;
  }
  return best;
}
