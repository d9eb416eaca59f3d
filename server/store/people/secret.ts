// Rows of secrets: an account's password hash and its second factor. They are replaced, not kept.
import type { Db } from '../open.ts';

export const getSecret = (db: Db, jurisdiction: string, accountId: string) =>
  db
    .selectFrom('account_secret')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .executeTakeFirst();

export const setPassword = async (
  db: Db,
  jurisdiction: string,
  accountId: string,
  given: { readonly password: string | null; readonly mustChange: boolean; readonly now: Date },
): Promise<void> => {
  const values = {
    password: given.password,
    must_change: given.mustChange,
    password_set_at: given.now.toISOString(),
    failures: 0,
    locked_until: null,
  };
  await db
    .insertInto('account_secret')
    .values({ jurisdiction_id: jurisdiction, account_id: accountId, ...values })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'account_id']).doUpdateSet(values))
    .execute();
};

export const clearFailures = async (db: Db, jurisdiction: string, accountId: string): Promise<void> => {
  await db
    .updateTable('account_secret')
    .set({ failures: 0, locked_until: null })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where((where) => where.or([where('failures', '>', 0), where('locked_until', 'is not', null)]))
    .execute();
};
