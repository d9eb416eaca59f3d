// Bad input about projects and money: each case is named by its sentence with both numbers, and never taken in silence.
import { describe, expect, it } from 'vitest';
import type { BudgetLine } from '../budget/book.ts';
import { checkDebt } from '../budget/debt.ts';
import { checkEntry as checkLineEntry } from '../budget/line-check.ts';
import { defaultBudgetSettings } from '../budget/settings.ts';
import { checkVersion, type VersionEntry } from '../budget/version.ts';
import type { Finding } from '../project/finding.ts';
import { checkInvestment } from '../project/investment.ts';
import { aProject, chain, day, month } from '../project/project.fixture.ts';
import { checkEntry, codesTwice } from '../project/project.ts';
import { defaultProjectSettings } from '../project/settings.ts';
import { isMoneyProblem, moneySentence } from './money-sentence.ts';
import { findingWords } from './project-finding.ts';

const settings = defaultProjectSettings;
const reported = (value: string, last: string) =>
  checkInvestment(month('2025-05-31', value), month('2025-04-30', last), {
    ...{ entry: aProject(), beforeYear: null, settings },
  });

const line = (id: string, parentId: string | null): BudgetLine => ({
  ...{ id, parentId, year: 2024, book: 'generalPublic', level: 'ownLevel', side: 'expenditure', name: id },
  ...{ functionCode: null, economicCode: null, basic: false },
});
const congress = { body: 'congress', number: '市十四届人大四次会议', adoptedOn: day('2024-01-20') } as const;
const entry = (lineId: string, amount: string, given: Partial<VersionEntry> = {}): VersionEntry => ({
  ...{ lineId, amount, version: 'approved', day: day('2024-01-20'), resolution: congress },
  ...{ specialTransfer: false, sequence: 1, ...given },
});
const lines = [line('教育', null), line('小学', '教育'), line('中学', '教育')];
const [whole = line('', null)] = lines;

const none = { total: null, general: null, special: null };
const owed = {
  ...{ year: 2024, newBonds: none, refinancing: none, repaid: none, interest: none },
  ...{ generalExpenditure: null, fundExpenditure: null, means: null },
  ceiling: { total: '4126.4', general: null, special: null },
  balance: { total: '4130', general: null, special: null },
};

/** Every case of the list, with what finds it and the two numbers (or names) that its sentence must hold. */
const cases: readonly (readonly [string, readonly Finding<string>[], string, readonly [string, string]])[] = [
  [
    'a monthly total below the cumulative of last month',
    reported('4', '4.1'),
    'investment.belowLast',
    ['4', '4.1'],
  ],
  ['investment over the total', reported('31', '28'), 'investment.overTotal', ['31', '30']],
  [
    'a plan of the year over the total',
    checkEntry(aProject({ annualPlan: '31' })),
    'project.annualOverTotal',
    ['31', '30'],
  ],
  [
    'a start before the approval',
    checkEntry(aProject({ passedOn: { started: day('2024-10-08') } })),
    'project.startBeforeApproval',
    ['2024-10-08', '2024-11-20'],
  ],
  [
    'parts of a line that do not add up',
    checkLineEntry(
      entry('教育', '10'),
      whole,
      lines,
      [entry('小学', '4'), entry('中学', '8')],
      day('2024-12-31'),
    ),
    'parts.gap',
    ['10', '12'],
  ],
  [
    'a revised budget without a resolution',
    checkVersion(entry('教育', '0.75', { version: 'revised', resolution: null, sequence: 2 }), [
      entry('教育', '0.9'),
    ]),
    'version.revisedNeedsResolution',
    ['0.75', '0.9'],
  ],
  ['a debt over its ceiling', checkDebt(owed, defaultBudgetSettings), 'debt.overCeiling', ['4130', '4126.4']],
  [
    'one code for two projects',
    codesTwice([aProject(), aProject({ id: 'p2', name: '乙路改建' })]),
    'project.codeTwice',
    ['甲桥改建', '乙路改建'],
  ],
  ['万元 for 亿元 in a month', reported('50000', '4.1'), 'investment.wrongUnit', ['50000', '4.1']],
  [
    '万元 for 亿元 in the register',
    checkEntry(aProject({ annualPlan: '300000' })),
    'project.unitJump',
    ['300000', '30'],
  ],
  [
    '万元 for 亿元 in a budget',
    checkLineEntry(
      entry('教育', '9000', { version: 'executed', resolution: null, day: day('2024-06-30'), sequence: 2 }),
      whole,
      lines,
      [entry('教育', '0.9')],
      day('2024-06-30'),
    ),
    'entry.unitJump',
    ['9000', '0.9'],
  ],
];

const sentence = (found: Finding<string>, language: 'zh' | 'en'): string =>
  isMoneyProblem(found.code)
    ? moneySentence({ ...found, code: found.code }, language)
    : findingWords(found, chain)[language];

describe('bad input about projects and money', () => {
  it.each(cases)('%s is named with both, and asks or refuses', (_why, findings, code, both) => {
    const found = findings.find((each) => each.code === code);
    expect(findings.map((each) => each.code)).toContain(code);
    expect(found?.weight).not.toBe('notes');
    for (const language of ['zh', 'en'] as const) {
      const said = found ? sentence(found, language).replaceAll(',', '') : '';
      for (const number of both)
        expect(said).toMatch(new RegExp(`(?<![\\d.])${number.replaceAll('.', '\\.')}(?![\\d.]*\\d)`));
    }
  });
});
