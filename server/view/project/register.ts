// The register of a year as it stands on a day, kept in memory: after an act only the projects that it touched are judged anew.
import { renewSums, type Sums } from '../../../core/project/group.ts';
import type { ProjectSettings } from '../../../core/project/settings.ts';
import { yearEnd, yearOf } from '../../../core/quantity/calendar.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { readProjectRules } from '../../act/project/rules.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/open.ts';
import { latestRegisterYear, listTouched, type Touched } from '../../store/project/entry.ts';
import {
  compareRegistered,
  judgeProjects,
  type ProjectFlag,
  type Registered,
  renew,
  type Year,
} from './judge.ts';

export interface Register extends Year {
  readonly settings: ProjectSettings;
  /** In the order of the meeting: the most pressing first. */
  readonly projects: readonly Registered[];
  readonly byId: ReadonlyMap<string, Registered>;
  /** What the whole register adds up to, in every grouping. */
  readonly sums: Sums;
}

export interface RegisterWish {
  readonly year?: number | undefined;
  readonly asOf?: IsoDate | undefined;
}

/** Flags that are about the work behind the register: only for those who may follow the project. */
const innerFlags: ReadonlySet<string> = new Set<ProjectFlag>(['blockerLate', 'blockerOpen', 'evidence']);

export const isInner = (flag: string): boolean => innerFlags.has(flag);

/** The year that is shown where none is asked for, and the day on which it is looked at. */
export async function yearAndDay(
  { db, jurisdiction, today }: Context,
  wish: RegisterWish,
): Promise<{ year: number; asOf: IsoDate }> {
  const year = wish.year ?? (await latestRegisterYear(db, jurisdiction)) ?? yearOf(today());
  const last = yearEnd(year) < today() ? yearEnd(year) : today();
  return { year, asOf: wish.asOf ?? last };
}

function registerOf({ year, asOf, settings }: Year, projects: readonly Registered[], sums: Sums): Register {
  const byId = new Map(projects.map((project) => [project.entry.id, project]));
  return { year, asOf, settings, projects, byId, sums };
}

/** The whole register of a year from the facts alone. */
export async function loadRegister({ db, jurisdiction }: Context, of: Year): Promise<Register> {
  const judged = await judgeProjects(db, jurisdiction, of, null);
  return registerOf(of, judged.toSorted(compareRegistered), renewSums(null, [], judged));
}

async function renewed({ db, jurisdiction }: Context, before: Register, ids: readonly string[]) {
  const again = await judgeProjects(db, jurisdiction, before, ids);
  const gone = ids.flatMap((id) => before.byId.get(id) ?? []);
  const sums = renewSums(before.sums, gone, again);
  return registerOf(before, renew(before.projects, new Set(ids), again), sums);
}

interface Kept {
  /** Number of the last act about projects that it knows of. */
  readonly number: number;
  readonly rules: string;
  readonly register: Promise<Register>;
}

/** Years times days that are kept; the one that was not asked for longest goes first. */
const mostKept = 8;

/** More touched projects than this are not read one by one: the year is read whole. */
const mostTouched = 500;

const shelves = new WeakMap<Db, Map<string, Kept>>();

function keep(shelf: Map<string, Kept>, key: string, kept: Kept): Promise<Register> {
  shelf.delete(key);
  shelf.set(key, kept);
  const [oldest] = shelf.keys();
  if (shelf.size > mostKept && oldest !== undefined) shelf.delete(oldest);
  // What failed is not kept, nor anything that was to be made of it.
  kept.register.catch(() => shelf.get(key) === kept && shelf.delete(key));
  return kept.register;
}

/** Null where an act names no project of its own, as a table that was taken in, or where there are too many. */
const idsOf = ({ ids, whole }: Touched): readonly string[] | null =>
  whole || ids.length > mostTouched ? null : ids;

/**
 * The acts since what is kept are asked for once a request, so that an act of another process on the same database is seen as one of
 * this one. They are asked for before the facts: what is kept is never older than it says.
 */
export async function readRegister(context: Context, wish: RegisterWish): Promise<Register> {
  const { db, jurisdiction } = context;
  const [day, settings] = await Promise.all([yearAndDay(context, wish), readProjectRules(context)]);
  const of: Year = { ...day, settings };
  if (db.isTransaction) return loadRegister(context, of);
  const rules = JSON.stringify(settings, (_key, value) => (typeof value === 'bigint' ? `${value}` : value));
  const shelf = shelves.get(db) ?? new Map<string, Kept>();
  shelves.set(db, shelf);
  const key = `${jurisdiction} ${of.year} ${of.asOf}`;
  const known = shelf.get(key)?.number ?? null;
  const touched = await listTouched(db, jurisdiction, known);
  // Another request may have renewed it meanwhile.
  const before = shelf.get(key);
  const ids = known === null ? null : idsOf(touched);
  if (!before || before.rules !== rules || (before.number < touched.number && ids === null))
    return keep(shelf, key, { number: touched.number, rules, register: loadRegister(context, of) });
  if (before.number >= touched.number || ids === null) return keep(shelf, key, before);
  const register = before.register.then((old) => renewed(context, old, ids));
  return keep(shelf, key, { number: touched.number, rules, register });
}
