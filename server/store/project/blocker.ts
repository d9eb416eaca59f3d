// Rows of blockers and of what happened to them. The key (blocker, number) lets one of two people win who move it at once.
import { sql } from 'kysely';
import type { Blocker, BlockerAction, BlockerKind, BlockerState } from '../../../core/project/blocker.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';
import { among } from './entry.ts';

export interface NewBlocker {
  readonly id: string;
  readonly projectId: string;
  readonly kind: BlockerKind;
  readonly words: string;
  readonly raisedOn: IsoDate;
}

export const addBlocker = async (
  db: Db,
  jurisdiction: string,
  given: NewBlocker,
  recordedBy: string | null,
): Promise<void> => {
  await sql`
    INSERT INTO project_blocker (jurisdiction_id, id, project_id, kind, words, raised_on, recorded_by)
    VALUES (${jurisdiction}, ${given.id}, ${given.projectId}, ${given.kind}, ${given.words}, ${given.raisedOn},
            ${recordedBy}::uuid)`.execute(db);
};

export interface BlockerEvent {
  readonly blockerId: string;
  readonly number: number;
  readonly action: BlockerAction;
  readonly state: BlockerState;
  readonly unit: string;
  readonly dueOn: IsoDate | null;
  readonly words: string;
  readonly happenedOn: IsoDate;
}

/** False where somebody else's move came first. */
export async function addBlockerEvent(
  db: Db,
  jurisdiction: string,
  given: BlockerEvent,
  recordedBy: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO project_blocker_event (jurisdiction_id, blocker_id, number, action, state, unit, due_on, words, happened_on,
                                       recorded_by)
    VALUES (${jurisdiction}, ${given.blockerId}, ${given.number}, ${given.action}, ${given.state}, ${given.unit},
            ${given.dueOn}::date, ${given.words}, ${given.happenedOn}, ${recordedBy}::uuid)
    ON CONFLICT (jurisdiction_id, blocker_id, number) DO NOTHING RETURNING number`.execute(db);
  return rows.length === 1;
}

export interface BlockerRow extends Blocker {
  /** Number of the last move; 0 before the first. */
  readonly after: number;
  readonly raiser: string | null;
}

/** Blockers as they stand now, of these projects or of all. */
export async function listBlockers(
  db: Db,
  jurisdiction: string,
  projectIds: readonly string[] | null,
): Promise<BlockerRow[]> {
  const { rows } = await sql<BlockerRow>`
    SELECT blocker.id, blocker.project_id AS "projectId", blocker.kind, blocker.words, blocker.raised_on AS "raisedOn",
           coalesce(account.name, '') AS "raisedBy", blocker.recorded_by AS raiser,
           nullif(last.unit, '') AS "unitId", last.due_on AS "dueOn", coalesce(last.state, 'raised') AS state,
           CASE WHEN last.state = 'closed' THEN last.happened_on END AS "closedOn", coalesce(last.number, 0) AS after
    FROM project_blocker AS blocker
    LEFT JOIN account ON account.jurisdiction_id = blocker.jurisdiction_id AND account.id = blocker.recorded_by
    LEFT JOIN LATERAL (SELECT * FROM project_blocker_event AS event
                       WHERE event.jurisdiction_id = blocker.jurisdiction_id AND event.blocker_id = blocker.id
                       ORDER BY number DESC LIMIT 1) AS last ON true
    WHERE blocker.jurisdiction_id = ${jurisdiction}${among('blocker.project_id', projectIds)}
    ORDER BY blocker.raised_on DESC, blocker.id`.execute(db);
  return rows;
}

export type BlockerEventRow = BlockerEvent & {
  readonly by: string | null;
  readonly recordedBy: string | null;
};

export async function listBlockerEvents(
  db: Db,
  jurisdiction: string,
  blockerIds: readonly string[],
): Promise<BlockerEventRow[]> {
  const { rows } = await sql<BlockerEventRow>`
    SELECT event.blocker_id AS "blockerId", event.number, event.action, event.state, event.unit, event.due_on AS "dueOn",
           event.words, event.happened_on AS "happenedOn", event.recorded_by AS "recordedBy", account.name AS by
    FROM project_blocker_event AS event
    LEFT JOIN account ON account.jurisdiction_id = event.jurisdiction_id AND account.id = event.recorded_by
    WHERE event.jurisdiction_id = ${jurisdiction} AND event.blocker_id = ANY(${blockerIds}::uuid[])
    ORDER BY event.blocker_id, event.number`.execute(db);
  return rows;
}
