// Takes a line out of a batch before it is approved, with the reason; the line stays in sight as taken out.
import { mayOn } from '../../../core/contract/permission.ts';
import { isReason } from '../../../core/place/lifecycle.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addRemoval, getLine } from '../../store/award/line.ts';
import { type Actor, perform } from '../perform.ts';
import { loadBatch } from './standing.ts';

export interface RemovalBody {
  readonly line: number;
  readonly reason: string;
}

export function removeLine(
  context: Context,
  actor: Actor,
  batchId: string,
  { line, reason }: RemovalBody,
): Promise<Result<{ line: number }, ProblemCode>> {
  return perform<{ line: number }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const standing = await loadBatch(inside, batchId);
    if (!standing || !mayOn({ ...actor.caller, scopes: null }, 'award.move', standing.scope))
      return fail('object.notFound');
    if (!isReason(reason)) return fail('batch.needsReason');
    if (standing.state !== 'draft' && standing.state !== 'reviewed') return fail('batch.decided');
    const found = await getLine(db, jurisdiction, batchId, line);
    if (found?.outcome !== 'pays') return fail('batch.noSuchLine', { number: String(line) });
    const recordedBy = actor.caller.accountId;
    if (!(await addRemoval(db, jurisdiction, { batchId, line, reason, recordedBy })))
      return fail('state.changed');
    note({ act: 'batch.removeLine', objectKind: 'batch', objectId: batchId, detail: { line } });
    return succeed({ line });
  });
}
