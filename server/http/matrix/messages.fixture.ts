// Samples of messages: one's own inbox and wishes, webhooks, the mail server, failed jobs.
import { randomUUID } from 'node:crypto';
import { calendarHash } from '../../act/message/wishes.ts';
import { addAttempt, addDeliveries, addHook } from '../../store/message/hook.ts';
import { addMessages } from '../../store/message/message.ts';
import { addTold } from '../../store/message/told.ts';
import { putCalendarKey } from '../../store/message/wish.ts';
import type { Asked, KindFixture, RouteSample } from './kind.fixture.ts';
import { newCommitment } from './plans.fixture.ts';
import type { World } from './world.fixture.ts';

async function newTold({ example: { context } }: World): Promise<string> {
  const id = randomUUID();
  const row = { id, kind: 'round.published', objectKind: 'round', objectId: 'r', title: '八月', detail: {} };
  const audience = { seats: [], accounts: [], followers: false };
  const rest = { commitmentId: null, onceKey: null, toldAt: context.now().toISOString(), recordedBy: null };
  await addTold(context.db, context.jurisdiction, [{ ...row, audience, ...rest }]);
  return id;
}

async function newMessage(world: World, accountId: string): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  const toldId = await newTold(world);
  await addMessages(db, jurisdiction, [{ accountId, toldId }]);
  const row = await db
    .selectFrom('message')
    .select('id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('told_id', '=', toldId)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function newHook({ example: { context } }: World): Promise<string> {
  const id = randomUUID();
  const hook = {
    id,
    name: '政务群',
    url: 'https://hook.example/in',
    format: 'generic',
    secret: 's',
  } as const;
  await addHook(context.db, context.jurisdiction, { ...hook, topics: ['notice'], recordedBy: null });
  return id;
}

/** A delivery that was given up. */
async function newDelivery({ world }: Asked) {
  const { db, jurisdiction, now } = world.example.context;
  const id = randomUUID();
  await addDeliveries(db, jurisdiction, [{ id, hookId: await newHook(world), toldId: await newTold(world) }]);
  const attempt = { deliveryId: id, number: 1, outcome: 'givenUp', status: 500 } as const;
  await addAttempt(db, jurisdiction, { ...attempt, triedAt: now().toISOString() });
  return { params: { deliveryId: id }, body: {} };
}

const own = { none: 'the caller’s own' } as const;

export const messageKinds = {
  message: { axes: ['owner'], make: (world, { owner }) => newMessage(world, owner) },
} as const satisfies Readonly<Record<string, KindFixture>>;

export const messageSamples = {
  'GET /api/messages': { about: { kind: 'message' } },
  'GET /api/messages/unread': { about: own },
  'GET /api/me/work': { about: own },
  'POST /api/messages/read': { about: own, request: () => ({ body: {} }) },
  'POST /api/messages/:messageId/read': { request: () => ({ body: {} }) },
  'GET /api/me/message-wish': { about: own },
  'PUT /api/me/message-wish': {
    about: own,
    request: () => ({
      body: { pace: 'daily', quiet: { from: 1200, until: 480 }, muted: ['due'], language: 'zh' },
    }),
  },
  'POST /api/me/calendar': { about: own, request: () => ({ body: {} }) },
  'DELETE /api/me/calendar': { about: own },
  'GET /api/calendars/:token': {
    request: async ({ world }) => {
      const { db, jurisdiction } = world.example.context;
      const token = randomUUID().replaceAll('-', '').padEnd(43, 'a');
      await putCalendarKey(db, jurisdiction, await world.newAccount(), calendarHash(token));
      return { params: { token: `${token}.ics` } };
    },
  },
  'GET /api/me/follows': { about: own },
  'PUT /api/commitments/:commitmentId/follow': {
    about: { none: 'a wish of the caller’s own about a published promise' },
    request: async ({ world }) => ({
      params: { commitmentId: await newCommitment(world, { leadUnit: '市建委', supportUnits: [] }) },
      body: { follows: true },
    }),
  },
  'POST /api/webhooks': {
    request: () => ({
      body: {
        ...{ name: '政务群', url: 'https://1.1.1.1/in', format: 'generic', secret: 's' },
        topics: ['notice'],
      },
    }),
  },
  'DELETE /api/webhooks/:hookId': {
    request: async ({ world }) => ({ params: { hookId: await newHook(world) } }),
  },
  'POST /api/webhooks/:hookId/test': {
    request: async ({ world }) => ({ params: { hookId: await newHook(world) }, body: {} }),
  },
  'POST /api/deliveries/:deliveryId/retry': { request: newDelivery },
  'PUT /api/mail-server': {
    request: () => ({
      body: {
        server: {
          ...{ host: 'mail.example', port: 465, security: 'tls', login: 'a', password: 'b' },
          sender: 'bihuan@city.example',
        },
      },
    }),
  },
  'POST /api/mail-server/test': {
    request: () => ({ body: {} }),
    neverDone: 'the city of the matrix has no mail server; server/jobs/messages.test.ts has one',
  },
  'POST /api/jobs/:jobId/retry': {
    request: () => ({ params: { jobId: '1' }, body: {} }),
    neverDone: 'no queue runs beside the matrix; server/jobs/messages.test.ts retries a failed job',
  },
} as const satisfies Readonly<Record<string, RouteSample>>;
