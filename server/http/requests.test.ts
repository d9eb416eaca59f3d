// What the server lets in: bad input by a table, foreign pages refused, every problem in one shape.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../core/contract/routes.ts';
import { Problem } from '../../core/contract/shapes.ts';
import { type ProblemCode, problemText } from '../../core/vocabulary/problem.ts';
import { createApp, furnish } from './app.ts';
import type { Handlers } from './handler.ts';
import { isAllowed } from './permission.ts';
import { httpStatus, problemOf } from './problem.ts';

let app: FastifyInstance;
let reached: string[] = [];
let failure: unknown = null;

/** Handlers that only note that they were reached: whatever gets here was let through. */
const noting = new Proxy({} as Handlers, {
  get: (_, name) => async () => {
    reached.push(String(name));
    if (failure) throw failure;
    return { ok: false, code: 'plan.none', params: {} };
  },
});

beforeAll(async () => {
  app = createApp('silent');
  await furnish(app, { handlers: noting, webFolder: '/nowhere' });
});
afterAll(() => app.close());

const id = '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9c11';
const host = { host: '127.0.0.1:4870' };
const json = { ...host, 'content-type': 'application/json' };
const decide = `/api/documents/${id}/decisions`;
const amend = `/api/commitments/${id}/amendments`;

async function ask(
  method: 'GET' | 'POST',
  url: string,
  body?: string,
  headers: Record<string, string> = json,
) {
  reached = [];
  const answer = await app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) });
  return { status: answer.statusCode, answer, problem: Problem.parse(answer.json()) };
}

const aDecision = (given: object): string =>
  JSON.stringify({ planYear: 2024, decisions: [{ itemId: id, decision: 'adopt' }], ...given });
const anAmendment = (given: object): string =>
  JSON.stringify({ targets: [{ metric: '增速', printed: '5%', unit: '%' }], reason: '调整', ...given });

describe('bad input', () => {
  it.each([
    // why this row is here          method  url                               body                             status code             field
    [
      'a query field nobody knows',
      'GET',
      '/api/overview?colour=red',
      undefined,
      400,
      'request.invalid',
      'query',
    ],
    [
      'a day that does not exist',
      'GET',
      '/api/overview?asOf=2025-02-30',
      undefined,
      400,
      'date.invalid',
      'query.asOf',
    ],
    [
      '29 February of a common year',
      'GET',
      '/api/overview?asOf=2026-02-29',
      undefined,
      400,
      'date.invalid',
      'query.asOf',
    ],
    [
      'a month without a day',
      'GET',
      '/api/overview?asOf=2025-06',
      undefined,
      400,
      'date.invalid',
      'query.asOf',
    ],
    [
      'one scalar sent twice',
      'GET',
      '/api/overview?plan=2024&plan=2025',
      undefined,
      400,
      'request.invalid',
      'query.plan',
    ],
    ['an array for a scalar', 'GET', '/api/overview?plan[]=2024', undefined, 400, 'request.invalid', 'query'],
    [
      'a status that is none',
      'GET',
      '/api/commitments?status=fine',
      undefined,
      400,
      'request.invalid',
      'query.status',
    ],
    [
      'a limit of a million',
      'GET',
      '/api/commitments?limit=1000000',
      undefined,
      400,
      'request.invalid',
      'query.limit',
    ],
    [
      'half a row as limit',
      'GET',
      '/api/commitments?limit=1.5',
      undefined,
      400,
      'request.invalid',
      'query.limit',
    ],
    [
      '1e400 as limit',
      'GET',
      '/api/commitments?limit=1e400',
      undefined,
      400,
      'number.invalid',
      'query.limit',
    ],
    ['words as limit', 'GET', '/api/commitments?limit=ten', undefined, 400, 'number.invalid', 'query.limit'],
    ['NUL in a search', 'GET', '/api/search?words=a%00b', undefined, 400, 'text.invalid', 'query.words'],
    [
      'a sort by anything',
      'GET',
      '/api/commitments?sort=id;drop',
      undefined,
      400,
      'request.invalid',
      'query.sort',
    ],
    [
      'an id that is none',
      'GET',
      '/api/commitments/1',
      undefined,
      400,
      'request.invalid',
      'params.commitmentId',
    ],
    [
      '__proto__ in the query',
      'GET',
      '/api/overview?__proto__=x',
      undefined,
      400,
      'request.invalid',
      'query',
    ],
    ['no body', 'POST', decide, undefined, 400, 'request.invalid', ''],
    ['half a JSON', 'POST', decide, '{"planYear":', 400, 'request.invalid', ''],
    ['null for the body', 'POST', decide, 'null', 400, 'request.invalid', 'body'],
    ['an array for the body', 'POST', decide, '[]', 400, 'request.invalid', 'body'],
    [
      'a body field nobody knows',
      'POST',
      decide,
      aDecision({ role: 'admin' }),
      400,
      'request.invalid',
      'body',
    ],
    [
      'an inner field nobody knows',
      'POST',
      decide,
      aDecision({ decisions: [{ itemId: id, decision: 'adopt', by: 'x' }] }),
      400,
      'request.invalid',
      'body.decisions.0',
    ],
    [
      'text for a number',
      'POST',
      decide,
      aDecision({ planYear: '2024' }),
      400,
      'request.invalid',
      'body.planYear',
    ],
    [
      'an array for a number',
      'POST',
      decide,
      aDecision({ planYear: [2024] }),
      400,
      'request.invalid',
      'body.planYear',
    ],
    [
      '1e400 for a number',
      'POST',
      decide,
      `{"planYear":1e400,"decisions":[{"itemId":"${id}","decision":"adopt"}]}`,
      400,
      'number.invalid',
      'body.planYear',
    ],
    ['half a year', 'POST', decide, aDecision({ planYear: 2024.5 }), 400, 'request.invalid', 'body.planYear'],
    [
      'a year of no plan',
      'POST',
      decide,
      aDecision({ planYear: 1 }),
      400,
      'request.invalid',
      'body.planYear',
    ],
    [
      'nothing to decide',
      'POST',
      decide,
      aDecision({ decisions: [] }),
      400,
      'request.invalid',
      'body.decisions',
    ],
    [
      '30 February in a body',
      'POST',
      decide,
      aDecision({ decisions: [{ itemId: id, decision: 'adopt', edit: { dueOn: '2024-02-30' } }] }),
      400,
      'date.invalid',
      'body.decisions.0.edit.dueOn',
    ],
    [
      'half a surrogate pair',
      'POST',
      amend,
      anAmendment({ reason: 'a\ud800b' }),
      400,
      'text.invalid',
      'body.reason',
    ],
    [
      'NUL in a reason',
      'POST',
      amend,
      anAmendment({ reason: 'a\u0000' }),
      400,
      'text.invalid',
      'body.reason',
    ],
    ['an empty reason', 'POST', amend, anAmendment({ reason: '' }), 400, 'request.invalid', 'body.reason'],
    [
      'a reason without end',
      'POST',
      amend,
      anAmendment({ reason: '长'.repeat(2001) }),
      400,
      'request.invalid',
      'body.reason',
    ],
    [
      '__proto__ in a body',
      'POST',
      amend,
      '{"__proto__":{"admin":true},"reason":"x"}',
      400,
      'request.invalid',
      '',
    ],
    [
      'more JSON than anybody writes',
      'POST',
      amend,
      anAmendment({ reason: 'a'.repeat(3_000_000) }),
      413,
      'request.tooLarge',
      '',
    ],
    ['an address that is none', 'GET', '/api/nothing', undefined, 404, 'route.notFound', ''],
    ['a verb that is none', 'POST', '/api/overview', '{}', 404, 'route.notFound', ''],
    ['a path that is no path', 'GET', '/api/%zz', undefined, 404, 'route.notFound', ''],
  ] as const)('%s', async (_why, method, url, body, status, code, field) => {
    const asked = await ask(method, url, body);
    expect({ status: asked.status, code: asked.problem.code }).toEqual({ status, code });
    expect(asked.problem.fields.map(({ path }) => path).at(0) ?? '').toBe(field);
    expect(reached).toEqual([]);
  });

  it('is answered with every wrong place, not the first only', async () => {
    const { problem } = await ask('POST', decide, JSON.stringify({ planYear: 'x', decisions: 'y', z: 1 }));
    expect(problem.fields.map(({ path }) => path).sort()).toEqual([
      'body',
      'body.decisions',
      'body.planYear',
    ]);
    expect(problem.message.zh).toBe('有 3 处需要修改');
  });
});

describe('where a request may come from', () => {
  const body = aDecision({});
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
    const asked = await ask(method, url, method === 'POST' ? body : undefined, headers);
    expect(asked.status).toBe(status); // 404 is the noting handler: the request was let through
    expect(reached.length).toBe(status === 404 ? 1 : 0);
  });
});

describe('every route', () => {
  const all = Object.entries(routes);
  it.each(all)('%s names its permission, and somebody may use it', (_name, route) => {
    expect(route.permission).toMatch(/^(public|[a-z]+\.[a-z]+)$/);
    expect(isAllowed(route.permission)).toBe(true);
  });
  it.each(all.filter(([, route]) => 'query' in route))(
    '%s refuses a query field nobody knows',
    async (name) => {
      const [method = '', path = ''] = name.split(' ');
      const url = `${path.replace(/:\w+/g, id)}?nobodyKnows=1`;
      const headers =
        'body' in (routes[name as keyof typeof routes] ?? {})
          ? { ...host, 'content-type': 'application/octet-stream' }
          : host;
      const asked = await ask(method as 'GET' | 'POST', url, undefined, headers);
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
    failure = error;
    const asked = await ask('GET', '/api/plans');
    failure = null;
    expect({ status: asked.status, code: asked.problem.code }).toEqual({ status, code });
    expect(problemOf(error)).toBe(code);
    expect(asked.answer.body).not.toMatch(/secret|srv|at .*\.ts|deadlock|no space/);
    expect(asked.problem.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

it('every problem code has a status and words in both languages', () => {
  for (const code of Object.keys(httpStatus)) {
    const words = problemText[code as ProblemCode];
    expect([code, words.zh.length > 0, words.en.length > 0]).toEqual([code, true, true]);
  }
});

it('answers carry the headers that keep other pages and scripts out', async () => {
  const { headers } = await app.inject({ url: '/openapi.json', headers: host });
  expect(headers['content-security-policy']).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
  expect(headers['content-security-policy']).not.toMatch(/unsafe/);
  expect(headers['x-content-type-options']).toBe('nosniff');
});
