// Rows of questions that enterprises ask about a clause, and of the answers; answered once.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewQuestion {
  readonly id: string;
  readonly subject: string;
  readonly subjectName: string;
  readonly placeId: string;
  readonly clauseId: string;
  readonly unit: string;
  readonly ownerId: string;
  readonly words: string;
  readonly answerBy: IsoDate | null;
}

export interface QuestionRow extends NewQuestion {
  readonly recordedAt: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
}

export const addQuestion = async (db: Db, jurisdiction: string, given: NewQuestion): Promise<void> => {
  await sql`
    INSERT INTO policy_question (jurisdiction_id, id, subject, subject_name, place_id, clause_id, unit, owner_id, words,
                                 answer_by, recorded_by)
    VALUES (${jurisdiction}, ${given.id}, ${given.subject}, ${given.subjectName}, ${given.placeId}, ${given.clauseId},
            ${given.unit}, ${given.ownerId}, ${given.words}, ${given.answerBy}, ${given.ownerId})`.execute(
    db,
  );
};

async function questionsWhere(
  db: Db,
  jurisdiction: string,
  where: ReturnType<typeof sql>,
): Promise<QuestionRow[]> {
  const { rows } = await sql<QuestionRow>`
    SELECT question.id, question.subject, question.subject_name AS "subjectName", question.place_id AS "placeId",
           question.clause_id AS "clauseId", question.unit, question.owner_id AS "ownerId", question.words,
           question.answer_by AS "answerBy", question.recorded_at AS "recordedAt", answer.words AS answer,
           account.name AS "answeredBy", answer.recorded_at AS "answeredAt"
    FROM policy_question AS question
    LEFT JOIN policy_answer AS answer ON answer.jurisdiction_id = question.jurisdiction_id
          AND answer.question_id = question.id
    LEFT JOIN account ON account.jurisdiction_id = answer.jurisdiction_id AND account.id = answer.recorded_by
    WHERE question.jurisdiction_id = ${jurisdiction} AND ${where}
    ORDER BY question.recorded_at DESC`.execute(db);
  return rows;
}

/** Newest first; of one subject, or of all. */
export const listQuestions = (db: Db, jurisdiction: string) => questionsWhere(db, jurisdiction, sql`true`);

export const getQuestion = async (
  db: Db,
  jurisdiction: string,
  id: string,
): Promise<QuestionRow | undefined> => (await questionsWhere(db, jurisdiction, sql`question.id = ${id}`))[0];

/** False where somebody answered before. */
export async function addAnswer(
  db: Db,
  jurisdiction: string,
  given: { readonly questionId: string; readonly words: string; readonly recordedBy: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO policy_answer (jurisdiction_id, question_id, words, recorded_by)
    VALUES (${jurisdiction}, ${given.questionId}, ${given.words}, ${given.recordedBy})
    ON CONFLICT (jurisdiction_id, question_id) DO NOTHING RETURNING question_id`.execute(db);
  return rows.length === 1;
}
