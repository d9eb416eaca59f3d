// Whether what a notice is about is put right: an inspector's finding first, then the judgement of the promise, or of the place's own share of it.
import { assess } from '../../../core/assess/assess.ts';
import { defaultSettings } from '../../../core/assess/settings.ts';
import type { Target } from '../../../core/plan/commitment.ts';
import type { Notice } from '../../../core/supervise/notice.ts';
import type { Context } from '../../context.ts';
import { type JudgedCommitment, judgeOn, seriesOfPlan } from '../../judge/judge.ts';
import { loadPlan, type PlanFacts } from '../../judge/plan-facts.ts';
import { getCommitment } from '../../store/commitment.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { listFindings } from '../../store/supervise/inspection.ts';

const good: ReadonlySet<string> = new Set(['achieved', 'onTrack', 'atRisk', 'notDue']);
const bad: ReadonlySet<string> = new Set(['behind', 'overdue']);

const saysOf = (status: string): boolean | null => (good.has(status) ? true : bad.has(status) ? false : null);

/** The targets as they are spread to one place; a target that is not spread says nothing of it. */
const sharesOf = (targets: readonly Target[], placeName: string): readonly Target[] =>
  targets.flatMap((target) => {
    const value = target.allocations.find(({ place }) => place === placeName)?.value ?? null;
    return value === null ? [] : [{ ...target, values: [value], checkpoints: [], allocations: [] }];
  });

/** The place's own figures against its own share; where it has none, only a promise that is kept as a whole is kept there. */
function ofPlace(facts: PlanFacts, judged: JudgedCommitment, placeName: string): boolean | null {
  const { commitment, verdict } = judged;
  const targets = sharesOf(judged.targets, placeName);
  const figures = judged.figures
    .filter(({ place }) => place === placeName)
    .map(({ metric, period_end: periodEnd, amount, unit, statement }) => ({
      ...{ metric, periodEnd, amount, unit, statement },
    }));
  if (targets.length === 0 || figures.length === 0) return verdict.status === 'achieved' ? true : null;
  const { starts_on: startsOn, due_on: dueOn } = commitment;
  const matter = { startsOn, dueOn, targets, figures, series: seriesOfPlan(facts) };
  return saysOf(assess(matter, defaultSettings, facts.asOf).status);
}

/** true or false where figures or an inspector say so, null where nobody has looked. */
export async function isRemedied(
  context: Context,
  { commitmentId, issuedOn, placeId, unitId }: Notice,
): Promise<boolean | null> {
  if (issuedOn === null) return null;
  // A matter of its own has no figures to wait for: whoever accepted the answer has looked.
  if (commitmentId === null) return true;
  const { db, jurisdiction } = context;
  const commitment = await getCommitment(db, jurisdiction, commitmentId);
  if (!commitment) return null;
  // A finding of an inspection after the day of issue goes before the unit's own figures: verified before claimed.
  const findings = await listFindings(db, jurisdiction, commitmentId);
  const latest = findings.findLast(
    (each) => each.outcome !== 'undecided' && (each.place_id === '' || each.place_id === placeId),
  );
  if (latest && latest.found_on >= issuedOn) return latest.outcome === 'confirmed';
  const plan = await loadPlan(context, { plan: commitment.plan_id });
  if (!plan.ok) return null;
  const facts = plan.value;
  const fact = facts.commitments.find(({ id }) => id === commitmentId);
  if (!fact) return null;
  const judged = judgeOn(facts, seriesOfPlan(facts), fact, facts.asOf);
  const place = (await listAllPlaces(db, jurisdiction)).find(({ id }) => id === placeId);
  return place && unitId === '' ? ofPlace(facts, judged, place.name) : saysOf(judged.verdict.status);
}
