// Adds a line to a book, where the rules of its codes and its place let it in.
import { randomUUID } from 'node:crypto';
import { type BudgetLine, checkLines } from '../../../core/budget/book.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addLines, listLines } from '../../store/budget/line.ts';
import { type Actor, perform } from '../perform.ts';
import { standsInTheWay } from './asked.ts';

export type NewLine = Omit<BudgetLine, 'id'>;

export function addBudgetLine(
  context: Context,
  actor: Actor,
  given: NewLine,
): Promise<Result<{ lineId: string }, ProblemCode>> {
  return perform<{ lineId: string }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    const line = { ...given, name: given.name.trim(), id: randomUUID() };
    const { year, book, level } = line;
    const lines = await listLines(db, jurisdiction, { year, book, level });
    const found = checkLines([...lines, line]).filter(({ lineId }) => lineId === line.id);
    // Whether a leaf is listed deep enough is noted, not refused: its own parts may still come.
    const blocked = standsInTheWay(
      found.map(({ finding }) => finding),
      'new',
    );
    if (blocked) return blocked;
    const added = await addLines(
      db,
      jurisdiction,
      [{ ...line, key: '', sample: false }],
      actor.caller.accountId,
    );
    if (!added) return fail('budgetLine.twice', { name: line.name });
    note({ act: 'budget.line', objectKind: 'budget', objectId: line.id, detail: { year, book, level } });
    return succeed({ lineId: line.id });
  });
}
