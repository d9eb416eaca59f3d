// Changes of the register, numbered without gaps: what is kept in memory asks here whether it is still true, and of whom not.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export interface RegisterChange {
  /** null where much changed at once. */
  readonly code: string | null;
  readonly what: string;
}

/** Appends at the end of a transaction: the lock is held until it commits. */
export async function addChanges(
  db: Db,
  jurisdiction: string,
  changes: readonly RegisterChange[],
  recordedBy: string | null,
): Promise<void> {
  if (changes.length === 0) return;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`register ${jurisdiction}`}, 0))`.execute(db);
  await sql`
    INSERT INTO register_change (jurisdiction_id, number, code, what, recorded_by)
    SELECT ${jurisdiction},
           (SELECT coalesce(max(number), 0) FROM register_change WHERE jurisdiction_id = ${jurisdiction}) + row.place,
           row.code, row.what, ${recordedBy}::uuid
    FROM unnest(${changes.map(({ code }) => code)}::text[], ${changes.map(({ what }) => what)}::text[])
         WITH ORDINALITY AS row(code, what, place)`.execute(db);
}

export interface RegisterVersion {
  readonly number: number;
  /** A number that was rolled back is given again; the moment tells the two apart. */
  readonly at: string;
}

export async function getRegisterVersion(db: Db, jurisdiction: string): Promise<RegisterVersion> {
  const row = await db
    .selectFrom('register_change')
    .select(['number', 'recorded_at'])
    .where('jurisdiction_id', '=', jurisdiction)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { number: Number(row?.number ?? 0), at: row?.recorded_at ?? '' };
}

/** Codes that changed after a version; null where it is more than a few, or that version never was. */
export async function changedCodes(
  db: Db,
  jurisdiction: string,
  since: RegisterVersion,
  most: number,
): Promise<readonly string[] | null> {
  const rows = await db
    .selectFrom('register_change')
    .select(['number', 'code', 'recorded_at'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('number', '>=', String(since.number))
    .orderBy('number')
    .limit(most + 2)
    .execute();
  if (since.number > 0 && rows[0]?.recorded_at !== since.at) return null;
  const later = since.number > 0 ? rows.slice(1) : rows;
  if (later.length > most) return null;
  const codes = new Set<string>();
  for (const { code } of later) {
    if (code === null) return null;
    codes.add(code);
  }
  return [...codes];
}
