// Rows of plans that were closed, and of what was decided about going on with their promises.
import { sql } from 'kysely';
import type { Db } from './open.ts';

export interface PlanClose {
  readonly words: string;
  readonly by: string | null;
  readonly recordedAt: string;
}

export async function getPlanClose(
  db: Db,
  jurisdiction: string,
  planId: string,
): Promise<PlanClose | undefined> {
  const { rows } = await sql<PlanClose>`
    SELECT plan_close.words, account.name AS by, plan_close.recorded_at AS "recordedAt"
    FROM plan_close
    LEFT JOIN account ON account.jurisdiction_id = plan_close.jurisdiction_id AND account.id = plan_close.recorded_by
    WHERE plan_close.jurisdiction_id = ${jurisdiction} AND plan_close.plan_id = ${planId}`.execute(db);
  return rows[0];
}

/** False where somebody closed it first. */
export async function addPlanClose(
  db: Db,
  jurisdiction: string,
  given: { readonly planId: string; readonly words: string; readonly recordedBy: string | null },
): Promise<boolean> {
  const added = await db
    .insertInto('plan_close')
    .values({
      jurisdiction_id: jurisdiction,
      plan_id: given.planId,
      words: given.words,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'plan_id']).doNothing())
    .returning('plan_id')
    .executeTakeFirst();
  return added !== undefined;
}

export interface Carried {
  readonly commitmentId: string;
  readonly decision: 'adopt' | 'drop';
  readonly nextId: string | null;
  readonly reason: string;
}

export async function addCarried(
  db: Db,
  jurisdiction: string,
  given: readonly Carried[],
  recordedBy: string | null,
): Promise<void> {
  if (given.length === 0) return;
  await db
    .insertInto('commitment_carried')
    .values(
      given.map((one) => ({
        jurisdiction_id: jurisdiction,
        commitment_id: one.commitmentId,
        decision: one.decision,
        next_id: one.nextId,
        reason: one.reason,
        recorded_by: recordedBy,
      })),
    )
    .execute();
}

export async function listCarried(db: Db, jurisdiction: string, planId: string): Promise<Carried[]> {
  const { rows } = await sql<Carried>`
    SELECT carried.commitment_id AS "commitmentId", carried.decision, carried.next_id AS "nextId", carried.reason
    FROM commitment_carried AS carried
    JOIN commitment ON commitment.jurisdiction_id = carried.jurisdiction_id AND commitment.id = carried.commitment_id
    WHERE carried.jurisdiction_id = ${jurisdiction} AND commitment.plan_id = ${planId}`.execute(db);
  return rows;
}
