// The city's own settings of budgets and debt, read for a rule.
import type { BudgetSettings } from '../../../core/budget/settings.ts';
import { budgetSettingsOf } from '../../../core/budget/settings-of.ts';
import type { Context } from '../../context.ts';
import { readSettings } from '../setting/read.ts';

export const budgetSettingKeys = [
  'budget.executionMargin',
  'budget.interestShare',
  'budget.ceilingUse',
  'budget.quadrantMargin',
  'budget.debtYellow',
  'budget.debtOrange',
  'budget.debtRed',
] as const;

export async function readBudgetSettings(
  context: Pick<Context, 'db' | 'jurisdiction'>,
): Promise<BudgetSettings> {
  const found = await readSettings(context, ...budgetSettingKeys);
  return budgetSettingsOf({
    executionMargin: found['budget.executionMargin'],
    interestShare: found['budget.interestShare'],
    ceilingUse: found['budget.ceilingUse'],
    quadrantMargin: found['budget.quadrantMargin'],
    debtYellow: found['budget.debtYellow'],
    debtOrange: found['budget.debtOrange'],
    debtRed: found['budget.debtRed'],
  });
}
