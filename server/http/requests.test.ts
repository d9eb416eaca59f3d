// Bad input, by a table: what is wrong, where the answer says it is, and that no handler saw it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someId as id, type NotingServer, openNotingServer } from './noting.fixture.ts';

let server: NotingServer;
beforeAll(async () => {
  server = await openNotingServer();
});
afterAll(() => server.app.close());

const decide = `/api/documents/${id}/decisions`;
const amend = `/api/commitments/${id}/amendments`;

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
    const asked = await server.ask(method, url, body);
    expect({ status: asked.status, code: asked.problem.code }).toEqual({ status, code });
    expect(asked.problem.fields.map(({ path }) => path).at(0) ?? '').toBe(field);
    expect(server.reached).toEqual([]);
  });

  it('is answered with every wrong place, not the first only', async () => {
    const { problem } = await server.ask(
      'POST',
      decide,
      JSON.stringify({ planYear: 'x', decisions: 'y', z: 1 }),
    );
    expect(problem.fields.map(({ path }) => path).sort()).toEqual([
      'body',
      'body.decisions',
      'body.planYear',
    ]);
    expect(problem.message.zh).toBe('有 3 处需要修改');
  });
});
