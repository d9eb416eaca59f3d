// Takes an account into the pool of inspectors, or writes down what changed: the newest row of an account counts.
import { randomUUID } from 'node:crypto';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addInspector, listInspectorAccounts, listInspectors } from '../../store/inspection/inspector.ts';
import { type Actor, perform } from '../perform.ts';
import { unitNameReader } from '../supervise/unit-name.ts';

export interface InspectorBody {
  readonly accountId: string;
  readonly fields: readonly string[];
  readonly certificate: string;
  readonly certificateUntil: IsoDate | null;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly services: readonly {
    readonly unit: string;
    readonly from: IsoDate;
    readonly until: IsoDate | null;
  }[];
  readonly interests: readonly string[];
}

export function takeInspector(
  context: Context,
  actor: Actor,
  body: InspectorBody,
): Promise<Result<{ inspectorId: string }, ProblemCode>> {
  return perform<{ inspectorId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const { accountId, services, interests, until, from } = body;
    if (until !== null && until < from) return fail('inspector.termWrong');
    const [accounts, pool, nameOf] = await Promise.all([
      listInspectorAccounts(db, jurisdiction, inside.today()),
      listInspectors(db, jurisdiction),
      unitNameReader(inside),
    ]);
    if (![...accounts, ...pool].some((each) => each.accountId === accountId))
      return fail('inspector.notFound');
    const id = randomUUID();
    await addInspector(db, jurisdiction, {
      ...{ ...body, id, recordedBy: actor.caller.accountId, interests: interests.map(nameOf) },
      services: services.map((service) => ({
        ...{ unitId: nameOf(service.unit), from: service.from, until: service.until },
      })),
    });
    note({ act: 'inspector.take', objectKind: 'account', objectId: accountId, detail: { inspectorId: id } });
    return succeed({ inspectorId: id });
  });
}
