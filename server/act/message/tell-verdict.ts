// Tells followers of a promise at once that its verdict is another one: after a person overruled it or took that back.
import type { VerdictStatus } from '../../../core/assess/verdict.ts';
import { statusLabel } from '../../../core/vocabulary/assessment.ts';
import type { Context } from '../../context.ts';
import { judgeOn, seriesOfPlan } from '../../judge/judge.ts';
import { loadPlan } from '../../judge/plan-facts.ts';
import { listNotedVerdicts, noteVerdict } from '../../store/message/verdict.ts';
import { listFollowers } from '../../store/message/wish.ts';
import { tell } from './tell.ts';

/**
 * Inside the act, after its rows are written. `before` is the verdict that the act found, told where none was noted yet. What
 * is told here is noted, so the hourly look (remind.ts) does not tell it again; a day outside the act's days changes nothing.
 */
export async function tellVerdict(
  inside: Context,
  actorId: string | null,
  { commitmentId, planId, before }: { commitmentId: string; planId: string; before: VerdictStatus },
): Promise<void> {
  const { db, jurisdiction } = inside;
  if ((await listFollowers(db, jurisdiction, [commitmentId])).length === 0) return;
  const facts = await loadPlan(inside, { plan: planId });
  const commitment = facts.ok && facts.value.commitments.find(({ id }) => id === commitmentId);
  if (!facts.ok || !commitment) return;
  const today = inside.today();
  const judgedOn = facts.value.asOf < today ? facts.value.asOf : today;
  const { status } = judgeOn(facts.value, seriesOfPlan(facts.value), commitment, judgedOn).verdict;
  const noted = (await listNotedVerdicts(db, jurisdiction, [commitmentId])).get(commitmentId);
  const last = noted?.status ?? before;
  if (last === status) return;
  const number = (noted?.number ?? 0) + 1;
  if (!(await noteVerdict(db, jurisdiction, { commitmentId, number, status, judgedOn }))) return;
  await tell(inside, actorId, [
    {
      ...{ kind: 'commitment.verdict', objectKind: 'commitment', objectId: commitmentId, commitmentId },
      title: commitment.title,
      detail: { before: statusLabel[last], now: statusLabel[status] },
      to: { followers: true },
    },
  ]);
}
