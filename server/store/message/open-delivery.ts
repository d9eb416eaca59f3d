// Rows of what webhooks have still to hear: in order, one at a time for each thing, and when a webhook may be spoken to again.
import { sql } from 'kysely';
import type { Detail } from '../../../core/publish/event.ts';
import type { Db } from '../open.ts';
import type { NewAttempt } from './hook.ts';

export interface OpenDelivery {
  readonly id: string;
  readonly kind: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly title: string;
  readonly detail: Detail;
  readonly toldAt: string;
  /** Tries so far, and failed ones since somebody last asked for another round. */
  readonly tries: number;
  readonly failed: number;
}

/** The oldest open delivery of each thing, where its time has come: what came after it waits behind it. */
export async function listDueDeliveries(
  db: Db,
  jurisdiction: string,
  { hookId, now, most }: { hookId: string; now: Date; most: number },
): Promise<OpenDelivery[]> {
  const { rows } = await sql<OpenDelivery>`
    WITH head AS (
      SELECT DISTINCT ON (object_kind, object_id) delivery_id, told_at, due_at FROM webhook_open
      WHERE jurisdiction_id = ${jurisdiction} AND webhook_id = ${hookId}
      ORDER BY object_kind, object_id, told_at, delivery_id),
    due AS (
      SELECT delivery_id, told_at FROM head WHERE due_at IS NULL OR due_at <= ${now.toISOString()}
      ORDER BY told_at, delivery_id LIMIT ${most})
    SELECT delivery.id, told.kind, told.object_kind AS "objectKind", told.object_id AS "objectId", told.title, told.detail,
           told.told_at AS "toldAt", coalesce(tried.tries, 0) AS tries, coalesce(tried.failed, 0) AS failed
    FROM due
    JOIN webhook_delivery AS delivery ON delivery.jurisdiction_id = ${jurisdiction} AND delivery.id = due.delivery_id
    JOIN told ON told.jurisdiction_id = delivery.jurisdiction_id AND told.id = delivery.told_id
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS tries,
             (count(*) FILTER (WHERE outcome = 'failed' AND number > coalesce(
               (SELECT max(number) FROM webhook_attempt AS again
                WHERE again.jurisdiction_id = delivery.jurisdiction_id AND again.delivery_id = delivery.id
                  AND again.outcome = 'again'), 0)))::int AS failed
      FROM webhook_attempt AS attempt
      WHERE attempt.jurisdiction_id = delivery.jurisdiction_id AND attempt.delivery_id = delivery.id) AS tried ON true
    ORDER BY due.told_at, due.delivery_id`.execute(db);
  return rows;
}

/** When the next try is due of what waits after a failed one; null where nothing is open. */
export async function nextDue(db: Db, jurisdiction: string, hookId: string): Promise<string | null> {
  const { rows } = await sql<{ due: string | null }>`
    SELECT min(due_at) AS due FROM webhook_open
    WHERE jurisdiction_id = ${jurisdiction} AND webhook_id = ${hookId}`.execute(db);
  return rows[0]?.due ?? null;
}

/** Webhooks that have something to hear. */
export async function listWaitingHooks(db: Db, jurisdiction: string): Promise<string[]> {
  const { rows } = await sql<{ hookId: string }>`
    SELECT DISTINCT webhook_id AS "hookId" FROM webhook_open WHERE jurisdiction_id = ${jurisdiction}`.execute(
    db,
  );
  return rows.map(({ hookId }) => hookId);
}

/** Notes a try and what comes of it in one statement; `dueAt` is the next try's time after a failed one. */
export async function noteTry(
  db: Db,
  jurisdiction: string,
  { deliveryId, number, outcome, status, triedAt }: NewAttempt,
  dueAt: string | null,
): Promise<void> {
  const open = sql`jurisdiction_id = ${jurisdiction} AND delivery_id = ${deliveryId}`;
  const after =
    outcome === 'failed'
      ? sql`UPDATE webhook_open SET due_at = ${dueAt} WHERE ${open}`
      : sql`DELETE FROM webhook_open WHERE ${open}`;
  await sql`
    WITH after AS (${after})
    INSERT INTO webhook_attempt (jurisdiction_id, delivery_id, number, outcome, status, tried_at)
    VALUES (${jurisdiction}, ${deliveryId}, ${number}, ${outcome}, ${status}, ${triedAt})
    ON CONFLICT DO NOTHING`.execute(db);
}

/** To be tried again though it was given up. */
export async function reopenDelivery(db: Db, jurisdiction: string, deliveryId: string): Promise<void> {
  await sql`
    INSERT INTO webhook_open
    SELECT delivery.jurisdiction_id, delivery.id, delivery.webhook_id, told.object_kind, told.object_id, told.recorded_at, NULL
    FROM webhook_delivery AS delivery
    JOIN told ON told.jurisdiction_id = delivery.jurisdiction_id AND told.id = delivery.told_id
    WHERE delivery.jurisdiction_id = ${jurisdiction} AND delivery.id = ${deliveryId}
    ON CONFLICT DO NOTHING`.execute(db);
}

/** Gives up everything a webhook should have heard before a moment, told so long ago that trying is over. */
export async function giveUpBefore(
  db: Db,
  jurisdiction: string,
  { hookId, before, now }: { hookId: string; before: Date; now: Date },
): Promise<void> {
  await sql`
    WITH gone AS (
      DELETE FROM webhook_open
      WHERE jurisdiction_id = ${jurisdiction} AND webhook_id = ${hookId} AND told_at < ${before.toISOString()}
      RETURNING delivery_id)
    INSERT INTO webhook_attempt (jurisdiction_id, delivery_id, number, outcome, status, tried_at)
    SELECT ${jurisdiction}::text, delivery_id, 1 + coalesce((SELECT max(number) FROM webhook_attempt AS attempt
             WHERE attempt.jurisdiction_id = ${jurisdiction} AND attempt.delivery_id = gone.delivery_id), 0),
           'givenUp', NULL, ${now.toISOString()}::timestamptz
    FROM gone ON CONFLICT DO NOTHING`.execute(db);
}

export interface Pace {
  readonly failed: number;
  readonly failingSince: string | null;
  readonly notBefore: string;
}

export async function getPace(db: Db, jurisdiction: string, hookId: string): Promise<Pace | undefined> {
  const { rows } = await sql<Pace>`
    SELECT failed, failing_since AS "failingSince", not_before AS "notBefore" FROM webhook_pace
    WHERE jurisdiction_id = ${jurisdiction} AND webhook_id = ${hookId}`.execute(db);
  return rows[0];
}

/** null: it may be spoken to at once. */
export async function putPace(
  db: Db,
  jurisdiction: string,
  hookId: string,
  pace: Pace | null,
): Promise<void> {
  if (pace === null) {
    await sql`DELETE FROM webhook_pace WHERE jurisdiction_id = ${jurisdiction} AND webhook_id = ${hookId}`.execute(
      db,
    );
    return;
  }
  await sql`
    INSERT INTO webhook_pace (jurisdiction_id, webhook_id, failed, failing_since, not_before)
    VALUES (${jurisdiction}, ${hookId}, ${pace.failed}, ${pace.failingSince}, ${pace.notBefore})
    ON CONFLICT (jurisdiction_id, webhook_id)
    DO UPDATE SET failed = excluded.failed, failing_since = excluded.failing_since, not_before = excluded.not_before`.execute(
    db,
  );
}
