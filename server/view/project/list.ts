// A page of the register in the order that was asked for: enough for a long list that is drawn as it is scrolled.
import type { Caller } from '../../../core/contract/permission.ts';
import type { projectRoutes } from '../../../core/contract/projects.ts';
import type { InputOf } from '../../../core/contract/route.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { type Cut, flagsFor, followReader, isInCut } from './cut.ts';
import type { ProjectFlag, Registered } from './judge.ts';
import { readRegister } from './register.ts';

type Answer = InputOf<(typeof projectRoutes)['GET /api/projects']['response']>;
export type Row = Answer['rows'][number];

export interface ListWish extends Cut {
  readonly year?: number | undefined;
  readonly asOf?: string | undefined;
  readonly sort?: 'pressing' | 'name' | 'percent' | 'total' | 'annualPlan' | 'due' | undefined;
  readonly way?: 'ascending' | 'descending' | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

export const registerWish = ({ year, asOf }: { year?: number | undefined; asOf?: string | undefined }) => ({
  year,
  asOf: asOf === undefined ? undefined : isoDate(asOf),
});

export function rowOf(project: Registered, flags: readonly ProjectFlag[]): Row {
  const { entry, stage, done, month, percent } = project;
  return {
    id: entry.id,
    code: entry.code,
    name: entry.name,
    kind: entry.kind,
    field: entry.field,
    placeIds: [...entry.placeIds],
    leadUnit: entry.leadUnit,
    stage: { ...stage },
    planned: { ...entry.plannedOn },
    passed: { ...entry.passedOn },
    total: entry.total,
    annualPlan: entry.annualPlan,
    done,
    doneMonth: month?.periodEnd ?? null,
    percent,
    flags: [...flags],
  };
}

type Key = (project: Registered) => number | string | null;

const keys: Readonly<Record<Exclude<NonNullable<ListWish['sort']>, 'pressing'>, Key>> = {
  name: ({ entry }) => entry.name,
  percent: ({ percent }) => (percent === null ? null : Number(percent)),
  total: ({ entry }) => (entry.total === null ? null : Number(entry.total)),
  annualPlan: ({ entry }) => (entry.annualPlan === null ? null : Number(entry.annualPlan)),
  due: ({ stage }) => stage.nextDueOn,
};

const collator = new Intl.Collator('zh-Hans-CN');

function compareKeys(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(`${a}`, `${b}`);
}

/** The register stands in the order of the meeting already; what has no value of a column comes last either way. */
export function sorted(projects: readonly Registered[], { sort, way }: ListWish): readonly Registered[] {
  if (sort === undefined || sort === 'pressing')
    return way === 'ascending' ? projects.toReversed() : projects;
  const keyed = projects.map((project) => ({ project, key: keys[sort](project) }));
  const sign = way === 'descending' ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return sign * compareKeys(a.key, b.key);
  });
  return keyed.map(({ project }) => project);
}

const pageSize = 100;

export async function getProjectList(context: Context, caller: Caller, wish: ListWish): Promise<Answer> {
  const [register, mayFollow] = await Promise.all([
    readRegister(context, registerWish(wish)),
    followReader(context, caller),
  ]);
  const cut = register.projects.filter((project) =>
    isInCut(project, wish, wish.flag === undefined ? [] : flagsFor(project, mayFollow(project))),
  );
  const { offset = 0, limit = pageSize } = wish;
  const asOf: IsoDate = register.asOf;
  return {
    asOf,
    year: register.year,
    all: register.projects.length,
    total: cut.length,
    rows: sorted(cut, wish)
      .slice(offset, offset + limit)
      .map((project) => rowOf(project, flagsFor(project, mayFollow(project)))),
  };
}
