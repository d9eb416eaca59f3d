// Overrules a verdict for a time, with a reason, or takes that back. Nothing is replaced: the rules' verdict and every word stay.
import { randomUUID } from 'node:crypto';
import { checkOverride } from '../../../core/assess/override.ts';
import type { VerdictStatus } from '../../../core/assess/verdict.ts';
import { isReason } from '../../../core/place/lifecycle.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { judgeOn, seriesOfPlan } from '../../judge/judge.ts';
import { loadPlan } from '../../judge/plan-facts.ts';
import { getCommitment } from '../../store/commitment.ts';
import { addRevision, lockPlan } from '../../store/plan.ts';
import { addOverride, listOverridesOf } from '../../store/standing/override.ts';
import { tellVerdict } from '../message/tell-verdict.ts';
import { type Actor, perform } from '../perform.ts';
import { unitNameReader } from '../supervise/unit-name.ts';

export interface OverrideBody {
  readonly status: VerdictStatus;
  readonly reason: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
}

type Done = Result<{ overrideId: string }, ProblemCode>;

export function overruleVerdict(
  context: Context,
  actor: Actor,
  commitmentId: string,
  body: OverrideBody,
): Promise<Done> {
  return perform<{ overrideId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const stored = await getCommitment(db, jurisdiction, commitmentId);
    if (!stored) return fail('commitment.notFound');
    await lockPlan(db, jurisdiction, stored.plan_id);
    const loaded = await loadPlan(inside, { plan: stored.plan_id, asOf: body.from });
    if (!loaded.ok) return loaded;
    const commitment = loaded.value.commitments.find(({ id }) => id === commitmentId);
    if (!commitment) return fail('commitment.notFound');
    const { verdict } = judgeOn(loaded.value, seriesOfPlan(loaded.value), commitment, body.from);
    const computed = { ...verdict, status: verdict.overruled?.computed ?? verdict.status };
    const nameOf = await unitNameReader(inside);
    const units = [commitment.lead_unit, ...commitment.support_units].flatMap((unit) =>
      unit === null ? [] : [nameOf(unit)],
    );
    const isOwnUnit = actor.caller.grants.some(({ unit }) => unit !== null && units.includes(nameOf(unit)));
    const checked = checkOverride({ ...body, isOwnUnit }, computed);
    if (!checked.ok) return checked;
    const before = await listOverridesOf(db, jurisdiction, commitmentId);
    const [id, number] = [randomUUID(), before.length + 1];
    const row = { id, commitmentId, number, ...body, overruled: computed.status, withdraws: null };
    if (!(await addOverride(db, jurisdiction, { ...row, recordedBy: actor.caller.accountId })))
      return fail('state.changed');
    await addRevision(db, jurisdiction, stored.plan_id, 'overrule');
    const told = { commitmentId, planId: stored.plan_id, before: computed.status };
    await tellVerdict(inside, actor.caller.accountId, told);
    const detail = { overrideId: id, status: body.status, overruled: computed.status };
    note({ act: 'verdict.overrule', objectKind: 'commitment', objectId: commitmentId, detail });
    return succeed({ overrideId: id });
  });
}

export function withdrawOverride(
  context: Context,
  actor: Actor,
  { commitmentId, overrideId }: { readonly commitmentId: string; readonly overrideId: string },
  reason: string,
): Promise<Done> {
  return perform<{ overrideId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const stored = await getCommitment(db, jurisdiction, commitmentId);
    if (!stored) return fail('commitment.notFound');
    await lockPlan(db, jurisdiction, stored.plan_id);
    const before = await listOverridesOf(db, jurisdiction, commitmentId);
    const own = before.find(({ id, withdraws }) => id === overrideId && withdraws === null);
    if (!own || before.some(({ withdraws }) => withdraws === overrideId)) return fail('override.notFound');
    if (!isReason(reason)) return fail('override.needsReason');
    const [id, number] = [randomUUID(), before.length + 1];
    const { status, overruled, from, until } = own;
    const row = { id, commitmentId, number, status, overruled, from, until, reason, withdraws: overrideId };
    if (!(await addOverride(db, jurisdiction, { ...row, recordedBy: actor.caller.accountId })))
      return fail('state.changed');
    await addRevision(db, jurisdiction, stored.plan_id, 'overrule');
    await tellVerdict(inside, actor.caller.accountId, {
      commitmentId,
      planId: stored.plan_id,
      before: status,
    });
    note({
      act: 'verdict.withdraw',
      objectKind: 'commitment',
      objectId: commitmentId,
      detail: { overrideId },
    });
    return succeed({ overrideId: id });
  });
}
