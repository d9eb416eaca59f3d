// Enters numbers of the debt of one year and level: a balance over its ceiling, parts that do not make the whole, a wrong unit
// are asked about with both numbers.
import type { BudgetLevel } from '../../../core/budget/book.ts';
import { checkDebt } from '../../../core/budget/debt.ts';
import { type DebtFigure, debtYearOf } from '../../../core/budget/debt-figures.ts';
import { type Finding, finding } from '../../../core/project/finding.ts';
import { looksLikeWrongUnit, numberOf, printed } from '../../../core/project/money.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { debtNumberLabel } from '../../../core/vocabulary/budget.ts';
import type { MoneyProblem } from '../../../core/vocabulary/money-sentence.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addDebtFigures, listDebtFigures } from '../../store/budget/debt.ts';
import { type Actor, perform } from '../perform.ts';
import { standsInTheWay } from './asked.ts';
import { readBudgetSettings } from './settings.ts';

export interface DebtBody {
  readonly year: number;
  readonly level: BudgetLevel;
  readonly figures: readonly DebtFigure[];
  readonly explanation: string;
}

export interface DebtEntered {
  readonly entered: number;
  readonly findings: readonly Finding<MoneyProblem>[];
}

const isSame = (a: DebtFigure, b: DebtFigure): boolean =>
  a.name === b.name && a.kind === b.kind && a.purpose === b.purpose;

/** 万元 for 亿元: held against the last number of the same thing, of this year or the year before. */
const unitFindings = (given: readonly DebtFigure[], known: readonly DebtFigure[]): Finding<MoneyProblem>[] =>
  given.flatMap((figure) => {
    const beside = known.find((each) => isSame(each, figure));
    const [value, other] = [numberOf(figure.amount), numberOf(beside?.amount ?? null)];
    if (!value || !other || !looksLikeWrongUnit(value, other)) return [];
    const name = debtNumberLabel[figure.name] ? figure.name : figure.purpose;
    return [
      finding('debt.unitJump' as const, 'asks', { name, value: printed(value), beside: printed(other) }),
    ];
  });

export function enterDebt(
  context: Context,
  actor: Actor,
  { year, level, figures, explanation }: DebtBody,
): Promise<Result<DebtEntered, ProblemCode>> {
  return perform<DebtEntered, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const known = await listDebtFigures(db, jurisdiction, { year, level });
    const before = await listDebtFigures(db, jurisdiction, { year: year - 1, level });
    const changed = figures.filter(
      (figure) => !known.some((each) => isSame(each, figure) && each.amount === figure.amount),
    );
    if (changed.length === 0) return fail('debt.nothing');
    const merged = [...known.filter((each) => !changed.some((figure) => isSame(each, figure))), ...changed];
    const spent = { generalExpenditure: null, fundExpenditure: null };
    const last = before.length === 0 ? null : debtYearOf(year - 1, before, spent).balance;
    const rules = await readBudgetSettings(inside);
    const findings: Finding<MoneyProblem>[] = [
      ...unitFindings(changed, [...known, ...before]),
      ...checkDebt(debtYearOf(year, merged, spent), rules, last),
    ];
    const blocked = standsInTheWay(findings, explanation);
    if (blocked) return blocked;
    const rows = changed.map((figure) => ({
      ...figure,
      ...{ year, level, explanation: explanation.trim(), origin: null },
      number: (known.find((each) => isSame(each, figure))?.number ?? 0) + 1,
    }));
    if (!(await addDebtFigures(db, jurisdiction, rows, actor.caller.accountId))) return fail('state.changed');
    note({
      act: 'debt.enter',
      objectKind: 'debt',
      objectId: `${year}/${level}`,
      detail: { figures: rows.length },
    });
    return succeed({ entered: rows.length, findings });
  });
}
