// Rows of settings: a city's own value of a rule, with its reason; the newest counts.
import { sql } from 'kysely';
import type { Db } from './open.ts';

export interface NewSetting {
  readonly id: string;
  readonly key: string;
  readonly value: unknown;
  readonly reason: string;
  readonly recordedBy: string | null;
}

export const addSetting = async (db: Db, jurisdiction: string, given: NewSetting): Promise<void> => {
  await db
    .insertInto('setting')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      key: given.key,
      value: JSON.stringify(given.value),
      reason: given.reason,
      recorded_by: given.recordedBy,
    })
    .execute();
};

export interface SettingFound {
  readonly key: string;
  readonly value: unknown;
  readonly reason: string;
  readonly by: string | null;
  readonly at: string;
}

/** The newest row of each key, of all keys or of these. */
export async function listNewestSettings(
  db: Db,
  jurisdiction: string,
  keys: readonly string[] | null,
): Promise<SettingFound[]> {
  const { rows } = await sql<SettingFound>`
    SELECT DISTINCT ON (setting.key) setting.key, setting.value, setting.reason, setting.recorded_at AS at,
           account.name AS by
    FROM setting LEFT JOIN account ON account.jurisdiction_id = setting.jurisdiction_id
                                  AND account.id = setting.recorded_by
    WHERE setting.jurisdiction_id = ${jurisdiction}
      AND (${keys === null} OR setting.key = ANY(${keys ?? []}::text[]))
    ORDER BY setting.key, setting.recorded_at DESC, setting.id DESC`.execute(db);
  return rows;
}
