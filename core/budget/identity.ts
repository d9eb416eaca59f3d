// Whether numbers of a budget add up: residual beside the width that rounding alone explains, and a footnote where it explains more.

import { type Finding, finding } from '../project/finding.ts';
import { halfDigit, numberOf, printed, type Yi } from '../project/money.ts';
import { absolute, add, compare, type Decimal, negate, subtract, ZERO } from '../quantity/decimal.ts';
import type { BudgetBook } from './book.ts';

export interface Term {
  readonly key: string;
  readonly amount: Yi;
  /** A term that is taken away. */
  readonly minus?: boolean;
}

export interface IdentityResult {
  readonly left: readonly Term[];
  readonly right: Term;
  readonly found: Yi;
  readonly residual: Yi;
  /** Half of the last printed digit of every operand: what rounding alone can move (GB/T 8170). */
  readonly width: Yi;
  /** exact: no residual. rounding: within the width. explained: a footnote changes the scope. broken: neither. */
  readonly outcome: 'exact' | 'rounding' | 'explained' | 'broken';
  readonly footnote: string | null;
}

/** A footnote that says why two numbers are not of one scope: 同口径调整, 统筹管理, 划转, 追溯. */
export const explainsScope = (words: string): boolean =>
  /同口径|可比口径|口径(?:调整|变化)|调整口径|统筹管理|划转|移交|追溯调整|不可比因素/.test(words);

/** left terms = right, by exact decimals. `exactly` is for one number printed twice: rounding explains nothing there. */
export function checkIdentity(
  left: readonly Term[],
  right: Term,
  footnote: string | null = null,
  exactly = false,
): IdentityResult | null {
  let sum = ZERO;
  let width: Decimal = halfDigit(right.amount);
  for (const term of left) {
    const value = numberOf(term.amount);
    if (!value) return null;
    sum = add(sum, term.minus ? negate(value) : value);
    width = add(width, halfDigit(term.amount));
  }
  const whole = numberOf(right.amount);
  if (!whole) return null;
  const residual = subtract(sum, whole);
  const room = exactly ? ZERO : width;
  const outcome =
    residual.coefficient === 0n
      ? 'exact'
      : compare(absolute(residual), room) <= 0
        ? 'rounding'
        : footnote !== null && explainsScope(footnote)
          ? 'explained'
          : 'broken';
  return {
    left,
    right,
    found: printed(sum),
    residual: printed(residual),
    width: printed(room),
    outcome,
    footnote,
  };
}

/** What a statement of one book prints, by key; keys are those of the reader (core/read/item/budget). */
export type Statement = Readonly<Partial<Record<string, Yi>>>;

/**
 * A statement is printed in one rounding: 60 beside 21.8 is 60.0 without its zero, as the reader takes it too
 * (core/read/check/budget-sum). Every amount gets the places of the finest one.
 */
export function inOneRounding(statement: Statement): Statement {
  const placesOf = (text: Yi): number => /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  const amounts = Object.entries(statement).flatMap(([key, amount]) =>
    amount === undefined ? [] : [[key, amount] as const],
  );
  const finest = Math.max(0, ...amounts.map(([, amount]) => placesOf(amount)));
  const padded = (amount: Yi): Yi => {
    const missing = finest - placesOf(amount);
    return missing === 0 ? amount : `${amount}${placesOf(amount) === 0 ? '.' : ''}${'0'.repeat(missing)}`;
  };
  return Object.fromEntries(amounts.map(([key, amount]) => [key, padded(amount)]));
}

interface Law {
  readonly left: readonly string[];
  readonly right: string;
  readonly minus?: readonly string[];
  readonly exactly?: boolean;
  /** Terms that a statement leaves out where it has none of them. */
  readonly mayLack?: readonly string[];
}

/** 收支平衡 of the budget reports; the social insurance funds carry their balances over (预算法 §11). */
const twoSides: readonly Law[] = [
  { left: ['income', 'transfersIn'], right: 'totalIn' },
  {
    left: ['expenditure', 'bondExpenditure', 'transfersOut'],
    right: 'totalOut',
    mayLack: ['bondExpenditure'],
  },
  { left: ['totalIn'], right: 'totalOut', exactly: true },
];

const laws: Readonly<Record<BudgetBook, readonly Law[]>> = {
  generalPublic: [
    ...twoSides,
    { left: ['taxIncome', 'nonTaxIncome'], right: 'income' },
    { left: ['ownExpenditure', 'bondExpenditure'], right: 'expenditure' },
  ],
  governmentFunds: twoSides,
  stateCapital: [
    ...twoSides,
    { left: ['expenditure', 'toGeneralBudget', 'closingBalance'], right: 'totalOut' },
  ],
  socialInsurance: [
    { left: ['income', 'expenditure'], minus: ['expenditure'], right: 'yearBalance' },
    { left: ['openingBalance', 'yearBalance'], right: 'closingBalance' },
    { left: ['openingBalance', 'income', 'expenditure'], minus: ['expenditure'], right: 'closingBalance' },
  ],
};

/** 支出2636.2亿元,其中支出2596.3亿元、债券支出39.9亿元: printed as a part, bonds are in the expenditure already. */
const isInside = (key: string, statement: Statement): boolean =>
  key === 'bondExpenditure' && statement.ownExpenditure !== undefined;

/** Every identity of a book that its statement has the numbers for; one that lacks a number is not judged. */
export function statementIdentities(book: BudgetBook, statement: Statement): readonly IdentityResult[] {
  return laws[book].flatMap(({ left, right, minus = [], exactly = false, mayLack = [] }) => {
    const whole = statement[right];
    const terms = left.flatMap((key): readonly Term[] => {
      const amount = statement[key];
      return amount === undefined || (right === 'totalOut' && isInside(key, statement))
        ? []
        : [{ key, amount, minus: minus.includes(key) }];
    });
    const lacking = left.filter((key) => statement[key] === undefined && !mayLack.includes(key));
    if (whole === undefined || lacking.length > 0) return [];
    return checkIdentity(terms, { key: right, amount: whole }, null, exactly) ?? [];
  });
}

/** This year opens with what last year closed with; another scope is explained by the footnote of the opening balance. */
export const openingBalance = (closing: Yi, opening: Yi, footnote: string | null): IdentityResult | null =>
  checkIdentity(
    [{ key: 'closingBalance', amount: closing }],
    { key: 'openingBalance', amount: opening },
    footnote,
    true,
  );

export type IdentityProblem = 'identity.broken' | 'identity.explained';

/** What a person is asked or told of an identity; one that holds says nothing. */
export function identityFinding(result: IdentityResult): Finding<IdentityProblem> | null {
  if (result.outcome === 'exact' || result.outcome === 'rounding') return null;
  const params = {
    left: result.left
      .map(({ key, minus }) => `${minus ? '−' : '+'}${key}`)
      .join(' ')
      .replace(/^\+/, ''),
    right: result.right.key,
    found: result.found,
    printed: result.right.amount,
    residual: result.residual,
    width: result.width,
  };
  return result.outcome === 'explained'
    ? finding('identity.explained', 'notes', { ...params, footnote: result.footnote ?? '' })
    : finding('identity.broken', 'asks', params);
}
