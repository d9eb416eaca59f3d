// The yearly plan of inspections: its lines, how often each unit is visited, what clashes, what the office may do next.

import type { inspectorRoutes } from '../../../core/contract/inspectors.ts';
import type { Caller } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { availableMoves } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { inspectionsPerUnit } from '../../../core/supervise/inspection-plan.ts';
import { yearPlanLifecycle } from '../../../core/supervise/year-plan.ts';
import { problemText } from '../../../core/vocabulary/problem.ts';
import { loadYear, yearFacts } from '../../act/inspection/move-year.ts';
import type { Context } from '../../context.ts';
import { loadPlaceNames } from '../supervise/notices.ts';
import { filled } from './page.ts';
import { inspectionLine } from './rows.ts';

type YearPage = OutputOf<(typeof inspectorRoutes)['GET /api/inspection-plans/:year']['response']>;

const askedInForm: ReadonlySet<string> = new Set(['yearPlan.needsApproval', 'yearPlan.needsReason']);

export async function getYearPage(context: Context, caller: Caller, year: number): Promise<YearPage> {
  const [standing, names] = await Promise.all([loadYear(context, year), loadPlaceNames(context)]);
  const { all, rules, state, number, moves } = standing;
  const around = { all, rules, names, today: context.today(), caller };
  const counted = all.filter((each) => each.state !== 'cancelled');
  const lines = all.filter(({ row, plan }) => row.planYear === year || plan.from.startsWith(`${year}`));
  const shown = lines.map((each) => inspectionLine(each, around));
  const roles = rolesOver(caller.grants, { places: [], leadUnit: null, units: [] }, context.today());
  const facts = yearFacts(standing, { words: '', approval: '' });
  return {
    ...{ year, state, number },
    years: [
      ...new Set([
        year,
        ...all.flatMap(({ row, plan }) => [row.planYear ?? year, Number(plan.from.slice(0, 4))]),
      ]),
    ].toSorted((a, b) => b - a),
    lines: shown.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    burden: inspectionsPerUnit(
      counted.map(({ plan }) => plan),
      `${year}`,
    ).map(({ unitId, count, days }) => ({
      ...{ name: names.get(unitId) ?? unitId, count, days },
      clashes: shown.filter((line) => (line.unit || line.placeId) === unitId && line.clashes > 0).length,
    })),
    gap: { days: rules.inspectionGap.value, source: rules.inspectionGap.source },
    events: moves.map(({ number: at, action, by, receivedOn, words, approval, lines: about }) => ({
      ...{ number: at, action, by, on: receivedOn, words, approval, lines: about.length },
    })),
    offers: availableMoves(yearPlanLifecycle, state, roles, facts).map(({ action, to, unmet }) => ({
      ...{ action, to },
      unmet: unmet
        .filter(({ code }) => !askedInForm.has(code))
        .map(({ code, params }) => ({ code, ...filled(problemText[code], params) })),
    })),
  };
}
