// One new figure put into the columns: judged again is the commitment it is of, and nothing else.
import type { Target } from '../../plan/commitment.ts';
import { dayNumber } from '../../quantity/calendar.ts';
import type { FigureFact } from '../facts.ts';
import { isSilent } from '../rule/figure.ts';
import { type BulkFacts, flag, rule } from './columns.ts';
import { type FigureNumber, figureReader, wordsOf } from './figure-number.ts';
import { LIMIT, MOST_PLACES } from './scaled.ts';

/** `full`: the row has no room left and the plan must be packed again; the figure is not in. */
export type Added = 'added' | 'silent' | 'exact' | 'full';

function setBase({ rows }: BulkFacts, row: number, day: number, value: number): void {
  const flags = rows.flags[row] ?? 0;
  if ((flags & flag.hasBase) !== 0 && day < (rows.baseDay[row] ?? 0)) return;
  rows.base[row] = value;
  rows.baseDay[row] = day;
  rows.flags[row] = flags | flag.hasBase;
}

/** Columns of a row that hold numbers of its scale; the goal of a relative row is a factor and grows alike. */
const scaledColumns = ['goal', 'low', 'high', 'slack', 'base'] as const;

const fitsAfter = (value: number, by: number): boolean =>
  !Number.isFinite(value) || Math.abs(value) * by <= LIMIT;

/** A figure with more places than the row so far: the whole row gets finer, where all its numbers still fit. */
function refine({ rows, figures, series }: BulkFacts, row: number, places: number): boolean {
  const own = rows.places[row] ?? 0;
  const by = 10 ** (places - own);
  const [first, end] = [rows.first[row] ?? 0, rows.end[row] ?? 0];
  const column = series[rows.series[row] ?? -1];
  const factor = (rows.goal[row] ?? 1) * by;
  const fits =
    places <= MOST_PLACES &&
    scaledColumns.every((name) => fitsAfter(rows[name][row] ?? 0, by)) &&
    figures.value.subarray(first, end).every((value) => fitsAfter(value, by)) &&
    (column?.value.every((value) => fitsAfter(value, factor)) ?? true);
  if (!fits) return false;
  for (const name of scaledColumns) rows[name][row] = (rows[name][row] ?? 0) * by;
  for (let at = first; at < end; at++) figures.value[at] = (figures.value[at] ?? 0) * by;
  rows.places[row] = places;
  return true;
}

function valueIn(facts: BulkFacts, row: number, { size, places }: FigureNumber): number {
  const { rows } = facts;
  if (places > (rows.places[row] ?? 0) && !refine(facts, row, places)) return Number.NaN;
  const value = size * 10 ** ((rows.places[row] ?? 0) - places);
  return Math.abs(value) <= LIMIT ? value : Number.NaN;
}

/** Puts a figure behind those of its day and before, so that of several for one day the last recorded counts. */
export function addFigure(facts: BulkFacts, row: number, target: Target, fact: FigureFact): Added {
  const { rows, figures } = facts;
  if (isSilent(fact)) return 'silent';
  if (rows.rule[row] === rule.exact) return 'exact';
  const value = valueIn(facts, row, figureReader(target)(fact));
  const day = dayNumber(fact.periodEnd);
  if (day < (rows.startsOn[row] ?? 0)) {
    setBase(facts, row, day, value);
    return 'added';
  }
  const first = rows.first[row] ?? 0;
  const end = rows.end[row] ?? 0;
  let at = end;
  while (at > first && (figures.day[at - 1] ?? 0) > day) at -= 1;
  // A figure for a day that has one takes its place: the columns keep what counts, the store keeps both.
  const replaces = at > first && figures.day[at - 1] === day;
  if (replaces) at -= 1;
  else {
    if (end >= (rows.room[row] ?? 0)) return 'full';
    figures.day.copyWithin(at + 1, at, end);
    figures.value.copyWithin(at + 1, at, end);
    figures.said.copyWithin(at + 1, at, end);
    rows.end[row] = end + 1;
  }
  figures.day[at] = day;
  figures.value[at] = value;
  figures.said[at] = wordsOf(fact.statement);
  return 'added';
}
