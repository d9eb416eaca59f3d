// Every code of budgets and debt has words in both languages, with the placeholders that its rule fills in.
import { describe, expect, it } from 'vitest';
import type { AnnouncedProblem } from '../budget/announced.ts';
import type { LineProblem } from '../budget/book.ts';
import type { DebtProblem } from '../budget/debt.ts';
import type { IdentityProblem } from '../budget/identity.ts';
import type { PartsProblem } from '../budget/parts.ts';
import type { VersionProblem } from '../budget/version.ts';
import { warningRules } from '../budget/warning.ts';
import * as budget from './budget.ts';
import { budgetProblems } from './problem-budget.ts';
import type { Words } from './words.ts';

type BudgetCode =
  | LineProblem
  | VersionProblem
  | IdentityProblem
  | PartsProblem
  | DebtProblem
  | AnnouncedProblem;

/** One without words does not compile. */
const problems: Readonly<Record<BudgetCode, Words>> = budgetProblems;

const tables: readonly (readonly [string, Readonly<Record<string, Words>>])[] = [
  ['problems', problems],
  ...Object.entries(budget),
];

const placeholders = (text: string): readonly string[] =>
  [...new Set(text.match(/\{[a-zA-Z]+\}/g) ?? [])].toSorted();

describe('words of budgets', () => {
  it.each(tables)('%s: both languages, the same placeholders', (_name, table) => {
    for (const [code, { zh, en }] of Object.entries(table)) {
      expect([code, /[\u4E00-\u9FFF]/.test(zh), /[\u4E00-\u9FFF]/.test(en)]).toEqual([code, true, false]);
      expect([code, placeholders(en)]).toEqual([code, placeholders(zh)]);
    }
  });

  it('prints the rule of every warning', () => {
    expect(Object.keys(budget.warningRule)).toEqual([...warningRules]);
  });
});
