// Rows of the box of files of an inspection: what the unit lays ready and what the team found.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface NewInspectionEvidence {
  readonly id: string;
  readonly inspectionId: string;
  readonly paper: number | null;
  readonly side: 'team' | 'unit';
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Buffer;
  readonly recordedBy: string | null;
}

export const addInspectionEvidence = async (
  db: Db,
  jurisdiction: string,
  given: NewInspectionEvidence,
): Promise<void> => {
  await db
    .insertInto('inspection_evidence')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      inspection_id: given.inspectionId,
      paper: given.paper,
      side: given.side,
      file_name: given.fileName,
      media_type: given.mediaType,
      sha256: given.sha256,
      bytes: given.bytes,
      recorded_by: given.recordedBy,
    })
    .execute();
};

export type BoxRow = Omit<NewInspectionEvidence, 'inspectionId' | 'bytes' | 'recordedBy'> & {
  readonly by: string | null;
  readonly recordedAt: string;
};

/** Without the bytes, in the order they came. */
export async function listBox(db: Db, jurisdiction: string, inspectionId: string): Promise<BoxRow[]> {
  const { rows } = await sql<BoxRow>`
    SELECT file.id, file.paper, file.side, file.file_name AS "fileName", file.media_type AS "mediaType", file.sha256,
           account.name AS by, file.recorded_at AS "recordedAt"
    FROM inspection_evidence AS file
    LEFT JOIN account ON account.jurisdiction_id = file.jurisdiction_id AND account.id = file.recorded_by
    WHERE file.jurisdiction_id = ${jurisdiction} AND file.inspection_id = ${inspectionId}
    ORDER BY file.recorded_at, file.id`.execute(db);
  return rows;
}

/** One file, or all of an inspection, with their bytes. */
export const readBox = (db: Db, jurisdiction: string, inspectionId: string, id: string | null) =>
  db
    .selectFrom('inspection_evidence')
    .select(['id', 'side', 'file_name', 'media_type', 'bytes'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('inspection_id', '=', inspectionId)
    .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
