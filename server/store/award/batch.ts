// Rows of batches and of their moves. The key (batch, number) lets one of two people win who move it at once.
import { sql } from 'kysely';
import type { BatchAction, BatchState } from '../../../core/policy/pay/award-batch.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewBatch {
  readonly id: string;
  readonly day: IsoDate;
  /** The unit that leads its clauses; '' for every unit. */
  readonly unit: string;
  readonly ruleSetHash: string;
  readonly subjects: number;
  readonly recordedBy: string | null;
}

export interface BatchRow extends NewBatch {
  readonly recordedAt: string;
}

export const addBatch = async (db: Db, jurisdiction: string, given: NewBatch): Promise<void> => {
  await sql`
    INSERT INTO award_batch (jurisdiction_id, id, day, unit, rule_set_hash, subjects, recorded_by)
    VALUES (${jurisdiction}, ${given.id}, ${given.day}, ${given.unit}, ${given.ruleSetHash}, ${given.subjects},
            ${given.recordedBy})`.execute(db);
};

const columns = sql`id, day, unit, rule_set_hash AS "ruleSetHash", subjects, recorded_by AS "recordedBy",
                    recorded_at AS "recordedAt"`;

export async function getBatch(db: Db, jurisdiction: string, id: string): Promise<BatchRow | undefined> {
  const { rows } = await sql<BatchRow>`
    SELECT ${columns} FROM award_batch WHERE jurisdiction_id = ${jurisdiction} AND id = ${id}`.execute(db);
  return rows[0];
}

/** Newest first. */
export async function listBatches(db: Db, jurisdiction: string): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    SELECT ${columns} FROM award_batch WHERE jurisdiction_id = ${jurisdiction}
    ORDER BY recorded_at DESC`.execute(db);
  return rows;
}

export interface NewBatchEvent {
  readonly batchId: string;
  readonly number: number;
  readonly action: 'propose' | BatchAction;
  readonly state: BatchState;
  readonly words: string;
  readonly noticeFrom: IsoDate | null;
  readonly noticeTo: IsoDate | null;
  readonly receivedAt: string;
  readonly recordedBy: string | null;
}

export interface BatchEventRow extends NewBatchEvent {
  readonly by: string | null;
}

/** False where somebody else's move came first. */
export async function addBatchEvent(db: Db, jurisdiction: string, given: NewBatchEvent): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO award_batch_event (jurisdiction_id, batch_id, number, action, state, words, notice_from, notice_to,
                                   received_at, recorded_by)
    VALUES (${jurisdiction}, ${given.batchId}, ${given.number}, ${given.action}, ${given.state}, ${given.words},
            ${given.noticeFrom}, ${given.noticeTo}, ${given.receivedAt}, ${given.recordedBy})
    ON CONFLICT (jurisdiction_id, batch_id, number) DO NOTHING RETURNING number`.execute(db);
  return rows.length === 1;
}

/** Moves of one batch or of all, each in its order, with the post that made them. */
export async function listBatchEvents(
  db: Db,
  jurisdiction: string,
  batchId: string | null,
): Promise<BatchEventRow[]> {
  const { rows } = await sql<BatchEventRow>`
    SELECT event.batch_id AS "batchId", event.number, event.action, event.state, event.words,
           event.notice_from AS "noticeFrom", event.notice_to AS "noticeTo", event.received_at AS "receivedAt",
           event.recorded_by AS "recordedBy", account.name AS by
    FROM award_batch_event AS event
    LEFT JOIN account ON account.jurisdiction_id = event.jurisdiction_id AND account.id = event.recorded_by
    WHERE event.jurisdiction_id = ${jurisdiction} AND (${batchId}::uuid IS NULL OR event.batch_id = ${batchId})
    ORDER BY event.batch_id, event.number`.execute(db);
  return rows;
}
