// Every place is asked before a plan is set, and who has not answered is named.
import { describe, expect, it } from 'vitest';
import { availableMoves, makeMove, tableProblems } from '../place/lifecycle.ts';
import { roles } from '../place/role.ts';
import { isoDate } from '../quantity/date.ts';
import { consultationBoard, consultationLifecycle, consultationStates } from './consultation.ts';

describe('a consultation', () => {
  it('has a sound table', () => expect(tableProblems(consultationLifecycle)).toEqual([]));
  const good = {
    today: isoDate('2025-02-20'),
    dueOn: isoDate('2025-02-20'),
    comments: 2,
    answered: 2,
    reason: '',
  };
  it.each([
    // why this row is here                  state        action     role                facts                                outcome
    ['comments on the last day', 'sent', 'comment', 'district', {}, 'commented'],
    ['not after it', 'sent', 'comment', 'district', { today: isoDate('2025-02-21') }, 'consultation.over'],
    ['not an empty one', 'sent', 'comment', 'district', { comments: 0 }, 'consultation.needsComment'],
    ['the office answers every line', 'commented', 'answer', 'planOffice', {}, 'answered'],
    ['not some of them', 'commented', 'answer', 'planOffice', { answered: 1 }, 'consultation.commentsOpen'],
    ['a place agrees, late too', 'answered', 'agree', 'district', { today: isoDate('2025-03-01') }, 'agreed'],
    [
      'silence lapses after the day',
      'sent',
      'lapse',
      'planOffice',
      { today: isoDate('2025-02-21') },
      'lapsed',
    ],
    ['not on it', 'sent', 'lapse', 'planOffice', {}, 'consultation.notOver'],
    [
      'an open comment does not lapse',
      'commented',
      'lapse',
      'planOffice',
      { today: isoDate('2025-02-21') },
      'move.notFromHere',
    ],
    ['the office does not agree for a place', 'sent', 'agree', 'planOffice', {}, 'permission.denied'],
  ] as const)('%s', (_why, state, action, role, facts, outcome) => {
    const moved = makeMove(consultationLifecycle, state, action, [role], { ...good, ...facts });
    expect(moved.ok ? moved.value : moved.code).toBe(outcome);
  });

  it('on missing facts a place can only agree', () => {
    const nothing = {
      today: undefined,
      dueOn: undefined,
      comments: undefined,
      answered: undefined,
      reason: '',
    };
    const free = consultationStates.flatMap((state) =>
      availableMoves(consultationLifecycle, state, roles, nothing).filter(({ unmet }) => unmet.length === 0),
    );
    expect(free.map(({ action }) => action)).toEqual(['agree', 'agree', 'agree']);
  });

  it('is done once nobody is waited for', () => {
    const board = consultationBoard([
      { placeId: 'east', state: 'agreed' },
      { placeId: 'west', state: 'commented' },
      { placeId: 'north', state: 'sent' },
      { placeId: 'south', state: 'lapsed' },
    ]);
    expect(board).toEqual({
      total: 4,
      agreed: 1,
      lapsed: 1,
      waitingForPlaces: ['north'],
      waitingForOffice: ['west'],
      isDone: false,
    });
    expect(consultationBoard([{ placeId: 'east', state: 'agreed' }]).isDone).toBe(true);
    expect(consultationBoard([]).isDone).toBe(false);
  });
});
