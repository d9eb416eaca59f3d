// Rows of what a batch found: lines that pay or say why not, gaps that lack facts, and lines that a person took out.
import { sql } from 'kysely';
import type { BatchLine, GapGroup, LineOutcome } from '../../../core/policy/pay/batch-lines.ts';
import type { Db } from '../open.ts';

export interface NewLine extends BatchLine {
  readonly number: number;
  readonly subjectName: string;
  readonly placeId: string;
  /** The logged decision for the subject. */
  readonly decisionId: string;
}

/** So many lines go in one statement. */
const atOnce = 5000;

export async function addLines(
  db: Db,
  jurisdiction: string,
  batchId: string,
  given: readonly NewLine[],
): Promise<void> {
  for (let from = 0; from < given.length; from += atOnce) {
    const rows = given.slice(from, from + atOnce);
    await sql`
      INSERT INTO award_line (jurisdiction_id, batch_id, number, subject, subject_name, place_id, clause_id, area, amount,
                              outcome, beaten_by, key, decision_id)
      SELECT ${jurisdiction}, ${batchId}, row.* FROM unnest(
        ${rows.map((row) => row.number)}::int[], ${rows.map((row) => row.subjectId)}::text[],
        ${rows.map((row) => row.subjectName)}::text[], ${rows.map((row) => row.placeId)}::text[],
        ${rows.map((row) => row.clauseId)}::text[], ${rows.map((row) => row.area)}::text[],
        ${rows.map((row) => row.amount)}::bigint[], ${rows.map((row) => row.outcome)}::text[],
        ${rows.map((row) => row.beatenBy)}::text[], ${rows.map((row) => row.key)}::text[],
        ${rows.map((row) => row.decisionId)}::uuid[]) AS row`.execute(db);
  }
}

export async function addGaps(
  db: Db,
  jurisdiction: string,
  batchId: string,
  given: readonly GapGroup[],
): Promise<void> {
  if (given.length === 0) return;
  await sql`
    INSERT INTO award_gap (jurisdiction_id, batch_id, clause_id, missing, subjects, examples)
    SELECT ${jurisdiction}, ${batchId}, row.* FROM unnest(
      ${given.map((gap) => gap.clauseId)}::text[], ${given.map((gap) => gap.missing.join(' '))}::text[],
      ${given.map((gap) => gap.subjects)}::int[],
      ${given.map((gap) => JSON.stringify(gap.examples))}::jsonb[]) AS row`.execute(db);
}

export interface GapRow {
  readonly clauseId: string;
  readonly missing: string;
  readonly subjects: number;
  readonly examples: readonly string[];
}

/** The most subjects first. */
export async function listGaps(db: Db, jurisdiction: string, batchId: string): Promise<GapRow[]> {
  const { rows } = await sql<GapRow>`
    SELECT clause_id AS "clauseId", missing, subjects, examples FROM award_gap
    WHERE jurisdiction_id = ${jurisdiction} AND batch_id = ${batchId}
    ORDER BY subjects DESC, clause_id, missing`.execute(db);
  return rows;
}

export interface LineRow {
  readonly number: number;
  readonly subject: string;
  readonly subjectName: string;
  readonly placeId: string;
  readonly clauseId: string;
  readonly area: string;
  readonly amount: number;
  readonly outcome: LineOutcome;
  readonly beatenBy: string | null;
  readonly key: string;
  readonly decisionId: string;
  /** Why a person took it out; null where nobody did. */
  readonly removed: string | null;
  readonly removedBy: string | null;
}

const lineColumns = sql`line.number, line.subject, line.subject_name AS "subjectName", line.place_id AS "placeId",
  line.clause_id AS "clauseId", line.area, line.amount::float8 AS amount, line.outcome, line.beaten_by AS "beatenBy",
  line.key, line.decision_id AS "decisionId", removal.reason AS removed, account.name AS "removedBy"`;
const withRemoval = sql`award_line AS line
  LEFT JOIN award_removal AS removal ON removal.jurisdiction_id = line.jurisdiction_id
        AND removal.batch_id = line.batch_id AND removal.line = line.number
  LEFT JOIN account ON account.jurisdiction_id = removal.jurisdiction_id AND account.id = removal.recorded_by`;

/** removed: lines that somebody took out; the others are what the rules found and nobody touched. */
export type LineView = LineOutcome | 'removed';

export interface LineAsk {
  readonly view: LineView;
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

const viewed = (view: LineView) =>
  view === 'removed'
    ? sql`removal.reason IS NOT NULL`
    : sql`line.outcome = ${view} AND removal.reason IS NULL`;

export async function listLines(
  db: Db,
  jurisdiction: string,
  batchId: string,
  { view, search, limit, offset }: LineAsk,
): Promise<LineRow[]> {
  const words = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const { rows } = await sql<LineRow>`
    SELECT ${lineColumns} FROM ${withRemoval}
    WHERE line.jurisdiction_id = ${jurisdiction} AND line.batch_id = ${batchId} AND ${viewed(view)}
      AND (${search} = '' OR line.subject_name LIKE ${words} OR line.subject LIKE ${words} OR line.clause_id LIKE ${words})
    ORDER BY line.number LIMIT ${limit} OFFSET ${offset}`.execute(db);
  return rows;
}

/** What the batch pays: lines that pay and that nobody took out. */
export async function listPayingLines(db: Db, jurisdiction: string, batchId: string): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    SELECT ${lineColumns} FROM ${withRemoval}
    WHERE line.jurisdiction_id = ${jurisdiction} AND line.batch_id = ${batchId} AND ${viewed('pays')}
    ORDER BY line.number`.execute(db);
  return rows;
}

export interface LineTotal {
  readonly batchId: string;
  readonly view: LineView;
  readonly area: string;
  readonly clauseId: string;
  readonly lines: number;
  readonly amount: number;
}

/** Counts and sums of one batch or of all, by what became of the lines, area and clause. */
export async function lineTotals(db: Db, jurisdiction: string, batchId: string | null): Promise<LineTotal[]> {
  const { rows } = await sql<LineTotal>`
    SELECT line.batch_id AS "batchId", CASE WHEN removal.reason IS NULL THEN line.outcome ELSE 'removed' END AS view,
           line.area, line.clause_id AS "clauseId", count(*)::int AS lines, sum(line.amount)::float8 AS amount
    FROM ${withRemoval}
    WHERE line.jurisdiction_id = ${jurisdiction} AND (${batchId}::uuid IS NULL OR line.batch_id = ${batchId})
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 6 DESC`.execute(db);
  return rows;
}

export interface NewRemoval {
  readonly batchId: string;
  readonly line: number;
  readonly reason: string;
  readonly recordedBy: string | null;
}

/** False where the line was taken out before. */
export async function addRemoval(db: Db, jurisdiction: string, given: NewRemoval): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO award_removal (jurisdiction_id, batch_id, line, reason, recorded_by)
    VALUES (${jurisdiction}, ${given.batchId}, ${given.line}, ${given.reason}, ${given.recordedBy})
    ON CONFLICT (jurisdiction_id, batch_id, line) DO NOTHING RETURNING line`.execute(db);
  return rows.length === 1;
}

export async function getLine(
  db: Db,
  jurisdiction: string,
  batchId: string,
  number: number,
): Promise<LineRow | undefined> {
  const { rows } = await sql<LineRow>`
    SELECT ${lineColumns} FROM ${withRemoval}
    WHERE line.jurisdiction_id = ${jurisdiction} AND line.batch_id = ${batchId} AND line.number = ${number}`.execute(
    db,
  );
  return rows[0];
}
