// Steps towards one promise: open ones first by day, what is late, and what the caller may do with each.
import type { Caller } from '../../core/contract/permission.ts';
import { mayOn } from '../../core/contract/permission.ts';
import type { OutputOf } from '../../core/contract/route.ts';
import type { stepRoutes } from '../../core/contract/steps.ts';
import { availableMoves } from '../../core/place/lifecycle.ts';
import { rolesOver } from '../../core/place/role.ts';
import { isStepLate, stepLifecycle, stepStanding, stepStates } from '../../core/plan/step.ts';
import { isoDate } from '../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { ProblemCode } from '../../core/vocabulary/problem.ts';
import { isOwnStep } from '../act/step.ts';
import type { Context } from '../context.ts';
import { getCommitment } from '../store/commitment.ts';
import { getPlanClose } from '../store/plan-close.ts';
import { findScope } from '../store/scope.ts';
import { listSteps } from '../store/step.ts';

type Steps = OutputOf<(typeof stepRoutes)['GET /api/commitments/:commitmentId/steps']['response']>;
type Row = Steps['steps'][number];

const byState = (a: Row, b: Row): number =>
  stepStates.indexOf(a.state) - stepStates.indexOf(b.state) || (a.dueOn < b.dueOn ? -1 : 1);

export async function getSteps(
  context: Context,
  caller: Caller,
  commitmentId: string,
  query: { readonly knownOn?: string | undefined },
): Promise<Result<Steps, ProblemCode>> {
  const { db, jurisdiction } = context;
  const commitment = await getCommitment(db, jurisdiction, commitmentId);
  const scope = await findScope(db, jurisdiction, 'commitment', commitmentId);
  if (!commitment || !scope) return fail('commitment.notFound');
  const knownOn = query.knownOn === undefined ? null : isoDate(query.knownOn);
  const [rows, closed] = await Promise.all([
    listSteps(db, jurisdiction, { commitmentId }, knownOn),
    getPlanClose(db, jurisdiction, commitment.plan_id),
  ]);
  const today = context.today();
  const roles = rolesOver(caller.grants, scope, today);
  const isOpen = knownOn === null && !closed;
  const mayMove = isOpen && mayOn(caller, 'step.move', scope);
  const steps = await Promise.all(
    rows.map(async (row): Promise<Row> => {
      const now = stepStanding(row.dueOn, row.events);
      const isOwn = await isOwnStep(context, { caller }, row.unit, roles);
      // Words and the new day come with the act; an offer says only that it exists.
      const facts = { isOwn, words: '……', dueOn: now.dueOn, wished: null, last: undefined };
      const offers = availableMoves(stepLifecycle, now.state, roles, facts)
        .filter(({ unmet }) => !unmet.some(({ code }) => code === 'step.notYours'))
        .map(({ action }) => action);
      const { id, title, unit, dueOn: firstDueOn, by, recordedAt, events } = row;
      return {
        ...{ id, title, unit, by, recordedAt, firstDueOn, state: now.state, dueOn: now.dueOn },
        late: isStepLate(now, knownOn ?? today),
        events: events.map((event) => ({ ...event })),
        offers: mayMove ? offers : [],
      };
    }),
  );
  return succeed({
    today,
    done: steps.filter(({ state }) => state === 'done').length,
    late: steps.filter(({ late }) => late).length,
    steps: steps.toSorted(byState),
    mayAdd: isOpen && mayOn(caller, 'step.write', scope),
  });
}
