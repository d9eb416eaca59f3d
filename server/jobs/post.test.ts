// A post to an address that somebody typed in: pinned to the checked address, no redirects, cut when long or slow.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Outward, readNetwork } from './address.ts';
import { postJson } from './post.ts';

let seen: string[] = [];
let server: Server;
let port = 0;
const answers: Readonly<Record<string, RequestListener>> = {
  '/good': (_request, response) => response.end('{"errcode":0}'),
  '/away': (_request, response) =>
    response.writeHead(302, { location: `http://127.0.0.1:${port}/canary` }).end('gone'),
  '/large': (_request, response) => {
    const piece = Buffer.alloc(16 * 1024, 'a');
    const more = (): void => {
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', more);
    more();
  },
  '/slow': (_request, response) => {
    const timer = setInterval(() => response.write('a'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/never': () => {},
};
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.url ?? '');
    (answers[request.url ?? ''] ?? ((_request, other) => other.end()))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const house = ['127.0.0.1'].flatMap((text) => readNetwork(text) ?? []);
const admitted: Outward = { inner: house, answerMs: 60_000, resolve: async () => ['127.0.0.1'] };
const post = (path: string, outward: Outward = admitted, host = `hook.example:${port}`) => {
  seen = [];
  const posting = { url: new URL(`http://${host}${path}`), headers: {}, body: '{}' };
  // Short only where the time is what is tested: a busy machine may need long for a quick answer.
  const isSlow = path === '/slow' || path === '/never';
  return postJson(posting, isSlow ? { ...outward, answerMs: 300 } : outward);
};
const nothing = { status: null, answer: null };

describe('a post', () => {
  it('gives the status and the JSON of the answer', async () => {
    expect(await post('/good')).toEqual({ status: 200, answer: { errcode: 0 } });
  });
  it('follows no redirect', async () => {
    expect((await post('/away')).status).toBe(302);
    expect(seen).toEqual(['/away']);
  });
  it.each(['/large', '/slow', '/never'])('is cut: %s', async (path) => {
    expect(await post(path)).toEqual(nothing);
  });
  it('sends not a byte to an inner address, by number or by name', async () => {
    expect(await post('/canary', { ...admitted, inner: [] })).toEqual(nothing);
    expect(await post('/canary', { ...admitted, inner: [] }, `127.0.0.1:${port}`)).toEqual(nothing);
    expect(seen).toEqual([]);
  });
  it('asks for a name once: one that answers an inner address the second time reaches nothing inside', async () => {
    // 127.0.0.1 plays the public address, 127.0.0.2 the inner one; the canary listens on the same port there.
    const touched: string[] = [];
    const canary = createServer((request, response) => {
      touched.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => canary.listen(port, '127.0.0.2', resolve));
    const asked: string[] = [];
    const rebinding: Outward = {
      ...admitted,
      resolve: async (host) => [asked.push(host) === 1 ? '127.0.0.1' : '127.0.0.2'],
    };
    expect((await post('/good', rebinding)).status).toBe(200);
    expect(asked).toEqual(['hook.example']);
    expect(await post('/good', rebinding)).toEqual(nothing);
    await new Promise((resolve) => canary.close(resolve));
    expect(touched).toEqual([]);
  });
});
