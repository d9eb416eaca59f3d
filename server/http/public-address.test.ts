// Behind a proxy under a public name with TLS: who is let in, and what the session's cookie is bound to.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSetting } from '../store/setting.ts';
import { openWorld, password, type World } from './matrix/world.fixture.ts';

const name = 'duban.example.cn';
let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { db, jurisdiction } = world.example.context;
  await addSetting(db, jurisdiction, {
    ...{ id: randomUUID(), key: 'site.publicAddress', value: `https://${name}`, reason: '上线' },
    recordedBy: null,
  });
  await world.newAccount('someone');
});
afterAll(() => world.close());

const signIn = (headers: Record<string, string>) =>
  world.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify({ login: 'someone', password }),
  });

describe('the public address', () => {
  it('binds the cookie to the host and to TLS, and takes no other', async () => {
    const answer = await signIn({ host: name, origin: `https://${name}` });
    expect(answer.statusCode).toBe(200);
    const set = String(answer.headers['set-cookie']);
    expect(set).toMatch(/^__Host-bihuan_session=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    const token = /=([\w-]+);/.exec(set)?.[1] ?? '';
    const me = (cookie: string) =>
      world.app.inject({ method: 'GET', url: '/api/me', headers: { host: name, cookie } });
    expect((await me(`__Host-bihuan_session=${token}`)).json()).toMatchObject({ login: 'someone' });
    expect((await me(`bihuan_session=${token}`)).json()).not.toMatchObject({ login: 'someone' });
  });

  it.each([
    ['another name', { host: 'evil.example', origin: 'https://evil.example' }],
    ['a page without TLS under our name', { host: name, origin: `http://${name}` }],
    ['another site’s page', { host: name, origin: 'https://evil.example' }],
    ['a forwarded name that is ours', { host: 'evil.example', 'x-forwarded-host': name }],
  ])('refuses %s', async (_why, headers) => {
    const answer = await signIn(headers);
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'request.originForbidden']);
  });

  it('still answers this machine, without TLS', async () => {
    const answer = await signIn({ host: '127.0.0.1:4870', origin: 'http://127.0.0.1:4870' });
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^bihuan_session=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });
});
