// A claim is made once, with consent, for what is not paid by itself, and decided by two people within what the rules allow.
import { describe, expect, it } from 'vitest';
import { makeMove, tableProblems } from '../../place/lifecycle.ts';
import { type ClaimAction, type ClaimFacts, type ClaimState, claimLifecycle } from './claim.ts';

const facts = (given: Partial<ClaimFacts> = {}): ClaimFacts => ({
  actorId: 'b',
  acceptorId: 'a',
  automation: 'onRequest',
  isInForce: true,
  hasConsent: true,
  isKeyHeld: false,
  answer: 'yes',
  allowed: 100,
  decided: 100,
  reason: '',
  ...given,
});

const move = (state: ClaimState, action: ClaimAction, role: string, given: Partial<ClaimFacts>) => {
  const result = makeMove(claimLifecycle, state, action, [role], facts(given));
  return result.ok ? result.value : result.code;
};

describe('a claim', () => {
  it('has a table without dead ends', () => expect(tableProblems(claimLifecycle)).toEqual([]));

  it.each([
    ['is submitted by the firm', 'draft', 'submit', 'enterprise', {}, 'submitted'],
    ['not by an office', 'draft', 'submit', 'leadUnit', {}, 'permission.denied'],
    [
      'not for what is paid by itself',
      'draft',
      'submit',
      'enterprise',
      { automation: 'automatic' },
      'claim.paidWithoutClaim',
    ],
    [
      'not after the clause has ended',
      'draft',
      'submit',
      'enterprise',
      { isInForce: false },
      'claim.notInForce',
    ],
    ['not without consent', 'draft', 'submit', 'enterprise', { hasConsent: false }, 'claim.needsConsent'],
    ['not twice', 'draft', 'submit', 'enterprise', { isKeyHeld: true }, 'claim.madeBefore'],
    [
      'not where nobody looked',
      'draft',
      'submit',
      'enterprise',
      { isKeyHeld: undefined },
      'claim.madeBefore',
    ],
    [
      'not while facts are missing',
      'draft',
      'submit',
      'enterprise',
      { answer: 'unknown' },
      'claim.factsMissing',
    ],
    [
      'even where the rules say no: an office may see it otherwise',
      'draft',
      'submit',
      'enterprise',
      { answer: 'no' },
      'submitted',
    ],
    ['is asked back with a reason', 'submitted', 'askBack', 'leadUnit', {}, 'claim.needsReason'],
    ['is awarded by a second person', 'accepted', 'award', 'leadUnit', {}, 'awarded'],
    ['not by who accepted it', 'accepted', 'award', 'leadUnit', { actorId: 'a' }, 'claim.ownAcceptance'],
    ['not against the rules', 'accepted', 'award', 'leadUnit', { answer: 'no' }, 'claim.notEligible'],
    ['never above what they allow', 'accepted', 'award', 'leadUnit', { decided: 101 }, 'claim.overAllowed'],
    ['never nothing', 'accepted', 'award', 'leadUnit', { decided: 0 }, 'claim.overAllowed'],
    ['less with a reason', 'accepted', 'award', 'leadUnit', { decided: 60 }, 'claim.needsReason'],
    [
      'then less is awarded',
      'accepted',
      'award',
      'leadUnit',
      { decided: 60, reason: '按评审结果核定' },
      'awarded',
    ],
    ['is refused with a reason', 'accepted', 'refuse', 'leadUnit', {}, 'claim.needsReason'],
    ['is not withdrawn once accepted', 'accepted', 'withdraw', 'enterprise', {}, 'move.notFromHere'],
  ] as const)('%s', (_why, state, action, role, given, expected) => {
    expect(move(state, action, role, given)).toBe(expected);
  });
});
