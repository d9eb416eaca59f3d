// The register of a year as it stands on a day, kept while nothing was recorded about projects: stage, investment, what is wrong.
import type { Blocker } from '../../../core/project/blocker.ts';
import { type DispatchReason, dispatchSheet } from '../../../core/project/dispatch.ts';
import { evidenceFlags, type ProjectEvidence } from '../../../core/project/evidence.ts';
import type { MonthReport } from '../../../core/project/investment.ts';
import type { Yi } from '../../../core/project/money.ts';
import type { ProjectEntry } from '../../../core/project/project.ts';
import type { ProjectSettings } from '../../../core/project/settings.ts';
import type { Stage } from '../../../core/project/stage.ts';
import { yearEnd, yearOf } from '../../../core/quantity/calendar.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../act/context.ts';
import { readProjectRules } from '../../act/project/rules.ts';
import type { Db } from '../../store/open.ts';
import { listBlockers } from '../../store/project/blocker.ts';
import {
  latestRegisterYear,
  listEntries,
  projectStamp,
  type StoredEntry,
} from '../../store/project/entry.ts';
import { listPassed } from '../../store/project/gate.ts';
import { listLastMonths } from '../../store/project/investment.ts';
import { listEvidence } from '../../store/project/work.ts';
import { type Shelf, shelfOf } from '../kept.ts';

/** Why a project is shown first; evidence that disagrees with the report is one more reason beside those of the meeting. */
export type ProjectFlag = DispatchReason | 'evidence';

export interface Registered {
  readonly entry: ProjectEntry;
  readonly number: number;
  readonly stage: Stage;
  readonly month: (MonthReport & { readonly building: boolean }) | null;
  readonly done: Yi | null;
  readonly percent: string | null;
  readonly againstTime: Yi | null;
  readonly openBlockers: readonly Blocker[];
  readonly flags: readonly ProjectFlag[];
}

export interface Register {
  readonly year: number;
  readonly asOf: IsoDate;
  readonly settings: ProjectSettings;
  /** In the order of the meeting: the most pressing first. */
  readonly projects: readonly Registered[];
  readonly done: ReadonlyMap<string, Yi>;
}

export interface RegisterWish {
  readonly year?: number | undefined;
  readonly asOf?: IsoDate | undefined;
}

const shelves = new WeakMap<Db, Shelf<Register>>();

/** Flags that are about the work behind the register: only for those who may follow the project. */
export const innerFlags: ReadonlySet<ProjectFlag> = new Set(['blockerLate', 'blockerOpen', 'evidence']);

/** The year that is shown where none is asked for, and the day on which it is looked at. */
export async function yearAndDay(
  { db, jurisdiction, today }: Context,
  wish: RegisterWish,
): Promise<{ year: number; asOf: IsoDate }> {
  const year = wish.year ?? (await latestRegisterYear(db, jurisdiction)) ?? yearOf(today());
  const last = yearEnd(year) < today() ? yearEnd(year) : today();
  return { year, asOf: wish.asOf ?? last };
}

const group = <T extends { readonly projectId: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const own = groups.get(row.projectId);
    if (own) own.push(row);
    else groups.set(row.projectId, [row]);
  }
  return groups;
};

function disagrees(
  month: Registered['month'],
  evidence: readonly ProjectEvidence[] | undefined,
  settings: ProjectSettings,
): boolean {
  if (!month || !evidence) return false;
  return evidenceFlags(month, evidence, settings).length > 0;
}

async function load(
  { db, jurisdiction }: Context,
  year: number,
  asOf: IsoDate,
  settings: ProjectSettings,
): Promise<Register> {
  const [entries, passed, months, blockers, evidence] = await Promise.all([
    listEntries(db, jurisdiction, year),
    listPassed(db, jurisdiction, null),
    listLastMonths(db, jurisdiction, year, asOf),
    listBlockers(db, jurisdiction, null),
    listEvidence(db, jurisdiction, null),
  ]);
  const days = new Map(passed.map(({ projectId, passedOn }) => [projectId, passedOn]));
  const stored = new Map<string, StoredEntry>(entries.map((entry) => [entry.id, entry]));
  const whole = entries.map((entry): ProjectEntry => ({ ...entry, passedOn: days.get(entry.id) ?? {} }));
  const byId = new Map(whole.map((entry) => [entry.id, entry]));
  const monthOf = new Map(months.map((month) => [month.projectId, month]));
  const seen = group(evidence.filter(({ observedOn }) => observedOn <= asOf));
  const chain = settings.chain.value;
  const lines = dispatchSheet({ entries: whole, reports: months, blockers, chain, year, asOf });
  const projects = lines.flatMap((line): Registered[] => {
    const entry = byId.get(line.id);
    if (!entry) return [];
    const month = monthOf.get(line.id) ?? null;
    // A project that is still being prepared owes no investment.
    const owes = entry.annualPlan !== null;
    const reasons = line.reasons.filter((reason) => reason !== 'noReport' || owes);
    const { stage, done, percent, againstTime, openBlockers } = line;
    const flags = disagrees(month, seen.get(line.id), settings) ? [...reasons, 'evidence' as const] : reasons;
    const number = stored.get(line.id)?.number ?? 1;
    return [{ entry, number, stage, month, done, percent, againstTime, openBlockers, flags }];
  });
  const done = new Map(
    projects.flatMap(({ entry, done: own }) => (own === null ? [] : [[entry.id, own] as const])),
  );
  return { year, asOf, settings, projects, done };
}

export async function readRegister(context: Context, wish: RegisterWish): Promise<Register> {
  const { db, jurisdiction } = context;
  const [{ year, asOf }, stamp, settings] = await Promise.all([
    yearAndDay(context, wish),
    projectStamp(db, jurisdiction),
    readProjectRules(context),
  ]);
  const give = (): Promise<Register> => load(context, year, asOf, settings);
  if (db.isTransaction) return give();
  const rules = JSON.stringify(settings, (_key, value) => (typeof value === 'bigint' ? `${value}` : value));
  return shelfOf(shelves, db).get(`${jurisdiction} ${stamp} ${rules}`, `${year} ${asOf}`, give);
}
