// Rows of webhooks, of what goes to them and of every try.
import { sql } from 'kysely';
import type { Detail, Topic } from '../../../core/publish/event.ts';
import type { HookFormat } from '../../../core/publish/hook.ts';
import type { Db } from '../open.ts';

export interface Hook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly format: HookFormat;
  readonly topics: readonly Topic[];
  readonly recordedAt: string;
}

export async function addHook(
  db: Db,
  jurisdiction: string,
  { secret, recordedBy, ...hook }: Omit<Hook, 'recordedAt'> & { secret: string; recordedBy: string | null },
): Promise<void> {
  const { id, name, url, format, topics } = hook;
  const row = { jurisdiction_id: jurisdiction, id, name, url, format, topics: JSON.stringify(topics) };
  await db
    .insertInto('webhook')
    .values({ ...row, recorded_by: recordedBy })
    .execute();
  await db
    .insertInto('webhook_secret')
    .values({ jurisdiction_id: jurisdiction, webhook_id: id, secret })
    .execute();
}

/** Those that were not ended. */
export async function listHooks(db: Db, jurisdiction: string): Promise<Hook[]> {
  const { rows } = await sql<Hook>`
    SELECT id, name, url, format, topics, recorded_at AS "recordedAt" FROM webhook
    WHERE jurisdiction_id = ${jurisdiction}
      AND NOT EXISTS (SELECT FROM webhook_end WHERE webhook_end.jurisdiction_id = webhook.jurisdiction_id
                        AND webhook_end.webhook_id = webhook.id)
    ORDER BY recorded_at`.execute(db);
  return rows;
}

export const getHookSecret = async (
  db: Db,
  jurisdiction: string,
  id: string,
): Promise<string | undefined> => {
  const row = await db
    .selectFrom('webhook_secret')
    .select('secret')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('webhook_id', '=', id)
    .executeTakeFirst();
  return row?.secret;
};

/** Ended once; its secret is forgotten, and what it had still to hear. False where it was ended before. */
export async function endHook(
  db: Db,
  jurisdiction: string,
  id: string,
  recordedBy: string | null,
): Promise<boolean> {
  const ended = await db
    .insertInto('webhook_end')
    .values({ jurisdiction_id: jurisdiction, webhook_id: id, recorded_by: recordedBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning('webhook_id')
    .executeTakeFirst();
  for (const table of ['webhook_secret', 'webhook_open', 'webhook_pace'] as const)
    await db
      .deleteFrom(table)
      .where('jurisdiction_id', '=', jurisdiction)
      .where('webhook_id', '=', id)
      .execute();
  return ended !== undefined;
}

export interface NewDelivery {
  readonly id: string;
  readonly hookId: string;
  readonly toldId: string;
}

/** Each is open until it was heard or given up. */
export async function addDeliveries(
  db: Db,
  jurisdiction: string,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  if (deliveries.length === 0) return;
  const column = (name: keyof NewDelivery): string[] => deliveries.map((each) => each[name]);
  await sql`
    WITH added AS (
      INSERT INTO webhook_delivery (jurisdiction_id, id, webhook_id, told_id)
      SELECT ${jurisdiction}, * FROM unnest(${column('id')}::uuid[], ${column('hookId')}::uuid[], ${column('toldId')}::uuid[])
      ON CONFLICT DO NOTHING RETURNING id, webhook_id, told_id)
    INSERT INTO webhook_open (jurisdiction_id, delivery_id, webhook_id, object_kind, object_id, told_at)
    SELECT told.jurisdiction_id, added.id, added.webhook_id, told.object_kind, told.object_id, told.recorded_at
    FROM added JOIN told ON told.jurisdiction_id = ${jurisdiction} AND told.id = added.told_id`.execute(db);
}

export interface NewAttempt {
  readonly deliveryId: string;
  readonly number: number;
  readonly outcome: 'delivered' | 'failed' | 'givenUp' | 'again';
  readonly status: number | null;
  readonly triedAt: string;
}

/** False where another try took the number. */
export async function addAttempt(db: Db, jurisdiction: string, given: NewAttempt): Promise<boolean> {
  const added = await db
    .insertInto('webhook_attempt')
    .values({
      ...{ jurisdiction_id: jurisdiction, delivery_id: given.deliveryId, number: given.number },
      ...{ outcome: given.outcome, status: given.status, tried_at: given.triedAt },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export interface ListedDelivery {
  readonly id: string;
  readonly hookId: string;
  readonly kind: string;
  readonly title: string;
  readonly detail: Detail;
  readonly toldAt: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly tries: number;
  readonly last: NewAttempt['outcome'] | null;
  readonly status: number | null;
  readonly triedAt: string | null;
}

/** The newest deliveries of every webhook that still runs; what was given up comes first. */
export async function listDeliveries(db: Db, jurisdiction: string, most: number): Promise<ListedDelivery[]> {
  const { rows } = await sql<ListedDelivery>`
    SELECT delivery.id, delivery.webhook_id AS "hookId", told.kind, told.title, told.detail, told.told_at AS "toldAt",
           told.object_kind AS "objectKind", told.object_id AS "objectId",
           coalesce(tried.number, 0) AS tries, tried.outcome AS last, tried.status, tried.tried_at AS "triedAt"
    FROM webhook_delivery AS delivery
    JOIN told ON told.jurisdiction_id = delivery.jurisdiction_id AND told.id = delivery.told_id
    LEFT JOIN LATERAL (
      SELECT number, outcome, status, tried_at FROM webhook_attempt AS attempt
      WHERE attempt.jurisdiction_id = delivery.jurisdiction_id AND attempt.delivery_id = delivery.id
      ORDER BY number DESC LIMIT 1) AS tried ON true
    WHERE delivery.jurisdiction_id = ${jurisdiction}
      AND NOT EXISTS (SELECT FROM webhook_end WHERE webhook_end.jurisdiction_id = delivery.jurisdiction_id
                        AND webhook_end.webhook_id = delivery.webhook_id)
    ORDER BY tried.outcome IS NOT DISTINCT FROM 'givenUp' DESC, delivery.recorded_at DESC LIMIT ${most}`.execute(
    db,
  );
  return rows;
}

export async function getDelivery(db: Db, jurisdiction: string, id: string) {
  const { rows } = await sql<{ hookId: string; tries: number; last: string | null }>`
    SELECT delivery.webhook_id AS "hookId", coalesce(tried.number, 0) AS tries, tried.outcome AS last
    FROM webhook_delivery AS delivery
    LEFT JOIN LATERAL (
      SELECT number, outcome FROM webhook_attempt AS attempt
      WHERE attempt.jurisdiction_id = delivery.jurisdiction_id AND attempt.delivery_id = delivery.id
      ORDER BY number DESC LIMIT 1) AS tried ON true
    WHERE delivery.jurisdiction_id = ${jurisdiction} AND delivery.id = ${id}`.execute(db);
  return rows[0];
}
