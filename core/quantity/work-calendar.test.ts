// The holiday notices as entered: the days off and on of each year, and the number of working days that follows.
import { describe, expect, it } from 'vitest';
import { addDays, dayFrom, yearEnd } from './calendar.ts';
import { isoDate } from './date.ts';
import { isWorkingDay, termEnd, workingDays } from './deadline.ts';
import { holidayYears, workCalendar } from './work-calendar.ts';

const calendar = workCalendar(holidayYears);

const countWorking = (year: number): number => {
  let count = 0;
  for (let day = dayFrom(year, 1, 1); day <= yearEnd(year); day = addDays(day, 1))
    if (isWorkingDay(day, calendar)) count += 1;
  return count;
};

describe('the holiday notices', () => {
  // Days of the year less weekends less statutory holidays (11 to 2024, 13 from 2025 by State Council Order 795), whatever is moved.
  it.each([
    [2024, 366 - 104 - 11],
    [2025, 365 - 104 - 13],
    [2026, 365 - 104 - 13],
  ])('%i has %i working days', (year, count) => expect(countWorking(year)).toBe(count));

  it.each(holidayYears)('$year: what is worked is a weekend, and no day is both', ({ worked }) => {
    for (const day of worked.map(isoDate)) {
      expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
      expect(isWorkingDay(day, calendar)).toBe(true);
      expect(calendar.holidays).not.toContain(day);
    }
  });

  it('a year without a notice is not counted', () => {
    const next = Math.max(...calendar.years) + 1;
    expect(isWorkingDay(dayFrom(next, 1, 4), calendar)).toBeNull();
    expect(termEnd(dayFrom(next - 1, 12, 30), workingDays(5), calendar).ok).toBe(false);
  });
});
