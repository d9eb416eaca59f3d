// The board by stage, the five states and rates, groups with their printed formulas, and what documents published of the year.
import type { Caller } from '../../../core/contract/permission.ts';
import type { projectRoutes } from '../../../core/contract/projects.ts';
import type { InputOf } from '../../../core/contract/route.ts';
import { type GroupBy, groupOf, sumBy } from '../../../core/project/group.ts';
import { percentOf } from '../../../core/project/money.ts';
import { gateRates, startAgainstDue } from '../../../core/project/rate.ts';
import { columnOf, type Tally } from '../../../core/project/tally.ts';
import { elapsedShare, yearEnd, yearStart } from '../../../core/quantity/calendar.ts';
import { ONE } from '../../../core/quantity/decimal.ts';
import { rateWords } from '../../../core/vocabulary/project-finding.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import type { Context } from '../../context.ts';
import { listYears } from '../../store/project/entry.ts';
import { listTables } from '../../store/project/table.ts';
import { flagsFor, followReader, isInCut, isWhole } from './cut.ts';
import type { Registered } from './judge.ts';
import { type ListWish, registerWish, rowOf } from './list.ts';
import { isInner, type Register, readRegister } from './register.ts';
import { adoptedView } from './tables.ts';
import { chainView, groupWords, inOrder, placesView, rateView } from './words.ts';

type Answer = InputOf<(typeof projectRoutes)['GET /api/projects/summary']['response']>;

/** Cards of a column that travel with the board; the list holds the others. */
const cardsShown = 8;

export const elapsedPercent = (year: number, asOf: Register['asOf']): string =>
  percentOf(elapsedShare(yearStart(year), yearEnd(year), asOf), ONE, 1) ?? '0';

const otherColumns: Readonly<Record<'outside' | 'done', Words>> = {
  outside: { zh: '未进入链条', en: 'Not in the chain' },
  done: { zh: '全部环节完成', en: 'All gates passed' },
};

/** The most pressing of each column: no further than until every column has its cards. */
function cardsOf(
  projects: readonly Registered[],
  counts: Readonly<Record<string, number>>,
): ReadonlyMap<string, readonly Registered[]> {
  const cards = new Map<string, Registered[]>();
  let open = Object.values(counts).reduce((sum, count) => sum + Math.min(count, cardsShown), 0);
  for (const project of projects) {
    if (open === 0) break;
    const column = columnOf(project.stage);
    const own = cards.get(column) ?? [];
    if (own.length === cardsShown) continue;
    own.push(project);
    cards.set(column, own);
    open -= 1;
  }
  return cards;
}

function columnsOf(
  projects: readonly Registered[],
  { columns, lateInColumn }: Tally,
  chain: Answer['chain'],
  mayFollow: (project: Registered) => boolean,
): Answer['columns'] {
  const cards = cardsOf(projects, columns);
  const all = [
    { id: 'outside', words: otherColumns.outside },
    ...chain.stuck,
    { id: 'done', words: otherColumns.done },
  ];
  return all.map(({ id, words }) => ({
    ...{ id, words: { ...words }, count: columns[id] ?? 0, late: lateInColumn[id] ?? 0 },
    cards: (cards.get(id) ?? []).map((project) => rowOf(project, flagsFor(project, mayFollow(project)))),
  }));
}

function groupView(key: string, tally: Tally, name: Words): Answer['whole'] {
  const { investment, start, columns, ...group } = groupOf(key, tally);
  const rates = { investment: rateView(investment), start: rateView(start) };
  return { ...group, name: { ...name }, ...rates, stuck: { ...columns } };
}

/** Flags that the caller may know: those of inner work only of the projects that the caller follows. */
function flagCounts(
  projects: readonly Registered[],
  all: Tally['flags'],
  mayFollow: (project: Registered) => boolean,
): Answer['flags'] {
  const counts: Record<string, number> = {};
  for (const [flag, count] of Object.entries(all)) if (!isInner(flag)) counts[flag] = count;
  for (const project of projects) {
    const inner = project.flags.filter(isInner);
    if (inner.length === 0 || !mayFollow(project)) continue;
    for (const flag of inner) counts[flag] = (counts[flag] ?? 0) + 1;
  }
  return counts;
}

export async function getProjectSummary(
  context: Context,
  caller: Caller,
  wish: ListWish & { readonly by?: GroupBy | undefined },
): Promise<Answer> {
  const { db, jurisdiction } = context;
  const register = await readRegister(context, registerWish(wish));
  const { year, asOf, settings, sums } = register;
  const [mayFollow, years, places, tables] = await Promise.all([
    followReader(context, caller),
    listYears(db, jurisdiction),
    placesView(context),
    listTables(db, jurisdiction, year),
  ]);
  const by = wish.by ?? 'field';
  const cut = isWhole(wish)
    ? register.projects
    : register.projects.filter((project) => isInCut(project, wish, flagsFor(project, mayFollow(project))));
  const { whole, groups, twice } = isWhole(wish) ? { whole: sums.whole, ...sums.by[by] } : sumBy(cut, by);
  const gateChain = settings.chain.value;
  const chain = chainView(settings);
  const due = startAgainstDue(whole, asOf, settings.startDue.value);
  return {
    ...{ asOf, year, elapsed: elapsedPercent(year, asOf), chain },
    flags: flagCounts(cut, whole.flags, mayFollow),
    years: years.includes(year) ? years : [year, ...years].sort((a, b) => b - a),
    fields: [...sums.by.field.groups.keys()].filter(Boolean).sort(),
    places,
    columns: columnsOf(cut, whole, chain, mayFollow),
    whole: groupView('', whole, { zh: '合计', en: 'All' }),
    startDue: { rate: rateView(due.rate), due: due.due, dueMonth: due.dueMonth, met: due.met },
    gateRates: gateRates(whole, gateChain).map(({ rateId, rate }) => ({
      id: rateId,
      words: rateWords(gateChain, rateId),
      rate: rateView(rate),
    })),
    groups: inOrder(groups.keys(), by, places).flatMap((key) => {
      const group = groups.get(key);
      return group ? [groupView(key, group, groupWords(by, key, places))] : [];
    }),
    countedTwice: twice,
    published: tables.map(adoptedView),
  };
}
