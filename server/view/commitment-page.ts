// One commitment with every source, figure and verdict, and the same promise in other years.
import { defaultSettings } from '../../core/assess/settings.ts';
import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import type { Target } from '../../core/plan/commitment.ts';
import { MATCH_THRESHOLD, matchScore } from '../../core/plan/match-commitment.ts';
import { sameSeries } from '../../core/plan/words/series-name.ts';
import { printDecimal } from '../../core/quantity/decimal.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { measureRule } from '../../core/vocabulary/assessment.ts';
import type { ProblemCode } from '../../core/vocabulary/problem.ts';
import type { Context } from '../context.ts';
import {
  type JudgedCommitment,
  judgeOn,
  ownFigures,
  printedCut,
  promisedTargets,
  seriesOfPlan,
} from '../judge/judge.ts';
import {
  type CommitmentFact,
  loadPlan,
  type PlanFacts,
  type SeriesFact,
  type When,
} from '../judge/plan-facts.ts';
import { seriesPlace } from '../judge/series.ts';
import { getCommitment } from '../store/commitment.ts';
import { listOwners } from '../store/owner.ts';
import { listPlans } from '../store/plan.ts';
import { conflictsOf } from './conflict.ts';
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

interface OtherYear {
  readonly facts: PlanFacts;
  readonly judged: JudgedCommitment;
}

/** The same promise in another plan: the one whose figures are of the same series, else the likest by name. */
function sameIn(facts: PlanFacts, own: JudgedCommitment, series: ReadonlySet<string>): CommitmentFact | null {
  let best: { commitment: CommitmentFact; score: number } | null = null;
  for (const commitment of facts.commitments) {
    if (commitment.kind !== own.commitment.kind) continue;
    // Numbers differ from year to year; only names tell that two years promise the same.
    const other = { ...commitment, number: '', targets: [] };
    const { score } = matchScore({ ...matchable(own), number: '', targets: [] }, other);
    const found = score + (series.has(commitment.id) ? 1 : 0);
    if (found > (best?.score ?? MATCH_THRESHOLD)) best = { commitment, score: found };
  }
  return best?.commitment ?? null;
}

async function otherYearsOf(
  context: Context,
  facts: PlanFacts,
  own: JudgedCommitment,
): Promise<readonly OtherYear[]> {
  const series = new Set(seriesFigures(facts, own).map(({ row }) => row.commitment_id));
  const plans = await listPlans(context.db, context.jurisdiction, facts.knownOn);
  const others = plans.filter(({ id }) => id !== facts.plan.id);
  const found = await Promise.all(
    others.map(async ({ id }): Promise<OtherYear[]> => {
      const loaded = await loadPlan(context, { plan: id, knownOn: facts.knownOn ?? undefined });
      if (!loaded.ok) return [];
      const commitment = sameIn(loaded.value, own, series);
      if (!commitment) return [];
      const other = loaded.value;
      return [{ facts: other, judged: judgeOn(other, seriesOfPlan(other), commitment, other.asOf) }];
    }),
  );
  return found.flat().sort((a, b) => a.facts.plan.year - b.facts.plan.year);
}

interface SeriesRow {
  readonly row: SeriesFact;
  /** What the series is called here. */
  readonly metric: string;
}

/** Figures of other plans for any metric that the commitment promises or reports. */
function seriesFigures(facts: PlanFacts, { commitment, targets, figures }: JudgedCommitment): SeriesRow[] {
  const { kind } = commitment;
  const named = new Map(
    [...targets, ...figures].map(({ metric, unit }) => [seriesPlace({ kind, metric, unit }), metric]),
  );
  return [...named]
    .flatMap(([key, metric]) => (facts.otherYears.get(key) ?? []).map((row) => ({ row, metric })))
    .sort((a, b) => (a.row.period_end < b.row.period_end ? -1 : 1));
}

const relatedView = ({ facts, judged }: OtherYear): CommitmentPage['related'][number] => ({
  id: judged.commitment.id,
  year: facts.plan.year,
  title: judged.commitment.title,
  printed: judged.targets.map(({ printed }) => printed).join('；'),
  verdict: verdictView(judged.verdict),
  verdicts: verdictsOf(facts, judged.commitment),
});

const targetsView = ({ facts, judged }: OtherYear, own: readonly Target[]): CommitmentPage['yearTargets'] =>
  judged.targets.map((target) => ({
    commitmentId: judged.commitment.id,
    year: facts.plan.year,
    metric: own.find(({ metric }) => sameSeries(metric, target.metric))?.metric ?? target.metric,
    target: targetView(target),
  }));

/** What held before each amendment: the targets of the one before it, or those first promised. */
function amendmentsOf(facts: PlanFacts, commitment: CommitmentFact): CommitmentPage['amendments'] {
  let before = promisedTargets(facts, commitment);
  return (facts.amendments.get(commitment.id) ?? []).map((row) => {
    const view = {
      id: row.id,
      recordedAt: row.recorded_at,
      reason: row.reason,
      documentId: row.document_id,
      effectiveOn: row.effective_on,
      targets: row.targets.map(targetView),
      before: before.map(targetView),
    };
    before = row.targets;
    return view;
  });
}

function ruleOf({ targets }: JudgedCommitment): CommitmentPage['rule'] {
  const code = targets[0]?.measure ?? 'text';
  const isLevel = code === 'rate' || code === 'share';
  const tolerance = isLevel ? defaultSettings.tolerance : defaultSettings.countTolerance;
  return { code, ...measureRule[code], tolerance: printDecimal(tolerance) };
}

const cutsOf = ({ cuts }: JudgedCommitment): CommitmentPage['cuts'] =>
  cuts.map(({ fact, base, target, spent, verdict }) => ({
    ...{ id: fact.id, metric: fact.metric, year: fact.year, lineId: fact.lineId },
    ...{ source: fact.source, sample: fact.sample, printed: printedCut(fact) },
    ...{ base: base?.amount ?? null, baseFrom: base?.from ?? null, most: target?.values[0] ?? null },
    ...{ spent: spent?.amount ?? null, countedTo: spent?.day ?? null },
    verdict: verdictView({ ...verdict, overruled: null }),
  }));

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
  const [others, owners] = await Promise.all([
    otherYearsOf(context, facts, judged),
    listOwners(context.db, context.jurisdiction, commitmentId, facts.knownOn),
  ]);
  return succeed({
    plan: planSummary(facts.plan),
    commitment: rowView(facts, judged),
    asOf: facts.asOf,
    knownOn: facts.knownOn,
    elapsedShare: facts.elapsedShare,
    sources: sourcesOf(facts, commitment),
    figures: ownFigures(facts, commitment).map((row) => figureView(facts.documents, row)),
    otherYears: seriesFigures(facts, judged).map(({ row, metric }) => ({
      commitmentId: row.commitment_id,
      year: row.year,
      metric,
      figure: figureView(facts.documents, row),
    })),
    yearTargets: [...others, { facts, judged }].flatMap((one) => targetsView(one, judged.targets)),
    verdicts: verdictsOf(facts, commitment),
    cuts: cutsOf(judged),
    overrides: (facts.overrides.get(commitment.id) ?? []).map(
      ({ id, status, overruled, reason, by, from, until, recordedAt, withdraws }) => ({
        ...{ id, status, overruled, reason, by, from, until, recordedAt, withdraws },
      }),
    ),
    amendments: amendmentsOf(facts, commitment),
    owners: owners.map(({ commitmentId: _of, ...one }) => ({ ...one, supportUnits: [...one.supportUnits] })),
    related: others.map(relatedView),
    conflicts: conflictsOf(facts, commitment),
    rule: ruleOf(judged),
  });
}
