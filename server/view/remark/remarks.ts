// A person's words beside the rate: comments and confidence of one promise, and where the owner and the figures disagree.

import type { VerdictStatus } from '../../../core/assess/verdict.ts';
import { type Caller, isAllowed, mayOn } from '../../../core/contract/permission.ts';
import type { remarkRoutes } from '../../../core/contract/remarks.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { confidenceOn, disagreement } from '../../../core/observe/confidence.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { unitNameReader } from '../../act/supervise/unit-name.ts';
import type { Context } from '../../context.ts';
import { judgeOn, seriesOfPlan } from '../../judge/judge.ts';
import { loadPlan, type When } from '../../judge/plan-facts.ts';
import { getCommitment } from '../../store/commitment.ts';
import { listComments } from '../../store/remark/comment.ts';
import { type ConfidenceRow, listConfidence } from '../../store/remark/confidence.ts';
import { findScope } from '../../store/scope.ts';

type Routes = typeof remarkRoutes;
type Remarks = OutputOf<Routes['GET /api/commitments/:commitmentId/remarks']['response']>;
type Disagreements = OutputOf<Routes['GET /api/disagreements']['response']>;

const computed: Readonly<Record<VerdictStatus, 'late' | 'fine' | 'open'>> = {
  behind: 'late',
  overdue: 'late',
  atRisk: 'open',
  onTrack: 'fine',
  achieved: 'fine',
  notDue: 'open',
  noJudgement: 'open',
};

const saidView = ({ word, note, by, saidOn }: ConfidenceRow) => ({ word, note, by, on: saidOn });

export async function getRemarks(
  context: Context,
  caller: Caller,
  commitmentId: string,
  when: When,
): Promise<Result<Remarks, 'commitment.notFound' | 'plan.none' | 'plan.notFound'>> {
  const { db, jurisdiction } = context;
  const stored = await getCommitment(db, jurisdiction, commitmentId);
  if (!stored) return fail('commitment.notFound');
  const plan = await loadPlan(context, { ...when, plan: stored.plan_id });
  if (!plan.ok) return plan;
  const facts = plan.value;
  const commitment = facts.commitments.find(({ id }) => id === commitmentId);
  if (!commitment) return fail('commitment.notFound');
  const [comments, history, scope] = await Promise.all([
    listComments(db, jurisdiction, commitmentId, facts.knownOn),
    listConfidence(db, jurisdiction, { commitmentId }, facts.knownOn),
    findScope(db, jurisdiction, 'commitment', commitmentId),
  ]);
  const { verdict } = judgeOn(facts, seriesOfPlan(facts), commitment, facts.asOf);
  // The word that was said last stands beside the last figures, however old these are.
  const last = confidenceOn(history, facts.knownOn ?? context.today());
  const own = history.find(({ sequence }) => sequence === last?.sequence);
  const status = verdict.overruled?.computed ?? verdict.status;
  return succeed({
    comments: comments.map(({ endWords, endBy, endOn, ...comment }) => ({
      ...comment,
      end: endWords === null || endOn === null ? null : { words: endWords, by: endBy, on: endOn },
    })),
    confidence: own ? saidView(own) : null,
    history: history.toReversed().map(saidView),
    disagreement: disagreement(own?.word ?? null, computed[status]),
    mayComment: scope !== undefined && mayOn(caller, 'commitment.comment', scope),
    maySay:
      scope !== undefined &&
      isAllowed(caller, 'commitment.confidence') &&
      mayOn(caller, 'commitment.confidence', scope),
  });
}

/** Every promise of the plan whose owner is more hopeful, or more worried, than the figures; the hopeful ones first. */
export async function getDisagreements(
  context: Context,
  when: When,
): Promise<Result<Disagreements, 'plan.none' | 'plan.notFound'>> {
  const { db, jurisdiction } = context;
  const plan = await loadPlan(context, when);
  if (!plan.ok) return plan;
  const facts = plan.value;
  const [said, nameOf] = await Promise.all([
    listConfidence(db, jurisdiction, { planId: facts.plan.id }, facts.knownOn),
    unitNameReader(context),
  ]);
  const until = facts.knownOn ?? context.today();
  const words = new Map<string, ConfidenceRow[]>();
  for (const row of said) words.set(row.commitmentId, [...(words.get(row.commitmentId) ?? []), row]);
  const series = seriesOfPlan(facts);
  const rows = facts.commitments.flatMap((commitment) => {
    const history = words.get(commitment.id);
    const last = history && confidenceOn(history, until);
    if (!last) return [];
    const { verdict } = judgeOn(facts, series, commitment, facts.asOf);
    const status = verdict.overruled?.computed ?? verdict.status;
    const found = disagreement(last.word, computed[status]);
    const { id, kind, title, lead_unit: unit } = commitment;
    const line = { commitmentId: id, kind, title, unit: nameOf(unit ?? ''), status, disagreement: found };
    return found === 'none' ? [] : [{ ...line, word: last.word, note: last.note, on: last.saidOn }];
  });
  return succeed({
    asOf: facts.asOf,
    said: words.size,
    rows: rows.toSorted((a, b) =>
      a.disagreement === b.disagreement ? 0 : a.disagreement === 'ownerMoreHopeful' ? -1 : 1,
    ),
  });
}
