// Puts the HTTP server together: limits, headers, logs, the route table, the screen, one place for errors.
import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { securityHeaders } from './headers.ts';
import { logLines } from './log-lines.ts';
import { type Mounting, mount } from './mount.ts';
import { openApi } from './openapi.ts';
import { servePage } from './page.ts';
import { shedLoad } from './pressure.ts';
import { problemOf, sendProblem } from './problem.ts';

/** A request may take this long to arrive whole, headers sooner; a slow sender is cut off instead of kept for ever. */
const requestMs = 60_000;
const headersMs = 15_000;

/** Logs name the route, never the address, its query or who asked: those may hold what people searched for. */
function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const seen = {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) request.log.error(seen, 'answered');
    else request.log.info(seen, 'answered');
  });
}

/** A server with its limits and its log, answering nothing yet. */
export function createApp(logLevel: string): FastifyInstance {
  const app = Fastify({
    logger: { level: logLevel, stream: logLines(process.stderr), base: null },
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    requestTimeout: requestMs,
    keepAliveTimeout: 10_000,
    // Only a proxy on this machine may say who asks; the scheme and the name are never taken from such a header.
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 120 },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: (error, request, reply) => sendProblem(request, reply, { code: problemOf(error) }),
  });
  app.server.headersTimeout = headersMs;
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  return app;
}

export interface Furnishing extends Mounting {
  /** Folder of the built screen. */
  readonly webFolder: string;
}

/** Gives the server its routes, its page and its one place for errors. */
export async function furnish(app: FastifyInstance, furnishing: Furnishing): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    if (!(await furnishing.door.admits(request.headers.host)))
      return sendProblem(request, reply, { code: 'request.originForbidden' });
  });
  logAnswers(app);
  shedLoad(app);
  app.setErrorHandler((error, request, reply) => {
    const code = problemOf(error);
    if (code === 'server.bug' || code === 'database.unavailable' || code === 'storage.full')
      request.log.error({ requestId: request.id, err: error }, code);
    return sendProblem(request, reply, { code, params: code === 'request.invalid' ? { count: '1' } : {} });
  });
  mount(app, furnishing);
  // Printed when it is first asked for: it takes longer than all other steps of a start.
  let description: string | null = null;
  app.get('/openapi.json', (_request, reply) => {
    description ??= JSON.stringify(openApi());
    return reply.type('application/json; charset=utf-8').send(description);
  });
  await servePage(app, furnishing.webFolder);
}
