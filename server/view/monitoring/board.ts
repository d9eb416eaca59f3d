// The monitoring board, and the page of one series with every figure, its origin and what it replaced.
import { type SeriesMeasure, seriesMeasures, seriesOf } from '../../../core/budget/monitor/figure.ts';
import { printSdmxCsv } from '../../../core/budget/monitor/sdmx-csv.ts';
import { keyOf } from '../../../core/budget/monitor/settle.ts';
import { onPeriod } from '../../../core/budget/series.ts';
import type { monitoringRoutes } from '../../../core/contract/monitoring.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import { readWarningRules } from '../../act/series/rules.ts';
import type { Context } from '../../context.ts';
import { type FigureRow, listMonitorFigures } from '../../store/series/figure.ts';
import { listIndicators } from '../../store/series/indicator.ts';
import {
  changeView,
  type Looking,
  lineOf,
  loadMonitor,
  placesView,
  planOfYear,
  pointView,
  rulesView,
  shownMeasure,
} from './lines.ts';

type Table = typeof monitoringRoutes;
type Board = OutputOf<Table['GET /api/monitoring']['response']>;
type SeriesPage = OutputOf<Table['GET /api/monitoring/series/:code']['response']>;
type FigureView = SeriesPage['figures'][number];

export async function getBoard(context: Context, looking: Looking): Promise<Board> {
  const facts = await loadMonitor(context, looking, null);
  const [settings, plan] = await Promise.all([
    readWarningRules(context),
    planOfYear(context, looking, facts.asOf),
  ]);
  const lines = facts.indicators.map((indicator) =>
    lineOf({ facts, plan, settings }, indicator, shownMeasure(facts, indicator)),
  );
  return {
    ...{ asOf: facts.asOf, ownPlace: facts.ownPlace, places: placesView(facts), rules: rulesView(settings) },
    // What warns first, the most warnings foremost; otherwise the order in which indicators were registered.
    lines: lines.toSorted((a, b) => b.warnings.length - a.warnings.length),
  };
}

type Earlier = FigureView['earlier'][number];

const earlierView = ({ value, nature, source, recordedAt }: FigureRow): Earlier => ({
  ...{ value, nature, source, recordedAt },
});

/** The newest figure of each place and period with what it replaced; newest period first. */
function figureViews(
  rows: readonly FigureRow[],
  change: (row: FigureRow) => FigureView['onPeriod'],
): FigureView[] {
  const groups = new Map<string, FigureRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.unshift(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()]
    .flatMap(([newest, ...earlier]): readonly FigureView[] => {
      if (!newest) return [];
      const { placeId, source, fileName, sheet, cell, printed, recordedAt } = newest;
      const origin = { source, fileName, sheet, cell, printed, recordedAt };
      return [
        {
          ...pointView(newest),
          placeId,
          ...origin,
          onPeriod: change(newest),
          earlier: earlier.map(earlierView),
        },
      ];
    })
    .toReversed();
}

export async function getSeriesPage(
  context: Context,
  code: string,
  { measure, ...looking }: Looking & { readonly measure?: SeriesMeasure | undefined },
): Promise<Result<SeriesPage, ProblemCode>> {
  const facts = await loadMonitor(context, looking, code);
  const indicator = facts.indicators.find((each) => each.code === code);
  if (!indicator) return fail('series.notFound');
  const shown = measure ?? shownMeasure(facts, indicator);
  const [settings, plan] = await Promise.all([
    readWarningRules(context),
    planOfYear(context, looking, facts.asOf),
  ]);
  const rows = facts.figures.filter((row) => row.measure === shown && row.periodEnd <= facts.asOf);
  const change = (row: FigureRow): FigureView['onPeriod'] => {
    const same = rows.filter(({ placeId }) => placeId === row.placeId);
    return changeView(onPeriod(seriesOf(indicator, shown, same), row.periodEnd));
  };
  return succeed({
    ...{ asOf: facts.asOf, ownPlace: facts.ownPlace, places: placesView(facts), rules: rulesView(settings) },
    measures: seriesMeasures.filter((each) => facts.figures.some((row) => row.measure === each)),
    line: lineOf({ facts, plan, settings }, indicator, shown),
    figures: figureViews(rows, change),
  });
}

export async function printSdmx(
  { db, jurisdiction }: Context,
  {
    version,
    indicator,
    knownOn,
  }: {
    readonly version: '1' | '2';
    readonly indicator?: string | undefined;
    readonly knownOn?: string | undefined;
  },
): Promise<string> {
  const [indicators, rows] = await Promise.all([
    listIndicators(db, jurisdiction),
    listMonitorFigures(db, jurisdiction, {
      indicator: indicator ?? null,
      knownOn: knownOn === undefined ? null : isoDate(knownOn),
    }),
  ]);
  const newest = new Map(rows.map((row) => [keyOf(row), row]));
  const comment = (row: FigureRow): string => (row.isDemonstration ? `演示数据；${row.source}` : row.source);
  return printSdmxCsv(
    version,
    new Map(indicators.map((each) => [each.code, each])),
    [...newest.values()].map((row) => ({ ...row, comment: comment(row) })),
  );
}
