// What a unit owes: which figure, for which period, by when, late since when, beside the last value and what the schedule expects.
import type { DecimalText } from '../plan/commitment.ts';
import { daysBetween } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import { daysLate, isLate } from '../quantity/deadline.ts';
import { type AskedPeriod, type FigureAsk, monthEndOf, periodsReader } from './figure-ask.ts';

/** A figure that reached the server, for the period it is for. Drafts and returned reports are not passed in. */
export interface ReceivedFigure {
  readonly seriesKey: string;
  readonly placeId: string;
  readonly period: string;
  readonly periodEnd: IsoDate;
  readonly amount: DecimalText | null;
  readonly statement: string;
  /** Moment of receipt by the server, milliseconds since 1970 UTC; the sender's clock is not asked. */
  readonly receivedAt: number;
}

export type DueState = 'notYet' | 'due' | 'late' | 'inTime' | 'receivedLate';

export interface DueFigure {
  readonly ask: FigureAsk;
  readonly period: AskedPeriod;
  readonly state: DueState;
  /** Days past the due day: until it was received, or until today. 0 where in time. */
  readonly daysLate: number;
  readonly received: ReceivedFigure | null;
  /** The figure of the latest earlier period. */
  readonly last: ReceivedFigure | null;
  /** What the schedule expects by the end of the period, in the unit of the ask; null where it expects nothing. */
  readonly expected: DecimalText | null;
}

export type ExpectedValue = (ask: FigureAsk, periodEnd: IsoDate) => DecimalText | null;

export const noExpectation: ExpectedValue = () => null;

const keyOf = (each: { readonly seriesKey: string; readonly placeId: string }): string =>
  `${each.seriesKey}\t${each.placeId}`;

function stateOf(period: AskedPeriod, received: ReceivedFigure | null, today: IsoDate): DueState {
  if (received) return isLate(received.receivedAt, period.dueOn) ? 'receivedLate' : 'inTime';
  if (today > period.dueOn) return 'late';
  return today > period.end ? 'due' : 'notYet';
}

/** The first receipt decides lateness: a later correction does not make a figure late. */
function firstReceipt(figures: readonly ReceivedFigure[], period: string): ReceivedFigure | null {
  let first: ReceivedFigure | null = null;
  for (const figure of figures)
    if (figure.period === period && (!first || figure.receivedAt < first.receivedAt)) first = figure;
  return first;
}

function lastBefore(figures: readonly ReceivedFigure[], end: IsoDate): ReceivedFigure | null {
  let last: ReceivedFigure | null = null;
  for (const figure of figures) {
    if (figure.periodEnd >= end) continue;
    const isLater =
      !last ||
      figure.periodEnd > last.periodEnd ||
      (figure.periodEnd === last.periodEnd && figure.receivedAt > last.receivedAt);
    if (isLater) last = figure;
  }
  return last;
}

/** Every figure asked for, with its state today; the asks are passed through askOnce before. */
export function figuresDue(
  asks: readonly FigureAsk[],
  figures: readonly ReceivedFigure[],
  today: IsoDate,
  expectedValue: ExpectedValue = noExpectation,
): readonly DueFigure[] {
  const byKey = new Map<string, ReceivedFigure[]>();
  for (const figure of figures) {
    const have = byKey.get(keyOf(figure));
    if (have) have.push(figure);
    else byKey.set(keyOf(figure), [figure]);
  }
  const periodsOf = periodsReader();
  return asks.flatMap((ask) => {
    const own = byKey.get(keyOf(ask)) ?? [];
    return periodsOf(ask).map((period): DueFigure => {
      const received = firstReceipt(own, period.period);
      const late = received
        ? daysLate(received.receivedAt, period.dueOn)
        : Math.max(0, daysBetween(period.dueOn, today));
      return {
        ask,
        period,
        state: stateOf(period, received, today),
        daysLate: late,
        received,
        last: lastBefore(own, period.end),
        expected: expectedValue(ask, period.end),
      };
    });
  });
}

/** What a unit must do now: late first, then due; what is not yet due or done is left out. */
export const owedNow = (due: readonly DueFigure[]): readonly DueFigure[] =>
  due
    .filter(({ state }) => state === 'late' || state === 'due')
    .toSorted((a, b) => b.daysLate - a.daysLate || (a.period.dueOn < b.period.dueOn ? -1 : 1));

export interface Burden {
  readonly unitId: string;
  /** Last day of the month in which the figures are due. */
  readonly month: IsoDate;
  readonly figures: number;
}

/** Reporting burden: figures asked of each unit per month, most first. Shown to everybody, so that it can be argued with. */
export function reportingBurden(asks: readonly FigureAsk[]): readonly Burden[] {
  const counts = new Map<string, Burden>();
  const periodsOf = periodsReader();
  for (const ask of asks)
    for (const { dueOn } of periodsOf(ask)) {
      const month = monthEndOf(dueOn);
      const key = `${ask.unitId}\t${month}`;
      const have = counts.get(key) ?? { unitId: ask.unitId, month, figures: 0 };
      counts.set(key, { ...have, figures: have.figures + 1 });
    }
  return [...counts.values()].toSorted(
    (a, b) =>
      (a.month < b.month ? -1 : a.month > b.month ? 1 : 0) ||
      b.figures - a.figures ||
      (a.unitId < b.unitId ? -1 : 1),
  );
}
