// The settings of budgets and debt with what a city set in the place of the defaults.
import type { Setting } from '../quantity/deadline.ts';
import { type Decimal, decimal } from '../quantity/decimal.ts';
import { type BudgetSettings, type DebtRatioStep, defaultBudgetSettings } from './settings.ts';

export interface BudgetNumbers {
  readonly executionMargin: number;
  readonly interestShare: number;
  readonly ceilingUse: number;
  readonly quadrantMargin: number;
  readonly debtYellow: number;
  readonly debtOrange: number;
  readonly debtRed: number;
}

export function budgetSettingsOf(numbers: BudgetNumbers): BudgetSettings {
  const put = (setting: Setting<Decimal>, value: number): Setting<Decimal> => ({
    ...setting,
    value: decimal(String(value)),
  });
  const step = (colour: DebtRatioStep['colour'], from: number): DebtRatioStep => ({
    colour,
    from: decimal(String(from)),
  });
  const base = defaultBudgetSettings;
  return {
    ...base,
    executionMargin: put(base.executionMargin, numbers.executionMargin),
    interestShare: put(base.interestShare, numbers.interestShare),
    ceilingUse: put(base.ceilingUse, numbers.ceilingUse),
    quadrantMargin: put(base.quadrantMargin, numbers.quadrantMargin),
    debtRatio: {
      ...base.debtRatio,
      value: [
        step('red', numbers.debtRed),
        step('orange', numbers.debtOrange),
        step('yellow', numbers.debtYellow),
        step('green', 0),
      ],
    },
  };
}
