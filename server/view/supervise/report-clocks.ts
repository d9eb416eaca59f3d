// Clocks of reporting for the agenda: one row a desk for what is late and what is due, one a lead unit for what waits for a step.
import type { Caller } from '../../../core/contract/permission.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { shanghaiDay } from '../../../core/quantity/deadline.ts';
import type { RunningClock } from '../../../core/supervise/agenda.ts';
import { type AskBook, type Asked, loadAsks, underKeys } from '../../act/report/asks.ts';
import type { Context } from '../../context.ts';
import { deskIdOf, dueOf, type KnownReports, loadReports, planOf, visibleTo } from '../report/desk.ts';

/** A clock that stands for several things of one kind. */
export interface CountedClock extends RunningClock {
  readonly count: number;
  /** The day since which the first of them is due. */
  readonly firstDueOn: IsoDate | null;
}

type Due = ReturnType<typeof dueOf>[number];

function clockOfDesk(desk: Asked, due: readonly Due[], book: AskBook): CountedClock[] {
  const { ask } = desk.plan;
  const isPlace = ask.placeId !== '';
  const unitName = book.unitNames.get(ask.unitId) ?? ask.unitId;
  return (['late', 'due'] as const).flatMap((wanted): CountedClock[] => {
    const own = due.filter(({ state }) => state === wanted).map(({ period }) => period);
    const [first, ...rest] = own;
    if (!first) return [];
    // What turned late last is what can be seen on its day; what is due shows the day that comes first.
    const isNearer =
      wanted === 'late' ? (a: IsoDate, b: IsoDate) => a > b : (a: IsoDate, b: IsoDate) => a < b;
    const next = rest.reduce((near, each) => (isNearer(each.dueOn, near.dueOn) ? each : near), first);
    return [
      {
        ...{ kind: 'report', subjectId: deskIdOf(desk), title: desk.placeName || unitName },
        ...{ placeId: ask.placeId, unitId: isPlace ? null : unitName, dueOn: next.dueOn, since: next.end },
        ...{ waitingFor: isPlace ? 'district' : 'leadUnit', waitingForId: isPlace ? ask.placeId : unitName },
        count: own.length,
        firstDueOn: own.reduce((least, each) => (each.dueOn < least ? each.dueOn : least), first.dueOn),
      },
    ];
  });
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

interface Step {
  readonly kind: 'acceptance' | 'verification';
  readonly lead: string;
  readonly since: string;
}

/** Reports that wait for the next step, together for each lead unit. */
function waitingReports(asked: readonly Asked[], known: KnownReports, book: AskBook): CountedClock[] {
  const leadOf = new Map(asked.map(({ commitment }) => [commitment.id, commitment.leadUnit]));
  const steps = [...known.reports.values()].flatMap((row): Step[] => {
    const standing = known.standings.get(row.id);
    const lead = leadOf.get(row.commitment_id);
    if (!standing?.submission || lead === undefined) return [];
    const since = standing.submission.receivedAt;
    if (standing.state === 'submitted') return [{ kind: 'acceptance', lead, since }];
    return standing.state === 'accepted' ? [{ kind: 'verification', lead, since }] : [];
  });
  return [...grouped(steps, ({ kind, lead }) => `${kind}\t${lead}`).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { kind, lead } = first;
    const name = book.unitNames.get(book.keyOfUnit(lead)) ?? lead;
    const since = group.reduce((least, each) => (each.since < least ? each.since : least), first.since);
    const office = kind === 'verification';
    return [
      {
        ...{ kind, subjectId: `${kind}:${lead}`, title: name, placeId: '', unitId: name, dueOn: null },
        ...{ since: shanghaiDay(Date.parse(since)), waitingFor: office ? 'inspector' : 'leadUnit' },
        ...{ waitingForId: office ? null : name, count: group.length, firstDueOn: null },
      } satisfies CountedClock,
    ];
  });
}

export async function reportClocks(
  context: Context,
  givenCaller: Caller,
  wanted: string | undefined,
  day: IsoDate,
): Promise<readonly CountedClock[]> {
  const book = await loadAsks(context);
  const plan = planOf(book, wanted);
  if (!plan) return [];
  const asked = visibleTo(underKeys(givenCaller, book), plan);
  const known = await loadReports(context, [...new Set(asked.map(({ commitment }) => commitment.id))]);
  const desks = grouped(asked, deskIdOf);
  const bySeries = new Map(asked.map((each) => [`${each.plan.ask.seriesKey}\t${each.key}`, deskIdOf(each)]));
  const due = grouped(dueOf(asked, known, day), ({ ask }) => bySeries.get(ask.seriesKey) ?? '');
  const clocks = [...desks].flatMap(([id, [first]]) =>
    first ? clockOfDesk(first, due.get(id) ?? [], book) : [],
  );
  return [...clocks, ...waitingReports(asked, known, book)];
}
