// What a city may set for its money: thresholds of debt, margins of execution, quadrants and warnings; each with its source.
import type { Setting } from '../quantity/deadline.ts';
import { type Decimal, decimal } from '../quantity/decimal.ts';

export interface DebtRatioStep {
  readonly colour: 'red' | 'orange' | 'yellow' | 'green';
  /** From this ratio on, in percent. */
  readonly from: Decimal;
}

export interface BudgetSettings {
  /** Execution this many points off the time gone is said to be ahead or behind. */
  readonly executionMargin: Setting<Decimal>;
  /** Interest of general debt over general expenditure, of special debt over fund expenditure, in percent. */
  readonly interestShare: Setting<Decimal>;
  /** Balance over ceiling, in percent, from which the room is called narrow. */
  readonly ceilingUse: Setting<Decimal>;
  /** Debt over the means of the year (综合财力), in percent, worst first. */
  readonly debtRatio: Setting<readonly DebtRatioStep[]>;
  /** Points by which goal or spending may lie under its schedule and still count as in step. */
  readonly quadrantMargin: Setting<Decimal>;
  /** Falls in a row that warn. */
  readonly fallsInRow: Setting<number>;
  /** Steps one way before a step the other way is a turning point. */
  readonly turnAfter: Setting<number>;
  /** Projection short of the target by this share of it warns, in percent. */
  readonly paceShort: Setting<Decimal>;
}

const own = <T>(value: T): Setting<T> => ({
  value,
  basis: 'default',
  source: '软件默认值，未检索到公开规定',
});

export const defaultBudgetSettings: BudgetSettings = {
  executionMargin: own(decimal('5')),
  interestShare: {
    value: decimal('10'),
    basis: 'default',
    source: '软件默认值：10% 参照国办函〔2016〕88号的通行说法，条文未经核对，请按上级文件修改',
  },
  ceilingUse: own(decimal('99')),
  debtRatio: {
    value: [
      { colour: 'red', from: decimal('300') },
      { colour: 'orange', from: decimal('200') },
      { colour: 'yellow', from: decimal('120') },
      { colour: 'green', from: decimal('0') },
    ],
    basis: 'default',
    source: '假定：红橙黄绿四档的数值来自公开报道，未检索到公开文件，请按上级通报修改',
  },
  quadrantMargin: own(decimal('0')),
  fallsInRow: own(3),
  turnAfter: own(2),
  paceShort: own(decimal('0')),
};
