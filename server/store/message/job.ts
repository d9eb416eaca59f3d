// Adds a job to the queue in the transaction at hand; before the queue was ever opened, none is added.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface NewJob {
  readonly task: 'spread' | 'mail' | 'deliver';
  readonly payload: Readonly<Record<string, unknown>>;
  /** A waiting job of this key is replaced, or keeps its start where that is asked. */
  readonly key?: string;
  /** Reckoned by the clock of the database, which is the one that starts it. */
  readonly waitMs?: number;
  readonly keepsStart?: boolean;
}

export async function queueJob(db: Db, { task, payload, key, waitMs, keepsStart }: NewJob): Promise<void> {
  await sql`SELECT queue_job(${task}, ${JSON.stringify(payload)}::json, ${key ?? null}::text,
                             ${Math.max(0, (waitMs ?? 0) / 1000)}::double precision, ${keepsStart ?? false})`.execute(
    db,
  );
}
