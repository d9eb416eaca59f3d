// Rows of the city's own approved outlines; the newest counts.
import type { Outline } from '../json.ts';
import type { Db } from '../open.ts';

export const addOutlines = async (
  db: Db,
  jurisdiction: string,
  given: {
    readonly id: string;
    readonly approval: string;
    readonly rings: readonly Outline[];
    readonly recordedBy: string | null;
  },
): Promise<void> => {
  await db
    .insertInto('map_outline')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      approval: given.approval,
      rings: JSON.stringify(given.rings),
      recorded_by: given.recordedBy,
    })
    .execute();
};

export const getOutlines = (db: Db, jurisdiction: string) =>
  db
    .selectFrom('map_outline')
    .select(['approval', 'rings'])
    .where('jurisdiction_id', '=', jurisdiction)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
