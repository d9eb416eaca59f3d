// A table with one figure a row: the template of this software (indicator, place, period, measure, value) and SDMX-CSV.

import { monthOf } from '../../quantity/calendar.ts';
import { findHeading, type Heading, type Headings, isEmptyRow } from '../../quantity/sheet.ts';
import { type MonitorIndicator, type SeriesMeasure, seriesMeasures } from './figure.ts';
import { fromJanuary, readPeriodCell, type Stretch } from './period-words.ts';
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

const longFields = ['indicator', 'place', 'period', 'measure', 'value', 'unit', 'nature'] as const;
type LongField = (typeof longFields)[number];

/** The first word of each is what the template prints. */
export const longHeadings: Headings<LongField> = {
  indicator: ['指标', '指标名称', 'indicator'],
  place: ['地区', '区域', 'place', 'area'],
  period: ['期间', '时间', '日期', 'period', 'time'],
  measure: ['口径', '类型', 'measure'],
  value: ['数值', '数据', '值', 'value'],
  unit: ['单位', '计量单位', 'unit'],
  nature: ['性质', '数据性质', 'nature'],
};

const measureWords: Readonly<Record<SeriesMeasure, readonly string[]>> = {
  period: ['当期值', '当月', '本月', '当期', '当季', 'period'],
  periodGrowth: ['当期同比', '当月同比', '当月增速', '当期增速', 'periodgrowth'],
  total: ['累计值', '累计', 'total'],
  totalGrowth: ['累计同比', '累计增速', '累计增长', 'totalgrowth'],
};

const natureWords: Readonly<Record<FigureNatureWord, readonly string[]>> = {
  preliminary: ['初步', '快报', '初步核算', 'preliminary'],
  final: ['最终', '年报', '最终核实', 'final'],
  estimated: ['预计', '估计', 'estimated'],
  reported: ['上报', '公布', 'reported'],
};

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

export const measureNamed = (text: string): SeriesMeasure | null =>
  seriesMeasures.find((measure) => measureWords[measure].includes(bare(text))) ?? null;

const natures: readonly FigureNatureWord[] = ['preliminary', 'final', 'estimated', 'reported'];
const natureNamed = (text: string): FigureNatureWord | null =>
  natures.find((nature) => natureWords[nature].includes(bare(text))) ?? null;

/** A total is for January up to its month, however the month is written; 1—2月 stays one stretch. */
export const stretchFor = (measure: SeriesMeasure, stretch: Stretch): Stretch =>
  measure === 'total' || measure === 'totalGrowth' ? fromJanuary(stretch) : stretch;

type Cell = (field: LongField) => { readonly text: string; readonly column: number };

interface Known {
  readonly indicator: MonitorIndicator;
  readonly placeId: string;
  readonly measure: SeriesMeasure;
  readonly stretch: Stretch;
}

function known(ask: TableAsk, into: Collected, row: number, cell: Cell): Known | null {
  const bad = (field: LongField, code: Parameters<typeof refuse>[3], name = ''): null => {
    refuse(into, [row, cell(field).column], cell(field).text, code, { name: name || cell(field).text });
    return null;
  };
  const printed = cell('indicator').text;
  const indicator = ask.findIndicator(printed);
  if (!indicator) {
    into.unknown.set(printed, cell('unit').text);
    return bad('indicator', 'series.indicatorUnknown');
  }
  const place = cell('place').text;
  const placeId = place === '' ? ask.placeId : ask.findPlaceId(place);
  if (placeId === null) return bad('place', 'series.placeUnknown');
  const measure = cell('measure').text === '' ? indicator.headline : measureNamed(cell('measure').text);
  if (!measure) return bad('measure', 'series.measureUnknown');
  const period = readPeriodCell(cell('period').text);
  if (!period) return bad('period', 'series.periodUnreadable');
  const isLong =
    period.isRange && monthOf(period.end) > 2 && (measure === 'period' || measure === 'periodGrowth');
  if (isLong) return bad('period', 'series.stepDiffers', indicator.name);
  return {
    indicator,
    placeId,
    measure,
    stretch: stretchFor(measure, { start: period.start, end: period.end }),
  };
}

function readRows(ask: TableAsk, heading: Heading<LongField>, into: Collected): void {
  for (const [row, cells] of ask.rows.entries()) {
    if (row <= heading.row || isEmptyRow(cells)) continue;
    const cell: Cell = (field) => {
      const column = heading.columnOf(field);
      return { text: (cells[column] ?? '').trim(), column };
    };
    const found = known(ask, into, row, cell);
    if (!found) continue;
    const { text, column } = cell('value');
    const nature = natureNamed(cell('nature').text);
    takeCell(into, [row, column], text, { ...found, unit: cell('unit').text, nature });
  }
}

/** Null where the table is not of this shape. */
export function readLongTable(ask: TableAsk): TableRead | null {
  const heading = findHeading(ask.rows, longFields, longHeadings, ['indicator', 'period', 'value']);
  if (!heading) return null;
  const into = collected();
  readRows(ask, heading, into);
  const { read, refused, empty } = into;
  return { format: 'long', read, refused, empty, ignored: [], unknown: unknownOf(into) };
}
