// A statement that a person takes: its printed keys become lines of its book, and its amounts versions of them.
import type { Yi } from '../project/money.ts';
import type { IsoDate } from '../quantity/date.ts';
import type { BudgetBook, BudgetLevel, BudgetSide } from './book.ts';
import type { BudgetStatement } from './statements-from-items.ts';
import type { BudgetVersion } from './version.ts';

/** A number of a statement as a line. */
export interface StatementLine {
  readonly key: string;
  readonly side: BudgetSide;
  readonly name: string;
  /** Key of the line that it is a part of. */
  readonly parent: string | null;
}

export interface StatementEntry {
  readonly key: string;
  readonly version: BudgetVersion;
  readonly amount: Yi;
  /** Which printed key the amount has: the way back to its sentence. */
  readonly printedKey: string;
}

const bookName: Readonly<Record<BudgetBook, string>> = {
  generalPublic: '一般公共预算',
  governmentFunds: '政府性基金',
  stateCapital: '国有资本经营预算',
  socialInsurance: '社会保险基金',
};

interface Place {
  readonly side: BudgetSide;
  readonly name: (book: BudgetBook) => string;
  readonly parent: string | null;
}

const place = (side: BudgetSide, name: string, parent: string | null): Place => ({
  side,
  name: () => name,
  parent,
});

/** Where each key stands in the tree of its statement; a parent that the statement lacks is left out. */
const places: Readonly<Record<string, Place>> = {
  totalIn: place('income', '收入合计', null),
  income: { side: 'income', name: (book) => `${bookName[book]}收入`, parent: 'totalIn' },
  taxIncome: place('income', '税收收入', 'income'),
  nonTaxIncome: place('income', '非税收入', 'income'),
  transfersIn: place('income', '转移性收入', 'totalIn'),
  openingBalance: place('income', '上年累计结余', null),
  totalOut: place('expenditure', '支出合计', null),
  expenditure: { side: 'expenditure', name: (book) => `${bookName[book]}支出`, parent: 'totalOut' },
  ownExpenditure: place('expenditure', '本级安排支出', 'expenditure'),
  bondExpenditure: {
    side: 'expenditure',
    name: (book) => (book === 'governmentFunds' ? '专项债券支出' : '一般债券支出'),
    parent: 'totalOut',
  },
  transfersOut: place('expenditure', '转移性支出', 'totalOut'),
  toGeneralBudget: place('expenditure', '调入一般公共预算', 'totalOut'),
  closingBalance: place('expenditure', '年末累计结余', 'totalOut'),
  yearBalance: place('expenditure', '当年结余', null),
  transferBudget: place('expenditure', '对区县（市）转移支付', 'transfersOut'),
};

/** The keys in the order in which a statement is read. */
export const statementKeys: readonly string[] = Object.keys(places);

/** 年初的682亿元调整为536.8亿元 is printed beside the statement: the approved and the revised budget of its expenditure. */
const adjusted: Readonly<Record<string, readonly [key: string, version: BudgetVersion]>> = {
  budgetInitial: ['expenditure', 'approved'],
  budgetAdjusted: ['expenditure', 'revised'],
  transferBudgetInitial: ['transferBudget', 'approved'],
  transferBudgetAdjusted: ['transferBudget', 'revised'],
};

/** As reports print the two levels; another word is a level that this city does not keep. */
export const levelOfWord = (printed: string): BudgetLevel | null =>
  printed === '全市' ? 'cityWide' : printed === '市本级' ? 'ownLevel' : null;

/** Every amount of a statement as a version of a line; a key that has no place in the tree is left to the document. */
export function entriesOfStatement({ basis, amounts }: BudgetStatement): readonly StatementEntry[] {
  const own: BudgetVersion = basis === 'execution' ? 'executed' : 'approved';
  return Object.entries(amounts).flatMap(([printedKey, amount]): readonly StatementEntry[] => {
    if (amount === undefined) return [];
    const change = adjusted[printedKey];
    if (change) return [{ key: change[0], version: change[1], amount, printedKey }];
    return Object.hasOwn(places, printedKey) ? [{ key: printedKey, version: own, amount, printedKey }] : [];
  });
}

/** The lines that the entries of a statement need, parents first. */
export function linesOfStatement(statement: BudgetStatement, book: BudgetBook): readonly StatementLine[] {
  const keys = new Set(entriesOfStatement(statement).map(({ key }) => key));
  return Object.entries(places).flatMap(([key, { side, name, parent }]): readonly StatementLine[] => {
    if (!keys.has(key)) return [];
    // 支出2636.2亿元,其中债券支出39.9亿元: printed as a part it lies in the expenditure, beside it under the total.
    const above = key === 'bondExpenditure' && keys.has('ownExpenditure') ? 'expenditure' : parent;
    return [{ key, side, name: name(book), parent: above !== null && keys.has(above) ? above : null }];
  });
}

/** Which entries rest on a decision that the person who takes the statement must name. */
export const resolutionsNeeded = (
  statement: BudgetStatement,
): { readonly approved: boolean; readonly revised: boolean } => {
  const versions = new Set(entriesOfStatement(statement).map(({ version }) => version));
  return { approved: versions.has('approved'), revised: versions.has('revised') };
};

export interface StatementDays {
  /** When the congress approved the budget of the statement's year. */
  readonly approved: IsoDate;
  /** When its standing committee approved the adjustment. */
  readonly revised: IsoDate;
  /** Last day of the year: executed amounts are counted to it. */
  readonly executed: IsoDate;
}

export const dayOfVersion = (version: BudgetVersion, days: StatementDays): IsoDate =>
  version === 'approved' ? days.approved : version === 'revised' ? days.revised : days.executed;
