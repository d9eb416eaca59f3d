// Answers of monitoring and five-year routes.

import { isGrowth } from '../../../core/budget/monitor/figure.ts';
import type { monitoringRoutes } from '../../../core/contract/monitoring.ts';
import { printPeriod } from '../../../core/quantity/period.ts';
import { succeed } from '../../../core/result.ts';
import { problemText } from '../../../core/vocabulary/problem.ts';
import { registerIndicator, registerPlace } from '../../act/series/add-indicator.ts';
import { enterFiveYearTarget, enterYearFigure } from '../../act/series/five-year.ts';
import { type TableTaken, takeMonitorTable } from '../../act/series/take-table.ts';
import { monitorTemplate } from '../../act/series/template.ts';
import { limits } from '../../bytes/limits.ts';
import { readSheetRows } from '../../bytes/sheet-rows.ts';
import type { Context } from '../../context.ts';
import { listIndicators, listMonitorPlaces } from '../../store/series/indicator.ts';
import { getBoard, getSeriesPage, printSdmx } from '../../view/monitoring/board.ts';
import { getFiveYear } from '../../view/monitoring/five-year.ts';
import { collect, safeName } from '../collect.ts';
import type { HandlersOf } from '../handler.ts';
import { fill } from '../problem.ts';

type Table = typeof monitoringRoutes;

const cellView = ({ sheet, at, row, text, code, params }: TableTaken['refused'][number]) => ({
  ...{ sheet, at, row: row + 1, text, code },
  message: fill(problemText[code], params),
});

async function outcomeOf({ db, jurisdiction }: Context, table: TableTaken) {
  const [indicators, places] = await Promise.all([
    listIndicators(db, jurisdiction),
    listMonitorPlaces(db, jurisdiction),
  ]);
  const named = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const placeName = new Map(places.map(({ id, name }) => [id, name]));
  const taken = table.settled.flatMap(({ sheet, fresh, revised }) =>
    [...fresh.map((figure) => ({ figure, before: null })), ...revised].map(({ figure, before }) => ({
      ...{ sheet, at: figure.at, measure: figure.measure, value: figure.value },
      indicator: named.get(figure.indicator)?.name ?? figure.indicator,
      place: placeName.get(figure.placeId) ?? figure.placeId,
      period: printPeriod(figure.start, figure.end),
      unit: isGrowth(figure.measure) ? '%' : (named.get(figure.indicator)?.unit ?? ''),
      before: before?.value ?? null,
    })),
  );
  const asked = table.settled.flatMap(({ sheet, doubtful }) => doubtful.map((cell) => ({ ...cell, sheet })));
  return {
    ...{ accepted: taken.length, rejected: table.refused.length, doubtful: asked.length, empty: table.empty },
    unchanged: table.settled.reduce((total, { unchanged }) => total + unchanged.length, 0),
    taken,
    refused: table.refused.map(cellView),
    asked: asked.map(cellView),
    ignored: [...table.ignored],
    unknown: [...table.unknown],
  };
}

function series(context: Context) {
  return {
    'GET /api/monitoring': async ({ query }) => succeed(await getBoard(context, query)),
    'GET /api/monitoring/series/:code': ({ params, query }) => getSeriesPage(context, params.code, query),
    'GET /api/monitoring/sdmx.csv': async ({ query }) =>
      succeed({
        bytes: Buffer.from(await printSdmx(context, query), 'utf8'),
        fileName: `monitoring-sdmx-csv-${query.version}.csv`,
        mediaType:
          query.version === '1'
            ? 'application/vnd.sdmx.data+csv; version=1.0.0; charset=utf-8'
            : 'application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8',
      }),
    'GET /api/monitoring/template': async () =>
      succeed({
        bytes: await monitorTemplate(),
        fileName: '监测数据导入模板.xlsx',
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }),
    'POST /api/monitoring/table': async ({ query, body, caller, key }) => {
      const bytes = await collect(body, limits.uploadBytes);
      if (!bytes.ok) return bytes;
      const sheets = await readSheetRows(bytes.value, query.name);
      if (!sheets.ok) return sheets;
      const { mode, source, place = null, period = null } = query;
      const given = { fileName: safeName(query.name), confirmed: query.confirmed === 'yes' };
      const wish = { mode, source, place, period, ...given, isDemonstration: query.demonstration === 'yes' };
      const read = await takeMonitorTable(context, { caller, key }, wish, sheets.value);
      return read.ok ? succeed(await outcomeOf(context, read.value)) : read;
    },
    'POST /api/monitoring/indicators': ({ body, caller, key }) =>
      registerIndicator(context, { caller, key }, body),
    'POST /api/monitoring/places': ({ body, caller, key }) => registerPlace(context, { caller, key }, body),
  } satisfies Partial<HandlersOf<Table>>;
}

export function answerMonitoring(context: Context): HandlersOf<Table> {
  return {
    ...series(context),
    'GET /api/five-year': async ({ query }) => succeed(await getFiveYear(context, query)),
    'POST /api/five-year': ({ body, caller, key }) => enterFiveYearTarget(context, { caller, key }, body),
    'POST /api/five-year/:targetId/figures': ({ params, body, caller, key }) =>
      enterYearFigure(context, { caller, key }, params.targetId, body),
  };
}
