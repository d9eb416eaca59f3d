// Rows of plans: one a year and jurisdiction.
import { sql } from 'kysely';
import type { IsoDate } from '../../core/quantity/date.ts';
import { knownBy } from './known.ts';
import type { Db } from './open.ts';

export interface NewPlan {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

/** Adds the plan of a year, or leaves the one that is there. */
export const addPlan = async (db: Db, jurisdiction: string, plan: NewPlan): Promise<void> => {
  await db
    .insertInto('plan')
    .values({
      jurisdiction_id: jurisdiction,
      id: plan.id,
      year: plan.year,
      title: plan.title,
      starts_on: plan.startsOn,
      ends_on: plan.endsOn,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'year']).doNothing())
    .execute();
};

export const getPlanOfYear = (db: Db, jurisdiction: string, year: number) =>
  db
    .selectFrom('plan')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('year', '=', year)
    .executeTakeFirst();

/** One writer a plan: two adoptions at once would otherwise make two commitments of one promise. */
export const lockPlan = async (db: Db, jurisdiction: string, planId: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${jurisdiction} ${planId}`}, 0))`.execute(db);
};

export interface PlanRow {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
  /** Last day any figure is for. */
  readonly data_until: IsoDate | null;
  readonly commitments: number;
  readonly documents: number;
}

/** Plans with what is known of them, newest year first. */
export const listPlans = async (
  db: Db,
  jurisdiction: string,
  knownOn: IsoDate | null,
): Promise<PlanRow[]> => {
  const known = (table: string) => knownBy(table, knownOn);
  const { rows } = await sql<PlanRow>`
    SELECT plan.id, plan.year, plan.title, plan.starts_on, plan.ends_on,
      (SELECT max(least(observation.period_end, plan.ends_on)) FROM observation
         JOIN commitment USING (jurisdiction_id)
       WHERE observation.commitment_id = commitment.id AND commitment.jurisdiction_id = plan.jurisdiction_id
         AND commitment.plan_id = plan.id AND ${known('observation')}) AS data_until,
      (SELECT count(*)::int FROM commitment WHERE commitment.jurisdiction_id = plan.jurisdiction_id
         AND commitment.plan_id = plan.id AND ${known('commitment')}) AS commitments,
      (SELECT count(DISTINCT item.document_id)::int FROM decision
         JOIN item ON item.jurisdiction_id = decision.jurisdiction_id AND item.id = decision.item_id
       WHERE decision.jurisdiction_id = plan.jurisdiction_id AND decision.plan_id = plan.id
         AND ${known('decision')}) AS documents
    FROM plan
    WHERE plan.jurisdiction_id = ${jurisdiction} AND ${known('plan')}
    ORDER BY plan.year DESC`.execute(db);
  return rows;
};
