// How one part's values become shares of full marks, fair to unlike sizes, with the range and median of the round.
import {
  add,
  compare,
  type Decimal,
  divide,
  ONE,
  parseDecimal,
  round,
  subtract,
  ZERO,
} from '../../quantity/decimal.ts';
import type { FormulaPart, Member } from './formula.ts';

/** Places of intermediate quotients; points are rounded once, at the end. */
export const EXACT = 12;

export type PartState = 'value' | 'notApplicable' | 'missing' | 'noBase';

export interface PartPoint {
  readonly state: PartState;
  /** The value as it is compared: itself, or per base. */
  readonly compared: Decimal | null;
  /** Share of full marks, 0 to the part's cap; null where nothing was measured. */
  readonly share: Decimal | null;
  readonly base: Decimal | null;
}

export interface PartSpread {
  readonly least: Decimal;
  readonly median: Decimal;
  readonly most: Decimal;
  readonly count: number;
}

const ratio = (top: Decimal, bottom: Decimal): Decimal | null => divide(top, bottom, EXACT, 'halfUp');
const HALF: Decimal = { coefficient: 5n, places: 1 };
const times = (a: Decimal, b: Decimal): Decimal =>
  round({ coefficient: a.coefficient * b.coefficient, places: a.places + b.places }, EXACT, 'halfUp');

const clamp = (value: Decimal, cap: Decimal): Decimal =>
  compare(value, ZERO) < 0 ? ZERO : compare(value, cap) > 0 ? cap : value;

/** Least, middle and greatest; of an even number the mean of the two in the middle. */
export function spreadOf(values: readonly Decimal[]): PartSpread | null {
  const sorted = values.toSorted(compare);
  const [least, most] = [sorted[0], sorted.at(-1)];
  const middle = Math.floor((sorted.length - 1) / 2);
  const [low, high] = [sorted[middle], sorted[sorted.length - 1 - middle]];
  if (!least || !most || !low || !high) return null;
  return { least, median: times(add(low, high), HALF), most, count: sorted.length };
}

function comparedOf(part: FormulaPart, member: Member): PartPoint {
  const given = Object.hasOwn(member.values, part.id) ? member.values[part.id] : undefined;
  const nothing = { compared: null, share: null, base: null };
  if (given === undefined || given.kind === 'missing') return { state: 'missing', ...nothing };
  if (given.kind === 'notApplicable') return { state: 'notApplicable', ...nothing };
  const value = parseDecimal(given.value);
  const base = given.base === null ? null : parseDecimal(given.base);
  if (!value) return { state: 'missing', ...nothing };
  if (part.normalisation !== 'share' && part.normalisation !== 'perBase')
    return { state: 'value', compared: value, share: null, base };
  // A target or base of 0 or below measures nothing; it is no full mark and no zero.
  if (!base || compare(base, ZERO) <= 0) return { state: 'noBase', ...nothing };
  const compared = part.normalisation === 'perBase' ? ratio(value, base) : value;
  return { state: 'value', compared, share: null, base };
}

/** value ÷ target; where lower is better, target ÷ value: half the target's waste is twice the mark, up to the cap. */
function shareOfOwn(part: FormulaPart, value: Decimal, base: Decimal, cap: Decimal): Decimal {
  if (part.goodWay === 'higher') return clamp(ratio(value, base) ?? ZERO, cap);
  return compare(value, ZERO) <= 0 ? cap : clamp(ratio(base, value) ?? ZERO, cap);
}

function shareInRange(part: FormulaPart, value: Decimal, { least, most }: PartSpread): Decimal {
  const width = subtract(most, least);
  // Where all are equal, all are best.
  if (width.coefficient === 0n) return ONE;
  const up = part.goodWay === 'higher' ? subtract(value, least) : subtract(most, value);
  return ratio(up, width) ?? ONE;
}

/** Share of the others that are not strictly better; equals share their place. */
function shareByRank(part: FormulaPart, value: Decimal, all: readonly Decimal[]): Decimal {
  const better = all.filter((other) =>
    part.goodWay === 'higher' ? compare(other, value) > 0 : compare(other, value) < 0,
  ).length;
  const others = all.length - 1;
  return others <= 0
    ? ONE
    : (ratio(
        { coefficient: BigInt(others - better), places: 0 },
        { coefficient: BigInt(others), places: 0 },
      ) ?? ONE);
}

/** One point for each member, in their order, with the spread of the part. */
export function pointsOfPart(
  part: FormulaPart,
  members: readonly Member[],
): { readonly points: readonly PartPoint[]; readonly spread: PartSpread | null } {
  const read = members.map((member) => comparedOf(part, member));
  const values = read.flatMap(({ compared }) => compared ?? []);
  const spread = spreadOf(values);
  const cap = parseDecimal(part.cap) ?? ONE;
  const points = read.map((point): PartPoint => {
    const { compared, base } = point;
    if (!compared || !spread) return point;
    if (part.normalisation === 'share')
      return { ...point, share: base ? shareOfOwn(part, compared, base, cap) : null };
    if (part.normalisation === 'rank') return { ...point, share: shareByRank(part, compared, values) };
    return { ...point, share: shareInRange(part, compared, spread) };
  });
  return { points, spread };
}
