// Rows of budget lines; a line is its year, book, level, side, name and codes, and stays.
import { sql } from 'kysely';
import type { BudgetBook, BudgetLevel, BudgetLine } from '../../../core/budget/book.ts';
import type { Db } from '../open.ts';

export interface KeptLine extends BudgetLine {
  /** Which number of a statement it is; empty for a line of a subject. */
  readonly key: string;
  readonly sample: boolean;
}

/** Lines are added together: parents first. False where one of them is there already. */
export async function addLines(
  db: Db,
  jurisdiction: string,
  lines: readonly KeptLine[],
  recordedBy: string | null,
): Promise<boolean> {
  if (lines.length === 0) return true;
  const added = await db
    .insertInto('budget_line')
    .values(
      lines.map((line) => ({
        jurisdiction_id: jurisdiction,
        id: line.id,
        year: line.year,
        book: line.book,
        level: line.level,
        side: line.side,
        key: line.key,
        name: line.name,
        parent_id: line.parentId,
        function_code: line.functionCode,
        economic_code: line.economicCode,
        basic: line.basic,
        sample: line.sample,
        recorded_by: recordedBy,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return added.length === lines.length;
}

const columns = sql`id, year, book, level, side, key, name, parent_id AS "parentId", function_code AS "functionCode",
                    economic_code AS "economicCode", basic, sample`;

export interface BookOf {
  readonly year: number;
  readonly book: BudgetBook | null;
  readonly level: BudgetLevel | null;
}

/** Lines of a year, of one book where it is named, in the order of their codes and of their recording. */
export async function listLines(
  db: Db,
  jurisdiction: string,
  { year, book, level }: BookOf,
): Promise<KeptLine[]> {
  const { rows } = await sql<KeptLine>`
    SELECT ${columns} FROM budget_line
    WHERE jurisdiction_id = ${jurisdiction} AND year = ${year}
      AND (${book}::text IS NULL OR book = ${book}::text) AND (${level}::text IS NULL OR level = ${level}::text)
    ORDER BY book, level, side DESC, function_code NULLS FIRST, economic_code NULLS FIRST, recorded_at, name, id`.execute(
    db,
  );
  return rows;
}

export async function listAllLines(db: Db, jurisdiction: string): Promise<KeptLine[]> {
  const { rows } = await sql<KeptLine>`
    SELECT ${columns} FROM budget_line WHERE jurisdiction_id = ${jurisdiction}
    ORDER BY year DESC, book, level, side DESC, function_code NULLS FIRST, recorded_at, name, id`.execute(db);
  return rows;
}

export async function getLine(db: Db, jurisdiction: string, id: string): Promise<KeptLine | undefined> {
  const { rows } = await sql<KeptLine>`
    SELECT ${columns} FROM budget_line WHERE jurisdiction_id = ${jurisdiction} AND id = ${id}`.execute(db);
  return rows[0];
}

export async function listBudgetYears(db: Db, jurisdiction: string): Promise<number[]> {
  const rows = await db
    .selectFrom('budget_line')
    .select('year')
    .distinct()
    .where('jurisdiction_id', '=', jurisdiction)
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}
