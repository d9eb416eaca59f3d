// Rows of secrets: an account's password hash and its second factor. They are replaced, not kept.
import { sql } from 'kysely';
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

export const demandNewPassword = async (db: Db, jurisdiction: string, accountId: string): Promise<void> => {
  await db
    .updateTable('account_secret')
    .set({ must_change: true })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .execute();
};

/** Counts a code as used. False where this step, or a later one, was used already: then the code is worth nothing. */
export async function useStep(
  db: Db,
  jurisdiction: string,
  accountId: string,
  step: number,
): Promise<boolean> {
  const used = await db
    .updateTable('account_secret')
    .set({ totp_step: step })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where(sql<boolean>`totp_step < ${step}`)
    .returning('account_id')
    .executeTakeFirst();
  return used !== undefined;
}

export const offerFactor = async (
  db: Db,
  jurisdiction: string,
  accountId: string,
  secret: Buffer,
): Promise<void> => {
  await db
    .insertInto('account_secret')
    .values({
      jurisdiction_id: jurisdiction,
      account_id: accountId,
      password: null,
      must_change: false,
      totp_offered: secret,
    })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction_id', 'account_id']).doUpdateSet({ totp_offered: secret }),
    )
    .execute();
};

/** The factor of an account from now on; null takes it away. Codes of the old one are forgotten. */
export const setFactor = async (
  db: Db,
  jurisdiction: string,
  accountId: string,
  factor: { readonly secret: Buffer; readonly step: number; readonly codeHashes: readonly string[] } | null,
): Promise<void> => {
  await db
    .updateTable('account_secret')
    .set({ totp: factor?.secret ?? null, totp_offered: null, totp_step: factor?.step ?? 0 })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .execute();
  await db
    .deleteFrom('recovery_code')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .execute();
  if (!factor) return;
  const key = { jurisdiction_id: jurisdiction, account_id: accountId };
  await db
    .insertInto('recovery_code')
    .values(factor.codeHashes.map((code_sha256) => ({ ...key, code_sha256 })))
    .execute();
};

/** True once for each code: who deletes the row has used it. */
export async function useRecoveryCode(
  db: Db,
  jurisdiction: string,
  accountId: string,
  codeSha256: string,
): Promise<boolean> {
  const used = await db
    .deleteFrom('recovery_code')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('code_sha256', '=', codeSha256)
    .returning('account_id')
    .executeTakeFirst();
  return used !== undefined;
}
