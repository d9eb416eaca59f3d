// Where most is to gain in a round and what moves next: points not earned by part with who misses most, and the smallest steps to a better place.
import type { DecimalText } from '../../plan/commitment.ts';
import { add, compare, type Decimal, parseDecimal, subtract, ZERO } from '../../quantity/decimal.ts';
import { gap, type Spread, spread } from '../place-share.ts';
import { explainPlace, type WayUp } from './explain.ts';
import type { Formula } from './formula.ts';
import { decimalText, type MemberResult, type Standing } from './rank.ts';

export interface PartGain {
  readonly partId: string;
  /** Full marks of all members less what they earned: what the round as a whole could still gain here. */
  readonly missed: DecimalText;
  /** Of those members, how many lack the value itself: that is gained by reporting. */
  readonly withoutValue: number;
  /** Who misses most, most first. */
  readonly most: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly missed: DecimalText;
  }[];
}

export interface NextMove {
  readonly memberId: string;
  readonly name: string;
  readonly place: number;
  readonly aboveName: string;
  readonly to: number;
  readonly pointsNeeded: DecimalText;
  /** The first part that could bring it alone; null where several must rise. */
  readonly way: WayUp | null;
}

const mostNamed = 3;
const number = (text: DecimalText): Decimal => parseDecimal(text) ?? ZERO;

/** The middle, least and greatest total of those who have a place: fairer than a rank where places lie close. */
export const totalSpread = ({ members }: Standing): Spread | null =>
  spread(members.map(({ place, points }) => (place === null ? null : points)));

export const gapOfTotal = ({ place, points }: MemberResult, total: Spread | null): DecimalText | null =>
  place === null ? null : gap(points, total?.median ?? null);

export function partGains(formula: Formula, { members }: Standing): readonly PartGain[] {
  const gains = formula.parts.flatMap((part) => {
    const own = members.flatMap((member) => {
      const result = member.parts.find(({ partId }) => partId === part.id);
      return !result || result.state === 'notApplicable'
        ? []
        : [{ member, state: result.state, missed: subtract(number(result.full), number(result.points)) }];
    });
    const missing = own.filter(({ missed }) => compare(missed, ZERO) > 0);
    if (missing.length === 0) return [];
    const sorted = missing.toSorted((a, b) => compare(b.missed, a.missed));
    return [
      {
        partId: part.id,
        total: missing.reduce((all, { missed }) => add(all, missed), ZERO),
        withoutValue: own.filter(({ state }) => state !== 'value').length,
        most: sorted.slice(0, mostNamed).map(({ member: { memberId, name }, missed }) => ({
          ...{ memberId, name, missed: decimalText(missed) },
        })),
      },
    ];
  });
  return gains
    .toSorted((a, b) => compare(b.total, a.total))
    .map(({ total, ...gain }) => ({ ...gain, missed: decimalText(total) }));
}

/** The smallest steps first: who is nearest to a better place, and by what. */
export function nextMoves(formula: Formula, standing: Standing, mostMoves: number): readonly NextMove[] {
  const nameOf = new Map(standing.members.map(({ memberId, name }) => [memberId, name]));
  const moves = standing.members.flatMap((member): readonly NextMove[] => {
    const up = explainPlace(formula, standing, member.memberId)?.oneUp;
    if (!up || member.place === null) return [];
    return [
      {
        ...{ memberId: member.memberId, name: member.name, place: member.place, to: up.place },
        ...{ aboveName: nameOf.get(up.aboveId) ?? up.aboveId, pointsNeeded: up.pointsNeeded },
        way: up.ways[0] ?? null,
      },
    ];
  });
  return moves
    .toSorted((a, b) => compare(number(a.pointsNeeded), number(b.pointsNeeded)))
    .slice(0, mostMoves);
}
