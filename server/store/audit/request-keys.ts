// Rows of request keys for many writes at once: earlier answers found, new answers kept, in one statement each.
import { sql } from 'kysely';
import type { Db } from '../open.ts';
import type { RequestKey } from './request-key.ts';

export interface KeptAnswer {
  readonly bodySha256: string;
  readonly answer: unknown;
}

/** Names a key for an advisory lock. */
const lockName = (jurisdiction: string, { accountId, key }: RequestKey): string =>
  `key ${jurisdiction} ${accountId} ${key}`;

/**
 * Earlier answers by `account key`. Whoever sends one key twice at the same moment, to two servers even, waits here until
 * the first is answered; without the lock the second would meet what the first has done and be refused.
 */
export async function findAnswers(
  db: Db,
  jurisdiction: string,
  keys: readonly RequestKey[],
): Promise<ReadonlyMap<string, KeptAnswer>> {
  if (keys.length === 0) return new Map();
  const names = keys.map((key) => lockName(jurisdiction, key)).sort();
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(${names}::text[]) AS name`.execute(
    db,
  );
  const { rows } = await sql<KeptAnswer & { accountId: string; key: string }>`
    SELECT request_key.account_id AS "accountId", request_key.key, request_key.body_sha256 AS "bodySha256",
           request_key.answer
    FROM unnest(${keys.map((each) => each.accountId)}::uuid[], ${keys.map((each) => each.key)}::text[])
         AS wanted(account_id, key)
    JOIN request_key ON request_key.jurisdiction_id = ${jurisdiction}
                    AND request_key.account_id = wanted.account_id AND request_key.key = wanted.key`.execute(
    db,
  );
  return new Map(rows.map((row) => [`${row.accountId} ${row.key}`, row]));
}

/** How many were kept: fewer than given where another server answered one of them meanwhile. */
export async function keepAnswers(
  db: Db,
  jurisdiction: string,
  given: readonly (RequestKey & { readonly answer: unknown })[],
): Promise<number> {
  if (given.length === 0) return 0;
  const { numAffectedRows } = await sql`
    INSERT INTO request_key (jurisdiction_id, account_id, key, body_sha256, answer)
    SELECT ${jurisdiction}, row.* FROM unnest(
      ${given.map((each) => each.accountId)}::uuid[], ${given.map((each) => each.key)}::text[],
      ${given.map((each) => each.bodySha256)}::text[],
      ${given.map((each) => JSON.stringify(each.answer))}::jsonb[]) AS row
    ON CONFLICT DO NOTHING`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
