// Rows of who an account is at another house, and of sign-ins that are away there.
import type { Db } from '../open.ts';

export async function findIdentity(
  db: Db,
  jurisdiction: string,
  issuer: string,
  subject: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('account_identity')
    .select('account_id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.account_id ?? null;
}

/** False where that person is linked already. */
export async function addIdentity(
  db: Db,
  jurisdiction: string,
  given: { readonly issuer: string; readonly subject: string; readonly accountId: string },
): Promise<boolean> {
  const added = await db
    .insertInto('account_identity')
    .values({
      jurisdiction_id: jurisdiction,
      issuer: given.issuer,
      subject: given.subject,
      account_id: given.accountId,
      recorded_by: given.accountId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('subject')
    .executeTakeFirst();
  return added !== undefined;
}

export interface Departure {
  readonly stateSha256: string;
  readonly browserSha256: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The account that links itself; null for a sign-in. */
  readonly accountId: string | null;
  readonly returnTo: string;
  readonly expiresAt: Date;
}

export const addDeparture = async (db: Db, jurisdiction: string, given: Departure): Promise<void> => {
  await db
    .insertInto('oidc_flow')
    .values({
      jurisdiction_id: jurisdiction,
      state_sha256: given.stateSha256,
      browser_sha256: given.browserSha256,
      nonce: given.nonce,
      verifier: given.verifier,
      account_id: given.accountId,
      return_to: given.returnTo,
      expires_at: given.expiresAt.toISOString(),
    })
    .execute();
};

/** Takes it out: whoever comes second with the same answer finds nothing. What has expired goes with it. */
export async function takeDeparture(
  db: Db,
  jurisdiction: string,
  stateSha256: string,
  now: Date,
): Promise<Departure | undefined> {
  const row = await db
    .deleteFrom('oidc_flow')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('state_sha256', '=', stateSha256)
    .returningAll()
    .executeTakeFirst();
  await db
    .deleteFrom('oidc_flow')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('expires_at', '<', now.toISOString())
    .execute();
  if (!row || Date.parse(row.expires_at) <= now.getTime()) return undefined;
  return {
    stateSha256: row.state_sha256,
    browserSha256: row.browser_sha256,
    nonce: row.nonce,
    verifier: row.verifier,
    accountId: row.account_id,
    returnTo: row.return_to,
    expiresAt: new Date(row.expires_at),
  };
}
