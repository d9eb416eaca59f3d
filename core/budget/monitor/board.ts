// One line of the monitoring board: the latest figure, its changes, its distance to other places and to the target, its warnings.
import type { IsoDate } from '../../quantity/date.ts';
import {
  besideOther,
  besidePeers,
  type Change,
  onPeriod,
  onYear,
  type PeerMedian,
  pointsOn,
  type SeriesPoint,
} from '../series.ts';
import type { BudgetSettings } from '../settings.ts';
import { type Pace, paceOf, type Warning, warningsOf } from '../warning.ts';
import {
  growthOf,
  isGrowth,
  type MonitorFigure,
  type MonitorIndicator,
  type SeriesMeasure,
  seriesOf,
} from './figure.ts';

export interface BoardTarget {
  readonly value: string;
  readonly year: number;
}

export interface BesidePlace {
  readonly placeId: string;
  readonly value: string;
  /** Own figure minus the other's: in points for rates, in percent for amounts. */
  readonly change: Change;
}

export interface BoardLine {
  readonly measure: SeriesMeasure;
  readonly last: SeriesPoint | null;
  readonly points: readonly SeriesPoint[];
  readonly onPeriod: Change | null;
  /** 同比: as printed where the bureau prints it, else worked out from the amounts. */
  readonly onYear: { readonly value: string; readonly printed: boolean } | null;
  readonly beside: readonly BesidePlace[];
  readonly peerMedian: PeerMedian | null;
  readonly pace: Pace | null;
  readonly warnings: readonly Warning[];
}

export interface BoardAsk {
  readonly indicator: MonitorIndicator;
  readonly measure: SeriesMeasure;
  /** Of every place. */
  readonly figures: readonly MonitorFigure[];
  readonly ownPlace: string;
  /** Places of the same kind that the city measures itself by. */
  readonly peers: readonly string[];
  readonly target: BoardTarget | null;
  readonly asOf: IsoDate;
  readonly settings: BudgetSettings;
}

function yearChange(ask: BoardAsk, last: SeriesPoint): BoardLine['onYear'] {
  const { indicator, measure, figures, ownPlace, asOf } = ask;
  const own = figures.filter(({ placeId }) => placeId === ownPlace);
  if (isGrowth(measure)) return { value: last.value, printed: true };
  const growth = pointsOn(seriesOf(indicator, growthOf(measure), own), asOf);
  const same = growth.find(({ periodEnd }) => periodEnd === last.periodEnd);
  if (same) return { value: same.value, printed: true };
  const change = onYear(seriesOf(indicator, measure, own), asOf);
  return change?.unit === 'percent' && change.to.periodEnd === last.periodEnd
    ? { value: change.value, printed: false }
    : null;
}

export function boardLine(ask: BoardAsk): BoardLine {
  const { indicator, measure, figures, ownPlace, peers, target, asOf, settings } = ask;
  const at = (place: string) =>
    seriesOf(
      indicator,
      measure,
      figures.filter(({ placeId }) => placeId === place),
    );
  const own = at(ownPlace);
  const points = pointsOn(own, asOf);
  const last = points.at(-1) ?? null;
  const others = [...new Set(figures.map(({ placeId }) => placeId))].filter((place) => place !== ownPlace);
  const beside = others.flatMap((placeId): readonly BesidePlace[] => {
    const change = besideOther(own, at(placeId), asOf);
    return change ? [{ placeId, value: change.from.value, change }] : [];
  });
  const goal = target && last && Number(last.periodEnd.slice(0, 4)) === target.year ? target.value : null;
  return {
    ...{ measure, last, points, beside },
    peerMedian: besidePeers(
      own,
      beside.flatMap(({ placeId, value }) => (peers.includes(placeId) ? [value] : [])),
      asOf,
    ),
    onPeriod: onPeriod(own, asOf),
    onYear: last ? yearChange(ask, last) : null,
    pace: goal === null ? null : paceOf(own, goal, asOf),
    warnings: warningsOf(own, goal, asOf, settings),
  };
}
