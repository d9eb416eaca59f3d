// What of the plan is a person's: steps of its units, promises they lead, what its district was given, what it follows.
import { compareStatus, isLate } from '../../../core/assess/roll-up.ts';
import { type Caller, isAllowed } from '../../../core/contract/permission.ts';
import { isStepLate, stepStanding } from '../../../core/plan/step.ts';
import { statusLabel } from '../../../core/vocabulary/assessment.ts';
import { stepStateLabel } from '../../../core/vocabulary/step.ts';
import { unitNameReader } from '../../act/supervise/unit-name.ts';
import type { Context } from '../../context.ts';
import { judgePlan } from '../../judge/judge.ts';
import type { PlanFacts } from '../../judge/plan-facts.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { listFollowed } from '../../store/message/wish.ts';
import { listSteps } from '../../store/step.ts';
import { getPlaceSheet } from '../sheet.ts';
import { byDay, daysLate, partIfAny, same, type WorkPart, type WorkRow } from './part.ts';

/** Whether a unit, however it is printed, is one that the person acts for. */
async function ownUnits(context: Context, { grants }: Caller): Promise<(unit: string) => boolean> {
  const nameOf = await unitNameReader(context);
  const own = new Set(grants.flatMap(({ unit }) => (unit === null ? [] : [nameOf(unit)])));
  return (unit) => own.has(nameOf(unit));
}

async function stepWork(context: Context, caller: Caller, facts: PlanFacts): Promise<WorkPart | null> {
  if (!isAllowed(caller, 'step.read')) return null;
  const [isOwn, steps] = await Promise.all([
    ownUnits(context, caller),
    listSteps(context.db, context.jurisdiction, { planId: facts.plan.id }, null),
  ]);
  const today = context.today();
  const rows = steps.flatMap((step): WorkRow[] => {
    const now = stepStanding(step.dueOn, step.events);
    if (now.state !== 'open' || !isOwn(step.unit)) return [];
    const late = daysLate(now.dueOn, today) ?? 0;
    return [
      {
        ...{ key: step.id, what: stepStateLabel.open, title: same(`${step.title} · ${step.commitment}`) },
        ...{ path: `/commitments/${step.commitmentId}`, dueOn: now.dueOn },
        daysLate: isStepLate(now, today) ? late : Math.min(0, late),
      },
    ];
  });
  return partIfAny('steps', rows.toSorted(byDay), '/tasks');
}

/** Promises that the person's units lead: those that are late first. */
async function leadWork(context: Context, caller: Caller, facts: PlanFacts): Promise<WorkPart | null> {
  const isOwn = await ownUnits(context, caller);
  const led = judgePlan(facts)
    .filter(({ commitment }) => commitment.lead_unit !== null && isOwn(commitment.lead_unit))
    .toSorted((a, b) => compareStatus(a.verdict.status, b.verdict.status));
  const [first] = led;
  if (!first) return null;
  const rows = led.map(({ commitment: { id, title, due_on: dueOn }, verdict }) => ({
    ...{ key: id, what: statusLabel[verdict.status], title: same(title), path: `/commitments/${id}` },
    ...{ dueOn, daysLate: null },
  }));
  const search = new URLSearchParams({ kind: 'all', unit: first.commitment.lead_unit ?? '' });
  const part = partIfAny('leading', rows, `/tasks?${search}`);
  return part && { ...part, late: led.filter(({ verdict }) => isLate(verdict.status)).length };
}

async function placeWork(context: Context, caller: Caller, facts: PlanFacts): Promise<WorkPart | null> {
  const id = caller.grants.find(({ role, place }) => role === 'district' && place !== null)?.place;
  if (id === undefined || id === null) return null;
  const place = (await listAllPlaces(context.db, context.jurisdiction)).find((one) => one.id === id);
  const sheet = place && (await getPlaceSheet(context, { plan: facts.plan.id, place: place.name }));
  if (!place || !sheet?.ok) return null;
  const rows = sheet.value.rows.map(({ row }) => ({
    ...{ key: row.id, what: statusLabel[row.verdict.status], title: same(row.title) },
    ...{ path: `/commitments/${row.id}`, dueOn: row.dueOn, daysLate: null },
  }));
  const part = partIfAny('place', rows, `/sheet/place?${new URLSearchParams({ place: place.name })}`);
  return part && { ...part, late: sheet.value.late };
}

async function followWork(context: Context, caller: Caller, facts: PlanFacts): Promise<WorkPart | null> {
  if (caller.accountId === null) return null;
  const followed = await listFollowed(context.db, context.jurisdiction, caller.accountId);
  const statuses = new Map(
    judgePlan(facts).map(({ commitment, verdict }) => [commitment.id, verdict.status]),
  );
  const rows = followed.map(({ id, title, due_on: dueOn }) => {
    const status = statuses.get(id);
    const what = status === undefined ? { zh: '其他年度', en: 'Another year' } : statusLabel[status];
    return { key: id, what, title: same(title), path: `/commitments/${id}`, dueOn, daysLate: null };
  });
  const part = partIfAny('followed', rows, '/messages');
  const late = followed.filter(({ id }) => isLate(statuses.get(id) ?? 'notDue')).length;
  return part && { ...part, late };
}

export const planWork = (
  context: Context,
  caller: Caller,
  facts: PlanFacts,
): Promise<readonly (WorkPart | null)[]> =>
  Promise.all([
    stepWork(context, caller, facts),
    leadWork(context, caller, facts),
    placeWork(context, caller, facts),
    followWork(context, caller, facts),
  ]);
