// How a state may change: a table of state × action → state with who may and what must hold. Anything unanswered is refused.
import { fail, type Result, succeed } from '../result.ts';
import type { Role } from './role.ts';

/** What must hold before a move. It names what is unmet; it never decides anything else. */
export type Guard<Facts, Code extends string> = (facts: Facts) => Result<true, Code>;

export interface Move<State extends string, Facts, Code extends string> {
  /** From each state in which the action exists, the state that follows. */
  readonly path: Readonly<Partial<Record<State, State>>>;
  readonly by: readonly Role[];
  readonly guards: readonly Guard<Facts, Code>[];
}

export interface Lifecycle<State extends string, Action extends string, Facts, Code extends string> {
  readonly start: State;
  readonly states: readonly State[];
  /** No move leads out of these. */
  readonly terminal: readonly State[];
  readonly moves: Readonly<Record<Action, Move<State, Facts, Code>>>;
}

export interface Unmet<Code extends string> {
  readonly code: Code;
  readonly params: Readonly<Record<string, string>>;
}

/** A move that a person has the role for; it may be made when nothing is unmet. */
export interface Offer<State extends string, Action extends string, Code extends string> {
  readonly action: Action;
  readonly to: State;
  readonly unmet: readonly Unmet<Code>[];
}

export type MoveProblem = 'move.unknown' | 'move.notFromHere' | 'permission.denied';

/** Only a plain true counts: a fact that nobody supplied is no permission. */
export const holdsIf = <Code extends string>(
  fact: boolean | null | undefined,
  code: Code,
  params: Readonly<Record<string, string>> = {},
): Result<true, Code> => (fact === true ? succeed(true) : fail(code, params));

/** A reason is something that somebody can read: not blank, not one sign. */
export const isReason = (text: string | null | undefined): boolean =>
  (text ?? '').replace(/\s/g, '').length >= 2;

const follows = <State extends string>(
  path: Readonly<Partial<Record<State, State>>>,
  state: State,
): State | null => (Object.hasOwn(path, state) ? (path[state] ?? null) : null);

const mayMove = (by: readonly Role[], roles: readonly string[]): boolean =>
  roles.some((role) => by.some((code) => code === role));

const unmetOf = <Facts, Code extends string>(
  guards: readonly Guard<Facts, Code>[],
  facts: Facts,
): readonly Unmet<Code>[] =>
  guards.flatMap((guard) => {
    const answer = guard(facts);
    return answer.ok ? [] : [{ code: answer.code, params: answer.params }];
  });

const actionsOf = <State extends string, Action extends string, Facts, Code extends string>(
  lifecycle: Lifecycle<State, Action, Facts, Code>,
): readonly Action[] =>
  Object.keys(lifecycle.moves).filter((key): key is Action => Object.hasOwn(lifecycle.moves, key));

/**
 * The moves that exist from here for these roles, each with every condition that is not met, so that a screen can say
 * why before the click. Moves of other people's roles are left out.
 */
export function availableMoves<State extends string, Action extends string, Facts, Code extends string>(
  lifecycle: Lifecycle<State, Action, Facts, Code>,
  state: State,
  roles: readonly string[],
  facts: Facts,
): readonly Offer<State, Action, Code>[] {
  return actionsOf(lifecycle).flatMap((action) => {
    const { path, by, guards } = lifecycle.moves[action];
    const to = follows(path, state);
    return to === null || !mayMove(by, roles) ? [] : [{ action, to, unmet: unmetOf(guards, facts) }];
  });
}

/** The state after the action, or the first thing that forbids it. */
export function makeMove<State extends string, Action extends string, Facts, Code extends string>(
  lifecycle: Lifecycle<State, Action, Facts, Code>,
  state: State,
  action: Action,
  roles: readonly string[],
  facts: Facts,
): Result<State, Code | MoveProblem> {
  if (!Object.hasOwn(lifecycle.moves, action)) return fail('move.unknown', { action });
  const { path, by, guards } = lifecycle.moves[action];
  if (!mayMove(by, roles)) return fail('permission.denied');
  const to = follows(path, state);
  if (to === null) return fail('move.notFromHere', { action, state });
  const [first] = unmetOf(guards, facts);
  return first ? fail(first.code, first.params) : succeed(to);
}

export type TableProblem = 'leavesTerminal' | 'unreachable' | 'stuck' | 'nobodyMay' | 'unknownState';

/** What is wrong with a table itself; an empty answer is asked of every table by its test. */
export function tableProblems<State extends string, Action extends string, Facts, Code extends string>(
  lifecycle: Lifecycle<State, Action, Facts, Code>,
): readonly { readonly problem: TableProblem; readonly at: string }[] {
  const { states, terminal, start } = lifecycle;
  const moves = actionsOf(lifecycle).flatMap((action) =>
    states.flatMap((from) => {
      const to = follows(lifecycle.moves[action].path, from);
      return to === null ? [] : [{ action, from, to, by: lifecycle.moves[action].by }];
    }),
  );
  const reached = new Set<State>([start]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of moves) if (reached.has(from)) reached.add(to);
  }
  return [
    ...moves
      .filter(({ from, to }) => terminal.includes(from) && to !== from)
      .map(({ action }) => ({ problem: 'leavesTerminal' as const, at: action })),
    ...moves
      .filter(({ by }) => by.length === 0)
      .map(({ action }) => ({ problem: 'nobodyMay' as const, at: action })),
    ...moves
      .filter(({ to }) => !states.includes(to))
      .map(({ action }) => ({ problem: 'unknownState' as const, at: action })),
    ...states.filter((state) => !reached.has(state)).map((at) => ({ problem: 'unreachable' as const, at })),
    ...states
      .filter(
        (state) => !terminal.includes(state) && !moves.some(({ from, to }) => from === state && to !== state),
      )
      .map((at) => ({ problem: 'stuck' as const, at })),
  ];
}
