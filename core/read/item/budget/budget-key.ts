// Which line of a budget statement a printed label names; terms of the budget law and of the reports to people's congresses.
import { codeAt, holdsAny, signSet, spaceSigns } from '../../number/sign-set.ts';
import type { BudgetDetail } from '../../reading.ts';

export type Book = BudgetDetail['book'];

/** What the words before a line have settled. */
export interface KeyContext {
  readonly book: Book;
  readonly side: 'in' | 'out';
  /** Key of the amount before it: 增长5% after 税收收入 is taxIncomeGrowth. */
  readonly last: string;
  /** Inside a bracket or after 其中. */
  readonly nested: boolean;
  /** After 加上: every amount up to the total is a transfer. */
  readonly adding: boolean;
}

type Rule = readonly [pattern: RegExp, key: string];

const totals: readonly Rule[] = [
  [/(?:收入(?:合计|总计|总量|总额)|收入方总计|总收入(?:合计)?)$/, 'totalIn'],
  [/(?:支出(?:合计|总计|总量|总额)|支出方总计|总支出(?:合计)?)$/, 'totalOut'],
];

const balances: readonly Rule[] = [
  [/(?:当年|本年|年度|当期)(?:收支)?(?:结余|结存)/, 'yearBalance'],
  [/(?:上年|年初|上一年|以前年度|\d{4}年末)(?:累计|滚存|末)*(?:结余|结存)/, 'openingBalance'],
  [/(?:年末|期末|年终|滚存|累计)(?:累计|滚存)*(?:结余|结存)/, 'closingBalance'],
];

const ofBook: Readonly<Record<Exclude<Book, 'debt'>, RegExp>> = {
  generalPublic: /一般公共预算/,
  governmentFunds: /政府性基金/,
  stateCapital: /国有资本经营/,
  socialInsurance: /(?:社会保险|社保)基金/,
};

const kindOfDebt = (label: string): string =>
  /专项/.test(label) && !/一般/.test(label) ? 'Special' : /一般/.test(label) ? 'General' : '';

const debtRules: readonly Rule[] = [
  [/限额$/, 'debtCeiling'],
  [/余额$/, 'debtBalance'],
  [/再融资(?:一般|专项)?债券(?:资金)?$/, 'refinancing'],
  [/(?:新增)(?:地方)?(?:政府)?(?:一般|专项)?(?:债务|债券)(?:资金)?$/, 'newBonds'],
  [/还本(?:支出)?$/, 'principal'],
  [/付息(?:支出)?$/, 'interest'],
  [/还本付息(?:支出)?$/, 'principalAndInterest'],
];

function debtKey(label: string, context: KeyContext): string | null {
  // (全部为专项债券)、再融资债券29.6亿元: a bracket that closed before the name says nothing about it.
  const own = label.slice(label.lastIndexOf(')') + 1);
  const bare = own.replace(/(?:为|达到?|共|是|约|合计|预期|预计|预算)$/g, '');
  for (const [pattern, key] of debtRules) {
    if (!pattern.test(bare)) continue;
    const isNew = /新增/.test(bare) || (context.nested && context.last.startsWith('newDebtCeiling'));
    const head = key === 'debtCeiling' && isNew ? 'newDebtCeiling' : key;
    return head + kindOfDebt(bare);
  }
  // A bracket names only the kind: 新增债券12亿元(一般债券5亿元、专项债券7亿元).
  if (/(?:一般|专项)(?:政府)?(?:债务|债券)$/.test(bare) && context.last !== '')
    return context.last.replace(/(?:General|Special)$/, '') + kindOfDebt(bare);
  if (/债券$/.test(bare)) return 'bonds';
  if (context.last === 'use' || /主要用于|用于/.test(bare)) return 'use';
  return null;
}

/** Key of a percentage: what it is a share or a growth of is the amount before it. */
function shareKey(label: string, context: KeyContext): string | null {
  const of = context.last !== '' && !/^total/.test(context.last) ? context.last : sideWord(context);
  if (/(?:增长|下降|增加|减少|提高|降低|增幅|降幅|上升)[^,，]{0,3}$/.test(label))
    return context.last === '' ? null : `${context.last}Growth`;
  if (/调整(?:后)?(?:的)?预算/.test(label)) return `${of}ShareOfAdjustedBudget`;
  if (/(?:预算|计划|预期|目标|年初预算)(?:数|任务)?的?$|完成率$|完成(?:年初|年度)?(?:调整)?预算/.test(label))
    return `${of}ShareOfBudget`;
  if (!/比重|占比|占/.test(label)) return null;
  if (/非税/.test(label)) return 'nonTaxShare';
  if (/税收/.test(label) || context.last === 'taxIncome') return 'taxShare';
  return context.last === 'nonTaxIncome' ? 'nonTaxShare' : 'share';
}

const sideWord = (context: KeyContext): string => (context.side === 'in' ? 'income' : 'expenditure');

function mainKey(label: string, context: KeyContext): string | null {
  const bare = label.replace(/(?:完成|预期|预算|决算|执行|安排|预计|为|达到?|实现|拟|数|目标|征收)+$/g, '');
  if (context.book === 'debt') return null;
  const named = ofBook[context.book].test(bare) && !/调入|调出/.test(bare);
  if (/非税收入$/.test(bare)) return 'nonTaxIncome';
  if (/税收(?:收入)?$/.test(bare)) return 'taxIncome';
  if (/(?:一般|专项|政府)债券(?:安排的?)?支出$/.test(bare)) return 'bondExpenditure';
  if (/支出$/.test(bare)) {
    if (named && !context.nested && (!context.adding || context.last === 'totalOut')) return 'expenditure';
    if (context.nested && /^(?:全[市区县省州]|市本级|本级|[市区县省]级)?支出$/.test(bare))
      return 'ownExpenditure';
    if (
      !context.nested &&
      !context.adding &&
      /^(?:全[市区县省州]|市本级|本级|[市区县省]级|\d{4}年|预算|总)*支出$/.test(bare)
    )
      return 'expenditure';
  }
  if (/收入$/.test(bare)) {
    if (named && !context.nested && (!context.adding || context.last === 'totalIn')) return 'income';
    if (
      !context.nested &&
      !context.adding &&
      /^(?:全[市区县省州]|市本级|本级|[市区县省]级|\d{4}年|预算)*收入$/.test(bare)
    )
      return 'income';
  }
  return null;
}

/** 由年初的682亿元调整为536.8亿元,增加39.9亿元: the budget and what a standing committee made of it. */
function adjustment(clean: string, context: KeyContext): string | null {
  const moved = context.last.startsWith('transferBudget');
  if (/年初(?:预算)?的?$/.test(clean))
    return /转移支付/.test(clean) ? 'transferBudgetInitial' : 'budgetInitial';
  if (/调整(?:为|到|至)$/.test(clean)) return moved ? 'transferBudgetAdjusted' : 'budgetAdjusted';
  if (context.last !== 'budgetAdjusted') return null;
  if (/^(?:增加|调增)$/.test(clean)) return 'budgetIncrease';
  return /^(?:减少|调减)$/.test(clean) ? 'budgetDecrease' : null;
}

const spaces = signSet(spaceSigns);
export const withoutSpaces = (label: string): string =>
  holdsAny(spaces, label) ? label.replace(/\s+/g, '') : label;

const noteSigns = signSet('¹²³⁴⁵⁶⁷⁸⁹⁰①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');
const withoutNotes = (label: string): string =>
  holdsAny(noteSigns, label) ? label.replace(/[¹²³⁴⁵⁶⁷⁸⁹⁰①-⑳]/g, '') : label;

const compared = /^[比较](?:20\d\d年|上年)(?:同期)?(?:执行数)?/;
const THAN = 0x6bd4;
const AGAINST = 0x8f83;

/** null where a label names no line of a statement. */
export function keyOf(label: string, unit: string, context: KeyContext): string | null {
  const bald = withoutNotes(withoutSpaces(label));
  const first = codeAt(bald, 0);
  const clean = first === THAN || first === AGAINST ? bald.replace(compared, '') : bald;
  if (unit === '%' || unit === '个百分点') return shareKey(clean, context);
  if (!/元$/.test(unit)) return null;
  const bare = clean.replace(/(?:为|达到?|共|完成|预计|预算|决算数?|数)+$/, '');
  for (const [pattern, key] of totals) if (pattern.test(bare)) return key;
  if (/赤字$/.test(bare)) return 'deficit';
  if (
    /^(?:年终|年末|收支)?(?:结余结转|结转结余|收支结余|净结余|年终结余|结余|结转)(?:下年)?$/.test(bare) &&
    !context.adding
  )
    return 'surplus';
  if (/^(?:增收|增支|减收|减支)$/.test(bare)) return `${context.last || sideWord(context)}Change`;
  if (context.book === 'debt') return debtKey(clean, context);
  const main = mainKey(clean, context);
  if (main) return main;
  if (
    /调入一般公共预算|调出(?:资金)?到?一般公共预算/.test(clean) &&
    context.book === 'stateCapital' &&
    context.side === 'out'
  )
    return 'toGeneralBudget';
  if (!/转移支付收入和|转移性/.test(clean)) {
    for (const [pattern, key] of balances)
      if (pattern.test(clean) && !(context.adding && context.side === 'in' && key === 'openingBalance'))
        return key;
  }
  const adjusted = adjustment(clean, context);
  if (adjusted) return adjusted;
  if (/转移性收入$|(?:上级|中央|省)补助收入$/.test(clean)) return 'transfersIn';
  if (/转移性支出$|上解(?:上级|中央|省)?支出$/.test(clean)) return 'transfersOut';
  if (context.adding) return context.side === 'in' ? 'transfersIn' : 'transfersOut';
  return null;
}
