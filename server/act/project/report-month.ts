// Reports a project's investment since January at the end of a month: held against last month, plan, total and dates; never repaired.

import { type Finding, mayKeep } from '../../../core/project/finding.ts';
import {
  checkInvestment,
  type InvestmentProblem,
  inForce,
  type MonthReport,
} from '../../../core/project/investment.ts';
import type { ProjectEntry } from '../../../core/project/project.ts';
import type { ProjectSettings } from '../../../core/project/settings.ts';
import { monthEnd, monthOf, yearOf } from '../../../core/quantity/calendar.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { parseDecimal } from '../../../core/quantity/decimal.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addMonths, listMonthsOf } from '../../store/project/investment.ts';
import { type Actor, perform } from '../perform.ts';
import { readProjectRules } from './rules.ts';
import { asksOf, type Checked, entryOfYear, loadProject, whole } from './standing.ts';

export interface MonthBody {
  readonly periodEnd: IsoDate;
  readonly sinceJanuary: string;
  readonly picture: string;
  readonly physical: string | null;
  readonly building: boolean;
  readonly explanation: string;
  readonly after: number;
}

/** Thousands marks typed into a number are no part of it. */
export const bareNumber = (text: string): string => text.trim().replaceAll(',', '').replaceAll('，', '');

const isPercent = (text: string): boolean =>
  parseDecimal(text) !== null && Number(text) >= 0 && Number(text) <= 100;

/** Everything that the month says wrongly beside the months before and after it. */
export function findingsOfMonth(
  report: MonthReport,
  reports: readonly MonthReport[],
  entry: ProjectEntry,
  settings: ProjectSettings,
): readonly Finding<InvestmentProblem>[] {
  const others = inForce(reports.filter(({ periodEnd }) => periodEnd !== report.periodEnd));
  const before = others.findLast(({ periodEnd }) => periodEnd < report.periodEnd);
  const after = others.find(({ periodEnd }) => periodEnd > report.periodEnd);
  const context = { entry, beforeYear: entry.beforeYear, settings };
  const own = checkInvestment(report, before, context);
  // A correction of an earlier month must also leave the next one standing.
  const next = after
    ? checkInvestment(after, report, context).filter(({ code }) => code === 'investment.belowLast')
    : [];
  return [...own, ...next];
}

function shapeProblem({ periodEnd, physical }: MonthBody, today: IsoDate) {
  if (periodEnd !== monthEnd(yearOf(periodEnd), monthOf(periodEnd)))
    return fail('investment.notMonthEnd', { text: periodEnd });
  if (periodEnd > today) return fail('investment.monthAhead', { month: periodEnd, today });
  if (physical !== null && !isPercent(physical))
    return fail('investment.physicalInvalid', { text: physical });
  return null;
}

export function reportMonth(
  context: Context,
  actor: Actor,
  projectId: string,
  body: MonthBody,
): Promise<Result<Checked, ProblemCode>> {
  return perform<Checked, ProblemCode>(context, actor, async (inside, note) => {
    const loaded = await loadProject(inside, projectId);
    const stored = loaded && entryOfYear(loaded, yearOf(body.periodEnd));
    if (!loaded) return fail('object.notFound');
    if (!stored) return fail('project.yearMissing');
    const wrong = shapeProblem(body, inside.today());
    if (wrong) return wrong;
    const { db, jurisdiction } = inside;
    const months = await listMonthsOf(db, jurisdiction, [projectId]);
    const last = months.findLast(({ periodEnd }) => periodEnd === body.periodEnd)?.sequence ?? 0;
    if (last !== body.after) return fail('state.changed');
    const { periodEnd, physical, picture, building, explanation } = body;
    const report = {
      ...{ projectId, periodEnd, physical, picture: picture.trim() },
      ...{ sinceJanuary: bareNumber(body.sinceJanuary), sequence: last + 1 },
    };
    const entry = whole(stored, loaded.passed.passedOn);
    const findings = findingsOfMonth(report, months, entry, await readProjectRules(inside));
    if (!mayKeep(findings, explanation))
      return succeed({ kept: false, id: projectId, number: last, findings });
    const row = { ...report, building, asked: asksOf(findings), explanation: explanation.trim() };
    if (!(await addMonths(db, jurisdiction, [row], actor.caller.accountId))) return fail('state.changed');
    const detail = { periodEnd, number: report.sequence };
    note({ act: 'project.report', objectKind: 'project', objectId: projectId, detail });
    return succeed({ kept: true, id: projectId, number: report.sequence, findings });
  });
}
