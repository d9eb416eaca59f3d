// A table of moves refuses whatever it does not know: roles, actions, states, facts that nobody supplied.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availableMoves, holdsIf, isReason, type Lifecycle, makeMove, tableProblems } from './lifecycle.ts';

type State = 'open' | 'done' | 'gone';
type Action = 'finish' | 'drop';
interface Facts {
  readonly tested: boolean | undefined;
}

const small: Lifecycle<State, Action, Facts, 'notTested'> = {
  start: 'open',
  states: ['open', 'done', 'gone'],
  terminal: ['gone'],
  moves: {
    finish: {
      path: { open: 'done' },
      by: ['leadUnit'],
      guards: [({ tested }) => holdsIf(tested, 'notTested', { what: '甲' })],
    },
    drop: { path: { open: 'gone', done: 'gone' }, by: ['administrator'], guards: [] },
  },
};

describe('makeMove', () => {
  it.each([
    // why this row is here                  state    action    roles              tested      outcome
    ['role, state and guard all hold', 'open', 'finish', ['leadUnit'], true, 'done'],
    ['the guard says no', 'open', 'finish', ['leadUnit'], false, 'notTested'],
    ['nobody answered the guard', 'open', 'finish', ['leadUnit'], undefined, 'notTested'],
    ['another role', 'open', 'finish', ['street'], true, 'permission.denied'],
    ['no role at all', 'open', 'finish', [], true, 'permission.denied'],
    ['a role that nobody knows', 'open', 'finish', ['emperor'], true, 'permission.denied'],
    ['a name of every object', 'open', 'finish', ['constructor'], true, 'permission.denied'],
    ['not from this state', 'done', 'finish', ['leadUnit'], true, 'move.notFromHere'],
    ['not from the end', 'gone', 'drop', ['administrator'], true, 'move.notFromHere'],
    [
      'permission is asked before the state, so that a stranger learns nothing',
      'gone',
      'drop',
      ['street'],
      true,
      'permission.denied',
    ],
  ] as const)('%s', (_why, state, action, roles, tested, outcome) => {
    const found = makeMove(small, state, action, roles, { tested });
    expect(found.ok ? found.value : found.code).toBe(outcome);
  });

  it('knows no action of the prototype', () => {
    const action: string = 'toString';
    const found = makeMove(small, 'open', action as Action, ['leadUnit'], { tested: true });
    expect(found.ok ? found.value : found.code).toBe('move.unknown');
  });
});

describe('availableMoves', () => {
  it('offers the moves of the role with the exact unmet condition', () => {
    expect(availableMoves(small, 'open', ['leadUnit'], { tested: false })).toEqual([
      { action: 'finish', to: 'done', unmet: [{ code: 'notTested', params: { what: '甲' } }] },
    ]);
  });

  it('offers nothing to others', () =>
    expect(availableMoves(small, 'open', ['public'], { tested: true })).toEqual([]));

  it('says of each move what makeMove does', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<State>('open', 'done', 'gone'),
        fc.constantFrom<Action>('finish', 'drop'),
        fc.subarray(['leadUnit', 'administrator', 'street', 'nobody']),
        fc.option(fc.boolean(), { nil: undefined }),
        (state, action, roles, tested) => {
          const offer = availableMoves(small, state, roles, { tested }).find(
            (each) => each.action === action,
          );
          const moved = makeMove(small, state, action, roles, { tested });
          expect(moved.ok).toBe(offer !== undefined && offer.unmet.length === 0);
        },
      ),
    );
  });
});

describe('tableProblems', () => {
  it('finds nothing wrong with a sound table', () => expect(tableProblems(small)).toEqual([]));

  it.each([
    ['leavesTerminal', { ...small, terminal: ['gone', 'done'] }],
    ['stuck', { ...small, terminal: [] }],
    ['unreachable', { ...small, start: 'done' }],
    ['nobodyMay', { ...small, moves: { ...small.moves, drop: { ...small.moves.drop, by: [] } } }],
    ['unknownState', { ...small, states: ['open', 'done'] }],
  ] as const)('finds %s', (problem, table) => {
    expect(tableProblems<State, Action, Facts, 'notTested'>(table).map((each) => each.problem)).toContain(
      problem,
    );
  });
});

describe('isReason', () => {
  it.each([
    ['征地未完成', true],
    ['', false],
    ['  ', false],
    ['1', false],
    [undefined, false],
  ])('%s: %s', (text, reason) => expect(isReason(text)).toBe(reason));
});
