// One promise by district: each line's shares, figures and rates with their spread, sites beside, and figures over time.
import { type PlaceStanding, placeStandings, shareOf, spread } from '../../core/assess/place-share.ts';
import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import { awayOn, coverageOf } from '../../core/plan/applicability.ts';
import type { Target } from '../../core/plan/commitment.ts';
import type { IsoDate } from '../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { ProblemCode } from '../../core/vocabulary/problem.ts';
import type { Context } from '../context.ts';
import { type JudgedCommitment, judgeOn, seriesOfPlan } from '../judge/judge.ts';
import { loadPlan, type ObservationFact, type PlanFacts, type When } from '../judge/plan-facts.ts';
import { getCommitment } from '../store/commitment.ts';
import { getSiteRollUps } from './site/list.ts';

type Answer = OutputOf<Routes['GET /api/commitments/:commitmentId/places']['response']>;
export type LinePlaces = Answer['lines'][number];
export type PlaceLine = LinePlaces['places'][number];
type SiteRollUp = OutputOf<Routes['GET /api/sites/roll-up']['response']>['byPlace'][number];

/** Figures of places for the line, one a day and place, the one that became known last. */
function figuresOf({ figures, targets }: JudgedCommitment, metric: string): readonly ObservationFact[] {
  const alone = targets.length === 1;
  const own = figures.filter(
    (row) => row.place !== '' && row.amount !== null && (row.metric === metric || alone),
  );
  return [...new Map(own.map((row) => [`${row.place} ${row.period_end}`, row])).values()];
}

function sitesOf(rollUps: readonly SiteRollUp[], place: string): PlaceLine['sites'] {
  const found = rollUps.find(({ name }) => name === place);
  if (!found) return null;
  const { planned, verified } = found;
  return { planned, verified, rate: shareOf(verified, planned) };
}

const lineOf = (
  row: PlaceStanding,
  last: ReadonlyMap<string, ObservationFact>,
  sites: readonly SiteRollUp[],
  away: ReadonlyMap<string, PlaceLine['away']>,
): PlaceLine => ({
  ...row,
  away: away.get(row.place) ?? null,
  doneUntil: last.get(row.place)?.period_end ?? null,
  sites: sitesOf(sites, row.place),
});

/** Places where the line does not apply on the day asked about, with who decided so and why. */
function awayOf(
  facts: PlanFacts,
  commitmentId: string,
  metric: string,
): ReadonlyMap<string, PlaceLine['away']> {
  const decided = facts.applicability.get(commitmentId) ?? [];
  const found = new Map<string, PlaceLine['away']>();
  for (const place of new Set(decided.map((each) => each.place))) {
    const away = awayOn(decided, metric, place, facts.asOf);
    if (!away) continue;
    const { from, reason, by, recordedAt } = away;
    found.set(place, { from, reason, by, recordedAt });
  }
  return found;
}

/** Two points make a line; what has one is in the table. */
function seriesBy(figures: readonly ObservationFact[]): LinePlaces['series'] {
  const byPlace = new Map<string, { periodEnd: IsoDate; amount: string }[]>();
  for (const { place, period_end: periodEnd, amount } of figures) {
    if (amount === null) continue;
    const points = byPlace.get(place) ?? [];
    byPlace.set(place, points);
    points.push({ periodEnd, amount });
  }
  return [...byPlace].flatMap(([place, points]) => (points.length < 2 ? [] : [{ place, points }]));
}

export function placesOfTarget(
  facts: PlanFacts,
  judged: JudgedCommitment,
  target: Target,
  siteRollUps: readonly SiteRollUp[],
): LinePlaces | null {
  const figures = figuresOf(judged, target.metric);
  const sites = siteRollUps.filter(({ unit }) => unit === target.unit);
  if (target.allocations.length === 0 && figures.length === 0 && sites.length === 0) return null;
  const last = new Map(figures.map((row) => [row.place, row]));
  const reported = [...last].flatMap(([place, { amount }]) =>
    amount === null ? [] : [{ place, done: amount }],
  );
  const away = awayOf(facts, judged.commitment.id, target.metric);
  const rows = placeStandings(facts.places, target.allocations, reported, new Set(away.keys()));
  // a rate of a rate says nothing: 各区同一标准 is compared by its figure alone
  const isRate = target.allocationMode === 'each';
  const places = rows.map((row) =>
    lineOf(isRate ? { ...row, rate: null, gapToMedian: null } : row, last, sites, away),
  );
  return {
    ...{ metric: target.metric, unit: target.unit, mode: target.allocationMode, places },
    coverage: coverageOf(places.map(({ state }) => state)),
    spreads: {
      given: spread(places.map(({ given }) => given)),
      rate: spread(places.map(({ rate }) => rate)),
      sites: spread(places.map((one) => one.sites?.rate ?? null)),
    },
    series: seriesBy(figures),
  };
}

export async function getPlaces(
  context: Context,
  commitmentId: string,
  when: When,
): Promise<Result<Answer, ProblemCode>> {
  const stored = await getCommitment(context.db, context.jurisdiction, commitmentId);
  if (!stored) return fail('commitment.notFound');
  const loaded = await loadPlan(context, { ...when, plan: stored.plan_id });
  if (!loaded.ok) return loaded;
  const facts = loaded.value;
  const commitment = facts.commitments.find(({ id }) => id === commitmentId);
  if (!commitment) return fail('commitment.notFound');
  const judged = judgeOn(facts, seriesOfPlan(facts), commitment, facts.asOf);
  const { byPlace } = await getSiteRollUps(context, { commitment: commitmentId });
  const { asOf, knownOn, elapsedShare } = facts;
  const lines = judged.targets.flatMap((target) => placesOfTarget(facts, judged, target, byPlace) ?? []);
  return succeed({ asOf, knownOn, elapsedShare, lines });
}
