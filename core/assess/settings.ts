// What a city may set for its judgements, each with its default and where the default comes from.
import { type Decimal, decimal } from '../quantity/decimal.ts';

export interface JudgingSettings {
  /** How far 左右 and 基本同步 may fall short, in the unit of a rate (percent or percentage points). */
  readonly tolerance: Decimal;
  /** The same for counts and amounts, as a share of the target. */
  readonly countTolerance: Decimal;
  /** A flow this close behind its schedule is at risk; further behind it is behind. A share of the target. */
  readonly riskMargin: Decimal;
}

export interface SettingSource {
  readonly setting: keyof JudgingSettings;
  readonly source: string;
}

export const defaultSettings: JudgingSettings = {
  tolerance: decimal('0.5'),
  countTolerance: decimal('0.05'),
  riskMargin: decimal('0.05'),
};

/** Where each default comes from; a city that sets its own value cites its own rule. */
export const defaultSources: readonly SettingSource[] = [
  {
    setting: 'tolerance',
    source:
      'Observed in a published mid-year assessment (first half of 2025): 5.7 met 6左右, 4.7 missed 与经济增长基本同步 at 5.5; 0.5 lies between',
  },
  { setting: 'countTolerance', source: 'Default of this software; no published rule was found' },
  { setting: 'riskMargin', source: 'Default of this software; no published rule was found' },
];
