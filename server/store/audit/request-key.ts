// Rows of request keys: the answer that a repeated write gets again instead of a second effect.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface RequestKey {
  readonly accountId: string;
  readonly key: string;
  /** Of route, parameters and body: the same key with other content is a mistake of the sender. */
  readonly bodySha256: string;
}

/** The earlier answer under this key, or null when this transaction is the first; a second one at the same time waits here. */
export async function claimRequestKey(
  db: Db,
  jurisdiction: string,
  { accountId, key, bodySha256 }: RequestKey,
): Promise<{ readonly bodySha256: string; readonly answer: unknown } | null> {
  const { rows } = await sql<{ fresh: boolean }>`
    INSERT INTO request_key (jurisdiction_id, account_id, key, body_sha256, answer)
    VALUES (${jurisdiction}, ${accountId}, ${key}, ${bodySha256}, 'null')
    ON CONFLICT DO NOTHING RETURNING true AS fresh`.execute(db);
  if (rows.length > 0) return null;
  const before = await db
    .selectFrom('request_key')
    .select(['body_sha256', 'answer'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return { bodySha256: before.body_sha256, answer: before.answer };
}

export const keepAnswer = async (
  db: Db,
  jurisdiction: string,
  { accountId, key }: RequestKey,
  answer: unknown,
): Promise<void> => {
  await db
    .updateTable('request_key')
    .set({ answer: JSON.stringify(answer) })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .execute();
};
