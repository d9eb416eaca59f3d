// Puts a firm on the list of those that grew above scale, with the first day in the statistics. A firm is listed once in its life.
import { randomUUID } from 'node:crypto';
import { mayOn } from '../../../core/contract/permission.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addNurture } from '../../store/award/nurture.ts';
import { listEnterprises } from '../../store/register/current.ts';
import { clausesOn } from '../clause/book.ts';
import { type Actor, perform } from '../perform.ts';
import { factsOn } from '../register/facts-on.ts';
import { scopeOf } from './standing.ts';

/** The unit that leads the measures for small firms (杭政办函〔2024〕3号). */
export const nurtureUnit = '市经信局';

export function addToNurture(
  context: Context,
  actor: Actor,
  { code, aboveScaleOn }: { readonly code: string; readonly aboveScaleOn: IsoDate },
): Promise<Result<{ nurtureId: string }, ProblemCode>> {
  return perform<{ nurtureId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction, today } = inside;
    const [enterprise] = await listEnterprises(db, jurisdiction, [code]);
    if (!enterprise) return fail('nurture.unknownEnterprise');
    const clauses = await clausesOn(inside, today());
    const facts = await factsOn(inside, code, { day: today(), clauses });
    const industry = facts?.industry;
    const nurtureId = randomUUID();
    const row = {
      ...{ id: nurtureId, subject: code, subjectName: enterprise.name, placeId: enterprise.place_id },
      ...{ unit: nurtureUnit, aboveScaleOn, industry: typeof industry === 'number' ? industry : null },
      recordedBy: actor.caller.accountId,
    };
    const scope = await scopeOf(inside, { ...row, recordedAt: '' });
    if (!mayOn({ ...actor.caller, scopes: null }, 'nurture.write', scope)) return fail('object.notFound');
    if (!(await addNurture(db, jurisdiction, row))) return fail('nurture.admittedBefore');
    note({ act: 'nurture.add', objectKind: 'nurture', objectId: nurtureId, detail: { code, aboveScaleOn } });
    return succeed({ nurtureId });
  });
}
