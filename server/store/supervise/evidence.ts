// Rows of evidence: files given with the answer to a notice.
import type { Db } from '../open.ts';

export interface NewEvidence {
  readonly id: string;
  readonly noticeId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Buffer;
  readonly recordedBy: string | null;
}

export const addEvidence = async (db: Db, jurisdiction: string, given: NewEvidence): Promise<void> => {
  await db
    .insertInto('notice_evidence')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      notice_id: given.noticeId,
      file_name: given.fileName,
      media_type: given.mediaType,
      sha256: given.sha256,
      bytes: given.bytes,
      recorded_by: given.recordedBy,
    })
    .execute();
};

/** Without the bytes. */
export const listEvidence = (db: Db, jurisdiction: string, noticeId: string) =>
  db
    .selectFrom('notice_evidence')
    .select(['id', 'file_name', 'media_type', 'sha256', 'recorded_by', 'recorded_at'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('notice_id', '=', noticeId)
    .orderBy('recorded_at')
    .execute();

export const getEvidence = (db: Db, jurisdiction: string, noticeId: string, id: string) =>
  db
    .selectFrom('notice_evidence')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('notice_id', '=', noticeId)
    .where('id', '=', id)
    .executeTakeFirst();
