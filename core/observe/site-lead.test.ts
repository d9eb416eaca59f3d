// A low rating is answered by the unit and closed by somebody else, on a finding.
import { describe, expect, it } from 'vitest';
import { roleLines, unmetLines } from '../place/lifecycle.fixture.ts';
import { makeMove, tableProblems } from '../place/lifecycle.ts';
import { type LeadFacts, leadActions, leadLifecycle } from './site-lead.ts';

describe('a lead', () => {
  it('has a sound table', () => expect(tableProblems(leadLifecycle)).toEqual([]));

  const good: LeadFacts = {
    actorId: 'office',
    answererId: 'street',
    answer: '已清扫',
    finding: '现场已整洁',
    reason: '与点位无关',
  };
  it.each([
    ['passed on', 'open', 'passOn', 'inspector', {}, 'passedOn'],
    ['answered by the street', 'passedOn', 'answer', 'street', {}, 'answered'],
    ['closed on a finding', 'answered', 'close', 'supervisionOffice', {}, 'closed'],
    ['not on a word', 'answered', 'close', 'supervisionOffice', { finding: '' }, 'lead.needsFinding'],
    ['not by who answered', 'answered', 'close', 'inspector', { actorId: 'street' }, 'lead.ownAnswer'],
    ['set aside with a reason', 'open', 'dismiss', 'inspector', {}, 'dismissed'],
    ['the street does not set it aside', 'open', 'dismiss', 'street', {}, 'permission.denied'],
  ] as const)('%s', (_why, state, action, role, facts, outcome) => {
    const moved = makeMove(leadLifecycle, state, action, [role], { ...good, ...facts });
    expect(moved.ok ? moved.value : moved.code).toBe(outcome);
  });

  it('names everything that is unmet, and who may', () => {
    const nothing: LeadFacts = {
      actorId: undefined,
      answererId: undefined,
      answer: '',
      finding: '',
      reason: '',
    };
    expect(unmetLines(leadLifecycle, nothing)).toEqual([
      'open passOn passedOn: ',
      'open dismiss dismissed: needsReason',
      'passedOn answer answered: needsAnswer',
      'answered close closed: ownAnswer needsFinding',
      'answered reopen passedOn: needsReason',
    ]);
    expect(roleLines(leadLifecycle, leadActions)).toEqual([
      'passOn: supervisionOffice inspector',
      'answer: leadUnit district street',
      'close: supervisionOffice inspector',
      'reopen: supervisionOffice inspector',
      'dismiss: supervisionOffice inspector',
    ]);
  });
});
