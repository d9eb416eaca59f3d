// Moves a claim: sent, asked for more, taken in, awarded or refused. What the rules said and why is kept with the move; an award
// is written with its posting, and two claims or a batch for one promise have one winner.
import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../core/contract/permission.ts';
import { makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { award, type Posting } from '../../../core/policy/ledger.ts';
import { awardKey } from '../../../core/policy/pay/award-batch.ts';
import { type ClaimAction, type ClaimState, claimLifecycle } from '../../../core/policy/pay/claim.ts';
import type { PaySettings } from '../../../core/policy/pay/clocks.ts';
import { readValue } from '../../../core/policy/value.ts';
import { yearOf } from '../../../core/quantity/calendar.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { claimStateLabel } from '../../../core/vocabulary/policy.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addAwards, type NewAward } from '../../store/award/award.ts';
import { addClaimEvent, addClaimFacts, lockPromise } from '../../store/award/claim.ts';
import { remembered } from '../award/move-batch.ts';
import { postTo } from '../award/post.ts';
import { lastDay, readPayRules } from '../award/rules.ts';
import { logDecisions } from '../clause/log-decisions.ts';
import { tell } from '../message/tell.ts';
import { type Actor, perform } from '../perform.ts';
import { recordAwards } from '../register/record-awards.ts';
import {
  allowedOf,
  answerOf,
  type ClaimStanding,
  claimFacts,
  type Judged,
  judgeClaim,
  loadClaim,
} from './standing.ts';

export interface ClaimMoveBody {
  readonly action: ClaimAction;
  readonly after: number;
  readonly words: string;
  /** As typed; '' for what the rules allow. */
  readonly amount: string;
  readonly consent: boolean;
}

/** Until when somebody must make the next move. */
function dueOn(state: ClaimState, today: IsoDate, rules: PaySettings, judged: Judged): IsoDate | null {
  if (state === 'submitted') return lastDay(today, rules.acceptTerm);
  if (state === 'accepted')
    return lastDay(today, judged.clause?.automation === 'reviewed' ? rules.judgeTerm : rules.decideTerm);
  return state === 'awarded' ? lastDay(today, rules.payTerm) : null;
}

async function addClaimAward(
  inside: Context,
  { claim }: ClaimStanding,
  judged: Judged,
  { amount, recordedBy, payBy }: { amount: number; recordedBy: string | null; payBy: IsoDate | null },
): Promise<Result<null, ProblemCode>> {
  const { db, jurisdiction, today } = inside;
  const { clause, day } = judged;
  if (!clause) return fail('claim.notInForce');
  const { subject, subjectName } = claim;
  const key = awardKey(clause, subject, day);
  const row: NewAward = {
    ...{ id: randomUUID(), subject, subjectName, clauseId: clause.id, area: clause.area, amount, key, day },
    ...{ period: String(yearOf(day)), part: 0, batchId: null, line: null, claimId: claim.id, payBy },
  };
  const won = await addAwards(db, jurisdiction, [row], recordedBy);
  if (won.size === 0) return fail('claim.madeBefore');
  const common = { id: `award:${key}`, day: today(), reference: `claim ${claim.id}` };
  const posting: Posting = award(common, clause.area, subject, amount);
  const posted = await postTo(inside, [posting], { words: '', reverses: null, recordedBy });
  if (!posted.ok) return posted;
  await recordAwards(inside, [remembered(clause, row, claim.id)]);
  return succeed(null);
}

/** The other side is told: the enterprise of a decision, the offices of a claim that came in. */
async function tellMove(
  inside: Context,
  { claim }: ClaimStanding,
  judged: Judged,
  state: ClaimState,
  caller: Caller,
) {
  const seats = [
    { roles: ['leadUnit' as const], unit: claim.unit },
    ...(claim.placeId === '' ? [] : [{ roles: ['district' as const], place: claim.placeId }]),
  ];
  const title = judged.clause?.title.zh ?? claim.clauseId;
  await tell(inside, caller.accountId, [
    {
      ...{ kind: 'policy.moved', objectKind: 'claim', objectId: claim.id, title },
      detail: { what: claimStateLabel[state] },
      to: state === 'submitted' ? { seats } : { accounts: [claim.ownerId] },
    },
  ]);
}

/** undefined for what the rules allow; null where it cannot be read. */
function decidedOf(typed: string): number | undefined | null {
  if (typed.trim() === '') return undefined;
  const value = readValue(typed.trim());
  return typeof value === 'object' && value.kind === 'fen' ? value.number : null;
}

export function moveClaim(
  context: Context,
  actor: Actor,
  claimId: string,
  body: ClaimMoveBody,
): Promise<Result<{ claimId: string; number: number; state: ClaimState }, ProblemCode>> {
  return perform<{ claimId: string; number: number; state: ClaimState }, ProblemCode>(
    context,
    actor,
    async (inside, note) => {
      const { db, jurisdiction, now, today } = inside;
      const { caller } = actor;
      const standing = await loadClaim(inside, claimId);
      if (!standing) return fail('object.notFound');
      const { claim } = standing;
      if (body.after !== standing.number) return fail('state.changed');
      await lockPromise(db, jurisdiction, `${claim.subject} ${claim.clauseId}`);
      const judged = await judgeClaim(inside, standing);
      const decided = decidedOf(body.amount);
      if (decided === null) return fail('ledger.amountInvalid');
      const roles = rolesOver(caller.grants, standing.scope, today());
      const facts = await claimFacts(inside, standing, judged, {
        ...{ actorId: caller.accountId, reason: body.words, decided, consent: body.consent },
      });
      const moved = makeMove(claimLifecycle, standing.state, body.action, roles, facts);
      if (!moved.ok) return moved;
      const isSent = body.action === 'submit';
      if (isSent && judged.typed.wrong.length > 0) return fail('claim.wrongFacts');
      const rules = await readPayRules(inside);
      const recordedBy = caller.accountId;
      const amount = body.action === 'award' ? (decided ?? allowedOf(judged.result) ?? null) : null;
      const number = standing.number + 1;
      const due = dueOn(moved.value, today(), rules, judged);
      const won = await addClaimEvent(db, jurisdiction, {
        ...{ claimId, number, action: body.action, state: moved.value, words: body.words.trim(), amount },
        ...{
          answer: answerOf(judged),
          ruleSetHash: judged.rules.compiled.ruleSet.hash,
          dueOn: due,
          recordedBy,
        },
        receivedAt: now().toISOString(),
      });
      if (!won) return fail('state.changed');
      if (isSent) await keepSent(inside, claimId, number, judged);
      if (isSent || body.action === 'award' || body.action === 'refuse')
        await logDecisions(
          inside,
          judged.rules,
          [
            {
              ...{ purpose: 'claim', subjectId: claim.subject, reference: claimId },
              ...{ facts: judged.facts, explanation: judged.explanation },
            },
          ],
          recordedBy,
        );
      if (amount !== null) {
        const awarded = await addClaimAward(inside, standing, judged, { amount, recordedBy, payBy: due });
        if (!awarded.ok) return awarded;
      }
      await tellMove(inside, standing, judged, moved.value, caller);
      note({ act: `claim.${body.action}`, objectKind: 'claim', objectId: claimId, detail: { number } });
      return succeed({ claimId, number, state: moved.value });
    },
  );
}

async function keepSent(inside: Context, claimId: string, number: number, { typed, given }: Judged) {
  const facts = Object.entries(typed.facts).flatMap(([fact, value]) =>
    value === null ? [] : [{ fact, value, typed: given[fact] ?? '' }],
  );
  await addClaimFacts(inside.db, inside.jurisdiction, { claimId, number }, facts);
}
