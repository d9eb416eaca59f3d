// Delivers to one webhook what happened to one thing, in its order: a try that fails holds back what came after it.
import { isEventKind, isObjectPathKind, objectPaths, sentenceOf, topicOf } from '../../core/publish/event.ts';
import { type HookMessage, hookBody, isTaken, waitAfter } from '../../core/publish/hook.ts';
import { type Context, inTransaction } from '../act/context.ts';
import { queueDelivery } from '../act/message/spread.ts';
import { readSettings } from '../act/setting/read.ts';
import {
  addAttempt,
  type Delivery,
  getHookSecret,
  type Hook,
  listHooks,
  listOpenDeliveries,
} from '../store/message/hook.ts';
import type { Outward } from './address.ts';
import { type Posted, type PostLimits, postJson, readUrl } from './post.ts';
import { signatureOf, signBase64 } from './signature.ts';

export interface DeliverWish {
  readonly hookId: string;
  readonly objectKind: string;
  readonly objectId: string;
}

interface Sending {
  readonly hook: Hook;
  readonly secret: string;
  readonly base: string;
}

function messageOf(delivery: Delivery, base: string): HookMessage | null {
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
  delivery: Delivery,
  { hook, secret, base }: Sending,
  { now, outward, limits }: { now: number; outward: Outward; limits: PostLimits | undefined },
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
  const posted = await postJson({ url, headers, body: text }, outward, limits);
  return { ...posted, taken: posted.status !== null && isTaken(hook.format, posted.status, posted.answer) };
}

export async function deliver(
  context: Context,
  wish: DeliverWish,
  outward: Outward,
  limits?: PostLimits,
): Promise<void> {
  const { db, jurisdiction, now } = context;
  const hook = (await listHooks(db, jurisdiction)).find(({ id }) => id === wish.hookId);
  const secret = await getHookSecret(db, jurisdiction, wish.hookId);
  if (!hook || secret === undefined) return;
  const base = (await readSettings(context, 'site.publicAddress'))['site.publicAddress'] ?? '';
  const sending = { hook, secret, base: base.replace(/\/$/, '') };
  for (const delivery of await listOpenDeliveries(db, jurisdiction, wish)) {
    const tried = now();
    const { taken, status } = await post(delivery, sending, { now: tried.getTime(), outward, limits });
    const attempt = {
      deliveryId: delivery.id,
      number: delivery.tries + 1,
      status,
      triedAt: tried.toISOString(),
    };
    if (taken) {
      await addAttempt(db, jurisdiction, { ...attempt, outcome: 'delivered' });
      continue;
    }
    const wait = waitAfter(delivery.failed + 1);
    await inTransaction(context, async (inside) => {
      await addAttempt(inside.db, jurisdiction, {
        ...attempt,
        outcome: wait === null ? 'givenUp' : 'failed',
      });
      if (wait !== null) await queueDelivery(inside, wish, wait * 1000);
    });
    if (wait !== null) return;
  }
}
