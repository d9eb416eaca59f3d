// The table of notices: a reason to issue, another person to judge the answer, nothing closed before it is put right.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roleLines, unmetLines } from '../place/lifecycle.fixture.ts';
import { makeMove, tableProblems } from '../place/lifecycle.ts';
import { roles } from '../place/role.ts';
import { isoDate } from '../quantity/date.ts';
import { gradeAbove, type NoticeFacts, noticeActions, noticeLifecycle } from './notice.ts';

const good: NoticeFacts = {
  today: isoDate('2025-07-10'),
  actorId: 'office',
  grade: 'order',
  reasons: ['behindSchedule'],
  answerBy: isoDate('2025-07-17'),
  remedyBy: isoDate('2025-08-10'),
  answererId: 'district',
  answer: '已增派力量，8月5日前完成',
  evidenceCount: 1,
  evidenceFrom: 'order',
  remedied: true,
  approval: '',
  openExtension: null,
  extensionsGranted: 0,
  extensionLimit: 1,
  extendTo: isoDate('2025-08-31'),
  reason: '连续降雨影响施工',
};
const open = { openExtension: { requesterId: 'district' } };

describe('a notice', () => {
  it('has a sound table', () => expect(tableProblems(noticeLifecycle)).toEqual([]));

  it.each([
    // why this row is here                    state       action              role                 facts                                       outcome
    ['issued with a reason and days', 'draft', 'issue', 'supervisionOffice', {}, 'issued'],
    ['not without a reason', 'draft', 'issue', 'supervisionOffice', { reasons: [] }, 'notice.needsReason'],
    [
      'due today, answer and remedy at once',
      'draft',
      'issue',
      'supervisionOffice',
      { answerBy: isoDate('2025-07-10'), remedyBy: isoDate('2025-07-10') },
      'issued',
    ],
    ['not without days', 'draft', 'issue', 'supervisionOffice', { remedyBy: null }, 'notice.needsDueDay'],
    [
      'not with an answer after the remedy',
      'draft',
      'issue',
      'supervisionOffice',
      { answerBy: isoDate('2025-09-01') },
      'notice.needsDueDay',
    ],
    [
      'not with a day gone by',
      'draft',
      'issue',
      'supervisionOffice',
      { answerBy: isoDate('2025-07-09') },
      'notice.dueInPast',
    ],
    ['an inspector issues none', 'draft', 'issue', 'inspector', {}, 'permission.denied'],
    [
      'listing needs a leader',
      'draft',
      'issue',
      'supervisionOffice',
      { grade: 'listed' },
      'notice.needsApproval',
    ],
    [
      'listing with one',
      'draft',
      'issue',
      'supervisionOffice',
      { grade: 'listed', approval: '市领导批示第12号' },
      'issued',
    ],
    ['answered by the district', 'issued', 'answer', 'district', {}, 'answered'],
    ['not with a blank', 'issued', 'answer', 'district', { answer: ' ' }, 'notice.needsAnswer'],
    ['the answer is accepted', 'answered', 'acceptAnswer', 'supervisionOffice', {}, 'accepted'],
    [
      'not by who gave it',
      'answered',
      'acceptAnswer',
      'supervisionOffice',
      { actorId: 'district' },
      'notice.ownAnswer',
    ],
    [
      'not without evidence where the grade asks for it',
      'answered',
      'acceptAnswer',
      'supervisionOffice',
      { evidenceCount: 0 },
      'notice.needsEvidence',
    ],
    [
      'a reminder asks for none',
      'answered',
      'acceptAnswer',
      'supervisionOffice',
      { evidenceCount: 0, grade: 'reminder' },
      'accepted',
    ],
    [
      'a city may ask for none at all',
      'answered',
      'acceptAnswer',
      'supervisionOffice',
      { evidenceCount: 0, evidenceFrom: null },
      'accepted',
    ],
    ['the answer is refused with a reason', 'answered', 'refuseAnswer', 'supervisionOffice', {}, 'issued'],
    ['an extension is asked for', 'issued', 'requestExtension', 'district', {}, 'issued'],
    [
      'not after the day',
      'issued',
      'requestExtension',
      'district',
      { today: isoDate('2025-08-11') },
      'notice.extensionTooLate',
    ],
    [
      'on the day itself',
      'issued',
      'requestExtension',
      'district',
      { today: isoDate('2025-08-10') },
      'issued',
    ],
    [
      'not to the same day',
      'issued',
      'requestExtension',
      'district',
      { extendTo: isoDate('2025-08-10') },
      'notice.extensionNotLater',
    ],
    ['not twice at once', 'issued', 'requestExtension', 'district', open, 'notice.extensionOpen'],
    [
      'not beyond the limit',
      'issued',
      'requestExtension',
      'district',
      { extensionsGranted: 1 },
      'notice.extensionLimit',
    ],
    [
      'an extension is refused with a reason',
      'issued',
      'refuseExtension',
      'supervisionOffice',
      open,
      'issued',
    ],
    ['nothing to refuse', 'issued', 'refuseExtension', 'supervisionOffice', {}, 'notice.noExtensionOpen'],
    [
      'nobody grants his own',
      'issued',
      'grantExtension',
      'supervisionOffice',
      { ...open, actorId: 'district' },
      'notice.ownExtension',
    ],
    [
      'raised to listed with approval',
      'issued',
      'raise',
      'supervisionOffice',
      { approval: '批示' },
      'issued',
    ],
    ['not without', 'issued', 'raise', 'supervisionOffice', {}, 'notice.needsApproval'],
    [
      'a reminder is raised by the office',
      'issued',
      'raise',
      'supervisionOffice',
      { grade: 'reminder' },
      'issued',
    ],
    [
      'not beyond the highest',
      'issued',
      'raise',
      'supervisionOffice',
      { grade: 'listed', approval: '批示' },
      'notice.highestGrade',
    ],
    [
      'not while an extension is undecided',
      'issued',
      'raise',
      'supervisionOffice',
      { ...open, approval: '批示' },
      'notice.extensionOpen',
    ],
    ['closed out once it is put right', 'accepted', 'closeOut', 'supervisionOffice', {}, 'closed'],
    [
      'not before the answer is accepted',
      'answered',
      'closeOut',
      'supervisionOffice',
      {},
      'move.notFromHere',
    ],
    [
      'not while it is not put right',
      'accepted',
      'closeOut',
      'supervisionOffice',
      { remedied: false },
      'notice.notRemedied',
    ],
    [
      'not while nobody has looked',
      'accepted',
      'closeOut',
      'supervisionOffice',
      { remedied: null },
      'notice.notRemedied',
    ],
    [
      'what is listed is closed by a leader',
      'accepted',
      'closeOut',
      'supervisionOffice',
      { grade: 'listed' },
      'notice.needsApproval',
    ],
    ['the district does not close its own', 'accepted', 'closeOut', 'district', {}, 'permission.denied'],
    ['reopened with a reason', 'closed', 'reopen', 'supervisionOffice', {}, 'issued'],
    ['withdrawn with a reason', 'issued', 'withdraw', 'supervisionOffice', {}, 'withdrawn'],
    [
      'what is answered is not withdrawn',
      'answered',
      'withdraw',
      'supervisionOffice',
      {},
      'move.notFromHere',
    ],
  ] as const)('%s', (_why, state, action, role, facts, outcome) => {
    const moved = makeMove(noticeLifecycle, state, action, [role], { ...good, ...facts });
    expect(moved.ok ? moved.value : moved.code).toBe(outcome);
  });

  it('names everything that is unmet when nothing is known', () => {
    const nothing: NoticeFacts = {
      today: undefined,
      actorId: undefined,
      grade: undefined,
      reasons: [],
      answerBy: undefined,
      remedyBy: undefined,
      answererId: undefined,
      answer: '',
      evidenceCount: undefined,
      evidenceFrom: undefined,
      remedied: undefined,
      approval: '',
      openExtension: undefined,
      extensionsGranted: undefined,
      extensionLimit: undefined,
      extendTo: undefined,
      reason: '',
    };
    expect(unmetLines(noticeLifecycle, nothing)).toEqual([
      'draft issue issued: needsReason needsDueDay dueInPast needsApproval',
      'draft withdraw withdrawn: needsReason',
      'issued answer answered: needsAnswer',
      'issued requestExtension issued: extensionOpen extensionTooLate extensionLimit extensionNotLater needsReason',
      'issued grantExtension issued: noExtensionOpen ownExtension',
      'issued refuseExtension issued: noExtensionOpen ownExtension needsReason',
      'issued raise issued: highestGrade extensionOpen needsReason needsApproval',
      'issued withdraw withdrawn: needsReason',
      'answered acceptAnswer accepted: ownAnswer needsEvidence',
      'answered refuseAnswer issued: ownAnswer needsReason',
      'answered requestExtension answered: extensionOpen extensionTooLate extensionLimit extensionNotLater needsReason',
      'answered grantExtension answered: noExtensionOpen ownExtension',
      'answered refuseExtension answered: noExtensionOpen ownExtension needsReason',
      'answered raise answered: highestGrade extensionOpen needsReason needsApproval',
      'accepted closeOut closed: notRemedied needsApproval',
      'accepted reopen issued: needsReason needsDueDay dueInPast',
      'closed reopen issued: needsReason needsDueDay dueInPast',
    ]);
  });

  it('is moved by these roles and no others', () =>
    expect(roleLines(noticeLifecycle, noticeActions)).toEqual([
      'issue: supervisionOffice',
      'answer: leadUnit supportingUnit district street',
      'acceptAnswer: supervisionOffice',
      'refuseAnswer: supervisionOffice',
      'requestExtension: leadUnit supportingUnit district street',
      'grantExtension: supervisionOffice',
      'refuseExtension: supervisionOffice',
      'raise: supervisionOffice',
      'closeOut: supervisionOffice',
      'reopen: supervisionOffice',
      'withdraw: supervisionOffice',
    ]));

  it('is closed only by way of an accepted answer, and never leaves the withdrawn state', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...noticeActions), { maxLength: 30 }), (actions) => {
        let state = noticeLifecycle.start;
        let before = state;
        for (const action of actions) {
          const moved = makeMove(noticeLifecycle, state, action, roles, {
            ...good,
            ...(action.endsWith('tExtension') ? {} : open),
          });
          const next = moved.ok ? moved.value : state;
          if (next === 'closed' && state !== 'closed') expect(state).toBe('accepted');
          if (before === 'withdrawn') expect(next).toBe('withdrawn');
          before = state = next;
        }
      }),
    );
  });

  it('knows the grade above each', () =>
    expect([gradeAbove('reminder'), gradeAbove('order'), gradeAbove('listed')]).toEqual([
      'order',
      'listed',
      null,
    ]));
});
