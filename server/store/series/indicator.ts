// Rows of the indicators that are watched, and of the places that the city is compared with.
import { sql } from 'kysely';
import type { MonitorIndicator } from '../../../core/budget/monitor/figure.ts';
import type { Db } from '../open.ts';

export interface IndicatorRow extends MonitorIndicator {
  /** Under this name the plan has a target of it; empty where none is looked for. */
  readonly planMetric: string;
}

/** False where the code or the name is taken. */
export async function addIndicator(
  db: Db,
  jurisdiction: string,
  given: IndicatorRow,
  recordedBy: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO monitor_indicator (jurisdiction_id, code, name, name_en, unit, step, good_way, headline, merged_spring,
                                   aliases, plan_metric, position, recorded_by)
    SELECT ${jurisdiction}, ${given.code}, ${given.name}, ${given.nameEn}, ${given.unit}, ${given.step},
           ${given.goodWay}, ${given.headline}, ${given.mergedSpring}, ${JSON.stringify(given.aliases)}::jsonb,
           ${given.planMetric}, coalesce(max(position), 0) + 1, ${recordedBy}::uuid
    FROM monitor_indicator WHERE jurisdiction_id = ${jurisdiction}
    ON CONFLICT DO NOTHING RETURNING code`.execute(db);
  return rows.length === 1;
}

export async function listIndicators(db: Db, jurisdiction: string): Promise<IndicatorRow[]> {
  const { rows } = await sql<IndicatorRow>`
    SELECT code, name, name_en AS "nameEn", unit, step, good_way AS "goodWay", headline,
           merged_spring AS "mergedSpring", aliases, plan_metric AS "planMetric"
    FROM monitor_indicator WHERE jurisdiction_id = ${jurisdiction} ORDER BY position, code`.execute(db);
  return rows;
}

export interface MonitorPlace {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly level: 'own' | 'district' | 'nation' | 'province' | 'peer';
}

/** False where the id or the name is taken. */
export async function addMonitorPlace(
  db: Db,
  jurisdiction: string,
  given: MonitorPlace,
  recordedBy: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO monitor_place (jurisdiction_id, id, name, name_en, level, position, recorded_by)
    SELECT ${jurisdiction}, ${given.id}, ${given.name}, ${given.nameEn}, ${given.level},
           coalesce(max(position), 0) + 1, ${recordedBy}::uuid
    FROM monitor_place WHERE jurisdiction_id = ${jurisdiction}
    ON CONFLICT DO NOTHING RETURNING id`.execute(db);
  return rows.length === 1;
}

/** The city itself first, then nation, province, peers, then its own districts. */
export async function listMonitorPlaces(db: Db, jurisdiction: string): Promise<MonitorPlace[]> {
  const { rows } = await sql<MonitorPlace>`
    SELECT jurisdiction_id AS id, name, name_en AS "nameEn", 'own' AS level, 0 AS tier, 0 AS position
    FROM jurisdiction WHERE jurisdiction_id = ${jurisdiction}
    UNION ALL
    SELECT id, name, name_en, level, CASE level WHEN 'nation' THEN 1 WHEN 'province' THEN 2 ELSE 3 END, position
    FROM monitor_place WHERE jurisdiction_id = ${jurisdiction}
    UNION ALL
    SELECT id, name, name_en, 'district', 4, position
    FROM place WHERE jurisdiction_id = ${jurisdiction} AND kind <> 'street'
    ORDER BY tier, position, id`.execute(db);
  return rows.map(({ id, name, nameEn, level }) => ({ id, name, nameEn, level }));
}
