// Mounts the route table on Fastify: guard, permission, shapes, handler, answer; in this order for every route.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Route } from '../../core/contract/route.ts';
import { routes } from '../../core/contract/routes.ts';
import type { Result } from '../../core/result.ts';
import type { ProblemCode } from '../../core/vocabulary/problem.ts';
import { limits } from '../bytes/limits.ts';
import { checkPart } from './check.ts';
import { refusalOf } from './guard.ts';
import type { Download, Handlers, RouteName } from './handler.ts';
import { downloadHeaders } from './headers.ts';
import { isAllowed } from './permission.ts';
import { sendProblem } from './problem.ts';

/** Largest JSON body; a file has its own limit. */
const jsonLimit = 2 * 1024 * 1024;

const uploadLimit = limits.uploadBytes;

interface AnyCall {
  params: unknown;
  query: unknown;
  body: unknown;
}
/** Written as a method so that every handler fits: the parts it is given were checked against its own shapes. */
type AnyHandler = { run(call: AnyCall): Promise<Result<unknown, ProblemCode>> }['run'];

const isDownload = (value: unknown): value is Download =>
  typeof value === 'object' && value !== null && 'bytes' in value && Buffer.isBuffer(value.bytes);

function sendAnswer(route: Route, reply: FastifyReply, value: unknown): FastifyReply {
  if (route.response !== 'bytes')
    return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(value);
  if (!isDownload(value)) throw new TypeError('a route that answers bytes gives a download');
  return reply.headers(downloadHeaders(value.fileName)).type('application/octet-stream').send(value.bytes);
}

function runner(route: Route, handler: AnyHandler) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const parts: AnyCall = { params: undefined, query: undefined, body: request.body };
    const toCheck = [
      ['params', route.params, request.params],
      ['query', route.query, request.query],
      ...(route.body === 'bytes' ? [] : ([['body', route.body, request.body]] as const)),
    ] as const;
    for (const [part, shape, value] of toCheck) {
      const checked = checkPart(part, shape, value);
      if (!checked.ok) return sendProblem(request, reply, checked);
      parts[part] = checked.value;
    }
    const result = await handler(parts);
    return result.ok ? sendAnswer(route, reply, result.value) : sendProblem(request, reply, result);
  };
}

const bodyKind = ({ body }: Route): 'none' | 'json' | 'bytes' =>
  body === 'bytes' ? body : body ? 'json' : 'none';

const isRouteName = (name: string): name is RouteName => Object.hasOwn(routes, name);

export function mount(app: FastifyInstance, handlers: Handlers): void {
  for (const [name, route] of Object.entries<Route>(routes)) {
    if (!isRouteName(name)) continue;
    const [method = '', url = ''] = name.split(' ');
    const body = bodyKind(route);
    app.route({
      method,
      url,
      bodyLimit: body === 'bytes' ? uploadLimit : jsonLimit,
      onRequest: async (request, reply) => {
        const refused = refusalOf(request.headers, { method, body });
        if (refused) return sendProblem(request, reply, { code: refused });
        if (!isAllowed(route.permission)) return sendProblem(request, reply, { code: 'permission.denied' });
      },
      handler: runner(route, handlers[name]),
    });
  }
}
