// Rows of evidence: files that an enterprise gives with a claim.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface NewClaimEvidence {
  readonly id: string;
  readonly claimId: string;
  /** The fact it shows; '' where it belongs to the claim as a whole. */
  readonly fact: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Buffer;
  readonly recordedBy: string | null;
}

export const addClaimEvidence = async (
  db: Db,
  jurisdiction: string,
  given: NewClaimEvidence,
): Promise<void> => {
  await sql`
    INSERT INTO claim_evidence (jurisdiction_id, id, claim_id, fact, file_name, media_type, sha256, bytes, recorded_by)
    VALUES (${jurisdiction}, ${given.id}, ${given.claimId}, ${given.fact}, ${given.fileName}, ${given.mediaType},
            ${given.sha256}, ${given.bytes}, ${given.recordedBy})`.execute(db);
};

export type ClaimEvidenceRow = Pick<NewClaimEvidence, 'id' | 'fact' | 'fileName' | 'mediaType'> & {
  readonly recordedAt: string;
};

/** Without the bytes. */
export async function listClaimEvidence(
  db: Db,
  jurisdiction: string,
  claimId: string,
): Promise<ClaimEvidenceRow[]> {
  const { rows } = await sql<ClaimEvidenceRow>`
    SELECT id, fact, file_name AS "fileName", media_type AS "mediaType", recorded_at AS "recordedAt"
    FROM claim_evidence WHERE jurisdiction_id = ${jurisdiction} AND claim_id = ${claimId}
    ORDER BY recorded_at`.execute(db);
  return rows;
}

export async function getClaimEvidence(
  db: Db,
  jurisdiction: string,
  claimId: string,
  id: string,
): Promise<Pick<NewClaimEvidence, 'fileName' | 'mediaType' | 'bytes'> | undefined> {
  const { rows } = await sql<Pick<NewClaimEvidence, 'fileName' | 'mediaType' | 'bytes'>>`
    SELECT file_name AS "fileName", media_type AS "mediaType", bytes FROM claim_evidence
    WHERE jurisdiction_id = ${jurisdiction} AND claim_id = ${claimId} AND id = ${id}`.execute(db);
  return rows[0];
}
