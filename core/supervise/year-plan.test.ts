// The yearly plan: nothing empty or clashing is submitted, and what is approved is what was submitted.
import { expect, it } from 'vitest';
import { roleLines, unmetLines } from '../place/lifecycle.fixture.ts';
import { makeMove, tableProblems } from '../place/lifecycle.ts';
import { type YearPlanFacts, yearPlanActions, yearPlanLifecycle } from './year-plan.ts';

const good: YearPlanFacts = {
  waiting: 3,
  clashing: 0,
  changed: 0,
  approval: '市政府常务会议纪要',
  reason: '请压减频次',
};

it('has a sound table that only the office moves', () => {
  expect(tableProblems(yearPlanLifecycle)).toEqual([]);
  expect(roleLines(yearPlanLifecycle, yearPlanActions)).toEqual([
    'submit: supervisionOffice',
    'approve: supervisionOffice',
    'return: supervisionOffice',
  ]);
});

it.each([
  // why this row is here                          state        action    facts                outcome
  ['§15 a plan with inspections', 'draft', 'submit', {}, 'submitted'],
  ['an empty plan', 'draft', 'submit', { waiting: 0 }, 'yearPlan.empty'],
  ['§15 one that repeats', 'draft', 'submit', { clashing: 2 }, 'yearPlan.clashes'],
  ['§11 approved by a named decision', 'submitted', 'approve', {}, 'approved'],
  ['§11 by none', 'submitted', 'approve', { approval: ' ' }, 'yearPlan.needsApproval'],
  ['changed behind the back of who approves', 'submitted', 'approve', { changed: 1 }, 'yearPlan.changed'],
  ['a supplement goes the same way', 'approved', 'submit', {}, 'submitted'],
  ['returned with a reason', 'submitted', 'return', {}, 'draft'],
  ['not without', 'submitted', 'return', { reason: '' }, 'yearPlan.needsReason'],
  ['nothing is approved twice', 'approved', 'approve', {}, 'move.notFromHere'],
] as const)('%s', (_why, state, action, facts, outcome) => {
  const moved = makeMove(yearPlanLifecycle, state, action, ['supervisionOffice'], { ...good, ...facts });
  expect(moved.ok ? moved.value : moved.code).toBe(outcome);
});

it('is refused whatever nobody found out', () => {
  const nothing = { waiting: undefined, clashing: undefined, changed: undefined, approval: '', reason: '' };
  expect(unmetLines(yearPlanLifecycle, nothing)).toEqual([
    'draft submit submitted: empty clashes',
    'submitted approve approved: needsApproval changed clashes',
    'submitted return draft: needsReason',
    'approved submit submitted: empty clashes',
  ]);
});
