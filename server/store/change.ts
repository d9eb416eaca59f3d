// What was added to a plan, newest first: decisions by document and day, amendments, observations.
import { sql } from 'kysely';
import type { IsoDate } from '../../core/quantity/date.ts';
import { knownBy } from './known.ts';
import type { Db } from './open.ts';

export interface ChangeRow {
  readonly at: string;
  readonly what: 'adopt' | 'merge' | 'reject' | 'observation' | 'amendment';
  readonly documentId: string | null;
  readonly title: string;
  readonly count: number;
}

export async function listChanges(
  db: Db,
  jurisdiction: string,
  planId: string,
  knownOn: IsoDate | null,
  limit: number,
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    SELECT change.at, change.what, change.document_id AS "documentId", change.count,
           coalesce(nullif(document.title, ''), document.file_name, change.title) AS title
    FROM (
      SELECT decision.recorded_at AS at, decision.decision AS what, item.document_id, count(*)::int AS count, '' AS title
      FROM decision JOIN item ON item.jurisdiction_id = decision.jurisdiction_id AND item.id = decision.item_id
      WHERE decision.jurisdiction_id = ${jurisdiction} AND decision.plan_id = ${planId}
        AND ${knownBy('decision', knownOn)}
      GROUP BY 1, 2, 3
      UNION ALL
      SELECT observation.recorded_at, 'observation', observation.document_id, count(*)::int, ''
      FROM observation JOIN commitment ON commitment.jurisdiction_id = observation.jurisdiction_id
                                      AND commitment.id = observation.commitment_id
      WHERE observation.jurisdiction_id = ${jurisdiction} AND commitment.plan_id = ${planId}
        AND ${knownBy('observation', knownOn)}
      GROUP BY 1, 2, 3
      UNION ALL
      SELECT amendment.recorded_at, 'amendment', amendment.document_id, 1, commitment.title
      FROM amendment JOIN commitment ON commitment.jurisdiction_id = amendment.jurisdiction_id
                                    AND commitment.id = amendment.commitment_id
      WHERE amendment.jurisdiction_id = ${jurisdiction} AND commitment.plan_id = ${planId}
        AND ${knownBy('amendment', knownOn)}
    ) AS change
    LEFT JOIN document ON document.jurisdiction_id = ${jurisdiction} AND document.id = change.document_id
    ORDER BY change.at DESC, change.what, title
    LIMIT ${limit}`.execute(db);
  return rows;
}
