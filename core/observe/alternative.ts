// Another value for a figure, proposed by a lower tier with reason and source: kept beside the first until somebody decides; both stay.
import { type Guard, holdsIf, isReason, type Lifecycle } from '../place/lifecycle.ts';

export const alternativeStates = ['proposed', 'adopted', 'declined', 'withdrawn'] as const;
export type AlternativeState = (typeof alternativeStates)[number];
export const alternativeActions = ['adopt', 'decline', 'withdraw'] as const;
export type AlternativeAction = (typeof alternativeActions)[number];

export interface AlternativeFacts {
  readonly actorId: string | undefined;
  readonly proposerId: string | undefined;
  readonly source: string;
  /** The reason of whoever decides. */
  readonly reason: string;
}

export type AlternativeProblem =
  | 'alternative.needsReason'
  | 'alternative.needsSource'
  | 'alternative.ownProposal'
  | 'alternative.notYours';

type AlternativeGuard = Guard<AlternativeFacts, AlternativeProblem>;

const notByProposer: AlternativeGuard = ({ actorId, proposerId }) =>
  holdsIf(
    actorId !== undefined && proposerId !== undefined && actorId !== proposerId,
    'alternative.ownProposal',
  );
const byProposer: AlternativeGuard = ({ actorId, proposerId }) =>
  holdsIf(actorId !== undefined && actorId === proposerId, 'alternative.notYours');
const hasSource: AlternativeGuard = ({ source }) => holdsIf(isReason(source), 'alternative.needsSource');
const explained: AlternativeGuard = ({ reason }) => holdsIf(isReason(reason), 'alternative.needsReason');

const deciding = ['leadUnit', 'planOffice', 'supervisionOffice'] as const;

/** Adopting adds a figure that corrects the first one; declining leaves both to be seen. */
export const alternativeLifecycle: Lifecycle<
  AlternativeState,
  AlternativeAction,
  AlternativeFacts,
  AlternativeProblem
> = {
  start: 'proposed',
  states: alternativeStates,
  terminal: ['adopted', 'declined', 'withdrawn'],
  moves: {
    adopt: { path: { proposed: 'adopted' }, by: deciding, guards: [notByProposer, hasSource] },
    decline: { path: { proposed: 'declined' }, by: deciding, guards: [notByProposer, explained] },
    withdraw: {
      path: { proposed: 'withdrawn' },
      by: ['district', 'street', 'supportingUnit'],
      guards: [byProposer],
    },
  },
};
