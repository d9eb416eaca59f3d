// One new figure put into the columns: judged again is the commitment it is of, and nothing else.
import type { Target } from '../../plan/commitment.ts';
import { dayNumber } from '../../quantity/calendar.ts';
import type { FigureFact } from '../facts.ts';
import { isSilent } from '../rule/figure.ts';
import { type BulkFacts, flag, rule } from './columns.ts';
import { figureReader, wordsOf } from './figure-number.ts';
import { LIMIT } from './scaled.ts';

/** `full`: the row has no room left and the plan must be packed again; the figure is not in. */
export type Added = 'added' | 'silent' | 'exact' | 'full';

function setBase({ rows }: BulkFacts, row: number, day: number, value: number): void {
  const flags = rows.flags[row] ?? 0;
  if ((flags & flag.hasBase) !== 0 && day < (rows.baseDay[row] ?? 0)) return;
  rows.base[row] = value;
  rows.baseDay[row] = day;
  rows.flags[row] = flags | flag.hasBase;
}

/** Puts a figure behind those of its day and before, so that of several for one day the last recorded counts. */
export function addFigure(facts: BulkFacts, row: number, target: Target, fact: FigureFact): Added {
  const { rows, figures } = facts;
  if (isSilent(fact)) return 'silent';
  if (rows.rule[row] === rule.exact) return 'exact';
  const { size, places } = figureReader(target)(fact);
  const own = rows.places[row] ?? 0;
  const scaledSize = places > own ? Number.NaN : size * 10 ** (own - places);
  const value = Math.abs(scaledSize) <= LIMIT ? scaledSize : Number.NaN;
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
