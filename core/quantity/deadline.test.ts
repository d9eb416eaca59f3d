// When a day is over in Asia/Shanghai, and where a clock of days or months ends; checked against a second implementation.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayFrom, dayNumber, monthEnd } from './calendar.ts';
import { isoDate } from './date.ts';
import {
  calendarDays,
  daysLate,
  endOfDay,
  isLate,
  isWorkingDay,
  months,
  shanghaiDay,
  termEnd,
  type WorkCalendar,
  workingDays,
} from './deadline.ts';

const at = (iso: string): number => Date.parse(iso);
const inShanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

const monthEnds = Array.from({ length: 7 * 12 }, (_unused, index) =>
  monthEnd(2024 + Math.floor(index / 12), (index % 12) + 1),
);

describe('the end of a day', () => {
  it.each([
    // why this row is here                         moment                       day in Shanghai
    ['the last millisecond of January', '2026-01-31T15:59:59.999Z', '2026-01-31'],
    ['24:00 is the next day', '2026-01-31T16:00:00.000Z', '2026-02-01'],
    ['a leap day', '2024-02-29T15:59:59.999Z', '2024-02-29'],
    ['the year turns', '2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['summer time of 1988: midnight is 15:00 UTC', '1988-06-30T15:00:00.000Z', '1988-07-01'],
    ['its last millisecond', '1988-06-30T14:59:59.999Z', '1988-06-30'],
  ])('%s', (_why, moment, day) => expect(shanghaiDay(at(moment))).toBe(day));

  it.each(monthEnds)('%s ends at 16:00 UTC, inclusive to the last millisecond', (day) => {
    const end = at(`${day}T16:00:00.000Z`);
    expect(endOfDay(day)).toBe(end);
    expect([isLate(end - 1, day), isLate(end, day)]).toEqual([false, true]);
    expect([daysLate(end - 1, day), daysLate(end, day), daysLate(end + 86_400_000, day)]).toEqual([0, 1, 2]);
    expect(shanghaiDay(end - 1000)).toBe(day);
    expect(shanghaiDay(end)).toBe(addDays(day, 1));
  });

  it('is the day that the time zone database says, from 1980 to 2040', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('1980-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') }),
        (moment) => {
          expect(shanghaiDay(moment)).toBe(inShanghai.format(moment));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('endOfDay is the first moment of the next day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 22_000 }), (days) => {
        const day = addDays(isoDate('1975-01-01'), days);
        expect([shanghaiDay(endOfDay(day) - 1), shanghaiDay(endOfDay(day))]).toEqual([day, addDays(day, 1)]);
      }),
    );
  });
});

const calendar: WorkCalendar = {
  years: [2025],
  // 国办发明电〔2024〕12号: 劳动节 2025-05-01 至 05-05, 4月27日上班; 国庆节 10-01 至 10-08, 9月28日、10月11日上班
  holidays: [
    '2025-05-01',
    '2025-05-02',
    '2025-05-05',
    '2025-10-01',
    '2025-10-02',
    '2025-10-03',
    '2025-10-06',
    '2025-10-07',
    '2025-10-08',
  ].map(isoDate),
  workedWeekends: ['2025-04-27', '2025-09-28', '2025-10-11'].map(isoDate),
};

describe('termEnd', () => {
  it.each([
    // why this row is here                     anchor        term                                          last day
    ['the day of the anchor is not counted', '2025-03-01', calendarDays(30), '2025-03-31'],
    ['no days: the anchor itself', '2025-03-01', calendarDays(0), '2025-03-01'],
    ['a month from the 31st is the end of February', '2025-01-31', months(1), '2025-02-28'],
    ['two months from the 31st are counted from the anchor', '2025-01-31', months(2), '2025-03-31'],
    ['a leap February', '2024-01-31', months(1), '2024-02-29'],
    ['working days skip a weekend', '2025-06-06', workingDays(1), '2025-06-09'],
    ['and a holiday', '2025-04-30', workingDays(1), '2025-05-06'],
    ['and count a weekend that is worked', '2025-04-25', workingDays(1), '2025-04-27'],
    [
      'a last day on a holiday moves on where the rule says so',
      '2025-04-01',
      { count: 30, unit: 'days', rollsOver: true },
      '2025-05-06',
    ],
    ['and stays where it does not', '2025-04-01', calendarDays(30), '2025-05-01'],
  ] as const)('%s', (_why, anchor, term, last) =>
    expect(termEnd(isoDate(anchor), term, calendar)).toEqual({ ok: true, value: last }),
  );

  it.each([
    ['no holiday notice of that year', '2026-01-05', workingDays(3), calendar, 'clock.holidaysUnknown'],
    [
      'the clock runs into a year without notice',
      '2025-12-30',
      workingDays(5),
      calendar,
      'clock.holidaysUnknown',
    ],
    ['no calendar at all', '2025-03-01', workingDays(3), null, 'clock.holidaysUnknown'],
    ['a negative term', '2025-03-01', calendarDays(-1), calendar, 'clock.termInvalid'],
    ['half a day', '2025-03-01', calendarDays(1.5), calendar, 'clock.termInvalid'],
  ] as const)('refuses: %s', (_why, anchor, term, given, code) => {
    const end = termEnd(isoDate(anchor), term, given);
    expect(end.ok ? null : end.code).toBe(code);
  });

  it('counts months from the anchor for every month end of 2024 to 2030', () => {
    for (const anchor of monthEnds)
      for (let count = 1; count <= 12; count++) {
        const end = termEnd(anchor, months(count), null);
        const [year, month, day] = anchor.split('-').map(Number);
        // Second implementation: the day of the anchor, or the last day of that month.
        const index = (year ?? 0) * 12 + (month ?? 1) - 1 + count;
        const last = monthEnd(Math.floor(index / 12), (index % 12) + 1);
        const wanted = Math.min(day ?? 1, Number(last.slice(8)));
        expect(end).toEqual({ ok: true, value: `${last.slice(0, 8)}${String(wanted).padStart(2, '0')}` });
      }
  });

  it('n months are n steps from the anchor, never n steps of one', () => {
    expect(addMonths(addMonths(isoDate('2025-01-31'), 1), 1)).toBe('2025-03-28');
    expect(addMonths(isoDate('2025-01-31'), 2)).toBe('2025-03-31');
  });
});

it('knows the weekdays', () => {
  const plain: WorkCalendar = {
    years: [2024, 2025, 2026, 2027, 2028, 2029, 2030],
    holidays: [],
    workedWeekends: [],
  };
  for (let number = dayNumber(dayFrom(2024, 1, 1)); number <= dayNumber(dayFrom(2030, 12, 31)); number += 1) {
    const day = addDays(dayFrom(2024, 1, 1), number - dayNumber(dayFrom(2024, 1, 1)));
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    expect(isWorkingDay(day, plain)).toBe(weekday !== 0 && weekday !== 6);
  }
  expect(isWorkingDay(isoDate('2031-01-01'), plain)).toBeNull();
});
