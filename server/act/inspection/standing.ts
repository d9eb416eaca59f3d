// Where an inspection stands: its days, team and exceptions as arranged last, the moves so far, and what the next move rests on.
import { addDays } from '../../../core/quantity/calendar.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { termEnd } from '../../../core/quantity/deadline.ts';
import { holidayYears, workCalendar } from '../../../core/quantity/work-calendar.ts';
import type { InspectionFacts, InspectionPlan, InspectionState } from '../../../core/supervise/inspection.ts';
import {
  type Clash,
  type ClashException,
  clashesOf,
  openClashes,
} from '../../../core/supervise/inspection-plan.ts';
import type { Assignment, PoolQuestion } from '../../../core/supervise/inspector.ts';
import type { SuperviseSettings } from '../../../core/supervise/settings.ts';
import type { Context } from '../../context.ts';
import { type ArrangementRow, listArrangements } from '../../store/inspection/arrangement.ts';
import type { FindingRow } from '../../store/inspection/finding.ts';
import {
  type InspectionEventRow,
  type InspectionRow,
  listInspectionEvents,
  listInspections,
} from '../../store/inspection/inspection.ts';

export interface InspectionStanding {
  readonly row: InspectionRow;
  /** As the rules see it, on the days arranged last; a place is inspected under its id. */
  readonly plan: InspectionPlan;
  readonly state: InspectionState;
  /** Number of the last move. */
  readonly number: number;
  readonly last: InspectionEventRow | null;
  readonly events: readonly InspectionEventRow[];
  readonly arrangements: readonly ArrangementRow[];
  readonly team: readonly string[];
  readonly exceptions: readonly ClashException[];
  readonly feedback: InspectionEventRow | null;
  readonly objection: InspectionEventRow | null;
  readonly review: InspectionEventRow | null;
  readonly order: InspectionEventRow | null;
  /** The conclusion that holds: as a review changed it, else as it was made. */
  readonly conclusion: string;
}

/** A place is inspected under its id, a unit under its name. */
export const inspectedId = ({
  unit,
  placeId,
}: {
  readonly unit: string;
  readonly placeId: string;
}): string => (unit === '' ? placeId : unit);

export function standingOf(
  row: InspectionRow,
  events: readonly InspectionEventRow[],
  arrangements: readonly ArrangementRow[],
): InspectionStanding {
  const lastOf = (action: InspectionEventRow['action']) =>
    events.findLast((event) => event.action === action) ?? null;
  const days = arrangements.findLast(({ what }) => what === 'days');
  const review = lastOf('review');
  const { id, kind, methods, subject, placeId, byUnit, commitmentIds } = row;
  const last = events.at(-1) ?? null;
  return {
    row,
    plan: {
      ...{ id, kind, methods, subject, placeId, commitmentIds, unitId: inspectedId(row), byUnitId: byUnit },
      ...{ from: days?.from ?? row.from, to: days?.to ?? row.to },
    },
    state: last?.state ?? 'planned',
    number: last?.number ?? 0,
    ...{ last, events, arrangements, review },
    team: arrangements.findLast(({ what }) => what === 'team')?.members ?? [],
    exceptions: arrangements.filter(({ what }) => what === 'exception'),
    feedback: lastOf('feedBack'),
    objection: lastOf('object'),
    order: lastOf('orderRectification'),
    conclusion: (review?.decision === 'changed' ? review.words : lastOf('conclude')?.words) ?? '',
  };
}

function grouped<T extends { readonly inspectionId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.inspectionId);
    if (group) group.push(row);
    else groups.set(row.inspectionId, [row]);
  }
  return groups;
}

/** Every inspection of the city, latest first; what repeats what can be seen only among all of them. */
export async function loadInspections({
  db,
  jurisdiction,
}: Pick<Context, 'db' | 'jurisdiction'>): Promise<readonly InspectionStanding[]> {
  const [rows, events, arrangements] = await Promise.all([
    listInspections(db, jurisdiction, null),
    listInspectionEvents(db, jurisdiction, null),
    listArrangements(db, jurisdiction, null),
  ]);
  const [eventsOf, arrangementsOf] = [grouped(events), grouped(arrangements)];
  return rows.map((row) => standingOf(row, eventsOf.get(row.id) ?? [], arrangementsOf.get(row.id) ?? []));
}

/** Other inspections that forbid this one, those borne by an exception included. */
export const clashesAmong = (
  plan: InspectionPlan,
  all: readonly InspectionStanding[],
  rules: SuperviseSettings,
): readonly Clash[] =>
  clashesOf(
    plan,
    all.filter(({ state }) => state !== 'cancelled').map((each) => each.plan),
    { inspectionGap: rules.inspectionGap.value, gapExempt: rules.gapExempt.value },
  );

export const openClashesOf = (
  standing: InspectionStanding,
  all: readonly InspectionStanding[],
  rules: SuperviseSettings,
): readonly Clash[] => openClashes(clashesAmong(standing.plan, all, rules), standing.exceptions);

/** The first later day on which the same visit would repeat nothing, looking a year ahead; null where there is none. */
export function nextFreeDay(
  plan: InspectionPlan,
  exceptions: readonly ClashException[],
  all: readonly InspectionStanding[],
  rules: SuperviseSettings,
): IsoDate | null {
  for (let ahead = 1; ahead <= 366; ahead += 1) {
    const moved = { ...plan, from: addDays(plan.from, ahead), to: addDays(plan.to, ahead) };
    if (openClashes(clashesAmong(moved, all, rules), exceptions).length === 0) return moved.from;
  }
  return null;
}

/** Who is where: teams of inspections that are to come or go on. */
export const assignmentsOf = (all: readonly InspectionStanding[]): readonly Assignment[] =>
  all
    .filter(({ state }) => state !== 'cancelled')
    .flatMap(({ plan, team }) =>
      team.map((accountId) => ({ inspectionId: plan.id, accountId, from: plan.from, to: plan.to })),
    );

export const questionOf = (
  plan: InspectionPlan,
  field: string,
  all: readonly InspectionStanding[],
  rules: SuperviseSettings,
): PoolQuestion => ({
  ...{ plan, field, assignments: assignmentsOf(all), recusalYears: rules.recusalYears.value },
  ...{ originalTeam: [], needsCertificate: rules.certificate.value },
});

const endOf = (
  from: IsoDate | null | undefined,
  term: SuperviseSettings['objectionTerm'],
): IsoDate | null => {
  if (!from) return null;
  const end = termEnd(from, term.value, workCalendar(holidayYears));
  return end.ok ? end.value : null;
};

export interface InspectionDays {
  readonly objectBy: IsoDate | null;
  readonly reviewBy: IsoDate | null;
  readonly rectifyBy: IsoDate | null;
}

/** The days that run, from the settings: §17 counts from the day on which the unit received the conclusion. */
export const daysOf = (
  { feedback, objection, order }: InspectionStanding,
  rules: SuperviseSettings,
): InspectionDays => ({
  objectBy: endOf(feedback?.unitReceivedOn, rules.objectionTerm),
  reviewBy: endOf(objection?.receivedOn, rules.reviewTerm),
  rectifyBy: order?.dueOn ?? null,
});

/** The last day of a rectification that nobody set. */
export const rectificationEnd = (from: IsoDate, rules: SuperviseSettings): IsoDate | null =>
  endOf(from, rules.rectificationTerm);

/** What a person gives with a move. */
export interface InspectionGiven {
  readonly words: string;
  readonly approval: string;
  readonly unitReceivedOn: IsoDate | null;
}

/** What the server found out by itself. */
export interface InspectionFound {
  readonly today: IsoDate;
  readonly actorId: string | null;
  readonly clashes: number;
  readonly recused: readonly string[];
  readonly findings: readonly Pick<FindingRow, 'again' | 'outcome' | 'recordedAt'>[];
}

/** The second look that was taken last since rectification was ordered says what it found; null where nobody has looked. */
function isRectified({ order }: InspectionStanding, findings: InspectionFound['findings']): boolean | null {
  const since = order?.receivedAt ?? '';
  const last = findings.findLast(
    ({ again, outcome, recordedAt }) => again && outcome !== 'undecided' && recordedAt >= since,
  );
  return last ? last.outcome === 'confirmed' : null;
}

export function factsOf(
  standing: InspectionStanding,
  given: InspectionGiven,
  found: InspectionFound,
  rules: SuperviseSettings,
): InspectionFacts {
  const { row, team, plan, review, feedback } = standing;
  return {
    ...{ today: found.today, actorId: found.actorId ?? undefined, methods: plan.methods },
    approval: given.approval,
    departmentAssignment: row.byUnit === '' ? null : (row.assignment ?? ''),
    ...{ clashes: found.clashes, team, teamLeast: rules.teamLeast.value, recused: found.recused },
    findings: found.findings.length,
    conclusion: given.words,
    receivedOn: given.unitReceivedOn ?? feedback?.unitReceivedOn ?? null,
    objectBy: daysOf(standing, rules).objectBy,
    objection: given.words,
    objectionDecided: review !== null,
    rectification: given.words,
    rectified: isRectified(standing, found.findings),
    reason: given.words,
  };
}
