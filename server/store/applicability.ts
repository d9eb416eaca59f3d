// Rows of decisions that a line of a promise does not apply in a place from a day, or applies again; numbered, in the order made.
import { sql } from 'kysely';
import type { ApplicabilityDecision } from '../../core/plan/applicability.ts';
import type { IsoDate } from '../../core/quantity/date.ts';
import { isoDate } from '../../core/quantity/date.ts';
import { knownBy } from './known.ts';
import type { Db } from './open.ts';

export interface NewApplicability {
  readonly commitmentId: string;
  readonly metric: string;
  readonly placeId: string;
  readonly applies: boolean;
  readonly reason: string;
  readonly from: IsoDate;
  readonly recordedBy: string | null;
}

/** The caller holds the plan's lock. */
export async function addApplicability(db: Db, jurisdiction: string, given: NewApplicability): Promise<void> {
  await sql`
    INSERT INTO commitment_applicability (jurisdiction_id, commitment_id, metric, place_id, number, applies, reason, starts_on,
                                          recorded_by)
    SELECT ${jurisdiction}, ${given.commitmentId}::uuid, ${given.metric}, ${given.placeId}, 1 + coalesce(max(number), 0),
           ${given.applies}, ${given.reason}, ${given.from}::date, ${given.recordedBy}::uuid
    FROM commitment_applicability
    WHERE jurisdiction_id = ${jurisdiction} AND commitment_id = ${given.commitmentId}::uuid AND metric = ${given.metric}
      AND place_id = ${given.placeId}`.execute(db);
}

export interface ApplicabilityRow extends ApplicabilityDecision {
  readonly commitmentId: string;
  readonly by: string | null;
  readonly recordedAt: string;
}

/** Of a plan, or of all plans. */
export async function listApplicability(
  db: Db,
  jurisdiction: string,
  planId: string | null,
  knownOn: IsoDate | null,
): Promise<readonly ApplicabilityRow[]> {
  const { rows } = await sql<Omit<ApplicabilityRow, 'from'> & { readonly from: string }>`
    SELECT decision.commitment_id AS "commitmentId", decision.metric, place.name AS place, decision.applies, decision.reason,
           decision.starts_on::text AS "from", account.name AS by, decision.recorded_at AS "recordedAt"
    FROM commitment_applicability AS decision
    JOIN commitment ON commitment.jurisdiction_id = decision.jurisdiction_id AND commitment.id = decision.commitment_id
    JOIN place ON place.jurisdiction_id = decision.jurisdiction_id AND place.id = decision.place_id
    LEFT JOIN account ON account.jurisdiction_id = decision.jurisdiction_id AND account.id = decision.recorded_by
    WHERE decision.jurisdiction_id = ${jurisdiction}
      AND (${planId}::uuid IS NULL OR commitment.plan_id = ${planId}::uuid)
      AND ${knownBy('decision', knownOn)}
    ORDER BY decision.commitment_id, decision.metric, decision.place_id, decision.number`.execute(db);
  return rows.map((row) => ({ ...row, from: isoDate(row.from) }));
}
