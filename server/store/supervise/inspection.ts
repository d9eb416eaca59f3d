// Rows of findings: what inspectors found about a promise, in which place and by which method.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

interface FindingRow {
  readonly id: string;
  readonly outcome: 'confirmed' | 'contradicted' | 'undecided';
  /** Where the inspection was; empty for the whole jurisdiction. */
  readonly place_id: string;
  /** The day in Asia/Shanghai on which it was recorded. */
  readonly found_on: IsoDate;
}

/** Findings about one promise, oldest first. */
export async function listFindings(
  db: Db,
  jurisdiction: string,
  commitmentId: string,
): Promise<readonly FindingRow[]> {
  const { rows } = await sql<FindingRow>`
    SELECT finding.id, finding.outcome, inspection.place_id,
           to_char(finding.recorded_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS found_on
    FROM inspection_finding AS finding
    JOIN inspection ON inspection.jurisdiction_id = finding.jurisdiction_id AND inspection.id = finding.inspection_id
    WHERE finding.jurisdiction_id = ${jurisdiction} AND finding.commitment_id = ${commitmentId}
    ORDER BY finding.recorded_at`.execute(db);
  return rows;
}
