// A claim (申报) where a clause is not paid by itself: what a firm asks for, what is asked back, what is decided, and by whom.
import { type Guard, holdsIf, isReason, type Lifecycle } from '../../place/lifecycle.ts';
import type { Automation } from '../clause.ts';
import type { ClauseResult } from '../engine/explain-result.ts';

export const claimStates = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'awarded',
  'refused',
  'withdrawn',
] as const;
export type ClaimState = (typeof claimStates)[number];
export const claimActions = ['submit', 'askBack', 'accept', 'award', 'refuse', 'withdraw'] as const;
export type ClaimAction = (typeof claimActions)[number];

/** What a move rests on. Whatever the server could not find out is undefined, and is refused. */
export interface ClaimFacts {
  readonly actorId: string | undefined;
  readonly acceptorId: string | null | undefined;
  readonly automation: Automation | undefined;
  readonly isInForce: boolean | undefined;
  /** The firm has agreed that its register facts are used for this purpose. */
  readonly hasConsent: boolean | undefined;
  /** Another claim or award holds the same key. */
  readonly isKeyHeld: boolean | undefined;
  /** The answer of the rules to the firm's facts today. */
  readonly answer: ClauseResult['answer'] | undefined;
  /** 分: what the rules allow, and what the office decides on. */
  readonly allowed: number | undefined;
  readonly decided: number | undefined;
  readonly reason: string;
}

export type ClaimProblem =
  | 'claim.paidWithoutClaim'
  | 'claim.notInForce'
  | 'claim.needsConsent'
  | 'claim.madeBefore'
  | 'claim.factsMissing'
  | 'claim.notEligible'
  | 'claim.ownAcceptance'
  | 'claim.overAllowed'
  | 'claim.needsReason';

type ClaimGuard = Guard<ClaimFacts, ClaimProblem>;

/** 免申即享 is never asked for. */
const needsClaim: ClaimGuard = ({ automation }) =>
  holdsIf(automation !== undefined && automation !== 'automatic', 'claim.paidWithoutClaim');
const inForce: ClaimGuard = ({ isInForce }) => holdsIf(isInForce, 'claim.notInForce');
const consented: ClaimGuard = ({ hasConsent }) => holdsIf(hasConsent, 'claim.needsConsent');
const firstClaim: ClaimGuard = ({ isKeyHeld }) => holdsIf(isKeyHeld === false, 'claim.madeBefore');
const factsKnown: ClaimGuard = ({ answer }) =>
  holdsIf(answer !== undefined && answer !== 'unknown', 'claim.factsMissing');
const eligible: ClaimGuard = ({ answer }) => holdsIf(answer === 'yes', 'claim.notEligible');
const notByAcceptor: ClaimGuard = ({ actorId, acceptorId }) =>
  holdsIf(actorId !== undefined && !!acceptorId && actorId !== acceptorId, 'claim.ownAcceptance');
/** Never more than the rules allow; less only where a ceiling leaves it to the office, which then says why. */
const withinAllowed: ClaimGuard = ({ allowed, decided }) =>
  holdsIf(
    allowed !== undefined && decided !== undefined && decided > 0 && decided <= allowed,
    'claim.overAllowed',
  );
const lessExplained: ClaimGuard = ({ allowed, decided, reason }) =>
  holdsIf(decided === allowed || isReason(reason), 'claim.needsReason');
const explained: ClaimGuard = ({ reason }) => holdsIf(isReason(reason), 'claim.needsReason');

const offices = ['leadUnit', 'district'] as const;

export const claimLifecycle: Lifecycle<ClaimState, ClaimAction, ClaimFacts, ClaimProblem> = {
  start: 'draft',
  states: claimStates,
  terminal: ['awarded', 'refused', 'withdrawn'],
  moves: {
    submit: {
      path: { draft: 'submitted', returned: 'submitted' },
      by: ['enterprise'],
      guards: [needsClaim, inForce, consented, firstClaim, factsKnown],
    },
    askBack: { path: { submitted: 'returned' }, by: offices, guards: [explained] },
    accept: { path: { submitted: 'accepted' }, by: offices, guards: [factsKnown] },
    award: {
      path: { accepted: 'awarded' },
      by: offices,
      guards: [notByAcceptor, eligible, firstClaim, withinAllowed, lessExplained],
    },
    refuse: { path: { accepted: 'refused' }, by: offices, guards: [notByAcceptor, explained] },
    withdraw: {
      path: { draft: 'withdrawn', submitted: 'withdrawn', returned: 'withdrawn' },
      by: ['enterprise'],
      guards: [],
    },
  },
};
