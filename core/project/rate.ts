// Rates of projects with their printed formulas: numerator, denominator and who is missing stand beside every percentage.
import { monthEnd, monthOf, yearOf } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import type { Decimal } from '../quantity/decimal.ts';
import { comparePercent, numberOf, percentOf, printed, sumOf, type Yi } from './money.ts';
import type { ProjectEntry } from './project.ts';
import type { GateChain } from './settings.ts';

/** Formulas in words are in vocabulary/project.ts under these ids. */
export type FormulaId = 'investmentRate' | 'startRate' | 'gateRate' | 'shareOfTotal' | 'shareOfProvince';

export interface Rate {
  readonly formula: FormulaId;
  readonly numerator: string;
  readonly denominator: string;
  /** In percent, to two places; null where there is nothing to divide by. */
  readonly percent: string | null;
  /** Projects that belong here and lack a number: the rate is not of them. */
  readonly missing: readonly string[];
}

const rate = (formula: FormulaId, top: Decimal, bottom: Decimal, missing: readonly string[]): Rate => ({
  formula,
  numerator: printed(top),
  denominator: printed(bottom),
  percent: percentOf(top, bottom),
  missing,
});

const count = (value: number): Decimal => ({ coefficient: BigInt(value), places: 0 });

/** Investment done of the year by project, in 亿元. */
export type Done = ReadonlyMap<string, Yi>;

/** 投资完成率 = investment done ÷ annual plan, over projects that have a plan; one without a report is done with 0 in neither. */
export function investmentRate(entries: readonly ProjectEntry[], done: Done): Rate {
  const plans: (Yi | null)[] = [];
  const reports: Yi[] = [];
  const missing: string[] = [];
  for (const { id, annualPlan } of entries) {
    const reported = done.get(id) ?? null;
    const isPlanned = numberOf(annualPlan) !== null;
    if (isPlanned) plans.push(annualPlan);
    if (isPlanned && reported !== null && numberOf(reported)) reports.push(reported);
    else missing.push(id);
  }
  const found = rate('investmentRate', sumOf(reports).sum, sumOf(plans).sum, missing);
  // Nobody has reported: that is no rate of nought.
  return reports.length === 0 ? { ...found, percent: null } : found;
}

/** 开工率 = new projects started ÷ new projects planned for the year. */
export function startRate(entries: readonly ProjectEntry[], year: number, asOf: IsoDate): Rate {
  const planned = entries.filter((entry) => entry.kind === 'new' && entry.year === year);
  const started = planned.filter(
    ({ passedOn }) => passedOn.started !== undefined && passedOn.started <= asOf,
  );
  return rate('startRate', count(started.length), count(planned.length), []);
}

export interface AgainstDue {
  readonly rate: Rate;
  /** The rate that was asked for by the last month that has one, in percent; null before the first. */
  readonly due: string | null;
  readonly dueMonth: number | null;
  readonly met: boolean | null;
}

/** The start rate held against the rate due by then: 80 by June holds from the end of June until December asks for more. */
export function startAgainstDue(
  entries: readonly ProjectEntry[],
  year: number,
  asOf: IsoDate,
  startDue: Readonly<Record<number, Decimal>>,
): AgainstDue {
  const found = startRate(entries, year, asOf);
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
export function gateRates(
  entries: readonly ProjectEntry[],
  chain: GateChain,
  asOf: IsoDate,
): readonly { readonly rateId: string; readonly rate: Rate }[] {
  const by = (entry: ProjectEntry, gate: string): boolean => (entry.passedOn[gate] ?? '9999-12-31') <= asOf;
  return chain.gates.map((gate, index) => {
    const before = index === 0 ? chain.first : (chain.gates[index - 1]?.id ?? chain.first);
    const reachedBefore = entries.filter((entry) => by(entry, before));
    const reached = reachedBefore.filter((entry) => by(entry, gate.id));
    return {
      rateId: gate.rateId,
      rate: rate('gateRate', count(reached.length), count(reachedBefore.length), []),
    };
  });
}

/** A part of one whole: a field's share of the year's investment, the city's share of what the province got. */
export function shareRate(formula: 'shareOfTotal' | 'shareOfProvince', part: Yi, whole: Yi): Rate | null {
  const [top, bottom] = [numberOf(part), numberOf(whole)];
  return top && bottom ? rate(formula, top, bottom, []) : null;
}
