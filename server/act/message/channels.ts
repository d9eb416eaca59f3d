// The channels of a city: webhooks made, tried and ended, deliveries tried again, the server that mail leaves by.
import { randomUUID } from 'node:crypto';
import type { Topic } from '../../../core/publish/event.ts';
import type { HookFormat } from '../../../core/publish/hook.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addAttempt, addHook, endHook, getDelivery, listHooks } from '../../store/message/hook.ts';
import { getMailServer, type MailServer, putMailServer } from '../../store/message/mail.ts';
import { putPace, reopenDelivery } from '../../store/message/open-delivery.ts';
import { type Actor, perform } from '../perform.ts';
import { queueDelivery } from './spread.ts';
import { tell } from './tell.ts';

type Done = Result<{ done: true }, ProblemCode>;
const done = () => succeed({ done: true } as const);

export interface HookGiven {
  readonly name: string;
  readonly url: string;
  readonly format: HookFormat;
  readonly secret: string;
  readonly topics: readonly Topic[];
}

/** No request key: the body holds a secret, and bodies of request keys are hashed and kept. */
export function makeHook(
  context: Context,
  { caller }: Actor,
  given: HookGiven,
): Promise<Result<{ hookId: string }, ProblemCode>> {
  const actor = { caller, key: null };
  return perform<{ hookId: string }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    const id = randomUUID();
    await addHook(db, jurisdiction, { id, ...given, recordedBy: caller.accountId });
    const { name, format, topics } = given;
    const { host } = new URL(given.url);
    // Robots carry their key in the address, so only its host goes into the log.
    note({ act: 'webhook.add', objectKind: 'webhook', objectId: id, detail: { name, host, format, topics } });
    return succeed({ hookId: id });
  });
}

export function removeHook(context: Context, actor: Actor, hookId: string): Promise<Done> {
  return perform<{ done: true }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    if (!(await listHooks(db, jurisdiction)).some(({ id }) => id === hookId)) return fail('object.notFound');
    if (!(await endHook(db, jurisdiction, hookId, actor.caller.accountId))) return fail('state.changed');
    note({ act: 'webhook.end', objectKind: 'webhook', objectId: hookId });
    return done();
  });
}

/** The answer does not say how it went: who waits for it could tell open ports from closed ones. */
export function tryHook(context: Context, actor: Actor, hookId: string): Promise<Done> {
  return perform<{ done: true }, ProblemCode>(context, actor, async (inside, note) => {
    const hook = (await listHooks(inside.db, inside.jurisdiction)).find(({ id }) => id === hookId);
    if (!hook) return fail('object.notFound');
    const object = { objectKind: 'webhook', objectId: hookId } as const;
    await tell(inside, actor.caller.accountId, [{ kind: 'hook.tried', ...object, title: hook.name, to: {} }]);
    note({ act: 'webhook.test', ...object });
    return done();
  });
}

export function retryDelivery(context: Context, actor: Actor, deliveryId: string): Promise<Done> {
  return perform<{ done: true }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction, now } = inside;
    const delivery = await getDelivery(db, jurisdiction, deliveryId);
    if (!delivery) return fail('object.notFound');
    if (delivery.last !== 'givenUp') return fail('delivery.notFailed');
    const attempt = { deliveryId, number: delivery.tries + 1, outcome: 'again', status: null } as const;
    if (!(await addAttempt(db, jurisdiction, { ...attempt, triedAt: now().toISOString() })))
      return fail('state.changed');
    await reopenDelivery(db, jurisdiction, deliveryId);
    await putPace(db, jurisdiction, delivery.hookId, null);
    await queueDelivery(inside, delivery.hookId);
    note({ act: 'webhook.retry', objectKind: 'delivery', objectId: deliveryId });
    return done();
  });
}

export type MailServerGiven = Omit<MailServer, 'password'> & { readonly password?: string | undefined };

const hostShape = /^[\w.:-]{1,200}$/;

/** No request key: the body holds a password. */
export function setMailServer(
  context: Context,
  { caller }: Actor,
  given: MailServerGiven | null,
): Promise<Done> {
  const actor = { caller, key: null };
  return perform<{ done: true }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    if (given && !hostShape.test(given.host)) return fail('mailServer.hostInvalid');
    const before = await getMailServer(db, jurisdiction);
    // A password goes only to the server it was typed for.
    const kept = before?.host === given?.host && before?.login === given?.login ? before?.password : '';
    await putMailServer(db, jurisdiction, given && { ...given, password: given.password ?? kept ?? '' });
    const detail = given ? { host: given.host, port: given.port, security: given.security } : { host: null };
    note({ act: 'mailServer.set', objectKind: 'mailServer', objectId: jurisdiction, detail });
    return done();
  });
}
