// Why a member stands where it stands: each part with its gap, what one place up would take, and how places moved between rounds.
import type { DecimalText } from '../../plan/commitment.ts';
import {
  add,
  compare,
  type Decimal,
  divide,
  multiply,
  ONE,
  parseDecimal,
  round,
  subtract,
  ZERO,
} from '../../quantity/decimal.ts';
import type { Formula, FormulaPart } from './formula.ts';
import { EXACT } from './points.ts';
import { decimalText, type MemberResult, type PartResult, type Standing } from './rank.ts';

/** The value that would by itself bring the points needed, all others staying as they are. */
export interface WayUp {
  readonly partId: string;
  readonly from: DecimalText;
  readonly to: DecimalText;
  readonly change: DecimalText;
}

export interface PlaceExplained {
  readonly member: MemberResult;
  readonly of: number;
  /** Parts in which most points were lost, most first. */
  readonly lost: readonly { readonly partId: string; readonly points: DecimalText }[];
  /** Null for those in first place and those without a place. */
  readonly oneUp: {
    readonly aboveId: string;
    readonly place: number;
    readonly pointsNeeded: DecimalText;
    readonly ways: readonly WayUp[];
  } | null;
}

const number = (text: DecimalText | null): Decimal => (text === null ? null : parseDecimal(text)) ?? ZERO;
const ratio = (top: Decimal, bottom: Decimal): Decimal | null => divide(top, bottom, EXACT, 'halfUp');

/**
 * Only where the answer is exact while the others stand still: a share of one's own target, or a value that stays inside
 * the range of the round. By rank a place depends on the others, so no number is given.
 */
function wayUp(part: FormulaPart, own: PartResult, needed: Decimal, standing: Standing): WayUp | null {
  const [value, full] = [number(own.value), number(own.full)];
  const range = standing.ranges.find(({ partId }) => partId === part.id);
  const share = ratio(needed, full);
  if (own.state !== 'value' || own.value === null || !share || !range) return null;
  const higher = part.goodWay === 'higher';
  let to: Decimal | null = null;
  if (part.normalisation === 'share' && higher) {
    const goal = add(ratio(value, number(own.base)) ?? ZERO, share);
    if (compare(goal, parseDecimal(part.cap) ?? ONE) > 0) return null;
    to = multiply(goal, number(own.base));
  } else if (part.normalisation === 'range' || part.normalisation === 'perBase') {
    const step = multiply(share, subtract(number(range.most), number(range.least)));
    to = higher ? add(value, step) : subtract(value, step);
    const past = higher ? compare(to, number(range.most)) > 0 : compare(to, number(range.least)) < 0;
    if (past) return null;
  }
  if (!to || compare(to, value) === 0) return null;
  // Rounded towards the better side, so that the number printed is enough.
  const [near, step] = [round(to, 6, 'down'), { coefficient: 1n, places: 6 }];
  const rounded = higher ? add(near, step) : subtract(near, step);
  return {
    partId: part.id,
    from: own.value,
    to: decimalText(rounded),
    change: decimalText(subtract(rounded, value)),
  };
}

/** The nearest better place; the smallest step of the formula's places puts a member above an equal total. */
function oneUp(formula: Formula, standing: Standing, member: MemberResult): PlaceExplained['oneUp'] {
  if (member.place === null || member.place === 1) return null;
  const own = number(member.points);
  const above = standing.members
    .filter(({ place, points }) => place !== null && compare(number(points), own) > 0)
    .toSorted((a, b) => compare(number(a.points), number(b.points)))[0];
  if (!above || above.place === null) return null;
  const needed = add(subtract(number(above.points), own), { coefficient: 1n, places: formula.places });
  const ways = formula.parts.flatMap((part) => {
    const result = member.parts.find(({ partId }) => partId === part.id);
    return result ? (wayUp(part, result, needed, standing) ?? []) : [];
  });
  return { aboveId: above.memberId, place: above.place, pointsNeeded: decimalText(needed), ways };
}

/** All that a member may ask about its place; null for one that is not in the standing. */
export function explainPlace(formula: Formula, standing: Standing, memberId: string): PlaceExplained | null {
  const member = standing.members.find((each) => each.memberId === memberId);
  if (!member) return null;
  const lost = member.parts
    .map(({ partId, points, full }) => ({ partId, lost: subtract(number(full), number(points)) }))
    .filter((part) => compare(part.lost, ZERO) > 0)
    .toSorted((a, b) => compare(b.lost, a.lost))
    .map((part) => ({ partId: part.partId, points: decimalText(part.lost) }));
  const of = standing.members.filter(({ place }) => place !== null).length;
  return { member, of, lost, oneUp: oneUp(formula, standing, member) };
}

export interface Movement {
  readonly memberId: string;
  readonly from: number | null;
  readonly to: number | null;
  /** Places gained (positive) or lost; null where either round gives no place, or the formula changed between them. */
  readonly places: number | null;
}

/** How places moved since the round before. Rounds of two versions of the formula are not compared. */
export function movements(before: Standing, now: Standing): readonly Movement[] {
  const comparable = before.formulaId === now.formulaId && before.version === now.version;
  return now.members.map(({ memberId, place }) => {
    const from = before.members.find((each) => each.memberId === memberId)?.place ?? null;
    const moved = comparable && from !== null && place !== null ? from - place : null;
    return { memberId, from, to: place, places: moved };
  });
}
