// Decides that a line of a promise does not apply in a place from a day, or applies again: with a reason, told to the place.
import { awayOn } from '../../core/plan/applicability.ts';
import { isoDate } from '../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { ProblemCode } from '../../core/vocabulary/problem.ts';
import type { Context } from '../context.ts';
import { addApplicability, listApplicability } from '../store/applicability.ts';
import { getCommitment } from '../store/commitment.ts';
import { listPlaces } from '../store/jurisdiction.ts';
import { addRevision, listPlans, lockPlan } from '../store/plan.ts';
import { getPlanClose } from '../store/plan-close.ts';
import { tell } from './message/tell.ts';
import { promisedIn } from './observe.ts';
import { type Actor, perform } from './perform.ts';

export interface ApplicabilityWish {
  readonly metric: string;
  /** Name of a district or county. */
  readonly place: string;
  readonly applies: boolean;
  readonly from: string;
  readonly reason: string;
}

type Done = Result<{ commitmentId: string }, ProblemCode>;

/** What stands in the way; null where nothing does. */
async function refusal(inside: Context, commitmentId: string, wish: ApplicabilityWish): Promise<Done | null> {
  const { db, jurisdiction } = inside;
  const commitment = await getCommitment(db, jurisdiction, commitmentId);
  if (!commitment) return fail('commitment.notFound');
  const plan = (await listPlans(db, jurisdiction, null)).find(({ id }) => id === commitment.plan_id);
  if (await getPlanClose(db, jurisdiction, commitment.plan_id))
    return fail('plan.closed', { year: `${plan?.year ?? ''}` });
  const [first, last] = [commitment.starts_on, plan?.ends_on ?? commitment.due_on];
  if (wish.from < first || wish.from > last)
    return fail('amendment.outsidePlan', { day: wish.from, first, last });
  const promised = (await promisedIn(inside, commitment.plan_id)).find(({ id }) => id === commitmentId);
  if (!promised?.targets.some(({ metric }) => metric === wish.metric))
    return fail('applicability.metricUnknown', { metric: wish.metric });
  const decided = (await listApplicability(db, jurisdiction, commitment.plan_id, null)).filter(
    (row) => row.commitmentId === commitmentId,
  );
  const away = awayOn(decided, wish.metric, wish.place, isoDate(wish.from));
  if (wish.applies === (away === null))
    return fail(wish.applies ? 'applicability.appliesAlready' : 'applicability.awayAlready', {
      ...{ place: wish.place, day: away?.from ?? wish.from },
    });
  return null;
}

export function decideApplicability(
  context: Context,
  actor: Actor,
  commitmentId: string,
  wish: ApplicabilityWish,
): Promise<Done> {
  return perform<{ commitmentId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const stored = await getCommitment(db, jurisdiction, commitmentId);
    if (!stored) return fail('commitment.notFound');
    await lockPlan(db, jurisdiction, stored.plan_id);
    const place = (await listPlaces(db, jurisdiction)).find(({ name }) => name === wish.place);
    if (!place) return fail('place.notFound', { place: wish.place });
    const refused = await refusal(inside, commitmentId, wish);
    if (refused) return refused;
    const { accountId } = actor.caller;
    const { metric, applies, reason } = wish;
    const from = isoDate(wish.from);
    const row = { commitmentId, metric, placeId: place.id, applies, reason, from, recordedBy: accountId };
    await addApplicability(db, jurisdiction, row);
    await addRevision(db, jurisdiction, stored.plan_id, 'apply');
    const detail = { metric, place: wish.place, day: from, reason };
    await tell(inside, accountId, [
      {
        ...{
          kind: applies ? 'commitment.applies' : 'commitment.away',
          objectKind: 'commitment',
          objectId: commitmentId,
        },
        ...{ title: stored.title, detail, commitmentId },
        to: { seats: [{ roles: ['district'], place: place.id }] },
      },
    ]);
    note({
      act: 'plan.apply',
      objectKind: 'commitment',
      objectId: commitmentId,
      detail: { ...detail, applies },
    });
    return succeed({ commitmentId });
  });
}
