// When a day ends in Asia/Shanghai and when a clock of days runs out: receipt by the server decides, to the last millisecond.
import { fail, type Result, succeed } from '../result.ts';
import { addDays, addMonths, dayNumber, dayOfNumber } from './calendar.ts';
import { type IsoDate, isIsoDate, isoDate } from './date.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Day number of 1 January 1970. */
const EPOCH = dayNumber(isoDate('1970-01-01'));

/** Summer time of China, clocks one hour ahead of +08:00 (IANA tz database, rules PRC): first and last moment, in UTC. */
const summers: readonly (readonly [IsoDate, IsoDate])[] = [
  [isoDate('1986-05-03'), isoDate('1986-09-13')],
  [isoDate('1987-04-11'), isoDate('1987-09-12')],
  [isoDate('1988-04-16'), isoDate('1988-09-10')],
  [isoDate('1989-04-15'), isoDate('1989-09-16')],
  [isoDate('1990-04-14'), isoDate('1990-09-15')],
  [isoDate('1991-04-13'), isoDate('1991-09-14')],
];

const utcStart = (day: IsoDate): number => (dayNumber(day) - EPOCH) * DAY;

/** Clocks went forward at 02:00 (18:00 UTC the day before) and back at 02:00 of summer time (17:00 UTC). */
const offsetAt = (instant: number): number =>
  summers.some(([from, to]) => instant >= utcStart(from) + 18 * HOUR && instant < utcStart(to) + 17 * HOUR)
    ? 9 * HOUR
    : 8 * HOUR;

/** The calendar day in Asia/Shanghai of a moment, given in milliseconds since 1970 UTC. */
export const shanghaiDay = (instant: number): IsoDate =>
  dayOfNumber(EPOCH + Math.floor((instant + offsetAt(instant)) / DAY));

/** The first moment after the day, in milliseconds since 1970 UTC: what is received before it was received that day. */
export function endOfDay(day: IsoDate): number {
  const next = utcStart(addDays(day, 1));
  return next - offsetAt(next - 8 * HOUR);
}

/** True where the server received it after the due day was over; 24:00 itself belongs to the next day. */
export const isLate = (receivedAt: number, dueOn: IsoDate): boolean => receivedAt >= endOfDay(dueOn);

/** Whole days late, 0 where in time: the day after the due day is day 1. */
export const daysLate = (receivedAt: number, dueOn: IsoDate): number =>
  Math.max(0, dayNumber(shanghaiDay(receivedAt)) - dayNumber(dueOn));

/** Days off and days on as the State Council's yearly holiday notice prints them; data of the year, not of the program. */
export interface WorkCalendar {
  /** Years for which the notice has been entered; a clock that leaves them cannot be counted. */
  readonly years: readonly number[];
  readonly holidays: readonly IsoDate[];
  /** Saturdays and Sundays that are worked (调休上班). */
  readonly workedWeekends: readonly IsoDate[];
}

/** A clock: so many days or months after the anchor. */
export interface Term {
  readonly count: number;
  readonly unit: 'days' | 'workingDays' | 'months';
  /** Civil Code §203 moves a last day that is a holiday to the next working day; a regulation may say otherwise. */
  readonly rollsOver: boolean;
}

export type TermProblem = 'clock.holidaysUnknown' | 'clock.termInvalid';

/** 1 January 1900 was a Monday. */
const weekday = (day: IsoDate): number => (((dayNumber(day) - dayNumber(isoDate('1900-01-01'))) % 7) + 7) % 7;

export function isWorkingDay(day: IsoDate, calendar: WorkCalendar): boolean | null {
  if (!calendar.years.includes(Number(day.slice(0, 4)))) return null;
  if (calendar.holidays.includes(day)) return false;
  return weekday(day) < 5 || calendar.workedWeekends.includes(day);
}

function workingDaysAfter(
  from: IsoDate,
  count: number,
  calendar: WorkCalendar,
): Result<IsoDate, 'clock.holidaysUnknown'> {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    const works = isWorkingDay(day, calendar);
    if (works === null) return fail('clock.holidaysUnknown', { year: day.slice(0, 4) });
    if (works) left -= 1;
  }
  return succeed(day);
}

/**
 * The last day of a term. The day of the anchor is not counted (Civil Code §201). Months are counted from the anchor:
 * 31 January + 1 month is the last day of February (Civil Code §202).
 */
export function termEnd(
  anchor: IsoDate,
  term: Term,
  calendar: WorkCalendar | null,
): Result<IsoDate, TermProblem> {
  if (!isIsoDate(anchor) || !Number.isInteger(term.count) || term.count < 0 || term.count > 3660)
    return fail('clock.termInvalid', { count: `${term.count}` });
  if (term.unit === 'workingDays')
    return calendar
      ? workingDaysAfter(anchor, term.count, calendar)
      : fail('clock.holidaysUnknown', { year: anchor.slice(0, 4) });
  const last = term.unit === 'months' ? addMonths(anchor, term.count) : addDays(anchor, term.count);
  if (!term.rollsOver) return succeed(last);
  if (!calendar) return fail('clock.holidaysUnknown', { year: last.slice(0, 4) });
  const works = isWorkingDay(last, calendar);
  if (works === null) return fail('clock.holidaysUnknown', { year: last.slice(0, 4) });
  return works ? succeed(last) : workingDaysAfter(last, 1, calendar);
}

export const calendarDays = (count: number): Term => ({ count, unit: 'days', rollsOver: false });
export const workingDays = (count: number): Term => ({ count, unit: 'workingDays', rollsOver: false });
export const months = (count: number): Term => ({ count, unit: 'months', rollsOver: false });

/** A local rule: its value, and the document that sets it. `default` says that the city has set none. */
export interface Setting<T> {
  readonly value: T;
  readonly basis: 'law' | 'document' | 'default';
  readonly source: string;
}
