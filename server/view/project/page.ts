// One project: what the register says, where it stands in the chain, its months and rate; the work behind it for those who follow it.
import { type Caller, mayOn } from '../../../core/contract/permission.ts';
import type { projectRoutes } from '../../../core/contract/projects.ts';
import type { InputOf } from '../../../core/contract/route.ts';
import { inForce, monthlySteps } from '../../../core/project/investment.ts';
import { investmentRate } from '../../../core/project/rate.ts';
import { yearOf } from '../../../core/quantity/calendar.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { gateWords } from '../../../core/vocabulary/project-finding.ts';
import { entryOfYear, loadProject, whole } from '../../act/project/standing.ts';
import type { Context } from '../../context.ts';
import type { StoredEntry } from '../../store/project/entry.ts';
import { listMonthsOf, type MonthRow } from '../../store/project/investment.ts';
import { flagsFor } from './cut.ts';
import type { Registered } from './judge.ts';
import { linkedMoney } from './linked-money.ts';
import { registerWish } from './list.ts';
import { readRegister } from './register.ts';
import { elapsedPercent } from './summary.ts';
import { chainView, findingView, placesView, rateView } from './words.ts';
import { listKnownUnits, workOf } from './work.ts';

export type PageAnswer = InputOf<(typeof projectRoutes)['GET /api/projects/:projectId']['response']>;

const entryView = (entry: StoredEntry): PageAnswer['entry'] => ({
  ...{ year: entry.year, code: entry.code, name: entry.name, content: entry.content, kind: entry.kind },
  ...{ field: entry.field, levels: [...entry.levels], placeIds: [...entry.placeIds] },
  ...{ ownerUnit: entry.ownerUnit, leadUnit: entry.leadUnit, total: entry.total },
  ...{ annualPlan: entry.annualPlan, beforeYear: entry.beforeYear, feasibility: entry.feasibility },
  ...{ designEstimate: entry.designEstimate, financing: entry.financing.map((each) => ({ ...each })) },
  ...{ governmentFunded: entry.governmentFunded, lists: [...entry.lists], approvedOn: entry.approvedOn },
  plannedOn: { ...entry.plannedOn },
});

/** Months in force of the year, each with what it alone brought and what was asked about it. */
function monthsOf(
  months: readonly MonthRow[],
  { entry, stage: _stage }: Registered,
  chain: Parameters<typeof findingView>[1],
): PageAnswer['months'] {
  const own = inForce(months.filter(({ periodEnd }) => yearOf(periodEnd) === entry.year));
  const steps = new Map(monthlySteps(own).map(({ periodEnd, month }) => [periodEnd, month]));
  return own.flatMap((report) => {
    const row = months.find(
      (each) => each.periodEnd === report.periodEnd && each.sequence === report.sequence,
    );
    if (!row) return [];
    const { periodEnd, sequence, sinceJanuary, picture, physical, building, explanation, by, at } = row;
    return [
      {
        ...{ periodEnd, number: sequence, sinceJanuary, month: steps.get(periodEnd) ?? null, picture },
        ...{ physical, building, explanation, by: by ?? '', at },
        asked: row.asked.map((each) => findingView(each, chain)),
      },
    ];
  });
}

function byYear(entries: readonly StoredEntry[], months: readonly MonthRow[], asOf: PageAnswer['asOf']) {
  const years = [...new Set(entries.map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => {
    const entry = entries.findLast((each) => each.year === year);
    const inYear = months.filter(({ periodEnd }) => yearOf(periodEnd) === year && periodEnd <= asOf);
    return {
      year,
      annualPlan: entry?.annualPlan ?? null,
      done: inForce(inYear).at(-1)?.sinceJanuary ?? null,
    };
  });
}

export async function getProjectPage(
  context: Context,
  caller: Caller,
  projectId: string,
  wish: { readonly year?: number | undefined; readonly asOf?: string | undefined },
): Promise<Result<PageAnswer, 'object.notFound' | 'project.yearMissing'>> {
  const loaded = await loadProject(context, projectId);
  if (!loaded) return fail('object.notFound');
  const year = wish.year ?? loaded.last.year;
  const stored = entryOfYear(loaded, year);
  if (!stored) return fail('project.yearMissing');
  const register = await readRegister(context, { ...registerWish(wish), year });
  const project = register.byId.get(projectId);
  if (!project) return fail('object.notFound');
  const { asOf, settings } = register;
  const chain = settings.chain.value;
  const { db, jurisdiction } = context;
  const may = (permission: 'project.follow' | 'project.write' | 'project.unblock' | 'project.observe') =>
    mayOn(caller, permission, loaded.scope);
  const [months, places, money] = await Promise.all([
    listMonthsOf(db, jurisdiction, [projectId]),
    placesView(context),
    linkedMoney(context, projectId, asOf),
  ]);
  const entry = whole(stored, loaded.passed.passedOn);
  const gates = chainView(settings).gates.map(({ id }) => ({
    ...{ id, words: gateWords(chain, id) },
    plannedOn: entry.plannedOn[id] ?? null,
    passedOn: entry.passedOn[id] ?? null,
  }));
  const follows = may('project.follow');
  const own = months.filter(({ periodEnd }) => yearOf(periodEnd) === year && periodEnd <= asOf);
  return succeed({
    ...{ id: projectId, asOf, number: loaded.last.number, entry: entryView(stored) },
    years: [...new Set(loaded.entries.map((each) => each.year))].sort((a, b) => b - a),
    entryAsked: stored.asked.map((each) => findingView(each, chain)),
    explanation: stored.explanation,
    ...{ places, chain: chainView(settings), stage: { ...project.stage }, gates },
    gatesAfter: loaded.passed.number,
    months: monthsOf(months, project, chain),
    byYear: byYear(loaded.entries, months, asOf),
    done: project.done,
    investment: rateView(investmentRate(project.tally)),
    elapsed: elapsedPercent(year, asOf),
    againstTime: project.againstTime,
    flags: [...flagsFor(project, follows)],
    money: [...money],
    work: follows ? await workOf(context, caller, loaded, settings, own) : null,
    may: {
      ...{ write: may('project.write'), unblock: may('project.unblock'), observe: may('project.observe') },
    },
    units: follows ? await listKnownUnits(context) : [],
  });
}
