// The places of a round: points by a frozen formula, equals share a place, a member without enough figures has none and is told why.

import type { DecimalText } from '../../plan/commitment.ts';
import {
  add,
  compare,
  type Decimal,
  divide,
  multiply,
  parseDecimal,
  printDecimal,
  round,
  subtract,
  trim,
  ZERO,
} from '../../quantity/decimal.ts';
import type { Formula, FormulaPart, Member } from './formula.ts';
import { EXACT, type PartPoint, type PartSpread, type PartState, pointsOfPart } from './points.ts';

/** One part of one member's result: all that "why am I at this place" needs. */
export interface PartResult {
  readonly partId: string;
  readonly state: PartState;
  readonly value: DecimalText | null;
  readonly base: DecimalText | null;
  readonly points: DecimalText;
  /** Full marks of the part for this member, after weights were rescaled for parts that do not apply to it. */
  readonly full: DecimalText;
  /** Place in this part alone; null without a value. */
  readonly place: number | null;
  /** Value minus the median of all members, in the unit in which it is compared. */
  readonly gapToMedian: DecimalText | null;
}

export interface MemberResult {
  readonly memberId: string;
  readonly name: string;
  /** Null where coverage is below the formula's least. */
  readonly place: number | null;
  readonly points: DecimalText;
  /** Share of the applicable weight that has a value. */
  readonly coverage: DecimalText;
  readonly parts: readonly PartResult[];
}

export interface PartRange {
  readonly partId: string;
  readonly least: DecimalText;
  readonly median: DecimalText;
  readonly most: DecimalText;
  readonly count: number;
}

export interface Standing {
  readonly formulaId: string;
  readonly version: number;
  /** By place, equals by id; members without a place last. */
  readonly members: readonly MemberResult[];
  readonly ranges: readonly PartRange[];
}

const HUNDRED: Decimal = { coefficient: 100n, places: 0 };
export const decimalText = (value: Decimal): DecimalText => printDecimal(trim(value));
const ratio = (top: Decimal, bottom: Decimal): Decimal => divide(top, bottom, EXACT, 'halfUp') ?? ZERO;

interface Column {
  readonly part: FormulaPart;
  readonly weight: Decimal;
  readonly points: readonly PartPoint[];
  readonly spread: PartSpread | null;
}

interface Scored {
  readonly member: Member;
  readonly total: Decimal;
  readonly coverage: Decimal;
  readonly parts: readonly PartResult[];
}

const placeInPart = ({ part, points }: Column, own: Decimal): number =>
  1 +
  points.filter(
    ({ compared }) =>
      compared && (part.goodWay === 'higher' ? compare(compared, own) > 0 : compare(compared, own) < 0),
  ).length;

/** Parts keep more places than the total, so that what one place up would take can be computed from them. */
const PART_PLACES = 6;

function partResult(column: Column, point: PartPoint, applicable: Decimal): PartResult {
  const { part, weight, spread } = column;
  const { state, compared, base, share } = point;
  const full = state === 'notApplicable' ? ZERO : ratio(multiply(weight, HUNDRED), applicable);
  const shown = (value: Decimal): DecimalText => decimalText(round(value, PART_PLACES, 'halfUp'));
  return {
    partId: part.id,
    state,
    value: compared ? decimalText(compared) : null,
    base: base ? decimalText(base) : null,
    points: shown(share ? multiply(full, share) : ZERO),
    full: shown(full),
    place: compared ? placeInPart(column, compared) : null,
    gapToMedian: compared && spread ? decimalText(subtract(compared, spread.median)) : null,
  };
}

/** No figure, no points: a value that is kept back never helps. What does not apply takes its weight with it. */
function score(member: Member, index: number, columns: readonly Column[], places: number): Scored {
  const own = columns.flatMap((column) => {
    const point = column.points[index];
    return point ? [{ column, point }] : [];
  });
  const applicable = own
    .filter(({ point }) => point.state !== 'notApplicable')
    .reduce((sum, { column }) => add(sum, column.weight), ZERO);
  const covered = own
    .filter(({ point }) => point.state === 'value')
    .reduce((sum, { column }) => add(sum, column.weight), ZERO);
  const earned = own.reduce(
    (sum, { column, point }) => (point.share ? add(sum, multiply(column.weight, point.share)) : sum),
    ZERO,
  );
  return {
    member,
    total: round(ratio(multiply(earned, HUNDRED), applicable), places, 'halfUp'),
    coverage: ratio(covered, applicable),
    parts: own.map(({ column, point }) => partResult(column, point, applicable)),
  };
}

const byPlace = (a: MemberResult, b: MemberResult): number =>
  (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY) ||
  (a.memberId < b.memberId ? -1 : a.memberId > b.memberId ? 1 : 0);

const rangeOf = ({ part, spread }: Column): readonly PartRange[] =>
  spread
    ? [
        {
          partId: part.id,
          least: decimalText(spread.least),
          median: decimalText(spread.median),
          most: decimalText(spread.most),
          count: spread.count,
        },
      ]
    : [];

/** Ranks the members. The same inputs give the same places in whatever order they come. */
export function rank(formula: Formula, members: readonly Member[]): Standing {
  const columns = formula.parts.map((part): Column => {
    const { points, spread } = pointsOfPart(part, members);
    return { part, weight: parseDecimal(part.weight) ?? ZERO, points, spread };
  });
  const least = parseDecimal(formula.leastCoverage) ?? { coefficient: 1n, places: 0 };
  const scored = members.map((member, index) => score(member, index, columns, formula.places));
  const isCovered = ({ coverage }: Scored): boolean =>
    coverage.coefficient > 0n && compare(coverage, least) >= 0;
  const placed = scored.filter(isCovered);
  const results = scored.map(
    (each): MemberResult => ({
      memberId: each.member.id,
      name: each.member.name,
      place: isCovered(each)
        ? 1 + placed.filter((other) => compare(other.total, each.total) > 0).length
        : null,
      points: decimalText(each.total),
      coverage: decimalText(round(each.coverage, 4, 'halfUp')),
      parts: each.parts,
    }),
  );
  return {
    formulaId: formula.id,
    version: formula.version,
    members: results.toSorted(byPlace),
    ranges: columns.flatMap(rangeOf),
  };
}
