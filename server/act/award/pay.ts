// Pays what was awarded: of a batch once its public notice is over, of claims at once. In small transactions, so that a server
// that dies in the middle has paid some and owes the rest; who asks again pays the rest, and nothing twice.
import { mayOn } from '../../../core/contract/permission.ts';
import { makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import type { PolicyArea } from '../../../core/policy/clause.ts';
import { batchLifecycle, paymentPostings } from '../../../core/policy/pay/award-batch.ts';
import { areaLabel } from '../../../core/policy/words/clause-labels.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { type AwardRow, addDisbursements, listUnpaid } from '../../store/award/award.ts';
import { addBatchEvent } from '../../store/award/batch.ts';
import { type Actor, perform } from '../perform.ts';
import { postTo } from './post.ts';
import { batchFacts, loadBatch } from './standing.ts';

/** So many awards are paid in one transaction. */
const stretch = 500;

export interface Paid {
  readonly awards: number;
  /** 分 */
  readonly amount: number;
}

const isArea = (text: string): text is PolicyArea => Object.hasOwn(areaLabel, text);

async function payWithin(
  inside: Context,
  awards: readonly AwardRow[],
  reference: string,
  recordedBy: string | null,
): Promise<Result<Paid, ProblemCode>> {
  const { db, jurisdiction, today } = inside;
  const won = await addDisbursements(db, jurisdiction, awards, { paidOn: today(), recordedBy });
  const paid = awards.filter(({ id }) => won.has(id));
  const proposed = paid.flatMap(({ subject, clauseId, area, amount, key }) =>
    isArea(area) ? [{ subjectId: subject, clauseId, area, amount, key }] : [],
  );
  const posted = await postTo(inside, paymentPostings(proposed, reference, today()), {
    ...{ words: '', reverses: null, recordedBy },
  });
  if (!posted.ok) return posted;
  return succeed({ awards: paid.length, amount: paid.reduce((sum, { amount }) => sum + amount, 0) });
}

/** The last payment of a batch closes it. */
async function close(inside: Context, actor: Actor, batchId: string): Promise<void> {
  const standing = await loadBatch(inside, batchId);
  if (standing?.state !== 'approved') return;
  const { accountId: recordedBy, grants } = actor.caller;
  const facts = await batchFacts(inside, standing, { actorId: recordedBy, reason: '' });
  const roles = rolesOver(grants, standing.scope, inside.today());
  const moved = makeMove(batchLifecycle, standing.state, 'pay', roles, facts);
  if (!moved.ok) return;
  await addBatchEvent(inside.db, inside.jurisdiction, {
    ...{ batchId, number: standing.number + 1, action: 'pay', state: moved.value, words: '' },
    ...{ noticeFrom: null, noticeTo: null, receivedAt: inside.now().toISOString(), recordedBy },
  });
}

async function mayPay(context: Context, actor: Actor, batchId: string): Promise<Result<null, ProblemCode>> {
  const standing = await loadBatch(context, batchId);
  if (!standing || !mayOn({ ...actor.caller, scopes: null }, 'policy.pay', standing.scope))
    return fail('object.notFound');
  const { state, notice } = standing;
  if (state !== 'approved' || notice === null) return fail('batch.notApproved');
  return context.today() > notice.to ? succeed(null) : fail('batch.noticeRunning', { day: notice.to });
}

/** `batchId` null pays the awards of claims. */
export async function payAwards(
  context: Context,
  actor: Actor,
  batchId: string | null,
): Promise<Result<Paid, ProblemCode>> {
  const may = batchId === null ? succeed(null) : await mayPay(context, actor, batchId);
  if (!may.ok) return may;
  let sum: Paid = { awards: 0, amount: 0 };
  for (;;) {
    const done = await perform<Paid, ProblemCode>(context, { ...actor, key: null }, async (inside, note) => {
      const { db, jurisdiction } = inside;
      const awards = await listUnpaid(db, jurisdiction, batchId, stretch);
      const paid = await payWithin(inside, awards, batchId ?? 'claims', actor.caller.accountId);
      if (!paid.ok) return paid;
      // Whoever finds nothing left closes too: the one who paid the last may have died before.
      if (batchId !== null && awards.length < stretch) await close(inside, actor, batchId);
      if (paid.value.awards === 0) return paid;
      note({
        act: 'award.pay',
        objectKind: 'batch',
        objectId: batchId ?? 'claims',
        detail: { ...paid.value },
      });
      return paid;
    });
    if (!done.ok) return done;
    sum = { awards: sum.awards + done.value.awards, amount: sum.amount + done.value.amount };
    if (done.value.awards < stretch) return succeed(sum);
  }
}
