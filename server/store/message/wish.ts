// Rows of what people wish: how they get mail, what they follow, the key of their calendar.
import { sql } from 'kysely';
import type { MessageWish } from '../../../core/publish/digest.ts';
import type { Db } from '../open.ts';

type WishRow = {
  readonly pace: MessageWish['pace'];
  readonly quiet_from: number | null;
  readonly quiet_until: number | null;
  readonly muted: MessageWish['muted'];
  readonly language: MessageWish['language'];
};

const wishOf = ({ pace, quiet_from, quiet_until, muted, language }: WishRow): MessageWish => ({
  quiet: quiet_from === null || quiet_until === null ? null : { from: quiet_from, until: quiet_until },
  ...{ pace, muted, language },
});

/** By account; whoever never set anything is left out. */
export async function listWishes(
  db: Db,
  jurisdiction: string,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, MessageWish>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('message_wish')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', 'in', accountIds)
    .execute();
  return new Map(rows.map((row) => [row.account_id, wishOf(row)]));
}

export async function putWish(
  db: Db,
  jurisdiction: string,
  accountId: string,
  { pace, quiet, muted, language }: MessageWish,
): Promise<void> {
  const values = {
    ...{ pace, language, muted: JSON.stringify(muted) },
    ...{ quiet_from: quiet?.from ?? null, quiet_until: quiet?.until ?? null },
  };
  await db
    .insertInto('message_wish')
    .values({ jurisdiction_id: jurisdiction, account_id: accountId, ...values })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'account_id']).doUpdateSet(values))
    .execute();
}

export async function putFollow(
  db: Db,
  jurisdiction: string,
  given: { readonly accountId: string; readonly commitmentId: string; readonly follows: boolean },
): Promise<void> {
  const row = {
    jurisdiction_id: jurisdiction,
    account_id: given.accountId,
    commitment_id: given.commitmentId,
  };
  if (given.follows)
    await db
      .insertInto('follow')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await db
      .deleteFrom('follow')
      .where('jurisdiction_id', '=', jurisdiction)
      .where('account_id', '=', given.accountId)
      .where('commitment_id', '=', given.commitmentId)
      .execute();
}

export const listFollowed = (db: Db, jurisdiction: string, accountId: string) =>
  db
    .selectFrom('follow')
    .innerJoin('commitment', (join) =>
      join
        .onRef('commitment.jurisdiction_id', '=', 'follow.jurisdiction_id')
        .onRef('commitment.id', '=', 'follow.commitment_id'),
    )
    .select(['commitment.id', 'commitment.title', 'commitment.due_on', 'commitment.plan_id'])
    .where('follow.jurisdiction_id', '=', jurisdiction)
    .where('follow.account_id', '=', accountId)
    .orderBy('follow.recorded_at', 'desc')
    .execute();

/** Who follows these; of all where none are named. */
export const listFollowers = (db: Db, jurisdiction: string, commitmentIds: readonly string[] | null) =>
  db
    .selectFrom('follow')
    .select(['account_id', 'commitment_id'])
    .where('jurisdiction_id', '=', jurisdiction)
    .$if(commitmentIds !== null, (query) => query.where('commitment_id', 'in', commitmentIds ?? []))
    .execute();

export const getCalendarKey = (db: Db, jurisdiction: string, accountId: string) =>
  db
    .selectFrom('calendar_key')
    .select('recorded_at')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .executeTakeFirst();

export const getCalendarOwner = (db: Db, jurisdiction: string, tokenSha256: string) =>
  db
    .selectFrom('calendar_key')
    .select('account_id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('token_sha256', '=', tokenSha256)
    .executeTakeFirst();

/** A new key takes the place of the old one, which opens nothing from then on; null takes it away. */
export async function putCalendarKey(
  db: Db,
  jurisdiction: string,
  accountId: string,
  tokenSha256: string | null,
): Promise<void> {
  if (tokenSha256 === null) {
    await db
      .deleteFrom('calendar_key')
      .where('jurisdiction_id', '=', jurisdiction)
      .where('account_id', '=', accountId)
      .execute();
    return;
  }
  // In one statement: two clicks at once take turns.
  await sql`
    INSERT INTO calendar_key (jurisdiction_id, account_id, token_sha256)
    VALUES (${jurisdiction}, ${accountId}, ${tokenSha256})
    ON CONFLICT (jurisdiction_id, account_id)
    DO UPDATE SET token_sha256 = excluded.token_sha256, recorded_at = now()`.execute(db);
}
