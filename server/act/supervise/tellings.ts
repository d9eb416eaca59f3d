// Who is told of a notice: the unit or the place that must answer, or the office that waits for the answer.
import type { EventKind, Seat } from '../../../core/publish/event.ts';
import type { NoticeAction, NoticeGrade } from '../../../core/supervise/notice.ts';
import { noticeActionLabel, noticeGradeLabel } from '../../../core/vocabulary/supervise.ts';
import type { Telling } from '../message/tell.ts';

const kinds: Readonly<Record<NoticeAction, EventKind>> = {
  issue: 'notice.issued',
  answer: 'notice.answered',
  requestExtension: 'notice.asked',
  acceptAnswer: 'notice.decided',
  refuseAnswer: 'notice.decided',
  grantExtension: 'notice.decided',
  refuseExtension: 'notice.decided',
  raise: 'notice.decided',
  reopen: 'notice.decided',
  closeOut: 'notice.closed',
  withdraw: 'notice.withdrawn',
};

export interface MovedNotice {
  readonly id: string;
  readonly title: string;
  readonly commitmentId: string | null;
  readonly placeId: string;
  readonly unit: string;
  readonly grade: NoticeGrade;
  readonly answerBy: string;
  readonly extendTo: string | null;
}

const addressee = ({ unit, placeId }: MovedNotice): Seat =>
  unit === ''
    ? { roles: ['district', 'street'], place: placeId }
    : { roles: ['leadUnit', 'supportingUnit'], unit };

export const noticeTelling = (action: NoticeAction, notice: MovedNotice): Telling => ({
  kind: kinds[action],
  objectKind: 'notice',
  objectId: notice.id,
  commitmentId: notice.commitmentId,
  title: notice.title,
  detail: {
    grade: noticeGradeLabel[notice.grade],
    decision: noticeActionLabel[action],
    answerBy: notice.answerBy,
    extendTo: notice.extendTo ?? '',
  },
  to: {
    seats: [
      action === 'answer' || action === 'requestExtension'
        ? { roles: ['supervisionOffice'] }
        : addressee(notice),
    ],
  },
});
