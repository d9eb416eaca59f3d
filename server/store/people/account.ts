// Rows of accounts and their states.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface NewAccount {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly mail: string;
  readonly isSample: boolean;
  readonly recordedBy: string | null;
}

/** False where the login is taken. */
export async function addAccount(db: Db, jurisdiction: string, given: NewAccount): Promise<boolean> {
  const added = await db
    .insertInto('account')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      login: given.login,
      name: given.name,
      mail: given.mail,
      is_sample: given.isSample,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'login']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export const getAccountByLogin = (db: Db, jurisdiction: string, login: string) =>
  db
    .selectFrom('account')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('login', '=', login)
    .executeTakeFirst();

export const getAccount = (db: Db, jurisdiction: string, id: string) =>
  db
    .selectFrom('account')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();

export async function getAccountState(
  db: Db,
  jurisdiction: string,
  id: string,
): Promise<'active' | 'suspended'> {
  const row = await db
    .selectFrom('account_state')
    .select('state')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', id)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.state === 'suspended' ? 'suspended' : 'active';
}

/** Makes the database count a failed try, and lock the account when there were too many; the count starts over when it locks. */
export async function countFailure(
  db: Db,
  jurisdiction: string,
  accountId: string,
  { tries, minutes, now }: { readonly tries: number; readonly minutes: number; readonly now: Date },
): Promise<void> {
  await sql`
    UPDATE account_secret
    SET failures = CASE WHEN failures + 1 >= ${tries} THEN 0 ELSE failures + 1 END,
        locked_until = CASE WHEN failures + 1 >= ${tries}
                       THEN ${now.toISOString()}::timestamptz + make_interval(mins => ${minutes}) ELSE locked_until END
    WHERE jurisdiction_id = ${jurisdiction} AND account_id = ${accountId}`.execute(db);
}

export const addAccountState = async (
  db: Db,
  jurisdiction: string,
  given: {
    readonly id: string;
    readonly accountId: string;
    readonly state: 'active' | 'suspended';
    readonly reason: string;
    readonly recordedBy: string | null;
  },
): Promise<void> => {
  await db
    .insertInto('account_state')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      account_id: given.accountId,
      state: given.state,
      reason: given.reason,
      recorded_by: given.recordedBy,
    })
    .execute();
};

/** One writer an account: two administrators at once take turns. */
export const lockAccount = async (db: Db, jurisdiction: string, accountId: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`account ${jurisdiction} ${accountId}`}, 0))`.execute(
    db,
  );
};
