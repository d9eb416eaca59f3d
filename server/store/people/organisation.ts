// Rows of departments, posts and who holds them.
import { sql } from 'kysely';
import type { UnitKind } from '../../../core/place/org-unit.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly placeId: string | null;
  readonly parentId: string | null;
  readonly recordedBy: string | null;
}

export const addUnit = async (db: Db, jurisdiction: string, given: NewUnit): Promise<void> => {
  await db
    .insertInto('org_unit')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      name: given.name,
      kind: given.kind,
      place_id: given.placeId,
      parent_id: given.parentId,
      recorded_by: given.recordedBy,
    })
    .execute();
};

export const listUnits = (db: Db, jurisdiction: string) =>
  db
    .selectFrom('org_unit')
    .select(['id', 'name', 'kind', 'place_id', 'parent_id'])
    .where('jurisdiction_id', '=', jurisdiction)
    .orderBy('recorded_at')
    .orderBy('name')
    .execute();

export const addPost = async (
  db: Db,
  jurisdiction: string,
  given: {
    readonly id: string;
    readonly unitId: string;
    readonly title: string;
    readonly leads: boolean;
    readonly recordedBy: string | null;
  },
): Promise<void> => {
  await db
    .insertInto('post')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      unit_id: given.unitId,
      title: given.title,
      leads: given.leads,
      recorded_by: given.recordedBy,
    })
    .execute();
};

export const listPosts = (db: Db, jurisdiction: string) =>
  db
    .selectFrom('post')
    .select(['id', 'unit_id', 'title', 'leads'])
    .where('jurisdiction_id', '=', jurisdiction)
    .orderBy('recorded_at')
    .orderBy('title')
    .execute();

/** One writer a post: two people appointed at once would both find it vacant. */
export const lockPost = async (db: Db, jurisdiction: string, postId: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`post ${jurisdiction} ${postId}`}, 0))`.execute(
    db,
  );
};

export interface FoundHolder {
  readonly id: string;
  readonly postId: string;
  readonly accountId: string;
  readonly name: string;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

export async function listHolders(db: Db, jurisdiction: string): Promise<FoundHolder[]> {
  const { rows } = await sql<FoundHolder>`
    SELECT post_holder.id, post_holder.post_id AS "postId", post_holder.account_id AS "accountId", account.name,
           post_holder.starts_on AS "from", post_holder_end.ends_on AS until
    FROM post_holder
    JOIN account ON account.jurisdiction_id = post_holder.jurisdiction_id AND account.id = post_holder.account_id
    LEFT JOIN post_holder_end ON post_holder_end.jurisdiction_id = post_holder.jurisdiction_id
                             AND post_holder_end.holder_id = post_holder.id
    WHERE post_holder.jurisdiction_id = ${jurisdiction} ORDER BY post_holder.starts_on, post_holder.recorded_at`.execute(
    db,
  );
  return rows;
}

export const addHolder = async (
  db: Db,
  jurisdiction: string,
  given: {
    readonly id: string;
    readonly postId: string;
    readonly accountId: string;
    readonly from: IsoDate;
    readonly recordedBy: string | null;
  },
): Promise<void> => {
  await db
    .insertInto('post_holder')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      post_id: given.postId,
      account_id: given.accountId,
      starts_on: given.from,
      recorded_by: given.recordedBy,
    })
    .execute();
};

/** False where the term had ended before. */
export async function endHolder(
  db: Db,
  jurisdiction: string,
  given: { readonly holderId: string; readonly on: IsoDate; readonly recordedBy: string | null },
): Promise<boolean> {
  const ended = await db
    .insertInto('post_holder_end')
    .values({
      jurisdiction_id: jurisdiction,
      holder_id: given.holderId,
      ends_on: given.on,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('holder_id')
    .executeTakeFirst();
  return ended !== undefined;
}
