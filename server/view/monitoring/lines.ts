// Lines of the monitoring board: figures as known on a day, the plan's target beside them, warnings first.
import { type BoardLine, boardLine } from '../../../core/budget/monitor/board.ts';
import {
  isGrowth,
  type SeriesMeasure,
  seriesMeasures,
  unitOfMeasure,
} from '../../../core/budget/monitor/figure.ts';
import type { Change } from '../../../core/budget/series.ts';
import type { BudgetSettings } from '../../../core/budget/settings.ts';
import type { monitoringRoutes } from '../../../core/contract/monitoring.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { sameSeries } from '../../../core/plan/words/series-name.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { printDecimal } from '../../../core/quantity/decimal.ts';
import { printPeriod } from '../../../core/quantity/period.ts';
import { isPercent } from '../../../core/quantity/unit.ts';
import type { Context } from '../../context.ts';
import { promisedTargets } from '../../judge/judge.ts';
import { loadPlan, type PlanFacts } from '../../judge/plan-facts.ts';
import { type FigureRow, listMonitorFigures } from '../../store/series/figure.ts';
import {
  type IndicatorRow,
  listIndicators,
  listMonitorPlaces,
  type MonitorPlace,
} from '../../store/series/indicator.ts';

type Board = OutputOf<(typeof monitoringRoutes)['GET /api/monitoring']['response']>;
export type LineView = Board['lines'][number];
export type PointView = NonNullable<LineView['last']>;

export interface Looking {
  readonly plan?: string | undefined;
  readonly asOf?: string | undefined;
  readonly knownOn?: string | undefined;
}

export interface MonitorFacts {
  readonly asOf: IsoDate;
  readonly knownOn: IsoDate | null;
  readonly ownPlace: string;
  readonly indicators: readonly IndicatorRow[];
  readonly places: readonly MonitorPlace[];
  readonly figures: readonly FigureRow[];
}

/** Judged on the last day that any own figure is for, unless a day was asked for. */
export async function loadMonitor(
  context: Context,
  looking: Looking,
  indicator: string | null,
): Promise<MonitorFacts> {
  const { db, jurisdiction, today } = context;
  const knownOn = looking.knownOn === undefined ? null : isoDate(looking.knownOn);
  const [indicators, places, figures] = await Promise.all([
    listIndicators(db, jurisdiction),
    listMonitorPlaces(db, jurisdiction),
    listMonitorFigures(db, jurisdiction, { indicator, knownOn }),
  ]);
  const last = figures.findLast(({ placeId }) => placeId === jurisdiction)?.periodEnd;
  const asOf = looking.asOf === undefined ? (last ?? today()) : isoDate(looking.asOf);
  return { asOf, knownOn, ownPlace: jurisdiction, indicators, places, figures };
}

type Target = NonNullable<LineView['target']>;

/** The plan of the year whose figures are shown; a city without one has no targets. */
export async function planOfYear(
  context: Context,
  { plan, knownOn }: Looking,
  asOf: IsoDate,
): Promise<PlanFacts | null> {
  const found = await loadPlan(context, { plan: plan ?? asOf.slice(0, 4), knownOn });
  if (!found.ok || String(found.value.plan.year) !== asOf.slice(0, 4)) return null;
  return found.value;
}

/** The first target of that name whose unit is the measure's: a growth for growth, an amount for an amount. */
export function targetOf(
  plan: PlanFacts | null,
  indicator: IndicatorRow,
  measure: SeriesMeasure,
): Target | null {
  if (!plan || indicator.planMetric === '') return null;
  for (const commitment of plan.commitments) {
    if (commitment.kind !== 'indicator') continue;
    for (const target of promisedTargets(plan, commitment)) {
      const [value] = target.values;
      const rate = isGrowth(measure) || isPercent(indicator.unit);
      if (value === undefined || isPercent(target.unit) !== rate || target.form === 'relative') continue;
      if (!rate && target.unit !== indicator.unit) continue;
      if (sameSeries(target.metric === '' ? commitment.title : target.metric, indicator.planMetric))
        return { commitmentId: commitment.id, year: plan.plan.year, value, printed: target.printed };
    }
  }
  return null;
}

export const changeView = (change: Change | null): LineView['onPeriod'] =>
  change && { unit: change.unit, value: change.value };

export const pointView = (row: FigureRow): PointView => ({
  period: printPeriod(row.periodStart, row.periodEnd),
  periodEnd: row.periodEnd,
  value: row.value,
  nature: row.nature,
  isDemonstration: row.isDemonstration,
  revisions: row.number - 1,
});

export const indicatorView = ({ planMetric: _metric, aliases: _aliases, ...rest }: IndicatorRow) => rest;

/** The row behind a point: of the figures of one period the one with the highest number. */
const rowAt = (rows: readonly FigureRow[], periodEnd: IsoDate): FigureRow | undefined =>
  rows.reduce<FigureRow | undefined>(
    (found, row) => (row.periodEnd === periodEnd && (!found || row.number > found.number) ? row : found),
    undefined,
  );

export interface LineAsk {
  readonly facts: MonitorFacts;
  readonly plan: PlanFacts | null;
  readonly settings: BudgetSettings;
}

/** Sparkline and warnings look at the last three years; the page of the series shows everything. */
const sparkPoints = 36;

export function lineOf(
  { facts, plan, settings }: LineAsk,
  indicator: IndicatorRow,
  measure: SeriesMeasure,
): LineView {
  const { asOf, ownPlace } = facts;
  const figures = facts.figures.filter((row) => row.indicator === indicator.code && row.measure === measure);
  const growths = facts.figures.filter((row) => row.indicator === indicator.code && isGrowth(row.measure));
  const target = targetOf(plan, indicator, measure);
  const line: BoardLine = boardLine({
    ...{ indicator, measure, ownPlace, asOf, settings },
    figures: isGrowth(measure) ? figures : [...figures, ...growths],
    target: target && { value: target.value, year: target.year },
    peers: facts.places.flatMap(({ id, level }) => (level === 'peer' ? [id] : [])),
  });
  const own = figures.filter(({ placeId }) => placeId === ownPlace);
  const last = line.last && rowAt(own, line.last.periodEnd);
  const { pace, peerMedian } = line;
  return {
    ...{ indicator: indicatorView(indicator), measure, unit: unitOfMeasure(indicator, measure), target },
    last: last ? pointView(last) : null,
    points: line.points.slice(-sparkPoints).map(({ periodEnd, value }) => ({ periodEnd, value })),
    onPeriod: changeView(line.onPeriod),
    onYear: line.onYear,
    beside: line.beside.map(({ placeId, value, change }) => ({
      ...{ placeId, value },
      change: { unit: change.unit, value: change.value },
    })),
    peerMedian: peerMedian && {
      ...{ value: peerMedian.value, of: peerMedian.of, change: changeView(peerMedian.change) },
    },
    pace: pace && { projected: pace.projected, distance: pace.distance },
    warnings: line.warnings.map(({ rule, params, points }) => ({
      ...{ rule, params: { ...params } },
      periods: points.map(({ periodEnd }) => periodEnd),
    })),
    isDemonstration: figures.some((row) => row.isDemonstration),
  };
}

/** The headline measure, or the first one that has a figure of the city. */
export function shownMeasure(
  { figures, ownPlace }: MonitorFacts,
  { code, headline }: IndicatorRow,
): SeriesMeasure {
  const has = (measure: SeriesMeasure): boolean =>
    figures.some((row) => row.indicator === code && row.measure === measure && row.placeId === ownPlace);
  return has(headline) ? headline : (seriesMeasures.find(has) ?? headline);
}

export const rulesView = ({ fallsInRow, turnAfter, paceShort }: BudgetSettings): Board['rules'] => ({
  fallsInRow: fallsInRow.value,
  turnAfter: turnAfter.value,
  paceShort: printDecimal(paceShort.value),
});

export const placesView = ({ places, figures, ownPlace }: MonitorFacts): MonitorPlace[] =>
  places.filter(({ id }) => id === ownPlace || figures.some(({ placeId }) => placeId === id));
