// Entries of the audit log as they are read: a page of them by filter, and all of them in order for the check of the chain.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';
import type { AuditEntry } from './chain.ts';

export interface AuditFilter {
  readonly act: string | null;
  readonly words: string | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly before: number | null;
  readonly limit: number;
}

export interface ShownEntry extends Omit<AuditEntry, 'jurisdiction' | 'accountId' | 'previousHash'> {
  readonly by: string | null;
}

/** Newest first. Words are looked for in object, detail and the name of the post; days are those of Asia/Shanghai. */
export async function listAuditEntries(
  db: Db,
  jurisdiction: string,
  { act, words, from, to, before, limit }: AuditFilter,
): Promise<ShownEntry[]> {
  const like = words === null ? null : `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const { rows } = await sql<ShownEntry>`
    SELECT entry.number::int AS number, entry.at, account.name AS by, entry.act, entry.object_kind AS "objectKind",
           entry.object_id AS "objectId", entry.detail, entry.hash
    FROM audit_entry AS entry
    LEFT JOIN account ON account.jurisdiction_id = entry.jurisdiction_id AND account.id = entry.account_id
    WHERE entry.jurisdiction_id = ${jurisdiction}
      AND (${act}::text IS NULL OR entry.act = ${act})
      AND (${like}::text IS NULL OR entry.object_id ILIKE ${like} OR entry.detail ILIKE ${like} OR account.name ILIKE ${like})
      AND (${from}::date IS NULL OR entry.at >= (${from}::date)::timestamp AT TIME ZONE 'Asia/Shanghai')
      AND (${to}::date IS NULL OR entry.at < (${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
      AND (${before}::bigint IS NULL OR entry.number < ${before}::bigint)
    ORDER BY entry.number DESC LIMIT ${limit}`.execute(db);
  return rows;
}

export async function countActs(db: Db, jurisdiction: string): Promise<{ act: string; total: number }[]> {
  const { rows } = await sql<{ act: string; total: number }>`
    SELECT act, count(*)::int AS total FROM audit_entry WHERE jurisdiction_id = ${jurisdiction}
    GROUP BY act ORDER BY act`.execute(db);
  return rows;
}

const pageRows = 2_000;

/** The whole chain from its first entry. */
export async function* auditChain(db: Db, jurisdiction: string): AsyncGenerator<AuditEntry> {
  for (let after = 0; ; ) {
    const { rows } = await sql<AuditEntry>`
      SELECT jurisdiction_id AS jurisdiction, number::int AS number, at, account_id AS "accountId", act,
             object_kind AS "objectKind", object_id AS "objectId", detail, previous_hash AS "previousHash", hash
      FROM audit_entry WHERE jurisdiction_id = ${jurisdiction} AND number > ${after}
      ORDER BY number LIMIT ${pageRows}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
  }
}
