// Who holds which post from when until when; never two at a time, because two people would answer for one promise.
import { randomUUID } from 'node:crypto';
import { overlappingHolders } from '../../../core/place/organisation.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { getAccount } from '../../store/people/account.ts';
import { addHolder, endHolder, listHolders, listPosts, lockPost } from '../../store/people/organisation.ts';
import { type Actor, perform } from '../perform.ts';

type Common = 'object.notFound' | 'request.keyMismatch';

export const takePost = (
  context: Context,
  actor: Actor,
  postId: string,
  { accountId, from }: { readonly accountId: string; readonly from: IsoDate },
): Promise<Result<{ holderId: string }, Common | 'post.held'>> =>
  perform(context, actor, async ({ db, jurisdiction }, note) => {
    await lockPost(db, jurisdiction, postId);
    const posts = await listPosts(db, jurisdiction);
    const account = await getAccount(db, jurisdiction, accountId);
    if (!account || !posts.some(({ id }) => id === postId)) return fail('object.notFound');
    const holders = (await listHolders(db, jurisdiction)).filter((holder) => holder.postId === postId);
    const wish = { postId, accountId, from, until: null };
    if (overlappingHolders([...holders, wish]).some(([, later]) => later === wish)) return fail('post.held');
    const id = randomUUID();
    await addHolder(db, jurisdiction, { id, postId, accountId, from, recordedBy: actor.caller.accountId });
    note({ act: 'post.take', objectKind: 'post', objectId: postId, detail: { accountId, from } });
    return succeed({ holderId: id });
  });

export const leavePost = (
  context: Context,
  actor: Actor,
  holderId: string,
  on: IsoDate,
): Promise<Result<{ holderId: string }, Common | 'post.ended' | 'grant.endsBeforeStart'>> =>
  perform(context, actor, async ({ db, jurisdiction }, note) => {
    const holder = (await listHolders(db, jurisdiction)).find(({ id }) => id === holderId);
    if (!holder) return fail('object.notFound');
    if (on < holder.from) return fail('grant.endsBeforeStart');
    if (!(await endHolder(db, jurisdiction, { holderId, on, recordedBy: actor.caller.accountId })))
      return fail('post.ended');
    note({ act: 'post.leave', objectKind: 'post', objectId: holder.postId, detail: { holderId, on } });
    return succeed({ holderId });
  });
