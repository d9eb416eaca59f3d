// Adds a photograph to a site: optional, small, few, and without what the camera wrote into it.
import { createHash, randomUUID } from 'node:crypto';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addPhoto, listPhotos } from '../../store/site/photo.ts';
import { type Actor, perform } from '../perform.ts';
import { plainPicture } from './plain-picture.ts';

/** 国办函〔2026〕12号 asks for no needless photos: they are optional, small and few. */
export const largestPhoto = 5 * 1024 * 1024;
const mostPhotos = 12;

export function addSitePhoto(
  context: Context,
  actor: Actor,
  siteId: string,
  bytes: Buffer,
): Promise<Result<{ photoId: string }, ProblemCode>> {
  return perform<{ photoId: string }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    if (bytes.length > largestPhoto) return fail('photo.tooLarge', { limit: '5 MB' });
    const plain = plainPicture(bytes);
    if (!plain.ok) return plain;
    const sha256 = createHash('sha256').update(plain.value.bytes).digest('hex');
    const before = await listPhotos(db, jurisdiction, siteId);
    const same = before.find((photo) => photo.sha256 === sha256);
    if (same) return succeed({ photoId: same.id });
    if (before.length >= mostPhotos) return fail('site.photosFull', { limit: String(mostPhotos) });
    const id = randomUUID();
    const row = { id, siteId, sha256, ...plain.value, recordedBy: actor.caller.accountId };
    if (!(await addPhoto(db, jurisdiction, row))) return fail('state.changed');
    note({ act: 'site.photo', objectKind: 'site', objectId: siteId, detail: { photoId: id, sha256 } });
    return succeed({ photoId: id });
  });
}
