// 征求意见: a plan is sent to each place before it is set; the place comments line by line or agrees; who has not answered is named.
import { type Guard, holdsIf, isReason, type Lifecycle } from '../place/lifecycle.ts';
import type { IsoDate } from '../quantity/date.ts';

export const consultationStates = ['sent', 'commented', 'answered', 'agreed', 'lapsed'] as const;
export type ConsultationState = (typeof consultationStates)[number];
export const consultationActions = ['comment', 'agree', 'answer', 'lapse'] as const;
export type ConsultationAction = (typeof consultationActions)[number];

export interface ConsultationFacts {
  readonly today: IsoDate | undefined;
  readonly dueOn: IsoDate | undefined;
  /** Lines on which the place has commented, and of them those the office has answered. */
  readonly comments: number | undefined;
  readonly answered: number | undefined;
  /** What was promised to the place when the answer was given. */
  readonly reason: string;
}

export type ConsultationProblem =
  | 'consultation.needsComment'
  | 'consultation.over'
  | 'consultation.commentsOpen'
  | 'consultation.notOver';

type ConsultationGuard = Guard<ConsultationFacts, ConsultationProblem>;

const commented: ConsultationGuard = ({ comments, reason }) =>
  holdsIf((comments ?? 0) > 0 || isReason(reason), 'consultation.needsComment');
const inTime: ConsultationGuard = ({ today, dueOn }) =>
  holdsIf(!!today && !!dueOn && today <= dueOn, 'consultation.over', { day: dueOn ?? '' });
const allAnswered: ConsultationGuard = ({ comments, answered }) =>
  holdsIf(comments !== undefined && comments === answered, 'consultation.commentsOpen', {
    count: `${(comments ?? 0) - (answered ?? 0)}`,
  });
const isOver: ConsultationGuard = ({ today, dueOn }) =>
  holdsIf(!!today && !!dueOn && today > dueOn, 'consultation.notOver', { day: dueOn ?? '' });

const places = ['district', 'leadUnit'] as const;
const offices = ['supervisionOffice', 'planOffice'] as const;

/** Silence is not consent by default: a place that did not answer lapses, and is shown so. */
export const consultationLifecycle: Lifecycle<
  ConsultationState,
  ConsultationAction,
  ConsultationFacts,
  ConsultationProblem
> = {
  start: 'sent',
  states: consultationStates,
  terminal: ['agreed', 'lapsed'],
  moves: {
    comment: {
      path: { sent: 'commented', commented: 'commented', answered: 'commented' },
      by: places,
      guards: [inTime, commented],
    },
    agree: { path: { sent: 'agreed', commented: 'agreed', answered: 'agreed' }, by: places, guards: [] },
    answer: { path: { commented: 'answered' }, by: offices, guards: [allAnswered] },
    lapse: { path: { sent: 'lapsed', answered: 'lapsed' }, by: offices, guards: [isOver] },
  },
};

export interface ConsultationBoard {
  readonly total: number;
  readonly agreed: number;
  readonly lapsed: number;
  /** Places that have not answered yet, and places whose comments wait for the office. */
  readonly waitingForPlaces: readonly string[];
  readonly waitingForOffice: readonly string[];
  /** The plan may be set once nobody is waited for. */
  readonly isDone: boolean;
}

export function consultationBoard(
  places: readonly { readonly placeId: string; readonly state: ConsultationState }[],
): ConsultationBoard {
  const of = (...states: readonly ConsultationState[]): readonly string[] =>
    places.filter(({ state }) => states.includes(state)).map(({ placeId }) => placeId);
  const [waitingForPlaces, waitingForOffice] = [of('sent', 'answered'), of('commented')];
  return {
    total: places.length,
    agreed: of('agreed').length,
    lapsed: of('lapsed').length,
    waitingForPlaces,
    waitingForOffice,
    isDone: places.length > 0 && waitingForPlaces.length + waitingForOffice.length === 0,
  };
}
