// Rows of notices and of what happened to them. The key (notice, number) lets one of two people win who move it at once.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { NoticeAction, NoticeGrade, NoticeReason, NoticeState } from '../../../core/supervise/notice.ts';
import type { Db } from '../open.ts';

export interface NewNotice {
  readonly id: string;
  readonly title: string;
  readonly commitmentId: string | null;
  readonly siteId: string | null;
  readonly placeId: string;
  readonly unit: string;
  readonly recordedBy: string | null;
}

export const addNotice = async (db: Db, jurisdiction: string, given: NewNotice): Promise<void> => {
  await db
    .insertInto('notice')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      title: given.title,
      commitment_id: given.commitmentId,
      site_id: given.siteId,
      place_id: given.placeId,
      unit: given.unit,
      recorded_by: given.recordedBy,
    })
    .execute();
};

export interface NoticeEvent {
  readonly noticeId: string;
  readonly number: number;
  readonly action: NoticeAction;
  readonly state: NoticeState;
  readonly grade: NoticeGrade;
  readonly reasons: readonly NoticeReason[];
  readonly answerBy: IsoDate;
  readonly remedyBy: IsoDate;
  readonly words: string;
  readonly approval: string;
  readonly extendTo: IsoDate | null;
  readonly receivedOn: IsoDate;
  readonly receivedAt: string;
  readonly recordedBy: string | null;
}

/** False where somebody else's move came first. */
export async function addNoticeEvent(db: Db, jurisdiction: string, given: NoticeEvent): Promise<boolean> {
  const added = await db
    .insertInto('notice_event')
    .values({
      jurisdiction_id: jurisdiction,
      notice_id: given.noticeId,
      number: given.number,
      action: given.action,
      state: given.state,
      grade: given.grade,
      reasons: JSON.stringify(given.reasons),
      answer_by: given.answerBy,
      remedy_by: given.remedyBy,
      words: given.words,
      approval: given.approval,
      extend_to: given.extendTo,
      received_on: given.receivedOn,
      received_at: given.receivedAt,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'notice_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export const getNotice = (db: Db, jurisdiction: string, id: string) =>
  db
    .selectFrom('notice')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();

export const listNotices = (db: Db, jurisdiction: string) =>
  db
    .selectFrom('notice')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .orderBy('recorded_at', 'desc')
    .execute();

export type NoticeEventRow = NoticeEvent & { readonly recordedAt: string; readonly by: string | null };

/** Moves of these notices, or of all, each in its order, with the post that made them. */
export async function listNoticeEvents(
  db: Db,
  jurisdiction: string,
  noticeIds: readonly string[] | null,
): Promise<NoticeEventRow[]> {
  const { rows } = await sql<NoticeEventRow>`
    SELECT event.notice_id AS "noticeId", event.number, event.action, event.state, event.grade, event.reasons,
           event.answer_by AS "answerBy", event.remedy_by AS "remedyBy", event.words, event.approval,
           event.extend_to AS "extendTo", event.received_on AS "receivedOn", event.received_at AS "receivedAt",
           event.recorded_by AS "recordedBy", event.recorded_at AS "recordedAt", account.name AS by
    FROM notice_event AS event
    LEFT JOIN account ON account.jurisdiction_id = event.jurisdiction_id AND account.id = event.recorded_by
    WHERE event.jurisdiction_id = ${jurisdiction}
      AND (${noticeIds}::uuid[] IS NULL OR event.notice_id = ANY(${noticeIds}::uuid[]))
    ORDER BY event.notice_id, event.number`.execute(db);
  return rows;
}
