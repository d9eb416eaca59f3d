import type { ReportState } from '../observe/report.ts';
import type { Role } from '../place/role.ts';
import type { Site, SiteState } from '../plan/site.ts';
import type { IsoDate } from '../quantity/date.ts';
import { type TermProblem, termEnd, type WorkCalendar } from '../quantity/deadline.ts';
import { type Result, succeed } from '../result.ts';
import type { RunningClock } from './agenda.ts';
import type { InspectionState } from './inspection.ts';
import type { Notice, NoticeGrade } from './notice.ts';
import type { SuperviseSettings } from './settings.ts';

/** Whoever answers for a unit: the district for its own, the lead unit for the city's. */
export type AddresseeRole = Extract<Role, 'leadUnit' | 'supportingUnit' | 'district' | 'street'>;

export interface NoticeDays {
  readonly answerBy: IsoDate;
  readonly remedyBy: IsoDate;
}

/** The days that the settings give a notice of this grade, from its day of issue. */
export function noticeDays(
  grade: NoticeGrade,
  issuedOn: IsoDate,
  settings: SuperviseSettings,
  calendar: WorkCalendar | null,
): Result<NoticeDays, TermProblem> {
  const answer = termEnd(issuedOn, settings.answerTerm[grade].value, calendar);
  if (!answer.ok) return answer;
  const remedy = termEnd(issuedOn, settings.remedyTerm[grade].value, calendar);
  if (!remedy.ok) return remedy;
  // An answer is due with the remedy at the latest.
  const answerBy = answer.value < remedy.value ? answer.value : remedy.value;
  return succeed({ answerBy, remedyBy: remedy.value });
}

export interface NoticeClockFacts {
  readonly notice: Notice;
  readonly title: string;
  readonly addressee: AddresseeRole;
  /** Day since which it is in its state. */
  readonly since: IsoDate;
  readonly extensionSince: IsoDate | null;
  readonly extensionDecideBy: IsoDate | null;
}

export function clocksOfNotice(facts: NoticeClockFacts): readonly RunningClock[] {
  const { notice, title, addressee, since, extensionSince, extensionDecideBy } = facts;
  const { state, answerBy, remedyBy, unitId, placeId } = notice;
  const common = { subjectId: notice.id, title, placeId, unitId, since };
  const theirs = { ...common, waitingFor: addressee, waitingForId: unitId };
  const office = { ...common, waitingFor: 'supervisionOffice' as const, waitingForId: null };
  const clocks: RunningClock[] = [];
  if (extensionSince !== null)
    clocks.push({ ...office, kind: 'extensionDecision', since: extensionSince, dueOn: extensionDecideBy });
  // While an extension is undecided the unit's own clocks rest: the office has to act first.
  if (state === 'issued' && extensionSince === null)
    clocks.push(
      { ...theirs, kind: 'answer', dueOn: answerBy },
      { ...theirs, kind: 'remedy', dueOn: remedyBy },
    );
  if (state === 'answered')
    clocks.push(
      { ...office, kind: 'answerReview', dueOn: null },
      { ...theirs, kind: 'remedy', dueOn: remedyBy },
    );
  if (state === 'accepted') clocks.push({ ...theirs, kind: 'remedy', dueOn: remedyBy });
  return clocks;
}

export interface InspectionClockFacts {
  readonly inspectionId: string;
  readonly title: string;
  readonly state: InspectionState;
  readonly placeId: string;
  readonly unitId: string;
  readonly addressee: AddresseeRole;
  readonly since: IsoDate;
  /** Last day on which the unit is to be inspected. */
  readonly endsOn: IsoDate;
  readonly today: IsoDate;
  /** Last day of the objection; null where a review has decided. */
  readonly objectBy: IsoDate | null;
  readonly reviewBy: IsoDate | null;
  readonly rectifyBy: IsoDate | null;
}

export function clocksOfInspection(facts: InspectionClockFacts): readonly RunningClock[] {
  const { inspectionId, title, state, placeId, unitId, addressee, since } = facts;
  const common = { subjectId: inspectionId, title, placeId, unitId, since };
  const theirs = { ...common, waitingFor: addressee, waitingForId: unitId };
  const office = { ...common, waitingFor: 'supervisionOffice' as const, waitingForId: null };
  const team = { ...common, waitingFor: 'inspector' as const, waitingForId: null };
  if (state === 'approved' || state === 'underway')
    return [{ ...team, kind: 'inspection', dueOn: facts.endsOn }];
  if (state === 'concluded') return [{ ...office, kind: 'feedback', dueOn: null }];
  if (state === 'objected') return [{ ...office, kind: 'objectionReview', dueOn: facts.reviewBy }];
  if (state === 'reviewed') return [{ ...office, kind: 'closing', dueOn: null }];
  // A right that was not used is nobody's delay: once its days are over, it is the office's turn.
  const mayObject = facts.objectBy !== null && facts.today <= facts.objectBy;
  const objection = mayObject ? [{ ...theirs, kind: 'objection' as const, dueOn: facts.objectBy }] : [];
  if (state === 'fedBack') return mayObject ? objection : [{ ...office, kind: 'closing', dueOn: null }];
  if (state === 'rectifying')
    return [{ ...theirs, kind: 'rectification', dueOn: facts.rectifyBy }, ...objection];
  return [];
}

export interface ReportClockFacts {
  readonly reportId: string;
  readonly title: string;
  readonly state: ReportState;
  readonly placeId: string;
  readonly leadUnitId: string;
  readonly authorUnitId: string;
  readonly author: AddresseeRole;
  readonly since: IsoDate;
  /** The lead unit reported itself: its report goes straight to the office. */
  readonly fromLead: boolean;
}

/** A report waits for the next of the two steps, or for its author once it was returned. */
export function clocksOfReport(facts: ReportClockFacts): readonly RunningClock[] {
  const { reportId, title, state, placeId, leadUnitId, authorUnitId, author, since, fromLead } = facts;
  const common = { subjectId: reportId, title, placeId, since, dueOn: null };
  const forOffice: RunningClock = {
    ...common,
    kind: 'verification',
    unitId: leadUnitId,
    waitingFor: 'supervisionOffice',
    waitingForId: null,
  };
  if (state === 'accepted' || (state === 'submitted' && fromLead)) return [forOffice];
  if (state === 'submitted')
    return [
      { ...common, kind: 'acceptance', unitId: leadUnitId, waitingFor: 'leadUnit', waitingForId: leadUnitId },
    ];
  if (state === 'returned')
    return [
      { ...common, kind: 'report', unitId: authorUnitId, waitingFor: author, waitingForId: authorUnitId },
    ];
  return [];
}

/** A site is due until it is claimed; in use, its upkeep is a duty that ends on a day (长效运维). */
export function clocksOfSite(
  site: Site,
  state: SiteState,
  since: IsoDate,
  addressee: AddresseeRole,
): readonly RunningClock[] {
  const common = {
    subjectId: site.id,
    title: site.name,
    placeId: site.placeId,
    since,
    waitingFor: addressee,
    waitingForId: site.unitId,
    unitId: site.unitId,
  };
  if (state === 'planned' || state === 'started')
    return [{ ...common, kind: 'commitment', dueOn: site.dueOn }];
  const until = site.upkeep?.until ?? null;
  return state === 'inUse' && until !== null
    ? [{ ...common, kind: 'upkeep', unitId: site.upkeep?.unitId ?? site.unitId, dueOn: until }]
    : [];
}
