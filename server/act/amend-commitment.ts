// Amends the targets of a commitment by an approving document; judgements of earlier days keep the old target.
import { randomUUID } from 'node:crypto';
import type { Target } from '../../core/plan/commitment.ts';
import { type IsoDate, isoDate } from '../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { type Context, inTransaction } from '../context.ts';
import { addAmendment, listAmendments } from '../store/amendment.ts';
import { getCommitment } from '../store/commitment.ts';
import { getDocument } from '../store/document.ts';
import { addRevision, listPlans, lockPlan } from '../store/plan.ts';
import { getPlanClose } from '../store/plan-close.ts';
import { readTarget } from './adopt.ts';
import { tell } from './message/tell.ts';
import { promisedIn } from './observe.ts';

export interface Amendment {
  readonly targets: readonly { readonly metric: string; readonly printed: string; readonly unit: string }[];
  readonly reason: string;
  readonly documentId?: string | undefined;
  readonly effectiveOn?: string | undefined;
}

export type AmendProblem =
  | 'commitment.notFound'
  | 'document.notFound'
  | 'target.unreadable'
  | 'amendment.outsidePlan'
  | 'plan.closed';

/** Targets of the metrics that are named are replaced, with their places and dates kept; the others stay. */
function amended(
  now: readonly Target[],
  given: Amendment['targets'],
): Result<readonly Target[], 'target.unreadable'> {
  let targets = now;
  for (const wanted of given) {
    const read = readTarget(wanted);
    if (!read) return fail('target.unreadable', { printed: wanted.printed });
    const old = targets.find(({ metric }) => metric === wanted.metric);
    const { checkpoints = [], allocationMode = null, allocations = [] } = old ?? {};
    const next = { ...read, checkpoints, allocationMode, allocations };
    targets = old ? targets.map((each) => (each === old ? next : each)) : [...targets, next];
  }
  return succeed(targets);
}

/** The approving document's own date; without one the last day that is being judged, so that the change is seen. */
function usualDay(documentDate: IsoDate | null, today: IsoDate, judged: IsoDate, starts: IsoDate): IsoDate {
  const day = documentDate ?? (today < judged ? today : judged);
  return day < starts ? starts : day;
}

export async function amendCommitment(
  context: Context,
  commitmentId: string,
  given: Amendment,
): Promise<Result<{ amendmentId: string }, AmendProblem>> {
  return inTransaction(context, async (inside) => {
    const { db, jurisdiction, today } = inside;
    const commitment = await getCommitment(db, jurisdiction, commitmentId);
    if (!commitment) return fail('commitment.notFound');
    const document = given.documentId ? await getDocument(db, jurisdiction, given.documentId) : null;
    if (given.documentId && !document) return fail('document.notFound');
    await lockPlan(db, jurisdiction, commitment.plan_id);
    const before = (await listAmendments(db, jurisdiction, commitment.plan_id, null)).findLast(
      ({ commitment_id }) => commitment_id === commitmentId,
    );
    const promised = (await promisedIn(inside, commitment.plan_id)).find(({ id }) => id === commitmentId);
    const targets = amended(before?.targets ?? promised?.targets ?? commitment.targets, given.targets);
    if (!targets.ok) return targets;
    const plan = (await listPlans(db, jurisdiction, null)).find(({ id }) => id === commitment.plan_id);
    if (await getPlanClose(db, jurisdiction, commitment.plan_id))
      return fail('plan.closed', { year: `${plan?.year ?? ''}` });
    const judged = plan?.data_until ?? today();
    const starts = isoDate(commitment.starts_on);
    const wanted = given.effectiveOn === undefined ? null : isoDate(given.effectiveOn);
    // a target cannot change before its promise begins, nor after the plan that holds it has ended
    const [first, last] = [starts, isoDate(plan?.ends_on ?? commitment.due_on)];
    if (wanted !== null && (wanted < first || wanted > last))
      return fail('amendment.outsidePlan', { day: wanted, first, last });
    const id = randomUUID();
    await addAmendment(db, jurisdiction, {
      id,
      commitmentId,
      targets: targets.value,
      reason: given.reason,
      documentId: document?.id ?? null,
      effectiveOn: wanted ?? usualDay(document?.issued_on ?? null, today(), judged, starts),
    });
    await addRevision(db, jurisdiction, commitment.plan_id, 'amend');
    await tell(inside, null, [
      {
        ...{ kind: 'commitment.target', objectKind: 'commitment', objectId: commitmentId, commitmentId },
        ...{ title: commitment.title, to: { followers: true } },
      },
    ]);
    return succeed({ amendmentId: id });
  });
}
