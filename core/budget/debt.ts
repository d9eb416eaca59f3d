// Government debt: balance against ceiling, general and special; what was issued, repaid and paid as interest; warnings by settings.

import { type Finding, finding } from '../project/finding.ts';
import { comparePercent, numberOf, percentOf, printed, type Yi } from '../project/money.ts';
import { compare, type Decimal, subtract } from '../quantity/decimal.ts';
import { checkIdentity } from './identity.ts';
import type { BudgetSettings, DebtRatioStep } from './settings.ts';

export const debtKinds = ['general', 'special'] as const;
export type DebtKind = (typeof debtKinds)[number];

/** A number of the whole and of its two kinds, as printed; null where it is not. */
export interface ByKind {
  readonly total: Yi | null;
  readonly general: Yi | null;
  readonly special: Yi | null;
}

/** One level (全市, 市本级, a district) in one year. */
export interface DebtYear {
  readonly year: number;
  readonly ceiling: ByKind;
  readonly balance: ByKind;
  readonly newBonds: ByKind;
  readonly refinancing: ByKind;
  readonly repaid: ByKind;
  readonly interest: ByKind;
  /** 一般公共预算支出 and 政府性基金支出 of the year: what interest is held against. */
  readonly generalExpenditure: Yi | null;
  readonly fundExpenditure: Yi | null;
  /** 综合财力 of the year, where it is known. */
  readonly means: Yi | null;
}

export type DebtProblem =
  | 'debt.overCeiling'
  | 'debt.partsGap'
  | 'debt.interestHigh'
  | 'debt.roomNarrow'
  | 'debt.balanceGap';

type Named = readonly [
  name: 'ceiling' | 'balance' | 'newBonds' | 'refinancing' | 'repaid' | 'interest',
  value: ByKind,
];

const namedOf = ({
  ceiling,
  balance,
  newBonds,
  refinancing,
  repaid,
  interest,
}: DebtYear): readonly Named[] => [
  ['ceiling', ceiling],
  ['balance', balance],
  ['newBonds', newBonds],
  ['refinancing', refinancing],
  ['repaid', repaid],
  ['interest', interest],
];

function partsFindings(debt: DebtYear): readonly Finding<DebtProblem>[] {
  return namedOf(debt).flatMap(([name, { total, general, special }]) => {
    if (total === null || general === null || special === null) return [];
    const sum = checkIdentity(
      [
        { key: 'general', amount: general },
        { key: 'special', amount: special },
      ],
      { key: 'total', amount: total },
    );
    return sum?.outcome === 'broken'
      ? [
          finding('debt.partsGap', 'asks', {
            name,
            sum: sum.found,
            total,
            residual: sum.residual,
            width: sum.width,
          }),
        ]
      : [];
  });
}

/** 预算法 §35: debt stays within the ceiling that the State Council has set, for each kind. */
function ceilingFindings(
  { ceiling, balance }: DebtYear,
  settings: BudgetSettings,
): readonly Finding<DebtProblem>[] {
  return (['total', ...debtKinds] as const).flatMap((kind): readonly Finding<DebtProblem>[] => {
    const [most, held] = [numberOf(ceiling[kind]), numberOf(balance[kind])];
    if (!most || !held) return [];
    const params = {
      kind,
      balance: printed(held),
      ceiling: printed(most),
      room: printed(subtract(most, held)),
    };
    if (compare(held, most) > 0) return [finding('debt.overCeiling', 'asks', params)];
    const use = numberOf(percentOf(held, most));
    return use && compare(use, settings.ceilingUse.value) >= 0
      ? [finding('debt.roomNarrow', 'notes', { ...params, percent: printed(use) })]
      : [];
  });
}

function interestFindings(debt: DebtYear, settings: BudgetSettings): readonly Finding<DebtProblem>[] {
  const against: readonly (readonly [DebtKind, Yi | null])[] = [
    ['general', debt.generalExpenditure],
    ['special', debt.fundExpenditure],
  ];
  return against.flatMap(([kind, spent]) => {
    const [paid, whole] = [numberOf(debt.interest[kind]), numberOf(spent)];
    if (!paid || !whole || comparePercent(paid, whole, settings.interestShare.value) <= 0) return [];
    const params = {
      kind,
      interest: printed(paid),
      expenditure: printed(whole),
      percent: percentOf(paid, whole) ?? '—',
      limit: printed(settings.interestShare.value),
    };
    return [finding('debt.interestHigh', 'asks', params)];
  });
}

/** Last year's balance + new bonds + refinancing − repaid = this year's balance; null where a number is missing. */
export function balanceRoll(before: ByKind, debt: DebtYear, kind: DebtKind | 'total') {
  const [opening, added, rolled, repaid, closing] = [
    before[kind],
    debt.newBonds[kind],
    debt.refinancing[kind],
    debt.repaid[kind],
    debt.balance[kind],
  ];
  if (opening === null || added === null || rolled === null || repaid === null || closing === null)
    return null;
  return checkIdentity(
    [
      { key: 'opening', amount: opening },
      { key: 'newBonds', amount: added },
      { key: 'refinancing', amount: rolled },
      { key: 'repaid', amount: repaid, minus: true },
    ],
    { key: 'balance', amount: closing },
  );
}

/** Everything that one year of debt says wrongly, or that a setting warns of. */
export function checkDebt(
  debt: DebtYear,
  settings: BudgetSettings,
  before: ByKind | null = null,
): readonly Finding<DebtProblem>[] {
  const roll = before === null ? null : balanceRoll(before, debt, 'total');
  const gap: readonly Finding<DebtProblem>[] =
    roll?.outcome === 'broken'
      ? [
          finding('debt.balanceGap', 'asks', {
            found: roll.found,
            balance: roll.right.amount,
            residual: roll.residual,
            width: roll.width,
          }),
        ]
      : [];
  return [
    ...ceilingFindings(debt, settings),
    ...partsFindings(debt),
    ...interestFindings(debt, settings),
    ...gap,
  ];
}

export interface DebtRatio {
  readonly percent: string;
  readonly colour: DebtRatioStep['colour'];
}

/** 债务率: balance ÷ means, with the step it falls into; null where the means are not known. */
export function debtRatio({ balance, means }: DebtYear, settings: BudgetSettings): DebtRatio | null {
  const [held, whole] = [numberOf(balance.total), numberOf(means)];
  const percent = held && whole ? percentOf(held, whole) : null;
  const value: Decimal | null = numberOf(percent);
  const step = value ? settings.debtRatio.value.find(({ from }) => compare(value, from) >= 0) : undefined;
  return percent !== null && step ? { percent, colour: step.colour } : null;
}
