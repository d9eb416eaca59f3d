// What a chart of one series draws: its points, its years, the target of each year, and which points a line may join.
import type { CommitmentPage, Figure, Target } from '../../api.ts';
import { groupBy } from '../../part/keyed.ts';
import { amount } from '../../text/format.ts';

export interface SeriesFigure {
  readonly year: number;
  /** Of the commitment that the page is about. */
  readonly own: boolean;
  readonly commitmentId: string;
  readonly figure: Figure;
}

export interface Series {
  readonly metric: string;
  readonly figures: readonly SeriesFigure[];
  readonly targets: readonly { readonly year: number; readonly target: Target }[];
}

/** One series a metric: the figures of this year's plan with those of other years, and every year's target. */
export function seriesOf(page: CommitmentPage): readonly Series[] {
  const own = page.figures.map((figure) => ({
    metric: figure.metric,
    year: page.plan.year,
    own: true,
    commitmentId: page.commitment.id,
    figure,
  }));
  const others = page.otherYears.map((each) => ({ ...each, own: false }));
  const byMetric = groupBy([...own, ...others], ({ metric }) => metric);
  const alone = byMetric.size === 1;
  return [...byMetric].map(([metric, figures]) => {
    const named = page.yearTargets.filter((each) => each.metric === metric);
    return { metric, figures, targets: named.length > 0 || !alone ? named : page.yearTargets.slice(-1) };
  });
}

export interface Point {
  readonly at: number;
  readonly year: number;
  readonly own: boolean;
  readonly value: number;
  readonly label: string;
  readonly period: string;
  /** The last month that the figure is for; empty for a whole year. */
  readonly season: string;
  /** In how many places this very figure is printed. */
  readonly sources: number;
}

/** The same figure printed twice is one point with two sources; another number for the same day is a point of its own. */
export function pointsOf({ figures }: Series): readonly Point[] {
  const placed = figures.filter(({ figure }) => figure.amount !== null && figure.place === '');
  const groups = groupBy(placed, ({ figure }) => `${figure.periodEnd} ${figure.amount}`);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (!first || first.figure.amount === null) return [];
      const { figure } = first;
      return [
        {
          at: Date.parse(figure.periodEnd),
          year: Number(figure.periodEnd.slice(0, 4)),
          own: group.some(({ own }) => own),
          value: Number(figure.amount),
          label: amount(first.figure.amount),
          period: figure.period,
          season: figure.period.length === 4 ? '' : figure.periodEnd.slice(0, 7),
          sources: group.length,
        },
      ];
    })
    .sort((a, b) => a.at - b.at);
}

/** Every year from the first to the last that has a figure or a target. */
export function yearsOf({ targets }: Series, points: readonly Point[]): readonly number[] {
  const found = [...points.map(({ year }) => year), ...targets.map(({ year }) => year)];
  if (found.length === 0) return [];
  const first = Math.min(...found);
  return Array.from({ length: Math.max(...found) - first + 1 }, (_, index) => first + index);
}

export interface Goal {
  readonly year: number;
  readonly value: number;
  readonly printed: string;
}

/** Only levels in the unit of the figures can be drawn; a fall by 3 is a figure of −3. */
export function goalsOf({ targets, figures }: Series, years: readonly number[]): readonly Goal[] {
  const units = new Set(figures.map(({ figure }) => figure.unit));
  return targets.flatMap(({ year, target }) => {
    const [value] = target.values;
    if (value === undefined || target.form === 'relative' || !years.includes(year)) return [];
    if (target.unit !== '' && units.size > 0 && !units.has(target.unit)) return [];
    const falls = target.direction === 'down' && !value.startsWith('-');
    return [{ year, value: falls ? -Number(value) : Number(value), printed: target.printed }];
  });
}

/** What counts up begins again each January: a line joins such figures within a year only. */
export function runsOf({ targets }: Series, points: readonly Point[]): readonly (readonly Point[])[] {
  const measure = targets.at(-1)?.target.measure;
  return measure === 'flow' ? [...groupBy(points, ({ year }) => year).values()] : [points];
}
