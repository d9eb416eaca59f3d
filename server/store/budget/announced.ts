// Rows of announced money by policy area, and of cuts of expenses; the newest correction of each is what holds.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface NewAnnouncement {
  readonly id: string;
  readonly document: string;
  readonly year: number;
  /** In printed order. */
  readonly position: number;
  /** Empty for the net total of the document. */
  readonly area: string;
  readonly ref: string;
  readonly amount: string | null;
  /** Beside the document itself; empty where it needs none. */
  readonly source: string;
  readonly explanation: string;
}

export interface KeptAnnouncement extends NewAnnouncement {
  /** 1 for the row itself, more where it was corrected. */
  readonly number: number;
}

/** Whether all were added: false where somebody else entered one of them first. */
export async function addAnnouncements(
  db: Db,
  jurisdiction: string,
  rows: readonly NewAnnouncement[],
  recordedBy: string | null,
): Promise<boolean> {
  if (rows.length === 0) return true;
  const added = await db
    .insertInto('announcement')
    .values(rows.map((row) => ({ jurisdiction_id: jurisdiction, ...row, recorded_by: recordedBy })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return added.length === rows.length;
}

export async function listAnnouncements(db: Db, jurisdiction: string): Promise<KeptAnnouncement[]> {
  const { rows } = await sql<KeptAnnouncement>`
    SELECT row.id, row.document, row.year, row.position, row.area, coalesce(last.ref, row.ref) AS ref,
           CASE WHEN last.number IS NULL THEN row.amount ELSE last.amount END::text AS amount,
           coalesce(last.number, 1) AS number, coalesce(last.source, row.source) AS source,
           coalesce(last.explanation, row.explanation) AS explanation
    FROM announcement AS row
    LEFT JOIN LATERAL (SELECT * FROM announcement_correction AS correction
                       WHERE correction.jurisdiction_id = row.jurisdiction_id AND correction.announcement_id = row.id
                       ORDER BY number DESC LIMIT 1) AS last ON true
    WHERE row.jurisdiction_id = ${jurisdiction} ORDER BY row.year DESC, row.document, row.position`.execute(
    db,
  );
  return rows;
}

export interface AnnouncementCorrection {
  readonly announcementId: string;
  readonly number: number;
  readonly ref: string;
  readonly amount: string | null;
  readonly source: string;
  readonly explanation: string;
}

/** False where somebody else's correction came first. */
export async function correctAnnouncement(
  db: Db,
  jurisdiction: string,
  { announcementId, ...given }: AnnouncementCorrection,
  recordedBy: string | null,
): Promise<boolean> {
  const added = await db
    .insertInto('announcement_correction')
    .values({
      ...{ jurisdiction_id: jurisdiction, announcement_id: announcementId, recorded_by: recordedBy },
      ...given,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export interface NewCut {
  readonly id: string;
  readonly year: number;
  readonly metric: string;
  readonly percent: string;
  readonly base: string | null;
  readonly lineId: string | null;
  readonly commitmentId: string | null;
  readonly source: string;
  readonly sample: boolean;
  readonly explanation: string;
}

export interface KeptCut extends NewCut {
  /** 1 for the row itself, more where it was corrected. */
  readonly number: number;
}

/** Whether all were added: false where somebody else entered one of them first. */
export async function addCuts(
  db: Db,
  jurisdiction: string,
  cuts: readonly NewCut[],
  recordedBy: string | null,
): Promise<boolean> {
  if (cuts.length === 0) return true;
  const added = await db
    .insertInto('budget_cut')
    .values(
      cuts.map(({ lineId, commitmentId, ...cut }) => ({
        ...{ jurisdiction_id: jurisdiction, line_id: lineId, commitment_id: commitmentId },
        ...{ ...cut, recorded_by: recordedBy },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return added.length === cuts.length;
}

/** A base that was corrected is no demonstration any more. */
export async function listCuts(db: Db, jurisdiction: string): Promise<KeptCut[]> {
  const { rows } = await sql<KeptCut>`
    SELECT row.id, row.year, row.metric, coalesce(last.percent, row.percent)::text AS percent,
           CASE WHEN last.number IS NULL THEN row.base ELSE last.base END::text AS base,
           CASE WHEN last.number IS NULL THEN row.line_id ELSE last.line_id END AS "lineId",
           row.commitment_id AS "commitmentId", coalesce(last.source, row.source) AS source,
           coalesce(last.explanation, row.explanation) AS explanation,
           row.sample AND last.number IS NULL AS sample, coalesce(last.number, 1) AS number
    FROM budget_cut AS row
    LEFT JOIN LATERAL (SELECT * FROM budget_cut_correction AS correction
                       WHERE correction.jurisdiction_id = row.jurisdiction_id AND correction.cut_id = row.id
                       ORDER BY number DESC LIMIT 1) AS last ON true
    WHERE row.jurisdiction_id = ${jurisdiction} ORDER BY row.year DESC, percent, row.metric`.execute(db);
  return rows;
}

export type CutCorrection = Pick<
  KeptCut,
  'number' | 'percent' | 'base' | 'lineId' | 'source' | 'explanation'
> & {
  readonly cutId: string;
};

/** False where somebody else's correction came first. */
export async function correctCut(
  db: Db,
  jurisdiction: string,
  { cutId, lineId, ...given }: CutCorrection,
  recordedBy: string | null,
): Promise<boolean> {
  const added = await db
    .insertInto('budget_cut_correction')
    .values({
      ...{ jurisdiction_id: jurisdiction, cut_id: cutId, line_id: lineId, recorded_by: recordedBy },
      ...given,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}
