// The monthly series of a project's investment: cumulative since January, checked as it comes in, never repaired.
import { monthOf, yearOf } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import { add, compare, type Decimal, multiply, subtract, ZERO } from '../quantity/decimal.ts';
import { type Finding, finding } from './finding.ts';
import { looksLikeWrongUnit, numberOf, percentOf, printed, type Yi } from './money.ts';
import type { ProjectEntry } from './project.ts';
import type { ProjectSettings } from './settings.ts';

/** What a project reports for a month. */
export interface MonthReport {
  readonly projectId: string;
  /** Last day of the month. */
  readonly periodEnd: IsoDate;
  /** Investment since January, in 亿元. */
  readonly sinceJanuary: Yi;
  /** 形象进度: the picture of progress in words. */
  readonly picture: string;
  /** Physical progress in percent, where it was stated. */
  readonly physical: string | null;
  /** Later numbers replace earlier ones of the same month. */
  readonly sequence: number;
}

export type InvestmentProblem =
  | 'investment.unreadable'
  | 'investment.negative'
  | 'investment.belowLast'
  | 'investment.overTotal'
  | 'investment.overAnnual'
  | 'investment.beforeApproval'
  | 'investment.beforeStart'
  | 'investment.wrongUnit'
  | 'investment.monthLarge'
  | 'investment.sameAsLast'
  | 'investment.monthMissing';

export interface InvestmentContext {
  readonly entry: ProjectEntry;
  /** Investment of all years before, in 亿元; null where it is not known. */
  readonly beforeYear: Yi | null;
  readonly settings: ProjectSettings;
}

/** Reports in force: of several for a month the last recorded counts; oldest month first. */
export function inForce(reports: readonly MonthReport[]): readonly MonthReport[] {
  const latest = new Map<string, MonthReport>();
  for (const report of reports) {
    const have = latest.get(report.periodEnd);
    if (!have || report.sequence > have.sequence) latest.set(report.periodEnd, report);
  }
  return [...latest.values()].sort((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1));
}

function beside(
  value: Decimal,
  before: MonthReport | undefined,
  context: InvestmentContext,
): Finding<InvestmentProblem> | null {
  const last = before ? numberOf(before.sinceJanuary) : null;
  const annual = numberOf(context.entry.annualPlan);
  const wrong = [last, annual].find((other) => other && looksLikeWrongUnit(value, other));
  return wrong
    ? finding('investment.wrongUnit', 'asks', {
        value: printed(value),
        beside: printed(wrong),
        factor: '10000',
      })
    : null;
}

function againstWhole(value: Decimal, context: InvestmentContext): readonly Finding<InvestmentProblem>[] {
  const { entry, beforeYear } = context;
  const total = numberOf(entry.total);
  const annual = numberOf(entry.annualPlan);
  const all = add(numberOf(beforeYear) ?? ZERO, value);
  const found: Finding<InvestmentProblem>[] = [];
  if (total && compare(all, total) > 0)
    found.push(finding('investment.overTotal', 'asks', { value: printed(all), total: printed(total) }));
  if (annual && compare(value, annual) > 0)
    found.push(
      finding('investment.overAnnual', 'notes', {
        value: printed(value),
        annual: printed(annual),
        percent: percentOf(value, annual) ?? '—',
      }),
    );
  return found;
}

function againstDates(
  report: MonthReport,
  value: Decimal,
  { entry }: InvestmentContext,
): readonly Finding<InvestmentProblem>[] {
  if (value.coefficient === 0n) return [];
  const found: Finding<InvestmentProblem>[] = [];
  const { approvedOn, passedOn } = entry;
  if (approvedOn !== null && report.periodEnd < approvedOn)
    found.push(
      finding('investment.beforeApproval', 'asks', {
        month: report.periodEnd,
        approved: approvedOn,
        value: printed(value),
      }),
    );
  // Preparation costs money, so this is only said.
  if (passedOn.started !== undefined && report.periodEnd < passedOn.started)
    found.push(
      finding('investment.beforeStart', 'notes', {
        month: report.periodEnd,
        started: passedOn.started,
        value: printed(value),
      }),
    );
  return found;
}

const monthsBetween = (from: IsoDate, to: IsoDate): number =>
  (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);

function againstLast(
  report: MonthReport,
  value: Decimal,
  before: MonthReport | undefined,
  { entry, settings }: InvestmentContext,
): readonly Finding<InvestmentProblem>[] {
  const last = before ? numberOf(before.sinceJanuary) : null;
  const sameYear = before !== undefined && yearOf(before.periodEnd) === yearOf(report.periodEnd);
  if (!before || !last || !sameYear) return [];
  const params = { value: printed(value), last: printed(last), lastMonth: before.periodEnd };
  if (compare(value, last) < 0) return [finding('investment.belowLast', 'asks', params)];
  const found: Finding<InvestmentProblem>[] = [];
  if (compare(value, last) === 0) found.push(finding('investment.sameAsLast', 'notes', params));
  if (monthsBetween(before.periodEnd, report.periodEnd) > 1)
    found.push(finding('investment.monthMissing', 'notes', { ...params, month: report.periodEnd }));
  const annual = numberOf(entry.annualPlan);
  const month = subtract(value, last);
  const limit = annual
    ? multiply(annual, { ...settings.monthShare.value, places: settings.monthShare.value.places + 2 })
    : null;
  if (limit && annual && compare(month, limit) > 0)
    found.push(
      finding('investment.monthLarge', 'asks', { ...params, month: printed(month), annual: printed(annual) }),
    );
  return found;
}

/** Everything that one month's report says wrongly beside what is known; `before` is the last one in force before it. */
export function checkInvestment(
  report: MonthReport,
  before: MonthReport | undefined,
  context: InvestmentContext,
): readonly Finding<InvestmentProblem>[] {
  const value = numberOf(report.sinceJanuary);
  if (!value) return [finding('investment.unreadable', 'refuses', { text: report.sinceJanuary })];
  if (value.coefficient < 0n) return [finding('investment.negative', 'refuses', { value: printed(value) })];
  // A wrong unit explains every other number: one question, not five.
  const unit = beside(value, before, context);
  if (unit) return [unit];
  return [
    ...againstLast(report, value, before, context),
    ...againstWhole(value, context),
    ...againstDates(report, value, context),
  ];
}

/** Checks a whole series, month after month. */
export function checkSeries(
  reports: readonly MonthReport[],
  context: InvestmentContext,
): readonly { readonly periodEnd: IsoDate; readonly finding: Finding<InvestmentProblem> }[] {
  const months = inForce(reports);
  return months.flatMap((report, index) =>
    checkInvestment(report, months[index - 1], context).map((found) => ({
      periodEnd: report.periodEnd,
      finding: found,
    })),
  );
}

/** Investment since January as of a day, by project: what rates are made of. */
export function doneOn(
  reports: readonly MonthReport[],
  year: number,
  asOf: IsoDate,
): ReadonlyMap<string, Yi> {
  const byProject = new Map<string, MonthReport[]>();
  for (const report of reports) {
    if (report.periodEnd > asOf || yearOf(report.periodEnd) !== year) continue;
    const own = byProject.get(report.projectId);
    if (own) own.push(report);
    else byProject.set(report.projectId, [report]);
  }
  const done = new Map<string, Yi>();
  for (const [id, own] of byProject) {
    const last = inForce(own).at(-1);
    if (last) done.set(id, last.sinceJanuary);
  }
  return done;
}

export interface MonthlyStep {
  readonly periodEnd: IsoDate;
  readonly sinceJanuary: Yi;
  /** What the month brought; null where the month before is missing or more. */
  readonly month: Yi | null;
}

/** The series month by month, for a chart: a month that cannot be worked out is a gap, not a zero. */
export function monthlySteps(reports: readonly MonthReport[]): readonly MonthlyStep[] {
  const months = inForce(reports);
  return months.map((report, index) => {
    const before = months[index - 1];
    const value = numberOf(report.sinceJanuary);
    const isFirst = report.periodEnd.slice(5, 7) === '01';
    const sameYear = before !== undefined && yearOf(before.periodEnd) === yearOf(report.periodEnd);
    const last = isFirst ? ZERO : sameYear ? numberOf(before.sinceJanuary) : null;
    const adjacent =
      isFirst || (before !== undefined && monthsBetween(before.periodEnd, report.periodEnd) === 1);
    const month = value && last && adjacent ? subtract(value, last) : null;
    return {
      periodEnd: report.periodEnd,
      sinceJanuary: report.sinceJanuary,
      month: month && month.coefficient >= 0n ? printed(month) : null,
    };
  });
}
