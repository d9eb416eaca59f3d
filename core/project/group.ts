// Projects counted by field, place and level. A project in two districts counts in both and once in the city; the table says so.
import type { IsoDate } from '../quantity/date.ts';
import { printed, sumOf, type Yi } from './money.ts';
import type { ProjectEntry } from './project.ts';
import { type Done, investmentRate, type Rate, startRate } from './rate.ts';

export type GroupBy = 'field' | 'place' | 'level' | 'kind' | 'source' | 'list';

export interface ProjectGroup {
  readonly key: string;
  readonly projects: number;
  readonly total: Yi;
  readonly annualPlan: Yi;
  readonly done: Yi;
  readonly investment: Rate;
  readonly start: Rate;
  readonly ids: readonly string[];
}

export interface ProjectTable {
  readonly groups: readonly ProjectGroup[];
  /** Every project once. */
  readonly whole: ProjectGroup;
  /** Projects that stand in more than one group: why the groups add up to more than the whole (表4注：两区均作计数). */
  readonly countedTwice: readonly string[];
}

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

function groupOf(
  key: string,
  entries: readonly ProjectEntry[],
  done: Done,
  year: number,
  asOf: IsoDate,
): ProjectGroup {
  return {
    key,
    projects: entries.length,
    total: printed(sumOf(entries.map(({ total }) => total)).sum),
    annualPlan: printed(sumOf(entries.map(({ annualPlan }) => annualPlan)).sum),
    done: printed(sumOf(entries.map(({ id }) => done.get(id) ?? null)).sum),
    investment: investmentRate(entries, done),
    start: startRate(entries, year, asOf),
    ids: entries.map(({ id }) => id),
  };
}

/** One entry an id: a list that names a project twice does not make it two. */
const once = (entries: readonly ProjectEntry[]): readonly ProjectEntry[] => [
  ...new Map(entries.map((entry) => [entry.id, entry])).values(),
];

/** Groups in the order in which they first appear, and the whole in which every project counts once. */
export function projectTable(
  given: readonly ProjectEntry[],
  by: GroupBy,
  done: Done,
  year: number,
  asOf: IsoDate,
): ProjectTable {
  const entries = once(given);
  const groups = new Map<string, ProjectEntry[]>();
  for (const entry of entries)
    for (const key of keysOf(entry, by)) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  return {
    groups: [...groups].map(([key, inside]) => groupOf(key, inside, done, year, asOf)),
    whole: groupOf('', entries, done, year, asOf),
    countedTwice: entries.filter((entry) => keysOf(entry, by).length > 1).map(({ id }) => id),
  };
}
