// The identities of a published budget report, its re-scoped opening balances, its debt, and what must be asked about.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BudgetBook } from './book.ts';
import { type ByKind, balanceRoll, checkDebt, type DebtYear, debtRatio } from './debt.ts';
import { flowsOf } from './flow.ts';
import {
  checkIdentity,
  identityFinding,
  inOneRounding,
  openingBalance,
  type Statement,
  statementIdentities,
} from './identity.ts';
import { defaultBudgetSettings as settings } from './settings.ts';

/** Statements of a report of 2024 on the budgets of 2023 and 2024, in 亿元. */
const statements: readonly (readonly [string, BudgetBook, Statement, readonly string[]])[] = [
  [
    '一般公共预算 2023 全市',
    'generalPublic',
    {
      income: '2616.8',
      transfersIn: '1308.1',
      totalIn: '3924.9',
      expenditure: '2636.2',
      transfersOut: '1288.7',
      totalOut: '3924.9',
      taxIncome: '2348.1',
      nonTaxIncome: '268.7',
      ownExpenditure: '2596.3',
      bondExpenditure: '39.9',
    },
    ['exact', 'exact', 'exact', 'exact', 'exact'],
  ],
  [
    '一般公共预算 2023 市本级',
    'generalPublic',
    {
      income: '358.5',
      transfersIn: '1752',
      totalIn: '2110.5',
      expenditure: '464.8',
      transfersOut: '1645.7',
      totalOut: '2110.5',
    },
    ['exact', 'exact', 'exact'],
  ],
  [
    '政府性基金 2023 全市',
    'governmentFunds',
    {
      income: '2233.4',
      transfersIn: '499.6',
      totalIn: '2733',
      expenditure: '1853.4',
      bondExpenditure: '307.9',
      transfersOut: '571.7',
      totalOut: '2733',
    },
    ['exact', 'exact', 'exact'],
  ],
  [
    '一般公共预算 2024 全市',
    'generalPublic',
    {
      income: '2761.7',
      transfersIn: '1079.4',
      totalIn: '3841.1',
      expenditure: '2713',
      bondExpenditure: '20.6',
      transfersOut: '1107.5',
      totalOut: '3841.1',
    },
    ['exact', 'exact', 'exact'],
  ],
  [
    '社会保险基金 2023 全市',
    'socialInsurance',
    {
      openingBalance: '978.1',
      income: '861',
      expenditure: '713.2',
      yearBalance: '147.8',
      closingBalance: '1125.9',
    },
    ['exact', 'exact', 'exact'],
  ],
  [
    '国有资本经营 2023 全市',
    'stateCapital',
    {
      income: '60',
      transfersIn: '5.9',
      totalIn: '65.9',
      expenditure: '21.8',
      toGeneralBudget: '36.6',
      closingBalance: '7.5',
      totalOut: '65.9',
    },
    ['exact', 'exact', 'exact'],
  ],
];

describe('identities of a statement', () => {
  it.each(statements)('%s', (_name, book, statement, outcomes) => {
    expect(statementIdentities(book, statement).map(({ outcome }) => outcome)).toEqual(outcomes);
  });

  it.each([
    // why                                            left              right    residual  width   outcome
    ['equal', ['10', '5'], '15', '0', '1.5', 'exact'],
    ['half a unit of each of three', ['10.1', '5.2'], '15.4', '-0.1', '0.15', 'rounding'],
    ['just within', ['1.1', '1.1'], '2.05', '0.15', '0.105', 'broken'],
    ['twice the width is no rounding', ['10.1', '5.2'], '15.6', '-0.3', '0.15', 'broken'],
    ['whole 亿 are coarser than 0.1', ['10', '5.2'], '15.9', '-0.7', '0.6', 'broken'],
  ])('%s', (_why, left, right, residual, width, outcome) => {
    const terms = left.map((amount, at) => ({ key: `${at}`, amount }));
    expect(checkIdentity(terms, { key: 'whole', amount: right })).toMatchObject({ residual, width, outcome });
  });

  it('takes a statement as printed in one rounding: 60 beside 21.8 is 60.0', () => {
    const statement = inOneRounding({ income: '60', transfersIn: '5.9', totalIn: '65.9' });
    expect(statement.income).toBe('60.0');
    expect(statementIdentities('stateCapital', statement)[0]?.width).toBe('0.15');
  });

  it('judges nothing where a number is missing', () => {
    expect(statementIdentities('generalPublic', { ownExpenditure: '5', expenditure: '6' })).toEqual([]);
    expect(statementIdentities('generalPublic', { income: '5', totalIn: '6' })).toEqual([]);
  });

  it('allows no rounding where one number is printed twice', () => {
    const [result] = statementIdentities('governmentFunds', { totalIn: '2733', totalOut: '2733.1' });
    expect(result).toMatchObject({ outcome: 'broken', residual: '-0.1', width: '0' });
  });

  it('never calls a residual rounding that is larger than its width', () => {
    const cents = fc.integer({ min: -100_000, max: 100_000 }).map((value) => (value / 100).toFixed(2));
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 6 }), cents, (parts, whole) => {
        const terms = parts.map((amount, at) => ({ key: `${at}`, amount }));
        const result = checkIdentity(terms, { key: 'whole', amount: whole });
        const off = Math.abs(
          parts.reduce((sum, part) => sum + Math.round(Number(part) * 100), 0) -
            Math.round(Number(whole) * 100),
        );
        expect(result?.outcome).toBe(
          off === 0 ? 'exact' : off <= (parts.length + 1) / 2 ? 'rounding' : 'broken',
        );
      }),
    );
  });
});

describe('the opening balance', () => {
  const footnote = '2024年1月1日起，失业保险基金、工伤保险基金实行省级统筹管理，2023年累计结余做同口径调整';
  it.each([
    // why                                               closing    opening    footnote   outcome      residual
    [
      '全市: unemployment and injury funds moved to the province',
      '1125.9',
      '1062.2',
      footnote,
      'explained',
      '63.7',
    ],
    ['市本级 likewise', '1081.8', '1020.4', footnote, 'explained', '61.4'],
    ['the same gap without a footnote', '1125.9', '1062.2', null, 'broken', '63.7'],
    ['a footnote about something else', '1125.9', '1062.2', '数据来自市统计局', 'broken', '63.7'],
    ['carried over', '1125.9', '1125.9', null, 'exact', '0'],
    ['rounding is no excuse for one number', '1125.9', '1125.8', null, 'broken', '0.1'],
  ])('%s', (_why, closing, opening, note, outcome, residual) => {
    expect(openingBalance(closing, opening, note)).toMatchObject({ outcome, residual });
  });

  it('is asked about where it is broken, told where it is explained, silent where it holds', () => {
    const weightOf = (note: string | null, opening = '1062.2') => {
      const result = openingBalance('1125.9', opening, note);
      return result ? (identityFinding(result)?.weight ?? null) : null;
    };
    expect([weightOf(null), weightOf(footnote), weightOf(null, '1125.9')]).toEqual(['asks', 'notes', null]);
  });
});

const kinds = (total: string, general: string, special: string): ByKind => ({ total, general, special });
const unknown: ByKind = { total: null, general: null, special: null };

/** 全市 at the end of 2023. */
const debt2023: DebtYear = {
  year: 2023,
  ceiling: kinds('3867.5', '1286.3', '2581.2'),
  balance: kinds('3867.1', '1286', '2581.1'),
  newBonds: kinds('347.8', '39.9', '307.9'),
  refinancing: kinds('284.1', '154.3', '129.8'),
  repaid: kinds('447', '204.4', '242.6'),
  interest: kinds('125.1', '44.9', '80.2'),
  generalExpenditure: '2636.2',
  fundExpenditure: '1853.4',
  means: null,
};

describe('debt', () => {
  const codes = (given: Partial<DebtYear>, before: ByKind | null = null) =>
    checkDebt({ ...debt2023, ...given }, settings, before).map(({ code, params }) =>
      `${code} ${params.kind ?? params.name ?? ''}`.trim(),
    );
  const narrow = ['debt.roomNarrow total', 'debt.roomNarrow general', 'debt.roomNarrow special'];

  it.each<readonly [string, Partial<DebtYear>, readonly string[]]>([
    ['within its ceilings, with little room', {}, narrow],
    [
      'general debt over its ceiling',
      { balance: kinds('3867.1', '1286.4', '2580.7') },
      ['debt.roomNarrow total', 'debt.overCeiling general', 'debt.roomNarrow special'],
    ],
    [
      'parts that do not make the whole',
      { repaid: kinds('447', '204.4', '244.6') },
      [...narrow, 'debt.partsGap repaid'],
    ],
    [
      'interest over a tenth of general expenditure',
      { generalExpenditure: '448' },
      [...narrow, 'debt.interestHigh general'],
    ],
    ['a tenth exactly is not over it', { generalExpenditure: '449' }, narrow],
    [
      'a little over it, although it prints as 10 %',
      { generalExpenditure: '448.99' },
      [...narrow, 'debt.interestHigh general'],
    ],
    ['nothing known', { ceiling: unknown, balance: unknown, interest: unknown }, []],
  ])('%s', (_why, given, found) => expect(codes(given)).toEqual(found));

  it('names balance, ceiling and room', () => {
    const [found] = checkDebt({ ...debt2023, balance: kinds('3870', '1286', '2584') }, settings);
    expect(found?.params).toEqual({ kind: 'total', balance: '3870', ceiling: '3867.5', room: '-2.5' });
  });

  it('rolls the balance over: opening + new + refinancing − repaid', () => {
    const opening = kinds('3682.2', '1296.2', '2386');
    expect(balanceRoll(opening, debt2023, 'total')).toMatchObject({ found: '3867.1', outcome: 'exact' });
    expect(codes({}, kinds('3600', '1296.2', '2386'))).toContain('debt.balanceGap');
    expect(balanceRoll(unknown, debt2023, 'total')).toBeNull();
  });

  it.each([
    // means       balance  percent  colour
    ['100', '300', '300', 'red'],
    ['100', '299.99', '299.99', 'orange'],
    ['100', '120', '120', 'yellow'],
    ['100', '119.99', '119.99', 'green'],
  ])('means %s, balance %s: %s %% is %s', (means, balance, percent, colour) => {
    expect(debtRatio({ ...debt2023, means, balance: { ...unknown, total: balance } }, settings)).toEqual({
      percent,
      colour,
    });
  });

  it('has no ratio without the means of the year', () => expect(debtRatio(debt2023, settings)).toBeNull());
});

describe('flows', () => {
  it('shows a residual and does not hide it', () => {
    const found = flowsOf(
      [
        { key: 'tax', amount: '90' },
        { key: 'fees', amount: '15' },
      ],
      [{ key: 'education', amount: '100' }],
    );
    expect(found).toMatchObject({ totalIn: '105', totalOut: '100', residual: '5' });
    expect(found?.flows.at(-1)).toEqual({ from: 'whole', to: 'residual', amount: '5' });
  });

  it('brings as much into the whole as it takes out', () => {
    const part = fc
      .integer({ min: 0, max: 9999 })
      .map((value) => ({ key: `k${value}`, amount: `${value / 10}` }));
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 6 }),
        fc.array(part, { maxLength: 6 }),
        (income, expenditure) => {
          const flows = flowsOf(income, expenditure)?.flows ?? [];
          const sum = (side: 'from' | 'to') =>
            flows
              .filter((flow) => flow[side] === 'whole')
              .reduce((all, { amount }) => all + Math.round(Number(amount) * 10), 0);
          expect(sum('to')).toBe(sum('from'));
        },
      ),
    );
  });

  it('refuses to draw a negative flow', () => expect(flowsOf([{ key: 'a', amount: '-1' }], [])).toBeNull());
});
