// Rows of published project tables that a person adopted: each figure with its span in the document.
import { sql } from 'kysely';
import type { PublishedGroup } from '../../../core/project/published.ts';
import type { PrintedProjectRow } from '../../../core/project/tables-from-items.ts';
import type { Db } from '../open.ts';

export type PublishedRow = Omit<PrintedProjectRow, 'origins'> & {
  readonly spans: Readonly<Record<string, readonly [number, number]>>;
};

export interface AskedDisagreement {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  readonly residual: string;
  readonly rounding: string;
  readonly explained: boolean;
  readonly start: number;
  readonly end: number;
}

export interface NewTable {
  readonly id: string;
  readonly documentId: string;
  readonly caption: string;
  readonly year: number;
  readonly groupedBy: PublishedGroup;
  readonly rows: readonly PublishedRow[];
  readonly asked: readonly AskedDisagreement[];
  readonly explanation: string;
}

/** False where the table was adopted before. */
export async function addTable(
  db: Db,
  jurisdiction: string,
  given: NewTable,
  recordedBy: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO project_table (jurisdiction_id, id, document_id, caption, year, grouped_by, rows, asked, explanation, recorded_by)
    VALUES (${jurisdiction}, ${given.id}, ${given.documentId}, ${given.caption}, ${given.year}, ${given.groupedBy},
            ${JSON.stringify(given.rows)}::jsonb, ${JSON.stringify(given.asked)}::jsonb, ${given.explanation},
            ${recordedBy}::uuid)
    ON CONFLICT (jurisdiction_id, document_id, caption) DO NOTHING RETURNING id`.execute(db);
  return rows.length === 1;
}

export interface TableRow extends NewTable {
  readonly documentTitle: string;
  readonly by: string | null;
  readonly at: string;
}

/** Adopted tables of a year, or of every year. */
export async function listTables(db: Db, jurisdiction: string, year: number | null): Promise<TableRow[]> {
  const { rows } = await sql<TableRow>`
    SELECT adopted.id, adopted.document_id AS "documentId", adopted.caption, adopted.year, adopted.grouped_by AS "groupedBy",
           adopted.rows, adopted.asked, adopted.explanation, adopted.recorded_at AS at, account.name AS by,
           coalesce(nullif(document.title, ''), document.file_name) AS "documentTitle"
    FROM project_table AS adopted
    JOIN document ON document.jurisdiction_id = adopted.jurisdiction_id AND document.id = adopted.document_id
    LEFT JOIN account ON account.jurisdiction_id = adopted.jurisdiction_id AND account.id = adopted.recorded_by
    WHERE adopted.jurisdiction_id = ${jurisdiction} AND (${year}::int IS NULL OR adopted.year = ${year}::int)
    ORDER BY adopted.year DESC, adopted.recorded_at, adopted.caption`.execute(db);
  return rows;
}

/** Documents that hold items of projects. */
export async function listProjectDocuments(db: Db, jurisdiction: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT document_id AS id FROM item WHERE jurisdiction_id = ${jurisdiction} AND family = 'project'`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
