// What the server answers on a real database: every answer has exactly the shape that its route promises.
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documentRoutes } from '../../core/contract/documents.ts';
import { planRoutes } from '../../core/contract/plans.ts';
import type { ObjectKind } from '../../core/contract/route.ts';
import { routes } from '../../core/contract/routes.ts';
import { Problem } from '../../core/contract/shapes.ts';
import { openThrottle } from '../act/account/throttle.ts';
import { type Example, openExample } from '../act/example.fixture.ts';
import { openReadings } from '../act/readings.ts';
import { findScope as findScopeIn } from '../store/scope.ts';
import { createApp, furnish } from './app.ts';
import { callerOf, everybodyIs } from './caller.fixture.ts';
import { localDoor } from './door.ts';
import { handlersOf } from './handlers.ts';

let example: Example;
let app: FastifyInstance;
const ids = { document: '', commitment: '', reading: '' };

type Name = keyof typeof routes;
const isName = (name: string): name is Name => Object.hasOwn(routes, name);

async function call(name: Name, query = '', body?: unknown) {
  const [method = '', path = ''] = name.split(' ');
  const url = path
    .replace(':documentId', ids.document)
    .replace(':commitmentId', ids.commitment)
    .replace(':readingId', ids.reading);
  const isFile = Buffer.isBuffer(body);
  const type = isFile ? 'application/octet-stream' : 'application/json';
  return app.inject({
    method: method === 'POST' ? 'POST' : 'GET',
    url: `${url}${query}`,
    headers: { host: 'localhost:4870', ...(body === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { payload: isFile ? body : JSON.stringify(body) }),
  });
}

/** Shape and nothing beside it: a field that the contract does not name would be lost by parsing. */
function expectShape(name: Name, answer: unknown): void {
  const { response } = routes[name];
  if (!(response instanceof z.ZodType)) return;
  const parsed = response.safeParse(answer);
  expect(parsed.error?.issues ?? [], name).toEqual([]);
  expect(parsed.data, name).toEqual(answer);
}

async function upload(...lines: string[]): Promise<string> {
  const sent = await call(
    'POST /api/documents',
    '?name=%E6%B8%85%E5%8D%95.txt',
    Buffer.from(lines.join('\n')),
  );
  expect(sent.statusCode).toBe(200);
  ids.reading = sent.json().readingId;
  for (;;) {
    const progress = (await call('GET /api/readings/:readingId')).json();
    expectShape('GET /api/readings/:readingId', progress);
    if (progress.stage === 'done') return progress.documentId;
    expect(progress.problem).toBeNull();
    await wait(10);
  }
}

async function adoptAll(documentId: string, planYear: number): Promise<string[]> {
  ids.document = documentId;
  const { items } = (await call('GET /api/documents/:documentId')).json();
  const decisions = items.map(({ id }: { id: string }) => ({ itemId: id, decision: 'adopt' }));
  const decided = await call('POST /api/documents/:documentId/decisions', '', { planYear, decisions });
  expectShape('POST /api/documents/:documentId/decisions', decided.json());
  return decided.json().commitments.map(({ commitmentId }: { commitmentId: string }) => commitmentId);
}

beforeAll(async () => {
  example = await openExample();
  app = createApp('silent');
  const readings = openReadings(example.context, () => {});
  const sessions = everybodyIs(callerOf('planOffice'));
  const handlers = handlersOf(example.context, {
    readings,
    sessions,
    demonstration: null,
    version: '0.0.0',
    throttle: openThrottle(),
    oidcSecret: null,
    log: () => {},
  });
  const { db } = example.store;
  const findScope = (kind: ObjectKind, id: string) => findScopeIn(db, example.context.jurisdiction, kind, id);
  await furnish(app, {
    handlers,
    sessions,
    findScope,
    now: example.context.now,
    door: localDoor,
    webFolder: '/nowhere',
  });
});
afterAll(async () => {
  await app.close();
  await example.store.close();
});

describe('before there is anything', () => {
  it.each(['GET /api/overview', 'GET /api/commitments', 'GET /api/livelihood'] as const)(
    '%s says that there is no plan yet',
    async (name) => {
      const answer = await call(name);
      expect([answer.statusCode, Problem.parse(answer.json()).code]).toEqual([404, 'plan.none']);
    },
  );
  it('lists are empty and a search finds nothing', async () => {
    expect((await call('GET /api/plans')).json()).toEqual({ plans: [] });
    expect((await call('GET /api/search', '?words=a')).json()).toEqual({ hits: [] });
  });
});

describe('from an upload to a judged plan', () => {
  it('every answer has the shape of its route', async () => {
    const list = await upload(
      '清单 示政〔2024〕1号 2024-02-01',
      '目标 1 新建口袋公园 30 个 市园文局',
      '目标 2 改造老旧小区 200 个 市住建局',
      '任务 完善统计制度 市统计局',
    );
    const [first = ''] = await adoptAll(list, 2024);
    ids.commitment = first;
    await adoptAll(
      await upload('2024年上半年进展', '结果 新建口袋公园 12 个', '结果 改造老旧小区 60 个'),
      2024,
    );
    await adoptAll(await upload('清单 2023-02-01', '目标 1 新建口袋公园 25 个 市园文局'), 2023);
    ids.document = list;
    const amendment = { targets: [{ metric: '新建口袋公园', printed: '28', unit: '个' }], reason: '调整' };
    const amended = await call('POST /api/commitments/:commitmentId/amendments', '', amendment);
    expectShape('POST /api/commitments/:commitmentId/amendments', amended.json());
    const queries: Partial<Record<Name, string>> = { 'GET /api/search': '?words=%E5%85%AC%E5%9B%AD' };
    // The routes of other features are walked with their own objects by the permission matrix.
    for (const name of [
      ...Object.keys({ ...planRoutes, ...documentRoutes }),
      'GET /api/health',
      'GET /api/search',
    ]) {
      if (!isName(name) || !name.startsWith('GET')) continue;
      const answer = await call(name, queries[name] ?? '');
      expect(answer.statusCode, name).toBe(200);
      if (routes[name].response !== 'bytes') expectShape(name, answer.json());
    }
  });

  it('judges on the last day that figures are for, by the rules', async () => {
    const overview = (await call('GET /api/overview')).json();
    expect(overview.plan).toMatchObject({
      year: 2024,
      dataUntil: '2024-06-30',
      commitments: 3,
      documents: 2,
    });
    expect(overview).toMatchObject({ asOf: '2024-06-30', knownOn: null, elapsedShare: '0.4973' });
    const [tile] = overview.tiles.filter(({ kind }: { kind: string }) => kind === 'livelihood');
    expect([tile.total, tile.covered]).toEqual([2, 2]);
    expect(overview.attention[0].title).toBe('改造老旧小区'); // 30 % done where 50 % is due
  });

  it('filters, counts what each filter would show, sorts and pages', async () => {
    const all = (await call('GET /api/commitments', '?plan=2024')).json();
    const one = (await call('GET /api/commitments', '?plan=2024&search=%E5%8F%A3%E8%A2%8B&limit=1')).json();
    expect([all.total, one.total, one.rows.length]).toEqual([3, 1, 1]);
    expect(all.facets.unit.map(({ count }: { count: number }) => count)).toEqual([1, 1, 1]);
    const byUnit = (await call('GET /api/commitments', '?plan=2024&sort=unit&offset=1&limit=1')).json();
    expect([byUnit.total, byUnit.rows.length]).toEqual([3, 1]);
  });

  it('links the same promise of another year', async () => {
    const page = (await call('GET /api/commitments/:commitmentId')).json();
    expect(page.related.map(({ year }: { year: number }) => year)).toEqual([2023]);
    expect(page.amendments.length).toBe(1);
  });

  it('gives the file back as it came, as a download that nothing may run', async () => {
    const answer = await call('GET /api/documents/:documentId/bytes');
    expect(answer.body).toContain('新建口袋公园');
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="_.txt"; filename*=UTF-8''%E6%B8%85%E5%8D%95.txt`,
    );
    expect(answer.headers['content-security-policy']).toMatch(/^sandbox/);
  });

  it('says why a file was not read, and keeps nothing of it', async () => {
    const before = (await call('GET /api/documents')).json().documents.length;
    const sent = await call('POST /api/documents', '?name=a.txt', Buffer.from('坏'));
    ids.reading = sent.json().readingId;
    let progress = (await call('GET /api/readings/:readingId')).json();
    while (progress.stage !== 'refused') {
      await wait(10);
      progress = (await call('GET /api/readings/:readingId')).json();
    }
    expect(progress.problem).toMatchObject({ code: 'document.damaged', place: '1' });
    expect((await call('GET /api/documents')).json().documents.length).toBe(before);
  });
});

describe('what is not there', () => {
  const nobody = '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9c11';
  it.each([
    [`/api/commitments/${nobody}`, 'commitment.notFound'],
    [`/api/documents/${nobody}`, 'document.notFound'],
    [`/api/documents/${nobody}/text`, 'document.notFound'],
    [`/api/documents/${nobody}/bytes`, 'document.notFound'],
    [`/api/readings/${nobody}`, 'reading.notFound'],
    ['/api/overview?plan=1999', 'plan.notFound'],
    ['/api/overview?knownOn=2001-01-01', 'plan.none'],
  ])('%s is answered with %s', async (url, code) => {
    const answer = await app.inject({ url, headers: { host: 'localhost' } });
    expect([answer.statusCode, Problem.parse(answer.json()).code]).toEqual([404, code]);
  });
});
