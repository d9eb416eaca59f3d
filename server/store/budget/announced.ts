// Rows of announced money by policy area, and of cuts of expenses.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface KeptAnnouncement {
  readonly id: string;
  readonly document: string;
  readonly year: number;
  /** In printed order. */
  readonly position: number;
  /** Empty for the net total of the document. */
  readonly area: string;
  readonly ref: string;
  readonly amount: string | null;
}

export const addAnnouncements = async (
  db: Db,
  jurisdiction: string,
  rows: readonly KeptAnnouncement[],
): Promise<void> => {
  if (rows.length === 0) return;
  await db
    .insertInto('announcement')
    .values(rows.map((row) => ({ jurisdiction_id: jurisdiction, ...row })))
    .execute();
};

export async function listAnnouncements(db: Db, jurisdiction: string): Promise<KeptAnnouncement[]> {
  const { rows } = await sql<KeptAnnouncement>`
    SELECT id, document, year, position, area, ref, amount::text AS amount FROM announcement
    WHERE jurisdiction_id = ${jurisdiction} ORDER BY year DESC, document, position`.execute(db);
  return rows;
}

export interface KeptCut {
  readonly id: string;
  readonly year: number;
  readonly metric: string;
  readonly percent: string;
  readonly base: string | null;
  readonly lineId: string | null;
  readonly commitmentId: string | null;
  readonly source: string;
  readonly sample: boolean;
}

export const addCuts = async (db: Db, jurisdiction: string, cuts: readonly KeptCut[]): Promise<void> => {
  if (cuts.length === 0) return;
  await db
    .insertInto('budget_cut')
    .values(
      cuts.map(({ lineId, commitmentId, ...cut }) => ({
        ...{ jurisdiction_id: jurisdiction, line_id: lineId, commitment_id: commitmentId },
        ...cut,
      })),
    )
    .execute();
};

export async function listCuts(db: Db, jurisdiction: string): Promise<KeptCut[]> {
  const { rows } = await sql<KeptCut>`
    SELECT id, year, metric, percent::text AS percent, base::text AS base, line_id AS "lineId",
           commitment_id AS "commitmentId", source, sample
    FROM budget_cut WHERE jurisdiction_id = ${jurisdiction} ORDER BY year DESC, percent, metric`.execute(db);
  return rows;
}
