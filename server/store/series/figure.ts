// Rows of monitoring figures and of the tables they came in; a revision is a new row that names the one it replaces.
import { sql } from 'kysely';
import type { MonitorFigure } from '../../../core/budget/monitor/figure.ts';
import type { TableFormat } from '../../../core/budget/monitor/table.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { knownBy } from '../known.ts';
import type { Db } from '../open.ts';

export type FigureNature = 'reported' | 'preliminary' | 'estimated' | 'revised' | 'final';

export interface NewImport {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly format: TableFormat;
  readonly source: string;
  readonly isDemonstration: boolean;
  readonly recordedBy: string | null;
}

export const addMonitorImport = async (db: Db, jurisdiction: string, given: NewImport): Promise<void> => {
  await db
    .insertInto('monitor_import')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      file_name: given.fileName,
      sha256: given.sha256,
      format: given.format,
      source: given.source,
      is_demonstration: given.isDemonstration,
      recorded_by: given.recordedBy,
    })
    .execute();
};

export interface NewFigure extends MonitorFigure {
  readonly nature: FigureNature;
  readonly revises: string | null;
  readonly sheet: string;
  readonly cell: string;
  readonly printed: string;
}

/** Number of rows that were added: fewer than given where somebody else recorded one of them first. */
export async function addMonitorFigures(
  db: Db,
  jurisdiction: string,
  importId: string,
  given: readonly NewFigure[],
  recordedBy: string | null,
): Promise<number> {
  if (given.length === 0) return 0;
  const of = <K extends keyof NewFigure>(key: K): NewFigure[K][] => given.map((figure) => figure[key]);
  const { rows } = await sql`
    INSERT INTO monitor_figure (jurisdiction_id, import_id, recorded_by, id, indicator, place_id, measure, period_start,
                                period_end, number, value, nature, revises, sheet, cell, printed)
    SELECT ${jurisdiction}, ${importId}::uuid, ${recordedBy}::uuid, row.* FROM unnest(
      ${of('id')}::uuid[], ${of('indicator')}::text[], ${of('placeId')}::text[], ${of('measure')}::text[],
      ${of('periodStart')}::date[], ${of('periodEnd')}::date[], ${of('number')}::int[], ${of('value')}::numeric[],
      ${of('nature')}::text[], ${of('revises')}::uuid[], ${of('sheet')}::text[], ${of('cell')}::text[],
      ${of('printed')}::text[]) AS row
    ON CONFLICT (jurisdiction_id, indicator, place_id, measure, period_end, number) DO NOTHING
    RETURNING id`.execute(db);
  return rows.length;
}

export interface FigureRow extends MonitorFigure {
  readonly nature: FigureNature;
  readonly sheet: string;
  readonly cell: string;
  readonly printed: string;
  readonly source: string;
  readonly fileName: string;
  readonly isDemonstration: boolean;
  readonly recordedAt: string;
}

/** Every figure known on a day with its revisions, oldest period first, of one indicator or of all. */
export async function listMonitorFigures(
  db: Db,
  jurisdiction: string,
  { indicator, knownOn }: { readonly indicator: string | null; readonly knownOn: IsoDate | null },
): Promise<FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    SELECT figure.id, figure.indicator, figure.place_id AS "placeId", figure.measure,
           figure.period_start AS "periodStart", figure.period_end AS "periodEnd", figure.number, figure.value::text,
           figure.nature, figure.sheet, figure.cell, figure.printed, figure.recorded_at AS "recordedAt",
           taken.source, taken.file_name AS "fileName", taken.is_demonstration AS "isDemonstration"
    FROM monitor_figure AS figure
    JOIN monitor_import AS taken ON taken.jurisdiction_id = figure.jurisdiction_id AND taken.id = figure.import_id
    WHERE figure.jurisdiction_id = ${jurisdiction} AND ${knownBy('figure', knownOn)}
      AND (${indicator}::text IS NULL OR figure.indicator = ${indicator})
    ORDER BY figure.period_end, figure.number`.execute(db);
  return rows;
}

/** One writer a city: two tables at once would otherwise both call themselves the first figure. */
export const lockSeries = async (db: Db, jurisdiction: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${jurisdiction} monitor`}, 0))`.execute(db);
};
