// Rows of photographs of sites.
import type { Db } from '../open.ts';

export interface NewPhoto {
  readonly id: string;
  readonly siteId: string;
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly sha256: string;
  readonly bytes: Buffer;
  readonly recordedBy: string | null;
}

/** The same picture twice is kept once. */
export const addPhoto = async (db: Db, jurisdiction: string, given: NewPhoto): Promise<boolean> => {
  const added = await db
    .insertInto('site_photo')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      site_id: given.siteId,
      media_type: given.mediaType,
      sha256: given.sha256,
      bytes: given.bytes,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'site_id', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
};

/** Without the bytes. */
export const listPhotos = (db: Db, jurisdiction: string, siteId: string) =>
  db
    .selectFrom('site_photo')
    .select(['id', 'media_type', 'sha256', 'recorded_at'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('site_id', '=', siteId)
    .orderBy('recorded_at')
    .execute();

export const getPhoto = (db: Db, jurisdiction: string, siteId: string, id: string) =>
  db
    .selectFrom('site_photo')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .executeTakeFirst();
