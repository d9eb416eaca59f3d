// Local rules of budgets, debt, spending beside goals, and economic monitoring.
import { z } from 'zod';
import { type DebtRatioStep, defaultBudgetSettings } from '../../budget/settings.ts';
import type { Setting } from '../../quantity/deadline.ts';
import { type Decimal, printDecimal, ZERO } from '../../quantity/decimal.ts';
import { budgetSettingLabel } from '../../vocabulary/budget.ts';
import type { Words } from '../../vocabulary/words.ts';
import { count, own, row } from './row.ts';

const points = (words: Words, { value, source }: Setting<Decimal>) =>
  row({
    group: 'budget',
    words,
    shape: z.number().min(0).max(1000),
    value: Number(printDecimal(value)),
    basis: 'default',
    source,
  });

const { value: debtSteps, ...debtFrom } = defaultBudgetSettings.debtRatio;
const ratio = (words: Words, colour: DebtRatioStep['colour']) =>
  points(words, { ...debtFrom, value: debtSteps.find((step) => step.colour === colour)?.from ?? ZERO });

export const moneySettings = {
  'monitoring.fallsInRow': row({
    group: 'monitoring',
    words: budgetSettingLabel.fallsInRow,
    shape: count(2, 24),
    value: defaultBudgetSettings.fallsInRow.value,
    basis: 'default',
    source: own,
  }),
  'monitoring.turnAfter': row({
    group: 'monitoring',
    words: budgetSettingLabel.turnAfter,
    shape: count(1, 24),
    value: defaultBudgetSettings.turnAfter.value,
    basis: 'default',
    source: own,
  }),
  'monitoring.paceShort': row({
    group: 'monitoring',
    words: {
      zh: '按目前进度距目标差多少即预警（占目标的%）',
      en: 'Share of the target by which the present pace may fall short, in percent',
    },
    shape: z.number().min(0).max(100),
    value: 0,
    basis: 'default',
    source: own,
  }),
  'budget.executionMargin': points(
    { zh: '执行进度与时间进度的容许差（百分点）', en: 'Points between execution and the time gone' },
    defaultBudgetSettings.executionMargin,
  ),
  'budget.interestShare': points(
    { zh: '债务付息占支出的警戒线（%）', en: 'Interest as a share of expenditure that warns (%)' },
    defaultBudgetSettings.interestShare,
  ),
  'budget.ceilingUse': points(
    { zh: '债务限额使用率提示线（%）', en: 'Use of the debt ceiling that is noted (%)' },
    defaultBudgetSettings.ceilingUse,
  ),
  'budget.debtYellow': ratio(
    { zh: '债务率黄档起点（%）', en: 'Debt ratio from which yellow begins (%)' },
    'yellow',
  ),
  'budget.debtOrange': ratio(
    { zh: '债务率橙档起点（%）', en: 'Debt ratio from which orange begins (%)' },
    'orange',
  ),
  'budget.debtRed': ratio({ zh: '债务率红档起点（%）', en: 'Debt ratio from which red begins (%)' }, 'red'),
  'budget.quadrantMargin': points(
    { zh: '双监控的容许差（百分点）', en: 'Points under the schedule that still count as in step' },
    defaultBudgetSettings.quadrantMargin,
  ),
} as const;
