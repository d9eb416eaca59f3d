// How days are counted: calendar days in Asia/Shanghai as YYYY-MM-DD, by arithmetic alone, so no clock and no zone can slip in.
import { type IsoDate, isIsoDate, isoDate } from './date.ts';
import { type Decimal, divide, ONE, ZERO } from './decimal.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));
export const monthOf = (day: IsoDate): number => Number(day.slice(5, 7));
const dayOf = (day: IsoDate): number => Number(day.slice(8, 10));

/** @throws RangeError for a day that does not exist. */
export const dayFrom = (year: number, month: number, day: number): IsoDate =>
  isoDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);

/** Last day of a month, of a leap February too. */
export function monthEnd(year: number, month: number): IsoDate {
  for (const last of [31, 30, 29]) {
    const text = `${pad(year, 4)}-${pad(month, 2)}-${last}`;
    if (isIsoDate(text)) return text;
  }
  return dayFrom(year, month, 28);
}

/** Quarter 1 ends on 31 March. */
export const quarterEnd = (year: number, quarter: number): IsoDate => monthEnd(year, quarter * 3);
export const yearStart = (year: number): IsoDate => dayFrom(year, 1, 1);
export const yearEnd = (year: number): IsoDate => dayFrom(year, 12, 31);

/** Days since 1 March of the year 0, of the proleptic Gregorian calendar: the year starts in March so that 29 February is last. */
export function dayNumber(day: IsoDate): number {
  const month = monthOf(day);
  const year = yearOf(day) - (month <= 2 ? 1 : 0);
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOf(day) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + inYear;
}

/** The day with a number; the inverse of dayNumber. */
export function dayOfNumber(number: number): IsoDate {
  const era = Math.floor(number / 146097);
  const inEra = number - era * 146097;
  const yearInEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365,
  );
  const inYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const marchMonth = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return dayFrom(yearInEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);
export const addDays = (day: IsoDate, days: number): IsoDate => dayOfNumber(dayNumber(day) + days);

/** Months are counted from the anchor, never from the day before: 31 January + 1 = 28 February, + 2 = 31 March. */
export function addMonths(anchor: IsoDate, months: number): IsoDate {
  const index = yearOf(anchor) * 12 + monthOf(anchor) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOf(anchor), 2)}`;
  return isIsoDate(text) ? text : monthEnd(year, month);
}

/** Whole numbers of days gone and in all, first and last day counted: 30 June is 181 of 365. */
export function elapsedDays(start: IsoDate, end: IsoDate, asOf: IsoDate): readonly [number, number] {
  const whole = daysBetween(start, end) + 1;
  if (whole <= 0 || asOf >= end) return [Math.max(whole, 1), Math.max(whole, 1)];
  return [asOf < start ? 0 : daysBetween(start, asOf) + 1, whole];
}

/** Share of a period gone by the end of asOf, to four places: 2025-06-30 of 2025 is 0.4959. */
export function elapsedShare(start: IsoDate, end: IsoDate, asOf: IsoDate): Decimal {
  const [gone, whole] = elapsedDays(start, end, asOf);
  if (gone === 0) return ZERO;
  if (gone === whole) return ONE;
  return (
    divide(
      { coefficient: BigInt(gone), places: 0 },
      { coefficient: BigInt(whole), places: 0 },
      4,
      'halfUp',
    ) ?? ONE
  );
}
