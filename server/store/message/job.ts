// Adds a job to the queue in the transaction at hand; before the queue was ever opened, none is added.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface NewJob {
  readonly task: 'spread' | 'mail' | 'deliver';
  readonly payload: Readonly<Record<string, unknown>>;
  /** A waiting job of this key is replaced, or keeps its start where that is asked. */
  readonly key?: string;
  readonly startAt?: Date;
  readonly keepsStart?: boolean;
}

export async function queueJob(db: Db, { task, payload, key, startAt, keepsStart }: NewJob): Promise<void> {
  await sql`SELECT queue_job(${task}, ${JSON.stringify(payload)}::json, ${key ?? null}::text,
                             ${startAt?.toISOString() ?? null}::timestamptz, ${keepsStart ?? false})`.execute(
    db,
  );
}
