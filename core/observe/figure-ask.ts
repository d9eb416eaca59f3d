// Which figures a unit is asked for: one figure serves every list it belongs to, so the same question is never put twice.

import { type Away, isAway } from '../plan/applicability.ts';
import { addDays, addMonths, monthEnd, monthOf, yearOf, yearStart } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import { printPeriod, yearToDate } from '../quantity/period.ts';
import { sameBase } from '../quantity/unit.ts';

/** Finest first: a monthly figure serves a list that wants it by the quarter. */
export const frequencies = ['month', 'quarter', 'half', 'year'] as const;
export type Frequency = (typeof frequencies)[number];

const monthsOf: Readonly<Record<Frequency, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** A standing question to a unit. */
export interface FigureAsk {
  /** What is measured: the same key in two lists is the same figure. */
  readonly seriesKey: string;
  readonly metric: string;
  readonly placeId: string;
  /** The unit that is asked. */
  readonly unitId: string;
  /** Unit of measure. */
  readonly unit: string;
  /** True for figures counted from January (1—5月). */
  readonly cumulative: boolean;
  readonly frequency: Frequency;
  /** Days after the end of the period until the figure is due. */
  readonly delayDays: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Days on which it does not apply here: periods that end on them are not asked for. */
  readonly away: readonly Away[];
  readonly commitmentIds: readonly string[];
  /** Lists that show it: plan, work report, livelihood, investment. */
  readonly lists: readonly string[];
}

export type AskConflict =
  /** Two units are asked for one figure. */
  | {
      readonly kind: 'askedOfTwo';
      readonly seriesKey: string;
      readonly placeId: string;
      readonly unitIds: readonly string[];
    }
  /** Two lists want one figure in units that cannot be compared. */
  | {
      readonly kind: 'unitsDiffer';
      readonly seriesKey: string;
      readonly placeId: string;
      readonly units: readonly string[];
    };

export interface AskedOnce {
  readonly asks: readonly FigureAsk[];
  readonly conflicts: readonly AskConflict[];
  /** Questions that need not be put, because another one answers them. */
  readonly saved: number;
}

/** One text for one set of days. */
export const awayKey = (away: readonly Away[]): string =>
  away.map(({ from, until }) => `${from}/${until ?? ''}`).join();
const askKey = ({ seriesKey, placeId }: FigureAsk): string => `${seriesKey}\t${placeId}`;
const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];
const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
const finer = (a: Frequency, b: Frequency): Frequency =>
  frequencies.indexOf(a) <= frequencies.indexOf(b) ? a : b;

const sameDays = (a: readonly Away[], b: readonly Away[]): boolean => awayKey(a) === awayKey(b);

const merge = (a: FigureAsk, b: FigureAsk): FigureAsk => ({
  ...a,
  frequency: finer(a.frequency, b.frequency),
  delayDays: Math.min(a.delayDays, b.delayDays),
  from: earlier(a.from, b.from),
  to: later(a.to, b.to),
  // What one list still wants is asked for, whatever the other does without.
  away: sameDays(a.away, b.away) ? a.away : [],
  commitmentIds: union(a.commitmentIds, b.commitmentIds),
  lists: union(a.lists, b.lists),
});

/** Questions for one figure become one, put at the finest frequency that any list needs; what cannot be merged is named. */
export function askOnce(asks: readonly FigureAsk[]): AskedOnce {
  const kept = new Map<string, FigureAsk[]>();
  const conflicts: AskConflict[] = [];
  for (const ask of asks) {
    const have = kept.get(askKey(ask)) ?? [];
    const index = have.findIndex((each) => each.unitId === ask.unitId && sameBase(each.unit, ask.unit));
    const same = have[index];
    if (same) have[index] = merge(same, ask);
    else have.push(ask);
    kept.set(askKey(ask), have);
  }
  for (const [first, ...rest] of kept.values()) {
    if (!first || rest.length === 0) continue;
    const all = [first, ...rest];
    const { seriesKey, placeId } = first;
    const unitIds = union(
      all.map((each) => each.unitId),
      [],
    );
    if (unitIds.length > 1) conflicts.push({ kind: 'askedOfTwo', seriesKey, placeId, unitIds });
    if (all.some((each) => !sameBase(each.unit, first.unit)))
      conflicts.push({
        kind: 'unitsDiffer',
        seriesKey,
        placeId,
        units: union(
          all.map((each) => each.unit),
          [],
        ),
      });
  }
  const once = [...kept.values()].flat();
  return { asks: once, conflicts, saved: asks.length - once.length };
}

export interface AskedPeriod {
  /** As core/quantity/period.ts writes it. */
  readonly period: string;
  readonly end: IsoDate;
  readonly dueOn: IsoDate;
}

const stepEnd = (start: IsoDate, length: number): IsoDate => addDays(addMonths(start, length), -1);

/** Every period of an ask that ends while it stands, with its due day. Periods follow the calendar year. */
export function periodsOf(ask: FigureAsk): readonly AskedPeriod[] {
  const length = monthsOf[ask.frequency];
  const periods: AskedPeriod[] = [];
  for (let start = yearStart(yearOf(ask.from)); start <= ask.to; start = addMonths(start, length)) {
    const end = stepEnd(start, length);
    if (end < ask.from || end > ask.to || isAway(ask.away, end)) continue;
    const period = ask.cumulative ? yearToDate(end) : printPeriod(start, end);
    periods.push({ period, end, dueOn: addDays(end, ask.delayDays) });
  }
  return periods;
}

/** periodsOf for many asks: a city asks thousands of figures on a handful of calendars. */
export function periodsReader(): (ask: FigureAsk) => readonly AskedPeriod[] {
  const known = new Map<string, readonly AskedPeriod[]>();
  return (ask) => {
    const key = `${ask.frequency} ${ask.cumulative} ${ask.delayDays} ${ask.from} ${ask.to} ${awayKey(ask.away)}`;
    const have = known.get(key) ?? periodsOf(ask);
    known.set(key, have);
    return have;
  };
}

/** The period after one that ends on a day, and when its figure is due. */
export function nextExpected(ask: FigureAsk, lastEnd: IsoDate | null): AskedPeriod | null {
  return periodsOf(ask).find(({ end }) => lastEnd === null || end > lastEnd) ?? null;
}

/** A figure is stale once the figure after it should have come; being stale says nothing about being behind. */
export const isStale = (ask: FigureAsk, lastEnd: IsoDate | null, asOf: IsoDate): boolean => {
  const next = nextExpected(ask, lastEnd);
  return next !== null && asOf > next.dueOn;
};

/** The last day of the month a day lies in: to count what is asked month by month. */
export const monthEndOf = (day: IsoDate): IsoDate => monthEnd(yearOf(day), monthOf(day));
