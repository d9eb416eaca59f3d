// A server with more than it can answer says so at once, with the seconds to wait, and takes requests again afterwards.
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { type PressureLimits, shedLoad } from './pressure.ts';

let app: FastifyInstance;
let release: () => void = () => {};
let arrived = 0;
/** So many are at work: their requests have passed the gate. */
const atWork = (count: number) => expect.poll(() => arrived, { timeout: 60_000, interval: 5 }).toBe(count);
afterEach(async () => {
  release();
  await app.close();
});

const limits: PressureLimits = { writes: 2, reads: 1, delayMs: 10_000, retrySeconds: 7 };

async function openApp(given: PressureLimits = limits): Promise<void> {
  app = createApp('silent');
  shedLoad(app, given);
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  arrived = 0;
  const slow = async (): Promise<{ ok: boolean }> => {
    arrived += 1;
    await held;
    return { ok: true };
  };
  app.get('/api/slow', slow);
  app.post('/api/slow', slow);
  app.get('/api/health', async () => ({ ok: true }));
  app.get('/page', async () => 'page');
  await app.ready();
}

const ask = (method: 'GET' | 'POST', url: string) => app.inject({ method, url });

describe('beyond its limit', () => {
  it('a write is refused with the seconds to wait, while health and the page are answered', async () => {
    await openApp();
    const first = [ask('POST', '/api/slow'), ask('POST', '/api/slow')];
    await atWork(2);
    const refused = await ask('POST', '/api/slow');
    expect(refused.statusCode).toBe(503);
    expect(refused.headers['retry-after']).toBe('7');
    expect(refused.json().code).toBe('server.overloaded');
    expect((await ask('GET', '/api/health')).statusCode).toBe(200);
    expect((await ask('GET', '/page')).statusCode).toBe(200);
    release();
    expect((await Promise.all(first)).map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect((await ask('POST', '/api/slow')).statusCode).toBe(200);
  });

  it('reads are refused before writes are', async () => {
    await openApp();
    const reading = ask('GET', '/api/slow');
    await atWork(1);
    expect((await ask('GET', '/api/slow')).statusCode).toBe(503);
    const writing = ask('POST', '/api/slow');
    release();
    expect((await writing).statusCode).toBe(200);
    expect((await reading).statusCode).toBe(200);
  });
});

it('a late event loop refuses what comes until it is in time again', async () => {
  await openApp({ ...limits, delayMs: 30 });
  /** A turn of the loop that takes long, as under a load that is too much. */
  const longTurn = (): void => {
    const until = performance.now() + 80;
    while (performance.now() < until);
  };
  const statusNow = async (): Promise<number> => (await ask('POST', '/api/none')).statusCode;
  let status = 0;
  for (let turns = 0; turns < 100 && status !== 503; turns++) {
    longTurn();
    await wait(1);
    status = await statusNow();
  }
  expect(status).toBe(503);
  for (let tries = 0; tries < 500 && status === 503; tries++) {
    await wait(20);
    status = await statusNow();
  }
  expect(status).toBe(404);
});

it('over a socket: refused before anything reads it, in the shape of every problem; a long body is not waited for', async () => {
  await openApp();
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const held = [1, 2].map(() => fetch(`${address}/api/slow`, { method: 'POST' }));
  await atWork(2);
  const short = await fetch(`${address}/api/slow`, { method: 'POST', body: 'x' });
  expect(short.status).toBe(503);
  expect(short.headers.get('retry-after')).toBe('7');
  expect(short.headers.get('x-content-type-options')).toBe('nosniff');
  expect(short.headers.get('connection')).toBe('keep-alive');
  const body: unknown = await short.json();
  expect(Object.keys(body ?? {}).sort()).toEqual(['code', 'fields', 'message', 'params', 'requestId']);
  const requestId = expect.stringMatching(/^[0-9a-f-]{36}$/);
  expect(body).toMatchObject({ code: 'server.overloaded', params: { seconds: '7' }, requestId });
  const long = await fetch(`${address}/api/slow`, { method: 'POST', body: 'x'.repeat(100_000) });
  expect([long.status, long.headers.get('connection')]).toEqual([503, 'close']);
  expect((await fetch(`${address}/api/health`)).status).toBe(200);
  release();
  expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200]);
});
