// The table of reports: three people for three steps, nothing leaves a locked report, and every hole in the facts is a refusal.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roleLines, unmetLines } from '../place/lifecycle.fixture.ts';
import { makeMove, tableProblems } from '../place/lifecycle.ts';
import { roles } from '../place/role.ts';
import { type ReportFacts, reportActions, reportLifecycle } from './report.ts';

const good: ReportFacts = {
  actorId: 'verifier',
  authorId: 'clerk',
  accepterId: 'lead',
  fromLead: false,
  figures: 3,
  refusedCells: 0,
  periodOpen: true,
  reason: '数据与统计口径不符',
};

describe('a report', () => {
  it('has a sound table', () => expect(tableProblems(reportLifecycle)).toEqual([]));

  it.each([
    // why this row is here                      state        action      role                  facts                                outcome
    ['a clerk submits', 'draft', 'submit', 'district', { actorId: 'clerk' }, 'submitted'],
    ['without a figure', 'draft', 'submit', 'district', { figures: 0 }, 'report.empty'],
    [
      'with a cell that is refused',
      'draft',
      'submit',
      'district',
      { refusedCells: 1 },
      'report.cellsRefused',
    ],
    [
      'after the period was closed',
      'draft',
      'submit',
      'district',
      { periodOpen: false },
      'report.periodClosed',
    ],
    ['again after it was returned', 'returned', 'submit', 'street', {}, 'submitted'],
    ['the lead accepts', 'submitted', 'accept', 'leadUnit', { actorId: 'lead' }, 'accepted'],
    ['not its own report', 'submitted', 'accept', 'leadUnit', { actorId: 'clerk' }, 'report.ownReport'],
    ['a district does not accept for the lead', 'submitted', 'accept', 'district', {}, 'permission.denied'],
    ['the lead returns with a reason', 'submitted', 'return', 'leadUnit', { actorId: 'lead' }, 'returned'],
    [
      'and not without one',
      'submitted',
      'return',
      'leadUnit',
      { actorId: 'lead', reason: ' ' },
      'report.needsReason',
    ],
    ['an inspector verifies', 'accepted', 'verify', 'inspector', {}, 'verified'],
    ['not who accepted it', 'accepted', 'verify', 'inspector', { actorId: 'lead' }, 'report.ownAcceptance'],
    ['not who wrote it', 'accepted', 'verify', 'inspector', { actorId: 'clerk' }, 'report.ownReport'],
    ['not past the lead', 'submitted', 'verify', 'inspector', { accepterId: null }, 'report.notAccepted'],
    [
      'the lead unit’s own report goes one step',
      'submitted',
      'verify',
      'inspector',
      { accepterId: null, fromLead: true },
      'verified',
    ],
    [
      'the office sends back what the lead accepted',
      'accepted',
      'sendBack',
      'supervisionOffice',
      {},
      'returned',
    ],
    ['the clerk takes it back', 'submitted', 'recall', 'district', { actorId: 'clerk' }, 'draft'],
    ['a colleague does not', 'submitted', 'recall', 'district', { actorId: 'other' }, 'report.notYours'],
    ['not once it is accepted', 'accepted', 'recall', 'district', { actorId: 'clerk' }, 'move.notFromHere'],
    ['the office locks', 'verified', 'lock', 'planOffice', {}, 'locked'],
    ['nobody edits what is locked', 'locked', 'save', 'district', {}, 'move.notFromHere'],
    ['a correction leaves it locked', 'locked', 'correct', 'district', {}, 'locked'],
    ['a correction needs a reason', 'locked', 'correct', 'district', { reason: '' }, 'report.needsReason'],
    ['the public reports nothing', 'draft', 'submit', 'public', {}, 'permission.denied'],
  ] as const)('%s', (_why, state, action, role, facts, outcome) => {
    const moved = makeMove(reportLifecycle, state, action, [role], { ...good, ...facts });
    expect(moved.ok ? moved.value : moved.code).toBe(outcome);
  });

  it('names everything that is unmet when nothing is known', () => {
    const nothing: ReportFacts = {
      actorId: undefined,
      authorId: undefined,
      accepterId: undefined,
      fromLead: undefined,
      figures: undefined,
      refusedCells: undefined,
      periodOpen: undefined,
      reason: '',
    };
    expect(unmetLines(reportLifecycle, nothing)).toEqual([
      'draft save draft: periodClosed',
      'draft submit submitted: periodClosed empty cellsRefused',
      'draft discard discarded: notYours',
      'submitted recall draft: periodClosed notYours',
      'submitted accept accepted: ownReport cellsRefused',
      'submitted return returned: ownReport needsReason',
      'submitted verify verified: notAccepted ownReport ownAcceptance',
      'submitted sendBack returned: notAccepted ownReport needsReason',
      'returned save returned: periodClosed',
      'returned submit submitted: periodClosed empty cellsRefused',
      'accepted verify verified: notAccepted ownReport ownAcceptance',
      'accepted sendBack returned: notAccepted ownReport needsReason',
      'verified lock locked: ',
      'verified correct verified: needsReason',
      'locked correct locked: needsReason',
    ]);
  });

  it('is moved by these roles and no others', () =>
    expect(roleLines(reportLifecycle, reportActions)).toEqual([
      'save: leadUnit supportingUnit district street',
      'submit: leadUnit supportingUnit district street',
      'recall: leadUnit supportingUnit district street',
      'accept: leadUnit',
      'return: leadUnit',
      'verify: supervisionOffice planOffice inspector',
      'sendBack: supervisionOffice planOffice inspector',
      'lock: supervisionOffice planOffice',
      'correct: leadUnit supportingUnit district street',
      'discard: leadUnit supportingUnit district street',
    ]));

  it('never leaves a terminal state, whatever is done in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...reportActions), fc.constantFrom(...roles))),
        fc.constantFrom('clerk', 'lead', 'verifier'),
        (steps, actorId) => {
          let state = reportLifecycle.start;
          let ended: string | null = null;
          for (const [action, role] of steps) {
            const moved = makeMove(reportLifecycle, state, action, [role], { ...good, actorId });
            if (moved.ok) state = moved.value;
            if (ended !== null) expect(state).toBe(ended);
            if (reportLifecycle.terminal.includes(state)) ended = state;
          }
        },
      ),
    );
  });

  it('is never verified by fewer than two people, three where a district reports', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom('a', 'b', 'c', null),
        fc.constantFrom('a', 'b', 'c'),
        fc.boolean(),
        (authorId, accepterId, actorId, fromLead) => {
          const facts = { ...good, authorId, accepterId, actorId, fromLead };
          const moved = makeMove(reportLifecycle, 'submitted', 'verify', ['inspector'], facts);
          const people = new Set([authorId, actorId, ...(accepterId === null ? [] : [accepterId])]).size;
          if (moved.ok) expect(people).toBeGreaterThanOrEqual(2);
          if (moved.ok && !fromLead)
            expect([actorId === authorId, actorId === accepterId]).toEqual([false, false]);
        },
      ),
    );
  });
});
