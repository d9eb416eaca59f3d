// What becomes of a low rating: a lead that the office passes on, the unit answers, and the office closes or sets aside with a reason.
import { type Guard, holdsIf, isReason, type Lifecycle } from '../place/lifecycle.ts';

export const leadStates = ['open', 'passedOn', 'answered', 'closed', 'dismissed'] as const;
export type LeadState = (typeof leadStates)[number];
export const leadActions = ['passOn', 'answer', 'close', 'reopen', 'dismiss'] as const;
export type LeadAction = (typeof leadActions)[number];

export interface LeadFacts {
  readonly actorId: string | undefined;
  readonly answererId: string | null | undefined;
  readonly answer: string;
  /** What was found at the site; a lead is not closed on a word alone. */
  readonly finding: string;
  readonly reason: string;
}

export type LeadProblem = 'lead.needsAnswer' | 'lead.needsFinding' | 'lead.needsReason' | 'lead.ownAnswer';

type LeadGuard = Guard<LeadFacts, LeadProblem>;

const isAnswered: LeadGuard = ({ answer }) => holdsIf(isReason(answer), 'lead.needsAnswer');
const hasFinding: LeadGuard = ({ finding }) => holdsIf(isReason(finding), 'lead.needsFinding');
const explained: LeadGuard = ({ reason }) => holdsIf(isReason(reason), 'lead.needsReason');
const notByAnswerer: LeadGuard = ({ actorId, answererId }) =>
  holdsIf(actorId !== undefined && !!answererId && actorId !== answererId, 'lead.ownAnswer');

const office = ['supervisionOffice', 'inspector'] as const;

export const leadLifecycle: Lifecycle<LeadState, LeadAction, LeadFacts, LeadProblem> = {
  start: 'open',
  states: leadStates,
  terminal: ['closed', 'dismissed'],
  moves: {
    passOn: { path: { open: 'passedOn' }, by: office, guards: [] },
    answer: { path: { passedOn: 'answered' }, by: ['leadUnit', 'district', 'street'], guards: [isAnswered] },
    close: { path: { answered: 'closed' }, by: office, guards: [notByAnswerer, hasFinding] },
    reopen: { path: { answered: 'passedOn' }, by: office, guards: [explained] },
    dismiss: { path: { open: 'dismissed' }, by: office, guards: [explained] },
  },
};
