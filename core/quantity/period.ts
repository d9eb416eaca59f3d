// What a period is and how it is written: 2025, 2025-H1, 2025-Q2, 2025-06, 2025-01/2025-05 (year to date), 2021/2025.
import { dayFrom, monthEnd, monthOf, quarterEnd, yearEnd, yearOf, yearStart } from './calendar.ts';
import type { IsoDate } from './date.ts';

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'months' | 'years';

export interface Period {
  readonly kind: PeriodKind;
  readonly start: IsoDate;
  readonly end: IsoDate;
}

const inYears = (year: number): boolean => year >= 1900 && year <= 9999;

/** Reads the written form; null for anything else. */
export function parsePeriod(text: string): Period | null {
  const parts =
    /^(\d{4})(?:-(?:(H)([12])|(Q)([1-4])|(0[1-9]|1[0-2])))?(?:\/(\d{4})(?:-(0[1-9]|1[0-2]))?)?$/.exec(text);
  if (!parts) return null;
  const year = Number(parts[1]);
  if (!inYears(year)) return null;
  const month = parts[6] === undefined ? null : Number(parts[6]);
  if (parts[7] !== undefined) {
    const rangeOf = parts[2] === undefined && parts[4] === undefined;
    return rangeOf ? span(year, month, Number(parts[7]), parts[8]) : null;
  }
  if (parts[3] !== undefined) {
    const half = Number(parts[3]);
    return { kind: 'half', start: dayFrom(year, half * 6 - 5, 1), end: monthEnd(year, half * 6) };
  }
  if (parts[5] !== undefined) {
    const quarter = Number(parts[5]);
    return { kind: 'quarter', start: dayFrom(year, quarter * 3 - 2, 1), end: quarterEnd(year, quarter) };
  }
  if (month !== null) return { kind: 'month', start: dayFrom(year, month, 1), end: monthEnd(year, month) };
  return { kind: 'year', start: yearStart(year), end: yearEnd(year) };
}

function span(
  year: number,
  month: number | null,
  endYear: number,
  endMonthText: string | undefined,
): Period | null {
  if (!inYears(endYear) || (month === null) !== (endMonthText === undefined)) return null;
  const whole = month === null || endMonthText === undefined;
  const start = whole ? yearStart(year) : dayFrom(year, month, 1);
  const end = whole ? yearEnd(endYear) : monthEnd(endYear, Number(endMonthText));
  return start < end ? { kind: whole ? 'years' : 'months', start, end } : null;
}

/** The written form of a stretch of days; a stretch that is no whole months is written by its last month. */
export function printPeriod(start: IsoDate, end: IsoDate): string {
  const [fromYear, fromMonth, toYear, toMonth] = [yearOf(start), monthOf(start), yearOf(end), monthOf(end)];
  if (fromYear !== toYear) {
    return fromMonth === 1 && toMonth === 12
      ? `${fromYear}/${toYear}`
      : `${start.slice(0, 7)}/${end.slice(0, 7)}`;
  }
  const months = toMonth - fromMonth + 1;
  if (months === 12) return `${fromYear}`;
  if (months === 6 && (fromMonth === 1 || fromMonth === 7)) return `${fromYear}-H${fromMonth === 1 ? 1 : 2}`;
  if (months === 3 && fromMonth % 3 === 1) return `${fromYear}-Q${Math.ceil(fromMonth / 3)}`;
  if (months === 1) return end.slice(0, 7);
  return `${start.slice(0, 7)}/${end.slice(0, 7)}`;
}

/** January up to and with the month of a day: the stretch that 1—5月 figures are for. */
export const yearToDate = (end: IsoDate): string => printPeriod(yearStart(yearOf(end)), end);

const ordinals = '一二三四五六七八九十';

/**
 * Years of the five-year plan that a text names (“十四五”), null where it names none. The plans are counted from 1953;
 * the second ended in 1962 and the third began in 1966 (Outline of the 14th Five-Year Plan: 2021—2025).
 */
export function fiveYearPlan(text: string): Period | null {
  const parts = /(十?)([一二三四五六七八九]?)五(?=["”』」]|时期|期间|规划|累计|计划|末)/.exec(text);
  if (!parts || (parts[1] === '' && parts[2] === '')) return null;
  const ordinal = (parts[1] ? 10 : 0) + (parts[2] ? ordinals.indexOf(parts[2]) + 1 : 0);
  if (ordinal < 3 || ordinal > 30) return null;
  const year = 1966 + 5 * (ordinal - 3);
  return { kind: 'years', start: yearStart(year), end: yearEnd(year + 4) };
}
