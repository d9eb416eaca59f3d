// What a cut of a promise is judged from: the newest correction of each, the versions of its line and of the same line a year before.
import { sql } from 'kysely';
import type { VersionEntry } from '../../../core/budget/version.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { knownBy } from '../known.ts';
import type { Db } from '../open.ts';

export interface CutFact {
  readonly id: string;
  /** Null only where every cut was asked for. */
  readonly commitmentId: string | null;
  readonly year: number;
  readonly metric: string;
  readonly percent: string;
  readonly base: string | null;
  readonly source: string;
  readonly sample: boolean;
  readonly lineId: string | null;
  readonly entries: readonly VersionEntry[];
  readonly before: readonly VersionEntry[];
}

type Row = Omit<CutFact, 'entries' | 'before'> & { readonly beforeId: string | null };

/** One line is its book, level, side, name and codes; its year is another line. */
const readCuts = (jurisdiction: string, planId: string | null, knownOn: IsoDate | null) => sql<Row>`
  SELECT row.id, row.commitment_id AS "commitmentId", row.year, row.metric,
         coalesce(last.percent, row.percent)::text AS percent,
         CASE WHEN last.number IS NULL THEN row.base ELSE last.base END::text AS base,
         coalesce(last.source, row.source) AS source, row.sample AND last.number IS NULL AS sample,
         line.id AS "lineId", before.id AS "beforeId"
  FROM budget_cut AS row
  LEFT JOIN commitment ON commitment.jurisdiction_id = row.jurisdiction_id AND commitment.id = row.commitment_id
  LEFT JOIN LATERAL (SELECT * FROM budget_cut_correction AS correction
                     WHERE correction.jurisdiction_id = row.jurisdiction_id AND correction.cut_id = row.id
                       AND ${knownBy('correction', knownOn)}
                     ORDER BY number DESC LIMIT 1) AS last ON true
  LEFT JOIN budget_line AS line ON line.jurisdiction_id = row.jurisdiction_id
        AND line.id = CASE WHEN last.number IS NULL THEN row.line_id ELSE last.line_id END
  LEFT JOIN LATERAL (SELECT id FROM budget_line AS other
                     WHERE other.jurisdiction_id = line.jurisdiction_id AND other.year = line.year - 1
                       AND other.book = line.book AND other.level = line.level AND other.side = line.side
                       AND other.key = line.key AND other.name = line.name
                       AND other.function_code IS NOT DISTINCT FROM line.function_code
                       AND other.economic_code IS NOT DISTINCT FROM line.economic_code
                     ORDER BY id LIMIT 1) AS before ON true
  WHERE row.jurisdiction_id = ${jurisdiction} AND (${planId}::text IS NULL OR commitment.plan_id::text = ${planId}::text) AND ${knownBy('row', knownOn)}
  ORDER BY row.recorded_at, row.metric, row.id`;

const readEntries = (jurisdiction: string, lineIds: readonly string[], knownOn: IsoDate | null) =>
  sql<VersionEntry>`
    SELECT line_id AS "lineId", version, amount::text AS amount, day, NULL AS resolution,
           special_transfer AS "specialTransfer", number AS sequence
    FROM budget_entry
    WHERE jurisdiction_id = ${jurisdiction} AND line_id = ANY (${lineIds}::uuid[]) AND version IN ('executed', 'final')
      AND ${knownBy('budget_entry', knownOn)}
    ORDER BY line_id, number`;

/** Cuts that belong to promises of the plan, as known on a day; without a plan, every cut there is. */
export async function listCutFacts(
  db: Db,
  jurisdiction: string,
  planId: string | null,
  knownOn: IsoDate | null,
): Promise<CutFact[]> {
  const { rows } = await readCuts(jurisdiction, planId, knownOn).execute(db);
  const lineIds = rows.flatMap(({ lineId, beforeId }) => [lineId, beforeId].flatMap((id) => id ?? []));
  if (rows.length === 0) return [];
  const { rows: entries } = await readEntries(jurisdiction, lineIds, knownOn).execute(db);
  const of = (lineId: string | null) => entries.filter((entry) => entry.lineId === lineId);
  return rows.map(({ beforeId, ...cut }) => ({ ...cut, entries: of(cut.lineId), before: of(beforeId) }));
}

/** Grows with everything that a cut of a promise is judged from: all of it is only added to. */
export async function countCutFacts(db: Db, jurisdiction: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT ((SELECT count(*) FROM budget_cut WHERE jurisdiction_id = ${jurisdiction})
          + (SELECT count(*) FROM budget_cut_correction WHERE jurisdiction_id = ${jurisdiction})
          + CASE WHEN EXISTS (SELECT FROM budget_cut WHERE jurisdiction_id = ${jurisdiction} AND commitment_id IS NOT NULL)
                 THEN (SELECT count(*) FROM budget_entry WHERE jurisdiction_id = ${jurisdiction}) ELSE 0 END)::int AS count`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
