// Arranges an inspection before it begins: other days, the team from the pool, or a reasoned exception from §15. Each is a new row.

import { isReason } from '../../../core/place/lifecycle.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { openClashes } from '../../../core/supervise/inspection-plan.ts';
import { standsAside } from '../../../core/supervise/inspector.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import { standAsideLabel } from '../../../core/vocabulary/supervise.ts';
import type { Context } from '../../context.ts';
import { type Arrangement, addArrangement, lockInspections } from '../../store/inspection/arrangement.ts';
import { type Actor, perform } from '../perform.ts';
import { type LoadedInspection, loadInspection } from './load.ts';
import { clashesAmong, openClashesOf, questionOf } from './standing.ts';

export type ArrangeBody =
  | { readonly what: 'days'; readonly from: IsoDate; readonly to: IsoDate; readonly reason: string }
  | { readonly what: 'team'; readonly members: readonly string[]; readonly reason: string }
  | { readonly what: 'exception'; readonly reason: string; readonly approval: string };

type Row = Pick<Arrangement, 'from' | 'to' | 'members' | 'withIds' | 'reason' | 'approval'>;
const blank: Row = { from: null, to: null, members: [], withIds: [], reason: '', approval: '' };

/** What was approved is moved only to days on which it repeats nothing. */
function ofDays(
  { standing, all, rules }: LoadedInspection,
  body: Extract<ArrangeBody, { what: 'days' }>,
): Result<Row, ProblemCode> {
  const { from, to, reason } = body;
  if (to < from) return fail('inspection.daysWrong');
  if (!isReason(reason)) return fail('inspection.needsReason');
  const clashes = openClashes(clashesAmong({ ...standing.plan, from, to }, all, rules), standing.exceptions);
  if (standing.state === 'approved' && clashes.length > 0)
    return fail('inspection.daysClash', { count: `${clashes.length}` });
  return succeed({ ...blank, from, to, reason });
}

/** Whoever must stand aside is refused by name, with every reason. */
function ofTeam(
  { standing, all, rules, pool }: LoadedInspection,
  { members, reason }: Extract<ArrangeBody, { what: 'team' }>,
): Result<Row, ProblemCode> {
  const question = questionOf(standing.plan, standing.row.field, all, rules);
  for (const member of new Set(members)) {
    const inspector = pool.find(({ accountId }) => accountId === member);
    if (!inspector) return fail('inspector.notFound');
    const why = standsAside(inspector, question).map((each) => standAsideLabel[each].zh);
    if (why.length > 0) return fail('inspection.memberRecused', { who: inspector.name, why: why.join('、') });
  }
  return succeed({ ...blank, members: [...new Set(members)], reason });
}

/** An exception is about the clashes of this moment; one that comes later needs another. */
function ofException(
  { standing, all, rules }: LoadedInspection,
  { reason, approval }: Extract<ArrangeBody, { what: 'exception' }>,
): Result<Row, ProblemCode> {
  const open = openClashesOf(standing, all, rules);
  if (open.length === 0) return fail('inspection.noClash');
  if (!isReason(reason)) return fail('inspection.needsReason');
  if (!isReason(approval)) return fail('inspection.needsApproval');
  return succeed({ ...blank, withIds: open.map(({ withId }) => withId), reason, approval });
}

function rowOf(loaded: LoadedInspection, body: ArrangeBody): Result<Row, ProblemCode> {
  if (body.what === 'days') return ofDays(loaded, body);
  return body.what === 'team' ? ofTeam(loaded, body) : ofException(loaded, body);
}

export function arrangeInspection(
  context: Context,
  actor: Actor,
  inspectionId: string,
  body: ArrangeBody,
): Promise<Result<{ inspectionId: string; number: number }, ProblemCode>> {
  return perform<{ inspectionId: string; number: number }, ProblemCode>(
    context,
    actor,
    async (inside, note) => {
      const { db, jurisdiction } = inside;
      await lockInspections(db, jurisdiction);
      const loaded = await loadInspection(inside, inspectionId);
      if (!loaded) return fail('object.notFound');
      const { state, arrangements } = loaded.standing;
      if (state !== 'planned' && state !== 'approved') return fail('inspection.tooLateToArrange');
      const row = rowOf(loaded, body);
      if (!row.ok) return row;
      const number = (arrangements.at(-1)?.number ?? 0) + 1;
      const recordedBy = actor.caller.accountId;
      const whole = { ...row.value, inspectionId, number, what: body.what, recordedBy };
      if (!(await addArrangement(db, jurisdiction, whole))) return fail('state.changed');
      const detail = { what: body.what, number, with: row.value.withIds };
      note({ act: 'inspection.arrange', objectKind: 'inspection', objectId: inspectionId, detail });
      return succeed({ inspectionId, number });
    },
  );
}
