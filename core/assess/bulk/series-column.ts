// The series of a plan in columns: what relative targets are held against, by day.
import { dayNumber } from '../../quantity/calendar.ts';
import { parseDecimal } from '../../quantity/decimal.ts';
import type { Series, SeriesFigure } from '../facts.ts';
import type { SeriesColumn } from './columns.ts';
import { usableUntil } from './row-form.ts';
import { MOST_PLACES, placesOf, scaled } from './scaled.ts';

export function seriesColumn(key: string, figures: readonly SeriesFigure[]): SeriesColumn {
  const points = figures
    .map((figure, order) => ({ figure, order, value: parseDecimal(figure.amount) }))
    .sort((a, b) =>
      a.figure.periodEnd < b.figure.periodEnd
        ? -1
        : a.figure.periodEnd > b.figure.periodEnd
          ? 1
          : a.order - b.order,
    );
  const places = Math.min(
    MOST_PLACES,
    points.reduce((most, { value }) => Math.max(most, value ? placesOf(value) : 0), 0),
  );
  return {
    key,
    places,
    day: Int32Array.from(points, ({ figure }) => dayNumber(figure.periodEnd)),
    until: Int32Array.from(points, ({ figure }) => usableUntil(figure.periodEnd)),
    value: Float64Array.from(points, ({ value }) => (value ? scaled(value, places) : Number.NaN)),
  };
}

export const seriesColumns = (series: Series): readonly SeriesColumn[] =>
  [...series].map(([key, figures]) => seriesColumn(key, figures));

/** Position of the point that counts on a day (seriesOn): the latest of the same year; −1 where there is none. */
export function pointOn(column: SeriesColumn, day: number): number {
  for (let at = column.day.length - 1; at >= 0; at--)
    if ((column.day[at] ?? 0) <= day) return (column.until[at] ?? 0) >= day ? at : -1;
  return -1;
}
