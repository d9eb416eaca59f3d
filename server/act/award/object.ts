// Objections to a list of awards: raised while it is public or being reviewed, answered once by the office. One that is upheld
// takes the line out, or takes the award back by a counter-entry; nothing is paid while one is open.
import { randomUUID } from 'node:crypto';
import { mayOn } from '../../../core/contract/permission.ts';
import { isReason } from '../../../core/place/lifecycle.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { listAwardsOfBatch } from '../../store/award/award.ts';
import { addRemoval, getLine } from '../../store/award/line.ts';
import { addObjection, addObjectionAnswer, listObjections } from '../../store/award/objection.ts';
import { type Actor, perform } from '../perform.ts';
import { type BatchStanding, loadBatch } from './standing.ts';
import { takeBack } from './take-back.ts';

export function objectToLine(
  context: Context,
  actor: Actor,
  batchId: string,
  { line, words }: { readonly line: number; readonly words: string },
): Promise<Result<{ objectionId: string }, ProblemCode>> {
  return perform<{ objectionId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction, today } = inside;
    const standing = await loadBatch(inside, batchId);
    if (!standing) return fail('object.notFound');
    const { state, notice } = standing;
    // Outside the offices a list is known only while it is public.
    const isPublic = state === 'approved' && notice !== null && today() <= notice.to;
    const mayReview = mayOn({ ...actor.caller, scopes: null }, 'award.move', standing.scope);
    if (!isPublic && !mayReview) return fail('object.notFound');
    if (!isPublic && state !== 'draft' && state !== 'reviewed') return fail('batch.noticeOver');
    if (!isReason(words)) return fail('batch.needsReason');
    const found = await getLine(db, jurisdiction, batchId, line);
    if (found?.outcome !== 'pays' || found.removed !== null)
      return fail('batch.noSuchLine', { number: String(line) });
    const objectionId = randomUUID();
    const recordedBy = actor.caller.accountId;
    await addObjection(db, jurisdiction, { id: objectionId, batchId, line, words, recordedBy });
    note({ act: 'batch.object', objectKind: 'batch', objectId: batchId, detail: { line, objectionId } });
    return succeed({ objectionId });
  });
}

async function uphold(
  inside: Context,
  actor: Actor,
  { batch, state }: BatchStanding,
  line: number,
  reason: string,
): Promise<Result<null, ProblemCode>> {
  const { db, jurisdiction } = inside;
  const recordedBy = actor.caller.accountId;
  if (state === 'draft' || state === 'reviewed') {
    await addRemoval(db, jurisdiction, { batchId: batch.id, line, reason, recordedBy });
    return succeed(null);
  }
  const awards = await listAwardsOfBatch(db, jurisdiction, batch.id);
  const award = awards.find((each) => each.line === line);
  return award
    ? takeBack(inside, award, { reason, recordedBy })
    : fail('batch.noSuchLine', { number: String(line) });
}

export function answerObjection(
  context: Context,
  actor: Actor,
  { batchId, objectionId }: { readonly batchId: string; readonly objectionId: string },
  { upheld, words }: { readonly upheld: boolean; readonly words: string },
): Promise<Result<{ objectionId: string }, ProblemCode>> {
  return perform<{ objectionId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const standing = await loadBatch(inside, batchId);
    const objection = (await listObjections(db, jurisdiction, batchId)).find(({ id }) => id === objectionId);
    if (!standing || !objection || !mayOn({ ...actor.caller, scopes: null }, 'award.move', standing.scope))
      return fail('object.notFound');
    if (!isReason(words)) return fail('batch.needsReason');
    const recordedBy = actor.caller.accountId;
    if (objection.recordedBy !== null && objection.recordedBy === recordedBy)
      return fail('batch.ownObjection');
    if (!(await addObjectionAnswer(db, jurisdiction, { objectionId, upheld, words, recordedBy })))
      return fail('state.changed');
    const done = upheld ? await uphold(inside, actor, standing, objection.line, words) : succeed(null);
    if (!done.ok) return done;
    note({
      ...{ act: 'batch.answerObjection', objectKind: 'batch', objectId: batchId },
      detail: { objectionId, upheld },
    });
    return succeed({ objectionId });
  });
}
