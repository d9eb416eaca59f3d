// Enters outcomes that no report holds, each with its source; or says of a member that a part does not apply to it, and why.
import { randomUUID } from 'node:crypto';
import type { Formula } from '../../../core/assess/standing/formula.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { listPlans } from '../../store/plan.ts';
import { addStandingFacts } from '../../store/standing/fact.ts';
import { type Actor, perform } from '../perform.ts';

export interface FactsBody {
  readonly planId: string;
  readonly ranked: Formula['of'];
  readonly partId: string;
  readonly asOf: IsoDate;
  readonly source: string;
  readonly rows: readonly {
    readonly memberId: string;
    readonly value: string | null;
    readonly base: string | null;
  }[];
}

export function addFacts(
  context: Context,
  actor: Actor,
  body: FactsBody,
): Promise<Result<{ entered: number }, ProblemCode>> {
  return perform<{ entered: number }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    const { planId, ranked, partId, asOf, source, rows } = body;
    if (source.trim().length < 2) return fail('standing.needsReason');
    if (!(await listPlans(db, jurisdiction, null)).some(({ id }) => id === planId))
      return fail('plan.notFound', { plan: planId });
    const recordedBy = actor.caller.accountId;
    const facts = rows.map((row) => ({
      ...{ id: randomUUID(), planId, ranked, partId, asOf, source, recordedBy },
      ...row,
    }));
    await addStandingFacts(db, jurisdiction, facts);
    const detail = { ranked, partId, rows: rows.length };
    note({ act: 'standing.facts', objectKind: 'plan', objectId: planId, detail });
    return succeed({ entered: rows.length });
  });
}
