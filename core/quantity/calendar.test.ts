// Days, months and periods, checked against the platform's own calendar.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, elapsedShare, monthEnd, quarterEnd } from './calendar.ts';
import { type IsoDate, isoDate } from './date.ts';
import { printDecimal } from './decimal.ts';
import { fiveYearPlan, parsePeriod, printPeriod, yearToDate } from './period.ts';

const DAY = 86_400_000;
const anyDay: fc.Arbitrary<IsoDate> = fc
  .integer({ min: Date.UTC(1950, 0, 1) / DAY, max: Date.UTC(2150, 0, 1) / DAY })
  .map((number) => isoDate(new Date(number * DAY).toISOString().slice(0, 10)));

describe('calendar', () => {
  it('counts days as the platform does', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(daysBetween(a, b)).toBe((Date.parse(b) - Date.parse(a)) / DAY);
        expect(addDays(a, daysBetween(a, b))).toBe(b);
      }),
    );
  });

  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-01-31', 2, '2025-03-31'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-03-15', -3, '2024-12-15'],
    ['2025-12-31', 6, '2026-06-30'],
  ])('%s and %d months is %s', (anchor, months, day) => {
    expect(addMonths(isoDate(anchor), months)).toBe(day);
  });

  it('ends months and quarters', () => {
    expect(monthEnd(2024, 2)).toBe('2024-02-29');
    expect(monthEnd(2100, 2)).toBe('2100-02-28');
    expect(quarterEnd(2025, 2)).toBe('2025-06-30');
  });

  it.each([
    ['2025-01-01', '2025-12-31', '2025-06-30', '0.4959'],
    ['2025-01-01', '2025-12-31', '2024-12-31', '0'],
    ['2025-01-01', '2025-12-31', '2025-12-31', '1'],
    ['2025-01-01', '2025-12-31', '2026-05-01', '1'],
    ['2024-01-01', '2024-12-31', '2024-06-30', '0.4973'],
    ['2025-06-01', '2025-06-01', '2025-06-01', '1'],
  ])('of %s to %s, %s has gone %s', (start, end, asOf, share) => {
    expect(printDecimal(elapsedShare(isoDate(start), isoDate(end), isoDate(asOf)))).toBe(share);
  });

  it('never goes back as days pass', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, fc.nat(400), (start, end, asOf, days) => {
        const before = Number(printDecimal(elapsedShare(start, end, asOf)));
        const after = Number(printDecimal(elapsedShare(start, end, addDays(asOf, days))));
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('period', () => {
  it.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-H1', '2025-01-01', '2025-06-30'],
    ['2025-Q2', '2025-04-01', '2025-06-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-01/2025-05', '2025-01-01', '2025-05-31'],
    ['2021/2025', '2021-01-01', '2025-12-31'],
  ])('%s runs from %s to %s and is printed as it was', (text, start, end) => {
    const period = parsePeriod(text);
    expect(period).toMatchObject({ start, end });
    expect(period && printPeriod(period.start, period.end)).toBe(text);
  });

  it.each(['2025-Q5', '2025-13', '25', '2025-H1/2025', '2025/2024', '2025-05/2025-01', ''])(
    'refuses %s',
    (text) => expect(parsePeriod(text)).toBeNull(),
  );

  it('names the year so far', () => {
    expect(yearToDate(isoDate('2025-05-31'))).toBe('2025-01/2025-05');
    expect(yearToDate(isoDate('2025-06-30'))).toBe('2025-H1');
  });

  it.each([
    ['“十四五”累计16', '2021-01-01', '2025-12-31'],
    ['“十五五”规划', '2026-01-01', '2030-12-31'],
    ['“十三五”末', '2016-01-01', '2020-12-31'],
  ])('%s is from %s to %s', (text, start, end) => expect(fiveYearPlan(text)).toMatchObject({ start, end }));

  it.each(['五个', '三十五家', '增长5'])('%s names no five-year plan', (text) =>
    expect(fiveYearPlan(text)).toBeNull(),
  );
});
