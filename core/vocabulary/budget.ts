// The words of budgets, debt and money in both languages: books, versions, outcomes, quadrants, warnings with their rules.
import type { BudgetBook, BudgetLevel, BudgetSide } from '../budget/book.ts';
import type { DebtKind } from '../budget/debt.ts';
import type { Execution } from '../budget/execution.ts';
import type { FiveYearKind } from '../budget/five-year.ts';
import type { IdentityResult } from '../budget/identity.ts';
import type { Quadrant, Standing } from '../budget/quadrant.ts';
import type { BudgetSettings, DebtRatioStep } from '../budget/settings.ts';
import type { BudgetVersion } from '../budget/version.ts';
import type { WarningRule } from '../budget/warning.ts';
import type { WonKind } from '../budget/won.ts';
import type { Words } from './words.ts';

/** English as the Ministry of Finance prints it in its reports, "social insurance funds" apart. */
export const budgetBookLabel: Record<BudgetBook, Words> = {
  generalPublic: { zh: '一般公共预算', en: 'General public budget' },
  governmentFunds: { zh: '政府性基金预算', en: 'Government-managed funds' },
  stateCapital: { zh: '国有资本经营预算', en: 'State capital operations' },
  socialInsurance: { zh: '社会保险基金预算', en: 'Social insurance funds' },
};

export const budgetLevelLabel: Record<BudgetLevel, Words> = {
  cityWide: { zh: '全市', en: 'City-wide' },
  ownLevel: { zh: '市本级', en: 'Own level' },
};

export const budgetSideLabel: Record<BudgetSide, Words> = {
  income: { zh: '收入', en: 'Income' },
  expenditure: { zh: '支出', en: 'Expenditure' },
};

export const budgetVersionLabel: Record<BudgetVersion, Words> = {
  approved: { zh: '年初预算', en: 'Approved' },
  revised: { zh: '调整预算', en: 'Revised' },
  executed: { zh: '执行数', en: 'Executed' },
  final: { zh: '决算数', en: 'Final accounts' },
};

/** What a percentage of execution is measured against. */
export const againstLabel: Record<NonNullable<Execution['against']>, Words> = {
  revised: { zh: '为调整预算的 {percent}%', en: '{percent}% of the revised budget' },
  approved: { zh: '为年初预算的 {percent}%', en: '{percent}% of the approved budget' },
};

export const paceLabel: Record<NonNullable<Execution['pace']>, Words> = {
  ahead: { zh: '快于时间进度', en: 'Ahead of the time gone' },
  inStep: { zh: '与时间进度相当', en: 'In step with the time gone' },
  behind: { zh: '慢于时间进度', en: 'Behind the time gone' },
};

export const outcomeLabel: Record<IdentityResult['outcome'], Words> = {
  exact: { zh: '相等', en: 'Equal' },
  rounding: { zh: '相差在四舍五入之内', en: 'Within rounding' },
  explained: { zh: '口径不同，脚注已说明', en: 'Another scope, explained by the footnote' },
  broken: { zh: '不相等', en: 'Does not add up' },
};

export const debtKindLabel: Record<DebtKind | 'total', Words> = {
  total: { zh: '政府债务', en: 'Government debt' },
  general: { zh: '一般债务', en: 'General debt' },
  special: { zh: '专项债务', en: 'Special debt' },
};

/** The numbers of a year's debt. */
export const debtNumberLabel: Readonly<Record<string, Words>> = {
  ceiling: { zh: '债务限额', en: 'Ceiling' },
  balance: { zh: '债务余额', en: 'Balance' },
  newBonds: { zh: '新增债券', en: 'New bonds' },
  refinancing: { zh: '再融资债券', en: 'Refinancing bonds' },
  repaid: { zh: '还本支出', en: 'Repayment' },
  interest: { zh: '付息支出', en: 'Interest' },
};

/** Keys of a statement, as the reader and the identities name them. */
export const budgetKeyLabel: Readonly<Record<string, Words>> = {
  income: { zh: '收入', en: 'income' },
  taxIncome: { zh: '税收收入', en: 'tax income' },
  nonTaxIncome: { zh: '非税收入', en: 'non-tax income' },
  transfersIn: { zh: '转移性收入', en: 'transfers in' },
  totalIn: { zh: '收入合计', en: 'total income' },
  expenditure: { zh: '支出', en: 'expenditure' },
  bondExpenditure: { zh: '债券支出', en: 'spending of bonds' },
  transfersOut: { zh: '转移性支出', en: 'transfers out' },
  toGeneralBudget: { zh: '调入一般公共预算', en: 'moved to the general budget' },
  totalOut: { zh: '支出合计', en: 'total expenditure' },
  openingBalance: { zh: '上年累计结余', en: 'opening balance' },
  yearBalance: { zh: '当年结余', en: 'balance of the year' },
  closingBalance: { zh: '年末累计结余', en: 'closing balance' },
  ownExpenditure: { zh: '本级安排支出', en: 'own expenditure' },
  transferBudget: { zh: '对区县（市）转移支付', en: 'transfers to districts' },
  taxShare: { zh: '税收占比', en: 'share of taxes' },
  incomeGrowth: { zh: '收入增速', en: 'growth of income' },
  expenditureGrowth: { zh: '支出增速', en: 'growth of expenditure' },
  taxIncomeGrowth: { zh: '税收增速', en: 'growth of taxes' },
  nonTaxIncomeGrowth: { zh: '非税收入增速', en: 'growth of non-tax income' },
  expenditureShareOfAdjustedBudget: { zh: '占调整预算的比重', en: 'share of the revised budget' },
  expenditureShareOfBudget: { zh: '占预算的比重', en: 'share of the budget' },
  incomeShareOfAdjustedBudget: { zh: '收入占调整预算的比重', en: 'income as a share of the revised budget' },
  incomeShareOfBudget: { zh: '收入占预算的比重', en: 'income as a share of the budget' },
  budgetInitial: { zh: '年初预算', en: 'approved budget' },
  budgetAdjusted: { zh: '调整预算', en: 'revised budget' },
  budgetIncrease: { zh: '调增数', en: 'increase' },
  transferBudgetInitial: { zh: '转移支付年初预算', en: 'approved transfers' },
  transferBudgetAdjusted: { zh: '转移支付调整预算', en: 'revised transfers' },
  deficit: { zh: '赤字', en: 'deficit' },
  surplus: { zh: '结余', en: 'surplus' },
  debtCeiling: { zh: '债务限额', en: 'debt ceiling' },
  debtCeilingGeneral: { zh: '一般债务限额', en: 'ceiling of general debt' },
  debtCeilingSpecial: { zh: '专项债务限额', en: 'ceiling of special debt' },
  newDebtCeiling: { zh: '新增债务限额', en: 'new debt ceiling' },
  newDebtCeilingGeneral: { zh: '新增一般债务限额', en: 'new ceiling of general debt' },
  newDebtCeilingSpecial: { zh: '新增专项债务限额', en: 'new ceiling of special debt' },
  debtBalance: { zh: '债务余额', en: 'debt balance' },
  debtBalanceGeneral: { zh: '一般债务余额', en: 'balance of general debt' },
  debtBalanceSpecial: { zh: '专项债务余额', en: 'balance of special debt' },
  bonds: { zh: '债券合计', en: 'bonds' },
  newBonds: { zh: '新增债券', en: 'new bonds' },
  newBondsGeneral: { zh: '新增一般债券', en: 'new general bonds' },
  newBondsSpecial: { zh: '新增专项债券', en: 'new special bonds' },
  refinancing: { zh: '再融资债券', en: 'refinancing bonds' },
  refinancingGeneral: { zh: '再融资一般债券', en: 'general refinancing bonds' },
  refinancingSpecial: { zh: '再融资专项债券', en: 'special refinancing bonds' },
  principal: { zh: '还本支出', en: 'repayment' },
  principalGeneral: { zh: '一般债务还本', en: 'repayment of general debt' },
  principalSpecial: { zh: '专项债务还本', en: 'repayment of special debt' },
  interest: { zh: '付息支出', en: 'interest' },
  interestGeneral: { zh: '一般债务付息', en: 'interest of general debt' },
  interestSpecial: { zh: '专项债务付息', en: 'interest of special debt' },
  uses: { zh: '各项用途', en: 'uses' },
};

export const debtColourLabel: Record<DebtRatioStep['colour'], Words> = {
  red: { zh: '红', en: 'Red' },
  orange: { zh: '橙', en: 'Orange' },
  yellow: { zh: '黄', en: 'Yellow' },
  green: { zh: '绿', en: 'Green' },
};

/** 双监控: goal first, money second. */
export const quadrantLabel: Record<Quadrant, Words> = {
  bothInStep: { zh: '目标达序时、支出达序时', en: 'Goal and money in step' },
  goalOnly: { zh: '目标达序时、支出滞后', en: 'Goal in step, money behind' },
  moneyOnly: { zh: '目标滞后、支出达序时', en: 'Money in step, goal behind' },
  neither: { zh: '目标滞后、支出滞后', en: 'Goal and money behind' },
  unclear: { zh: '缺少数据，无法判断', en: 'Cannot be told' },
};

export const missingLabel: Record<Standing['missing'][number], Words> = {
  goal: { zh: '目标完成数', en: 'figure of the goal' },
  goalSchedule: { zh: '目标时序', en: 'schedule of the goal' },
  money: { zh: '预算或支出数', en: 'budget or spending' },
  moneySchedule: { zh: '支出时序', en: 'schedule of the spending' },
};

export const fiveYearKindLabel: Record<FiveYearKind, Words> = {
  cumulative: { zh: '五年累计', en: 'Added up over five years' },
  endLevel: { zh: '期末达到', en: 'Level at the end' },
  averageGrowth: { zh: '年均增长', en: 'Average yearly growth' },
};

/** What the rule of a warning is, with its figures filled in. */
export const warningText: Record<WarningRule, Words> = {
  fallsInRow: {
    zh: '连续 {count} 期走弱：从 {from}{unit} 到 {day} 的 {to}{unit}',
    en: 'Worse for {count} periods in a row: from {from}{unit} to {to}{unit} on {day}',
  },
  turningPoint: {
    zh: '出现拐点：连续 {count} 期向好后，由 {peakDay} 的 {peak}{unit} 转为 {day} 的 {to}{unit}',
    en: 'A turning point: after {count} better periods, from {peak}{unit} on {peakDay} to {to}{unit} on {day}',
  },
  turnedNegative: {
    zh: '由正转负：{fromDay} 为 {from}{unit}，{day} 为 {to}{unit}',
    en: 'Turned negative: {from}{unit} on {fromDay}, {to}{unit} on {day}',
  },
  shortAtPace: {
    zh: '按 {day} 的 {value}{unit} 推算，全年 {projected}{unit}，距目标 {target}{unit} 差 {short}{shortUnit}',
    en: 'At the pace of {value}{unit} on {day} the year ends at {projected}{unit}, {short}{shortUnit} short of the target {target}{unit}',
  },
};

/** What the rule of a warning looks at, beside the warning. */
export const warningRule: Record<WarningRule, Words> = {
  fallsInRow: {
    zh: '规则：相邻各期逐期走弱达到设定期数；中间缺期则不判断',
    en: 'Rule: worse from each period to the next for as many periods as are set; a missing period ends the run',
  },
  turningPoint: {
    zh: '规则：逐期向好达到设定期数后首次走弱',
    en: 'Rule: the first worse period after as many better ones as are set',
  },
  turnedNegative: { zh: '规则：增速上期不为负、本期为负', en: 'Rule: growth was not below zero and now is' },
  shortAtPace: {
    zh: '规则：累计数按时间进度推算到年末，增速按当期水平，与目标比较',
    en: 'Rule: a count is carried on evenly to the end of the year, a rate is held, and both are compared with the target',
  },
};

export const wonKindLabel: Record<WonKind, Words> = {
  specialBond: { zh: '专项债券', en: 'Special bonds' },
  centralBudget: { zh: '中央预算内投资', en: 'Central budget investment' },
  treasuryBond: { zh: '超长期特别国债', en: 'Ultra-long special treasury bonds' },
  renewal: { zh: '“两新”资金', en: 'Funds for renewal and trade-in' },
  policyFinance: { zh: '政策性金融工具', en: 'Policy finance' },
};

export const budgetSettingLabel: Record<keyof BudgetSettings, Words> = {
  executionMargin: { zh: '执行进度与时间进度的容许差', en: 'Points between execution and the time gone' },
  interestShare: { zh: '付息支出占支出的警戒线', en: 'Interest as a share of expenditure' },
  ceilingUse: { zh: '限额使用率提示线', en: 'Use of the ceiling that is noted' },
  debtRatio: { zh: '债务率分档', en: 'Steps of the debt ratio' },
  quadrantMargin: { zh: '双监控的容许差', en: 'Margin of the two watches' },
  fallsInRow: { zh: '连续走弱的预警期数', en: 'Worse periods in a row that warn' },
  turnAfter: { zh: '拐点前的向好期数', en: 'Better periods before a turning point' },
  paceShort: { zh: '按目前进度距目标的预警差距', en: 'Distance at the present pace that warns' },
};
