// The moves of a proposed version: who may, and each condition that stops it.
import { describe, expect, it } from 'vitest';
import { makeMove, tableProblems } from '../../place/lifecycle.ts';
import { isoDate } from '../../quantity/date.ts';
import { type ProposalAction, type ProposalFacts, proposable, proposalLifecycle } from './proposal.ts';

const sound: ProposalFacts = {
  ...{ actorId: 'reviewer', authorId: 'author', problems: 0, reason: '按会议纪要调整' },
  ...{ startsOn: isoDate('2024-12-01'), today: isoDate('2024-11-01'), newestStart: isoDate('2024-01-01') },
  ...{ base: 1, newest: 1 },
};
const move = (action: ProposalAction, given: Partial<ProposalFacts>, roles = ['finance']): string => {
  const moved = makeMove(proposalLifecycle, 'proposed', action, roles, { ...sound, ...given });
  return moved.ok ? moved.value : moved.code;
};

describe('moves of a proposed version', () => {
  it('leads everywhere and out of nowhere that is final', () => {
    expect(tableProblems(proposalLifecycle)).toEqual([]);
  });

  it.each([
    ['a second person publishes it', 'publish', {}, 'published'],
    ['its author does not', 'publish', { actorId: 'author' }, 'proposal.ownProposal'],
    ['nobody known does not', 'publish', { actorId: undefined }, 'proposal.ownProposal'],
    ['not with a problem left', 'publish', { problems: 1 }, 'proposal.hasProblems'],
    ['not where nobody checked it', 'publish', { problems: undefined }, 'proposal.hasProblems'],
    ['from today on', 'publish', { today: isoDate('2024-12-01') }, 'published'],
    ['not for a day that has passed', 'publish', { today: isoDate('2024-12-02') }, 'proposal.startsInPast'],
    [
      'not before the version it follows',
      'publish',
      { newestStart: isoDate('2024-12-02') },
      'proposal.startsTooEarly',
    ],
    ['not over a version its author had not seen', 'publish', { newest: 2 }, 'proposal.baseChanged'],
    ['a new clause follows nothing', 'publish', { newestStart: null, base: 0, newest: 0 }, 'published'],
    ['it goes back with a reason', 'sendBack', {}, 'returned'],
    ['and not without', 'sendBack', { reason: ' ' }, 'proposal.needsReason'],
    ['its author withdraws it', 'withdraw', { actorId: 'author' }, 'withdrawn'],
    ['nobody else does', 'withdraw', {}, 'proposal.notAuthor'],
  ] as const)('%s', (_why, action, given, expected) => {
    expect(move(action, given)).toBe(expected);
  });

  it('is made by the offices that write policies', () => {
    expect(move('publish', {}, ['leadUnit', 'enterprise', 'public'])).toBe('permission.denied');
  });

  it('cannot be proposed where it could not be published', () => {
    const codes = (given: Partial<ProposalFacts>) =>
      proposable
        .map((guard) => guard({ ...sound, ...given }))
        .flatMap((answer) => (answer.ok ? [] : answer.code));
    expect(codes({})).toEqual([]);
    expect(codes({ problems: 2, reason: '', newest: 3, today: isoDate('2025-01-01') })).toEqual([
      'proposal.hasProblems',
      'proposal.startsInPast',
      'proposal.baseChanged',
      'proposal.needsReason',
    ]);
  });
});
