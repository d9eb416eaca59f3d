// Answers of messages' routes: the inbox, wishes, follows, calendars, webhooks, the mail server, failed jobs.
import { randomUUID } from 'node:crypto';
import type { messageRoutes } from '../../../core/contract/messages.ts';
import type { Caller } from '../../../core/contract/permission.ts';
import { defaultWish } from '../../../core/publish/digest.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import { callerOfAccount } from '../../act/message/caller.ts';
import { makeHook, removeHook, retryDelivery, setMailServer, tryHook } from '../../act/message/channels.ts';
import { readMailRules } from '../../act/message/spread.ts';
import {
  calendarHash,
  endCalendar,
  makeCalendar,
  readMessages,
  setFollow,
  setWish,
} from '../../act/message/wishes.ts';
import { type Actor, perform } from '../../act/perform.ts';
import type { Context } from '../../context.ts';
import { checkedAddress, type Outward } from '../../jobs/address.ts';
import { sendLetter } from '../../jobs/mail.ts';
import { readUrl } from '../../jobs/post.ts';
import type { Queue } from '../../jobs/queue.ts';
import { getMailServer } from '../../store/message/mail.ts';
import { countUnread } from '../../store/message/message.ts';
import { getCalendarKey, getCalendarOwner, listFollowed, listWishes } from '../../store/message/wish.ts';
import { getAccount } from '../../store/people/account.ts';
import { calendarOf } from '../../view/message/calendar.ts';
import { getHooks, getInbox } from '../../view/message/inbox.ts';
import type { HandlersOf } from '../handler.ts';

export interface MessageFurniture {
  readonly outward: Outward;
  /** null where no queue runs beside this server (tests). */
  readonly queue: Pick<Queue, 'list' | 'retry'> | null;
}

type Answer<T> = Promise<Result<T, ProblemCode>>;

/** Everything here is about the person who asks; an access token asks for its owner. */
const forOwner = <T>({ accountId }: Caller, answer: (accountId: string) => Answer<T>): Answer<T> =>
  accountId === null ? Promise.resolve(fail('session.none')) : answer(accountId);

const done = () => succeed({ done: true } as const);

async function getWish({ db, jurisdiction, ...rest }: Context, accountId: string) {
  const [wishes, account, server, key, rules] = await Promise.all([
    listWishes(db, jurisdiction, [accountId]),
    getAccount(db, jurisdiction, accountId),
    getMailServer(db, jurisdiction),
    getCalendarKey(db, jurisdiction, accountId),
    readMailRules({ ...rest, db, jurisdiction }),
  ]);
  const { muted, ...wish } = wishes.get(accountId) ?? defaultWish;
  return succeed({
    wish: { ...wish, muted: [...muted] },
    mail: account?.mail ?? '',
    mailLeaves: server !== undefined,
    calendarSince: key?.recorded_at ?? null,
    delayMinutes: rules.delayMinutes,
  });
}

async function testMail(context: Context, actor: Actor, outward: Outward): Answer<{ done: true }> {
  const { db, jurisdiction } = context;
  const { accountId } = actor.caller;
  if (accountId === null) return fail('session.none');
  const [server, account] = [
    await getMailServer(db, jurisdiction),
    await getAccount(db, jurisdiction, accountId),
  ];
  if (!server) return fail('mailServer.none');
  if (!account || account.mail === '') return fail('mail.addressMissing');
  const letter = { id: randomUUID(), to: account.mail, subject: '闭环测试邮件 / Bihuan test mail' };
  try {
    await sendLetter(server, { ...letter, text: '发信服务器可用。/ The mail server works.\n' }, outward);
  } catch {
    // One answer for every reason: what is open inside the house is not told.
    return fail('mail.failed');
  }
  return perform<{ done: true }, ProblemCode>(context, actor, async (_inside, note) => {
    note({ act: 'mailServer.test', objectKind: 'mailServer', objectId: jurisdiction });
    return done();
  });
}

async function retryJob(context: Context, actor: Actor, id: string, queue: MessageFurniture['queue']) {
  if (!(await queue?.retry(id))) return fail('job.notFound');
  return perform<{ done: true }, ProblemCode>(context, actor, async (_inside, note) => {
    note({ act: 'job.retry', objectKind: 'job', objectId: id });
    return done();
  });
}

export function answerMessages(
  context: Context,
  { outward, queue }: MessageFurniture,
): HandlersOf<typeof messageRoutes> {
  const { db, jurisdiction } = context;
  return {
    'GET /api/messages': ({ caller, query }) =>
      forOwner(caller, async (id) => succeed(await getInbox(context, id, query))),
    'GET /api/messages/unread': ({ caller }) =>
      forOwner(caller, async (id) => succeed({ unread: await countUnread(db, jurisdiction, id) })),
    'POST /api/messages/read': ({ caller, key }) => readMessages(context, { caller, key }, null),
    'POST /api/messages/:messageId/read': async ({ caller, key, params }) => {
      const read = await readMessages(context, { caller, key }, [params.messageId]);
      return read.ok ? done() : read;
    },
    'GET /api/me/message-wish': ({ caller }) => forOwner(caller, (id) => getWish(context, id)),
    'PUT /api/me/message-wish': ({ caller, key, body }) => setWish(context, { caller, key }, body),
    'POST /api/me/calendar': ({ caller, key }) => makeCalendar(context, { caller, key }),
    'DELETE /api/me/calendar': ({ caller, key }) => endCalendar(context, { caller, key }),
    'GET /api/calendars/:token': async ({ params }) => {
      const token = params.token.replace(/\.ics$/, '');
      const owner = await getCalendarOwner(db, jurisdiction, calendarHash(token));
      const caller = owner ? await callerOfAccount(context, owner.account_id) : null;
      if (!owner || !caller) return fail('object.notFound');
      const bytes = Buffer.from(await calendarOf(context, caller, owner.account_id));
      return succeed({ bytes, fileName: 'bihuan.ics', mediaType: 'text/calendar; charset=utf-8' });
    },
    'GET /api/me/follows': ({ caller }) =>
      forOwner(caller, async (id) => {
        const rows = await listFollowed(db, jurisdiction, id);
        return succeed({
          follows: rows.map(({ id: commitment, title, due_on, plan_id }) => ({
            ...{ id: commitment, title, dueOn: due_on, planId: plan_id },
          })),
        });
      }),
    'PUT /api/commitments/:commitmentId/follow': ({ caller, key, params, body }) =>
      setFollow(context, { caller, key }, { ...params, ...body }),
    'GET /api/webhooks': async () => succeed(await getHooks(context)),
    'POST /api/webhooks': async ({ caller, key, body }) => {
      const url = readUrl(body.url);
      if (!url) return fail('webhook.urlInvalid');
      const checked = await checkedAddress(url.hostname, outward);
      // A name that nobody knows yet may be known tomorrow; it is checked again at every try.
      if (checked.address === null && checked.why === 'forbidden') return fail('webhook.targetForbidden');
      return makeHook(context, { caller, key }, body);
    },
    'DELETE /api/webhooks/:hookId': ({ caller, key, params }) =>
      removeHook(context, { caller, key }, params.hookId),
    'POST /api/webhooks/:hookId/test': ({ caller, key, params }) =>
      tryHook(context, { caller, key }, params.hookId),
    'POST /api/deliveries/:deliveryId/retry': ({ caller, key, params }) =>
      retryDelivery(context, { caller, key }, params.deliveryId),
    'GET /api/mail-server': async () => {
      const found = await getMailServer(db, jurisdiction);
      if (!found) return succeed({ server: null });
      const { password: _secret, ...server } = found;
      return succeed({ server });
    },
    'PUT /api/mail-server': ({ caller, key, body }) => setMailServer(context, { caller, key }, body.server),
    'POST /api/mail-server/test': ({ caller, key }) => testMail(context, { caller, key }, outward),
    'GET /api/jobs': async () => {
      const { waiting, failed } = queue ? await queue.list() : { waiting: 0, failed: [] };
      return succeed({ waiting, failed: [...failed] });
    },
    'POST /api/jobs/:jobId/retry': ({ caller, key, params }) =>
      retryJob(context, { caller, key }, params.jobId, queue),
  };
}
