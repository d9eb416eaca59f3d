// One's own affairs with messages: read, how mail comes, what is followed, the address of one's calendar.
import { createHash, randomBytes } from 'node:crypto';
import type { MessageWish } from '../../../core/publish/digest.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { getCommitment } from '../../store/commitment.ts';
import { queueJob } from '../../store/message/job.ts';
import { markRead } from '../../store/message/message.ts';
import { putCalendarKey, putFollow, putWish } from '../../store/message/wish.ts';
import { type Actor, perform } from '../perform.ts';

type Done = Result<{ done: true }, ProblemCode>;
const done = () => succeed({ done: true } as const);

/** Reading is noted, but it is no act that anybody answers for: it is not in the audit log. */
export async function readMessages(
  { db, jurisdiction }: Context,
  { caller }: Actor,
  ids: readonly string[] | null,
): Promise<Result<{ read: number }, ProblemCode>> {
  if (caller.accountId === null) return fail('session.none');
  return succeed({ read: await markRead(db, jurisdiction, caller.accountId, ids) });
}

export function setWish(context: Context, actor: Actor, wish: MessageWish): Promise<Done> {
  return perform<{ done: true }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    const { accountId } = actor.caller;
    if (accountId === null) return fail('session.none');
    await putWish(db, jurisdiction, accountId, wish);
    // What waits for a digest is looked at anew: its time may have come nearer.
    const job = { task: 'mail', payload: { accountId }, key: `mail ${accountId}` } as const;
    await queueJob(db, job);
    note({ act: 'message.wish', objectKind: 'account', objectId: accountId, detail: { pace: wish.pace } });
    return done();
  });
}

export function setFollow(
  context: Context,
  actor: Actor,
  { commitmentId, follows }: { readonly commitmentId: string; readonly follows: boolean },
): Promise<Result<{ follows: boolean }, ProblemCode>> {
  return perform<{ follows: boolean }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    const { accountId } = actor.caller;
    if (accountId === null) return fail('session.none');
    if (!(await getCommitment(db, jurisdiction, commitmentId))) return fail('commitment.notFound');
    await putFollow(db, jurisdiction, { accountId, commitmentId, follows });
    const act = follows ? 'commitment.follow' : 'commitment.unfollow';
    note({ act, objectKind: 'commitment', objectId: commitmentId });
    return succeed({ follows });
  });
}

export const calendarHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** No request key: the answer holds the address, and the answers of request keys are kept. */
export function makeCalendar(
  context: Context,
  { caller }: Actor,
): Promise<Result<{ path: string }, ProblemCode>> {
  return perform<{ path: string }, ProblemCode>(context, { caller, key: null }, async (inside, note) => {
    const { accountId } = caller;
    if (accountId === null) return fail('session.none');
    const token = randomBytes(32).toString('base64url');
    await putCalendarKey(inside.db, inside.jurisdiction, accountId, calendarHash(token));
    note({ act: 'calendar.make', objectKind: 'account', objectId: accountId });
    return succeed({ path: `/api/calendars/${token}.ics` });
  });
}

export function endCalendar(context: Context, actor: Actor): Promise<Done> {
  return perform<{ done: true }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    const { accountId } = actor.caller;
    if (accountId === null) return fail('session.none');
    await putCalendarKey(db, jurisdiction, accountId, null);
    note({ act: 'calendar.end', objectKind: 'account', objectId: accountId });
    return done();
  });
}
