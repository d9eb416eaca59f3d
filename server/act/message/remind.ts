// What a day is told of by itself: what falls due soon, what turned late, and verdicts of followed promises that changed.

import type { VerdictStatus } from '../../../core/assess/verdict.ts';
import type { Caller } from '../../../core/contract/permission.ts';
import type { ObjectPathKind } from '../../../core/publish/event.ts';
import { type DueThing, type Reminder, remindersOf } from '../../../core/publish/reminder.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import type { Result } from '../../../core/result.ts';
import type { AgendaRow, ClockKind } from '../../../core/supervise/agenda.ts';
import { statusLabel } from '../../../core/vocabulary/assessment.ts';
import { clockKindLabel } from '../../../core/vocabulary/supervise.ts';
import type { Context } from '../../context.ts';
import { judgeOn, seriesOfPlan } from '../../judge/judge.ts';
import { loadPlan } from '../../judge/plan-facts.ts';
import { listNotedVerdicts, noteVerdict } from '../../store/message/verdict.ts';
import { listFollowers } from '../../store/message/wish.ts';
import { listPlans } from '../../store/plan.ts';
import { readSettings } from '../setting/read.ts';
import { type Telling, tell } from './tell.ts';

/** What of an agenda is reminded of; the agenda itself is a view, so whoever starts the reminders brings it. */
export type ReadAgenda = (
  context: Context,
  caller: Caller,
  query: { readonly asOf: string },
) => Promise<Result<{ readonly rows: readonly Omit<AgendaRow, 'unitId'>[] }, string>>;

/** Sees the whole city's agenda; it exists only here and can do nothing else. */
const wholeCity: Caller = {
  accountId: null,
  name: '',
  grants: [{ role: 'supervisionOffice', place: null, unit: null, from: isoDate('1949-10-01'), to: null }],
  scopes: null,
};

const objects: Readonly<Partial<Record<ClockKind, ObjectPathKind>>> = {
  report: 'desk',
  acceptance: 'step',
  verification: 'step',
  commitment: 'commitment',
  answer: 'notice',
  answerReview: 'notice',
  remedy: 'notice',
  extensionDecision: 'notice',
  upkeep: 'upkeep',
  lead: 'lead',
};

const unitRoles = ['leadUnit', 'supportingUnit'] as const;
const placeRoles = ['district', 'street'] as const;

function tellingOf({ kind, things, dueOn, daysLeft, once }: Reminder): readonly Telling[] {
  const [first, ...rest] = things;
  if (!first) return [];
  const clock = first.kind as ClockKind;
  const { waitingFor, waitingForId, isPlace } = first;
  const own = isPlace
    ? { roles: placeRoles, place: waitingForId ?? '' }
    : { roles: unitRoles, unit: waitingForId ?? '' };
  const more = { zh: ` 等 ${things.length} 项`, en: ` and ${rest.length} more` };
  return [
    {
      kind,
      objectKind: rest.length === 0 ? (objects[clock] ?? 'agenda') : 'agenda',
      objectId: first.subjectId,
      title: first.title,
      detail: {
        ...{ day: dueOn, days: `${daysLeft}`, what: clockKindLabel[clock] },
        ...(rest.length > 0 ? { more } : {}),
      },
      commitmentId: clock === 'commitment' && rest.length === 0 ? first.subjectId : null,
      to: {
        seats: [waitingForId === null ? { roles: [waitingFor] } : own],
        followers: clock === 'commitment' && rest.length === 0,
      },
      once,
    },
  ];
}

async function remindOfDue(
  context: Context,
  day: IsoDate,
  readAgenda: ReadAgenda,
): Promise<readonly Telling[]> {
  const agenda = await readAgenda(context, wholeCity, { asOf: day });
  if (!agenda.ok) return [];
  const set = await readSettings(context, 'message.soonDays', 'message.againDays');
  const rules = { soonDays: set['message.soonDays'], againDays: set['message.againDays'] };
  const things = agenda.value.rows.flatMap(
    ({ kind, subjectId, title, dueOn, waitingFor, waitingForId, placeId }): readonly DueThing[] =>
      dueOn === null
        ? []
        : [
            {
              ...{ kind, subjectId, title, waitingFor, waitingForId },
              dueOn: isoDate(dueOn),
              isPlace: waitingForId !== null && waitingForId === placeId,
            },
          ],
  );
  return remindersOf(things, day, rules).flatMap(tellingOf);
}

interface Changed {
  readonly commitmentId: string;
  readonly title: string;
  readonly before: VerdictStatus | null;
  readonly now: VerdictStatus;
  readonly number: number;
}

/** Followed promises whose verdict on the day is another than the one last told. */
async function changedVerdicts(context: Context, day: IsoDate): Promise<readonly Changed[]> {
  const { db, jurisdiction } = context;
  const followed = new Set(
    (await listFollowers(db, jurisdiction, null)).map(({ commitment_id }) => commitment_id),
  );
  if (followed.size === 0) return [];
  const noted = await listNotedVerdicts(db, jurisdiction, [...followed]);
  const found: Changed[] = [];
  for (const plan of await listPlans(db, jurisdiction, null)) {
    const facts = await loadPlan(context, { plan: plan.id });
    if (!facts.ok) continue;
    const own = facts.value.commitments.filter(({ id }) => followed.has(id));
    const series = own.length === 0 ? null : seriesOfPlan(facts.value);
    // A promise is judged on the day its page judges it: the last day that figures are for, never after the plan's end.
    const judged = facts.value.asOf < day ? facts.value.asOf : day;
    for (const commitment of own) {
      if (series === null) continue;
      const { status } = judgeOn(facts.value, series, commitment, judged).verdict;
      const last = noted.get(commitment.id);
      if (last?.status === status) continue;
      const number = (last?.number ?? 0) + 1;
      const { id: commitmentId, title } = commitment;
      found.push({ commitmentId, title, before: last?.status ?? null, now: status, number });
    }
  }
  return found;
}

/** The day is an argument; asked twice, or on two servers at once, nothing is told twice. How much was told. */
export async function remind(context: Context, day: IsoDate, readAgenda: ReadAgenda): Promise<number> {
  const due = await remindOfDue(context, day, readAgenda);
  const changed = await changedVerdicts(context, day);
  return context.db.transaction().execute(async (db) => {
    const inside = { ...context, db };
    const tellings: Telling[] = [...due];
    for (const { commitmentId, title, before, now, number } of changed) {
      const row = { commitmentId, number, status: now, judgedOn: day };
      // The first verdict is only noted: nothing changed yet.
      if (!(await noteVerdict(db, context.jurisdiction, row)) || before === null) continue;
      tellings.push({
        ...{
          kind: 'commitment.verdict',
          objectKind: 'commitment',
          objectId: commitmentId,
          commitmentId,
          title,
        },
        detail: { before: statusLabel[before], now: statusLabel[now] },
        to: { followers: true },
      });
    }
    await tell(inside, null, tellings);
    return tellings.length;
  });
}
