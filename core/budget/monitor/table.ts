// What every reader of a monitoring table gives: figures with their cells, cells that are refused by name, columns that nobody understood.
import { cellName } from '../../quantity/sheet.ts';
import type { MonitorIndicator, SeriesMeasure } from './figure.ts';
import { unitOfMeasure } from './figure.ts';
import type { Stretch } from './period-words.ts';
import { inUnit, readValueCell } from './value-cell.ts';

export type FigureNatureWord = 'preliminary' | 'final' | 'estimated' | 'reported';

export type SeriesRowProblem =
  | 'rows.noHeading'
  | 'series.indicatorUnknown'
  | 'series.placeUnknown'
  | 'series.periodMissing'
  | 'series.periodUnreadable'
  | 'series.stepDiffers'
  | 'series.measureUnknown'
  | 'series.notNumber'
  | 'series.unitDiffers'
  | 'series.semicolon'
  | 'series.noDeletion'
  | 'series.periodAhead'
  | 'series.twice'
  | 'series.totalFalls'
  | 'series.wrongUnit';

export interface ReadFigure extends Stretch {
  readonly row: number;
  readonly at: string;
  /** The cell as it was printed. */
  readonly text: string;
  readonly indicator: string;
  readonly placeId: string;
  readonly measure: SeriesMeasure;
  readonly value: string;
  readonly nature: FigureNatureWord | null;
}

export interface RefusedFigure {
  readonly row: number;
  readonly at: string;
  readonly text: string;
  readonly code: SeriesRowProblem;
  readonly params: Readonly<Record<string, string>>;
}

export type TableFormat = 'sdmx' | 'long' | 'bureau';

export interface TableRead {
  readonly format: TableFormat;
  readonly read: readonly ReadFigure[];
  readonly refused: readonly RefusedFigure[];
  /** Cells that say "no figure". */
  readonly empty: number;
  /** Columns that carry no figure known here; they are told, not dropped in silence. */
  readonly ignored: readonly { readonly at: string; readonly text: string }[];
  /** Names of indicators that nobody has registered, as printed, with the unit beside them. */
  readonly unknown: readonly { readonly name: string; readonly unit: string }[];
}

/** What a reader may ask: indicators and places of this city, and what the sender declared about the file. */
export interface TableAsk {
  readonly rows: readonly (readonly string[])[];
  readonly findIndicator: (printed: string) => MonitorIndicator | null;
  readonly findPlaceId: (printed: string) => string | null;
  /** Place of a table that names none. */
  readonly placeId: string;
  /** Period of a table that prints none; null where it must print one. */
  readonly period: Stretch | null;
}

export interface Collected {
  readonly read: ReadFigure[];
  readonly refused: RefusedFigure[];
  empty: number;
  readonly unknown: Map<string, string>;
}

export const collected = (): Collected => ({ read: [], refused: [], empty: 0, unknown: new Map() });

export const unknownOf = ({ unknown }: Collected): TableRead['unknown'] =>
  [...unknown].map(([name, unit]) => ({ name, unit }));

export function refuse(
  into: Collected,
  place: readonly [row: number, column: number],
  text: string,
  code: SeriesRowProblem,
  params: Readonly<Record<string, string>> = {},
): null {
  const at = cellName(place[0], Math.max(0, place[1]));
  into.refused.push({ row: place[0], at, text, code, params: { cell: at, text, ...params } });
  return null;
}

export interface CellFigure {
  readonly indicator: MonitorIndicator;
  readonly placeId: string;
  readonly measure: SeriesMeasure;
  readonly stretch: Stretch;
  /** Printed unit of an amount; empty where none is printed. */
  readonly unit: string;
  readonly nature?: FigureNatureWord | null;
}

const monthOfDay = (day: string): number => Number(day.slice(5, 7));

/** A quarterly indicator ends with March, June, September or December. */
const fits = ({ step }: MonitorIndicator, { start, end }: Stretch): boolean =>
  step === 1 || (monthOfDay(end) % 3 === 0 && monthOfDay(start) % 3 === 1);

/** Puts the number of a cell where it belongs, or says what is wrong with the cell. */
export function takeCell(
  into: Collected,
  place: readonly [row: number, column: number],
  text: string,
  { indicator, placeId, measure, stretch, unit, nature = null }: CellFigure,
): null {
  const wanted = unitOfMeasure(indicator, measure);
  const cell = readValueCell(text, wanted === '%');
  if (cell.kind === 'nothing') {
    into.empty += 1;
    return null;
  }
  if (cell.kind === 'bad') return refuse(into, place, text, 'series.notNumber', { name: indicator.name });
  if (!fits(indicator, stretch))
    return refuse(into, place, text, 'series.stepDiffers', { name: indicator.name });
  const value = wanted === '%' ? cell.value : inUnit(cell.value, unit, wanted);
  if (value === null)
    return refuse(into, place, text, 'series.unitDiffers', { unit, wanted, name: indicator.name });
  const at = cellName(place[0], place[1]);
  const where = { indicator: indicator.code, placeId, measure, ...stretch };
  into.read.push({ ...where, row: place[0], at, text, value, nature });
  return null;
}
