// A five-year target through its years: what is done so far, what is left for each year, what one year's target brings.

import { numberOf, percentOf, printed } from '../project/money.ts';
import { elapsedShare, yearEnd, yearStart } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import { add, compare, type Decimal, divide, multiply, ONE, subtract, ZERO } from '../quantity/decimal.ts';

/** cumulative: “十四五”累计, years add up. endLevel: a level at the end, from a baseline. averageGrowth: 年均增长. */
export type FiveYearKind = 'cumulative' | 'endLevel' | 'averageGrowth';

export interface YearFigure {
  readonly year: number;
  readonly value: string;
}

export interface FiveYearTarget {
  readonly kind: FiveYearKind;
  readonly fromYear: number;
  readonly toYear: number;
  readonly target: string;
  /** Level of the year before the plan (基期值); what endLevel starts from. */
  readonly baseline: string | null;
}

export interface FiveYearStanding {
  /** Sum, latest level, or growth over the years reported (as the factor it multiplied to). */
  readonly reached: string | null;
  readonly share: string | null;
  /** Time gone of the plan by the day that is judged. */
  readonly expectedShare: string;
  readonly left: string | null;
  /** What each of the years that are left must bring. */
  readonly eachYear: string | null;
  readonly yearsLeft: number;
  readonly missingYears: readonly number[];
  /** Met by now; false while years are left says only: not yet. Null where the figures decide nothing. */
  readonly met: boolean | null;
}

const count = (value: number): Decimal => ({ coefficient: BigInt(value), places: 0 });

const yearsOf = ({ fromYear, toYear }: FiveYearTarget): readonly number[] =>
  Array.from({ length: Math.max(0, toYear - fromYear + 1) }, (_, at) => fromYear + at);

/** The last figure of a year counts: figures come in the order in which they were recorded. */
const byYear = (figures: readonly YearFigure[]): ReadonlyMap<number, Decimal> =>
  new Map(
    figures.flatMap(({ year, value }): readonly (readonly [number, Decimal])[] => {
      const number = numberOf(value);
      return number ? [[year, number]] : [];
    }),
  );

const shareText = (part: Decimal, whole: Decimal): string | null => {
  const share = whole.coefficient === 0n ? null : divide(part, whole, 4, 'halfUp');
  return share ? printed(share) : null;
};

const perYear = (left: Decimal, years: number): string | null => {
  const each = years > 0 ? divide(left, count(years), 4, 'halfUp') : null;
  return each ? printed(each) : null;
};

export function fiveYearStanding(
  target: FiveYearTarget,
  figures: readonly YearFigure[],
  asOf: IsoDate,
): FiveYearStanding {
  const goal = numberOf(target.target);
  const known = byYear(figures);
  const past = yearsOf(target).filter((year) => yearEnd(year) <= asOf);
  const missingYears = past.filter((year) => !known.has(year));
  const reported = yearsOf(target).filter((year) => known.has(year) && yearStart(year) <= asOf);
  const yearsLeft = yearsOf(target).filter((year) => yearEnd(year) > asOf && !known.has(year)).length;
  const expectedShare = printed(elapsedShare(yearStart(target.fromYear), yearEnd(target.toYear), asOf));
  const open = { reached: null, share: null, left: null, eachYear: null, met: null };
  const shared = { expectedShare, yearsLeft, missingYears };
  const last = reported.at(-1);
  if (last === undefined || goal === null) return { ...open, ...shared };
  if (target.kind === 'averageGrowth')
    return { ...shared, ...averageGrowth(goal, known, reported, missingYears) };
  if (target.kind === 'endLevel') {
    const level = known.get(last) ?? ZERO;
    const base = numberOf(target.baseline);
    const way = base ? subtract(goal, base) : null;
    return {
      ...shared,
      reached: printed(level),
      share: base && way ? shareText(subtract(level, base), way) : null,
      left: printed(subtract(goal, level)),
      eachYear: perYear(subtract(goal, level), yearsLeft),
      // A target below its baseline is met from above.
      met: way && way.coefficient < 0n ? compare(level, goal) <= 0 : compare(level, goal) >= 0,
    };
  }
  const sum = reported.reduce((total, year) => add(total, known.get(year) ?? ZERO), ZERO);
  const left = subtract(goal, sum);
  return {
    ...shared,
    reached: printed(sum),
    share: shareText(sum, goal),
    left: printed(left),
    eachYear: left.coefficient > 0n ? perYear(left, yearsLeft) : '0',
    met: left.coefficient <= 0n,
  };
}

const factorOf = (percent: Decimal): Decimal =>
  add(ONE, { coefficient: percent.coefficient, places: percent.places + 2 });

const power = (base: Decimal, times: number): Decimal =>
  Array.from({ length: times }).reduce<Decimal>((product) => multiply(product, base), ONE);

/**
 * 年均增长 is held by exact products: (1 + g₁)(1 + g₂)… against (1 + g)ⁿ. No root is drawn, so nothing is rounded away;
 * a year without a figure leaves it open.
 */
function averageGrowth(
  goal: Decimal,
  known: ReadonlyMap<number, Decimal>,
  reported: readonly number[],
  missing: readonly number[],
) {
  const product = reported.reduce<Decimal>(
    (all, year) => multiply(all, factorOf(known.get(year) ?? ZERO)),
    ONE,
  );
  const wanted = power(factorOf(goal), reported.length);
  const rounded = divide(product, ONE, 4, 'halfUp');
  return {
    reached: rounded ? printed(rounded) : null,
    share: null,
    left: null,
    eachYear: null,
    met: missing.length > 0 ? null : compare(product, wanted) >= 0,
  };
}

/** What one year's target brings of the five-year target, in percent (16 of 80 is 20 %). */
export function annualShare(annual: string, target: FiveYearTarget): string | null {
  const [part, whole] = [numberOf(annual), numberOf(target.target)];
  const base = target.kind === 'endLevel' ? numberOf(target.baseline) : ZERO;
  if (!part || !whole || !base || target.kind === 'averageGrowth') return null;
  const way = subtract(whole, base);
  return way.coefficient === 0n ? null : percentOf(part, way);
}

/** The middle of the plan, when it is evaluated (各级人民代表大会常务委员会监督法 §23): the end of its third year of five. */
export const midTerm = ({ fromYear, toYear }: FiveYearTarget): IsoDate =>
  yearEnd(fromYear + Math.floor((toYear - fromYear) / 2));
