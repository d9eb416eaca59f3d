// Plans an inspection: one record for each unit named, of a yearly plan or outside of it. Approving it is another act.
import { randomUUID } from 'node:crypto';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { shanghaiDay } from '../../../core/quantity/deadline.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { InspectionKind, InspectionMethod } from '../../../core/supervise/inspection.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { getCommitment } from '../../store/commitment.ts';
import { lockInspections } from '../../store/inspection/arrangement.ts';
import { addInspection, addInspectionEvent } from '../../store/inspection/inspection.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { type Actor, perform } from '../perform.ts';
import { unitNameReader } from '../supervise/unit-name.ts';

export interface NewInspectionBody {
  readonly units: readonly { readonly unit: string; readonly placeId: string }[];
  readonly kind: InspectionKind;
  readonly methods: readonly InspectionMethod[];
  readonly subject: string;
  readonly byUnit: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly commitmentIds: readonly string[];
  readonly planYear: number | null;
  readonly field: string;
  readonly unannounced: boolean;
  readonly assignment: string;
  readonly papers: readonly string[];
  readonly words: string;
}

async function firstFault(
  { db, jurisdiction }: Context,
  { units, from, to, commitmentIds }: NewInspectionBody,
): Promise<Result<true, ProblemCode>> {
  if (to < from) return fail('inspection.daysWrong');
  const places = new Set((await listAllPlaces(db, jurisdiction)).map(({ id }) => id));
  for (const { unit, placeId } of units) {
    if (unit.trim() === '' && placeId === '') return fail('inspection.needsUnit');
    if (placeId !== '' && !places.has(placeId)) return fail('grant.placeUnknown', { place: placeId });
  }
  for (const id of commitmentIds)
    if (!(await getCommitment(db, jurisdiction, id))) return fail('commitment.notFound');
  return succeed(true);
}

export function planInspection(
  context: Context,
  actor: Actor,
  body: NewInspectionBody,
): Promise<Result<{ inspectionIds: string[] }, ProblemCode>> {
  return perform<{ inspectionIds: string[] }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const sound = await firstFault(inside, body);
    if (!sound.ok) return sound;
    await lockInspections(db, jurisdiction);
    const nameOf = await unitNameReader(inside);
    const { units, words, assignment, ...matter } = body;
    const byUnit = nameOf(body.byUnit);
    const now = inside.now();
    const recordedBy = actor.caller.accountId;
    const inspectionIds: string[] = [];
    for (const { unit, placeId } of units) {
      const id = randomUUID();
      inspectionIds.push(id);
      await addInspection(db, jurisdiction, {
        ...{ ...matter, id, placeId, unit: nameOf(unit), byUnit, recordedBy },
        assignment: byUnit === '' ? null : assignment,
      });
      await addInspectionEvent(db, jurisdiction, {
        ...{ inspectionId: id, number: 1, action: 'plan', state: 'planned', team: [], words, approval: '' },
        ...{ unitReceivedOn: null, dueOn: null, decision: null, recordedBy },
        ...{ receivedOn: shanghaiDay(now.getTime()), receivedAt: now.toISOString() },
      });
      note({
        act: 'inspection.plan',
        objectKind: 'inspection',
        objectId: id,
        detail: { year: body.planYear },
      });
    }
    return succeed({ inspectionIds });
  });
}
