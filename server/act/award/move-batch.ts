// Moves a batch: reviewed and approved by two more persons, sent back or withdrawn. Approval writes every award and its posting in
// one transaction, and shows the list to the public; an award that is held by then stops the whole.
import { randomUUID } from 'node:crypto';
import { mayOn } from '../../../core/contract/permission.ts';
import { makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import type { Clause, PolicyArea } from '../../../core/policy/clause.ts';
import {
  awardPostings,
  type BatchAction,
  type BatchState,
  batchLifecycle,
  type ProposedAward,
} from '../../../core/policy/pay/award-batch.ts';
import { areaLabel } from '../../../core/policy/words/clause-labels.ts';
import { yearOf } from '../../../core/quantity/calendar.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addAwards, type NewAward } from '../../store/award/award.ts';
import { addBatchEvent, type BatchRow } from '../../store/award/batch.ts';
import { type LineRow, listPayingLines } from '../../store/award/line.ts';
import { clausesOn } from '../clause/book.ts';
import { type Actor, perform } from '../perform.ts';
import { recordAwards } from '../register/record-awards.ts';
import { postTo } from './post.ts';
import { lastDay, readPayRules } from './rules.ts';
import { batchFacts, loadBatch } from './standing.ts';
import { tellAwarded } from './tell-awarded.ts';

export interface BatchMoveBody {
  readonly action: Exclude<BatchAction, 'pay'>;
  readonly after: number;
  readonly words: string;
}

const isArea = (text: string): text is PolicyArea => Object.hasOwn(areaLabel, text);

/** What a key says after its own: which part of a promise that is paid in parts. */
const partOf = (key: string): number => Number(key.split('#')[1] ?? 0);

const proposedOf = ({ subject, clauseId, area, amount, key }: LineRow): ProposedAward[] =>
  isArea(area) ? [{ subjectId: subject, clauseId, area, amount, key }] : [];

/** What the register keeps of an award: what clauses ask about the past. */
export function remembered(
  clause: Clause | undefined,
  { subject, clauseId, amount, day }: NewAward,
  batch: string,
) {
  return {
    ...{ code: subject, clauseId, year: yearOf(day), fen: amount, on: day, batch },
    onceKey: clause?.once?.key ?? '',
    yearKey: clause?.yearlyCap?.key ?? '',
    groupKey: clause?.overlap?.rule === 'topUp' ? clause.overlap.group : '',
  };
}

async function award(
  inside: Context,
  batch: BatchRow,
  recordedBy: string | null,
): Promise<Result<number, ProblemCode>> {
  const { db, jurisdiction, today } = inside;
  const lines = await listPayingLines(db, jurisdiction, batch.id);
  const payBy = lastDay(today(), (await readPayRules(inside)).payTerm);
  const awards = lines.map((line): NewAward => {
    const { subject, subjectName, clauseId, area, amount, key, number } = line;
    const period = String(yearOf(batch.day));
    return {
      ...{ id: randomUUID(), subject, subjectName, clauseId, area, amount, key, period, part: partOf(key) },
      ...{ day: batch.day, batchId: batch.id, line: number, claimId: null, payBy },
    };
  });
  const won = await addAwards(db, jurisdiction, awards, recordedBy);
  if (won.size !== awards.length)
    return fail('batch.heldMeanwhile', { number: String(awards.length - won.size) });
  const postings = awardPostings(lines.flatMap(proposedOf), batch.id, today());
  const posted = await postTo(inside, postings, { words: '', reverses: null, recordedBy });
  if (!posted.ok) return posted;
  const clauses = new Map((await clausesOn(inside, batch.day)).map((clause) => [clause.id, clause]));
  await recordAwards(
    inside,
    awards.map((each) => remembered(clauses.get(each.clauseId), each, batch.id)),
  );
  await tellAwarded(inside, awards, { day: batch.day, recordedBy });
  return succeed(awards.length);
}

export interface BatchMoved {
  readonly batchId: string;
  readonly number: number;
  readonly state: BatchState;
}

export function moveBatch(
  context: Context,
  actor: Actor,
  batchId: string,
  { action, after, words }: BatchMoveBody,
): Promise<Result<BatchMoved, ProblemCode>> {
  return perform<BatchMoved, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction, now, today } = inside;
    const { caller } = actor;
    const standing = await loadBatch(inside, batchId);
    if (!standing || !mayOn({ ...caller, scopes: null }, 'award.move', standing.scope))
      return fail('object.notFound');
    if (after !== standing.number) return fail('state.changed');
    const roles = rolesOver(caller.grants, standing.scope, today());
    const facts = await batchFacts(inside, standing, { actorId: caller.accountId, reason: words });
    const moved = makeMove(batchLifecycle, standing.state, action, roles, facts);
    if (!moved.ok) return moved;
    const recordedBy = caller.accountId;
    const isApproval = action === 'approve';
    const noticeTo = isApproval ? lastDay(today(), (await readPayRules(inside)).noticeTerm) : null;
    const event = { batchId, number: after + 1, action, state: moved.value, words, recordedBy };
    const notice = { noticeFrom: isApproval ? today() : null, noticeTo };
    const won = await addBatchEvent(db, jurisdiction, {
      ...event,
      ...notice,
      receivedAt: now().toISOString(),
    });
    if (!won) return fail('state.changed');
    const awarded = isApproval ? await award(inside, standing.batch, recordedBy) : succeed(0);
    if (!awarded.ok) return awarded;
    note({
      ...{ act: `batch.${action}`, objectKind: 'batch', objectId: batchId },
      detail: { number: event.number, awards: awarded.value },
    });
    return succeed({ batchId, number: event.number, state: moved.value });
  });
}
