// One project as it stands: its entries by year, the days of its gates, its months, and where it stands for permissions.
import type { ObjectScope } from '../../../core/contract/permission.ts';
import type { Finding } from '../../../core/project/finding.ts';
import type { ProjectEntry } from '../../../core/project/project.ts';
import type { Context } from '../../context.ts';
import { listEntriesOf, type StoredEntry } from '../../store/project/entry.ts';
import { listPassed, type PassedGates } from '../../store/project/gate.ts';
import { findScope } from '../../store/scope.ts';

export interface LoadedProject {
  /** Oldest first. */
  readonly entries: readonly StoredEntry[];
  readonly last: StoredEntry;
  readonly passed: PassedGates;
  readonly scope: ObjectScope;
}

export async function loadProject(
  { db, jurisdiction }: Context,
  projectId: string,
): Promise<LoadedProject | undefined> {
  const [entries, passed, scope] = await Promise.all([
    listEntriesOf(db, jurisdiction, projectId),
    listPassed(db, jurisdiction, [projectId]),
    findScope(db, jurisdiction, 'project', projectId),
  ]);
  const last = entries.at(-1);
  if (!last || !scope) return undefined;
  return { entries, last, passed: passed[0] ?? { projectId, passedOn: {}, number: 0 }, scope };
}

/** What the register says of a year: the newest entry of that year; undefined where the year has none. */
export const entryOfYear = ({ entries }: LoadedProject, year: number): StoredEntry | undefined =>
  entries.findLast((entry) => entry.year === year);

export const whole = (stored: StoredEntry, passedOn: ProjectEntry['passedOn']): ProjectEntry => ({
  ...stored,
  passedOn,
});

/** What an answer says of something that was checked: kept or not, with every finding. */
export interface Checked {
  readonly kept: boolean;
  readonly id: string;
  readonly number: number;
  readonly findings: readonly Finding<string>[];
}

export const asksOf = (findings: readonly Finding<string>[]): readonly Finding<string>[] =>
  findings.filter(({ weight }) => weight === 'asks');
