// Which period the figures of a report are for, where a figure does not print its own.
import { dayFrom, monthEnd, yearEnd, yearOf, yearStart } from '../quantity/calendar.ts';
import { type IsoDate, isIsoDate } from '../quantity/date.ts';
import { monthsIn, yearIn } from '../read/item/tables/period.ts';
import type { DocumentIdentity, DocumentKind } from '../read/reading.ts';

export interface ReportedPeriod {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** These look back on the year before the one they plan. */
const looksBack: ReadonlySet<DocumentKind> = new Set(['workReport', 'planReport', 'budgetReport']);

const wholeYear = (year: number): ReportedPeriod => ({ start: yearStart(year), end: yearEnd(year) });

/**
 * The months that the title names (上半年, 1—9月), else the year. A report on the plan of its own year looks back on the
 * year before; one that is dated inside the year it reports cannot know more than its date.
 */
export function reportedPeriod(document: DocumentIdentity, planYear: number): ReportedPeriod {
  const dated = isIsoDate(document.date) ? document.date : null;
  const titleYear = yearIn(document.title) ?? (dated ? yearOf(dated) : null);
  if (looksBack.has(document.kind) && titleYear === planYear && monthsIn(document.title) === null)
    return wholeYear(planYear - 1);
  if (titleYear !== null && titleYear !== planYear) return wholeYear(planYear);
  const [from, to] = monthsIn(document.title) ?? [1, 12];
  const named = from >= 1 && to <= 12 && from <= to;
  if (named && to < 12) return { start: dayFrom(planYear, from, 1), end: monthEnd(planYear, to) };
  const whole = wholeYear(planYear);
  return dated && yearOf(dated) === planYear && dated < whole.end ? { ...whole, end: dated } : whole;
}
