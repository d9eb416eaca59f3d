// Named days: the newest row of a name counts, a name taken back leads nowhere, and no name leads into the future.
import { expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import { namedDayProblem, standingNames } from './named-day.ts';

const today = isoDate('2025-08-01');

it.each([
  // why this row is here  name         day           now           problem
  ['a day of the past', '2025 年中', '2025-06-30', null, null],
  ['today', '八月例会', '2025-08-01', null, null],
  ['a day to come', '2025 年末', '2025-12-31', null, 'namedDay.inFuture'],
  ['no name', ' ', '2025-06-30', null, 'namedDay.needsName'],
  ['what it says already', '2025 年中', '2025-06-30', '2025-06-30', 'namedDay.sameAgain'],
  ['moved', '2025 年中', '2025-07-01', '2025-06-30', null],
  ['taken back', '2025 年中', null, '2025-06-30', null],
  ['taken back though it leads nowhere', '2025 年中', null, null, 'namedDay.sameAgain'],
] as const)('%s', (_why, name, day, now, problem) =>
  expect(
    namedDayProblem(
      { name, day: day === null ? null : isoDate(day) },
      now === null ? null : isoDate(now),
      today,
    ),
  ).toBe(problem),
);

it('shows the newest of each name, latest day first', () => {
  const row = (name: string, day: string | null, sequence: number) => ({
    name,
    day: day === null ? null : isoDate(day),
    sequence,
  });
  const rows = [row('年中', '2025-06-29', 1), row('两会前', '2025-01-10', 1), row('例会', '2025-07-01', 1)];
  expect(standingNames([...rows, row('年中', '2025-06-30', 2), row('例会', null, 2)])).toEqual([
    { name: '年中', day: '2025-06-30' },
    { name: '两会前', day: '2025-01-10' },
  ]);
});
