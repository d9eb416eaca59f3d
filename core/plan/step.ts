// Steps towards a promise: parts with a unit and a day of their own, one level deep; what may happen to one, and which are late.
import { type Guard, holdsIf, isReason, type Lifecycle } from '../place/lifecycle.ts';
import type { IsoDate } from '../quantity/date.ts';

export const stepStates = ['open', 'done', 'dropped'] as const;
export type StepState = (typeof stepStates)[number];
export const stepActions = ['finish', 'drop', 'reopen', 'postpone'] as const;
export type StepAction = (typeof stepActions)[number];

export interface StepFacts {
  /** The promise's lead, an office, or the unit of the step itself; of others nothing is taken. */
  readonly isOwn: boolean | undefined;
  /** What is said with it; a step that is done needs no words. */
  readonly words: string;
  /** Day of the step now, the wished one, and the last day of the promise's plan. */
  readonly dueOn: IsoDate | undefined;
  readonly wished: IsoDate | null;
  readonly last: IsoDate | undefined;
}

export type StepProblem = 'step.notYours' | 'step.needsWords' | 'step.dayNotLater' | 'step.dayOutside';
type StepGuard = Guard<StepFacts, StepProblem>;

const own: StepGuard = ({ isOwn }) => holdsIf(isOwn, 'step.notYours');
const worded: StepGuard = ({ words }) => holdsIf(isReason(words), 'step.needsWords');
const later: StepGuard = ({ dueOn, wished }) =>
  holdsIf(!!dueOn && !!wished && wished > dueOn, 'step.dayNotLater', { day: dueOn ?? '' });
const inside: StepGuard = ({ wished, last }) =>
  holdsIf(!!wished && !!last && wished <= last, 'step.dayOutside', { day: last ?? '' });

const leads = ['leadUnit', 'planOffice', 'supervisionOffice'] as const;

/** The unit of a step says that it is done; whether it is dropped, taken up again or put off is the lead's to say. */
export const stepLifecycle: Lifecycle<StepState, StepAction, StepFacts, StepProblem> = {
  start: 'open',
  states: stepStates,
  terminal: [],
  moves: {
    finish: { path: { open: 'done' }, by: [...leads, 'supportingUnit'], guards: [own] },
    drop: { path: { open: 'dropped' }, by: leads, guards: [worded] },
    reopen: { path: { done: 'open', dropped: 'open' }, by: leads, guards: [worded] },
    postpone: { path: { open: 'open' }, by: leads, guards: [worded, later, inside] },
  },
};

const after: Readonly<Record<StepAction, StepState>> = {
  ...{ finish: 'done', drop: 'dropped', reopen: 'open', postpone: 'open' },
};

export interface StepStanding {
  readonly state: StepState;
  readonly dueOn: IsoDate;
  /** Number of the last event; 0 where nothing happened yet. */
  readonly number: number;
}

/** Where a step stands after its events, in their order. */
export const stepStanding = (
  dueOn: IsoDate,
  events: readonly { readonly number: number; readonly action: StepAction; readonly dueOn: IsoDate | null }[],
): StepStanding =>
  events.reduce<StepStanding>(
    (now, event) => ({
      state: after[event.action],
      dueOn: event.dueOn ?? now.dueOn,
      number: event.number,
    }),
    { state: 'open', dueOn, number: 0 },
  );

/** The due day itself is still in time. */
export const isStepLate = ({ state, dueOn }: StepStanding, today: IsoDate): boolean =>
  state === 'open' && dueOn < today;
