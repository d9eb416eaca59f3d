// Which reminders a day brings: what falls due soon and what has just turned late, together for each who must act.
import type { Role } from '../place/role.ts';
import { daysBetween } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';

/** One thing that somebody must do by a day. */
export interface DueThing {
  readonly kind: string;
  readonly subjectId: string;
  readonly title: string;
  readonly dueOn: IsoDate;
  readonly waitingFor: Role;
  /** Unit or place that must act; null for an office. */
  readonly waitingForId: string | null;
  readonly isPlace: boolean;
}

export interface ReminderRules {
  /** Days ahead of the first reminder. */
  readonly soonDays: number;
  /** Days ahead of the second one. */
  readonly againDays: number;
}

export interface Reminder {
  readonly kind: 'due.soon' | 'due.late';
  readonly things: readonly DueThing[];
  readonly dueOn: IsoDate;
  readonly daysLeft: number;
  /** The same on every run of the day and of the days after: nobody is reminded twice of one thing. */
  readonly once: string;
}

/** What turned late longer ago stands on the agenda; telling it would only repeat what was told. */
const lateWindow = 7;

type Stage = 'soon' | 'again' | 'late';

function stageOf(dueOn: IsoDate, day: IsoDate, { soonDays, againDays }: ReminderRules): Stage | null {
  const left = daysBetween(day, dueOn);
  if (left < 0) return -left <= lateWindow ? 'late' : null;
  if (left <= againDays) return 'again';
  return left <= soonDays ? 'soon' : null;
}

/** A server that was down for a day catches up: a reminder is due from its day on, not only on its day. */
export function remindersOf(
  things: readonly DueThing[],
  day: IsoDate,
  rules: ReminderRules,
): readonly Reminder[] {
  const groups = new Map<string, { stage: Stage; things: DueThing[] }>();
  for (const thing of things) {
    const stage = stageOf(thing.dueOn, day, rules);
    if (stage === null) continue;
    const { kind, waitingFor, waitingForId, dueOn } = thing;
    const key = ['due', stage, kind, waitingFor, waitingForId ?? '', dueOn].join(' ');
    const group = groups.get(key);
    if (group) group.things.push(thing);
    else groups.set(key, { stage, things: [thing] });
  }
  return [...groups].flatMap(([once, { stage, things: own }]) => {
    const [first] = own;
    if (!first) return [];
    const daysLeft = daysBetween(day, first.dueOn);
    const kind = stage === 'late' ? 'due.late' : 'due.soon';
    return [{ kind, things: own, dueOn: first.dueOn, daysLeft, once }];
  });
}
