// Judges the commitments of a plan: facts of the store in the terms of the rules, one verdict each.
import { assess } from '../../core/assess/assess.ts';
import { type JudgedCut, judgeCut, withCuts, withoutCuts } from '../../core/assess/cut.ts';
import {
  type Facts,
  type FigureFact,
  type Series,
  type SeriesFigure,
  seriesOf,
} from '../../core/assess/facts.ts';
import { standingVerdict } from '../../core/assess/override.ts';
import { defaultSettings } from '../../core/assess/settings.ts';
import type { Verdict, VerdictStatus } from '../../core/assess/verdict.ts';
import type { Target } from '../../core/plan/commitment.ts';
import { mergeTargets } from '../../core/plan/merge-targets.ts';
import type { IsoDate } from '../../core/quantity/date.ts';
import { isPercent } from '../../core/quantity/unit.ts';
import type { CutFact } from '../store/budget/cut-fact.ts';
import type { CommitmentFact, ObservationFact, PlanFacts } from './plan-facts.ts';

/** A verdict whose status is the person's where one overruled it; what the rules say stays beside it. */
export interface JudgedVerdict extends Verdict {
  readonly overruled: {
    readonly computed: VerdictStatus;
    readonly reason: string;
    readonly by: string | null;
    readonly until: IsoDate;
    readonly outdated: boolean;
  } | null;
}

export interface JudgedCommitment {
  readonly commitment: CommitmentFact;
  /** The targets in force on the day. */
  readonly targets: readonly Target[];
  /** Figures up to the day, oldest first. */
  readonly figures: readonly ObservationFact[];
  readonly verdict: JudgedVerdict;
  /** Announced cuts that belong to it, each judged by itself too. */
  readonly cuts: readonly (JudgedCut & { readonly fact: CutFact })[];
}

const figureFact = (row: ObservationFact): FigureFact => ({
  metric: row.metric,
  periodEnd: row.period_end,
  amount: row.amount,
  unit: row.unit,
  statement: row.statement,
});

/** Growth rates of the plan's indicators: what other targets are held against (与经济增长同步). */
export function seriesOfPlan(facts: PlanFacts): Series {
  const found: SeriesFigure[] = [];
  for (const rows of facts.observations.values())
    for (const row of rows)
      if (row.amount !== null && isPercent(row.unit) && row.place === '')
        found.push({
          name: row.metric,
          periodEnd: row.period_end,
          amount: row.amount,
          printed: row.statement,
        });
  return seriesOf(found);
}

/**
 * What the commitment promises on a day: its own targets with what other printings add, or the amended ones from the
 * day they take effect; earlier days keep the targets of their time.
 */
export function targetsOn(facts: PlanFacts, commitment: CommitmentFact, day: IsoDate): readonly Target[] {
  const amended = facts.amendments.get(commitment.id)?.findLast(({ effective_on }) => effective_on <= day);
  return amended ? amended.targets : promisedTargets(facts, commitment);
}

/** What the commitment first promised: its own targets with what other printings add. */
export function promisedTargets(facts: PlanFacts, commitment: CommitmentFact): readonly Target[] {
  const sources = facts.sources.get(commitment.id) ?? [];
  return sources.reduce((targets, source) => mergeTargets(targets, source.targets), commitment.targets);
}

/** Figures of the commitment itself, without those it is only compared with. */
export const ownFigures = (facts: PlanFacts, { id }: CommitmentFact): readonly ObservationFact[] =>
  (facts.observations.get(id) ?? []).filter(({ compares }) => !compares);

function withOverride(
  facts: PlanFacts,
  { id }: CommitmentFact,
  computed: Verdict,
  day: IsoDate,
): JudgedVerdict {
  const rows = facts.overrides.get(id) ?? [];
  const { status, override, outdated } = standingVerdict(computed, rows, day);
  if (!override) return { ...computed, overruled: null };
  const { reason, until } = override;
  const by = rows.find((row) => row.id === override.id)?.by ?? null;
  return { ...computed, status, overruled: { computed: computed.status, reason, by, until, outdated } };
}

/** A cut as it is said in one clause; the document that announced it is its source. */
export const printedCut = ({ metric, percent }: CutFact): string =>
  percent === '0' ? `${metric}只减不增` : `${metric}压减${percent}%`;

function cutsOf(facts: PlanFacts, commitment: CommitmentFact, day: IsoDate): JudgedCommitment['cuts'] {
  return (facts.cuts.get(commitment.id) ?? []).map((fact) => ({
    fact,
    ...judgeCut({ ...fact, printed: printedCut(fact) }, defaultSettings, day),
  }));
}

/** Targets that a cut says in numbers are judged by the cut; the others by what is reported of them. */
function assessWithCuts(matter: Facts, cuts: JudgedCommitment['cuts'], day: IsoDate): Verdict {
  const left = withoutCuts(
    matter.targets,
    cuts.map(({ fact }) => fact),
  );
  const own = left.length === 0 ? null : assess({ ...matter, targets: left }, defaultSettings, day);
  return withCuts(own, cuts, day);
}

export function judgeOn(
  facts: PlanFacts,
  series: Series,
  commitment: CommitmentFact,
  day: IsoDate,
): JudgedCommitment {
  const targets = targetsOn(facts, commitment, day);
  const figures = ownFigures(facts, commitment).filter(({ period_end }) => period_end <= day);
  const { starts_on: startsOn, due_on: dueOn } = commitment;
  const ofCity = figures.filter(({ place }) => place === '').map(figureFact);
  const cuts = cutsOf(facts, commitment, day);
  // Figures typed in for demonstration decide no promise; they are judged beside it.
  const own = cuts.filter(({ fact }) => !fact.sample);
  const matter = { startsOn, dueOn, targets, figures: ofCity, series };
  const computed = own.length === 0 ? assess(matter, defaultSettings, day) : assessWithCuts(matter, own, day);
  return { commitment, targets, figures, verdict: withOverride(facts, commitment, computed, day), cuts };
}

/** Judgements of facts that are kept (see kept.ts): loaded anew, facts are another list and are judged anew. */
const judgedKept = new WeakMap<readonly CommitmentFact[], Map<IsoDate, readonly JudgedCommitment[]>>();
const mostDays = 8;

export function judgePlan(facts: PlanFacts): readonly JudgedCommitment[] {
  const days = judgedKept.get(facts.commitments) ?? new Map<IsoDate, readonly JudgedCommitment[]>();
  judgedKept.set(facts.commitments, days);
  const known = days.get(facts.asOf);
  if (known) return known;
  const series = seriesOfPlan(facts);
  const judged = facts.commitments.map((commitment) => judgeOn(facts, series, commitment, facts.asOf));
  if (days.size >= mostDays) days.clear();
  days.set(facts.asOf, judged);
  return judged;
}
