// Rows of the verdicts that followers were told of last.
import { sql } from 'kysely';
import type { VerdictStatus } from '../../../core/assess/verdict.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NotedVerdict {
  readonly number: number;
  readonly status: VerdictStatus;
}

export async function listNotedVerdicts(
  db: Db,
  jurisdiction: string,
  commitmentIds: readonly string[],
): Promise<ReadonlyMap<string, NotedVerdict>> {
  const { rows } = await sql<NotedVerdict & { commitmentId: string }>`
    SELECT DISTINCT ON (commitment_id) commitment_id AS "commitmentId", number, status FROM verdict_noted
    WHERE jurisdiction_id = ${jurisdiction} AND commitment_id = ANY(${commitmentIds}::uuid[])
    ORDER BY commitment_id, number DESC`.execute(db);
  return new Map(rows.map((row) => [row.commitmentId, row]));
}

/** False where somebody else noted the change meanwhile, and tells it. */
export async function noteVerdict(
  db: Db,
  jurisdiction: string,
  given: NotedVerdict & { readonly commitmentId: string; readonly judgedOn: IsoDate },
): Promise<boolean> {
  const added = await db
    .insertInto('verdict_noted')
    .values({
      ...{ jurisdiction_id: jurisdiction, commitment_id: given.commitmentId, number: given.number },
      ...{ status: given.status, judged_on: given.judgedOn },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}
