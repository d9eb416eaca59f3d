// Rows of objections to a public list of awards, and of what became of each; answered once.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface NewObjection {
  readonly id: string;
  readonly batchId: string;
  readonly line: number;
  readonly words: string;
  readonly recordedBy: string | null;
}

export interface ObjectionRow extends NewObjection {
  readonly recordedAt: string;
  readonly by: string | null;
  /** null while nobody has answered. */
  readonly upheld: boolean | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
}

export const addObjection = async (db: Db, jurisdiction: string, given: NewObjection): Promise<void> => {
  await sql`
    INSERT INTO award_objection (jurisdiction_id, id, batch_id, line, words, recorded_by)
    VALUES (${jurisdiction}, ${given.id}, ${given.batchId}, ${given.line}, ${given.words}, ${given.recordedBy})`.execute(
    db,
  );
};

/** False where somebody answered before. */
export async function addObjectionAnswer(
  db: Db,
  jurisdiction: string,
  given: {
    readonly objectionId: string;
    readonly upheld: boolean;
    readonly words: string;
    readonly recordedBy: string | null;
  },
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO award_objection_answer (jurisdiction_id, objection_id, upheld, words, recorded_by)
    VALUES (${jurisdiction}, ${given.objectionId}, ${given.upheld}, ${given.words}, ${given.recordedBy})
    ON CONFLICT (jurisdiction_id, objection_id) DO NOTHING RETURNING objection_id`.execute(db);
  return rows.length === 1;
}

export async function listObjections(db: Db, jurisdiction: string, batchId: string): Promise<ObjectionRow[]> {
  const { rows } = await sql<ObjectionRow>`
    SELECT objection.id, objection.batch_id AS "batchId", objection.line, objection.words,
           objection.recorded_by AS "recordedBy", objection.recorded_at AS "recordedAt", account.name AS by,
           answer.upheld, answer.words AS answer, answerer.name AS "answeredBy"
    FROM award_objection AS objection
    LEFT JOIN award_objection_answer AS answer ON answer.jurisdiction_id = objection.jurisdiction_id
          AND answer.objection_id = objection.id
    LEFT JOIN account ON account.jurisdiction_id = objection.jurisdiction_id AND account.id = objection.recorded_by
    LEFT JOIN account AS answerer ON answerer.jurisdiction_id = answer.jurisdiction_id
          AND answerer.id = answer.recorded_by
    WHERE objection.jurisdiction_id = ${jurisdiction} AND objection.batch_id = ${batchId}
    ORDER BY objection.recorded_at`.execute(db);
  return rows;
}
