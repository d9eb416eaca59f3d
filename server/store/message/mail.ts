// Rows of mail: what waits for one, which mail took it, whether that left. And the server that mail leaves by.
import { sql } from 'kysely';
import type { Db } from '../open.ts';
import type { MessageRow } from './message.ts';

export type WaitingMessage = Omit<MessageRow, 'readAt' | 'by'> & {
  readonly isRead: boolean;
  readonly mailedBefore: boolean;
};

/** Messages of an account that no mail has taken, oldest first; what is older than a weekly digest is let be. */
export async function listWaitingForMail(
  db: Db,
  jurisdiction: string,
  accountId: string,
  since: Date,
): Promise<WaitingMessage[]> {
  const { rows } = await sql<WaitingMessage>`
    SELECT message.id, told.kind, told.object_kind AS "objectKind", told.object_id AS "objectId", told.title, told.detail,
           told.told_at AS "toldAt",
           EXISTS (SELECT FROM message_read WHERE message_read.jurisdiction_id = message.jurisdiction_id
                     AND message_read.message_id = message.id) AS "isRead",
           EXISTS (SELECT FROM message AS other
                   JOIN told AS earlier ON earlier.jurisdiction_id = other.jurisdiction_id AND earlier.id = other.told_id
                   JOIN mail_message ON mail_message.jurisdiction_id = other.jurisdiction_id
                                    AND mail_message.message_id = other.id AND mail_message.mail_id IS NOT NULL
                   WHERE other.jurisdiction_id = message.jurisdiction_id AND other.account_id = message.account_id
                     AND earlier.object_kind = told.object_kind AND earlier.object_id = told.object_id) AS "mailedBefore"
    FROM message
    JOIN told ON told.jurisdiction_id = message.jurisdiction_id AND told.id = message.told_id
    WHERE message.jurisdiction_id = ${jurisdiction} AND message.account_id = ${accountId}
      AND told.told_at > ${since.toISOString()}::timestamptz
      AND NOT EXISTS (SELECT FROM mail_message WHERE mail_message.jurisdiction_id = message.jurisdiction_id
                        AND mail_message.message_id = message.id)
    ORDER BY message.recorded_at`.execute(db);
  return rows;
}

export interface NewMail {
  readonly id: string;
  readonly accountId: string;
  readonly address: string;
  readonly send: readonly string[];
  readonly drop: readonly string[];
}

/** Takes the messages for one mail, in this transaction; false where another job took one of them meanwhile. */
export async function addMail(db: Db, jurisdiction: string, mail: NewMail): Promise<boolean> {
  const { id, accountId, address, send, drop } = mail;
  const rowOf = (mailId: string | null) => (messageId: string) => ({
    jurisdiction_id: jurisdiction,
    message_id: messageId,
    mail_id: mailId,
  });
  if (send.length > 0)
    await db
      .insertInto('mail')
      .values({ jurisdiction_id: jurisdiction, id, account_id: accountId, address })
      .execute();
  const rows = [...send.map(rowOf(id)), ...drop.map(rowOf(null))];
  if (rows.length === 0) return true;
  const added = await db
    .insertInto('mail_message')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('message_id')
    .execute();
  return added.length === rows.length;
}

export interface UnsentMail {
  readonly recordedAt: string;
  readonly id: string;
  readonly address: string;
}

/** Mails of an account that were made and are not known to have left. */
export async function listUnsentMail(db: Db, jurisdiction: string, accountId: string): Promise<UnsentMail[]> {
  const { rows } = await sql<UnsentMail>`
    SELECT id, address, recorded_at AS "recordedAt" FROM mail
    WHERE jurisdiction_id = ${jurisdiction} AND account_id = ${accountId}
      AND NOT EXISTS (SELECT FROM mail_sent WHERE mail_sent.jurisdiction_id = mail.jurisdiction_id AND mail_sent.mail_id = mail.id)
    ORDER BY recorded_at`.execute(db);
  return rows;
}

export type MailLineRow = Pick<MessageRow, 'kind' | 'objectKind' | 'objectId' | 'title' | 'detail'>;

export async function listMailLines(db: Db, jurisdiction: string, mailId: string): Promise<MailLineRow[]> {
  const { rows } = await sql<MailLineRow>`
    SELECT told.kind, told.object_kind AS "objectKind", told.object_id AS "objectId", told.title, told.detail
    FROM mail_message
    JOIN message ON message.jurisdiction_id = mail_message.jurisdiction_id AND message.id = mail_message.message_id
    JOIN told ON told.jurisdiction_id = message.jurisdiction_id AND told.id = message.told_id
    WHERE mail_message.jurisdiction_id = ${jurisdiction} AND mail_message.mail_id = ${mailId}
    ORDER BY message.recorded_at`.execute(db);
  return rows;
}

export const addMailSent = async (db: Db, jurisdiction: string, mailId: string): Promise<void> => {
  await db
    .insertInto('mail_sent')
    .values({ jurisdiction_id: jurisdiction, mail_id: mailId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'startTls' | 'none';
  readonly login: string;
  readonly password: string;
  readonly sender: string;
}

export const getMailServer = (db: Db, jurisdiction: string): Promise<MailServer | undefined> =>
  db
    .selectFrom('mail_server')
    .select(['host', 'port', 'security', 'login', 'password', 'sender'])
    .where('jurisdiction_id', '=', jurisdiction)
    .executeTakeFirst();

export async function putMailServer(db: Db, jurisdiction: string, server: MailServer | null): Promise<void> {
  if (server)
    await db
      .insertInto('mail_server')
      .values({ jurisdiction_id: jurisdiction, ...server })
      .onConflict((conflict) => conflict.column('jurisdiction_id').doUpdateSet(server))
      .execute();
  else await db.deleteFrom('mail_server').where('jurisdiction_id', '=', jurisdiction).execute();
}
