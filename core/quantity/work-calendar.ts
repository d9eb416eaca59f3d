// The working days of the years whose holiday notice of the State Council is known; a year without one cannot be counted, only entered.
import { addDays } from './calendar.ts';
import { type IsoDate, isoDate } from './date.ts';
import type { WorkCalendar } from './deadline.ts';

/** One year's notice: stretches of days off (first and last), and weekends that are worked. */
export interface HolidayYear {
  readonly year: number;
  readonly source: string;
  readonly off: readonly (readonly [string, string])[];
  readonly worked: readonly string[];
}

export const holidayYears: readonly HolidayYear[] = [
  {
    year: 2024,
    source: '国办发明电〔2023〕7号',
    off: [
      ['2024-01-01', '2024-01-01'],
      ['2024-02-10', '2024-02-17'],
      ['2024-04-04', '2024-04-06'],
      ['2024-05-01', '2024-05-05'],
      ['2024-06-10', '2024-06-10'],
      ['2024-09-15', '2024-09-17'],
      ['2024-10-01', '2024-10-07'],
    ],
    worked: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ],
  },
  {
    year: 2025,
    source: '国办发明电〔2024〕12号',
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）',
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
];

function daysOf([first, last]: readonly [string, string]): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = isoDate(first); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** A calendar that termEnd can count with; a city adds the notice of a new year to the list. */
export const workCalendar = (years: readonly HolidayYear[]): WorkCalendar => ({
  years: years.map(({ year }) => year),
  holidays: years.flatMap(({ off }) => off.flatMap(daysOf)),
  workedWeekends: years.flatMap(({ worked }) => worked.map(isoDate)),
});
