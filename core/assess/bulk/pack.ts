// Facts into columns: each commitment once, its numbers on one scale, its figures in order, its schedule as steps.
import { seriesKey } from '../../plan/words/series-name.ts';
import type { Decimal } from '../../quantity/decimal.ts';
import type { Series } from '../facts.ts';
import type { JudgingSettings } from '../settings.ts';
import {
  type BulkFacts,
  emptyRows,
  type FigureColumns,
  flag,
  type RowColumns,
  rule,
  type SeriesColumn,
  type StepColumns,
} from './columns.ts';
import type { FigureNumber } from './figure-number.ts';
import { longerBytes, longerDays, longerNumbers } from './grow.ts';
import {
  firstDueDay,
  numberOfDay,
  type ReadFigure,
  type ReadRow,
  type RowFacts,
  readRow,
  type Step,
} from './read-row.ts';
import type { RowForm } from './row-form.ts';
import { LIMIT, MOST_PLACES, placesOf, SHARE_UNIT, scaled } from './scaled.ts';
import { seriesColumns } from './series-column.ts';

/** How much room the columns begin with; they grow for figures, not for rows. */
export interface Room {
  readonly rows: number;
  readonly figures: number;
  /** Free places behind each row's figures, for those still to come. */
  readonly spare: number;
}

interface Packing {
  readonly rows: RowColumns;
  readonly figures: FigureColumns;
  readonly steps: StepColumns;
  readonly series: readonly SeriesColumn[];
  readonly seriesAt: ReadonlyMap<string, number>;
  readonly room: Room;
  count: number;
  figureEnd: number;
  stepEnd: number;
}

function emptyPacking(given: Series, room: Room): Packing {
  const series = seriesColumns(given);
  const places = room.figures + room.rows * room.spare;
  return {
    rows: emptyRows(room.rows),
    figures: {
      day: new Int32Array(places),
      value: new Float64Array(places),
      said: new Uint8Array(places),
    },
    steps: { day: new Int32Array(0), share: new Int32Array(0) },
    series,
    seriesAt: new Map(series.map(({ key }, index) => [key, index])),
    room,
    count: 0,
    figureEnd: 0,
    stepEnd: 0,
  };
}

/** The figure in the row's scale; NaN where it has more places or is too large. */
const scaleTo = ({ size, places }: FigureNumber, wanted: number): number => {
  if (places > wanted) return Number.NaN;
  const value = size * 10 ** (wanted - places);
  return Math.abs(value) <= LIMIT ? value : Number.NaN;
};

const scaledOr = (value: Decimal | null, places: number, none: number): number =>
  value ? scaled(value, places) : none;

function placesFor(form: RowForm, figures: readonly ReadFigure[], seriesPlaces: number): number {
  let most = seriesPlaces;
  for (const value of [form.goal, form.low, form.high, form.slack])
    if (value) most = Math.max(most, placesOf(value));
  for (const { places } of figures) if (places > most) most = Math.max(most, Math.min(places, MOST_PLACES));
  return most;
}

/** Places of the row's scale; null where a number does not fit, and the row stays with `assess`. */
function setForm(
  { rows, series, seriesAt }: Packing,
  row: number,
  { form, figures }: ReadRow,
): number | null {
  const at = form.seriesName === '' ? -1 : (seriesAt.get(seriesKey(form.seriesName)) ?? -1);
  const other = series[at];
  const scale = placesFor(form, figures, other?.places ?? 0);
  const goal = scaledOr(form.goal, scale, 0);
  const low = scaledOr(form.low, scale, form.goal ? Number.NEGATIVE_INFINITY : 0);
  const high = scaledOr(form.high, scale, Number.POSITIVE_INFINITY);
  const slack = scaledOr(form.slack, scale, 0);
  const factor = other ? 10 ** (scale - other.places) : 1;
  const unfit = other?.value.some((value) => Math.abs(value) * factor > LIMIT) ?? false;
  if ([goal, low, high, slack].some(Number.isNaN) || unfit || slack < 0 || low > high) return null;
  rows.rule[row] = form.rule;
  rows.flags[row] = form.flags;
  rows.places[row] = scale;
  rows.from[row] = form.from;
  rows.to[row] = form.to;
  rows.goal[row] = form.goal ? goal : factor;
  rows.low[row] = low;
  rows.high[row] = high;
  rows.slack[row] = slack;
  rows.series[row] = at;
  return scale;
}

function addSteps(packing: Packing, found: readonly Step[]): void {
  const { steps } = packing;
  steps.day = longerDays(steps.day, packing.stepEnd + found.length);
  steps.share = longerDays(steps.share, packing.stepEnd + found.length);
  for (const [day, share] of found) {
    steps.day[packing.stepEnd] = day;
    steps.share[packing.stepEnd] = share;
    packing.stepEnd += 1;
  }
}

function addFigures(packing: Packing, row: number, found: readonly ReadFigure[], scale: number): void {
  const { rows, figures } = packing;
  const start = rows.startsOn[row] ?? 0;
  const wanted = packing.figureEnd + found.length + packing.room.spare;
  figures.day = longerDays(figures.day, wanted);
  figures.value = longerNumbers(figures.value, wanted);
  figures.said = longerBytes(figures.said, wanted);
  rows.first[row] = packing.figureEnd;
  for (const figure of found) {
    const value = scaleTo(figure, scale);
    if (figure.day < start) {
      rows.base[row] = value;
      rows.baseDay[row] = figure.day;
      rows.flags[row] = (rows.flags[row] ?? 0) | flag.hasBase;
      continue;
    }
    const at = packing.figureEnd;
    figures.day[at] = figure.day;
    figures.value[at] = value;
    figures.said[at] = figure.said;
    packing.figureEnd = at + 1;
  }
  rows.end[row] = packing.figureEnd;
  packing.figureEnd += packing.room.spare;
  rows.room[row] = packing.figureEnd;
}

function addRow(packing: Packing, facts: RowFacts, settings: JudgingSettings): number {
  const { rows, room } = packing;
  const row = packing.count;
  if (row >= room.rows) throw new RangeError(`room for ${room.rows} commitments only`);
  packing.count += 1;
  rows.startsOn[row] = numberOfDay(facts.startsOn);
  rows.dueOn[row] = numberOfDay(facts.dueOn);
  rows.firstDue[row] = firstDueDay(facts);
  rows.series[row] = -1;
  const read = readRow(facts, settings);
  const scale = read && setForm(packing, row, read);
  if (read === null || scale === null) rows.rule[row] = rule.exact;
  else {
    addSteps(packing, read.steps);
    addFigures(packing, row, read.figures, scale);
  }
  rows.firstStep[row + 1] = packing.stepEnd;
  return row;
}

/** Packs commitments one by one, so that their objects need not all be in memory at once. */
export function packer(series: Series, settings: JudgingSettings, room: Room) {
  const packing = emptyPacking(series, room);
  const finish = (): BulkFacts => {
    const { count, rows, figures, steps } = packing;
    const riskMargin = scaled(settings.riskMargin, 4);
    // A margin of more than four places would be cut: then nothing is judged in columns.
    if (!(riskMargin >= 0 && riskMargin <= SHARE_UNIT)) rows.rule.fill(rule.exact);
    return { count, rows, figures, steps, series: packing.series, riskMargin };
  };
  return { add: (facts: RowFacts): number => addRow(packing, facts, settings), finish };
}
