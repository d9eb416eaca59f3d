// Mounts the route table on Fastify: guard, caller, permission, shapes, object, handler, answer; in this order for every route.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isAllowed, mayOn, type ObjectScope } from '../../core/contract/permission.ts';
import type { ObjectKind, Route } from '../../core/contract/route.ts';
import { routes } from '../../core/contract/routes.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { ProblemCode } from '../../core/vocabulary/problem.ts';
import { limits } from '../bytes/limits.ts';
import type { RequestKey } from '../store/audit/request-key.ts';
import { checkPart } from './check.ts';
import type { Door } from './door.ts';
import { refusalOf } from './guard.ts';
import type { Client, Download, Handlers, RouteName } from './handler.ts';
import { downloadHeaders } from './headers.ts';
import { sendProblem } from './problem.ts';
import {
  browserOf,
  type Known,
  type Sessions,
  setBrowserCookie,
  setSessionCookie,
  tokenOf,
} from './session.ts';

/** Largest JSON body; a file has its own limit. */
const jsonLimit = 2 * 1024 * 1024;

const uploadLimit = limits.uploadBytes;

interface Parts {
  params: unknown;
  query: unknown;
  body: unknown;
}
/** A caller, and when the request reached the server. */
interface Arrived extends Known {
  readonly receivedAt: Date;
}
interface AnyCall extends Parts, Arrived {
  client: Client;
  key: RequestKey | null;
}
/** Written as a method so that every handler fits: the parts it is given were checked against its own shapes. */
type AnyHandler = { run(call: AnyCall): Promise<Result<unknown, ProblemCode>> }['run'];

const isDownload = (value: unknown): value is Download =>
  typeof value === 'object' &&
  value !== null &&
  'bytes' in value &&
  (Buffer.isBuffer(value.bytes) || value.bytes instanceof Readable);

function sendAnswer(route: Route, reply: FastifyReply, value: unknown): FastifyReply {
  if (route.response !== 'bytes')
    return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(value);
  if (!isDownload(value)) throw new TypeError('a route that answers bytes gives a download');
  // Calendar programs go by the type; everything else is a download that no browser interprets.
  const type = value.mediaType.startsWith('text/calendar') ? value.mediaType : 'application/octet-stream';
  return reply.headers(downloadHeaders(value.fileName)).type(type).send(value.bytes);
}

/** How the server learns where an object stands; the store does it, tests may do without. */
export type FindScope = (kind: ObjectKind, id: string) => Promise<ObjectScope | undefined>;

export interface Mounting {
  readonly handlers: Handlers;
  readonly sessions: Sessions;
  readonly findScope: FindScope;
  readonly now: () => Date;
  readonly door: Door;
}

/** An object outside the caller's reach does not exist for the caller: the answer never tells that it is there. */
async function isWithinReach(
  { permission, object }: Route,
  { caller }: Known,
  params: unknown,
  findScope: FindScope,
): Promise<boolean> {
  if (permission === 'public' || object === undefined || object === 'inAct') return true;
  const id = new Map(Object.entries(params ?? {})).get(object.param);
  const scope = await findScope(object.kind, String(id));
  return scope !== undefined && mayOn(caller, permission, scope);
}

const keyShape = /^[\x21-\x7E]{1,200}$/;

/** The request key of a write by somebody who is signed in; route, parameters and body are part of what it stands for. */
function requestKeyOf(
  request: FastifyRequest,
  name: string,
  { caller }: Known,
  { params, query, body }: Parts,
  isFile: boolean,
): Result<RequestKey | null, 'request.keyInvalid'> {
  const key = request.headers['idempotency-key'];
  if (key === undefined || caller.accountId === null) return succeed(null);
  if (typeof key !== 'string' || !keyShape.test(key)) return fail('request.keyInvalid');
  const content = JSON.stringify([name, params, query, isFile ? null : body]);
  const bodySha256 = createHash('sha256').update(content).digest('hex');
  return succeed({ accountId: caller.accountId, key, bodySha256 });
}

const clientOf = (request: FastifyRequest, reply: FastifyReply, origin: string): Client => ({
  address: request.ip,
  agent: request.headers['user-agent'] ?? '',
  origin,
  browser: browserOf(request, origin),
  setSession: (token) => setSessionCookie(reply, origin, token),
  setBrowser: (secret) => setBrowserCookie(reply, origin, secret),
});

function checkParts(route: Route, request: FastifyRequest): Result<Parts, ProblemCode> {
  const parts: Parts = { params: undefined, query: undefined, body: request.body };
  const toCheck = [
    ['params', route.params, request.params],
    ['query', route.query, request.query],
    ...(route.body === 'bytes' ? [] : ([['body', route.body, request.body]] as const)),
  ] as const;
  for (const [part, shape, value] of toCheck) {
    const checked = checkPart(part, shape, value);
    if (!checked.ok) return checked;
    parts[part] = checked.value;
  }
  return succeed(parts);
}

function runner(
  name: RouteName,
  route: Route,
  known: WeakMap<FastifyRequest, Arrived>,
  { handlers, findScope, door }: Mounting,
) {
  const handler: AnyHandler = handlers[name];
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const who = known.get(request);
    if (!who) throw new TypeError('a route is answered after its caller is known');
    const parts = checkParts(route, request);
    if (!parts.ok) return sendProblem(request, reply, parts);
    if (!(await isWithinReach(route, who, parts.value.params, findScope)))
      return sendProblem(request, reply, { code: 'object.notFound' });
    const key = requestKeyOf(request, name, who, parts.value, route.body === 'bytes');
    if (!key.ok) return sendProblem(request, reply, key);
    const result = await handler({
      ...parts.value,
      ...who,
      client: clientOf(request, reply, door.originOf(request.headers.host)),
      key: key.value,
    });
    return result.ok ? sendAnswer(route, reply, result.value) : sendProblem(request, reply, result);
  };
}

/** What a person with a session must do before this route answers; null where nothing is in the way. */
function firstNeed(route: Route, { session }: Known, now: Date): ProblemCode | null {
  if (!session || route.permission === 'public') return null;
  if (session.mustChange && !route.always) return 'account.mustChangePassword';
  if (session.awaitsFactor && !route.always) return 'account.mustSetFactor';
  return route.fresh && Date.parse(session.provedUntil) <= now.getTime() ? 'session.proofNeeded' : null;
}

const bodyKind = ({ body }: Route): 'none' | 'json' | 'bytes' =>
  body === 'bytes' ? body : body ? 'json' : 'none';

const isRouteName = (name: string): name is RouteName => Object.hasOwn(routes, name);

export function mount(app: FastifyInstance, mounting: Mounting): void {
  const known = new WeakMap<FastifyRequest, Arrived>();
  for (const [name, route] of Object.entries<Route>(routes)) {
    if (!isRouteName(name)) continue;
    const [method = '', url = ''] = name.split(' ');
    const body = bodyKind(route);
    app.route({
      method,
      url,
      bodyLimit: body === 'bytes' ? uploadLimit : jsonLimit,
      onRequest: async (request, reply) => {
        const receivedAt = mounting.now();
        const origin = mounting.door.originOf(request.headers.host);
        const refused = refusalOf(request.headers, { method, body }, origin);
        if (refused) return sendProblem(request, reply, { code: refused });
        const token = tokenOf(request, origin);
        const who = await mounting.sessions.find(token);
        known.set(request, { ...who, receivedAt });
        if (isAllowed(who.caller, route.permission, route.object === undefined)) {
          const first = firstNeed(route, who, mounting.now());
          return first ? sendProblem(request, reply, { code: first }) : undefined;
        }
        const signIn = token === null ? 'session.none' : 'session.ended';
        return sendProblem(request, reply, { code: who.session ? 'permission.denied' : signIn });
      },
      handler: runner(name, route, known, mounting),
    });
  }
}
