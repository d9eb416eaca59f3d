// What cuts the register for a caller: the words of the query, and whether flags of inner work may be told of a project.
import { type Caller, listScopeOf, mayOn, type ObjectScope } from '../../../core/contract/permission.ts';
import type { MoneySource, ProjectKind, ProjectLevel, ProjectList } from '../../../core/project/project.ts';
import { columnOf } from '../../../core/project/tally.ts';
import { unitNameReader } from '../../act/supervise/unit-name.ts';
import type { Context } from '../../context.ts';
import { listPlaceParents } from '../../store/project/scope.ts';
import type { ProjectFlag, Registered } from './judge.ts';
import { isInner } from './register.ts';

export interface Cut {
  readonly search?: string | undefined;
  readonly field?: string | undefined;
  readonly place?: string | undefined;
  readonly kind?: ProjectKind | undefined;
  readonly level?: ProjectLevel | undefined;
  readonly list?: ProjectList | undefined;
  readonly source?: MoneySource | undefined;
  readonly stuck?: string | undefined;
  readonly flag?: ProjectFlag | undefined;
  readonly funded?: 'yes' | undefined;
}

/** Whether a cut leaves the register whole: its sums are at hand then. */
export const isWhole = ({
  search,
  field,
  place,
  kind,
  level,
  list,
  source,
  stuck,
  flag,
  funded,
}: Cut): boolean =>
  [field, place, kind, level, list, source, stuck, flag, funded].every((word) => word === undefined) &&
  (search?.trim() ?? '') === '';

export function isInCut(project: Registered, cut: Cut, flags: readonly ProjectFlag[]): boolean {
  const { entry } = project;
  const words = cut.search?.trim().toLowerCase() ?? '';
  return (
    (words === '' || entry.name.toLowerCase().includes(words) || (entry.code?.includes(words) ?? false)) &&
    (cut.field === undefined || entry.field === cut.field) &&
    (cut.place === undefined || entry.placeIds.includes(cut.place)) &&
    (cut.kind === undefined || entry.kind === cut.kind) &&
    (cut.level === undefined || entry.levels.includes(cut.level)) &&
    (cut.list === undefined || entry.lists.includes(cut.list)) &&
    (cut.source === undefined || entry.financing.some(({ source }) => source === cut.source)) &&
    (cut.stuck === undefined || columnOf(project.stage) === cut.stuck) &&
    (cut.funded === undefined || entry.governmentFunded) &&
    (cut.flag === undefined || flags.includes(cut.flag))
  );
}

/** Where projects of the register stand, without asking the store for each. */
async function scopeReader(context: Context): Promise<(project: Registered) => ObjectScope> {
  const { db, jurisdiction } = context;
  const [parents, nameOf] = await Promise.all([listPlaceParents(db, jurisdiction), unitNameReader(context)]);
  const above = new Map<string, string[]>();
  for (const { place_id, parent_id } of parents)
    above.set(place_id, [...(above.get(place_id) ?? []), parent_id]);
  const around = (place: string): readonly string[] => [place, ...(above.get(place) ?? []).flatMap(around)];
  return ({ entry, openBlockers }) => {
    const lead = entry.leadUnit === null ? null : nameOf(entry.leadUnit);
    const given = openBlockers.flatMap(({ unitId }) => unitId ?? []);
    const units = [entry.leadUnit, entry.ownerUnit, ...given].flatMap((unit) =>
      unit === null || unit === '' ? [] : [nameOf(unit)],
    );
    return { places: entry.placeIds.flatMap(around), leadUnit: lead, units, owner: null };
  };
}

/** Whether the caller may follow the work behind a project. */
export async function followReader(
  context: Context,
  caller: Caller,
): Promise<(project: Registered) => boolean> {
  const scope = listScopeOf(caller, 'project.follow');
  if (scope.city) return () => true;
  if (scope.places.length === 0 && scope.units.length === 0) return () => false;
  const scopeOf = await scopeReader(context);
  return (project) => mayOn(caller, 'project.follow', scopeOf(project));
}

/** Flags that the caller may know. */
export const flagsFor = (project: Registered, mayFollow: boolean): readonly ProjectFlag[] =>
  mayFollow ? project.flags : project.flags.filter((flag) => !isInner(flag));
