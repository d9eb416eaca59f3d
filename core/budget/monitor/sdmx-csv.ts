// SDMX-CSV in and out: version 1.0 (SDMX 2.1, first column DATAFLOW) and 2.0 (SDMX 3.0, STRUCTURE, STRUCTURE_ID, ACTION).
import { monthOf, yearOf } from '../../quantity/calendar.ts';
import { cellName, isEmptyRow } from '../../quantity/sheet.ts';
import { readUnit } from '../../quantity/unit.ts';
import {
  isGrowth,
  type MonitorFigure,
  type MonitorIndicator,
  type SeriesMeasure,
  unitOfMeasure,
} from './figure.ts';
import { measureNamed, stretchFor } from './long-table.ts';
import { readPeriodCell } from './period-words.ts';
import {
  type Collected,
  collected,
  type FigureNatureWord,
  refuse,
  type TableAsk,
  type TableRead,
  takeCell,
  unknownOf,
} from './table.ts';

export const sdmxFlow = 'BIHUAN:CITY_MONITOR(1.0.0)';

/** What the columns are of the data structure that is written; a reader of other files needs INDICATOR, TIME_PERIOD, OBS_VALUE. */
const columns = [
  'FREQ',
  'REF_AREA',
  'INDICATOR',
  'MEASURE',
  'TIME_PERIOD',
  'OBS_VALUE',
  'UNIT_MEASURE',
  'UNIT_MULT',
  'OBS_STATUS',
  'COMMENT_OBS',
] as const;
type Column = (typeof columns)[number] | 'ACTION';

const measureCodes: Readonly<Record<SeriesMeasure, string>> = {
  period: 'P',
  periodGrowth: 'P_GY',
  total: 'YTD',
  totalGrowth: 'YTD_GY',
};
const measureOf = (code: string): SeriesMeasure | null => {
  const all: readonly SeriesMeasure[] = ['period', 'periodGrowth', 'total', 'totalGrowth'];
  return all.find((measure) => measureCodes[measure] === code) ?? measureNamed(code);
};

/** CL_OBS_STATUS of SDMX: A normal, P provisional, E estimated; O and M say that there is no value. */
const statusCodes: Readonly<Record<string, FigureNatureWord>> = {
  A: 'reported',
  P: 'preliminary',
  E: 'estimated',
  F: 'estimated',
};

/** Units with a code of their own; a count keeps its printed word. PT is per cent in CL_UNIT. */
const unitCodes: Readonly<Record<string, string>> = { percent: 'PT', CNY: 'CNY', USD: 'USD' };

/** With labels, "M: Monthly" is the code M. */
const codeOf = (text: string): string => text.split(':')[0]?.trim() ?? '';

/** True where the first cell says that this is SDMX-CSV. STRUCTURE[;] declares a sign between several values of a cell. */
export const isSdmx = (rows: TableAsk['rows']): boolean =>
  /^(?:DATAFLOW|STRUCTURE)\b/.test(rows[0]?.[0]?.trim() ?? '');

type Cell = (column: Column) => { readonly text: string; readonly column: number };

function printedUnit(unit: string, multiplier: string, indicator: MonitorIndicator): string {
  const wanted = readUnit(indicator.unit);
  if (unit === '') return '';
  if (unit === 'PT' || unit === 'PC' || unit === 'PERCENT') return '%';
  const isCode = unitCodes[wanted.base] === unit;
  const scales: Readonly<Record<string, string>> = {
    '0': '',
    '3': '千',
    '4': '万',
    '6': '百万',
    '8': '亿',
    '9': '十亿',
  };
  const scale = scales[multiplier === '' ? '0' : multiplier];
  if (scale === undefined) return `${unit} ×10^${multiplier}`;
  const word = isCode ? (unit === 'CNY' ? '元' : '美元') : unit;
  return multiplier === '' || multiplier === '0' ? word : `${scale}${word}`;
}

function readRow(ask: TableAsk, into: Collected, row: number, cell: Cell): null {
  const bad = (column: Column, code: Parameters<typeof refuse>[3], name = ''): null =>
    refuse(into, [row, cell(column).column], cell(column).text, code, { name: name || cell(column).text });
  if (codeOf(cell('ACTION').text) === 'D') return bad('ACTION', 'series.noDeletion');
  const indicator =
    ask.findIndicator(codeOf(cell('INDICATOR').text)) ?? ask.findIndicator(cell('INDICATOR').text);
  if (!indicator) {
    into.unknown.set(cell('INDICATOR').text, cell('UNIT_MEASURE').text);
    return bad('INDICATOR', 'series.indicatorUnknown');
  }
  const area = codeOf(cell('REF_AREA').text);
  const placeId = area === '' ? ask.placeId : ask.findPlaceId(area);
  if (placeId === null) return bad('REF_AREA', 'series.placeUnknown');
  const printed = codeOf(cell('MEASURE').text);
  const measure = printed === '' ? indicator.headline : measureOf(printed);
  if (!measure) return bad('MEASURE', 'series.measureUnknown');
  const period = readPeriodCell(cell('TIME_PERIOD').text);
  if (!period) return bad('TIME_PERIOD', 'series.periodUnreadable');
  const unit = printedUnit(codeOf(cell('UNIT_MEASURE').text), codeOf(cell('UNIT_MULT').text), indicator);
  const { text, column } = cell('OBS_VALUE');
  const stretch = stretchFor(measure, { start: period.start, end: period.end });
  const nature = statusCodes[codeOf(cell('OBS_STATUS').text)] ?? null;
  return takeCell(into, [row, column], text === 'NaN' ? '' : text, {
    indicator,
    placeId,
    measure,
    stretch,
    unit,
    nature,
  });
}

export function readSdmxCsv(ask: TableAsk): TableRead {
  const [heading = [], ...rest] = ask.rows;
  const heads = heading.map((text) => codeOf(text).replace(/\[.*\]$/, ''));
  const into = collected();
  const columnOf = (column: Column): number => heads.indexOf(column);
  const isSplit = heading.length === 1 && (heading[0] ?? '').includes(';');
  const needed: readonly Column[] = ['INDICATOR', 'TIME_PERIOD', 'OBS_VALUE'];
  const missing = needed.find((column) => columnOf(column) < 0);
  for (const [at, cells] of rest.entries()) {
    if (isEmptyRow(cells)) continue;
    const row = at + 1;
    if (isSplit) refuse(into, [row, 0], cells.join(',').slice(0, 80), 'series.semicolon');
    else if (missing)
      refuse(into, [row, 0], cells.join(',').slice(0, 80), 'rows.noHeading', { name: missing });
    else
      readRow(ask, into, row, (column) => {
        const found = columnOf(column);
        return { text: (cells[found] ?? '').trim(), column: found };
      });
  }
  const own: readonly string[] = [
    ...columns,
    'ACTION',
    'DATAFLOW',
    'STRUCTURE',
    'STRUCTURE_ID',
    'STRUCTURE_NAME',
  ];
  const ignored = heads.flatMap((text, column) =>
    own.includes(text) || text === '' ? [] : [{ at: cellName(0, column), text }],
  );
  const { read, refused, empty } = into;
  return { format: 'sdmx', read, refused, empty, ignored, unknown: unknownOf(into) };
}

export interface SdmxFigure extends MonitorFigure {
  readonly nature: string;
  readonly comment: string;
}

/** 2025-05, 2025-Q1; a total by its last month; January and February in one as a time range. */
function timeOf({ periodStart, periodEnd, measure }: MonitorFigure, step: 1 | 3): string {
  if (step === 3) return `${yearOf(periodEnd)}-Q${monthOf(periodEnd) / 3}`;
  const isSpring =
    measure === 'period' || measure === 'periodGrowth' ? monthOf(periodStart) !== monthOf(periodEnd) : false;
  return isSpring ? `${periodStart}/P2M` : periodEnd.slice(0, 7);
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** RFC 4180 lines with CRLF, header always; the same columns in both versions, which differ in how they name the flow. */
export function printSdmxCsv(
  version: '1' | '2',
  indicators: ReadonlyMap<string, MonitorIndicator>,
  figures: readonly SdmxFigure[],
): string {
  const start = version === '1' ? ['DATAFLOW'] : ['STRUCTURE', 'STRUCTURE_ID', 'ACTION'];
  const named = version === '1' ? [sdmxFlow] : ['dataflow', sdmxFlow, 'I'];
  const lines = figures.flatMap((figure) => {
    const indicator = indicators.get(figure.indicator);
    if (!indicator) return [];
    const { base, power, printed } = readUnit(unitOfMeasure(indicator, figure.measure));
    const code = unitCodes[base];
    const status = Object.entries(statusCodes).find(([, nature]) => nature === figure.nature)?.[0] ?? 'A';
    const unit = isGrowth(figure.measure) ? ['PT', '0'] : code ? [code, `${power}`] : [printed, '0'];
    const key = [
      indicator.step === 3 ? 'Q' : 'M',
      figure.placeId,
      figure.indicator,
      measureCodes[figure.measure],
    ];
    return [
      [...named, ...key, timeOf(figure, indicator.step), figure.value, ...unit, status, figure.comment],
    ];
  });
  return `${[[...start, ...columns], ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}
