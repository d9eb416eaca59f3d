// The reference path of a five-year target, whether its figures lie on it, and the year in which the present pace would reach it.
import { numberOf, printed } from '../project/money.ts';
import type { IsoDate } from '../quantity/date.ts';
import {
  absolute,
  add,
  compare,
  type Decimal,
  divide,
  multiply,
  round,
  subtract,
} from '../quantity/decimal.ts';
import { type FiveYearTarget, fiveYearStanding, type YearFigure } from './five-year.ts';

export interface PathPoint {
  readonly year: number;
  /** The sum or level that is due by the end of the year; of an average growth, its product as a factor. */
  readonly value: string;
}

const whole = (value: number): Decimal => ({ coefficient: BigInt(value), places: 0 });
const rounded = (value: Decimal): string => printed(round(value, 4, 'halfUp'));

function growthPath(goal: Decimal, { fromYear, toYear }: FiveYearTarget): readonly PathPoint[] {
  const factor = add(whole(1), { coefficient: goal.coefficient, places: goal.places + 2 });
  let product = whole(1);
  return Array.from({ length: toYear - fromYear + 1 }, (_, at) => {
    product = multiply(product, factor);
    return { year: fromYear + at, value: rounded(product) };
  });
}

/** Equal steps from the baseline (or from nothing, for what adds up) to the target; a software default, no rule asks for it. */
export function referencePath(target: FiveYearTarget): readonly PathPoint[] {
  const goal = numberOf(target.target);
  const years = target.toYear - target.fromYear + 1;
  if (!goal || years <= 0) return [];
  if (target.kind === 'averageGrowth') return growthPath(goal, target);
  const start = target.kind === 'endLevel' ? numberOf(target.baseline) : whole(0);
  if (!start) return [];
  return Array.from({ length: years }, (_, at) => {
    const part = divide(multiply(subtract(goal, start), whole(at + 1)), whole(years), 4, 'halfUp');
    return { year: target.fromYear + at, value: printed(add(start, part ?? whole(0))) };
  });
}

export type PathPace = 'met' | 'onPath' | 'behind' | 'open';

export interface PathStanding {
  readonly pace: PathPace;
  /** The last year with a figure, and what the path expects by its end. */
  readonly year: number | null;
  readonly due: string | null;
  /** Reached minus due. */
  readonly gap: string | null;
  /** The year in which the present pace reaches the target; null where it never does, or nothing can be said. */
  readonly reachedIn: number | null;
}

const ceiling = (top: Decimal, bottom: Decimal): number => {
  const cut = divide(top, bottom, 0, 'up');
  return cut ? Number(cut.coefficient) : 0;
};

function reachedIn(target: FiveYearTarget, reached: Decimal, years: number): number | null {
  const [goal, base] = [numberOf(target.target), numberOf(target.baseline)];
  const start = target.kind === 'cumulative' ? whole(0) : base;
  if (!goal || !start || years <= 0 || target.kind === 'averageGrowth') return null;
  const [way, gone] = [subtract(goal, start), subtract(reached, start)];
  const right = way.coefficient > 0n === gone.coefficient > 0n && gone.coefficient !== 0n;
  return right ? target.fromYear - 1 + ceiling(multiply(absolute(way), whole(years)), absolute(gone)) : null;
}

/** A falling target (基期值 above it) is on its path from above. */
export function pathStanding(
  target: FiveYearTarget,
  figures: readonly YearFigure[],
  asOf: IsoDate,
): PathStanding {
  const standing = fiveYearStanding(target, figures, asOf);
  const reported = figures.filter(
    ({ year, value }) => year >= target.fromYear && `${year}` <= asOf.slice(0, 4) && numberOf(value) !== null,
  );
  const year = reported.reduce((last, each) => Math.max(last, each.year), 0);
  const due = numberOf(referencePath(target).find((point) => point.year === year)?.value ?? null);
  const [reached, goal, base] = [
    numberOf(standing.reached),
    numberOf(target.target),
    numberOf(target.baseline),
  ];
  const open = { pace: 'open' as const, year: year || null, due: null, gap: null, reachedIn: null };
  const hole = target.kind !== 'endLevel' && standing.missingYears.some((missing) => missing < year);
  if (!reached || !due || !goal || hole) return open;
  const falls = target.kind === 'endLevel' && base !== null && compare(goal, base) < 0;
  const gap = subtract(reached, due);
  const good = falls ? gap.coefficient <= 0n : gap.coefficient >= 0n;
  const isMet = standing.met === true && (target.kind !== 'averageGrowth' || year >= target.toYear);
  return {
    pace: isMet ? 'met' : good ? 'onPath' : 'behind',
    year,
    due: printed(due),
    gap: printed(gap),
    reachedIn: reachedIn(target, reached, year - target.fromYear + 1),
  };
}
