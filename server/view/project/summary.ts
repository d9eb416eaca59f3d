// The board by stage, the five states and rates, groups with their printed formulas, and what documents published of the year.
import type { Caller } from '../../../core/contract/permission.ts';
import type { projectRoutes } from '../../../core/contract/projects.ts';
import type { InputOf } from '../../../core/contract/route.ts';
import { type GroupBy, type ProjectGroup, projectTable } from '../../../core/project/group.ts';
import { percentOf } from '../../../core/project/money.ts';
import { gateRates, startAgainstDue } from '../../../core/project/rate.ts';
import { elapsedShare, yearEnd, yearStart } from '../../../core/quantity/calendar.ts';
import { ONE } from '../../../core/quantity/decimal.ts';
import { rateWords } from '../../../core/vocabulary/project-finding.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import type { Context } from '../../act/context.ts';
import { listYears } from '../../store/project/entry.ts';
import { listTables } from '../../store/project/table.ts';
import { columnOf, entriesOf, flagsFor, followReader, isInCut } from './cut.ts';
import type { Registered } from './judge.ts';
import { type ListWish, registerWish, rowOf } from './list.ts';
import { type Register, readRegister } from './register.ts';
import { adoptedView } from './tables.ts';
import { chainView, groupWords, placesView, rateView } from './words.ts';

type Answer = InputOf<(typeof projectRoutes)['GET /api/projects/summary']['response']>;

/** Cards of a column that travel with the board; the list holds the others. */
const cardsShown = 8;

export const elapsedPercent = (year: number, asOf: Register['asOf']): string =>
  percentOf(elapsedShare(yearStart(year), yearEnd(year), asOf), ONE, 1) ?? '0';

const otherColumns: Readonly<Record<'outside' | 'done', Words>> = {
  outside: { zh: '未进入链条', en: 'Not in the chain' },
  done: { zh: '全部环节完成', en: 'All gates passed' },
};

function columnsOf(
  projects: readonly Registered[],
  chain: Answer['chain'],
  mayFollow: (project: Registered) => boolean,
): Answer['columns'] {
  const columns = [
    { id: 'outside', words: otherColumns.outside },
    ...chain.stuck,
    { id: 'done', words: otherColumns.done },
  ];
  const inside = new Map<string, Registered[]>(columns.map(({ id }) => [id, []]));
  for (const project of projects) inside.get(columnOf(project))?.push(project);
  return columns.map(({ id, words }) => {
    const own = inside.get(id) ?? [];
    return {
      ...{ id, words: { ...words }, count: own.length },
      late: own.filter(({ stage }) => stage.state === 'late').length,
      cards: own.slice(0, cardsShown).map((project) => rowOf(project, flagsFor(project, mayFollow(project)))),
    };
  });
}

function groupView(group: ProjectGroup, name: Words, byId: ReadonlyMap<string, Registered>): Answer['whole'] {
  const stuck: Record<string, number> = {};
  let late = 0;
  for (const id of group.ids) {
    const project = byId.get(id);
    if (!project) continue;
    const column = columnOf(project);
    stuck[column] = (stuck[column] ?? 0) + 1;
    if (project.stage.state === 'late') late += 1;
  }
  const { key, projects, total, annualPlan, done, investment, start } = group;
  const rates = { investment: rateView(investment), start: rateView(start) };
  return { key, name: { ...name }, projects, total, annualPlan, done, ...rates, late, stuck };
}

export async function getProjectSummary(
  context: Context,
  caller: Caller,
  wish: ListWish & { readonly by?: GroupBy | undefined },
): Promise<Answer> {
  const { db, jurisdiction } = context;
  const register = await readRegister(context, registerWish(wish));
  const { year, asOf, settings } = register;
  const [mayFollow, years, places, tables] = await Promise.all([
    followReader(context, caller),
    listYears(db, jurisdiction),
    placesView(context),
    listTables(db, jurisdiction, year),
  ]);
  const flagsOf = (project: Registered) => flagsFor(project, mayFollow(project));
  const cut = register.projects.filter((project) => isInCut(project, wish, flagsOf(project)));
  const entries = entriesOf(cut);
  const by = wish.by ?? 'field';
  const table = projectTable(entries, by, register.done, year, asOf);
  const byId = new Map(cut.map((project) => [project.entry.id, project]));
  const chain = chainView(settings);
  const due = startAgainstDue(entries, year, asOf, settings.startDue.value);
  const flags: Record<string, number> = {};
  for (const flag of cut.flatMap(flagsOf)) flags[flag] = (flags[flag] ?? 0) + 1;
  return {
    ...{ asOf, year, elapsed: elapsedPercent(year, asOf), chain, flags },
    years: years.includes(year) ? years : [year, ...years].sort((a, b) => b - a),
    fields: [...new Set(entriesOf(register.projects).map(({ field }) => field))].filter(Boolean).sort(),
    places,
    columns: columnsOf(cut, chain, mayFollow),
    whole: groupView(table.whole, { zh: '合计', en: 'All' }, byId),
    startDue: { rate: rateView(due.rate), due: due.due, dueMonth: due.dueMonth, met: due.met },
    gateRates: gateRates(entries, settings.chain.value, asOf).map(({ rateId, rate }) => ({
      id: rateId,
      words: rateWords(settings.chain.value, rateId),
      rate: rateView(rate),
    })),
    groups: table.groups.map((group) => groupView(group, groupWords(by, group.key, places), byId)),
    countedTwice: table.countedTwice.length,
    published: tables.map(adoptedView),
  };
}
