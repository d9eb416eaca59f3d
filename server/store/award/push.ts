// Rows of pushes: a clause in the mailbox of an enterprise that it fits, once for each version.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewPush {
  readonly clauseId: string;
  readonly validFrom: IsoDate;
  readonly subject: string;
  /** 分 */
  readonly amount: number;
}

const atOnce = 10_000;

/** The pushes that are new. */
export async function addPushes(
  db: Db,
  jurisdiction: string,
  given: readonly NewPush[],
  { pushedOn, recordedBy }: { readonly pushedOn: IsoDate; readonly recordedBy: string | null },
): Promise<readonly Pick<NewPush, 'clauseId' | 'subject'>[]> {
  const added: Pick<NewPush, 'clauseId' | 'subject'>[] = [];
  for (let from = 0; from < given.length; from += atOnce) {
    const rows = given.slice(from, from + atOnce);
    const done = await sql<Pick<NewPush, 'clauseId' | 'subject'>>`
      INSERT INTO policy_push (jurisdiction_id, clause_id, valid_from, subject, amount, pushed_on, recorded_by)
      SELECT ${jurisdiction}, row.*, ${pushedOn}::date, ${recordedBy}::uuid FROM unnest(
        ${rows.map((row) => row.clauseId)}::text[], ${rows.map((row) => row.validFrom)}::date[],
        ${rows.map((row) => row.subject)}::text[], ${rows.map((row) => row.amount)}::bigint[]) AS row
      ON CONFLICT DO NOTHING RETURNING clause_id AS "clauseId", subject`.execute(db);
    added.push(...done.rows);
  }
  return added;
}

export interface PushRow extends NewPush {
  readonly pushedOn: IsoDate;
}

/** Newest first; of one subject. */
export async function listPushes(db: Db, jurisdiction: string, subject: string): Promise<PushRow[]> {
  const { rows } = await sql<PushRow>`
    SELECT clause_id AS "clauseId", valid_from AS "validFrom", subject, amount::float8 AS amount,
           pushed_on AS "pushedOn"
    FROM policy_push WHERE jurisdiction_id = ${jurisdiction} AND subject = ${subject}
    ORDER BY pushed_on DESC, clause_id`.execute(db);
  return rows;
}

/** Who was told of which clause by a day, as "clause subject". */
export async function listToldPairs(db: Db, jurisdiction: string, by: IsoDate): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ pair: string }>`
    SELECT clause_id || ' ' || subject AS pair FROM policy_push
    WHERE jurisdiction_id = ${jurisdiction} AND pushed_on <= ${by}`.execute(db);
  return new Set(rows.map(({ pair }) => pair));
}
