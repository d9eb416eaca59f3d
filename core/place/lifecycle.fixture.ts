// A table of moves as lines that a test can hold against an expected table: what is unmet when nothing is known, and who may.
import { availableMoves, type Lifecycle } from './lifecycle.ts';
import { roles } from './role.ts';

const bare = (code: string): string => code.slice(code.indexOf('.') + 1);

/** `state action next: unmet unmet`; a guard that is dropped or a path that is lost changes a line. */
export const unmetLines = <State extends string, Action extends string, Facts, Code extends string>(
  lifecycle: Lifecycle<State, Action, Facts, Code>,
  nothing: Facts,
): readonly string[] =>
  lifecycle.states.flatMap((state) =>
    availableMoves(lifecycle, state, roles, nothing).map(
      ({ action, to, unmet }) => `${state} ${action} ${to}: ${unmet.map(({ code }) => bare(code)).join(' ')}`,
    ),
  );

/** `action: role role`. */
export const roleLines = <State extends string, Action extends string, Facts, Code extends string>(
  lifecycle: Lifecycle<State, Action, Facts, Code>,
  actions: readonly Action[],
): readonly string[] => actions.map((action) => `${action}: ${lifecycle.moves[action].by.join(' ')}`);
