// Where a notice stands: the facts of its moves so far, and what the next move needs to know.

import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Notice, NoticeFacts, NoticeGrade, NoticeReason } from '../../../core/supervise/notice.ts';
import type { NoticeEventRow } from '../../store/supervise/notice.ts';

export interface NoticeRow {
  readonly id: string;
  readonly commitment_id: string | null;
  readonly site_id: string | null;
  readonly place_id: string;
  readonly unit: string;
}

export interface NoticeStanding {
  readonly notice: Notice;
  /** Number of the last move; 0 before the first. */
  readonly number: number;
  readonly last: NoticeEventRow | null;
  readonly answer: NoticeEventRow | null;
  readonly openExtension: NoticeEventRow | null;
  readonly extensionsGranted: number;
  readonly answersRefused: number;
}

const extensionMoves: ReadonlySet<string> = new Set([
  'requestExtension',
  'grantExtension',
  'refuseExtension',
]);

export function standingOf(row: NoticeRow, events: readonly NoticeEventRow[]): NoticeStanding {
  const last = events.at(-1) ?? null;
  const extension = events.findLast(({ action }) => extensionMoves.has(action));
  const reopened = events.findLastIndex(({ action }) => action === 'reopen');
  return {
    notice: {
      id: row.id,
      commitmentId: row.commitment_id,
      siteId: row.site_id,
      placeId: row.place_id,
      unitId: row.unit,
      grade: last?.grade ?? 'reminder',
      state: last?.state ?? 'draft',
      reasons: last?.reasons ?? [],
      issuedOn: events[0]?.receivedOn ?? null,
      answerBy: last?.answerBy ?? null,
      remedyBy: last?.remedyBy ?? null,
    },
    number: last?.number ?? 0,
    last,
    answer: events.findLast(({ action }) => action === 'answer') ?? null,
    openExtension: extension?.action === 'requestExtension' ? extension : null,
    extensionsGranted: events.slice(reopened + 1).filter(({ action }) => action === 'grantExtension').length,
    answersRefused: events.slice(reopened + 1).filter(({ action }) => action === 'refuseAnswer').length,
  };
}

/** What a person gives with a move. */
export interface NoticeGiven {
  readonly words: string;
  readonly approval: string;
  readonly reasons: readonly NoticeReason[];
  readonly answerBy: IsoDate | null;
  readonly remedyBy: IsoDate | null;
  readonly extendTo: IsoDate | null;
}

/** What the server found out by itself. */
export interface NoticeFound {
  readonly today: IsoDate;
  readonly actorId: string | null;
  readonly evidenceCount: number;
  readonly evidenceFrom: NoticeGrade | null;
  readonly extensionLimit: number;
  /** The judgement, or an inspector, says that what was late is done; null where nothing says either. */
  readonly remedied: boolean | null;
}

export function factsOf(
  { notice, answer, openExtension, extensionsGranted }: NoticeStanding,
  given: NoticeGiven,
  found: NoticeFound,
): NoticeFacts {
  return {
    today: found.today,
    actorId: found.actorId ?? undefined,
    grade: notice.grade,
    reasons: given.reasons.length > 0 ? given.reasons : notice.reasons,
    answerBy: given.answerBy ?? notice.answerBy,
    remedyBy: given.remedyBy ?? notice.remedyBy,
    answererId: answer?.recordedBy ?? null,
    answer: given.words,
    evidenceCount: found.evidenceCount,
    evidenceFrom: found.evidenceFrom,
    remedied: found.remedied,
    approval: given.approval,
    openExtension: openExtension ? { requesterId: openExtension.recordedBy ?? '' } : null,
    extensionsGranted,
    extensionLimit: found.extensionLimit,
    extendTo: given.extendTo,
    reason: given.words,
  };
}
