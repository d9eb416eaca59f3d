// Rows of the audit log: appended one after the other under one lock, so that the chain never forks.
import { sql } from 'kysely';
import type { Db } from '../open.ts';
import { type AuditEntry, beginning, hashOf } from './chain.ts';

export type NewAuditEntry = Pick<
  AuditEntry,
  'at' | 'accountId' | 'act' | 'objectKind' | 'objectId' | 'detail'
>;

/** Appends entries at the end of a transaction: the lock is held until it commits, so keep what follows short. */
export async function appendAudit(
  db: Db,
  jurisdiction: string,
  entries: readonly NewAuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`audit ${jurisdiction}`}, 0))`.execute(db);
  const last = await db
    .selectFrom('audit_entry')
    .select(['number', 'hash'])
    .where('jurisdiction_id', '=', jurisdiction)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  let number = Number(last?.number ?? 0);
  let previousHash = last?.hash ?? beginning;
  const rows = entries.map((given) => {
    number += 1;
    const entry = { ...given, jurisdiction, number, previousHash };
    previousHash = hashOf(entry);
    return { ...entry, hash: previousHash };
  });
  await sql`
    INSERT INTO audit_entry (jurisdiction_id, number, at, account_id, act, object_kind, object_id, detail, previous_hash, hash)
    SELECT ${jurisdiction}, row.* FROM unnest(
      ${rows.map((row) => row.number)}::bigint[], ${rows.map((row) => row.at)}::timestamptz[],
      ${rows.map((row) => row.accountId)}::uuid[], ${rows.map((row) => row.act)}::text[],
      ${rows.map((row) => row.objectKind)}::text[], ${rows.map((row) => row.objectId)}::text[],
      ${rows.map((row) => row.detail)}::text[], ${rows.map((row) => row.previousHash)}::text[],
      ${rows.map((row) => row.hash)}::text[]) AS row`.execute(db);
}
