// A person takes statements of a document into the books, or turns them down with a reason; each is decided once.
import { levelOfWord, resolutionsNeeded } from '../../../core/budget/statement-lines.ts';
import type { BudgetStatement } from '../../../core/budget/statements-from-items.ts';
import { isReason } from '../../../core/place/lifecycle.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { budgetKeyLabel } from '../../../core/vocabulary/budget.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { keepResolution } from '../../store/budget/resolution.ts';
import { addStatementDecisions, type StatementId } from '../../store/budget/statement.ts';
import { type Actor, perform } from '../perform.ts';
import { readStatements } from './read-statements.ts';
import { type NamedDecision, takeStatement } from './take-statement.ts';

export interface StatementsBody {
  readonly statements: readonly StatementId[];
  readonly decision: 'adopt' | 'reject';
  /** The congress approved the budget; its standing committee approved the adjustment. */
  readonly approved: NamedDecision | null;
  readonly revised: NamedDecision | null;
  readonly reason: string;
}

export interface StatementsDecided {
  readonly decided: number;
  readonly lines: number;
  readonly entries: number;
}

const isSame = (a: StatementId, b: StatementId): boolean =>
  a.year === b.year && a.basis === b.basis && a.level === b.level && a.book === b.book;

/** What stands in the way of taking one statement. */
function problemOf(statement: BudgetStatement, body: StatementsBody) {
  if (levelOfWord(statement.level) === null)
    return fail('statement.levelUnknown', { level: statement.level });
  const [conflict] = statement.conflicts;
  if (conflict && !isReason(body.reason)) {
    const name = budgetKeyLabel[conflict.key]?.zh ?? conflict.key;
    return fail('statement.conflict', { name, first: conflict.first, second: conflict.second });
  }
  const needs =
    statement.book === 'debt' ? { approved: false, revised: false } : resolutionsNeeded(statement);
  const lacking =
    needs.approved && !body.approved ? '年初预算' : needs.revised && !body.revised ? '调整预算' : null;
  return lacking === null ? null : fail('statement.needsResolution', { what: lacking });
}

export function decideStatements(
  context: Context,
  actor: Actor,
  documentId: string,
  body: StatementsBody,
): Promise<Result<StatementsDecided, ProblemCode>> {
  return perform<StatementsDecided, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const from = await readStatements(inside, documentId);
    if (!from) return fail('document.notFound');
    const wanted = body.statements.map((id) => from.statements.find((each) => isSame(each, id)));
    const chosen = wanted.flatMap((each) => each ?? []);
    if (chosen.length < wanted.length) return fail('statement.notFound');
    if (body.decision === 'reject' && !isReason(body.reason)) return fail('entry.needsReason');
    const recordedBy = actor.caller.accountId;
    const { decision } = body;
    const reason = body.reason.trim();
    const decisions = chosen.map(({ year, basis, level, book }) => ({
      documentId,
      year,
      basis,
      level,
      book,
      decision,
      reason,
    }));
    if (!(await addStatementDecisions(db, jurisdiction, decisions, recordedBy)))
      return fail('statement.decided');
    const sums = { lines: 0, entries: 0 };
    if (decision === 'adopt') {
      const blocked = chosen
        .map((statement) => problemOf(statement, body))
        .find((problem) => problem !== null);
      if (blocked) return blocked;
      const keep = (named: NamedDecision | null, of: 'congress' | 'standingCommittee') =>
        named === null ? null : keepResolution(db, jurisdiction, { body: of, ...named }, recordedBy);
      const [approvedId, revisedId] = [
        await keep(body.approved, 'congress'),
        await keep(body.revised, 'standingCommittee'),
      ];
      for (const statement of chosen) {
        const taken = await takeStatement(
          { context: inside, from, body, approvedId, revisedId, recordedBy },
          statement,
        );
        sums.lines += taken.lines;
        sums.entries += taken.entries;
      }
    }
    note({
      act: 'budget.statement',
      objectKind: 'document',
      objectId: documentId,
      detail: { decision, statements: chosen.length },
    });
    return succeed({ decided: chosen.length, ...sums });
  });
}
