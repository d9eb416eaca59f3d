// Rows of five-year targets and of what their years brought or were asked for; the highest number of a year counts.
import { sql } from 'kysely';
import type { FiveYearTarget } from '../../../core/budget/five-year.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { knownBy } from '../known.ts';
import type { Db } from '../open.ts';

export interface FiveYearTargetRow extends FiveYearTarget {
  readonly id: string;
  readonly metric: string;
  readonly unit: string;
  readonly force: 'binding' | 'anticipatory' | null;
  readonly source: string;
  readonly isDemonstration: boolean;
}

/** False where the metric has a target for these years. */
export async function addFiveYearTarget(
  db: Db,
  jurisdiction: string,
  given: FiveYearTargetRow,
  recordedBy: string | null,
): Promise<boolean> {
  const added = await db
    .insertInto('five_year_target')
    .values({
      ...{
        jurisdiction_id: jurisdiction,
        id: given.id,
        metric: given.metric,
        unit: given.unit,
        kind: given.kind,
      },
      ...{ from_year: given.fromYear, to_year: given.toYear, target: given.target, baseline: given.baseline },
      ...{ force: given.force, source: given.source, is_demonstration: given.isDemonstration },
      recorded_by: recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'metric', 'from_year']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function listFiveYearTargets(
  db: Db,
  jurisdiction: string,
  knownOn: IsoDate | null,
): Promise<FiveYearTargetRow[]> {
  const { rows } = await sql<FiveYearTargetRow>`
    SELECT id, metric, unit, kind, from_year AS "fromYear", to_year AS "toYear", target::text, baseline::text, force,
           source, is_demonstration AS "isDemonstration"
    FROM five_year_target WHERE jurisdiction_id = ${jurisdiction} AND ${knownBy('five_year_target', knownOn)}
    ORDER BY from_year DESC, is_demonstration, recorded_at, metric`.execute(db);
  return rows;
}

export interface FiveYearFigureRow {
  readonly targetId: string;
  readonly year: number;
  readonly role: 'figure' | 'annual';
  readonly number: number;
  readonly value: string;
  readonly source: string;
  readonly isDemonstration: boolean;
}

/** False where somebody else entered this number of the year first. */
export async function addFiveYearFigure(
  db: Db,
  jurisdiction: string,
  given: FiveYearFigureRow,
  recordedBy: string | null,
): Promise<boolean> {
  const added = await db
    .insertInto('five_year_figure')
    .values({
      ...{ jurisdiction_id: jurisdiction, target_id: given.targetId, year: given.year, role: given.role },
      ...{ number: given.number, value: given.value, source: given.source },
      ...{ is_demonstration: given.isDemonstration, recorded_by: recordedBy },
    })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction_id', 'target_id', 'year', 'role', 'number']).doNothing(),
    )
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

/** The newest of each target, year and role. */
export async function listFiveYearFigures(
  db: Db,
  jurisdiction: string,
  knownOn: IsoDate | null,
): Promise<FiveYearFigureRow[]> {
  const { rows } = await sql<FiveYearFigureRow>`
    SELECT DISTINCT ON (target_id, year, role) target_id AS "targetId", year, role, number, value::text, source,
           is_demonstration AS "isDemonstration"
    FROM five_year_figure WHERE jurisdiction_id = ${jurisdiction} AND ${knownBy('five_year_figure', knownOn)}
    ORDER BY target_id, year, role, number DESC`.execute(db);
  return rows;
}
