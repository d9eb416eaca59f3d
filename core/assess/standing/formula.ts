// What a standing is computed from: a frozen, versioned formula of outcomes only, and the moves of a round.
import { type Guard, holdsIf, isReason, type Lifecycle } from '../../place/lifecycle.ts';
import type { DecimalText, GoodWay } from '../../plan/commitment.ts';
import type { IsoDate } from '../../quantity/date.ts';

/**
 * What may be ranked. 国办函〔2026〕12号 forbids ranking by log-ins, online time, likes or usage, so there is no such
 * kind here: a part is the state of a promise or of the world, never of this software.
 */
export const outcomeKinds = [
  'indicatorValue',
  'indicatorGrowth',
  'shareOfTarget',
  'shareOnSchedule',
  'verifiedShare',
  'noticesClosedInTime',
  'satisfaction',
  'thirdParty',
  'load',
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/**
 * How values of unlike places become points. share: value ÷ own target, 1 is full marks, so that a small county with a
 * small target can win. range: between the lowest and the highest of the round. rank: by position in the round.
 * perBase: value ÷ the place's own base (people, investment), then by range.
 */
export type Normalisation = 'share' | 'range' | 'rank' | 'perBase';

export interface FormulaPart {
  readonly id: string;
  readonly name: string;
  readonly kind: OutcomeKind;
  /** Points out of the whole; the sum of all parts need not be 100, it is rescaled. */
  readonly weight: DecimalText;
  readonly goodWay: Exclude<GoodWay, 'around'>;
  readonly normalisation: Normalisation;
  readonly unit: string;
  /** Share of one's own target beyond which no more points are given (1.2 rewards over-fulfilment up to a fifth). */
  readonly cap: DecimalText;
}

export interface Formula {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly of: 'district' | 'department' | 'livelihood';
  readonly parts: readonly FormulaPart[];
  /** Share of a member's applicable weight that must have a value, else it gets no place. */
  readonly leastCoverage: DecimalText;
  /** Decimal places of points; members equal after rounding share a place. */
  readonly places: number;
  readonly inForceFrom: IsoDate;
  /** Document that sets it. */
  readonly source: string;
}

export type FormulaProblem =
  | 'formula.empty'
  | 'formula.partTwice'
  | 'formula.weightInvalid'
  | 'formula.capInvalid'
  | 'formula.coverageInvalid'
  | 'formula.placesInvalid'
  | 'formula.notOutcome'
  | 'formula.needsSource';

/** A value of one member for one part. notApplicable is a decision with a reason; missing is nobody's report. */
export type PartValue =
  | {
      readonly kind: 'value';
      readonly value: DecimalText;
      /** The member's own target (share) or base (perBase), in the same unit. */
      readonly base: DecimalText | null;
    }
  | { readonly kind: 'notApplicable'; readonly reason: string }
  | { readonly kind: 'missing' };

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly values: Readonly<Record<string, PartValue>>;
}

export const roundStates = ['draft', 'frozen', 'published', 'withdrawn'] as const;
export type RoundState = (typeof roundStates)[number];
export const roundActions = ['freeze', 'publish', 'withdraw'] as const;
export type RoundAction = (typeof roundActions)[number];

export interface RoundFacts {
  readonly actorId: string | undefined;
  readonly freezerId: string | null | undefined;
  readonly formulaProblems: number | undefined;
  readonly ranked: number | undefined;
  /** Hash of the inputs when they were frozen, and of the same inputs read again now. */
  readonly frozenHash: string | null | undefined;
  readonly currentHash: string | undefined;
  readonly reason: string;
}

export type RoundProblem =
  | 'standing.formulaWrong'
  | 'standing.nobodyRanked'
  | 'standing.inputsChanged'
  | 'standing.ownFreeze'
  | 'standing.needsReason';

type RoundGuard = Guard<RoundFacts, RoundProblem>;

const formulaStands: RoundGuard = ({ formulaProblems }) =>
  holdsIf(formulaProblems === 0, 'standing.formulaWrong');
const someRanked: RoundGuard = ({ ranked }) => holdsIf((ranked ?? 0) > 1, 'standing.nobodyRanked');
const inputsSame: RoundGuard = ({ frozenHash, currentHash }) =>
  holdsIf(!!frozenHash && frozenHash === currentHash, 'standing.inputsChanged');
const notByFreezer: RoundGuard = ({ actorId, freezerId }) =>
  holdsIf(actorId !== undefined && !!freezerId && actorId !== freezerId, 'standing.ownFreeze');
const explained: RoundGuard = ({ reason }) => holdsIf(isReason(reason), 'standing.needsReason');

const offices = ['supervisionOffice', 'planOffice'] as const;

export const roundLifecycle: Lifecycle<RoundState, RoundAction, RoundFacts, RoundProblem> = {
  start: 'draft',
  states: roundStates,
  terminal: ['withdrawn'],
  moves: {
    freeze: { path: { draft: 'frozen' }, by: offices, guards: [formulaStands, someRanked] },
    publish: { path: { frozen: 'published' }, by: offices, guards: [inputsSame, notByFreezer] },
    withdraw: {
      path: { draft: 'withdrawn', frozen: 'withdrawn', published: 'withdrawn' },
      by: offices,
      guards: [explained],
    },
  },
};
