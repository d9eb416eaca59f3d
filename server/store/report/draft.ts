// Rows of drafts: what is being typed, replaced as it is typed; a version tells two tabs apart.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

/** Which cell: a promise, a place (empty for the whole jurisdiction), a period, a metric. */
export interface DraftKey {
  readonly commitmentId: string;
  readonly placeId: string;
  readonly period: string;
  readonly metric: string;
}

export interface DraftRow extends DraftKey {
  readonly value: string;
  readonly unit: string;
  readonly statement: string;
  readonly version: number;
  readonly savedBy: string | null;
  readonly savedByName: string;
  readonly savedAt: string;
}

const keyArrays = (keys: readonly DraftKey[]) => sql`unnest(
  ${keys.map((key) => key.commitmentId)}::uuid[], ${keys.map((key) => key.placeId)}::text[],
  ${keys.map((key) => key.period)}::text[], ${keys.map((key) => key.metric)}::text[])`;

const columns = sql`
  draft.commitment_id AS "commitmentId", draft.place_id AS "placeId", draft.period, draft.metric, draft.value, draft.unit,
  draft.statement, draft.version, draft.saved_by AS "savedBy", coalesce(account.name, '') AS "savedByName",
  draft.saved_at AS "savedAt"`;

/** Drafts of these cells, locked until the transaction ends: who saves next to them waits. */
export async function lockDrafts(
  db: Db,
  jurisdiction: string,
  keys: readonly DraftKey[],
): Promise<DraftRow[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<DraftRow>`
    SELECT ${columns}
    FROM ${keyArrays(keys)} AS wanted(commitment_id, place_id, period, metric)
    JOIN report_draft AS draft ON draft.jurisdiction_id = ${jurisdiction} AND draft.commitment_id = wanted.commitment_id
     AND draft.place_id = wanted.place_id AND draft.period = wanted.period AND draft.metric = wanted.metric
    LEFT JOIN account ON account.jurisdiction_id = draft.jurisdiction_id AND account.id = draft.saved_by
    FOR UPDATE OF draft`.execute(db);
  return rows;
}

export async function listDrafts(
  db: Db,
  jurisdiction: string,
  commitmentIds: readonly string[],
): Promise<DraftRow[]> {
  const { rows } = await sql<DraftRow>`
    SELECT ${columns}
    FROM report_draft AS draft
    LEFT JOIN account ON account.jurisdiction_id = draft.jurisdiction_id AND account.id = draft.saved_by
    WHERE draft.jurisdiction_id = ${jurisdiction} AND draft.commitment_id = ANY(${commitmentIds}::uuid[])`.execute(
    db,
  );
  return rows;
}

export interface NewDraft extends DraftKey {
  readonly value: string;
  readonly unit: string;
  readonly statement: string;
  readonly version: number;
  readonly savedBy: string | null;
  readonly savedAt: string;
}

/** Saves many cells in one statement; how many were saved: fewer than given where another server was faster. */
export async function putDrafts(db: Db, jurisdiction: string, given: readonly NewDraft[]): Promise<number> {
  if (given.length === 0) return 0;
  const { numAffectedRows } = await sql`
    INSERT INTO report_draft AS draft (jurisdiction_id, commitment_id, place_id, period, metric, value, unit, statement,
                                       version, saved_by, saved_at)
    SELECT ${jurisdiction}, row.* FROM unnest(
      ${given.map((d) => d.commitmentId)}::uuid[], ${given.map((d) => d.placeId)}::text[],
      ${given.map((d) => d.period)}::text[], ${given.map((d) => d.metric)}::text[],
      ${given.map((d) => d.value)}::text[], ${given.map((d) => d.unit)}::text[],
      ${given.map((d) => d.statement)}::text[], ${given.map((d) => d.version)}::int[],
      ${given.map((d) => d.savedBy)}::uuid[], ${given.map((d) => d.savedAt)}::timestamptz[]) AS row
    ON CONFLICT (jurisdiction_id, commitment_id, place_id, period, metric) DO UPDATE
      SET value = excluded.value, unit = excluded.unit, statement = excluded.statement, version = excluded.version,
          saved_by = excluded.saved_by, saved_at = excluded.saved_at
      WHERE draft.version = excluded.version - 1`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
