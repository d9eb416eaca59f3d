// Rows of how sure a lead unit is: numbered per promise, so that one of two people wins.
import { sql } from 'kysely';
import type { Confidence } from '../../../core/observe/confidence.ts';
import { knownBy } from '../known.ts';
import type { Db } from '../open.ts';

/** False where another word came first. */
export async function addConfidence(
  db: Db,
  jurisdiction: string,
  given: Omit<Confidence, 'accountId'> & { readonly recordedBy: string | null },
): Promise<boolean> {
  const added = await db
    .insertInto('commitment_confidence')
    .values({
      jurisdiction_id: jurisdiction,
      commitment_id: given.commitmentId,
      number: given.sequence,
      word: given.word,
      note: given.note,
      said_on: given.saidOn,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'commitment_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export type ConfidenceRow = Confidence & { readonly by: string | null };

/** Of one promise, or of all of a plan, oldest first, as known on a day. */
export async function listConfidence(
  db: Db,
  jurisdiction: string,
  of: { readonly commitmentId: string } | { readonly planId: string },
  knownOn: Confidence['saidOn'] | null,
): Promise<ConfidenceRow[]> {
  const where =
    'planId' in of ? sql`commitment.plan_id = ${of.planId}` : sql`said.commitment_id = ${of.commitmentId}`;
  const { rows } = await sql<ConfidenceRow>`
    SELECT said.commitment_id AS "commitmentId", said.number AS sequence, said.word, said.note, said.said_on AS "saidOn",
           coalesce(said.recorded_by::text, '') AS "accountId", account.name AS by
    FROM commitment_confidence AS said
    JOIN commitment ON commitment.jurisdiction_id = said.jurisdiction_id AND commitment.id = said.commitment_id
    LEFT JOIN account ON account.jurisdiction_id = said.jurisdiction_id AND account.id = said.recorded_by
    WHERE said.jurisdiction_id = ${jurisdiction} AND ${where} AND ${knownBy('said', knownOn)}
    ORDER BY said.commitment_id, said.number`.execute(db);
  return rows;
}
