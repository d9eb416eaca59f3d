// Rows of findings: what inspectors found about a promise, by which method.
import type { Db } from '../open.ts';

/** Findings about one promise, oldest first. */
export const listFindings = (db: Db, jurisdiction: string, commitmentId: string) =>
  db
    .selectFrom('inspection_finding')
    .select(['id', 'inspection_id', 'method', 'outcome', 'words', 'recorded_by', 'recorded_at'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('commitment_id', '=', commitmentId)
    .orderBy('recorded_at')
    .execute();
