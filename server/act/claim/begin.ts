// Begins a claim of the caller's own enterprise; one that was begun for the same clause and not sent is gone on with.
import { randomUUID } from 'node:crypto';
import { isValidOn } from '../../../core/policy/engine/compile.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addClaim, listClaimEvents, listClaims, lockPromise } from '../../store/award/claim.ts';
import { codeOfAccount } from '../../store/award/holder.ts';
import { listEnterprises } from '../../store/register/current.ts';
import { rulesOn } from '../clause/rules-on.ts';
import { type Actor, perform } from '../perform.ts';
import { isOver, stateOf } from './standing.ts';

/** The claim for the clause that is not over yet. */
async function openClaim({ db, jurisdiction }: Context, code: string, clauseId: string) {
  const claims = (await listClaims(db, jurisdiction, code)).filter((claim) => claim.clauseId === clauseId);
  const ids = claims.map(({ id }) => id);
  const events = await listClaimEvents(db, jurisdiction, ids);
  return claims.find(({ id }) => {
    const state = stateOf(events.filter(({ claimId }) => claimId === id));
    return !isOver(state) && state !== 'awarded';
  });
}

export function beginClaim(
  context: Context,
  actor: Actor,
  clauseId: string,
): Promise<Result<{ claimId: string }, ProblemCode>> {
  return perform<{ claimId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction, today } = inside;
    const ownerId = actor.caller.accountId;
    const code = ownerId === null ? undefined : await codeOfAccount(db, jurisdiction, ownerId);
    if (ownerId === null || code === undefined) return fail('claim.noEnterprise');
    const rules = await rulesOn(inside, 'enterprise', today());
    const clause = rules.clauses.find(({ id }) => id === clauseId);
    if (!clause) return fail('policy.notFound');
    if (clause.automation === 'automatic') return fail('claim.paidWithoutClaim');
    if (clause.subject !== 'enterprise' || !isValidOn(clause, today())) return fail('claim.notInForce');
    await lockPromise(db, jurisdiction, `${code} ${clauseId}`);
    const before = await openClaim(inside, code, clauseId);
    if (before) return succeed({ claimId: before.id });
    const [enterprise] = await listEnterprises(db, jurisdiction, [code]);
    const claimId = randomUUID();
    await addClaim(db, jurisdiction, {
      ...{ id: claimId, subject: code, subjectName: enterprise?.name ?? code },
      ...{ placeId: enterprise?.place_id ?? '', clauseId, unit: clause.lead, ownerId, recordedBy: ownerId },
    });
    note({ act: 'claim.begin', objectKind: 'claim', objectId: claimId, detail: { clauseId } });
    return succeed({ claimId });
  });
}
