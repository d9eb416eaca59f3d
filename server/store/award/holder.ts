// Which account acts for which enterprise: the newest word of the register counts.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

interface Held {
  readonly code: string;
  readonly accountId: string;
}

const newest = (jurisdiction: string) => sql`
  SELECT DISTINCT ON (code) code, account_id AS "accountId" FROM enterprise_holder
  WHERE jurisdiction_id = ${jurisdiction} ORDER BY code, number DESC`;

/** The enterprise that the account acts for; undefined where there is none. */
export async function codeOfAccount(
  db: Db,
  jurisdiction: string,
  accountId: string,
): Promise<string | undefined> {
  const { rows } = await sql<Held>`
    SELECT code, "accountId" FROM (${newest(jurisdiction)}) AS held
    WHERE "accountId" = ${accountId} ORDER BY code LIMIT 1`.execute(db);
  return rows[0]?.code;
}

/** Accounts of all enterprises that have one, by credit code. */
export async function listAccountsByCode(db: Db, jurisdiction: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<Held>`
    SELECT code, "accountId" FROM (${newest(jurisdiction)}) AS held WHERE "accountId" IS NOT NULL`.execute(
    db,
  );
  return new Map(rows.map(({ code, accountId }) => [code, accountId]));
}
