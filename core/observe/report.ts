// What a report is and how it moves: draft, submitted, accepted by the lead, verified by the office, locked; or returned with a reason.
import { type Guard, holdsIf, isReason, type Lifecycle } from '../place/lifecycle.ts';
import type { DecimalText } from '../plan/commitment.ts';
import type { FigureNature } from '../plan/draft.ts';

export const reportStates = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'verified',
  'locked',
  'discarded',
] as const;
export type ReportState = (typeof reportStates)[number];

export const reportActions = [
  'save',
  'submit',
  'recall',
  'accept',
  'return',
  'verify',
  'sendBack',
  'lock',
  'correct',
  'discard',
] as const;
export type ReportAction = (typeof reportActions)[number];

/** One figure as a person enters it: text, because what was typed is kept until it can be read. */
export interface FigureEntry {
  readonly commitmentId: string;
  readonly metric: string;
  readonly placeId: string;
  /** As core/quantity/period.ts writes it: 2025-06, 2025-01/2025-06. */
  readonly period: string;
  readonly value: string;
  readonly unit: string;
  readonly statement: string;
  readonly nature: FigureNature;
}

/** A figure that passed its checks. */
export interface ReportedFigure {
  readonly id: string;
  readonly reportId: string;
  readonly commitmentId: string;
  readonly metric: string;
  readonly placeId: string;
  readonly period: string;
  readonly amount: DecimalText | null;
  readonly unit: string;
  readonly statement: string;
  readonly nature: FigureNature;
  /** The figure that this one corrects; both stay. */
  readonly corrects: string | null;
}

/** What a move of a report rests on. Whatever the server could not find out is undefined, and is refused. */
export interface ReportFacts {
  readonly actorId: string | undefined;
  readonly authorId: string | undefined;
  /** Who accepted it for the lead unit since it was last submitted; null while nobody has. */
  readonly accepterId: string | null | undefined;
  /** Reported by the lead unit itself: nobody stands between it and the office that verifies. */
  readonly fromLead: boolean | undefined;
  readonly figures: number | undefined;
  /** Cells that its checks refuse. */
  readonly refusedCells: number | undefined;
  /** False once the period is closed for good; being late does not close it. */
  readonly periodOpen: boolean | undefined;
  readonly reason: string;
}

export type ReportMoveProblem =
  | 'report.periodClosed'
  | 'report.empty'
  | 'report.cellsRefused'
  | 'report.notYours'
  | 'report.ownReport'
  | 'report.ownAcceptance'
  | 'report.notAccepted'
  | 'report.needsReason';

type ReportGuard = Guard<ReportFacts, ReportMoveProblem>;

const isOpen: ReportGuard = ({ periodOpen }) => holdsIf(periodOpen, 'report.periodClosed');
const hasFigures: ReportGuard = ({ figures }) => holdsIf((figures ?? 0) > 0, 'report.empty');
const cellsPass: ReportGuard = ({ refusedCells }) =>
  holdsIf(refusedCells === 0, 'report.cellsRefused', { count: `${refusedCells ?? '?'}` });
const byAuthor: ReportGuard = ({ actorId, authorId }) =>
  holdsIf(actorId !== undefined && actorId === authorId, 'report.notYours');
/** Nobody passes a report of his own: who enters, who accepts and who verifies are three people (两级审核). */
const notByAuthor: ReportGuard = ({ actorId, authorId }) =>
  holdsIf(actorId !== undefined && authorId !== undefined && actorId !== authorId, 'report.ownReport');
const notByAccepter: ReportGuard = ({ actorId, accepterId }) =>
  holdsIf(
    actorId !== undefined && accepterId !== undefined && actorId !== accepterId,
    'report.ownAcceptance',
  );
/** Two steps upward where a district or street reports, one where the lead unit itself does. */
const throughLead: ReportGuard = ({ accepterId, fromLead }) =>
  holdsIf(fromLead === true || (accepterId !== null && accepterId !== undefined), 'report.notAccepted');
const reasonGiven: ReportGuard = ({ reason }) => holdsIf(isReason(reason), 'report.needsReason');

const reporters = ['leadUnit', 'supportingUnit', 'district', 'street'] as const;
const verifiers = ['supervisionOffice', 'planOffice', 'inspector'] as const;
const offices = ['supervisionOffice', 'planOffice'] as const;

export const reportLifecycle: Lifecycle<ReportState, ReportAction, ReportFacts, ReportMoveProblem> = {
  start: 'draft',
  states: reportStates,
  terminal: ['locked', 'discarded'],
  moves: {
    save: { path: { draft: 'draft', returned: 'returned' }, by: reporters, guards: [isOpen] },
    submit: {
      path: { draft: 'submitted', returned: 'submitted' },
      by: reporters,
      guards: [isOpen, hasFigures, cellsPass],
    },
    recall: { path: { submitted: 'draft' }, by: reporters, guards: [isOpen, byAuthor] },
    accept: { path: { submitted: 'accepted' }, by: ['leadUnit'], guards: [notByAuthor, cellsPass] },
    return: { path: { submitted: 'returned' }, by: ['leadUnit'], guards: [notByAuthor, reasonGiven] },
    verify: {
      path: { accepted: 'verified', submitted: 'verified' },
      by: verifiers,
      guards: [throughLead, notByAuthor, notByAccepter],
    },
    sendBack: {
      path: { accepted: 'returned', submitted: 'returned' },
      by: verifiers,
      guards: [throughLead, notByAuthor, reasonGiven],
    },
    lock: { path: { verified: 'locked' }, by: offices, guards: [] },
    correct: {
      path: { verified: 'verified', locked: 'locked' },
      by: reporters,
      guards: [reasonGiven],
    },
    discard: { path: { draft: 'discarded' }, by: reporters, guards: [byAuthor] },
  },
};

/** Figures of these reports count; a draft or a returned one is nobody's word yet. */
export const countsAsReported = (state: ReportState): boolean =>
  state === 'submitted' || state === 'accepted' || state === 'verified' || state === 'locked';

/** Approved figures may only be corrected by a new one that names the old. */
export const isApproved = (state: ReportState): boolean => state === 'verified' || state === 'locked';
