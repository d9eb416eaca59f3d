// Changes with everything that may change what is asked: acts on plans (but not reports), and settings.
import { sql } from 'kysely';
import type { Db } from '../open.ts';

export async function reportStamp(db: Db, jurisdiction: string): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    SELECT concat_ws(' ', (SELECT count(*) FROM plan_revision
                           WHERE jurisdiction_id = ${jurisdiction} AND act <> 'report'),
                          (SELECT count(*) FROM setting WHERE jurisdiction_id = ${jurisdiction})) AS stamp`.execute(
    db,
  );
  return `${jurisdiction} ${rows[0]?.stamp ?? ''}`;
}

/** The value that counts of each setting whose key begins so. */
export async function listSettings(
  db: Db,
  jurisdiction: string,
  prefix: string,
): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await sql<{ key: string; value: unknown }>`
    SELECT DISTINCT ON (key) key, value FROM setting
    WHERE jurisdiction_id = ${jurisdiction} AND starts_with(key, ${prefix})
    ORDER BY key, recorded_at DESC`.execute(db);
  return new Map(rows.map(({ key, value }) => [key, value]));
}
