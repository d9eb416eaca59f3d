// Rows of decisions on statements of documents: taken into the books, or turned down; each statement once.
import { sql } from 'kysely';
import type { BudgetDetail } from '../../../core/read/reading.ts';
import type { Db } from '../open.ts';

export interface StatementId {
  readonly year: number;
  readonly basis: BudgetDetail['basis'];
  readonly level: string;
  readonly book: BudgetDetail['book'];
}

export interface StatementDecision extends StatementId {
  readonly documentId: string;
  readonly decision: 'adopt' | 'reject';
  readonly reason: string;
  readonly by: string | null;
}

/** False where one of them was decided before. */
export async function addStatementDecisions(
  db: Db,
  jurisdiction: string,
  given: readonly Omit<StatementDecision, 'by'>[],
  recordedBy: string | null,
): Promise<boolean> {
  const added = await db
    .insertInto('budget_statement')
    .values(
      given.map(({ documentId, year, basis, level, book, decision, reason }) => ({
        ...{ jurisdiction_id: jurisdiction, document_id: documentId, year, basis, level, book },
        ...{ decision, reason, recorded_by: recordedBy },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('year')
    .execute();
  return added.length === given.length;
}

/** Decisions on the statements of one document, or of all. */
export async function listStatementDecisions(
  db: Db,
  jurisdiction: string,
  documentId: string | null,
): Promise<StatementDecision[]> {
  const { rows } = await sql<StatementDecision>`
    SELECT document_id AS "documentId", year, basis, level, book, decision, reason, account.name AS by
    FROM budget_statement
    LEFT JOIN account ON account.jurisdiction_id = budget_statement.jurisdiction_id
                     AND account.id = budget_statement.recorded_by
    WHERE budget_statement.jurisdiction_id = ${jurisdiction}
      AND (${documentId}::uuid IS NULL OR document_id = ${documentId}::uuid)`.execute(db);
  return rows;
}

/** Documents that budget statements were read from, newest first, with their checks of budgets. */
export async function listBudgetDocuments(db: Db, jurisdiction: string) {
  const { rows } = await sql<{ id: string; title: string; fileName: string; statements: number }>`
    SELECT document.id, document.title, document.file_name AS "fileName",
           count(DISTINCT (item.body -> 'detail' ->> 'year', item.body -> 'detail' ->> 'basis',
                           item.body -> 'detail' ->> 'level', item.body -> 'detail' ->> 'book'))::int AS statements
    FROM document JOIN item ON item.jurisdiction_id = document.jurisdiction_id AND item.document_id = document.id
    WHERE document.jurisdiction_id = ${jurisdiction} AND item.family = 'budget'
    GROUP BY document.id, document.title, document.file_name, document.recorded_at
    ORDER BY document.recorded_at DESC`.execute(db);
  return rows;
}
