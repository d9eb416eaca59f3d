// Whether the statements of a budget report balance: each side, the two totals, taxes, balances, debt and its uses (预算法 §12: 收支平衡).
import type { BudgetLine } from '../item/budget/budget-line.ts';
import type { Check } from '../reading.ts';
import { claim, inUnit, roomOf, sumsTo, totalIn } from './budget-sum.ts';

const rule = 'budget.identity';

const name = (line: BudgetLine): string =>
  `${line.year} ${line.basis} ${line.level} ${line.book}`.replace(/\s+/g, ' ');

const groupBy = (
  lines: readonly BudgetLine[],
  key: (line: BudgetLine) => string,
): readonly (readonly BudgetLine[])[] => {
  const groups = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    const at = key(line);
    const group = groups.get(at);
    if (group) group.push(line);
    else groups.set(at, [line]);
  }
  return [...groups.values()];
};

/** Statement a line belongs to: one book of one level in one year, executed or planned. */
export const statementOf = (line: BudgetLine): string =>
  `${line.year}|${line.basis}|${line.level}|${line.book}`;

const formula = (parts: readonly BudgetLine[], whole: BudgetLine): string =>
  `${parts.map((part) => part.key).join(' + ')} = ${whole.key}`;

/** income + transfersIn = totalIn: the amounts that the text adds up, against the total it prints. */
function sides(lines: readonly BudgetLine[]): readonly Check[] {
  const checks: Check[] = [];
  for (const whole of lines) {
    if ((whole.key !== 'totalIn' && whole.key !== 'totalOut') || whole.sum === 0) continue;
    const parts = lines.filter((line) => line.sum === whole.sum && line !== whole);
    if (parts.length > 1) checks.push(sumsTo(rule, `${name(whole)}: ${formula(parts, whole)}`, parts, whole));
  }
  return checks;
}

const first = (lines: readonly BudgetLine[], key: string): BudgetLine | undefined =>
  lines.find((line) => line.key === key);

/** Both totals are one number printed twice, so rounding explains nothing; a deficit or a surplus is the difference. */
function balance(text: string, lines: readonly BudgetLine[]): readonly Check[] {
  const totalIn = first(lines, 'totalIn');
  const totalOut = first(lines, 'totalOut');
  if (!totalIn || !totalOut) return [];
  const gap = lines.find((line) => line.key === 'deficit' || line.key === 'surplus');
  if (gap) {
    const found = inUnit(totalIn, gap.unit) - inUnit(totalOut, gap.unit);
    return [
      claim({
        rule,
        what: `${name(gap)}: totalIn − totalOut = ${gap.key === 'deficit' ? '−deficit' : 'surplus'}`,
        of: gap,
        found: gap.key === 'deficit' ? -found : found,
        rounding: roomOf([totalIn, totalOut, gap], gap.unit),
        other: { start: totalOut.start, end: totalOut.end },
      }),
    ];
  }
  const equal = inUnit(totalOut, totalIn.unit) === totalIn.value;
  if (!equal && !/平衡/.test(text.slice(totalOut.end, totalOut.end + 40))) return [];
  return [
    claim({
      rule,
      what: `${name(totalIn)}: totalIn = totalOut`,
      of: totalIn,
      found: inUnit(totalOut, totalIn.unit),
      rounding: 0,
      other: { start: totalOut.start, end: totalOut.end },
    }),
  ];
}

function parts(lines: readonly BudgetLine[], keys: readonly string[], whole: string): readonly Check[] {
  const total = first(lines, whole);
  const found = keys.map((key) => first(lines, key));
  if (!total || found.some((line) => line === undefined)) return [];
  const operands = found.filter((line) => line !== undefined);
  return [sumsTo(rule, `${name(total)}: ${formula(operands, total)}`, operands, total)];
}

function taxShare(lines: readonly BudgetLine[]): readonly Check[] {
  const share = first(lines, 'taxShare');
  const tax = first(lines, 'taxIncome');
  const income = first(lines, 'income');
  if (!share || !tax || !income || income.value === 0) return [];
  const quotient = (100 * totalIn([tax], income.unit)) / income.value;
  const room = roomOf([share], share.unit) + (100 * roomOf([tax, income], income.unit)) / income.value;
  return [
    claim({
      rule,
      what: `${name(share)}: taxIncome / income = taxShare`,
      of: share,
      found: quotient,
      rounding: room,
      other: { start: tax.start, end: tax.end },
    }),
  ];
}

/** 为调整预算的78.3%: the amount before it, as a share of the budget that a footnote or the text gives. */
function shareOfAdjusted(lines: readonly BudgetLine[]): readonly Check[] {
  const share = lines.find((line) => /ShareOfAdjustedBudget$/.test(line.key));
  const spent = share && first(lines, share.key.replace('ShareOfAdjustedBudget', ''));
  const adjusted = first(lines, 'budgetAdjusted');
  if (!share || !spent || !adjusted || adjusted.value === 0) return [];
  const room =
    roomOf([share], share.unit) + (100 * roomOf([spent, adjusted], adjusted.unit)) / adjusted.value;
  return [
    claim({
      rule,
      what: `${name(share)}: ${spent.key} / budgetAdjusted = ${share.key}`,
      of: share,
      found: (100 * totalIn([spent], adjusted.unit)) / adjusted.value,
      rounding: room,
      other: { start: adjusted.start, end: adjusted.end },
    }),
  ];
}

/** 当年结余 = 收入 − 支出, 年末结余 = 上年结余 + 当年结余: printed for social insurance funds. */
function balances(lines: readonly BudgetLine[]): readonly Check[] {
  const checks: Check[] = [];
  const income = first(lines, 'income');
  const expenditure = first(lines, 'expenditure');
  const year = first(lines, 'yearBalance');
  if (income && expenditure && year) {
    checks.push(
      claim({
        rule,
        what: `${name(year)}: income − expenditure = yearBalance`,
        of: year,
        found: totalIn([income], year.unit) - totalIn([expenditure], year.unit),
        rounding: roomOf([income, expenditure, year], year.unit),
        other: { start: expenditure.start, end: expenditure.end },
      }),
    );
  }
  return [...checks, ...parts(lines, ['openingBalance', 'yearBalance'], 'closingBalance')];
}

const debtWholes = [
  'debtCeiling',
  'newDebtCeiling',
  'debtBalance',
  'bonds',
  'newBonds',
  'refinancing',
  'principal',
  'interest',
];

/** General and special debt make the whole; new and refinancing bonds make the bonds; uses make the new bonds. */
function debt(lines: readonly BudgetLine[]): readonly Check[] {
  const checks: Check[] = [];
  for (const sentence of groupBy(lines, (line) => String(line.sentence))) {
    for (const whole of debtWholes)
      checks.push(...parts(sentence, [`${whole}General`, `${whole}Special`], whole));
    checks.push(...parts(sentence, ['newBonds', 'refinancing'], 'bonds'));
    const uses = sentence.filter((line) => line.key === 'use');
    const spent = sentence.find((line) => /^(?:newBonds|bonds)(?:General|Special)?$/.test(line.key));
    if (spent && uses.length > 1)
      checks.push(sumsTo(rule, `${name(spent)}: uses = ${spent.key}`, uses, spent));
  }
  for (const kind of ['', 'General', 'Special']) {
    const ceiling = first(lines, `debtCeiling${kind}`);
    const held = first(lines, `debtBalance${kind}`);
    if (!ceiling || !held) continue;
    checks.push({
      rule,
      ok: totalIn([held], ceiling.unit) <= ceiling.value,
      expected: ceiling.value,
      found: totalIn([held], ceiling.unit),
      residual: totalIn([held], ceiling.unit) - ceiling.value,
      rounding: 0,
      what: `${name(ceiling)}: debtBalance${kind} ≤ debtCeiling${kind}`,
      start: ceiling.start,
      end: ceiling.end,
      other: { start: held.start, end: held.end },
    });
  }
  return checks;
}

/** 其中 lists whose parts are printed to the last: own expenditure and bonds. */
const ownAndBonds = (lines: readonly BudgetLine[]): readonly Check[] =>
  parts(
    lines.filter((line) => line.nested || line.key === 'expenditure'),
    ['ownExpenditure', 'bondExpenditure'],
    'expenditure',
  );

/** The identities of all statements, in printed order. */
export function budgetIdentities(text: string, lines: readonly BudgetLine[]): readonly Check[] {
  const checks: Check[] = [];
  for (const statement of groupBy(lines, statementOf)) {
    if (statement[0]?.book === 'debt') checks.push(...debt(statement));
    else {
      checks.push(
        ...sides(statement),
        ...balance(text, statement),
        ...parts(statement, ['taxIncome', 'nonTaxIncome'], 'income'),
        ...ownAndBonds(statement),
        ...taxShare(statement),
        ...shareOfAdjusted(statement),
        ...balances(statement),
        ...parts(statement, ['budgetInitial', 'budgetIncrease'], 'budgetAdjusted'),
      );
    }
  }
  return checks;
}
