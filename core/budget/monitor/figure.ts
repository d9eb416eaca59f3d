// What economic monitoring keeps: indicators, the measures each is published in, and figures that a later one may replace.
import type { IsoDate } from '../../quantity/date.ts';
import type { MonitoredSeries } from '../series.ts';

/** 当期值, 当期同比, 累计值, 累计同比: the four numbers that a statistics bureau prints of one indicator. */
export const seriesMeasures = ['period', 'periodGrowth', 'total', 'totalGrowth'] as const;
export type SeriesMeasure = (typeof seriesMeasures)[number];

export interface MonitorIndicator {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** Unit of its amounts; growth is always in percent. */
  readonly unit: string;
  /** Months between two figures. */
  readonly step: 1 | 3;
  readonly goodWay: 'higher' | 'lower' | 'around';
  /** The measure that the board shows and the warnings look at. */
  readonly headline: SeriesMeasure;
  readonly mergedSpring: boolean;
  /** Other printed names. */
  readonly aliases: readonly string[];
}

export interface MonitorFigure {
  readonly id: string;
  readonly indicator: string;
  readonly placeId: string;
  readonly measure: SeriesMeasure;
  readonly periodStart: IsoDate;
  readonly periodEnd: IsoDate;
  readonly value: string;
  /** 1 for the first figure of a period, 2 for what replaced it. */
  readonly number: number;
}

export const isGrowth = (measure: SeriesMeasure): boolean =>
  measure === 'periodGrowth' || measure === 'totalGrowth';

export const unitOfMeasure = ({ unit }: Pick<MonitorIndicator, 'unit'>, measure: SeriesMeasure): string =>
  isGrowth(measure) ? '%' : unit;

/** The growth that is printed beside an amount; of a growth, itself. */
export const growthOf = (measure: SeriesMeasure): SeriesMeasure =>
  measure === 'period' || measure === 'periodGrowth' ? 'periodGrowth' : 'totalGrowth';

/** One indicator in one measure and place, as the rules of series and warnings take it. */
export function seriesOf(
  indicator: MonitorIndicator,
  measure: SeriesMeasure,
  figures: readonly MonitorFigure[],
): MonitoredSeries {
  return {
    name: indicator.name,
    unit: unitOfMeasure(indicator, measure),
    step: indicator.step,
    goodWay: indicator.goodWay,
    cumulative: measure === 'total',
    mergedSpring: indicator.mergedSpring,
    points: figures
      .filter((figure) => figure.measure === measure)
      .map(({ periodStart, periodEnd, value, number }) => ({
        ...(measure === 'period' ? { periodStart } : {}),
        ...{ periodEnd, value, sequence: number },
      })),
  };
}

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(?:[#＃*]|其中[:：]?|[一二三四五六七八九十]+[、.]|\d+[.、])+/, '')
    .replace(/\([^)]*\)/g, '')
    .replace(/(?:同比)?(?:增速|增长率|涨幅)$/, '')
    .toLowerCase();

/** The indicator that a printed name means: its own name or one of the others; null is a question to a person, never a guess. */
export function indicatorNamed<I extends Pick<MonitorIndicator, 'name' | 'aliases' | 'code'>>(
  printed: string,
  indicators: readonly I[],
): I | null {
  const wanted = folded(printed);
  if (wanted === '') return null;
  const named = indicators.filter((each) =>
    [each.code, each.name, ...each.aliases].some((name) => folded(name) === wanted),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

export const isSeriesMeasure = (text: string | undefined): text is SeriesMeasure =>
  seriesMeasures.some((measure) => measure === text);
