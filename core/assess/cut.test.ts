// Announced cuts judged like any other promise: against last year's figure of the same line, and named where there is none.
import { describe, expect, it } from 'vitest';
import type { BudgetVersion, VersionEntry } from '../budget/version.ts';
import { isoDate } from '../quantity/date.ts';
import { type CutFacts, judgeCut, withCuts, withoutCuts } from './cut.ts';
import { target } from './facts.fixture.ts';
import { defaultSettings } from './settings.ts';

const entry = (
  day: string,
  amount: string,
  version: BudgetVersion = 'executed',
  sequence = 1,
): VersionEntry => ({
  ...{ lineId: day.slice(0, 4), version, amount, day: isoDate(day), resolution: null },
  ...{ specialTransfer: false, sequence },
});
const cut = (given: Partial<CutFacts>): CutFacts => ({
  ...{ metric: '公用经费', percent: '5', printed: '公用经费压减5%', year: 2024, base: null },
  ...{ entries: [], before: [], ...given },
});
const judged = (given: Partial<CutFacts>, on: string) => judgeCut(cut(given), defaultSettings, isoDate(on));

const last = [entry('2023-12-31', '20')];

describe('a cut of 5 %', () => {
  it.each<readonly [string, Partial<CutFacts>, string, string, string, string | null]>([
    // why this row is here                            facts                                                     on            status         reason              most
    [
      '19 of at most 19',
      { before: last, entries: [entry('2024-12-31', '19')] },
      '2024-12-31',
      'achieved',
      'reached',
      '19',
    ],
    [
      'a cent more',
      { before: last, entries: [entry('2024-12-31', '19.01')] },
      '2025-01-01',
      'overdue',
      'notReached',
      '19',
    ],
    [
      'more than half the year allows, in June',
      { before: last, entries: [entry('2024-06-30', '12')] },
      '2024-06-30',
      'behind',
      'behindSchedule',
      '19',
    ],
    [
      'less than half, in June',
      { before: last, entries: [entry('2024-06-30', '9')] },
      '2024-06-30',
      'onTrack',
      'aheadOfSchedule',
      '19',
    ],
    [
      'the entered base goes before last year',
      { base: '30', before: last, entries: [entry('2024-12-31', '28')] },
      '2024-12-31',
      'achieved',
      'reached',
      '28.5',
    ],
    [
      'the final account goes before the execution',
      { before: [...last, entry('2023-12-31', '10', 'final', 2)], entries: [entry('2024-12-31', '19')] },
      '2025-01-01',
      'overdue',
      'notReached',
      '9.5',
    ],
    [
      'half of last year is no year',
      { before: [entry('2023-06-30', '20')], entries: [entry('2024-12-31', '9')] },
      '2024-12-31',
      'noJudgement',
      'comparatorMissing',
      null,
    ],
    [
      'no last year, no entered base',
      { entries: [entry('2024-12-31', '9')] },
      '2024-12-31',
      'noJudgement',
      'comparatorMissing',
      null,
    ],
    ['nothing spent is known', { before: last }, '2024-12-31', 'noJudgement', 'noFigure', '19'],
    [
      '只减不增: as much as last year is no increase',
      { percent: '0', before: last, entries: [entry('2024-12-31', '20')] },
      '2024-12-31',
      'achieved',
      'reached',
      '20',
    ],
  ])('%s', (_why, given, on, status, code, most) => {
    const found = judged(given, on);
    expect([found.verdict.status, found.verdict.because[0]?.code, found.target?.values[0] ?? null]).toEqual([
      status,
      code,
      most,
    ]);
  });

  it('names the promise and last year where there is nothing to compare with', () => {
    expect(judged({}, '2024-12-31').verdict.because[0]?.detail).toEqual({
      ...{ series: '上年同科目', target: '公用经费压减5%', day: '2024-12-31' },
    });
  });
});

describe('a promise with cuts', () => {
  const over = judged({ before: last, entries: [entry('2024-12-31', '21')] }, '2025-03-01');
  const kept = judged({ before: last, entries: [entry('2024-12-31', '18')] }, '2025-03-01');
  const open = judged({}, '2025-03-01');
  const day = isoDate('2025-03-01');
  it.each([
    ['is as bad as the worst of them', [kept, over, open], 'overdue'],
    ['is not reached while one cannot be judged', [kept, open], 'onTrack'],
    ['is reached with all of them', [kept, kept], 'achieved'],
    ['says nothing where none can be judged', [open], 'noJudgement'],
  ])('%s', (_why, cuts, status) => expect(withCuts(null, cuts, day).status).toBe(status));

  it('keeps its own targets that no cut speaks for', () => {
    const [own, same] = [target('绿道', '公里', '新建绿道10公里'), target('“公用经费”', '', '压减5%')];
    expect(withoutCuts([own, same], [cut({})])).toEqual([own]);
    const money = target('资金', '', '压减5%');
    expect(withoutCuts([money, same], [cut({ metric: '公用经费定额' })])).toEqual([money]);
  });
});
