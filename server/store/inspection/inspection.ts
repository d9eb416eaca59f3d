// Rows of inspections and of what happened to them. The key (inspection, number) lets one of two people win who move it at once.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type {
  InspectionAction,
  InspectionKind,
  InspectionMethod,
  InspectionState,
} from '../../../core/supervise/inspection.ts';
import type { Db } from '../open.ts';

export interface NewInspection {
  readonly id: string;
  readonly kind: InspectionKind;
  readonly methods: readonly InspectionMethod[];
  readonly subject: string;
  readonly placeId: string;
  readonly unit: string;
  readonly byUnit: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly commitmentIds: readonly string[];
  readonly planYear: number | null;
  readonly field: string;
  readonly unannounced: boolean;
  readonly assignment: string | null;
  readonly papers: readonly string[];
  readonly recordedBy: string | null;
}

export const addInspection = async (db: Db, jurisdiction: string, given: NewInspection): Promise<void> => {
  await db
    .insertInto('inspection')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      kind: given.kind,
      methods: JSON.stringify(given.methods),
      subject: given.subject,
      place_id: given.placeId,
      unit: given.unit,
      by_unit: given.byUnit,
      starts_on: given.from,
      ends_on: given.to,
      commitment_ids: JSON.stringify(given.commitmentIds),
      plan_year: given.planYear,
      field: given.field,
      unannounced: given.unannounced,
      assignment: given.assignment,
      papers: JSON.stringify(given.papers),
      recorded_by: given.recordedBy,
    })
    .execute();
};

export type InspectionRow = Omit<NewInspection, 'recordedBy'> & { readonly recordedBy: string | null };

/** One, or all, latest first. */
export async function listInspections(
  db: Db,
  jurisdiction: string,
  id: string | null,
): Promise<InspectionRow[]> {
  const { rows } = await sql<InspectionRow>`
    SELECT id, kind, methods, subject, place_id AS "placeId", unit, by_unit AS "byUnit", starts_on AS "from",
           ends_on AS "to", commitment_ids AS "commitmentIds", plan_year AS "planYear", field, unannounced, assignment,
           papers, recorded_by AS "recordedBy"
    FROM inspection
    WHERE jurisdiction_id = ${jurisdiction} AND (${id}::uuid IS NULL OR id = ${id}::uuid)
    ORDER BY starts_on DESC, recorded_at DESC, id`.execute(db);
  return rows;
}

export interface InspectionEvent {
  readonly inspectionId: string;
  readonly number: number;
  readonly action: InspectionAction | 'plan';
  readonly state: InspectionState;
  readonly team: readonly string[];
  readonly words: string;
  readonly approval: string;
  readonly unitReceivedOn: IsoDate | null;
  readonly dueOn: IsoDate | null;
  readonly decision: 'upheld' | 'changed' | null;
  readonly receivedOn: IsoDate;
  readonly receivedAt: string;
  readonly recordedBy: string | null;
}

/** False where somebody else's move came first. */
export async function addInspectionEvent(
  db: Db,
  jurisdiction: string,
  given: InspectionEvent,
): Promise<boolean> {
  const added = await db
    .insertInto('inspection_event')
    .values({
      jurisdiction_id: jurisdiction,
      inspection_id: given.inspectionId,
      number: given.number,
      action: given.action,
      state: given.state,
      team: JSON.stringify(given.team),
      words: given.words,
      approval: given.approval,
      unit_received_on: given.unitReceivedOn,
      due_on: given.dueOn,
      decision: given.decision,
      received_on: given.receivedOn,
      received_at: given.receivedAt,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'inspection_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export type InspectionEventRow = InspectionEvent & { readonly by: string | null };

/** Moves of one, or of all, each in its order, with the post that made them. */
export async function listInspectionEvents(
  db: Db,
  jurisdiction: string,
  id: string | null,
): Promise<InspectionEventRow[]> {
  const { rows } = await sql<InspectionEventRow>`
    SELECT event.inspection_id AS "inspectionId", event.number, event.action, event.state, event.team, event.words,
           event.approval, event.unit_received_on AS "unitReceivedOn", event.due_on AS "dueOn", event.decision,
           event.received_on AS "receivedOn", event.received_at AS "receivedAt", event.recorded_by AS "recordedBy",
           account.name AS by
    FROM inspection_event AS event
    LEFT JOIN account ON account.jurisdiction_id = event.jurisdiction_id AND account.id = event.recorded_by
    WHERE event.jurisdiction_id = ${jurisdiction} AND (${id}::uuid IS NULL OR event.inspection_id = ${id}::uuid)
    ORDER BY event.inspection_id, event.number`.execute(db);
  return rows;
}

/** Whether the unit that is inspected has been told of it: of an unannounced inspection only with the conclusion. */
export async function getInspected(
  db: Db,
  jurisdiction: string,
  id: string,
): Promise<{ readonly place: string; readonly unit: string; readonly isTold: boolean } | undefined> {
  const { rows } = await sql<{ place: string; unit: string; isTold: boolean }>`
    SELECT inspection.place_id AS place, inspection.unit,
           EXISTS (SELECT FROM inspection_event AS event
                   WHERE event.jurisdiction_id = inspection.jurisdiction_id AND event.inspection_id = inspection.id
                     AND event.action = CASE WHEN inspection.unannounced THEN 'feedBack' ELSE 'approve' END) AS "isTold"
    FROM inspection
    WHERE inspection.jurisdiction_id = ${jurisdiction} AND inspection.id = ${id}`.execute(db);
  return rows[0];
}

/** Units that lead promises, as printed: whom one may name. */
export async function listLeadUnits(db: Db, jurisdiction: string): Promise<string[]> {
  const rows = await db
    .selectFrom('commitment')
    .select('lead_unit')
    .distinct()
    .where('jurisdiction_id', '=', jurisdiction)
    .execute();
  return rows.flatMap(({ lead_unit: unit }) => (unit === null || unit === '' ? [] : [unit]));
}
