// Rows of awards, of awards taken back and of payments. The unique key of an award is what no race and no second batch gets past.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewAward {
  readonly id: string;
  readonly subject: string;
  readonly subjectName: string;
  readonly clauseId: string;
  readonly period: string;
  readonly part: number;
  readonly key: string;
  readonly area: string;
  readonly amount: number;
  readonly day: IsoDate;
  readonly batchId: string | null;
  readonly line: number | null;
  readonly claimId: string | null;
  readonly payBy: IsoDate | null;
}

/** Keys of the awards that are new; what was awarded before, or for this period, is left out. */
export async function addAwards(
  db: Db,
  jurisdiction: string,
  given: readonly NewAward[],
  recordedBy: string | null,
): Promise<ReadonlySet<string>> {
  if (given.length === 0) return new Set();
  const { rows } = await sql<{ key: string }>`
    INSERT INTO award (jurisdiction_id, id, subject, subject_name, clause_id, period, part, key, area, amount, day, batch_id,
                       line, claim_id, pay_by, recorded_by)
    SELECT ${jurisdiction}, row.*, ${recordedBy}::uuid FROM unnest(
      ${given.map((row) => row.id)}::uuid[], ${given.map((row) => row.subject)}::text[],
      ${given.map((row) => row.subjectName)}::text[], ${given.map((row) => row.clauseId)}::text[],
      ${given.map((row) => row.period)}::text[], ${given.map((row) => row.part)}::int[],
      ${given.map((row) => row.key)}::text[], ${given.map((row) => row.area)}::text[],
      ${given.map((row) => row.amount)}::bigint[], ${given.map((row) => row.day)}::date[],
      ${given.map((row) => row.batchId)}::uuid[], ${given.map((row) => row.line)}::int[],
      ${given.map((row) => row.claimId)}::uuid[], ${given.map((row) => row.payBy)}::date[]) AS row
    ON CONFLICT DO NOTHING RETURNING key`.execute(db);
  return new Set(rows.map(({ key }) => key));
}

export interface AwardRow extends NewAward {
  readonly recordedAt: string;
  readonly paidOn: IsoDate | null;
  /** Why it was taken back; null where it stands. */
  readonly returned: string | null;
}

const columns = sql`award.id, award.subject, award.subject_name AS "subjectName", award.clause_id AS "clauseId",
  award.period, award.part, award.key, award.area, award.amount::float8 AS amount, award.day,
  award.batch_id AS "batchId", award.line, award.claim_id AS "claimId", award.pay_by AS "payBy",
  award.recorded_at AS "recordedAt", disbursement.paid_on AS "paidOn", award_return.reason AS returned`;
const withEnd = sql`award
  LEFT JOIN disbursement ON disbursement.jurisdiction_id = award.jurisdiction_id AND disbursement.award_id = award.id
  LEFT JOIN award_return ON award_return.jurisdiction_id = award.jurisdiction_id AND award_return.award_id = award.id`;

async function awardsWhere(
  db: Db,
  jurisdiction: string,
  where: ReturnType<typeof sql>,
  limit: number | null = null,
): Promise<AwardRow[]> {
  const { rows } = await sql<AwardRow>`
    SELECT ${columns} FROM ${withEnd} WHERE award.jurisdiction_id = ${jurisdiction} AND ${where}
    ORDER BY award.recorded_at, award.batch_id, award.line, award.id LIMIT ${limit}`.execute(db);
  return rows;
}

export const listAwardsOfBatch = (db: Db, jurisdiction: string, batchId: string) =>
  awardsWhere(db, jurisdiction, sql`award.batch_id = ${batchId}`);

export const listAwardsOfSubject = (db: Db, jurisdiction: string, subject: string) =>
  awardsWhere(db, jurisdiction, sql`award.subject = ${subject}`);

export const getAwardByKey = async (
  db: Db,
  jurisdiction: string,
  key: string,
): Promise<AwardRow | undefined> => (await awardsWhere(db, jurisdiction, sql`award.key = ${key}`))[0];

export const listClaimAwards = (db: Db, jurisdiction: string, claimIds: readonly string[] | null) =>
  awardsWhere(
    db,
    jurisdiction,
    sql`award.claim_id IS NOT NULL AND (${claimIds}::uuid[] IS NULL OR award.claim_id = ANY(${claimIds}::uuid[]))`,
  );

const hasOpenObjection = sql`EXISTS (
  SELECT 1 FROM award_objection AS objection
  LEFT JOIN award_objection_answer AS answer ON answer.jurisdiction_id = objection.jurisdiction_id
        AND answer.objection_id = objection.id
  WHERE objection.jurisdiction_id = award.jurisdiction_id AND objection.batch_id = award.batch_id
    AND objection.line = award.line AND answer.objection_id IS NULL)`;

/** Neither paid nor taken back, of a batch or of claims; nothing that an open objection stands against. */
export const listUnpaid = (db: Db, jurisdiction: string, batchId: string | null, limit: number | null) =>
  awardsWhere(
    db,
    jurisdiction,
    sql`disbursement.award_id IS NULL AND award_return.award_id IS NULL AND NOT ${hasOpenObjection}
        AND ${batchId === null ? sql`award.claim_id IS NOT NULL` : sql`award.batch_id = ${batchId}`}`,
    limit,
  );

export interface HeldKey {
  readonly key: string;
  readonly subject: string;
}

/** Every key that is held; an award that was taken back goes on holding its own. */
export async function listHeldKeys(db: Db, jurisdiction: string): Promise<HeldKey[]> {
  const { rows } = await sql<HeldKey>`
    SELECT key, subject FROM award WHERE jurisdiction_id = ${jurisdiction}`.execute(db);
  return rows;
}

/** False where it was taken back before. */
export async function addReturn(
  db: Db,
  jurisdiction: string,
  given: { readonly awardId: string; readonly reason: string; readonly recordedBy: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO award_return (jurisdiction_id, award_id, reason, recorded_by)
    VALUES (${jurisdiction}, ${given.awardId}, ${given.reason}, ${given.recordedBy})
    ON CONFLICT (jurisdiction_id, award_id) DO NOTHING RETURNING award_id`.execute(db);
  return rows.length === 1;
}

/** Ids of the awards that are paid by this; who paid an award first has paid it. */
export async function addDisbursements(
  db: Db,
  jurisdiction: string,
  given: readonly Pick<AwardRow, 'id' | 'amount'>[],
  { paidOn, recordedBy }: { readonly paidOn: IsoDate; readonly recordedBy: string | null },
): Promise<ReadonlySet<string>> {
  if (given.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    INSERT INTO disbursement (jurisdiction_id, award_id, amount, paid_on, recorded_by)
    SELECT ${jurisdiction}, row.id, row.amount, ${paidOn}, ${recordedBy}::uuid
    FROM unnest(${given.map((row) => row.id)}::uuid[], ${given.map((row) => row.amount)}::bigint[]) AS row(id, amount)
    ON CONFLICT DO NOTHING RETURNING award_id AS id`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

export interface AreaSum {
  readonly area: string;
  readonly awards: number;
  readonly awarded: number;
  readonly disbursed: number;
}

/** Awards that stand, and what was paid of them, by policy area. */
export async function sumByArea(db: Db, jurisdiction: string): Promise<AreaSum[]> {
  const { rows } = await sql<AreaSum>`
    SELECT award.area, count(*)::int AS awards, sum(award.amount)::float8 AS awarded,
           coalesce(sum(disbursement.amount), 0)::float8 AS disbursed
    FROM ${withEnd}
    WHERE award.jurisdiction_id = ${jurisdiction} AND award_return.award_id IS NULL GROUP BY award.area`.execute(
    db,
  );
  return rows;
}

/** Who was awarded what under clauses of a day or later, as "clause subject". */
export async function listAwardedPairs(
  db: Db,
  jurisdiction: string,
  from: IsoDate,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ pair: string }>`
    SELECT clause_id || ' ' || subject AS pair FROM award
    WHERE jurisdiction_id = ${jurisdiction} AND day >= ${from}`.execute(db);
  return new Set(rows.map(({ pair }) => pair));
}
