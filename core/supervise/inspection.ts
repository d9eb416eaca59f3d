// What an inspection is and how it moves, by the 政府督查工作条例 (State Council Order 733): approved, done, concluded, fed back, objected to, rectified.
import { type Guard, holdsIf, isReason, type Lifecycle } from '../place/lifecycle.ts';
import type { IsoDate } from '../quantity/date.ts';

/** §14: 综合督查, 专项督查, 事件调查, 日常督办, 线索核查. */
export const inspectionKinds = ['general', 'special', 'event', 'routine', 'lead'] as const;
export type InspectionKind = (typeof inspectionKinds)[number];

/** §12: eight methods. */
export const inspectionMethods = [
  'selfCheck',
  'report',
  'onSite',
  'hearing',
  'documents',
  'leads',
  'talk',
  'online',
] as const;
export type InspectionMethod = (typeof inspectionMethods)[number];

export const inspectionStates = [
  'planned',
  'approved',
  'underway',
  'concluded',
  'fedBack',
  'objected',
  'reviewed',
  'rectifying',
  'closed',
  'cancelled',
] as const;
export type InspectionState = (typeof inspectionStates)[number];

export const inspectionActions = [
  'approve',
  'begin',
  'conclude',
  'feedBack',
  'object',
  'review',
  'orderRectification',
  'acceptRectification',
  'close',
  'cancel',
] as const;
export type InspectionAction = (typeof inspectionActions)[number];

export interface InspectionPlan {
  readonly id: string;
  readonly kind: InspectionKind;
  readonly methods: readonly InspectionMethod[];
  readonly subject: string;
  readonly placeId: string;
  readonly unitId: string;
  /** The body that inspects. */
  readonly byUnitId: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly commitmentIds: readonly string[];
}

/** What a move of an inspection rests on. Whatever the server could not find out is undefined, and is refused. */
export interface InspectionFacts {
  readonly today: IsoDate | undefined;
  readonly actorId: string | undefined;
  readonly methods: readonly InspectionMethod[];
  /** §11: fixed by the government or its head, or proposed by the inspection office and approved: the document. */
  readonly approval: string;
  /** §7: a department inspects only where the government has assigned it. Null where the office itself inspects. */
  readonly departmentAssignment: string | null | undefined;
  /** Other inspections of the unit that this one would repeat (§15); see inspection-plan.ts. */
  readonly clashes: number | undefined;
  readonly team: readonly string[];
  readonly teamLeast: number | undefined;
  /** Team members who must stand aside. */
  readonly recused: readonly string[] | undefined;
  readonly findings: number | undefined;
  readonly conclusion: string;
  /** Day on which the unit received the conclusion (§16). */
  readonly receivedOn: IsoDate | null | undefined;
  /** Last day of the objection (§17), from the clock. */
  readonly objectBy: IsoDate | null | undefined;
  readonly objection: string;
  /** True once a review has decided: nothing more can be objected to (§17). */
  readonly objectionDecided?: boolean | undefined;
  readonly rectification: string;
  readonly rectified: boolean | null | undefined;
  readonly reason: string;
}

export type InspectionProblem =
  | 'inspection.needsMethod'
  | 'inspection.needsApproval'
  | 'inspection.departmentNotAssigned'
  | 'inspection.repeats'
  | 'inspection.teamTooSmall'
  | 'inspection.mustRecuse'
  | 'inspection.notInTeam'
  | 'inspection.needsFinding'
  | 'inspection.needsConclusion'
  | 'inspection.needsReceipt'
  | 'inspection.objectionTooLate'
  | 'inspection.objectionOpen'
  | 'inspection.objectionDecided'
  | 'inspection.needsReason'
  | 'inspection.reviewerWasInspector'
  | 'inspection.needsRectification'
  | 'inspection.notRectified';

type InspectionGuard = Guard<InspectionFacts, InspectionProblem>;

const methodChosen: InspectionGuard = ({ methods }) => holdsIf(methods.length > 0, 'inspection.needsMethod');
const isApproved: InspectionGuard = ({ approval }) => holdsIf(isReason(approval), 'inspection.needsApproval');
const mayInspect: InspectionGuard = ({ departmentAssignment }) =>
  holdsIf(
    departmentAssignment === null || isReason(departmentAssignment),
    'inspection.departmentNotAssigned',
  );
const repeatsNone: InspectionGuard = ({ clashes }) =>
  holdsIf(clashes === 0, 'inspection.repeats', { count: `${clashes ?? '?'}` });
const teamStands: InspectionGuard = ({ team, teamLeast }) =>
  holdsIf(teamLeast !== undefined && team.length >= teamLeast, 'inspection.teamTooSmall', {
    least: `${teamLeast ?? '?'}`,
  });
const noneRecused: InspectionGuard = ({ team, recused }) =>
  holdsIf(recused !== undefined && !team.some((member) => recused.includes(member)), 'inspection.mustRecuse');
const inTeam: InspectionGuard = ({ actorId, team }) =>
  holdsIf(actorId !== undefined && team.includes(actorId), 'inspection.notInTeam');
const hasFindings: InspectionGuard = ({ findings }) =>
  holdsIf((findings ?? 0) > 0, 'inspection.needsFinding');
const isConcluded: InspectionGuard = ({ conclusion }) =>
  holdsIf(isReason(conclusion), 'inspection.needsConclusion');
const isReceived: InspectionGuard = ({ receivedOn }) => holdsIf(!!receivedOn, 'inspection.needsReceipt');
const inTime: InspectionGuard = ({ today, objectBy }) =>
  holdsIf(!!today && !!objectBy && today <= objectBy, 'inspection.objectionTooLate', {
    day: objectBy ?? '',
  });
/** One review decides (§17); what it decided is not objected to again. */
const noneDecided: InspectionGuard = ({ objectionDecided }) =>
  holdsIf(objectionDecided === false, 'inspection.objectionDecided');
/** A conclusion that may still be objected to is not closed over the unit's head. */
const objectionOver: InspectionGuard = ({ today, objectBy, objectionDecided }) =>
  holdsIf(
    objectionDecided === true || (!!today && !!objectBy && today > objectBy),
    'inspection.objectionOpen',
    { day: objectBy ?? '' },
  );
const objectionReasoned: InspectionGuard = ({ objection }) =>
  holdsIf(isReason(objection), 'inspection.needsReason');
const explained: InspectionGuard = ({ reason }) => holdsIf(isReason(reason), 'inspection.needsReason');
/** §17: staff who made the conclusion recuse themselves from its review. */
const reviewerIsNew: InspectionGuard = ({ actorId, team }) =>
  holdsIf(actorId !== undefined && !team.includes(actorId), 'inspection.reviewerWasInspector');
const rectificationNamed: InspectionGuard = ({ rectification }) =>
  holdsIf(isReason(rectification), 'inspection.needsRectification');
const isRectified: InspectionGuard = ({ rectified }) => holdsIf(rectified, 'inspection.notRectified');

const office = ['supervisionOffice'] as const;
const inspecting = ['supervisionOffice', 'inspector'] as const;
const inspected = ['leadUnit', 'supportingUnit', 'district', 'street'] as const;

export const inspectionLifecycle: Lifecycle<
  InspectionState,
  InspectionAction,
  InspectionFacts,
  InspectionProblem
> = {
  start: 'planned',
  states: inspectionStates,
  terminal: ['closed', 'cancelled'],
  moves: {
    approve: {
      path: { planned: 'approved' },
      by: office,
      guards: [methodChosen, isApproved, mayInspect, repeatsNone],
    },
    begin: { path: { approved: 'underway' }, by: inspecting, guards: [teamStands, noneRecused, inTeam] },
    conclude: {
      path: { underway: 'concluded' },
      by: inspecting,
      guards: [inTeam, hasFindings, isConcluded],
    },
    feedBack: { path: { concluded: 'fedBack' }, by: office, guards: [isReceived] },
    // Rectification ordered with the conclusion takes nothing of the thirty days.
    object: {
      path: { fedBack: 'objected', rectifying: 'objected' },
      by: inspected,
      guards: [inTime, noneDecided, objectionReasoned],
    },
    review: { path: { objected: 'reviewed' }, by: office, guards: [reviewerIsNew, explained] },
    orderRectification: {
      path: { fedBack: 'rectifying', reviewed: 'rectifying' },
      by: office,
      guards: [rectificationNamed],
    },
    acceptRectification: { path: { rectifying: 'closed' }, by: inspecting, guards: [isRectified] },
    close: { path: { fedBack: 'closed', reviewed: 'closed' }, by: office, guards: [objectionOver] },
    cancel: { path: { planned: 'cancelled', approved: 'cancelled' }, by: office, guards: [explained] },
  },
};
