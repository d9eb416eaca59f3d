// Rows of verdicts that a person overruled, and of what was taken back. The key (commitment, number) lets one of two people win.
import { sql } from 'kysely';
import type { Override } from '../../../core/assess/override.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { knownBy } from '../known.ts';
import type { Db } from '../open.ts';

export interface NewOverride extends Omit<Override, 'accountId' | 'sequence'> {
  readonly number: number;
  readonly recordedBy: string | null;
}

/** False where somebody else's came first. */
export async function addOverride(db: Db, jurisdiction: string, given: NewOverride): Promise<boolean> {
  const added = await db
    .insertInto('verdict_override')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      commitment_id: given.commitmentId,
      number: given.number,
      status: given.status,
      overruled: given.overruled,
      reason: given.reason,
      starts_on: given.from,
      ends_on: given.until,
      withdraws: given.withdraws,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'commitment_id', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export interface OverrideRow extends Override {
  readonly by: string | null;
  readonly recordedAt: string;
}

const read = (db: Db, jurisdiction: string, where: ReturnType<typeof sql<boolean>>) =>
  sql<OverrideRow>`
    SELECT verdict_override.id, commitment_id AS "commitmentId", verdict_override.number AS sequence, status, overruled,
           reason, verdict_override.starts_on AS from, verdict_override.ends_on AS until, withdraws,
           coalesce(verdict_override.recorded_by::text, '') AS "accountId", account.name AS by,
           verdict_override.recorded_at AS "recordedAt"
    FROM verdict_override
    JOIN commitment ON commitment.jurisdiction_id = verdict_override.jurisdiction_id
                   AND commitment.id = verdict_override.commitment_id
    LEFT JOIN account ON account.jurisdiction_id = verdict_override.jurisdiction_id
                     AND account.id = verdict_override.recorded_by
    WHERE verdict_override.jurisdiction_id = ${jurisdiction} AND ${where}
    ORDER BY commitment_id, verdict_override.number`.execute(db);

/** Of a plan's commitments, oldest first, as known on a day. */
export async function listOverrides(
  db: Db,
  jurisdiction: string,
  planId: string,
  knownOn: IsoDate | null,
): Promise<OverrideRow[]> {
  const where = sql<boolean>`commitment.plan_id = ${planId} AND ${knownBy('verdict_override', knownOn)}`;
  return (await read(db, jurisdiction, where)).rows;
}

export async function listOverridesOf(
  db: Db,
  jurisdiction: string,
  commitmentId: string,
): Promise<OverrideRow[]> {
  return (await read(db, jurisdiction, sql<boolean>`commitment_id = ${commitmentId}`)).rows;
}
