// Rows of debt figures by year, level, name and kind; a later number replaces the earlier, and both stay.
import { sql } from 'kysely';
import type { BudgetLevel } from '../../../core/budget/book.ts';
import type { DebtFigure } from '../../../core/budget/debt-figures.ts';
import type { Db } from '../open.ts';
import type { Origin } from './entry.ts';

export interface NewDebtFigure extends DebtFigure {
  readonly year: number;
  readonly level: BudgetLevel;
  readonly number: number;
  readonly explanation: string;
  readonly origin: Origin | null;
}

/** False where somebody else's number came first. */
export async function addDebtFigures(
  db: Db,
  jurisdiction: string,
  figures: readonly NewDebtFigure[],
  recordedBy: string | null,
): Promise<boolean> {
  if (figures.length === 0) return true;
  const added = await db
    .insertInto('debt_figure')
    .values(
      figures.map((figure) => ({
        jurisdiction_id: jurisdiction,
        year: figure.year,
        level: figure.level,
        name: figure.name,
        kind: figure.kind,
        purpose: figure.purpose,
        number: figure.number,
        amount: figure.amount,
        explanation: figure.explanation,
        document_id: figure.origin?.documentId ?? null,
        span_start: figure.origin?.start ?? null,
        span_end: figure.origin?.end ?? null,
        quote: figure.origin?.quote ?? '',
        recorded_by: recordedBy,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .execute();
  return added.length === figures.length;
}

interface Row extends Omit<NewDebtFigure, 'origin'> {
  readonly documentId: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string;
}

/** The number that counts of each name and kind; of one year and level, or of all. */
export async function listDebtFigures(
  db: Db,
  jurisdiction: string,
  of: { readonly year: number; readonly level: BudgetLevel } | null,
): Promise<NewDebtFigure[]> {
  const { rows } = await sql<Row>`
    SELECT DISTINCT ON (year, level, name, kind, purpose) year, level, name, kind, purpose, number,
           amount::text AS amount, explanation, document_id AS "documentId", span_start AS start,
           span_end AS "end", quote
    FROM debt_figure
    WHERE jurisdiction_id = ${jurisdiction}
      AND (${of?.year ?? null}::int IS NULL OR year = ${of?.year ?? null}::int)
      AND (${of?.level ?? null}::text IS NULL OR level = ${of?.level ?? null}::text)
    ORDER BY year DESC, level, name, kind, purpose, number DESC`.execute(db);
  return rows.map(({ documentId, start, end, quote, ...row }) => ({
    ...row,
    origin: documentId === null || start === null || end === null ? null : { documentId, start, end, quote },
  }));
}
