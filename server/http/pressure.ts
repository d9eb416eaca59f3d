// When the server says "come back later" instead of taking more than it can answer: requests at work, and how late the loop is.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { securityHeaders } from './headers.ts';
import { overloadedBody, sendProblem } from './problem.ts';

export interface PressureLimits {
  /** Writes that are being worked on at once; what is beyond is told to come back. */
  readonly writes: number;
  /** Reads at once: fewer, for whoever only looks can wait for whoever must report before midnight. */
  readonly reads: number;
  /** Mean delay of the event loop over the last sample, in milliseconds. */
  readonly delayMs: number;
  /** Seconds after which to come back (Retry-After, RFC 9110 §10.2.3). */
  readonly retrySeconds: number;
}

/**
 * Measured on two cores with the database beside it (docs/performance.md, Deadline day): beyond a few thousand waiting
 * writes an answer takes longer than the second that a reporter waits.
 */
export const defaultPressure: PressureLimits = { writes: 1_200, reads: 300, delayMs: 400, retrySeconds: 2 };

const sampleMs = 250;
const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** A body that is not worth reading from somebody who is told to come back: the connection ends instead. */
const mostUnread = 64 * 1024;

/**
 * Answers before anything else has looked at the request: no id, no log line, no hook, no body. Under five times the load that
 * holds, most answers are these, and what each costs is taken from those that are being served.
 */
function quickRefusal(retrySeconds: number): (request: IncomingMessage, response: ServerResponse) => void {
  const headers = {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': `${retrySeconds}`,
  };
  const [before = '', after = ''] = overloadedBody(retrySeconds, '\0').split(JSON.stringify('\0'));
  return (request, response) => {
    const body = `${before}"${randomUUID()}"${after}`;
    const isLong = Number(request.headers['content-length'] ?? 0) > mostUnread;
    const isOpenEnded = request.headers['transfer-encoding'] !== undefined;
    response.writeHead(503, {
      ...headers,
      'content-length': Buffer.byteLength(body),
      ...(isLong || isOpenEnded ? { connection: 'close' } : {}),
    });
    response.end(body);
  };
}

/** Counts requests from arrival to answer. Health is always answered: whoever watches must see that we live. */
export function shedLoad(app: FastifyInstance, limits: PressureLimits = defaultPressure): void {
  const histogram = monitorEventLoopDelay({ resolution: 10 });
  histogram.enable();
  const atWork = { reads: 0, writes: 0 };
  let late = false;
  let lateSamples = 0;
  let refused = 0;
  const sample = setInterval(() => {
    // The histogram counts its own 10 ms as well.
    const isLate = histogram.mean / 1e6 - 10 > limits.delayMs;
    // One long step (a key made, a plan loaded) is over when it is seen; a loop that stays late is overloaded.
    lateSamples = isLate ? lateSamples + 1 : 0;
    late = lateSamples >= 2;
    histogram.reset();
    if (refused === 0) return;
    app.log.warn({ refused, late, ...atWork }, 'told to come back');
    refused = 0;
  }, sampleMs).unref();
  app.addHook('onClose', async () => {
    clearInterval(sample);
    histogram.disable();
  });
  const counted = new WeakMap<object, 'reads' | 'writes'>();
  /** Which count a request belongs to; null for what is always answered. */
  const kindOf = (method = '', url = ''): 'reads' | 'writes' | null => {
    if (url === '/api/health' || !url.startsWith('/api/')) return null;
    return isRead(method) ? 'reads' : 'writes';
  };
  const isFull = (kind: 'reads' | 'writes'): boolean => late || atWork[kind] >= limits[kind];
  const refuse = quickRefusal(limits.retrySeconds);
  const [answer] = app.server.listeners('request');
  if (answer) {
    app.server.removeAllListeners('request');
    app.server.on('request', (request, response) => {
      const kind = kindOf(request.method, request.url);
      if (kind === null || !isFull(kind)) return void answer.call(app.server, request, response);
      refused += 1;
      refuse(request, response);
    });
  }
  // Also for requests that do not come over the server's own sockets.
  app.addHook('onRequest', async (request, reply) => {
    const kind = kindOf(request.method, request.url);
    if (kind === null) return;
    if (isFull(kind)) {
      const params = { seconds: `${limits.retrySeconds}` };
      return sendProblem(request, reply, { code: 'server.overloaded', params });
    }
    atWork[kind] += 1;
    counted.set(request.raw, kind);
  });
  const leave = (raw: object): void => {
    const kind = counted.get(raw);
    if (kind === undefined) return;
    counted.delete(raw);
    atWork[kind] -= 1;
  };
  app.addHook('onResponse', async (request) => leave(request.raw));
  app.addHook('onRequestAbort', async (request) => leave(request.raw));
}
