// When the server says "come back later" instead of taking more than it can answer: requests at work, and how late the loop is.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problem.ts';

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

/** Counts requests from arrival to answer. Health is always answered: whoever watches must see that we live. */
export function shedLoad(app: FastifyInstance, limits: PressureLimits = defaultPressure): void {
  const histogram = monitorEventLoopDelay({ resolution: 10 });
  histogram.enable();
  const atWork = { reads: 0, writes: 0 };
  let late = false;
  let lateSamples = 0;
  const sample = setInterval(() => {
    // The histogram counts its own 10 ms as well.
    const isLate = histogram.mean / 1e6 - 10 > limits.delayMs;
    // One long step (a key made, a plan loaded) is over when it is seen; a loop that stays late is overloaded.
    lateSamples = isLate ? lateSamples + 1 : 0;
    late = lateSamples >= 2;
    histogram.reset();
  }, sampleMs).unref();
  app.addHook('onClose', async () => {
    clearInterval(sample);
    histogram.disable();
  });
  const counted = new WeakMap<object, 'reads' | 'writes'>();
  app.addHook('onRequest', async (request, reply) => {
    if (request.url === '/api/health' || !request.url.startsWith('/api/')) return;
    const kind = isRead(request.method) ? 'reads' : 'writes';
    if (late || atWork[kind] >= limits[kind]) {
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
