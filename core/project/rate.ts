// Rates of projects with their printed formulas: numerator, denominator and how many are missing stand beside every percentage.
import { monthEnd, monthOf, yearOf } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import type { Decimal } from '../quantity/decimal.ts';
import { comparePercent, numberOf, percentOf, printed, type Yi } from './money.ts';
import type { GateChain } from './settings.ts';
import type { Tally } from './tally.ts';

/** Formulas in words are in vocabulary/project.ts under these ids. */
export type FormulaId = 'investmentRate' | 'startRate' | 'gateRate' | 'shareOfTotal' | 'shareOfProvince';

export interface Rate {
  readonly formula: FormulaId;
  readonly numerator: string;
  readonly denominator: string;
  /** In percent, to two places; null where there is nothing to divide by. */
  readonly percent: string | null;
  /** How many projects belong here and lack a number: the rate is not of them. */
  readonly missing: number;
}

const rate = (formula: FormulaId, top: Decimal, bottom: Decimal, missing: number): Rate => ({
  formula,
  numerator: printed(top),
  denominator: printed(bottom),
  percent: percentOf(top, bottom),
  missing,
});

const count = (value: number): Decimal => ({ coefficient: BigInt(value), places: 0 });

/** 投资完成率 = investment done ÷ annual plan, over projects that have a plan; one without a report is done with 0 in neither. */
export function investmentRate({ projects, annualPlan, reported, reportedDone }: Tally): Rate {
  const found = rate('investmentRate', reportedDone, annualPlan, projects - reported);
  // Nobody has reported: that is no rate of nought.
  return reported === 0 ? { ...found, percent: null } : found;
}

/** 开工率 = new projects started ÷ new projects planned for the year. */
export const startRate = ({ starting, started }: Tally): Rate =>
  rate('startRate', count(started), count(starting), 0);

export interface AgainstDue {
  readonly rate: Rate;
  /** The rate that was asked for by the last month that has one, in percent; null before the first. */
  readonly due: string | null;
  readonly dueMonth: number | null;
  readonly met: boolean | null;
}

/** The start rate held against the rate due by then: 80 by June holds from the end of June until December asks for more. */
export function startAgainstDue(
  tally: Tally,
  asOf: IsoDate,
  startDue: Readonly<Record<number, Decimal>>,
): AgainstDue {
  const found = startRate(tally);
  // What June asks for is due when June is over; a day inside June is still held against the month before.
  const last = asOf === monthEnd(yearOf(asOf), monthOf(asOf)) ? monthOf(asOf) : monthOf(asOf) - 1;
  const dueMonth =
    Object.keys(startDue)
      .map(Number)
      .filter((month) => month <= last)
      .sort((a, b) => b - a)[0] ?? null;
  const due = dueMonth === null ? undefined : startDue[dueMonth];
  const [top, bottom] = [numberOf(found.numerator), numberOf(found.denominator)];
  const comparable = due && top && bottom && bottom.coefficient > 0n;
  return {
    rate: found,
    due: due ? printed(due) : null,
    dueMonth,
    met: comparable ? comparePercent(top, bottom, due) >= 0 : null,
  };
}

/** 五率: of the projects that passed a gate, how many passed the one behind it by the day. */
export const gateRates = (
  { reached, reachedBefore }: Tally,
  chain: GateChain,
): readonly { readonly rateId: string; readonly rate: Rate }[] =>
  chain.gates.map(({ rateId }, at) => ({
    rateId,
    rate: rate('gateRate', count(reached[at] ?? 0), count(reachedBefore[at] ?? 0), 0),
  }));

/** A part of one whole: a field's share of the year's investment, the city's share of what the province got. */
export function shareRate(formula: 'shareOfTotal' | 'shareOfProvince', part: Yi, whole: Yi): Rate | null {
  const [top, bottom] = [numberOf(part), numberOf(whole)];
  return top && bottom ? rate(formula, top, bottom, 0) : null;
}
