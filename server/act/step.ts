// Adds a step towards a promise and moves one: whose it is and by when; who leads, and the step's own unit, are told.
import { randomUUID } from 'node:crypto';
import { makeMove } from '../../core/place/lifecycle.ts';
import { rolesOver } from '../../core/place/role.ts';
import { type StepAction, type StepState, stepLifecycle, stepStanding } from '../../core/plan/step.ts';
import { type IsoDate, isoDate } from '../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { ProblemCode } from '../../core/vocabulary/problem.ts';
import type { Context } from '../context.ts';
import { getCommitment } from '../store/commitment.ts';
import { listPlans } from '../store/plan.ts';
import { getPlanClose } from '../store/plan-close.ts';
import { findScope } from '../store/scope.ts';
import { addStep, addStepEvent, listSteps } from '../store/step.ts';
import { tell } from './message/tell.ts';
import { type Actor, perform } from './perform.ts';
import { listUnitNames, unitNameReader } from './supervise/unit-name.ts';

type Commitment = NonNullable<Awaited<ReturnType<typeof getCommitment>>>;

interface Open {
  readonly commitment: Commitment;
  /** First and last day of its plan. */
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** The promise, in a plan that is still open. */
async function loadOpen(inside: Context, commitmentId: string): Promise<Result<Open, ProblemCode>> {
  const { db, jurisdiction } = inside;
  const commitment = await getCommitment(db, jurisdiction, commitmentId);
  if (!commitment) return fail('commitment.notFound');
  const plan = (await listPlans(db, jurisdiction, null)).find(({ id }) => id === commitment.plan_id);
  if (!plan) return fail('commitment.notFound');
  if (await getPlanClose(db, jurisdiction, plan.id)) return fail('plan.closed', { year: `${plan.year}` });
  return succeed({ commitment, first: plan.starts_on, last: plan.ends_on });
}

/** A unit that neither the organisation nor the promise names is a slip of the pen. */
async function isKnownUnit(inside: Context, { commitment }: Open, unit: string): Promise<boolean> {
  const own = [commitment.lead_unit, ...commitment.support_units];
  return own.includes(unit) || (await listUnitNames(inside)).includes(unit);
}

export function addStepTo(
  context: Context,
  actor: Actor,
  commitmentId: string,
  given: { readonly title: string; readonly unit: string; readonly dueOn: string },
): Promise<Result<{ stepId: string }, ProblemCode>> {
  return perform<{ stepId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const open = await loadOpen(inside, commitmentId);
    if (!open.ok) return open;
    const { commitment, first, last } = open.value;
    const dueOn = isoDate(given.dueOn);
    if (dueOn < first) return fail('step.dayBefore', { day: first });
    if (dueOn > last) return fail('step.dayOutside', { day: last });
    if (!(await isKnownUnit(inside, open.value, given.unit)))
      return fail('step.unitUnknown', { unit: given.unit });
    const { accountId } = actor.caller;
    const stepId = randomUUID();
    const { title, unit } = given;
    await addStep(db, jurisdiction, { id: stepId, commitmentId, title, unit, dueOn, recordedBy: accountId });
    const nameOf = await unitNameReader(inside);
    await tell(inside, accountId, [
      {
        ...{ kind: 'step.given', objectKind: 'commitment', objectId: commitmentId, commitmentId },
        ...{ title: commitment.title, detail: { step: title, day: dueOn } },
        to: { seats: [{ roles: ['leadUnit', 'supportingUnit'], unit: nameOf(unit) }] },
      },
    ]);
    const detail = { stepId, title, unit, dueOn };
    note({ act: 'step.add', objectKind: 'commitment', objectId: commitmentId, detail });
    return succeed({ stepId });
  });
}

export interface StepMove {
  readonly action: StepAction;
  readonly words: string;
  readonly dueOn: string | null;
  readonly after: number;
}

type Moved = { stepId: string; number: number; state: StepState };

export function moveStep(
  context: Context,
  actor: Actor,
  { commitmentId, stepId }: { readonly commitmentId: string; readonly stepId: string },
  { action, words, dueOn, after }: StepMove,
): Promise<Result<Moved, ProblemCode>> {
  return perform<Moved, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const open = await loadOpen(inside, commitmentId);
    if (!open.ok) return open;
    const step = (await listSteps(db, jurisdiction, { commitmentId }, null)).find(({ id }) => id === stepId);
    const scope = await findScope(db, jurisdiction, 'commitment', commitmentId);
    if (!step || !scope) return fail('step.notFound');
    const now = stepStanding(step.dueOn, step.events);
    if (now.number !== after) return fail('state.changed');
    const { accountId, grants } = actor.caller;
    const roles = rolesOver(grants, scope, inside.today());
    const wished = dueOn === null ? null : isoDate(dueOn);
    const isOwn = await isOwnStep(inside, actor, step.unit, roles);
    const facts = { isOwn, words, dueOn: now.dueOn, wished, last: open.value.last };
    const moved = makeMove(stepLifecycle, now.state, action, roles, facts);
    if (!moved.ok) return moved;
    const event = { stepId, number: now.number + 1, action, words: words.trim(), recordedBy: accountId };
    const added = await addStepEvent(db, jurisdiction, {
      ...event,
      dueOn: action === 'postpone' ? wished : null,
    });
    if (!added) return fail('state.changed');
    const detail = { stepId, action, words: event.words, dueOn };
    note({ act: 'step.move', objectKind: 'commitment', objectId: commitmentId, detail });
    return succeed({ stepId, number: event.number, state: moved.value });
  });
}

const leads: ReadonlySet<string> = new Set(['leadUnit', 'planOffice', 'supervisionOffice']);

/** Whoever leads the promise, an office, or the unit that the step was given to, however it is printed. */
export async function isOwnStep(
  context: Context,
  { caller }: Pick<Actor, 'caller'>,
  unit: string,
  roles: readonly string[],
): Promise<boolean> {
  if (roles.some((role) => leads.has(role))) return true;
  const nameOf = await unitNameReader(context);
  return caller.grants.some((grant) => grant.unit !== null && nameOf(grant.unit) === nameOf(unit));
}
