// The nurturing period: three calendar years, a check each year, two awards three years apart, and a table without dead ends.
import { describe, expect, it } from 'vitest';
import { makeMove, tableProblems } from '../place/lifecycle.ts';
import { isoDate } from '../quantity/date.ts';
import { catalog } from './catalog/catalog.ts';
import { compileRules } from './engine/compile.ts';
import { explainer } from './engine/explain.ts';
import {
  awardDays,
  mayInspect,
  type NurtureAction,
  type NurtureFacts,
  type NurtureRecord,
  type NurtureState,
  nurtureColumns,
  nurtureLifecycle,
  nurturePeriod,
  defaultNurtureSettings as settings,
  type YearlyCheck,
  yearsKept,
} from './nurture.ts';
import { type Facts, rowEncoder } from './row.ts';

const check = (year: number, isAboveScale = true): YearlyCheck => ({
  year,
  isAboveScale,
  checkedOn: isoDate(`${year + 1}-02-01`),
});
const record = (checks: readonly YearlyCheck[] = [], first = '2024-03-15') => ({
  firstAboveScaleOn: isoDate(first),
  checks,
});

describe('the period', () => {
  it.each([
    ['three calendar years', '2024-03-15', '2027-03-14'],
    ['from a leap day', '2024-02-29', '2027-02-27'],
    ['from the first of a year', '2024-01-01', '2026-12-31'],
  ])('%s', (_why, first, last) => {
    expect(nurturePeriod(record([], first), settings)).toEqual({ from: first, to: last });
  });

  it('pays the second award once the third whole year is over', () => {
    expect(awardDays(record(), settings)).toEqual({ first: '2024-03-15', second: '2028-01-01' });
  });
});

describe('years kept', () => {
  it.each([
    ['the year of entry does not count', [], '2024-12-31', 0],
    ['a year that is not over does not count', [], '2025-06-30', 0],
    ['a year that nobody checked is not known', [], '2026-01-01', null],
    ['two in a row', [check(2025), check(2026)], '2027-05-01', 2],
    ['three in a row', [check(2025), check(2026), check(2027)], '2028-01-01', 3],
    ['nobody checks a fourth', [check(2025), check(2026), check(2027)], '2031-06-01', 3],
    ['a lost year ends the row', [check(2025), check(2026, false), check(2027)], '2028-01-01', 1],
    ['a hole is not known', [check(2025), check(2027)], '2028-01-01', null],
  ] as const)('%s', (_why, checks, today, years) => {
    expect(yearsKept(record(checks), isoDate(today), settings)).toBe(years);
  });

  it('gives the columns that clauses ask for', () => {
    const columns = (today: string, state: NurtureState = 'nurturing') =>
      nurtureColumns(record([check(2025)]), state, isoDate(today), settings);
    expect(columns('2026-06-01')).toEqual({ scaleYear: 2024, yearsInScale: 1, nurturing: true });
    expect(columns('2027-03-14').nurturing).toBe(true);
    expect(columns('2027-03-15').nurturing).toBe(false);
    expect(columns('2026-06-01', 'left').nurturing).toBe(false);
    expect(
      nurtureColumns({ firstAboveScaleOn: null, checks: [] }, 'candidate', isoDate('2026-01-01'), settings),
    ).toEqual({
      scaleYear: 0,
      yearsInScale: 0,
      nurturing: false,
    });
  });
});

const facts = (given: Partial<NurtureFacts> = {}): NurtureFacts => ({
  today: isoDate('2025-02-01'),
  record: record(),
  isIndustrial: true,
  wasAdmittedBefore: false,
  companion: '区经信局企业服务专员',
  check: undefined,
  reason: '',
  settings,
  ...given,
});
const move = (
  state: NurtureState,
  action: NurtureAction,
  given: Partial<NurtureFacts> = {},
  role = 'leadUnit',
) => {
  const result = makeMove(nurtureLifecycle, state, action, [role], facts(given));
  return result.ok ? result.value : result.code;
};

describe('the table', () => {
  it('has no dead ends', () => expect(tableProblems(nurtureLifecycle)).toEqual([]));

  const kept = record([check(2025), check(2026), check(2027)]);
  it.each([
    ['a firm above scale is admitted', 'candidate', 'admit', {}, 'nurturing'],
    [
      'not before it is in the statistics',
      'candidate',
      'admit',
      { today: isoDate('2024-03-14') },
      'nurture.notAboveScale',
    ],
    [
      'not where the industry is not known',
      'candidate',
      'admit',
      { isIndustrial: null },
      'nurture.notIndustrial',
    ],
    ['not a second time', 'candidate', 'admit', { wasAdmittedBefore: true }, 'nurture.admittedBefore'],
    [
      'not where nobody could say',
      'candidate',
      'admit',
      { wasAdmittedBefore: undefined },
      'nurture.admittedBefore',
    ],
    ['a companion is a post', 'nurturing', 'assignCompanion', { companion: null }, 'nurture.needsCompanion'],
    [
      'a year is checked after it is over',
      'nurturing',
      'recordCheck',
      { check: check(2025) },
      'nurture.yearNotOver',
    ],
    [
      'once',
      'nurturing',
      'recordCheck',
      { today: isoDate('2026-02-01'), record: record([check(2025)]), check: check(2025) },
      'nurture.checkedAlready',
    ],
    [
      'not before the first whole year',
      'nurturing',
      'recordCheck',
      { check: check(2024) },
      'nurture.yearOutside',
    ],
    [
      'and kept',
      'nurturing',
      'recordCheck',
      { today: isoDate('2026-02-01'), check: check(2025) },
      'nurturing',
    ],
    [
      'the period must be over',
      'nurturing',
      'graduate',
      { record: kept, today: isoDate('2027-03-14') },
      'nurture.periodNotOver',
    ],
    [
      'and every year kept',
      'nurturing',
      'graduate',
      { record: record([check(2025), check(2026)]), today: isoDate('2028-01-02') },
      'nurture.notKept',
    ],
    [
      'then it graduates',
      'nurturing',
      'graduate',
      { record: kept, today: isoDate('2028-01-02') },
      'graduated',
    ],
    [
      'also years later, when nobody checks it any more',
      'nurturing',
      'graduate',
      { record: kept, today: isoDate('2031-06-01') },
      'graduated',
    ],
    ['leaving needs a reason', 'nurturing', 'leave', {}, 'nurture.needsReason'],
    ['nothing leads out of the end', 'graduated', 'leave', { reason: '已退出规上统计' }, 'move.notFromHere'],
  ] as const)('%s', (_why, state, action, given, expected) => {
    expect(move(state, action, given)).toBe(expected);
  });

  it('is not moved by the firm itself', () =>
    expect(move('candidate', 'admit', {}, 'enterprise')).toBe('permission.denied'));
});

describe('inspections', () => {
  it.each([
    ['planned', 0, true],
    ['planned', 1, false],
    ['complaint', 5, true],
    ['required', 5, true],
    ['assigned', 5, true],
  ] as const)('%s after %i', (ground, done, allowed) =>
    expect(mayInspect(ground, done, settings)).toBe(allowed),
  );
});

describe('the path of a small firm', () => {
  const first = record([check(2023), check(2024), check(2025)], '2022-05-01');
  const late = record([check(2024), check(2025)], '2023-05-01');
  const on = (of: NurtureRecord, day: string, paid: Facts = {}) => {
    const compiled = compileRules(catalog, { subject: 'enterprise', day: isoDate(day), hash: String });
    if (!compiled.ok) throw new Error('the catalogue compiles');
    const { ruleSet } = compiled.rules;
    const facts = {
      industry: 3562,
      converted: false,
      ...nurtureColumns(of, 'nurturing', isoDate(day), settings),
      ...paid,
    };
    const results = explainer(ruleSet)(rowEncoder(ruleSet.schema)(facts)).results;
    return Object.fromEntries(results.map((result) => [result.id, result]));
  };

  it('gets the first award in its first years, and not again', () => {
    expect(on(late, '2024-06-01')['hz-2024-3-1-first']).toMatchObject({ answer: 'yes', amount: 20_000_000 });
    expect(on(late, '2024-06-01', { once_firstAboveScale: true })['hz-2024-3-1-first']).toMatchObject({
      answer: 'no',
    });
  });

  it('is told in its third year that one year is short', () => {
    expect(on(late, '2026-06-01')['hz-2024-3-1-kept']).toMatchObject({
      answer: 'no',
      failed: [{ actual: 2, required: 3, distance: 1 }],
    });
  });

  it('gets the second once three checked years are over, and is asked for a check that is missing', () => {
    expect(on(first, '2026-06-01')['hz-2024-3-1-kept']).toMatchObject({ answer: 'yes', amount: 30_000_000 });
    expect(on(record([check(2023)], '2022-05-01'), '2026-06-01')['hz-2024-3-1-kept']).toMatchObject({
      answer: 'unknown',
      missing: ['yearsInScale'],
    });
  });
});
