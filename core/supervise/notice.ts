// What a supervision notice is and how it moves: issued with a reason, answered, extended or raised a grade, accepted, closed out.
import { type Guard, holdsIf, isReason, type Lifecycle, type Offer } from '../place/lifecycle.ts';
import type { IsoDate } from '../quantity/date.ts';

/** 提示, 督办, 挂牌督办: lowest first. */
export const noticeGrades = ['reminder', 'order', 'listed'] as const;
export type NoticeGrade = (typeof noticeGrades)[number];

export const noticeStates = ['draft', 'issued', 'answered', 'accepted', 'closed', 'withdrawn'] as const;
export type NoticeState = (typeof noticeStates)[number];

export const noticeActions = [
  'issue',
  'answer',
  'acceptAnswer',
  'refuseAnswer',
  'requestExtension',
  'grantExtension',
  'refuseExtension',
  'raise',
  'closeOut',
  'reopen',
  'withdraw',
] as const;
export type NoticeAction = (typeof noticeActions)[number];

/** Why a notice is issued or raised; several may hold at once. */
export const noticeReasons = [
  'reportMissing',
  'behindSchedule',
  'overdue',
  'noticeUnanswered',
  'answerRefused',
  'missedAgain',
  'felt',
  'inspectionFinding',
  'instruction',
] as const;
export type NoticeReason = (typeof noticeReasons)[number];

export interface Notice {
  readonly id: string;
  readonly commitmentId: string | null;
  readonly siteId: string | null;
  readonly placeId: string;
  readonly unitId: string;
  readonly grade: NoticeGrade;
  readonly state: NoticeState;
  readonly reasons: readonly NoticeReason[];
  readonly issuedOn: IsoDate | null;
  readonly answerBy: IsoDate | null;
  readonly remedyBy: IsoDate | null;
}

/** What a move of a notice rests on. Whatever the server could not find out is undefined, and is refused. */
export interface NoticeFacts {
  readonly today: IsoDate | undefined;
  readonly actorId: string | undefined;
  readonly grade: NoticeGrade | undefined;
  readonly reasons: readonly NoticeReason[];
  readonly answerBy: IsoDate | null | undefined;
  readonly remedyBy: IsoDate | null | undefined;
  /** Who gave the answer that stands; null while there is none. */
  readonly answererId: string | null | undefined;
  readonly answer: string;
  readonly evidenceCount: number | undefined;
  /** Lowest grade whose answer needs evidence, as the city sets it; null where none does (国办函〔2026〕12号: no needless photos). */
  readonly evidenceFrom: NoticeGrade | null | undefined;
  /** True once the figures, or an inspector, say that what was late is done; null where nobody has looked. */
  readonly remedied: boolean | null | undefined;
  /** Document or decision by which a leader approved listing, or the close-out of a listed matter. */
  readonly approval: string;
  readonly openExtension: { readonly requesterId: string } | null | undefined;
  readonly extensionsGranted: number | undefined;
  readonly extensionLimit: number | undefined;
  readonly extendTo: IsoDate | null | undefined;
  readonly reason: string;
}

export type NoticeProblem =
  | 'notice.needsReason'
  | 'notice.needsDueDay'
  | 'notice.dueInPast'
  | 'notice.needsApproval'
  | 'notice.needsAnswer'
  | 'notice.needsEvidence'
  | 'notice.ownAnswer'
  | 'notice.ownExtension'
  | 'notice.notRemedied'
  | 'notice.highestGrade'
  | 'notice.extensionOpen'
  | 'notice.noExtensionOpen'
  | 'notice.extensionLimit'
  | 'notice.extensionTooLate'
  | 'notice.extensionNotLater';

type NoticeGuard = Guard<NoticeFacts, NoticeProblem>;

export const gradeAbove = (grade: NoticeGrade): NoticeGrade | null =>
  noticeGrades[noticeGrades.indexOf(grade) + 1] ?? null;
const isAtLeast = (grade: NoticeGrade, least: NoticeGrade): boolean =>
  noticeGrades.indexOf(grade) >= noticeGrades.indexOf(least);

const reasonsGiven: NoticeGuard = ({ reasons }) => holdsIf(reasons.length > 0, 'notice.needsReason');
const explained: NoticeGuard = ({ reason }) => holdsIf(isReason(reason), 'notice.needsReason');
const daysSet: NoticeGuard = ({ answerBy, remedyBy }) =>
  holdsIf(!!answerBy && !!remedyBy && answerBy <= remedyBy, 'notice.needsDueDay');
const daysAhead: NoticeGuard = ({ today, answerBy }) =>
  holdsIf(!!today && !!answerBy && answerBy >= today, 'notice.dueInPast', { day: answerBy ?? '' });
/** 挂牌 is decided by a leader, not by the office alone. */
const listingApproved: NoticeGuard = ({ grade, approval }) =>
  holdsIf(grade !== undefined && (grade !== 'listed' || isReason(approval)), 'notice.needsApproval');
const raisingApproved: NoticeGuard = ({ grade, approval }) =>
  holdsIf(
    grade !== undefined && (gradeAbove(grade) !== 'listed' || isReason(approval)),
    'notice.needsApproval',
  );
const canBeRaised: NoticeGuard = ({ grade }) =>
  holdsIf(grade !== undefined && gradeAbove(grade) !== null, 'notice.highestGrade');
const answerGiven: NoticeGuard = ({ answer }) => holdsIf(isReason(answer), 'notice.needsAnswer');
const notByAnswerer: NoticeGuard = ({ actorId, answererId }) =>
  holdsIf(
    actorId !== undefined && answererId !== undefined && answererId !== null && actorId !== answererId,
    'notice.ownAnswer',
  );
const evidenceGiven: NoticeGuard = ({ grade, evidenceFrom, evidenceCount }) =>
  holdsIf(
    grade !== undefined &&
      evidenceFrom !== undefined &&
      (evidenceFrom === null || !isAtLeast(grade, evidenceFrom) || (evidenceCount ?? 0) > 0),
    'notice.needsEvidence',
  );
const isRemedied: NoticeGuard = ({ remedied }) => holdsIf(remedied, 'notice.notRemedied');
const noneOpen: NoticeGuard = ({ openExtension }) => holdsIf(openExtension === null, 'notice.extensionOpen');
const oneOpen: NoticeGuard = ({ openExtension }) =>
  holdsIf(openExtension !== null && openExtension !== undefined, 'notice.noExtensionOpen');
const notByRequester: NoticeGuard = ({ actorId, openExtension }) =>
  holdsIf(
    actorId !== undefined && !!openExtension && openExtension.requesterId !== actorId,
    'notice.ownExtension',
  );
const belowLimit: NoticeGuard = ({ extensionsGranted, extensionLimit }) =>
  holdsIf(
    extensionsGranted !== undefined && extensionLimit !== undefined && extensionsGranted < extensionLimit,
    'notice.extensionLimit',
    { limit: `${extensionLimit ?? '?'}` },
  );
const beforeDue: NoticeGuard = ({ today, remedyBy }) =>
  holdsIf(!!today && !!remedyBy && today <= remedyBy, 'notice.extensionTooLate', { day: remedyBy ?? '' });
const isLater: NoticeGuard = ({ extendTo, remedyBy }) =>
  holdsIf(!!extendTo && !!remedyBy && extendTo > remedyBy, 'notice.extensionNotLater', {
    day: remedyBy ?? '',
  });

const office = ['supervisionOffice'] as const;
const addressees = ['leadUnit', 'supportingUnit', 'district', 'street'] as const;
const stays = { issued: 'issued', answered: 'answered' } as const;

export const noticeLifecycle: Lifecycle<NoticeState, NoticeAction, NoticeFacts, NoticeProblem> = {
  start: 'draft',
  states: noticeStates,
  terminal: ['withdrawn'],
  moves: {
    issue: {
      path: { draft: 'issued' },
      by: office,
      guards: [reasonsGiven, daysSet, daysAhead, listingApproved],
    },
    answer: { path: { issued: 'answered' }, by: addressees, guards: [answerGiven] },
    acceptAnswer: { path: { answered: 'accepted' }, by: office, guards: [notByAnswerer, evidenceGiven] },
    refuseAnswer: { path: { answered: 'issued' }, by: office, guards: [notByAnswerer, explained] },
    requestExtension: {
      path: stays,
      by: addressees,
      guards: [noneOpen, beforeDue, belowLimit, isLater, explained],
    },
    grantExtension: { path: stays, by: office, guards: [oneOpen, notByRequester] },
    refuseExtension: { path: stays, by: office, guards: [oneOpen, notByRequester, explained] },
    raise: { path: stays, by: office, guards: [canBeRaised, noneOpen, reasonsGiven, raisingApproved] },
    closeOut: { path: { accepted: 'closed' }, by: office, guards: [isRemedied, listingApproved] },
    reopen: {
      path: { accepted: 'issued', closed: 'issued' },
      by: office,
      guards: [explained, daysSet, daysAhead],
    },
    withdraw: { path: { draft: 'withdrawn', issued: 'withdrawn' }, by: office, guards: [explained] },
  },
};

export type NoticeOffer = Offer<NoticeState, NoticeAction, NoticeProblem>;
