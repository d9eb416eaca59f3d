// Debt as figures by name and kind, and back: what is stored one by one, and what the rules look at as a year.
import type { Yi } from '../project/money.ts';
import type { ByKind, DebtKind, DebtYear } from './debt.ts';
import type { BudgetStatement } from './statements-from-items.ts';

export const debtNames = [
  'ceiling',
  'newCeiling',
  'balance',
  'newBonds',
  'refinancing',
  'repaid',
  'interest',
  'means',
  'use',
] as const;
export type DebtName = (typeof debtNames)[number];

export interface DebtFigure {
  readonly name: DebtName;
  readonly kind: DebtKind | 'total';
  /** What new bonds were used for; empty for every other name. */
  readonly purpose: string;
  readonly amount: Yi;
}

/** Keys of the reader (core/read/item/budget) by the name of the figure. */
const keyOf: Readonly<Record<Exclude<DebtName, 'means' | 'use'>, string>> = {
  ceiling: 'debtCeiling',
  newCeiling: 'newDebtCeiling',
  balance: 'debtBalance',
  newBonds: 'newBonds',
  refinancing: 'refinancing',
  repaid: 'principal',
  interest: 'interest',
};

const kinds = [
  ['total', ''],
  ['general', 'General'],
  ['special', 'Special'],
] as const;

export interface PrintedDebtFigure extends DebtFigure {
  readonly printedKey: string;
}

/** The figures of a debt statement; uses stand in the items themselves, for they share one key. */
export function figuresOfStatement({ amounts }: BudgetStatement): readonly PrintedDebtFigure[] {
  return debtNames.flatMap((name): readonly PrintedDebtFigure[] => {
    if (name === 'means' || name === 'use') return [];
    return kinds.flatMap(([kind, ending]): readonly PrintedDebtFigure[] => {
      const printedKey = `${keyOf[name]}${ending}`;
      const amount = amounts[printedKey];
      return amount === undefined ? [] : [{ name, kind, purpose: '', amount, printedKey }];
    });
  });
}

/** 主要用于交通基础设施 → 交通基础设施. */
export const purposeOf = (label: string): string =>
  label.replace(/^(?:主要)?(?:用于|安排用于|投向)/, '').replace(/^[:：、,，]/, '');

const byKind = (figures: readonly DebtFigure[], name: DebtName): ByKind => {
  const of = (kind: DebtKind | 'total'): Yi | null =>
    figures.find((figure) => figure.name === name && figure.kind === kind)?.amount ?? null;
  return { total: of('total'), general: of('general'), special: of('special') };
};

/** The figures in force of one level and year as the rules look at them. */
export const debtYearOf = (
  year: number,
  figures: readonly DebtFigure[],
  spent: Pick<DebtYear, 'generalExpenditure' | 'fundExpenditure'>,
): DebtYear => ({
  year,
  ceiling: byKind(figures, 'ceiling'),
  balance: byKind(figures, 'balance'),
  newBonds: byKind(figures, 'newBonds'),
  refinancing: byKind(figures, 'refinancing'),
  repaid: byKind(figures, 'repaid'),
  interest: byKind(figures, 'interest'),
  means: byKind(figures, 'means').total,
  ...spent,
});
