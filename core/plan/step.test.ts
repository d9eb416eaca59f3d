// Who may do what to a step, from which state, and when it is late.
import { describe, expect, it } from 'vitest';
import { makeMove, tableProblems } from '../place/lifecycle.ts';
import { isoDate } from '../quantity/date.ts';
import { isStepLate, type StepFacts, stepLifecycle, stepStanding } from './step.ts';

const good: StepFacts = {
  ...{ isOwn: true, words: '用地批复顺延', dueOn: isoDate('2025-06-30') },
  ...{ wished: isoDate('2025-09-30'), last: isoDate('2025-12-31') },
};

describe('a step', () => {
  it('has a sound table', () => expect(tableProblems(stepLifecycle)).toEqual([]));
  it.each([
    // why this row is here                     state      action      role               facts                              outcome
    ['its unit says it is done', 'open', 'finish', 'supportingUnit', {}, 'done'],
    ['another unit does not', 'open', 'finish', 'supportingUnit', { isOwn: false }, 'step.notYours'],
    [
      'who is not known to be its unit does not',
      'open',
      'finish',
      'leadUnit',
      { isOwn: undefined },
      'step.notYours',
    ],
    ['its unit does not drop it', 'open', 'drop', 'supportingUnit', {}, 'permission.denied'],
    ['the lead drops it with words', 'open', 'drop', 'leadUnit', {}, 'dropped'],
    ['not without', 'open', 'drop', 'leadUnit', { words: ' ' }, 'step.needsWords'],
    ['what is done is not done again', 'done', 'finish', 'leadUnit', {}, 'move.notFromHere'],
    ['what is done may be taken up again', 'done', 'reopen', 'planOffice', {}, 'open'],
    ['put off to a later day', 'open', 'postpone', 'leadUnit', {}, 'open'],
    [
      'not to the same',
      'open',
      'postpone',
      'leadUnit',
      { wished: isoDate('2025-06-30') },
      'step.dayNotLater',
    ],
    [
      'not beyond the plan',
      'open',
      'postpone',
      'leadUnit',
      { wished: isoDate('2026-01-01') },
      'step.dayOutside',
    ],
    ['not without a day', 'open', 'postpone', 'leadUnit', { wished: null }, 'step.dayNotLater'],
    ['a district has no part in it', 'open', 'finish', 'district', {}, 'permission.denied'],
  ] as const)('%s', (_why, state, action, role, facts, outcome) => {
    const moved = makeMove(stepLifecycle, state, action, [role], { ...good, ...facts });
    expect(moved.ok ? moved.value : moved.code).toBe(outcome);
  });
});

it('stands where its last event left it, on the last day it was given', () => {
  const day = isoDate('2025-06-30');
  const put = { number: 1, action: 'postpone', dueOn: isoDate('2025-09-30') } as const;
  const done = { number: 2, action: 'finish', dueOn: null } as const;
  expect(stepStanding(day, [])).toEqual({ state: 'open', dueOn: day, number: 0 });
  expect(stepStanding(day, [put])).toEqual({ state: 'open', dueOn: put.dueOn, number: 1 });
  expect(stepStanding(day, [put, done])).toEqual({ state: 'done', dueOn: put.dueOn, number: 2 });
});

it.each([
  ['on its day', '2025-06-30', 'open', false],
  ['the day after', '2025-07-01', 'open', true],
  ['never once it is done', '2025-07-01', 'done', false],
  ['nor dropped', '2025-07-01', 'dropped', false],
] as const)('is late: %s', (_why, today, state, late) =>
  expect(isStepLate({ state, dueOn: isoDate('2025-06-30'), number: 1 }, isoDate(today))).toBe(late),
);
