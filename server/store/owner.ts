// Rows of owners that were given after adoption: whole each time, numbered per commitment, the newest counts.
import { sql } from 'kysely';
import type { Owners } from '../../core/plan/ownership.ts';
import type { IsoDate } from '../../core/quantity/date.ts';
import { knownBy } from './known.ts';
import type { Db } from './open.ts';

export interface NewOwners extends Owners {
  readonly commitmentId: string;
}

/** The next number of each; the caller holds the plan's lock. */
export async function addOwners(
  db: Db,
  jurisdiction: string,
  batch: { readonly id: string; readonly reason: string; readonly recordedBy: string | null },
  given: readonly NewOwners[],
): Promise<void> {
  await sql`
    INSERT INTO commitment_owner (jurisdiction_id, commitment_id, number, batch_id, lead_unit, support_units, official,
                                  task_force, reason, recorded_by)
    SELECT ${jurisdiction}, row.id,
           1 + coalesce((SELECT max(number) FROM commitment_owner AS before
                         WHERE before.jurisdiction_id = ${jurisdiction} AND before.commitment_id = row.id), 0),
           ${batch.id}::uuid, row.lead_unit, row.support_units, row.official, row.task_force, ${batch.reason},
           ${batch.recordedBy}::uuid
    FROM unnest(${given.map((one) => one.commitmentId)}::uuid[], ${given.map((one) => one.leadUnit)}::text[],
                ${given.map((one) => JSON.stringify(one.supportUnits))}::jsonb[],
                ${given.map((one) => one.official)}::text[], ${given.map((one) => one.taskForce)}::text[])
         AS row(id, lead_unit, support_units, official, task_force)`.execute(db);
}

export interface OwnersRow extends Owners {
  readonly commitmentId: string;
  readonly number: number;
  readonly reason: string;
  readonly recordedAt: string;
  readonly by: string | null;
}

async function select(
  db: Db,
  jurisdiction: string,
  of: { readonly commitmentId?: string; readonly planId?: string | null },
  knownOn: IsoDate | null,
): Promise<OwnersRow[]> {
  const { rows } = await sql<OwnersRow>`
    SELECT owner.commitment_id AS "commitmentId", owner.number, owner.lead_unit AS "leadUnit",
           owner.support_units AS "supportUnits", owner.official, owner.task_force AS "taskForce", owner.reason,
           owner.recorded_at AS "recordedAt", account.name AS by
    FROM commitment_owner AS owner
    JOIN commitment ON commitment.jurisdiction_id = owner.jurisdiction_id AND commitment.id = owner.commitment_id
    LEFT JOIN account ON account.jurisdiction_id = owner.jurisdiction_id AND account.id = owner.recorded_by
    WHERE owner.jurisdiction_id = ${jurisdiction}
      AND (${of.commitmentId ?? null}::uuid IS NULL OR owner.commitment_id = ${of.commitmentId ?? null}::uuid)
      AND (${of.planId ?? null}::uuid IS NULL OR commitment.plan_id = ${of.planId ?? null}::uuid)
      AND ${knownBy('owner', knownOn)}
    ORDER BY owner.commitment_id, owner.number`.execute(db);
  return rows;
}

/** Every time owners were given to one commitment, oldest first. */
export const listOwners = (
  db: Db,
  jurisdiction: string,
  commitmentId: string,
  knownOn: IsoDate | null,
): Promise<OwnersRow[]> => select(db, jurisdiction, { commitmentId }, knownOn);

/** Owners in force by commitment, of one plan or of all. */
export async function listLastOwners(
  db: Db,
  jurisdiction: string,
  planId: string | null,
  knownOn: IsoDate | null,
): Promise<ReadonlyMap<string, OwnersRow>> {
  const rows = await select(db, jurisdiction, { planId }, knownOn);
  return new Map(rows.map((row) => [row.commitmentId, row]));
}

interface Owned {
  readonly lead_unit: string | null;
  readonly support_units: readonly string[];
  readonly official: string | null;
}

/** A commitment as adopted, with the owners it was given since. */
export const withOwners = <Row extends Owned>(row: Row, owners: OwnersRow | undefined) => ({
  ...row,
  lead_unit: owners ? owners.leadUnit : row.lead_unit,
  support_units: owners ? owners.supportUnits : row.support_units,
  official: owners ? owners.official : row.official,
  task_force: owners?.taskForce ?? '',
});
