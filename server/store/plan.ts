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

/** Notes an act on a plan; the caller holds the plan's lock, so numbers follow each other. */
export const addRevision = async (
  db: Db,
  jurisdiction: string,
  planId: string,
  act: 'decide' | 'amend' | 'report' | 'overrule' | 'assign' | 'close' | 'carry' | 'apply',
): Promise<void> => {
  await sql`
    INSERT INTO plan_revision (jurisdiction_id, plan_id, number, act)
    SELECT ${jurisdiction}, ${planId}, coalesce(max(number), 0) + 1, ${act}
    FROM plan_revision WHERE jurisdiction_id = ${jurisdiction} AND plan_id = ${planId}`.execute(db);
};

/** Last revision of each plan: what was loaded before is still true while its number is the same. */
export const listRevisions = (db: Db, jurisdiction: string) =>
  db
    .selectFrom('plan_revision')
    .select(({ fn }) => ['plan_id', fn.max('number').as('number')])
    .where('jurisdiction_id', '=', jurisdiction)
    .groupBy('plan_id')
    .orderBy('plan_id')
    .execute();

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
    WITH promised AS (
      SELECT plan_id, id FROM commitment WHERE jurisdiction_id = ${jurisdiction} AND ${known('commitment')}
    ), counted AS (
      SELECT plan_id, count(*)::int AS commitments FROM promised GROUP BY plan_id
    ), figures AS (
      SELECT promised.plan_id, max(observation.period_end) AS last
      FROM observation JOIN promised ON promised.id = observation.commitment_id
      WHERE observation.jurisdiction_id = ${jurisdiction} AND ${known('observation')}
      GROUP BY promised.plan_id
    ), printed AS (
      SELECT decision.plan_id, count(DISTINCT item.document_id)::int AS documents
      FROM decision JOIN item ON item.jurisdiction_id = decision.jurisdiction_id AND item.id = decision.item_id
      WHERE decision.jurisdiction_id = ${jurisdiction} AND ${known('decision')}
      GROUP BY decision.plan_id
    )
    SELECT plan.id, plan.year, plan.title, plan.starts_on, plan.ends_on,
           CASE WHEN figures.last IS NULL THEN NULL ELSE least(figures.last, plan.ends_on) END AS data_until,
           coalesce(counted.commitments, 0) AS commitments, coalesce(printed.documents, 0) AS documents
    FROM plan
    LEFT JOIN counted ON counted.plan_id = plan.id
    LEFT JOIN figures ON figures.plan_id = plan.id
    LEFT JOIN printed ON printed.plan_id = plan.id
    WHERE plan.jurisdiction_id = ${jurisdiction} AND ${known('plan')}
    ORDER BY plan.year DESC`.execute(db);
  return rows;
};
