// How a new version of a clause comes into force: one person proposes it, another publishes it, never for a day that has passed.
import { type Guard, holdsIf, isReason, type Lifecycle } from '../../place/lifecycle.ts';
import type { IsoDate } from '../../quantity/date.ts';

export const proposalStates = ['proposed', 'published', 'returned', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];
export const proposalActions = ['publish', 'sendBack', 'withdraw'] as const;
export type ProposalAction = (typeof proposalActions)[number];

/** What a move rests on. Whatever the server could not find out is undefined, and is refused. */
export interface ProposalFacts {
  readonly actorId: string | undefined;
  readonly authorId: string | null | undefined;
  /** Problems of the text against the clauses in force, tests included. */
  readonly problems: number | undefined;
  readonly startsOn: IsoDate | undefined;
  readonly today: IsoDate | undefined;
  /** First day of the version published last; null for a new clause. */
  readonly newestStart: IsoDate | null | undefined;
  /** The version it was written from, and the one published last. */
  readonly base: number | undefined;
  readonly newest: number | undefined;
  readonly reason: string;
}

export type ProposalProblem =
  | 'proposal.ownProposal'
  | 'proposal.notAuthor'
  | 'proposal.hasProblems'
  | 'proposal.startsInPast'
  | 'proposal.startsTooEarly'
  | 'proposal.baseChanged'
  | 'proposal.needsReason';

type ProposalGuard = Guard<ProposalFacts, ProposalProblem>;

const notAuthor: ProposalGuard = ({ actorId, authorId }) =>
  holdsIf(!!actorId && authorId !== undefined && actorId !== authorId, 'proposal.ownProposal');
const isAuthor: ProposalGuard = ({ actorId, authorId }) =>
  holdsIf(!!actorId && actorId === authorId, 'proposal.notAuthor');
const sound: ProposalGuard = ({ problems }) =>
  holdsIf(problems === 0, 'proposal.hasProblems', { number: String(problems ?? '') });
/** Who relied on the old words must have been able to know the new ones: no version reaches back. */
const notInPast: ProposalGuard = ({ startsOn, today }) =>
  holdsIf(startsOn !== undefined && today !== undefined && startsOn >= today, 'proposal.startsInPast', {
    day: startsOn ?? '',
  });
/** A version that started before one published earlier would be overtaken by it without a word. */
const inOrder: ProposalGuard = ({ startsOn, newestStart }) =>
  holdsIf(
    startsOn !== undefined && newestStart !== undefined && (newestStart === null || startsOn >= newestStart),
    'proposal.startsTooEarly',
    { day: newestStart ?? '' },
  );
const baseStands: ProposalGuard = ({ base, newest }) =>
  holdsIf(base !== undefined && base === newest, 'proposal.baseChanged', { number: String(newest ?? '') });
const explained: ProposalGuard = ({ reason }) => holdsIf(isReason(reason), 'proposal.needsReason');

/** What must hold before a version is even proposed: nobody should review what cannot be published. */
export const proposable: readonly ProposalGuard[] = [sound, notInPast, inOrder, baseStands, explained];

const offices = ['finance', 'planOffice'] as const;

export const proposalLifecycle: Lifecycle<ProposalState, ProposalAction, ProposalFacts, ProposalProblem> = {
  start: 'proposed',
  states: proposalStates,
  terminal: ['published', 'returned', 'withdrawn'],
  moves: {
    publish: {
      path: { proposed: 'published' },
      by: offices,
      guards: [notAuthor, sound, notInPast, inOrder, baseStands],
    },
    sendBack: { path: { proposed: 'returned' }, by: offices, guards: [notAuthor, explained] },
    withdraw: { path: { proposed: 'withdrawn' }, by: offices, guards: [isAuthor] },
  },
};
