// Rates with their formulas, tables by field and place, and the project of two districts that the city counts once.
import { describe, expect, it } from 'vitest';
import { decimal } from '../quantity/decimal.ts';
import { sumBy } from './group.ts';
import { aProject, aStanding, day } from './project.fixture.ts';
import type { ProjectEntry } from './project.ts';
import { investmentRate, shareRate, startAgainstDue } from './rate.ts';
import { defaultProjectSettings } from './settings.ts';

const asOf = day('2025-06-30');
/** What these projects add up to, with what they have done by id. */
const sum = (entries: readonly ProjectEntry[], done: Readonly<Record<string, string>> = {}, on = asOf) =>
  sumBy(
    entries.map((entry) => aStanding(entry, { done: done[entry.id] ?? null, asOf: on })),
    'field',
  ).whole;

const due = defaultProjectSettings.startDue.value;

describe('investment rate', () => {
  it.each([
    // Table 2 of the execution report for the first half of 2025: done ÷ annual plan, as printed
    ['全部', '2271.2', '1597.6', '70.34', '70.3'],
    ['先进制造业基地领域', '804.3', '689.7', '85.75', '85.8'],
    ['综合交通强省领域', '508.9', '238.9', '46.94', '46.9'],
    ['农业农村优先领域', '13.6', '8.1', '59.56', '59.6'],
    ['“千项万亿”', '1069', '640.3', '59.9', '60'],
  ])('%s: %s planned, %s done, %s %% (printed %s)', (_field, plan, done, percent) => {
    const rate = investmentRate(sum([aProject({ annualPlan: plan, total: null })], { p1: done }));
    expect(rate).toMatchObject({ formula: 'investmentRate', numerator: done, denominator: plan, percent });
  });

  it('counts the projects without a report or a plan, and does not take them for nothing in silence', () => {
    const projects = [aProject(), aProject({ id: 'p2' }), aProject({ id: 'p3', annualPlan: null })];
    const rate = investmentRate(sum(projects, { p1: '6', p3: '1' }));
    expect(rate).toMatchObject({ numerator: '6', denominator: '24', percent: '25', missing: 2 });
  });

  it('is of nothing where nothing is planned', () => {
    expect(investmentRate(sum([])).percent).toBeNull();
  });
});

describe('start rate against the due rate', () => {
  const started = (count: number, of: number) =>
    Array.from({ length: of }, (_, at) =>
      aProject({ id: `p${at}`, passedOn: at < count ? { started: day('2025-03-01') } : {} }),
    );
  it.each([
    // why                                    started  of  day           percent  due    met
    ['36 of 37, due 80 at mid-year', 36, 37, '2025-06-30', '97.3', '80', true],
    ['110 of 122', 110, 122, '2025-06-30', '90.16', '80', true],
    ['less than 80', 79, 100, '2025-06-30', '79', '80', false],
    ['79.996 prints as 80 and is less', 19999, 25000, '2025-06-30', '80', '80', false],
    ['80 is enough', 80, 100, '2025-06-30', '80', '80', true],
    ['before June nothing is due', 10, 100, '2025-06-29', '10', null, null],
    ['June still holds in November', 85, 100, '2025-11-30', '85', '80', true],
    ['December asks for all', 99, 100, '2025-12-31', '99', '100', false],
  ])('%s', (_why, count, of, on, percent, dueRate, met) => {
    const found = startAgainstDue(sum(started(count, of), {}, day(on)), day(on), due);
    expect([found.rate.percent, found.due, found.met]).toEqual([percent, dueRate, met]);
  });

  it('counts new projects of the year only, and starts up to the day', () => {
    const projects = [
      ...started(1, 2),
      aProject({ id: 'old', kind: 'continuing', passedOn: { started: day('2024-01-01') } }),
      aProject({ id: 'later', passedOn: { started: day('2025-07-01') } }),
    ];
    expect(startAgainstDue(sum(projects), asOf, { 6: decimal('80') }).rate).toMatchObject({
      numerator: '1',
      denominator: '3',
    });
  });
});

describe('shares', () => {
  it.each([
    ['special bonds of the city in the province (17.7 %)', '478.7', '2704.5', '17.7'],
    ['nothing to share', '1', '0', null],
  ])('%s', (_why, part, whole, percent) => {
    expect(shareRate('shareOfProvince', part, whole)?.percent).toBe(percent);
  });

  it('needs both numbers', () => expect(shareRate('shareOfTotal', '1', '—')).toBeNull());
});
