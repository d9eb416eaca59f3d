// One line of a promise by place: what each was given, what it reported, its rate, and the spread over the places that were given it.
import type { DecimalText, PlaceShare } from '../plan/commitment.ts';
import {
  compare,
  type Decimal,
  divide,
  parseDecimal,
  printDecimal,
  subtract,
  trim,
  ZERO,
} from '../quantity/decimal.ts';
import { spreadOf } from './standing/points.ts';

/**
 * value: there is a figure. missing: it was given a share and reported nothing. notApplicable: somebody decided that it does
 * not apply there. notGiven: it was given no share, so nothing is missing there.
 */
export type PlaceState = 'value' | 'missing' | 'notApplicable' | 'notGiven';

export interface PlaceDone {
  readonly place: string;
  readonly done: DecimalText;
}

export interface PlaceStanding {
  readonly place: string;
  readonly given: DecimalText | null;
  readonly second: DecimalText | null;
  readonly done: DecimalText | null;
  /** Done of given, as a share of 1; null without both, and of a share that is a rate (each). */
  readonly rate: DecimalText | null;
  /** Rate minus the median of the places that have one. */
  readonly gapToMedian: DecimalText | null;
  readonly state: PlaceState;
}

export interface Spread {
  readonly least: DecimalText;
  readonly median: DecimalText;
  readonly most: DecimalText;
  /** How many places have a value: the set that the median is of. */
  readonly count: number;
}

const text = (value: Decimal): DecimalText => printDecimal(trim(value));

/** Places of the quotient: a rate is printed as a whole per cent or to one tenth. */
const PLACES = 4;

const isPositive = (value: Decimal | null): value is Decimal => value !== null && compare(value, ZERO) > 0;

export function spread(values: readonly (DecimalText | null)[]): Spread | null {
  const found = spreadOf(values.flatMap((value) => (value === null ? [] : (parseDecimal(value) ?? []))));
  return (
    found && {
      ...{ least: text(found.least), median: text(found.median), most: text(found.most) },
      count: found.count,
    }
  );
}

export const shareOf = (done: DecimalText | null, of: DecimalText | null): DecimalText | null => {
  const [top, bottom] = [done === null ? null : parseDecimal(done), of === null ? null : parseDecimal(of)];
  const quotient = top && isPositive(bottom) ? divide(top, bottom, PLACES, 'halfUp') : null;
  return quotient && text(quotient);
};

export const gap = (value: DecimalText | null, median: DecimalText | null): DecimalText | null => {
  const [own, middle] = [
    value === null ? null : parseDecimal(value),
    median === null ? null : parseDecimal(median),
  ];
  return own && middle ? text(subtract(own, middle)) : null;
};

function stateOf(isDone: boolean, isGiven: boolean, isAway: boolean): PlaceState {
  if (isDone) return 'value';
  if (isAway) return 'notApplicable';
  return isGiven ? 'missing' : 'notGiven';
}

/**
 * `places` in the order they are shown in; a place of `given` that is not among them is added at the end. `away`: places where it
 * does not apply by decision; a figure that came nevertheless is shown.
 */
export function placeStandings(
  places: readonly string[],
  given: readonly PlaceShare[],
  reported: readonly PlaceDone[],
  away: ReadonlySet<string> = new Set(),
): readonly PlaceStanding[] {
  const shares = new Map(given.map((share) => [share.place, share]));
  const figures = new Map(reported.map(({ place, done }) => [place, done]));
  const all = [...new Set([...places, ...shares.keys(), ...figures.keys()])];
  const rows = all.map((place) => {
    const share = shares.get(place);
    const own = share?.value == null || compare(parseDecimal(share.value) ?? ZERO, ZERO) === 0 ? null : share;
    const done = figures.get(place) ?? null;
    const state = stateOf(done !== null, own !== null, away.has(place));
    return {
      ...{ place, given: own?.value ?? null, second: own?.second ?? null, done, state },
      rate: away.has(place) ? null : shareOf(done, own?.value ?? null),
    };
  });
  const middle = spread(rows.map(({ rate }) => rate))?.median ?? null;
  return rows.map((row) => ({ ...row, gapToMedian: gap(row.rate, middle) }));
}
