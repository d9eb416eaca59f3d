// Gives money to the fund of a policy area by a document, and takes a posting back by a counter-entry that names it.
import { randomUUID } from 'node:crypto';
import { isReason } from '../../../core/place/lifecycle.ts';
import type { PolicyArea } from '../../../core/policy/clause.ts';
import { appropriate, reverse } from '../../../core/policy/ledger.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { getAwardByKey } from '../../store/award/award.ts';
import { getPosting } from '../../store/award/ledger.ts';
import { type Actor, perform } from '../perform.ts';
import { postTo } from './post.ts';
import { takeBack } from './take-back.ts';

export interface Appropriation {
  readonly area: PolicyArea;
  /** 分 */
  readonly amount: number;
  readonly document: string;
}

export function appropriateFund(
  context: Context,
  actor: Actor,
  { area, amount, document }: Appropriation,
): Promise<Result<{ number: number }, ProblemCode>> {
  return perform<{ number: number }, ProblemCode>(context, actor, async (inside, note) => {
    if (!isReason(document)) return fail('ledger.needsDocument');
    const posting = appropriate(
      { id: `fund:${randomUUID()}`, day: inside.today(), reference: document },
      area,
      amount,
    );
    const recordedBy = actor.caller.accountId;
    const posted = await postTo(inside, [posting], { words: document, reverses: null, recordedBy });
    if (!posted.ok) return posted;
    const number = posted.value[0] ?? 0;
    note({
      act: 'ledger.appropriate',
      objectKind: 'ledger',
      objectId: String(number),
      detail: { area, amount },
    });
    return succeed({ number });
  });
}

export function reversePosting(
  context: Context,
  actor: Actor,
  { posting, reason }: { readonly posting: number; readonly reason: string },
): Promise<Result<{ posting: number }, ProblemCode>> {
  return perform<{ posting: number }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction, today } = inside;
    if (!isReason(reason)) return fail('batch.needsReason');
    const first = await getPosting(db, jurisdiction, posting);
    if (!first) return fail('ledger.notFound');
    if (first.kind === 'reverse') return fail('ledger.reversalFinal');
    if (first.reversedBy !== null)
      return fail('ledger.reversedAlready', { posting: String(posting), by: String(first.reversedBy) });
    if (first.kind === 'disburse') return fail('ledger.paidStays');
    const recordedBy = actor.caller.accountId;
    if (first.kind === 'award') {
      const award = await getAwardByKey(db, jurisdiction, first.key.slice('award:'.length));
      const back = award ? await takeBack(inside, award, { reason, recordedBy }) : fail('ledger.notFound');
      if (!back.ok) return back;
    } else {
      const counter = reverse({ id: `reverse:${posting}`, day: today() }, { ...first, id: first.key });
      const posted = await postTo(inside, [counter], { words: reason, reverses: posting, recordedBy });
      if (!posted.ok) return posted;
    }
    note({ act: 'ledger.reverse', objectKind: 'ledger', objectId: String(posting) });
    return succeed({ posting });
  });
}
