// Rows of messages: one for each account that is told, read once, mailed once or not at all.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Detail } from '../../../core/publish/event.ts';
import type { Db } from '../open.ts';

export interface NewMessage {
  readonly accountId: string;
  readonly toldId: string;
}

/** Those that were there before stay as they are: a job that runs twice makes no second message. */
export async function addMessages(
  db: Db,
  jurisdiction: string,
  messages: readonly NewMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await sql`
    INSERT INTO message (jurisdiction_id, id, account_id, told_id)
    SELECT ${jurisdiction}, id, account_id, told_id
    FROM unnest(${messages.map(() => randomUUID())}::uuid[], ${messages.map(({ accountId }) => accountId)}::uuid[],
                ${messages.map(({ toldId }) => toldId)}::uuid[]) AS given (id, account_id, told_id)
    ON CONFLICT DO NOTHING`.execute(db);
}

export interface MessageRow {
  readonly id: string;
  readonly kind: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly title: string;
  readonly detail: Detail;
  readonly toldAt: string;
  readonly readAt: string | null;
  readonly by: string | null;
}

export interface MessagesWish {
  readonly unreadOnly: boolean;
  /** Id of the last message that was seen; the ones told before it follow. */
  readonly before: string | null;
  readonly most: number;
}

export async function listMessages(
  db: Db,
  jurisdiction: string,
  accountId: string,
  { unreadOnly, before, most }: MessagesWish,
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    SELECT message.id, told.kind, told.object_kind AS "objectKind", told.object_id AS "objectId", told.title, told.detail,
           told.told_at AS "toldAt", message_read.recorded_at AS "readAt", account.name AS by
    FROM message
    JOIN told ON told.jurisdiction_id = message.jurisdiction_id AND told.id = message.told_id
    LEFT JOIN message_read ON message_read.jurisdiction_id = message.jurisdiction_id AND message_read.message_id = message.id
    LEFT JOIN account ON account.jurisdiction_id = told.jurisdiction_id AND account.id = told.recorded_by
    WHERE message.jurisdiction_id = ${jurisdiction} AND message.account_id = ${accountId}
      AND (NOT ${unreadOnly} OR message_read.message_id IS NULL)
      AND (${before}::uuid IS NULL OR (message.recorded_at, message.id) <
           (SELECT recorded_at, id FROM message AS seen
            WHERE seen.jurisdiction_id = ${jurisdiction} AND seen.account_id = ${accountId} AND seen.id = ${before}::uuid))
    ORDER BY message.recorded_at DESC, message.id DESC LIMIT ${most}`.execute(db);
  return rows;
}

export async function countUnread(db: Db, jurisdiction: string, accountId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM message
    WHERE jurisdiction_id = ${jurisdiction} AND account_id = ${accountId}
      AND NOT EXISTS (SELECT FROM message_read WHERE message_read.jurisdiction_id = message.jurisdiction_id
                        AND message_read.message_id = message.id)`.execute(db);
  return rows[0]?.count ?? 0;
}

/** One's own messages of these, or all of one's own; how many were not read before. */
export async function markRead(
  db: Db,
  jurisdiction: string,
  accountId: string,
  ids: readonly string[] | null,
): Promise<number> {
  const { numAffectedRows } = await sql`
    INSERT INTO message_read (jurisdiction_id, message_id)
    SELECT jurisdiction_id, id FROM message
    WHERE jurisdiction_id = ${jurisdiction} AND account_id = ${accountId}
      AND (${ids}::uuid[] IS NULL OR id = ANY(${ids}::uuid[]))
    ON CONFLICT DO NOTHING`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

export const getMessageOwner = (db: Db, jurisdiction: string, id: string) =>
  db
    .selectFrom('message')
    .select('account_id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
