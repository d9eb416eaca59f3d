// Who of the inspectors' pool may inspect a unit, who must stand aside and why, and whose turn it is.
import { addMonths, daysBetween } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import type { InspectionPlan } from './inspection.ts';

/** A post held in a unit: inspectors do not inspect where they work or lately worked. */
export interface Service {
  readonly unitId: string;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

export interface Inspector {
  readonly accountId: string;
  readonly fields: readonly string[];
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly services: readonly Service[];
  /** Units in which the inspector has declared an interest. */
  readonly interests: readonly string[];
  /** Last day of the certificate; null where there is none. */
  readonly certificateUntil: IsoDate | null;
}

export interface Assignment {
  readonly inspectionId: string;
  readonly accountId: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export type StandAside =
  | 'notInPool'
  | 'noCertificate'
  | 'worksThere'
  | 'workedThere'
  | 'hasInterest'
  | 'busy'
  | 'madeConclusion';

export interface Candidate {
  readonly accountId: string;
  readonly standsAside: readonly StandAside[];
  /** Days assigned in the same year. */
  readonly load: number;
  readonly knowsField: boolean;
}

export interface PoolQuestion {
  readonly plan: InspectionPlan;
  readonly field: string;
  readonly assignments: readonly Assignment[];
  readonly recusalYears: number;
  /** Members of the original team, where the question is who reviews an objection (§17). */
  readonly originalTeam: readonly string[];
  readonly needsCertificate: boolean;
}

function serviceReason({ unitId, from, until }: Service, question: PoolQuestion): StandAside | null {
  const { plan, recusalYears } = question;
  if (unitId !== plan.unitId || from > plan.to) return null;
  if (until === null || until >= plan.from) return 'worksThere';
  return addMonths(until, recusalYears * 12) >= plan.from ? 'workedThere' : null;
}

/** Every reason to stand aside, not the first. */
export function standsAside(inspector: Inspector, question: PoolQuestion): readonly StandAside[] {
  const { plan, assignments, originalTeam, needsCertificate } = question;
  const { accountId, from, until, services, interests, certificateUntil } = inspector;
  const inPool = from <= plan.from && (until === null || plan.to <= until);
  const busy = assignments.some(
    (each) =>
      each.accountId === accountId &&
      each.inspectionId !== plan.id &&
      each.from <= plan.to &&
      plan.from <= each.to,
  );
  const reasons: readonly (StandAside | null)[] = [
    inPool ? null : 'notInPool',
    !needsCertificate || (certificateUntil !== null && plan.to <= certificateUntil) ? null : 'noCertificate',
    ...services.map((service) => serviceReason(service, question)),
    interests.includes(plan.unitId) ? 'hasInterest' : null,
    busy ? 'busy' : null,
    originalTeam.includes(accountId) ? 'madeConclusion' : null,
  ];
  return [...new Set(reasons.flatMap((reason) => (reason === null ? [] : [reason])))];
}

const daysOf = ({ from, to }: Assignment): number => daysBetween(from, to) + 1;

const loadIn = (accountId: string, assignments: readonly Assignment[], year: string): number =>
  assignments
    .filter((each) => each.accountId === accountId && each.from.slice(0, 4) === year)
    .reduce((sum, each) => sum + daysOf(each), 0);

const compareCandidates = (a: Candidate, b: Candidate): number =>
  Math.sign(a.standsAside.length) - Math.sign(b.standsAside.length) ||
  Number(b.knowsField) - Number(a.knowsField) ||
  a.load - b.load ||
  (a.accountId < b.accountId ? -1 : 1);

/** The whole pool: who can go first (knows the field, least loaded), then those who must stand aside, each with why. */
export const candidatesFor = (pool: readonly Inspector[], question: PoolQuestion): readonly Candidate[] =>
  pool
    .map((inspector) => ({
      accountId: inspector.accountId,
      standsAside: standsAside(inspector, question),
      load: loadIn(inspector.accountId, question.assignments, question.plan.from.slice(0, 4)),
      knowsField: inspector.fields.includes(question.field),
    }))
    .toSorted(compareCandidates);

/** Members of a team who must stand aside, for the guards of the inspection. Nobody outside the pool may go. */
export const recusedOf = (
  team: readonly string[],
  pool: readonly Inspector[],
  question: PoolQuestion,
): readonly string[] =>
  team.filter((member) => {
    const inspector = pool.find((each) => each.accountId === member);
    return !inspector || standsAside(inspector, question).length > 0;
  });
