// Moves a firm along: admitted, accompanied by a post, checked every year, graduated or let go.

import { makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { type NurtureAction, type NurtureState, nurtureLifecycle } from '../../../core/policy/nurture.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addNurtureEvent } from '../../store/award/nurture.ts';
import { type Actor, perform } from '../perform.ts';
import { loadNurture, type NurtureGiven, nurtureFacts, scopeOf } from './standing.ts';

export interface NurtureMoveBody extends NurtureGiven {
  readonly action: NurtureAction;
  readonly after: number;
}

export interface NurtureMoved {
  readonly nurtureId: string;
  readonly number: number;
  readonly state: NurtureState;
}

export function moveNurture(
  context: Context,
  actor: Actor,
  nurtureId: string,
  body: NurtureMoveBody,
): Promise<Result<NurtureMoved, ProblemCode>> {
  return perform<NurtureMoved, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction, now, today } = inside;
    const standing = await loadNurture(inside, nurtureId);
    if (!standing) return fail('object.notFound');
    if (body.after !== standing.number) return fail('state.changed');
    const roles = rolesOver(actor.caller.grants, await scopeOf(inside, standing.firm), today());
    const facts = nurtureFacts(inside, standing, body);
    const moved = makeMove(nurtureLifecycle, standing.state, body.action, roles, facts);
    if (!moved.ok) return moved;
    const isCheck = body.action === 'recordCheck';
    const number = standing.number + 1;
    const won = await addNurtureEvent(db, jurisdiction, {
      ...{ nurtureId, number, action: body.action, state: moved.value, words: body.words.trim() },
      companion: body.action === 'assignCompanion' ? body.companion.trim() : standing.companion,
      year: isCheck ? body.year : null,
      isAboveScale: isCheck ? body.isAboveScale : null,
      ...{ receivedAt: now().toISOString(), recordedBy: actor.caller.accountId },
    });
    if (!won) return fail('state.changed');
    note({ act: `nurture.${body.action}`, objectKind: 'nurture', objectId: nurtureId, detail: { number } });
    return succeed({ nurtureId, number, state: moved.value });
  });
}
