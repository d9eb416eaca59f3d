// Budget items of a reading → statements by year, basis, level and book: what a person reviews before it is kept.

import { inYi, printed, type Yi } from '../project/money.ts';
import { decimalFromNumber, printDecimal } from '../quantity/decimal.ts';
import type { BudgetDetail, Item } from '../read/reading.ts';
import type { BudgetBook } from './book.ts';
import type { ByKind, DebtYear } from './debt.ts';
import { type IdentityResult, openingBalance, type Statement, statementIdentities } from './identity.ts';

export interface BudgetStatement {
  readonly year: number;
  readonly basis: BudgetDetail['basis'];
  /** As printed: 全市, 市本级. */
  readonly level: string;
  readonly book: BudgetDetail['book'];
  /** Money of the statement in 亿元, by key; of a number printed twice the first. */
  readonly amounts: Statement;
  /** Growth and shares as printed, in percent. */
  readonly percents: Readonly<Partial<Record<string, string>>>;
  /** Index of the item that each key comes from: the way back to the sentence. */
  readonly origins: Readonly<Partial<Record<string, number>>>;
  /** Keys that are printed twice with two numbers. */
  readonly conflicts: readonly { readonly key: string; readonly first: Yi; readonly second: Yi }[];
}

interface Collected {
  readonly detail: BudgetDetail;
  readonly amounts: Record<string, Yi>;
  readonly percents: Record<string, string>;
  readonly origins: Record<string, number>;
  readonly conflicts: { key: string; first: Yi; second: Yi }[];
}

/** Lists of uses stand side by side under one key; they are parts, not one number printed twice. */
const isList = (key: string): boolean => key === 'use';

function collect(into: Collected, key: string, item: Item, index: number): void {
  if (typeof item.value !== 'number' || isList(key)) return;
  const number = decimalFromNumber(item.value);
  if (!number) return;
  if (item.unit === '%') {
    into.percents[key] ??= printed(number);
    return;
  }
  const money = inYi(printDecimal(number), item.unit);
  if (!money) return;
  const amount = printed(money);
  const first = into.amounts[key];
  if (first === undefined) {
    into.amounts[key] = amount;
    into.origins[key] = index;
  } else if (first !== amount) into.conflicts.push({ key, first, second: amount });
}

/** Every statement that the items of a reading hold, in printed order. */
export function statementsFromItems(items: readonly Item[]): readonly BudgetStatement[] {
  const found = new Map<string, Collected>();
  items.forEach((item, index) => {
    const { detail } = item;
    if (detail?.of !== 'budget') return;
    const at = [detail.year, detail.basis, detail.level, detail.book].join('\t');
    const have = found.get(at) ?? { detail, amounts: {}, percents: {}, origins: {}, conflicts: [] };
    found.set(at, have);
    collect(have, detail.key, item, index);
  });
  return [...found.values()].map(({ detail: { year, basis, level, book }, ...collected }) => ({
    year,
    basis,
    level,
    book,
    ...collected,
  }));
}

export interface StatementCheck {
  readonly statement: BudgetStatement;
  readonly result: IdentityResult;
}

const before = (statements: readonly BudgetStatement[], { year, level, book }: BudgetStatement) =>
  statements.find((other) => other.year === year - 1 && other.level === level && other.book === book);

/**
 * Identities of all statements, and each opening balance against the closing one of the year before; `footnote` gives the
 * words of the note that stands at a key of a statement, or null.
 */
export function checkStatements(
  statements: readonly BudgetStatement[],
  footnote: (statement: BudgetStatement, key: string) => string | null,
): readonly StatementCheck[] {
  return statements.flatMap((statement) => {
    const { book, amounts } = statement;
    if (book === 'debt') return [];
    const own: BudgetBook = book;
    const checks = statementIdentities(own, amounts).map((result) => ({ statement, result }));
    const opening = amounts.openingBalance;
    const closing = before(statements, statement)?.amounts.closingBalance;
    if (opening === undefined || closing === undefined) return checks;
    const result = openingBalance(closing, opening, footnote(statement, 'openingBalance'));
    return result ? [...checks, { statement, result }] : checks;
  });
}

const byKind = (amounts: Statement, key: string): ByKind => ({
  total: amounts[key] ?? null,
  general: amounts[`${key}General`] ?? null,
  special: amounts[`${key}Special`] ?? null,
});

/** The debt of one level and year, with the expenditure that its interest is held against. */
export function debtFromStatements(
  statements: readonly BudgetStatement[],
  year: number,
  level: string,
): DebtYear | null {
  const of = (book: BudgetDetail['book']): Statement =>
    statements.find((each) => each.year === year && each.level === level && each.book === book)?.amounts ??
    {};
  const debt = of('debt');
  if (Object.keys(debt).length === 0) return null;
  return {
    year,
    ceiling: byKind(debt, 'debtCeiling'),
    balance: byKind(debt, 'debtBalance'),
    newBonds: byKind(debt, 'newBonds'),
    refinancing: byKind(debt, 'refinancing'),
    repaid: byKind(debt, 'principal'),
    interest: byKind(debt, 'interest'),
    generalExpenditure: of('generalPublic').expenditure ?? null,
    fundExpenditure: of('governmentFunds').expenditure ?? null,
    means: null,
  };
}
