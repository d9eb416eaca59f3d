// Rows of inspections, of what happened to them, and of what was found. The key (inspection, number) lets one of two people win.
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
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly commitmentIds: readonly string[];
  readonly recordedBy: string | null;
}

export const addInspection = async (db: Db, jurisdiction: string, given: NewInspection): Promise<void> => {
  await db
    .insertInto('inspection')
    .values({
      ...{ jurisdiction_id: jurisdiction, id: given.id, kind: given.kind, subject: given.subject },
      ...{ methods: JSON.stringify(given.methods), commitment_ids: JSON.stringify(given.commitmentIds) },
      ...{ place_id: given.placeId, unit: given.unit, by_unit: given.byUnit },
      ...{ starts_on: given.startsOn, ends_on: given.endsOn, recorded_by: given.recordedBy },
    })
    .execute();
};

export type InspectionRow = NewInspection & { readonly recordedAt: string };

/** One, or all; newest first. */
export async function listInspections(
  db: Db,
  jurisdiction: string,
  id: string | null,
): Promise<InspectionRow[]> {
  const { rows } = await sql<InspectionRow>`
    SELECT id, kind, methods, subject, place_id AS "placeId", unit, by_unit AS "byUnit", starts_on AS "startsOn",
           ends_on AS "endsOn", commitment_ids AS "commitmentIds", recorded_by AS "recordedBy",
           recorded_at AS "recordedAt"
    FROM inspection
    WHERE jurisdiction_id = ${jurisdiction} AND (${id}::uuid IS NULL OR id = ${id}::uuid)
    ORDER BY recorded_at DESC`.execute(db);
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
      ...{ jurisdiction_id: jurisdiction, inspection_id: given.inspectionId, number: given.number },
      ...{ action: given.action, state: given.state, team: JSON.stringify(given.team) },
      ...{ words: given.words, approval: given.approval, recorded_by: given.recordedBy },
      ...{ received_on: given.receivedOn, received_at: given.receivedAt },
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'inspection_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export type InspectionEventRow = InspectionEvent & { readonly by: string | null };

/** Moves of one inspection, or of all, each in its order, with the post that made them. */
export async function listInspectionEvents(
  db: Db,
  jurisdiction: string,
  id: string | null,
): Promise<InspectionEventRow[]> {
  const { rows } = await sql<InspectionEventRow>`
    SELECT event.inspection_id AS "inspectionId", event.number, event.action, event.state, event.team, event.words,
           event.approval, event.received_on AS "receivedOn", event.received_at AS "receivedAt",
           event.recorded_by AS "recordedBy", account.name AS by
    FROM inspection_event AS event
    LEFT JOIN account ON account.jurisdiction_id = event.jurisdiction_id AND account.id = event.recorded_by
    WHERE event.jurisdiction_id = ${jurisdiction} AND (${id}::uuid IS NULL OR event.inspection_id = ${id}::uuid)
    ORDER BY event.inspection_id, event.number`.execute(db);
  return rows;
}

export interface NewFinding {
  readonly id: string;
  readonly inspectionId: string;
  readonly commitmentId: string | null;
  readonly method: InspectionMethod;
  readonly outcome: 'confirmed' | 'contradicted' | 'undecided';
  readonly words: string;
  readonly recordedBy: string | null;
}

export const addFinding = async (db: Db, jurisdiction: string, given: NewFinding): Promise<void> => {
  await db
    .insertInto('inspection_finding')
    .values({
      ...{ jurisdiction_id: jurisdiction, id: given.id, inspection_id: given.inspectionId },
      ...{ commitment_id: given.commitmentId, method: given.method, outcome: given.outcome },
      ...{ words: given.words, recorded_by: given.recordedBy },
    })
    .execute();
};

export interface FindingRow extends NewFinding {
  readonly place_id: string;
  /** The day in Asia/Shanghai on which it was recorded. */
  readonly found_on: IsoDate;
  readonly recordedAt: string;
  readonly by: string | null;
}

async function findings(db: Db, jurisdiction: string, column: 'commitment_id' | 'inspection_id', id: string) {
  const { rows } = await sql<FindingRow>`
    SELECT finding.id, finding.inspection_id AS "inspectionId", finding.commitment_id AS "commitmentId",
           finding.method, finding.outcome, finding.words, finding.recorded_by AS "recordedBy",
           finding.recorded_at AS "recordedAt", inspection.place_id, account.name AS by,
           to_char(finding.recorded_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS found_on
    FROM inspection_finding AS finding
    JOIN inspection ON inspection.jurisdiction_id = finding.jurisdiction_id AND inspection.id = finding.inspection_id
    LEFT JOIN account ON account.jurisdiction_id = finding.jurisdiction_id AND account.id = finding.recorded_by
    WHERE finding.jurisdiction_id = ${jurisdiction} AND ${sql.ref(`finding.${column}`)} = ${id}
    ORDER BY finding.recorded_at`.execute(db);
  return rows;
}

/** Findings about one promise, oldest first. */
export const listFindings = (db: Db, jurisdiction: string, commitmentId: string) =>
  findings(db, jurisdiction, 'commitment_id', commitmentId);

export const listFindingsOf = (db: Db, jurisdiction: string, inspectionId: string) =>
  findings(db, jurisdiction, 'inspection_id', inspectionId);
