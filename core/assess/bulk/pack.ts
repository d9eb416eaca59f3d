// Facts into columns: each commitment once, its numbers on one scale, its figures in order, its schedule as steps.
import type { Target } from '../../plan/commitment.ts';
import { seriesKey } from '../../plan/words/series-name.ts';
import { dayNumber } from '../../quantity/calendar.ts';
import type { IsoDate } from '../../quantity/date.ts';
import type { Decimal } from '../../quantity/decimal.ts';
import type { Facts, FigureFact, Series } from '../facts.ts';
import { isSilent } from '../rule/figure.ts';
import { checkpointShare, expectedBy, firstCheckpoint } from '../rule/schedule.ts';
import type { JudgingSettings } from '../settings.ts';
import {
  type BulkFacts,
  type FigureColumns,
  flag,
  NO_DAY,
  type RowColumns,
  rule,
  type StepColumns,
} from './columns.ts';
import { type FigureNumber, figureReader, wordsOf } from './figure-number.ts';
import { longerBytes, longerDays, longerNumbers } from './grow.ts';
import { type RowForm, rowForm } from './row-form.ts';
import { LIMIT, MOST_PLACES, placesOf, SHARE_LIMIT, SHARE_UNIT, scaled } from './scaled.ts';
import { seriesColumns } from './series-column.ts';

/** Facts of one commitment; the series are the plan's and given once. */
export type RowFacts = Omit<Facts, 'series'>;

export interface Room {
  readonly rows: number;
  readonly figures: number;
  /** Free places behind each row's figures, for those still to come. */
  readonly spare: number;
}

const days = new Map<IsoDate, number>();
const DAYS_LIMIT = 50_000;

function numberOf(day: IsoDate): number {
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= DAYS_LIMIT) days.clear();
  const number = dayNumber(day);
  days.set(day, number);
  return number;
}

const emptyRows = (count: number): RowColumns => ({
  rule: new Uint8Array(count),
  flags: new Uint16Array(count),
  places: new Uint8Array(count),
  startsOn: new Int32Array(count),
  dueOn: new Int32Array(count),
  from: new Int32Array(count),
  to: new Int32Array(count),
  firstDue: new Int32Array(count),
  goal: new Float64Array(count),
  low: new Float64Array(count),
  high: new Float64Array(count),
  slack: new Float64Array(count),
  base: new Float64Array(count),
  baseDay: new Int32Array(count),
  first: new Int32Array(count),
  end: new Int32Array(count),
  room: new Int32Array(count),
  firstStep: new Int32Array(count + 1),
  series: new Int32Array(count),
});

/** Schedule of one target as steps, by the exact rule itself; null where a share has more than four places. */
function stepsOf(target: Target, term: RowFacts): readonly (readonly [number, number])[] | null {
  const dated = target.checkpoints.flatMap((checkpoint) =>
    checkpoint.by === null || checkpointShare(checkpoint, target) === null ? [] : [checkpoint.by],
  );
  const steps: (readonly [number, number])[] = [];
  for (const day of [...new Set(dated)].sort()) {
    const { share } = expectedBy(target, term.startsOn, term.dueOn, day);
    const size = scaled(share, 4);
    if (!(Math.abs(size) <= SHARE_LIMIT)) return null;
    steps.push([numberOf(day), size]);
  }
  return steps;
}

interface ReadFigure extends FigureNumber {
  readonly day: number;
  readonly said: number;
}

const scaleTo = ({ size, places }: FigureNumber, wanted: number): number => {
  if (places > wanted) return Number.NaN;
  const value = size * 10 ** (wanted - places);
  return Math.abs(value) <= LIMIT ? value : Number.NaN;
};

const orInfinity = (value: Decimal | null, places: number, none: number): number =>
  value ? scaled(value, places) : none;

function placesFor(form: RowForm, figures: readonly ReadFigure[], seriesPlaces: number): number {
  let most = seriesPlaces;
  for (const value of [form.goal, form.low, form.high, form.slack])
    if (value) most = Math.max(most, placesOf(value));
  for (const { places } of figures) if (places > most) most = Math.max(most, Math.min(places, MOST_PLACES));
  return most;
}

/** Packs commitments one by one, so that their objects need not all be in memory at once. */
export function packer(series: Series, settings: JudgingSettings, room: Room) {
  const columns = seriesColumns(series);
  const seriesAt = new Map(columns.map(({ key }, index) => [key, index]));
  const rows = emptyRows(room.rows);
  const places = room.figures + room.rows * room.spare;
  const figures: FigureColumns = {
    day: new Int32Array(places),
    value: new Float64Array(places),
    said: new Uint8Array(places),
  };
  const steps: StepColumns = { day: new Int32Array(0), share: new Int32Array(0) };
  let count = 0;
  let figureEnd = 0;
  let stepEnd = 0;

  function addSteps(found: readonly (readonly [number, number])[]): void {
    steps.day = longerDays(steps.day, stepEnd + found.length);
    steps.share = longerDays(steps.share, stepEnd + found.length);
    for (const [day, share] of found) {
      steps.day[stepEnd] = day;
      steps.share[stepEnd] = share;
      stepEnd += 1;
    }
  }

  function addFigures(row: number, facts: RowFacts, found: readonly ReadFigure[], scale: number): void {
    const start = rows.startsOn[row] ?? 0;
    const wanted = figureEnd + found.length + room.spare;
    figures.day = longerDays(figures.day, wanted);
    figures.value = longerNumbers(figures.value, wanted);
    figures.said = longerBytes(figures.said, wanted);
    rows.first[row] = figureEnd;
    for (const figure of found) {
      const value = scaleTo(figure, scale);
      if (figure.day < start) {
        rows.base[row] = value;
        rows.baseDay[row] = figure.day;
        rows.flags[row] = (rows.flags[row] ?? 0) | flag.hasBase;
        continue;
      }
      figures.day[figureEnd] = figure.day;
      figures.value[figureEnd] = value;
      figures.said[figureEnd] = figure.said;
      figureEnd += 1;
    }
    rows.end[row] = figureEnd;
    figureEnd += facts.targets.length === 1 ? room.spare : 0;
    rows.room[row] = figureEnd;
  }

  /** False where no column can say what the target asks for; the row then stays with `assess`. */
  function setForm(row: number, form: RowForm, found: readonly ReadFigure[]): number | null {
    const at = form.seriesName === '' ? -1 : (seriesAt.get(seriesKey(form.seriesName)) ?? -1);
    const other = columns[at];
    const scale = placesFor(form, found, other?.places ?? 0);
    const numbers = [
      orInfinity(form.goal, scale, 0),
      orInfinity(form.low, scale, form.goal ? Number.NEGATIVE_INFINITY : 0),
      orInfinity(form.high, scale, Number.POSITIVE_INFINITY),
      orInfinity(form.slack, scale, 0),
    ] as const;
    const factor = other ? 10 ** (scale - other.places) : 1;
    const unfit = other?.value.some((value) => Math.abs(value) * factor > LIMIT) ?? false;
    if (numbers.some(Number.isNaN) || unfit || numbers[3] < 0 || numbers[1] > numbers[2]) return null;
    rows.rule[row] = form.rule;
    rows.flags[row] = form.flags;
    rows.places[row] = scale;
    rows.from[row] = form.from;
    rows.to[row] = form.to;
    rows.goal[row] = form.goal ? numbers[0] : factor;
    rows.low[row] = numbers[1];
    rows.high[row] = numbers[2];
    rows.slack[row] = numbers[3];
    rows.series[row] = at;
    return scale;
  }

  function add(facts: RowFacts): number {
    const row = count;
    if (row >= room.rows) throw new RangeError(`room for ${room.rows} commitments only`);
    count += 1;
    rows.startsOn[row] = numberOf(facts.startsOn);
    rows.dueOn[row] = numberOf(facts.dueOn);
    rows.series[row] = -1;
    const [target] = facts.targets;
    const alone = facts.targets.length === 1 ? target : undefined;
    const form = alone ? rowForm(alone, facts, settings) : null;
    const found = alone && form ? stepsOf(alone, facts) : null;
    if (alone) rows.firstDue[row] = firstDay(alone);
    const read = alone && form && found ? readFigures(alone, facts.figures) : [];
    const scale = form && found ? setForm(row, form, read) : null;
    if (scale === null) rows.rule[row] = rule.exact;
    else addSteps(found ?? []);
    addFigures(row, facts, scale === null ? [] : read, scale ?? 0);
    rows.firstStep[row + 1] = stepEnd;
    return row;
  }

  const finish = (): BulkFacts => {
    const margin = scaled(settings.riskMargin, 4);
    // A margin of more than four places would be cut: then nothing is judged in columns.
    if (!Number.isSafeInteger(margin) || margin < 0 || margin > SHARE_UNIT) rows.rule.fill(rule.exact);
    return { count, rows, figures, steps, series: columns, riskMargin: margin };
  };
  return { add, finish };
}

const firstDay = (target: Target): number => {
  const first = firstCheckpoint([target]);
  return first === null ? NO_DAY : numberOf(first);
};

/** Figures that speak, by day; of several for one day the one recorded last stands last. */
function readFigures(target: Target, given: readonly FigureFact[]): readonly ReadFigure[] {
  const read = figureReader(target);
  const found: ReadFigure[] = [];
  let sorted = true;
  for (const fact of given) {
    if (isSilent(fact)) continue;
    const { size, places } = read(fact);
    const day = numberOf(fact.periodEnd);
    if (day < (found.at(-1)?.day ?? 0)) sorted = false;
    found.push({ day, size, places, said: wordsOf(fact.statement) });
  }
  return sorted ? found : found.sort((a, b) => a.day - b.day);
}
