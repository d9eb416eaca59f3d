// Whether what a notice is about is put right: the city's judgement of the promise, or the place's own share of it, as of today.
import type { Notice } from '../../../core/supervise/notice.ts';
import { getCommitment } from '../../store/commitment.ts';
import { listFindings } from '../../store/supervise/inspection.ts';
import { judgeOn, seriesOfPlan } from '../../view/judge.ts';
import { loadPlan } from '../../view/plan-facts.ts';
import type { Context } from '../context.ts';

const good: ReadonlySet<string> = new Set(['achieved', 'onTrack', 'atRisk', 'notDue']);
const bad: ReadonlySet<string> = new Set(['behind', 'overdue']);

/** true or false where figures or an inspector say so, null where nobody has looked. */
export async function isRemedied(
  context: Context,
  { commitmentId, issuedOn }: Notice,
): Promise<boolean | null> {
  if (commitmentId === null || issuedOn === null) return null;
  const { db, jurisdiction } = context;
  const commitment = await getCommitment(db, jurisdiction, commitmentId);
  if (!commitment) return null;
  // A finding of an inspection after the day of issue goes before the unit's own figures: verified before claimed.
  const findings = await listFindings(db, jurisdiction, commitmentId);
  const latest = findings.findLast(({ outcome }) => outcome !== 'undecided');
  if (latest && latest.recorded_at.slice(0, 10) >= issuedOn) return latest.outcome === 'confirmed';
  const plan = await loadPlan(context, { plan: commitment.plan_id });
  if (!plan.ok) return null;
  const fact = plan.value.commitments.find(({ id }) => id === commitmentId);
  if (!fact) return null;
  const { status } = judgeOn(plan.value, seriesOfPlan(plan.value), fact, plan.value.asOf).verdict;
  return good.has(status) ? true : bad.has(status) ? false : null;
}
