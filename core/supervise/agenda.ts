// The supervision office's day: what turned late today, what will turn late soon, what waits for whom, from the clocks that run.

import type { Role } from '../place/role.ts';
import { daysBetween } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';

export const clockKinds = [
  'report',
  'acceptance',
  'verification',
  'commitment',
  'answer',
  'answerReview',
  'remedy',
  'extensionDecision',
  'inspection',
  'feedback',
  'objection',
  'objectionReview',
  'rectification',
  'closing',
  'upkeep',
  'lead',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** One thing that somebody must do by a day. Things that are done are not passed in. */
export interface RunningClock {
  readonly kind: ClockKind;
  readonly subjectId: string;
  readonly title: string;
  readonly placeId: string;
  readonly unitId: string | null;
  /** Last day that is still in time; null for what waits without a limit. */
  readonly dueOn: IsoDate | null;
  /** Day since which it waits. */
  readonly since: IsoDate;
  /** The role that must act, and over which unit or person where one is named. */
  readonly waitingFor: Role;
  readonly waitingForId: string | null;
}

export type AgendaGroup = 'turnedLateToday' | 'late' | 'dueToday' | 'dueSoon' | 'later' | 'unlimited';

export interface AgendaRow extends RunningClock {
  readonly group: AgendaGroup;
  /** Days late (positive), or days left as a negative number; null without a limit. */
  readonly daysLate: number | null;
}

/** The day after the due day is the first late one. */
export function groupOf(dueOn: IsoDate | null, today: IsoDate, warnAhead: number): AgendaGroup {
  if (dueOn === null) return 'unlimited';
  const late = daysBetween(dueOn, today);
  if (late === 1) return 'turnedLateToday';
  if (late > 1) return 'late';
  if (late === 0) return 'dueToday';
  return -late <= warnAhead ? 'dueSoon' : 'later';
}

export const agendaGroups: readonly AgendaGroup[] = [
  'turnedLateToday',
  'late',
  'dueToday',
  'dueSoon',
  'later',
  'unlimited',
];

const byUrgency = (a: AgendaRow, b: AgendaRow): number =>
  agendaGroups.indexOf(a.group) - agendaGroups.indexOf(b.group) ||
  (b.daysLate ?? 0) - (a.daysLate ?? 0) ||
  (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) ||
  (a.subjectId < b.subjectId ? -1 : 1);

/** Every running clock with its group, most pressing first. A clock that nobody set yet (since in the future) is left out. */
export const agenda = (
  clocks: readonly RunningClock[],
  today: IsoDate,
  warnAhead: number,
): readonly AgendaRow[] =>
  clocks
    .filter((clock) => clock.since <= today)
    .map((clock) => ({
      ...clock,
      group: groupOf(clock.dueOn, today, warnAhead),
      daysLate: clock.dueOn === null ? null : daysBetween(clock.dueOn, today),
    }))
    .toSorted(byUrgency);

/** What waits for one person: by the roles held over it, and by name where the clock names a unit or person. */
export const waitingFor = (
  rows: readonly AgendaRow[],
  roles: readonly Role[],
  ids: readonly string[],
): readonly AgendaRow[] =>
  rows.filter(
    (row) => roles.includes(row.waitingFor) && (row.waitingForId === null || ids.includes(row.waitingForId)),
  );

export interface WaitingCount {
  readonly role: Role;
  readonly id: string | null;
  readonly total: number;
  readonly late: number;
}

/** Whom the city waits for: how many things, how many of them late; most late first. */
export function waitingCounts(rows: readonly AgendaRow[]): readonly WaitingCount[] {
  const counts = new Map<string, WaitingCount>();
  for (const row of rows) {
    const key = `${row.waitingFor}\t${row.waitingForId ?? ''}`;
    const have = counts.get(key) ?? { role: row.waitingFor, id: row.waitingForId, total: 0, late: 0 };
    const late = row.daysLate !== null && row.daysLate > 0 ? 1 : 0;
    counts.set(key, { ...have, total: have.total + 1, late: have.late + late });
  }
  return [...counts.values()].toSorted((a, b) => b.late - a.late || b.total - a.total);
}
