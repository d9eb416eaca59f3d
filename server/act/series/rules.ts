// The rules of early warnings as the city set them, in the form that the rules of series take.
import { type BudgetSettings, defaultBudgetSettings } from '../../../core/budget/settings.ts';
import { decimalFromNumber } from '../../../core/quantity/decimal.ts';
import type { Context } from '../../context.ts';
import { readSettings } from '../setting/read.ts';

export async function readWarningRules(context: Context): Promise<BudgetSettings> {
  const set = await readSettings(
    context,
    'monitoring.fallsInRow',
    'monitoring.turnAfter',
    'monitoring.paceShort',
  );
  const { fallsInRow, turnAfter, paceShort } = defaultBudgetSettings;
  return {
    ...defaultBudgetSettings,
    fallsInRow: { ...fallsInRow, value: set['monitoring.fallsInRow'] },
    turnAfter: { ...turnAfter, value: set['monitoring.turnAfter'] },
    paceShort: { ...paceShort, value: decimalFromNumber(set['monitoring.paceShort']) ?? paceShort.value },
  };
}
