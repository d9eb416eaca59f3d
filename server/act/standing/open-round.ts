// Opens a round: which formula, which plan, which day. Nothing is frozen yet; it is computed anew whenever it is looked at.
import { randomUUID } from 'node:crypto';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { listPlans } from '../../store/plan.ts';
import { getFormula } from '../../store/standing/formula.ts';
import { addRound, addRoundEvent } from '../../store/standing/round.ts';
import { type Actor, perform } from '../perform.ts';

export interface RoundBody {
  readonly name: string;
  readonly planId: string;
  readonly formulaId: string;
  readonly version: number;
  readonly asOf: IsoDate;
}

export function openRound(
  context: Context,
  actor: Actor,
  body: RoundBody,
): Promise<Result<{ roundId: string }, ProblemCode>> {
  return perform<{ roundId: string }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    if (!(await getFormula(db, jurisdiction, body.formulaId, body.version)))
      return fail('standing.formulaWrong');
    const plan = (await listPlans(db, jurisdiction, null)).find(({ id }) => id === body.planId);
    if (!plan) return fail('plan.notFound', { plan: body.planId });
    const [id, recordedBy] = [randomUUID(), actor.caller.accountId];
    await addRound(db, jurisdiction, { ...body, id, recordedBy });
    const first = { number: 1, action: 'draft', state: 'draft', reason: '' } as const;
    await addRoundEvent(db, jurisdiction, { roundId: id, ...first, recordedBy });
    const detail = { formula: body.formulaId, version: body.version, asOf: body.asOf };
    note({ act: 'standing.open', objectKind: 'round', objectId: id, detail });
    return succeed({ roundId: id });
  });
}
