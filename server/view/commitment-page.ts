// One commitment with every source, figure and verdict, and the same promise in other years.
import { defaultSettings } from '../../core/assess/settings.ts';
import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import { MATCH_THRESHOLD, matchScore } from '../../core/plan/match-commitment.ts';
import { printDecimal } from '../../core/quantity/decimal.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { measureRule } from '../../core/vocabulary/assessment.ts';
import type { ProblemCode } from '../../core/vocabulary/problem.ts';
import type { Context } from '../act/context.ts';
import { getCommitment } from '../store/commitment.ts';
import { listPlans } from '../store/plan.ts';
import { conflictsOf } from './conflict.ts';
import { type JudgedCommitment, judgeOn, ownFigures, seriesOfPlan } from './judge.ts';
import { type CommitmentFact, loadPlan, type PlanFacts, type When } from './plan-facts.ts';
import { figureView, planSummary, rowView, sourceView, targetView, verdictView } from './row.ts';

export type CommitmentPage = OutputOf<Routes['GET /api/commitments/:commitmentId']['response']>;

function sourcesOf(facts: PlanFacts, { id }: CommitmentFact): CommitmentPage['sources'] {
  const promises = (facts.sources.get(id) ?? []).flatMap((row) => {
    const source = sourceView(facts.documents, row);
    return source ? [{ ...source, role: 'promise' as const, printed: row.printed }] : [];
  });
  const figures = (facts.observations.get(id) ?? []).flatMap((row) => {
    const source = sourceView(facts.documents, row);
    return source ? [{ ...source, role: 'figure' as const, printed: row.statement }] : [];
  });
  const amendments = (facts.amendments.get(id) ?? []).flatMap((row) => {
    const source = sourceView(facts.documents, { ...row, span_start: 0, span_end: 0, quote: row.reason });
    const printed = row.targets.map((target) => target.printed).join('；');
    return source ? [{ ...source, role: 'amendment' as const, printed }] : [];
  });
  return [...promises, ...figures, ...amendments];
}

/** Verdicts on each day that figures are for, and on the day asked about. */
function verdictsOf(facts: PlanFacts, commitment: CommitmentFact): CommitmentPage['verdicts'] {
  const series = seriesOfPlan(facts);
  const days = new Set([...ownFigures(facts, commitment).map(({ period_end }) => period_end), facts.asOf]);
  return [...days]
    .filter((day) => day >= commitment.starts_on && day <= facts.asOf)
    .sort()
    .map((day) => verdictView(judgeOn(facts, series, commitment, day).verdict));
}

const matchable = ({ commitment, targets }: JudgedCommitment) => ({
  kind: commitment.kind,
  number: commitment.number,
  title: commitment.title,
  targets,
});

/** The likest commitment of another plan, judged on that plan's own day. */
async function likestIn(
  context: Context,
  planId: string,
  when: When,
  own: JudgedCommitment,
): Promise<CommitmentPage['related']> {
  const loaded = await loadPlan(context, { plan: planId, knownOn: when.knownOn });
  if (!loaded.ok) return [];
  const facts = loaded.value;
  let best: { commitment: CommitmentFact; score: number } | null = null;
  for (const commitment of facts.commitments) {
    if (commitment.kind !== own.commitment.kind) continue;
    // Numbers differ from year to year; only names tell that two years promise the same.
    const other = { ...commitment, number: '', targets: [] };
    const { score } = matchScore({ ...matchable(own), number: '', targets: [] }, other);
    if (score > (best?.score ?? MATCH_THRESHOLD)) best = { commitment, score };
  }
  if (!best) return [];
  const judged = judgeOn(facts, seriesOfPlan(facts), best.commitment, facts.asOf);
  return [
    {
      id: best.commitment.id,
      year: facts.plan.year,
      title: best.commitment.title,
      printed: judged.targets.map(({ printed }) => printed).join('；'),
      verdict: verdictView(judged.verdict),
    },
  ];
}

async function relatedTo(
  context: Context,
  facts: PlanFacts,
  when: When,
  own: JudgedCommitment,
): Promise<CommitmentPage['related']> {
  const plans = await listPlans(context.db, context.jurisdiction, facts.knownOn);
  const others = plans.filter(({ id }) => id !== facts.plan.id);
  const found = await Promise.all(others.map(({ id }) => likestIn(context, id, when, own)));
  return found.flat().sort((a, b) => a.year - b.year);
}

function ruleOf({ targets }: JudgedCommitment): CommitmentPage['rule'] {
  const code = targets[0]?.measure ?? 'text';
  const isLevel = code === 'rate' || code === 'share';
  const tolerance = isLevel ? defaultSettings.tolerance : defaultSettings.countTolerance;
  return { code, ...measureRule[code], tolerance: printDecimal(tolerance) };
}

export async function getCommitmentPage(
  context: Context,
  commitmentId: string,
  when: When,
): Promise<Result<CommitmentPage, ProblemCode>> {
  const stored = await getCommitment(context.db, context.jurisdiction, commitmentId);
  if (!stored) return fail('commitment.notFound');
  const loaded = await loadPlan(context, { ...when, plan: stored.plan_id });
  if (!loaded.ok) return loaded;
  const facts = loaded.value;
  const commitment = facts.commitments.find(({ id }) => id === commitmentId);
  if (!commitment) return fail('commitment.notFound'); // recorded after the day asked about
  const judged = judgeOn(facts, seriesOfPlan(facts), commitment, facts.asOf);
  return succeed({
    plan: planSummary(facts.plan),
    commitment: rowView(facts, judged),
    asOf: facts.asOf,
    elapsedShare: facts.elapsedShare,
    sources: sourcesOf(facts, commitment),
    figures: ownFigures(facts, commitment).map((row) => figureView(facts.documents, row)),
    verdicts: verdictsOf(facts, commitment),
    amendments: (facts.amendments.get(commitmentId) ?? []).map((row) => ({
      id: row.id,
      recordedAt: row.recorded_at,
      reason: row.reason,
      documentId: row.document_id,
      targets: row.targets.map(targetView),
    })),
    related: await relatedTo(context, facts, when, judged),
    conflicts: conflictsOf(facts, commitment),
    rule: ruleOf(judged),
  });
}
