// Whether the books of one level agree with each other and with its debt: bond money is spent where it was raised for
// (预算法 §35: borrowing is listed in the budget; 一般债券 in the general public budget, 专项债券 in the government funds).
import type { BudgetLine } from '../item/budget/budget-line.ts';
import type { Check } from '../reading.ts';
import { inUnit, roomOf } from './budget-sum.ts';

const sameLevel = (one: BudgetLine, other: BudgetLine): boolean =>
  one.year === other.year && one.level === other.level;

/** A figure that may not be larger than another: printed amounts of two statements. */
function atMost(rule: string, what: string, of: BudgetLine, limit: BudgetLine): Check {
  const most = inUnit(limit, of.unit);
  const residual = Math.round((of.value - most) * 1e6) / 1e6;
  const rounding = roomOf([of, limit], of.unit);
  const other = { start: limit.start, end: limit.end };
  const ok = residual <= rounding + 1e-9;
  return {
    rule,
    ok,
    expected: most,
    found: of.value,
    residual,
    rounding,
    what,
    start: of.start,
    end: of.end,
    other,
  };
}

const bondsOf = { generalPublic: 'General', governmentFunds: 'Special' } as const;

/** 新增债券54.6亿元(全部为专项债券): the kind is said of the whole. */
function raised(
  lines: readonly BudgetLine[],
  text: string,
  spent: BudgetLine,
  head: string,
): BudgetLine | undefined {
  const kind =
    spent.book === 'generalPublic' || spent.book === 'governmentFunds' ? bondsOf[spent.book] : null;
  if (kind === null) return undefined;
  const own = lines.filter((line) => line.book === 'debt' && sameLevel(line, spent));
  const named = own.find((line) => line.key === head + kind);
  if (named) return named;
  const word = kind === 'General' ? '一般' : '专项';
  return own.find(
    (line) => line.key === head && text.slice(line.end, line.end + 12).startsWith(`(全部为${word}`),
  );
}

/**
 * Spending from bonds is at most what was raised; a draft may only plan the part of the ceiling that was given out in
 * advance (国务院关于加强地方政府性债务管理的意见, 国发〔2014〕43号). Money not spent yet is carried over, so less is no fault.
 */
function bondSpending(lines: readonly BudgetLine[], text: string): readonly Check[] {
  const seen = new Set<string>();
  return lines.flatMap((spent) => {
    const place = `${spent.year} ${spent.basis} ${spent.level} ${spent.book}`;
    if (spent.key !== 'bondExpenditure' || seen.has(place)) return [];
    const executed = spent.basis === 'execution';
    const limit = raised(lines, text, spent, executed ? 'newBonds' : 'newDebtCeiling');
    if (!limit) return [];
    seen.add(place);
    return [atMost('budget.identity', `${place}: bondExpenditure ≤ ${limit.key}`, spent, limit)];
  });
}

/** 转移支付收入和上年累计结余7.5亿元 holds what the year before closed with, so it cannot be less. */
function openingsInTransfers(lines: readonly BudgetLine[]): readonly Check[] {
  return lines.flatMap((into) => {
    if (into.key !== 'transfersIn' || !/上年(?:累计)?结(?:余|转结余)/.test(into.label)) return [];
    const closing = lines.find(
      (line) =>
        line.key === 'closingBalance' &&
        line.year === into.year - 1 &&
        line.level === into.level &&
        line.book === into.book,
    );
    if (!closing) return [];
    const what = `${into.year} ${into.level} ${into.book}: closingBalance ${closing.year} ≤ transfersIn`;
    return [atMost('budget.opening', what, closing, into)];
  });
}

export const budgetBooks = (text: string, lines: readonly BudgetLine[]): readonly Check[] => [
  ...bondSpending(lines, text),
  ...openingsInTransfers(lines),
];
