// Where a request may come from, what every route declares, and how an error that nobody expected looks outside.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAllowed } from '../../core/contract/permission.ts';
import { routes } from '../../core/contract/routes.ts';
import { roles } from '../../core/place/role.ts';
import { type ProblemCode, problemText } from '../../core/vocabulary/problem.ts';
import { callerOf } from './caller.fixture.ts';
import { host, someId as id, json, type NotingServer, openNotingServer } from './noting.fixture.ts';
import { httpStatus, problemOf } from './problem.ts';

let server: NotingServer;
beforeAll(async () => {
  server = await openNotingServer();
});
afterAll(() => server.app.close());

const decide = `/api/documents/${id}/decisions`;

describe('where a request may come from', () => {
  const body = JSON.stringify({ planYear: 2024, decisions: [{ itemId: id, decision: 'adopt' }] });
  const rebound = { ...json, host: 'plan.example.org' };
  it.each([
    ['a name that was pointed at us (DNS rebinding)', 'GET', '/api/plans', rebound, 403],
    ['the page under such a name', 'GET', '/', rebound, 403],
    ['our name with a tail', 'GET', '/api/plans', { host: '127.0.0.1.example.org' }, 403],
    [
      'our own page',
      'POST',
      decide,
      { ...json, origin: 'http://127.0.0.1:4870', 'sec-fetch-site': 'same-origin' },
      404,
    ],
    ['a terminal', 'POST', decide, json, 404],
    ['IPv6', 'POST', decide, { ...json, host: '[::1]:4870' }, 404],
    ['another page', 'POST', decide, { ...json, origin: 'http://example.org' }, 403],
    ['another port of this machine', 'POST', decide, { ...json, origin: 'http://127.0.0.1:9999' }, 403],
    ['a sandboxed frame', 'POST', decide, { ...json, origin: 'null' }, 403],
    ['another page that hides its origin', 'POST', decide, { ...json, 'sec-fetch-site': 'cross-site' }, 403],
    ['a form', 'POST', decide, { ...host, 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['JSON under a simple type', 'POST', decide, { ...host, 'content-type': 'text/plain' }, 415],
    [
      'JSON in another charset',
      'POST',
      decide,
      { ...host, 'content-type': 'application/json; charset=gbk' },
      415,
    ],
    ['a type with a tab', 'POST', decide, { ...host, 'content-type': 'application/json\ta' }, 415],
    [
      'a file as a form',
      'POST',
      '/api/documents?name=a.txt',
      { ...host, 'content-type': 'multipart/form-data; boundary=x' },
      415,
    ],
  ] as const)('%s', async (_why, method, url, headers, status) => {
    const asked = await server.ask(method, url, method === 'POST' ? body : undefined, headers);
    expect(asked.status).toBe(status); // 404 is the noting handler: the request was let through
    expect(server.reached.length).toBe(status === 404 ? 1 : 0);
  });
});

describe('every route', () => {
  const all = Object.entries(routes);
  it.each(all)('%s names its permission, and somebody may use it', (_name, route) => {
    expect(route.permission).toMatch(/^(public|[a-z.]+)$/);
    expect(isAllowed(callerOf(...roles), route.permission)).toBe(true);
  });
  it.each(all.filter(([, route]) => 'query' in route))(
    '%s refuses a query field nobody knows',
    async (name, route) => {
      const [method = '', path = ''] = name.split(' ');
      const url = `${path.replace(/:\w+/g, id)}?nobodyKnows=1`;
      const headers = 'body' in route ? { ...host, 'content-type': 'application/octet-stream' } : host;
      const asked = await server.ask(method === 'POST' ? 'POST' : 'GET', url, undefined, headers);
      expect(asked.status).toBe(400);
    },
  );
});

describe('an error nobody expected', () => {
  it.each([
    ['a bug of ours', new TypeError('secret /srv/path'), 500, 'server.bug'],
    [
      'a full disk under the database',
      Object.assign(new Error('no space'), { code: '53100' }),
      507,
      'storage.full',
    ],
    [
      'a database that shuts down',
      Object.assign(new Error('bye'), { code: '57P01' }),
      503,
      'database.unavailable',
    ],
    [
      'a database that is gone',
      Object.assign(new Error('connect'), { code: 'ENOENT' }),
      503,
      'database.unavailable',
    ],
    [
      'two writers in each other’s way',
      Object.assign(new Error('deadlock'), { code: '40P01' }),
      409,
      'state.changed',
    ],
  ] as const)('%s', async (_why, error, status, code) => {
    server.failure = error;
    const asked = await server.ask('GET', '/api/plans');
    server.failure = null;
    expect({ status: asked.status, code: asked.problem.code }).toEqual({ status, code });
    expect(problemOf(error)).toBe(code);
    expect(asked.text).not.toMatch(/secret|srv|at .*\.ts|deadlock|no space/);
    expect(asked.problem.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

it('every problem code has a status and words in both languages', () => {
  const isCode = (code: string): code is ProblemCode => Object.hasOwn(problemText, code);
  for (const code of Object.keys(httpStatus)) {
    const words = isCode(code) ? problemText[code] : { zh: '', en: '' };
    expect([code, words.zh.length > 0, words.en.length > 0]).toEqual([code, true, true]);
  }
});

it('answers carry the headers that keep other pages and scripts out', async () => {
  const { headers } = await server.app.inject({ url: '/openapi.json', headers: host });
  expect(headers['content-security-policy']).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
  expect(headers['content-security-policy']).not.toMatch(/unsafe/);
  expect(headers['x-content-type-options']).toBe('nosniff');
});
