// What the facts of some projects say on a day: stage, investment, reasons, each project by itself, so that one can be judged anew alone.
import type { Blocker } from '../../../core/project/blocker.ts';
import {
  comparePress,
  type DispatchReason,
  dispatchLines,
  type Press,
  pressOf,
} from '../../../core/project/dispatch.ts';
import { evidenceFlags, type ProjectEvidence } from '../../../core/project/evidence.ts';
import type { MonthReport } from '../../../core/project/investment.ts';
import type { Yi } from '../../../core/project/money.ts';
import type { ProjectEntry } from '../../../core/project/project.ts';
import type { ProjectSettings } from '../../../core/project/settings.ts';
import type { Stage } from '../../../core/project/stage.ts';
import { type Tally, tallyOf } from '../../../core/project/tally.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../../store/open.ts';
import { listBlockers } from '../../store/project/blocker.ts';
import { listEntries } from '../../store/project/entry.ts';
import { listPassed } from '../../store/project/gate.ts';
import { listLastMonths } from '../../store/project/investment.ts';
import { listEvidence } from '../../store/project/work.ts';

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
  /** Where it stands in the order of the meeting. */
  readonly press: Press;
  /** What it adds to every sum that it belongs to. */
  readonly tally: Tally;
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

export interface Year {
  readonly year: number;
  readonly asOf: IsoDate;
  readonly settings: ProjectSettings;
}

/** These projects of the register of a year, or all of it, in no order. */
export async function judgeProjects(
  db: Db,
  jurisdiction: string,
  { year, asOf, settings }: Year,
  ids: readonly string[] | null,
): Promise<readonly Registered[]> {
  const [entries, passed, months, blockers, evidence] = await Promise.all([
    listEntries(db, jurisdiction, year, ids),
    listPassed(db, jurisdiction, ids),
    listLastMonths(db, jurisdiction, year, asOf, ids),
    listBlockers(db, jurisdiction, ids),
    listEvidence(db, jurisdiction, ids),
  ]);
  const days = new Map(passed.map(({ projectId, passedOn }) => [projectId, passedOn]));
  const whole = entries.map((entry) => ({ ...entry, passedOn: days.get(entry.id) ?? {} }));
  const monthOf = new Map(months.map((month) => [month.projectId, month]));
  const seen = group(evidence.filter(({ observedOn }) => observedOn <= asOf));
  const chain = settings.chain.value;
  const lines = dispatchLines({ entries: whole, reports: months, blockers, chain, year, asOf });
  return lines.flatMap((line, at): Registered[] => {
    const entry = whole[at];
    if (!entry) return [];
    const month = monthOf.get(line.id) ?? null;
    // A project that is still being prepared owes no investment.
    const owes = entry.annualPlan !== null;
    const reasons = line.reasons.filter((reason) => reason !== 'noReport' || owes);
    const { stage, done, percent, againstTime, openBlockers } = line;
    const flags = disagrees(month, seen.get(line.id), settings) ? [...reasons, 'evidence' as const] : reasons;
    return [
      {
        ...{ entry, number: entry.number, stage, month, done, percent, againstTime, openBlockers, flags },
        press: pressOf(line),
        tally: tallyOf({ entry, stage, done, flags }, { year, asOf, chain }),
      },
    ];
  });
}

/** The most pressing first; of equals the one with the smaller id, so that the order does not depend on how it came about. */
export const compareRegistered = (a: Registered, b: Registered): number =>
  comparePress(a.press, b.press) || (a.entry.id < b.entry.id ? -1 : Number(a.entry.id > b.entry.id));

/** What was judged before with these judged anew in the place of theirs: both in order, so one pass keeps the order. */
export function renew(
  before: readonly Registered[],
  touched: ReadonlySet<string>,
  again: readonly Registered[],
): readonly Registered[] {
  const fresh = again.toSorted(compareRegistered);
  const merged: Registered[] = [];
  let next = 0;
  for (const project of before) {
    if (touched.has(project.entry.id)) continue;
    for (let own = fresh[next]; own && compareRegistered(own, project) < 0; own = fresh[next]) {
      merged.push(own);
      next += 1;
    }
    merged.push(project);
  }
  return [...merged, ...fresh.slice(next)];
}
