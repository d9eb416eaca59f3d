// Projects counted by field, place, level, kind, source and list. A project in two districts counts in both and once in the city.
import { printed, type Yi } from './money.ts';
import type { ProjectEntry } from './project.ts';
import { investmentRate, type Rate, startRate } from './rate.ts';
import { emptyTally, type Groups, type Move, moveGroups, moveTally, type Tally } from './tally.ts';

export type GroupBy = 'field' | 'place' | 'level' | 'kind' | 'source' | 'list';

const keysBy: Readonly<Record<GroupBy, (entry: ProjectEntry) => readonly string[]>> = {
  field: ({ field }) => [field],
  place: ({ placeIds }) => placeIds,
  level: ({ levels }) => levels,
  kind: ({ kind }) => [kind],
  source: ({ financing }) => financing.map(({ source }) => source),
  list: ({ lists }) => lists,
};

function keysOf(entry: ProjectEntry, by: GroupBy): readonly string[] {
  const keys = keysBy[by](entry);
  return keys.length < 2 ? keys : [...new Set(keys)];
}

/** A project with what it adds to every sum. */
export interface Counted {
  readonly entry: ProjectEntry;
  readonly tally: Tally;
}

/** One project an id: a list that names a project twice does not make it two. */
const movesOf = (projects: readonly Counted[], sign: Move['sign']) =>
  [...new Map(projects.map((project) => [project.entry.id, project])).values()].map(({ entry, tally }) => ({
    ...{ entry, tally, sign },
  }));

type Moves = ReturnType<typeof movesOf>;

const by = (before: Groups | null, moves: Moves, grouping: GroupBy): Groups =>
  moveGroups(
    before,
    moves.map(({ entry, tally, sign }) => ({ tally, sign, keys: keysOf(entry, grouping) })),
  );

/** Some projects in one grouping, added up from nothing; each counts once in the whole. */
export function sumBy(projects: readonly Counted[], grouping: GroupBy): Groups & { readonly whole: Tally } {
  const moves = movesOf(projects, 1);
  return { whole: moveTally(emptyTally, moves), ...by(null, moves, grouping) };
}

/** The register in every grouping. */
export interface Sums {
  readonly whole: Tally;
  readonly by: Readonly<Record<GroupBy, Groups>>;
}

/** The sums after some projects were judged anew: what they added before is taken out, what they add now is put in. */
export function renewSums(before: Sums | null, gone: readonly Counted[], again: readonly Counted[]): Sums {
  const moves = [...movesOf(gone, -1), ...movesOf(again, 1)];
  const renewed = (grouping: GroupBy): Groups => by(before?.by[grouping] ?? null, moves, grouping);
  return {
    whole: moveTally(before?.whole ?? emptyTally, moves),
    by: {
      field: renewed('field'),
      place: renewed('place'),
      level: renewed('level'),
      kind: renewed('kind'),
      source: renewed('source'),
      list: renewed('list'),
    },
  };
}

export interface ProjectGroup {
  readonly key: string;
  readonly projects: number;
  readonly total: Yi;
  readonly annualPlan: Yi;
  readonly done: Yi;
  readonly investment: Rate;
  readonly start: Rate;
  readonly late: number;
  readonly columns: Readonly<Record<string, number>>;
}

/** What is printed of a sum. */
export const groupOf = (key: string, tally: Tally): ProjectGroup => ({
  ...{ key, projects: tally.projects, late: tally.late, columns: tally.columns },
  total: printed(tally.total),
  annualPlan: printed(tally.annualPlan),
  done: printed(tally.done),
  investment: investmentRate(tally),
  start: startRate(tally),
});
