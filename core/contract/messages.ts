// Routes of messages: the inbox and one's wishes, follows, the calendar, webhooks, the mail server, the queue's failed jobs.
import { z } from 'zod';
import { paces } from '../publish/digest.ts';
import { topics } from '../publish/event.ts';
import { hookFormats } from '../publish/hook.ts';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';

const TopicShape = z.enum(topics).meta({ id: 'Topic' });
const Format = z.enum(hookFormats).meta({ id: 'HookFormat' });
const Said = z.object({ zh: z.string(), en: z.string() });

const Message = z
  .object({
    id: Id,
    topic: TopicShape,
    kind: z.string(),
    sentence: Said,
    /** Screen that shows what it is about; null where there is none any more. */
    path: z.string().nullable(),
    toldAt: z.string(),
    isRead: z.boolean(),
    by: z.string().nullable(),
  })
  .meta({ id: 'Message' });

const Minute = z.number().int().min(0).max(1439);
const Wish = z
  .strictObject({
    pace: z.enum(paces),
    quiet: z.strictObject({ from: Minute, until: Minute }).nullable(),
    muted: z.array(TopicShape).max(topics.length),
    language: z.enum(['zh', 'en']),
  })
  .meta({ id: 'MessageWish' });

/** Printable signs without spaces: nothing of it can become a line of a header. */
const Secret = z.string().regex(/^[\x21-\x7E]{0,200}$/);

const Hook = z
  .object({
    id: Id,
    name: z.string(),
    url: z.string(),
    format: Format,
    topics: z.array(TopicShape),
    recordedAt: z.string(),
  })
  .meta({ id: 'Hook' });

const Delivery = z
  .object({
    id: Id,
    hookId: Id,
    sentence: Said,
    path: z.string().nullable(),
    toldAt: z.string(),
    tries: z.number().int(),
    state: z.enum(['waiting', 'delivered', 'failed', 'givenUp']),
    /** What the receiver answered with, never what it said. */
    status: z.number().int().nullable(),
    triedAt: z.string().nullable(),
  })
  .meta({ id: 'Delivery' });

const MailServer = z
  .object({
    host: z.string(),
    port: z.number().int(),
    security: z.enum(['tls', 'startTls', 'none']),
    login: z.string(),
    sender: z.string(),
  })
  .meta({ id: 'MailServer' });

const Job = z
  .object({
    id: z.string(),
    task: z.string(),
    tries: z.number().int(),
    lastError: z.string(),
    since: z.string(),
  })
  .meta({ id: 'FailedJob' });

const done = z.object({ done: z.literal(true) });
const own = 'inAct';

export const messageRoutes = {
  'GET /api/messages': {
    permission: 'message.own',
    object: own,
    summary: 'One’s messages, newest first, and how many are unread',
    query: z.strictObject({ show: z.enum(['all', 'unread']).optional(), before: Id.optional() }),
    response: z.object({
      messages: z.array(Message),
      unread: z.number().int(),
      /** There are older ones. */
      more: z.boolean(),
    }),
  },
  'GET /api/messages/unread': {
    permission: 'message.own',
    object: own,
    summary: 'How many of one’s messages are unread',
    response: z.object({ unread: z.number().int() }),
  },
  'POST /api/messages/read': {
    permission: 'message.own',
    object: own,
    summary: 'Mark all of one’s messages as read',
    body: z.strictObject({}),
    response: z.object({ read: z.number().int() }),
  },
  'POST /api/messages/:messageId/read': {
    permission: 'message.own',
    object: { kind: 'message', param: 'messageId' },
    summary: 'Mark a message as read',
    params: z.strictObject({ messageId: Id }),
    body: z.strictObject({}),
    response: done,
  },
  'GET /api/me/message-wish': {
    permission: 'message.own',
    object: own,
    summary: 'How one gets mail, one’s address, and whether one has a calendar',
    response: z.object({
      wish: Wish,
      mail: z.string(),
      /** A mail server is set, so mail can leave. */
      mailLeaves: z.boolean(),
      /** Since when one’s calendar can be read by its address. */
      calendarSince: z.string().nullable(),
      delayMinutes: z.number().int(),
    }),
  },
  'PUT /api/me/message-wish': {
    permission: 'message.own',
    object: own,
    summary: 'Set how one gets mail',
    body: Wish,
    response: done,
  },
  'POST /api/me/calendar': {
    permission: 'message.own',
    object: own,
    summary: 'Make an address for one’s due days; it is shown once, an earlier one ends',
    body: z.strictObject({}),
    response: z.object({ path: z.string() }),
  },
  'DELETE /api/me/calendar': {
    permission: 'message.own',
    object: own,
    summary: 'End the address of one’s due days',
    response: done,
  },
  'GET /api/calendars/:token': {
    permission: 'public',
    summary: 'The due days behind an address, as iCalendar',
    params: z.strictObject({ token: z.string().regex(/^[\w-]{43}(\.ics)?$/) }),
    response: 'bytes',
  },
  'GET /api/me/follows': {
    permission: 'commitment.follow',
    object: own,
    summary: 'What one follows',
    response: z.object({
      follows: z.array(z.object({ id: Id, title: z.string(), dueOn: Day, planId: Id })),
    }),
  },
  'PUT /api/commitments/:commitmentId/follow': {
    permission: 'commitment.follow',
    object: own,
    summary: 'Follow a commitment, or no longer',
    params: z.strictObject({ commitmentId: Id }),
    body: z.strictObject({ follows: z.boolean() }),
    response: z.object({ follows: z.boolean() }),
  },
  'GET /api/webhooks': {
    permission: 'webhook.manage',
    summary: 'Webhooks and their last deliveries; what was given up first',
    response: z.object({ hooks: z.array(Hook), deliveries: z.array(Delivery) }),
  },
  'POST /api/webhooks': {
    permission: 'webhook.manage',
    fresh: true,
    summary: 'Send messages of some topics to an address',
    body: z.strictObject({
      name: z.string().min(1).max(80),
      url: z.string().min(1).max(500),
      format: Format,
      secret: Secret,
      topics: z.array(TopicShape).min(1).max(topics.length),
    }),
    response: z.object({ hookId: Id }),
  },
  'DELETE /api/webhooks/:hookId': {
    permission: 'webhook.manage',
    summary: 'End a webhook; its secret is forgotten',
    params: z.strictObject({ hookId: Id }),
    response: done,
  },
  'POST /api/webhooks/:hookId/test': {
    permission: 'webhook.manage',
    summary: 'Send a test message; how it went stands among the deliveries',
    params: z.strictObject({ hookId: Id }),
    body: z.strictObject({}),
    response: done,
  },
  'POST /api/deliveries/:deliveryId/retry': {
    permission: 'webhook.manage',
    summary: 'Try a delivery again that was given up',
    params: z.strictObject({ deliveryId: Id }),
    body: z.strictObject({}),
    response: done,
  },
  'GET /api/mail-server': {
    permission: 'webhook.manage',
    summary: 'The server that mail leaves by; its password is never shown',
    response: z.object({ server: MailServer.nullable() }),
  },
  'PUT /api/mail-server': {
    permission: 'webhook.manage',
    fresh: true,
    summary: 'Set the server that mail leaves by, or none',
    body: z.strictObject({
      server: z
        .strictObject({
          host: z.string().min(1).max(200),
          port: z.number().int().min(1).max(65_535),
          security: z.enum(['tls', 'startTls', 'none']),
          login: z.string().max(200),
          /** Left out, the one before stays. */
          password: z.string().max(500).optional(),
          sender: z.email().max(200),
        })
        .nullable(),
    }),
    response: done,
  },
  'POST /api/mail-server/test': {
    permission: 'webhook.manage',
    summary: 'Send a test mail to one’s own address',
    body: z.strictObject({}),
    response: done,
  },
  'GET /api/jobs': {
    permission: 'job.read',
    summary: 'How many jobs wait, and those that failed for good',
    response: z.object({ waiting: z.number().int(), failed: z.array(Job) }),
  },
  'POST /api/jobs/:jobId/retry': {
    permission: 'job.retry',
    summary: 'Try a job again that failed for good',
    params: z.strictObject({ jobId: z.string().regex(/^\d{1,18}$/) }),
    body: z.strictObject({}),
    response: done,
  },
} as const satisfies RouteTable;
