// Delivers to one webhook what it has still to hear: several at once, what happened to one thing in its order. A try that fails
// holds back what came after it about the same thing; a webhook that takes nothing is left alone for a while.
import { isEventKind, isObjectPathKind, objectPaths, sentenceOf, topicOf } from '../../core/publish/event.ts';
import {
  type HookMessage,
  hookBody,
  isTaken,
  patienceSeconds,
  restAfter,
  speedOf,
  waitAfter,
} from '../../core/publish/hook.ts';
import { queueNextTry } from '../act/message/spread.ts';
import { readSettings } from '../act/setting/read.ts';
import type { Context } from '../context.ts';
import { getHookSecret, type Hook, listHooks } from '../store/message/hook.ts';
import {
  getPace,
  giveUpBefore,
  listDueDeliveries,
  nextDue,
  noteTry,
  type OpenDelivery,
  type Pace,
  putPace,
} from '../store/message/open-delivery.ts';
import type { Outward } from './address.ts';
import { type Posted, postJson, readUrl } from './post.ts';
import { signatureOf, signBase64 } from './signature.ts';

export interface DeliverWish {
  readonly hookId: string;
}

interface Sending {
  readonly hook: Hook;
  readonly secret: string;
  readonly base: string;
}

function messageOf(delivery: OpenDelivery, base: string): HookMessage | null {
  const { id, kind, objectKind, objectId, title, detail, toldAt } = delivery;
  if (!isEventKind(kind)) return null;
  const path = isObjectPathKind(objectKind) ? objectPaths[objectKind](objectId) : '/';
  return {
    ...{
      deliveryId: id,
      kind,
      topic: topicOf(kind),
      object: { kind: objectKind, id: objectId },
      title,
      toldAt,
    },
    sentence: sentenceOf(kind, title, detail),
    link: `${base}${path}`,
  };
}

async function post(
  delivery: OpenDelivery,
  { hook, secret, base }: Sending,
  { now, outward }: { now: number; outward: Outward },
): Promise<Posted & { readonly taken: boolean }> {
  const message = messageOf(delivery, base);
  const url = readUrl(hook.url);
  if (!message || !url) return { status: null, answer: null, taken: false };
  const { body, query } = hookBody(hook.format, message, { secret, now, sign: signBase64 });
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const text = JSON.stringify(body);
  const seconds = Math.floor(now / 1000);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Bihuan',
    ...(hook.format === 'generic'
      ? {
          'x-bihuan-delivery': delivery.id,
          'x-bihuan-event': delivery.kind,
          'x-bihuan-timestamp': `${seconds}`,
          'x-bihuan-signature': signatureOf(secret, seconds, text),
        }
      : {}),
  };
  const posted = await postJson({ url, headers, body: text }, outward);
  return { ...posted, taken: posted.status !== null && isTaken(hook.format, posted.status, posted.answer) };
}

/** So long a job goes on before others have their turn. */
const sliceMs = 15_000;
/** Looked up at once. */
const most = 400;

interface Run {
  readonly context: Context;
  readonly sending: Sending;
  readonly outward: Outward;
  readonly until: number;
  /** How many were sent in this turn, and how many of them were taken. */
  sent: number;
  taken: number;
}

/** Whether it was taken. */
async function tryOne(run: Run, delivery: OpenDelivery): Promise<boolean> {
  const { db, jurisdiction, now } = run.context;
  const tried = now();
  const { outward } = run;
  run.sent += 1;
  const { taken, status } = await post(delivery, run.sending, { now: tried.getTime(), outward });
  const attempt = {
    deliveryId: delivery.id,
    number: delivery.tries + 1,
    status,
    triedAt: tried.toISOString(),
  };
  if (taken) {
    run.taken += 1;
    await noteTry(db, jurisdiction, { ...attempt, outcome: 'delivered' }, null);
    return true;
  }
  const wait = waitAfter(delivery.failed + 1);
  const dueAt = wait === null ? null : new Date(now().getTime() + wait * 1000).toISOString();
  await noteTry(db, jurisdiction, { ...attempt, outcome: wait === null ? 'givenUp' : 'failed' }, dueAt);
  return false;
}

/** Several at once, each about another thing; ends early where the webhook takes nothing or the time is over. */
async function tryThese(run: Run, due: readonly OpenDelivery[], atOnce: number): Promise<void> {
  const waiting = [...due];
  let underWay = 0;
  let failedInRow = 0;
  const mayGoOn = (): boolean =>
    performance.now() < run.until && (failedInRow === 0 || failedInRow + underWay < atOnce);
  const work = async (): Promise<void> => {
    while (mayGoOn()) {
      const delivery = waiting.shift();
      if (!delivery) return;
      underWay += 1;
      const wasTaken = await tryOne(run, delivery);
      underWay -= 1;
      failedInRow = wasTaken ? 0 : failedInRow + 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** Nothing was taken: the webhook is left alone for a while; after all patience what it should have heard by then is given up. */
async function rest(
  { db, jurisdiction, now }: Context,
  hookId: string,
  pace: Pace | undefined,
): Promise<number> {
  const at = now();
  const failed = (pace?.failed ?? 0) + 1;
  const since = pace?.failingSince ?? at.toISOString();
  const before = new Date(at.getTime() - patienceSeconds * 1000);
  if (Date.parse(since) < before.getTime()) await giveUpBefore(db, jurisdiction, { hookId, before, now: at });
  const waitMs = restAfter(failed) * 1000;
  const notBefore = new Date(at.getTime() + waitMs).toISOString();
  await putPace(db, jurisdiction, hookId, { failed, failingSince: since, notBefore });
  return waitMs;
}

/** Until nothing is due, the time is over or the webhook takes nothing. In how long it goes on; null where nothing is left. */
async function deliverDue(run: Run): Promise<number | null> {
  const { context, sending } = run;
  const { db, jurisdiction, now } = context;
  const { id: hookId, format } = sending.hook;
  let pace = await getPace(db, jurisdiction, hookId);
  const early = pace ? Date.parse(pace.notBefore) - now().getTime() : 0;
  if (early > 0) return early;
  const { atOnce, perMinute } = speedOf[format];
  const isAlone = perMinute !== null || (pace?.failed ?? 0) > 0;
  for (let isProbe = isAlone; ; isProbe = perMinute !== null) {
    const due = await listDueDeliveries(db, jurisdiction, { hookId, now: now(), most: isProbe ? 1 : most });
    if (due.length === 0) {
      const next = await nextDue(db, jurisdiction, hookId);
      return next === null ? null : Math.max(0, Date.parse(next) - now().getTime());
    }
    const { sent, taken } = run;
    await tryThese(run, due, isProbe ? 1 : atOnce);
    // The time can be over before anything was sent: that is no fault of the webhook.
    if (run.sent === sent) return 0;
    if (run.taken === taken) return rest(context, hookId, pace);
    if (perMinute !== null) {
      const waitMs = Math.ceil(60_000 / perMinute);
      const notBefore = new Date(now().getTime() + waitMs).toISOString();
      await putPace(db, jurisdiction, hookId, { failed: 0, failingSince: null, notBefore });
      return waitMs;
    }
    if (pace) await putPace(db, jurisdiction, hookId, null);
    pace = undefined;
    if (performance.now() >= run.until) return 0;
  }
}

export async function deliver(context: Context, { hookId }: DeliverWish, outward: Outward): Promise<void> {
  const { db, jurisdiction } = context;
  const hook = (await listHooks(db, jurisdiction)).find(({ id }) => id === hookId);
  const secret = await getHookSecret(db, jurisdiction, hookId);
  if (!hook || secret === undefined) return;
  const base = (await readSettings(context, 'site.publicAddress'))['site.publicAddress'] ?? '';
  const sending = { hook, secret, base: base.replace(/\/$/, '') };
  const until = performance.now() + sliceMs;
  const waitMs = await deliverDue({ context, sending, outward, until, sent: 0, taken: 0 });
  if (waitMs !== null) await queueNextTry(context, hookId, waitMs);
}
