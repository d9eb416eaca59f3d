// How a blocker of a project moves: raised, assigned to one unit with a day, reported solved, closed only after acceptance.
import { type Guard, holdsIf, isReason, type Lifecycle } from '../place/lifecycle.ts';
import { daysBetween } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';

export const blockerKinds = [
  'land',
  'demolition',
  'approval',
  'money',
  'energy',
  'forest',
  'pipeline',
  'contract',
  'other',
] as const;
export type BlockerKind = (typeof blockerKinds)[number];

export const blockerStates = ['raised', 'assigned', 'solved', 'closed', 'withdrawn'] as const;
export type BlockerState = (typeof blockerStates)[number];

export const blockerActions = [
  'assign',
  'reassign',
  'solve',
  'accept',
  'sendBack',
  'withdraw',
  'reopen',
] as const;
export type BlockerAction = (typeof blockerActions)[number];

export interface Blocker {
  readonly id: string;
  readonly projectId: string;
  readonly kind: BlockerKind;
  readonly words: string;
  readonly raisedOn: IsoDate;
  readonly raisedBy: string;
  readonly unitId: string | null;
  readonly dueOn: IsoDate | null;
  readonly state: BlockerState;
  readonly closedOn: IsoDate | null;
}

/** What a move rests on. Whatever the server could not find out is undefined, and is refused. */
export interface BlockerFacts {
  readonly unitId: string | null | undefined;
  readonly dueOn: IsoDate | null | undefined;
  readonly today: IsoDate | undefined;
  /** What was done about it. */
  readonly solution: string;
  readonly reason: string;
  readonly actorId: string | undefined;
  /** Who reported it solved. */
  readonly solverId: string | null | undefined;
}

export type BlockerProblem =
  | 'blocker.needsUnit'
  | 'blocker.needsDay'
  | 'blocker.dayPast'
  | 'blocker.needsSolution'
  | 'blocker.ownSolution'
  | 'blocker.needsReason';

type BlockerGuard = Guard<BlockerFacts, BlockerProblem>;

const hasUnit: BlockerGuard = ({ unitId }) => holdsIf(!!unitId, 'blocker.needsUnit');
const hasDay: BlockerGuard = ({ dueOn }) => holdsIf(!!dueOn, 'blocker.needsDay');
const dayAhead: BlockerGuard = ({ dueOn, today }) =>
  holdsIf(!!dueOn && !!today && dueOn >= today, 'blocker.dayPast', {
    day: dueOn ?? '—',
    today: today ?? '—',
  });
const hasSolution: BlockerGuard = ({ solution }) => holdsIf(isReason(solution), 'blocker.needsSolution');
const notOwn: BlockerGuard = ({ actorId, solverId }) =>
  holdsIf(actorId !== undefined && !!solverId && actorId !== solverId, 'blocker.ownSolution');
const explained: BlockerGuard = ({ reason }) => holdsIf(isReason(reason), 'blocker.needsReason');

const offices = ['planOffice', 'supervisionOffice'] as const;

export const blockerLifecycle: Lifecycle<BlockerState, BlockerAction, BlockerFacts, BlockerProblem> = {
  start: 'raised',
  states: blockerStates,
  terminal: ['withdrawn'],
  moves: {
    assign: { path: { raised: 'assigned' }, by: offices, guards: [hasUnit, hasDay, dayAhead] },
    reassign: { path: { assigned: 'assigned' }, by: offices, guards: [hasUnit, hasDay, dayAhead, explained] },
    solve: {
      path: { assigned: 'solved' },
      by: ['leadUnit', 'supportingUnit', 'district'],
      guards: [hasSolution],
    },
    accept: { path: { solved: 'closed' }, by: [...offices, 'leadUnit'], guards: [notOwn] },
    sendBack: { path: { solved: 'assigned' }, by: [...offices, 'leadUnit'], guards: [explained] },
    withdraw: {
      path: { raised: 'withdrawn', assigned: 'withdrawn' },
      by: [...offices, 'leadUnit', 'district'],
      guards: [explained],
    },
    reopen: { path: { closed: 'assigned' }, by: offices, guards: [hasUnit, hasDay, dayAhead, explained] },
  },
};

export const isOpen = (state: BlockerState): boolean =>
  state === 'raised' || state === 'assigned' || state === 'solved';

export interface BlockerStanding {
  readonly open: number;
  readonly unassigned: number;
  readonly late: number;
  readonly closed: number;
  /** Days from raised to closed, of those closed; null where none is. */
  readonly meanDays: number | null;
  readonly byKind: Readonly<Partial<Record<BlockerKind, number>>>;
}

export const isLate = (blocker: Blocker, asOf: IsoDate): boolean =>
  blocker.state === 'assigned' && blocker.dueOn !== null && asOf > blocker.dueOn;

/** How the blockers of a list of projects stand on a day. */
export function blockerStanding(blockers: readonly Blocker[], asOf: IsoDate): BlockerStanding {
  const known = blockers.filter(({ raisedOn }) => raisedOn <= asOf);
  const open = known.filter(({ state }) => isOpen(state));
  const closed = known.flatMap((blocker) =>
    blocker.state === 'closed' && blocker.closedOn !== null
      ? [daysBetween(blocker.raisedOn, blocker.closedOn)]
      : [],
  );
  const byKind: Partial<Record<BlockerKind, number>> = {};
  for (const { kind } of open) byKind[kind] = (byKind[kind] ?? 0) + 1;
  return {
    open: open.length,
    unassigned: open.filter(({ state }) => state === 'raised').length,
    late: open.filter((blocker) => isLate(blocker, asOf)).length,
    closed: closed.length,
    meanDays:
      closed.length === 0 ? null : Math.round(closed.reduce((sum, days) => sum + days, 0) / closed.length),
    byKind,
  };
}
