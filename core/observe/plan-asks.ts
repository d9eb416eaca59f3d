// Which figures a plan asks of whom: one for each target of the whole place, one for each share that a place was given.
import { type ApplicabilityDecision, awayDays } from '../plan/applicability.ts';
import type { Commitment, CommitmentKind, DecimalText, Target } from '../plan/commitment.ts';
import { seriesKey } from '../plan/words/series-name.ts';
import { sameBase } from '../quantity/unit.ts';
import { type AskConflict, askOnce, type FigureAsk, type Frequency } from './figure-ask.ts';

/** How often and how soon: local rules, see reportRules below. */
export interface AskRules {
  readonly frequency: Readonly<Record<CommitmentKind, Frequency>>;
  /** Days after the end of a period until its figure is due. */
  readonly delayDays: number;
}

/**
 * Defaults of this software, where a city has set none: livelihood projects and construction by the month, as Hangzhou's
 * supervision bulletins are (monthly bulletin, quarterly inspection); the rest by the quarter, as the execution reports are.
 */
export const defaultAskRules: AskRules = {
  frequency: {
    indicator: 'quarter',
    task: 'quarter',
    livelihood: 'month',
    project: 'month',
    budget: 'quarter',
    policy: 'quarter',
  },
  delayDays: 10,
};

export interface AskedPlace {
  readonly id: string;
  readonly name: string;
}

export interface PlanAsk {
  readonly ask: FigureAsk;
  readonly commitmentId: string;
  readonly metric: string;
  readonly target: Target;
  /** What is promised for this place; null where it is words. */
  readonly wanted: DecimalText | null;
  /** Counted from January, so it cannot fall while the year runs. */
  readonly grows: boolean;
  /** Every promise that this figure answers, under the metric's name there; the first is its own. */
  readonly serves: readonly { readonly commitmentId: string; readonly metric: string }[];
}

export interface PlanAsks {
  readonly asks: readonly PlanAsk[];
  readonly conflicts: readonly AskConflict[];
  /** Questions that need not be put, because another list already asks them. */
  readonly saved: number;
}

export interface AskableCommitment extends Commitment {
  /** Where lines of it do not apply; in the order decided. */
  readonly applicability: readonly ApplicabilityDecision[];
  /** One key for every printing of the lead unit. */
  readonly leadKey: string | null;
}

/** Words are asked for where there is nothing to count. */
const isWorded = (target: Target): boolean =>
  target.measure === 'text' || (target.values.length === 0 && target.unit === '');

/** An indicator is the same figure in every list; another metric (新增数) only within its own promise. */
function keyOf(commitment: AskableCommitment, target: Target, indicators: ReadonlySet<string>): string {
  const series = seriesKey(target.metric);
  if (commitment.kind === 'indicator' || indicators.has(series)) return series;
  return `${seriesKey(commitment.title)} ${series}`;
}

function asksOf(
  commitment: AskableCommitment,
  target: Target,
  key: string,
  rules: AskRules,
  placeOf: (name: string) => AskedPlace | undefined,
): readonly PlanAsk[] {
  const worded = isWorded(target);
  const grows = target.measure === 'flow' || target.measure === 'cumulative';
  const common: Omit<FigureAsk, 'placeId' | 'unitId'> = {
    seriesKey: key,
    metric: target.metric,
    unit: worded ? '' : target.unit,
    cumulative: grows || target.measure === 'rate',
    frequency: rules.frequency[commitment.kind],
    delayDays: rules.delayDays,
    from: commitment.startsOn,
    to: commitment.dueOn,
    away: [],
    commitmentIds: [commitment.id],
    lists: [commitment.kind],
  };
  const own = { commitmentId: commitment.id, metric: target.metric };
  const about = { ...own, target, grows, serves: [own] };
  const [whole = null] = target.values;
  const city: readonly PlanAsk[] =
    commitment.leadKey === null
      ? []
      : [{ ...about, ask: { ...common, placeId: '', unitId: commitment.leadKey }, wanted: whole }];
  if (target.allocationMode === null || target.allocationMode === 'whole') return city;
  // A place without a share (—) has nothing to report: that is not a missing figure.
  const places = target.allocations.flatMap(({ place: name, value }): readonly PlanAsk[] => {
    const place = placeOf(name);
    if (!place || value === null) return [];
    const away = awayDays(commitment.applicability, target.metric, name);
    return [{ ...about, ask: { ...common, away, placeId: place.id, unitId: place.id }, wanted: value }];
  });
  return [...city, ...places];
}

const sameQuestion = (a: FigureAsk, b: FigureAsk): boolean =>
  a.seriesKey === b.seriesKey && a.placeId === b.placeId && a.unitId === b.unitId && sameBase(a.unit, b.unit);

/** Every standing question of one plan, each put once. Promises of a group of units are nobody's to report. */
export function asksOfPlan(
  commitments: readonly AskableCommitment[],
  places: readonly AskedPlace[],
  rules: AskRules,
): PlanAsks {
  const byName = new Map(places.map((place) => [place.name, place]));
  const indicators = new Set(
    commitments.flatMap(({ kind, targets }) =>
      kind === 'indicator' ? targets.map(({ metric }) => seriesKey(metric)) : [],
    ),
  );
  const all = commitments.flatMap((commitment) =>
    commitment.targets.flatMap((target) =>
      asksOf(commitment, target, keyOf(commitment, target, indicators), rules, (name) => byName.get(name)),
    ),
  );
  const once = askOnce(all.map(({ ask }) => ask));
  const bySeries = new Map<string, PlanAsk[]>();
  for (const each of all) {
    const key = `${each.ask.seriesKey}\t${each.ask.placeId}`;
    bySeries.set(key, [...(bySeries.get(key) ?? []), each]);
  }
  const seen = new Set<string>();
  const asks = once.asks.flatMap((ask): readonly PlanAsk[] => {
    const same = bySeries
      .get(`${ask.seriesKey}\t${ask.placeId}`)
      ?.filter((each) => sameQuestion(each.ask, ask));
    const origin = same?.[0];
    const key = `${origin?.commitmentId}\t${origin?.metric}\t${ask.placeId}`;
    // One promise that names a metric twice in units that cannot be compared is asked for the first.
    if (!origin || seen.has(key)) return [];
    seen.add(key);
    return [{ ...origin, ask, serves: same?.flatMap(({ serves }) => serves) ?? [] }];
  });
  return { asks, conflicts: once.conflicts, saved: once.saved };
}
