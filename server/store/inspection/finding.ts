// Rows of findings of one inspection, and of what the unit reports of its rectification.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { InspectionMethod } from '../../../core/supervise/inspection.ts';
import type { Db } from '../open.ts';

export interface NewFinding {
  readonly id: string;
  readonly inspectionId: string;
  readonly commitmentId: string | null;
  readonly method: InspectionMethod;
  readonly outcome: 'confirmed' | 'contradicted' | 'undecided';
  readonly words: string;
  /** A second look, while it is rectified. */
  readonly again: boolean;
  readonly recordedBy: string | null;
}

export const addFinding = async (db: Db, jurisdiction: string, given: NewFinding): Promise<void> => {
  await db
    .insertInto('inspection_finding')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      inspection_id: given.inspectionId,
      commitment_id: given.commitmentId,
      method: given.method,
      outcome: given.outcome,
      words: given.words,
      again: given.again,
      recorded_by: given.recordedBy,
    })
    .execute();
};

export type FindingRow = Omit<NewFinding, 'recordedBy'> & {
  readonly by: string | null;
  readonly recordedAt: string;
};

export async function listFindingsOf(
  db: Db,
  jurisdiction: string,
  inspectionId: string,
): Promise<FindingRow[]> {
  const { rows } = await sql<FindingRow>`
    SELECT finding.id, finding.inspection_id AS "inspectionId", finding.commitment_id AS "commitmentId", finding.method,
           finding.outcome, finding.words, finding.again, account.name AS by, finding.recorded_at AS "recordedAt"
    FROM inspection_finding AS finding
    LEFT JOIN account ON account.jurisdiction_id = finding.jurisdiction_id AND account.id = finding.recorded_by
    WHERE finding.jurisdiction_id = ${jurisdiction} AND finding.inspection_id = ${inspectionId}
    ORDER BY finding.recorded_at, finding.id`.execute(db);
  return rows;
}

export interface AnswerRow {
  readonly number: number;
  readonly words: string;
  readonly on: IsoDate;
  readonly by: string | null;
}

export async function listAnswers(db: Db, jurisdiction: string, inspectionId: string): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    SELECT answer.number, answer.words, answer.received_on AS "on", account.name AS by
    FROM inspection_answer AS answer
    LEFT JOIN account ON account.jurisdiction_id = answer.jurisdiction_id AND account.id = answer.recorded_by
    WHERE answer.jurisdiction_id = ${jurisdiction} AND answer.inspection_id = ${inspectionId}
    ORDER BY answer.number`.execute(db);
  return rows;
}

export interface NewAnswer {
  readonly inspectionId: string;
  readonly number: number;
  readonly words: string;
  readonly receivedOn: IsoDate;
  readonly recordedBy: string | null;
}

/** False where another answer came first. */
export async function addAnswer(db: Db, jurisdiction: string, given: NewAnswer): Promise<boolean> {
  const added = await db
    .insertInto('inspection_answer')
    .values({
      jurisdiction_id: jurisdiction,
      inspection_id: given.inspectionId,
      number: given.number,
      words: given.words,
      received_on: given.receivedOn,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'inspection_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}
