// The monthly investment series: every way in which a month can contradict what is known, with both numbers.
import { describe, expect, it } from 'vitest';
import {
  checkInvestment,
  checkSeries,
  doneOn,
  type InvestmentProblem,
  inForce,
  monthlySteps,
} from './investment.ts';
import { aProject, day, month } from './project.fixture.ts';
import type { ProjectEntry } from './project.ts';
import { defaultProjectSettings as settings } from './settings.ts';

const codesOf = (
  value: string,
  last: string | null,
  given: Partial<ProjectEntry> = {},
  beforeYear: string | null = null,
): readonly InvestmentProblem[] =>
  checkInvestment(month('2025-05-31', value), last === null ? undefined : month('2025-04-30', last), {
    entry: aProject(given),
    beforeYear,
    settings,
  }).map(({ code }) => code);

describe('one month', () => {
  it.each<
    readonly [
      string,
      string,
      string | null,
      Partial<ProjectEntry>,
      string | null,
      readonly InvestmentProblem[],
    ]
  >([
    // why this row                            value    last    entry  years before  found
    ['grows as it should', '5', '4.1', {}, null, []],
    ['less than the month before', '4', '4.1', {}, null, ['investment.belowLast']],
    ['the same again is only noted', '4.1', '4.1', {}, null, ['investment.sameAsLast']],
    ['万元 typed for 亿元', '50000', '4.1', {}, null, ['investment.wrongUnit']],
    ['亿元 typed for 万元', '0.00041', '4.1', {}, null, ['investment.wrongUnit']],
    ['the first month, in 万元 beside the plan', '110000', null, {}, null, ['investment.wrongUnit']],
    ['more than the whole project', '31', '28', { annualPlan: '40' }, null, ['investment.overTotal']],
    ['with the years before, more than the whole', '5', '4.1', {}, '25.5', ['investment.overTotal']],
    ['more than the plan of the year is good news', '12.5', '11', {}, null, ['investment.overAnnual']],
    ['one month brings more than half of the plan', '11', '4.1', {}, null, ['investment.monthLarge']],
    [
      'spent before approval',
      '5',
      '4.1',
      { approvedOn: day('2025-06-01') },
      null,
      ['investment.beforeApproval'],
    ],
    [
      'spent before the start is preparation',
      '5',
      '4.1',
      { passedOn: { started: day('2025-06-10') } },
      null,
      ['investment.beforeStart'],
    ],
    [
      'no plan and no total, nothing to hold it against',
      '5',
      null,
      { annualPlan: null, total: null },
      null,
      [],
    ],
    ['not a number', '五亿', '4.1', {}, null, ['investment.unreadable']],
    ['below nothing', '-1', '4.1', {}, null, ['investment.negative']],
  ])('%s', (_why, value, last, entry, beforeYear, found) =>
    expect(codesOf(value, last, entry, beforeYear)).toEqual(found),
  );

  it('names both numbers', () => {
    const [found] = checkInvestment(month('2025-05-31', '4'), month('2025-04-30', '4.10'), {
      entry: aProject(),
      beforeYear: null,
      settings,
    });
    expect(found?.params).toEqual({ value: '4', last: '4.1', lastMonth: '2025-04-30' });
  });

  it('starts again in January', () => {
    const found = checkInvestment(month('2025-01-31', '0.8'), month('2024-12-31', '11'), {
      entry: aProject(),
      beforeYear: '11',
      settings,
    });
    expect(found).toEqual([]);
  });
});

describe('a series', () => {
  const reports = [
    month('2025-03-31', '3'),
    month('2025-01-31', '1'),
    month('2025-02-28', '2'),
    month('2025-02-28', '1.8', { sequence: 2 }),
    month('2025-05-31', '5.5'),
  ];

  it('keeps the last recorded of a month, in order', () => {
    expect(inForce(reports).map(({ sinceJanuary }) => sinceJanuary)).toEqual(['1', '1.8', '3', '5.5']);
  });

  it('shows a month that is missing as a gap', () => {
    expect(monthlySteps(reports).map(({ month }) => month)).toEqual(['1', '0.8', '1.2', null]);
  });

  it('is checked month by month, and a gap in it is said', () => {
    const found = checkSeries(reports, { entry: aProject(), beforeYear: null, settings });
    expect(found.map(({ periodEnd, finding }) => [periodEnd, finding.code])).toEqual([
      ['2025-05-31', 'investment.monthMissing'],
    ]);
  });

  it('gives what is done as of a day', () => {
    expect([...doneOn(reports, 2025, day('2025-04-15'))]).toEqual([['p1', '3']]);
    expect([...doneOn(reports, 2024, day('2025-04-15'))]).toEqual([]);
  });
});
