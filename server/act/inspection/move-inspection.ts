// Moves an inspection: approved, begun, concluded, fed back, objected to, reviewed, rectified, closed. The table decides; of two people one wins.
import { mayOn, type Permission } from '../../../core/contract/permission.ts';
import { makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { shanghaiDay } from '../../../core/quantity/deadline.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import {
  type InspectionAction,
  type InspectionState,
  inspectionLifecycle,
} from '../../../core/supervise/inspection.ts';
import type { SuperviseSettings } from '../../../core/supervise/settings.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import { inspectionActionLabel } from '../../../core/vocabulary/supervise.ts';
import type { Context } from '../../context.ts';
import { lockInspections } from '../../store/inspection/arrangement.ts';
import { addInspectionEvent } from '../../store/inspection/inspection.ts';
import { tell } from '../message/tell.ts';
import { type Actor, perform } from '../perform.ts';
import { loadFacts, loadInspection } from './load.ts';
import { type InspectionStanding, rectificationEnd } from './standing.ts';

export const permissionOfMove: Readonly<Record<InspectionAction, Permission>> = {
  approve: 'inspection.plan',
  begin: 'inspection.record',
  conclude: 'inspection.record',
  feedBack: 'inspection.plan',
  object: 'inspection.object',
  review: 'inspection.plan',
  orderRectification: 'inspection.plan',
  acceptRectification: 'inspection.record',
  close: 'inspection.plan',
  cancel: 'inspection.plan',
};

export interface InspectionMoveBody {
  readonly action: InspectionAction;
  /** Number of the last move the person saw. */
  readonly after: number;
  readonly words: string;
  readonly approval: string;
  readonly unitReceivedOn: IsoDate | null;
  readonly dueOn: IsoDate | null;
  readonly decision: 'upheld' | 'changed' | null;
}

export interface InspectionMoved {
  readonly inspectionId: string;
  readonly number: number;
  readonly state: InspectionState;
}

/** Days that a person names must be possible: a receipt after the conclusion and not to come, a term not over already. */
function dayFault(
  { events }: InspectionStanding,
  { action, unitReceivedOn, dueOn }: InspectionMoveBody,
  today: IsoDate,
): Result<true, ProblemCode> {
  const concludedOn = events.findLast((event) => event.action === 'conclude')?.receivedOn ?? today;
  if (action === 'feedBack' && unitReceivedOn !== null)
    if (unitReceivedOn > today || unitReceivedOn < concludedOn)
      return fail('inspection.receiptWrong', { day: unitReceivedOn });
  if (action === 'orderRectification' && dueOn !== null && dueOn < today)
    return fail('inspection.dueInPast', { day: dueOn });
  return succeed(true);
}

const dueOf = (
  { action, dueOn }: InspectionMoveBody,
  today: IsoDate,
  rules: SuperviseSettings,
): IsoDate | null => (action === 'orderRectification' ? (dueOn ?? rectificationEnd(today, rules)) : null);

const changedSince = ({ last }: InspectionStanding) =>
  fail('inspection.stateChanged', { actor: last?.by ?? '—' });

/** The inspected are told once they may know of it, the team of what it must do, the office of an objection. */
async function tellOf(
  inside: Context,
  actorId: string | null,
  { row, events, team }: InspectionStanding,
  state: InspectionState,
  action: InspectionAction,
): Promise<void> {
  const isTold =
    !row.unannounced || state === 'fedBack' || events.some((event) => event.action === 'feedBack');
  const roles =
    row.unit === '' ? (['district', 'street'] as const) : (['leadUnit', 'supportingUnit'] as const);
  const where = row.unit === '' ? { place: row.placeId } : { unit: row.unit };
  const theirs = isTold && action !== 'object' && action !== 'conclude' ? [{ roles, ...where }] : [];
  const office =
    action === 'object' || action === 'conclude' ? [{ roles: ['supervisionOffice'] as const }] : [];
  await tell(inside, actorId, [
    {
      ...{ kind: 'inspection.moved', objectKind: 'inspection', objectId: row.id, title: row.subject },
      detail: { what: inspectionActionLabel[action] },
      to: { seats: [...theirs, ...office], accounts: team },
    },
  ]);
}

export function moveInspection(
  context: Context,
  actor: Actor,
  inspectionId: string,
  body: InspectionMoveBody,
): Promise<Result<InspectionMoved, ProblemCode>> {
  return perform<InspectionMoved, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const { caller } = actor;
    // Two approvals of one unit's days at once would both find them free.
    if (body.action === 'approve') await lockInspections(db, jurisdiction);
    const loaded = await loadInspection(inside, inspectionId);
    // What a token is limited to was held against inspection.move by the route; here only the duty of the post counts.
    const post = { ...caller, scopes: null };
    if (!loaded || !mayOn(post, permissionOfMove[body.action], loaded.scope)) return fail('object.notFound');
    const { standing, scope, rules } = loaded;
    if (body.after !== standing.number) return changedSince(standing);
    const today = inside.today();
    const facts = await loadFacts(inside, loaded, body, caller.accountId);
    const roles = rolesOver(caller.grants, scope, today);
    const moved = makeMove(inspectionLifecycle, standing.state, body.action, roles, facts);
    if (!moved.ok) return moved;
    const sound = dayFault(standing, body, today);
    if (!sound.ok) return sound;
    const { action, words, approval, unitReceivedOn } = body;
    const [number, now] = [standing.number + 1, inside.now()];
    const won = await addInspectionEvent(db, jurisdiction, {
      ...{ inspectionId, number, action, state: moved.value, team: standing.team, words, approval },
      unitReceivedOn: action === 'feedBack' ? unitReceivedOn : null,
      dueOn: dueOf(body, today, rules),
      decision: action === 'review' ? (body.decision ?? 'upheld') : null,
      ...{ receivedOn: shanghaiDay(now.getTime()), receivedAt: now.toISOString() },
      recordedBy: caller.accountId,
    });
    if (!won) return changedSince((await loadInspection(inside, inspectionId))?.standing ?? standing);
    await tellOf(inside, caller.accountId, standing, moved.value, action);
    note({
      act: `inspection.${action}`,
      objectKind: 'inspection',
      objectId: inspectionId,
      detail: { number },
    });
    return succeed({ inspectionId, number, state: moved.value });
  });
}
