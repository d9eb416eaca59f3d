// Signing in and staying signed in, over HTTP: guesses, locks, second factor, rotation, revocation, tokens, forged requests.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../core/place/role.ts';
import { isoDate } from '../../core/quantity/date.ts';
import { codeAt, stepOf } from '../act/account/totp.ts';
import { addGrants } from '../store/people/grant.ts';
import { setFactor, setPassword } from '../store/people/secret.ts';
import { openWorld, password, type World } from './matrix/world.fixture.ts';

let world: World;
let clock = new Date('2024-09-01T09:00:00+08:00');
beforeAll(async () => {
  world = await openWorld({ now: () => clock });
});
afterAll(() => world.close());
beforeEach(() => {
  clock = new Date(clock.getTime() + 60 * 60_000); // every test an hour after the one before: throttles are empty again
});
const pass = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000);
};

const host = { host: '127.0.0.1:4870' };
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

async function ask(
  method: Method,
  url: string,
  given: { body?: unknown; cookie?: string; bearer?: string } = {},
) {
  const { body, cookie, bearer } = given;
  const answer = await world.app.inject({
    method,
    url,
    headers: {
      ...host,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === undefined ? {} : { cookie: `bihuan_session=${cookie}` }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
    ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const set = answer.headers['set-cookie'];
  const session = /bihuan_session=([\w-]+)/.exec(String(set ?? ''))?.[1] ?? null;
  return {
    status: answer.statusCode,
    json: answer.json(),
    headers: answer.headers,
    session,
    set: String(set ?? ''),
  };
}

let made = 0;
async function someone(...roles: Role[]): Promise<{ login: string; id: string }> {
  made += 1;
  const login = `person-${made}`;
  const id = await world.newAccount(login);
  const { db, jurisdiction } = world.example.context;
  const rest = { place: null, unit: '市建委', from: isoDate('2024-01-01'), to: null, recordedBy: null };
  await addGrants(
    db,
    jurisdiction,
    roles.map((role) => ({ id: randomUUID(), accountId: id, role, ...rest })),
  );
  return { login, id };
}
/** The last use of a session is noted beside the answer, not before it: waits until it is. */
async function noted(): Promise<void> {
  const usedNow = async () => {
    const { rows } =
      await sql`SELECT FROM session WHERE seen_at = ${clock.toISOString()}::timestamptz`.execute(
        world.example.context.db,
      );
    return rows.length;
  };
  await expect.poll(usedNow, { timeout: 60_000, interval: 10 }).toBeGreaterThan(0);
}
const signIn = (login: string, given: { password?: string; code?: string; cookie?: string } = {}) => {
  const { cookie, ...body } = given;
  return ask('POST', '/api/session', { body: { login, password, ...body }, ...(cookie ? { cookie } : {}) });
};
async function cookieOf(login: string): Promise<string> {
  return (await signIn(login)).session ?? '';
}
const secret = Buffer.alloc(20, 5);
const giveFactor = (id: string) =>
  setFactor(world.example.context.db, world.example.context.jurisdiction, id, {
    secret,
    step: 0,
    codeHashes: ['0'.repeat(64)],
  });
const codeNow = () => codeAt(secret, stepOf(clock));
const codeOf = async (what: Promise<{ status: number; json: { code?: string } }>) => {
  const { status, json } = await what;
  return [status, json.code];
};

describe('guessing', () => {
  it('locks after five wrong tries, says for how long, and opens again', async () => {
    const { login } = await someone('leadUnit');
    for (let each = 0; each < 5; each++)
      expect(await codeOf(signIn(login, { password: `wrong-${each}` }))).toEqual([401, 'login.wrong']);
    const locked = await signIn(login);
    expect([locked.status, locked.json.code]).toEqual([429, 'login.locked']);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(60);
    pass(16);
    expect((await signIn(login)).status).toBe(200);
  });
  it('tells nobody which accounts there are', async () => {
    const { login } = await someone();
    const [there, not] = [
      await signIn(login, { password: 'wrong' }),
      await signIn('nobody-here', { password: 'wrong' }),
    ];
    const said = ({ status, json }: typeof there) => [status, json.code, json.message];
    expect(said(there)).toEqual(said(not));
  });
  it('counts on every route that checks a password, in one count (CVE-2026-22603)', async () => {
    const { login } = await someone('leadUnit');
    const cookie = await cookieOf(login);
    const next = 'Opening-the-loop-8';
    const tries = [
      () => ask('POST', '/api/me/password', { cookie, body: { current: 'wrong', next } }),
      () => ask('POST', '/api/session/proof', { cookie, body: { password: 'wrong' } }),
      () =>
        ask('POST', '/api/me/second-factor/removal', { cookie, body: { password: 'wrong', code: '123456' } }),
      () => signIn(login, { password: 'wrong' }),
      () => ask('POST', '/api/me/password', { cookie, body: { current: 'wrong', next } }),
    ];
    for (const attempt of tries) expect(await codeOf(attempt())).toEqual([401, 'login.wrong']);
    for (const attempt of tries) {
      const answer = await attempt();
      expect([answer.status, answer.headers['retry-after'] !== undefined]).toEqual([429, true]);
    }
  });
  it('slows an address down that tries many accounts', async () => {
    const chief = await cookieOf((await someone('administrator')).login);
    const body = { key: 'account.addressTries', value: 10, reason: '演练' };
    expect((await ask('POST', '/api/settings', { cookie: chief, body })).status).toBe(200);
    for (let each = 0; each < 10; each++) await signIn(`guess-${each}`, { password: 'x' });
    const slowed = await signIn('guess-61', { password: 'x' });
    expect([slowed.status, slowed.json.code]).toEqual([429, 'login.tooMany']);
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
    pass(16);
    expect(await codeOf(signIn('guess-61', { password: 'x' }))).toEqual([401, 'login.wrong']);
    await ask('POST', '/api/settings', { cookie: chief, body: { ...body, value: 60 } });
  });
  it('cannot keep an owner out who has a second factor', async () => {
    const { login, id } = await someone('leadUnit');
    await giveFactor(id);
    for (let each = 0; each < 5; each++) await signIn(login, { password: 'wrong' });
    expect(await codeOf(signIn(login))).toEqual([429, 'login.locked']);
    expect(await codeOf(signIn(login, { code: '000000' }))).toEqual([429, 'login.locked']);
    expect((await signIn(login, { code: codeNow() })).status).toBe(200);
  });
});

describe('the second factor', () => {
  it('is set by its first code, asked for afterwards, and each code counts once', async () => {
    const { login } = await someone('leadUnit');
    const cookie = await cookieOf(login);
    const offered = await ask('POST', '/api/me/second-factor', { cookie });
    expect(offered.json.uri).toMatch(/^otpauth:\/\/totp\//);
    expect(offered.json.picture).toMatch(/^data:image\/svg\+xml;base64,/);
    const own = Buffer.from(bytesOf(offered.json.secret));
    expect(await codeOf(ask('PUT', '/api/me/second-factor', { cookie, body: { code: '000000' } }))).toEqual([
      401,
      'login.codeWrong',
    ]);
    const set = await ask('PUT', '/api/me/second-factor', {
      cookie,
      body: { code: codeAt(own, stepOf(clock)) },
    });
    expect(set.json.recoveryCodes).toHaveLength(10);
    expect(await codeOf(signIn(login))).toEqual([401, 'login.secondFactor']);
    expect(await codeOf(signIn(login, { code: codeAt(own, stepOf(clock)) }))).toEqual([
      401,
      'login.codeWrong',
    ]); // it set the factor
    pass(1);
    const code = codeAt(own, stepOf(clock));
    expect((await signIn(login, { code })).status).toBe(200);
    expect(await codeOf(signIn(login, { code }))).toEqual([401, 'login.codeWrong']);
    const [recovery] = set.json.recoveryCodes;
    expect((await signIn(login, { code: recovery.toUpperCase() })).status).toBe(200);
    expect(await codeOf(signIn(login, { code: recovery }))).toEqual([401, 'login.codeWrong']);
  });
  it('of ten tries with one code at once, one counts', async () => {
    const { login, id } = await someone('leadUnit');
    await giveFactor(id);
    const code = codeNow();
    const all = await Promise.all(Array.from({ length: 4 }, () => signIn(login, { code })));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
  });
  it('may be asked of everybody: nothing else is answered until it is set', async () => {
    const chief = await cookieOf((await someone('administrator')).login);
    const rule = { key: 'account.secondFactor', value: 'everybody', reason: '等保三级' };
    expect((await ask('POST', '/api/settings', { cookie: chief, body: rule })).status).toBe(200);
    const { login } = await someone('supervisionOffice');
    const signedIn = await signIn(login);
    expect(signedIn.json.mustSetFactor).toBe(true);
    const cookie = signedIn.session ?? '';
    expect(await codeOf(ask('GET', '/api/settings', { cookie }))).toEqual([403, 'account.mustSetFactor']);
    const offered = await ask('POST', '/api/me/second-factor', { cookie });
    const code = codeAt(Buffer.from(bytesOf(offered.json.secret)), stepOf(clock));
    expect((await ask('PUT', '/api/me/second-factor', { cookie, body: { code } })).status).toBe(200);
    expect((await ask('GET', '/api/settings', { cookie })).status).toBe(200);
    await ask('POST', '/api/settings', { cookie: chief, body: { ...rule, value: 'nobody' } });
  });
});

describe('a session', () => {
  it('ends when it is not used, and at the latest after its whole life', async () => {
    const { login } = await someone('supervisionOffice');
    const idle = await cookieOf(login);
    pass(31);
    expect(await codeOf(ask('GET', '/api/me/sessions', { cookie: idle }))).toEqual([401, 'session.ended']);
    const busy = await cookieOf(login);
    for (let each = 0; each < 25; each++) {
      pass(29);
      const { status } = await ask('GET', '/api/me/sessions', { cookie: busy });
      expect([each, status]).toEqual([each, each < 24 ? 200 : 401]);
      if (status === 200) await noted();
    }
  });
  it('is a new one at each sign-in; the one before is dead (CVE-2025-4644)', async () => {
    const { login } = await someone('leadUnit');
    const before = await cookieOf(login);
    const after = (await signIn(login, { cookie: before })).session ?? '';
    expect(after).not.toBe(before);
    expect((await ask('GET', '/api/me/sessions', { cookie: before })).status).toBe(401);
    expect((await ask('GET', '/api/me/sessions', { cookie: after })).status).toBe(200);
  });
  it('cannot be chosen from outside: an unknown cookie is nobody', async () => {
    const chosen = 'a'.repeat(43);
    const { login } = await someone('leadUnit');
    const { session } = await signIn(login, { cookie: chosen });
    expect(session).not.toBe(chosen);
    expect((await ask('GET', '/api/me', { cookie: chosen })).json.accountId).toBeNull();
  });
  it('travels in a cookie that scripts and other sites do not get', async () => {
    const { login } = await someone('leadUnit');
    expect((await signIn(login)).set).toMatch(/; Path=\/; HttpOnly; SameSite=Lax/);
  });
  it('is listed and ended from another browser', async () => {
    const { login } = await someone('leadUnit');
    const [here, there] = [await cookieOf(login), await cookieOf(login)];
    const { sessions } = (await ask('GET', '/api/me/sessions', { cookie: here })).json;
    const other = sessions.find(({ isThis }: { isThis: boolean }) => !isThis);
    expect((await ask('DELETE', `/api/me/sessions/${other.id}`, { cookie: here })).status).toBe(200);
    expect((await ask('GET', '/api/me/sessions', { cookie: there })).status).toBe(401);
  });
});

describe('revocation takes effect with the next request', () => {
  it.each(['suspended', 'password', 'role'] as const)('%s', async (what) => {
    const chief = await cookieOf((await someone('administrator')).login);
    const { login, id } = await someone('supervisionOffice');
    const cookie = await cookieOf(login);
    const wish = { label: '程序', scopes: ['setting.read'], days: 30 };
    const { token } = (await ask('POST', '/api/me/tokens', { cookie, body: wish })).json;
    const reach = async () => [
      (await ask('GET', '/api/settings', { cookie })).status,
      (await ask('GET', '/api/settings', { bearer: token })).status,
    ];
    expect(await reach()).toEqual([200, 200]);
    if (what === 'suspended') {
      const body = { state: 'suspended', reason: '调离' };
      expect((await ask('POST', `/api/accounts/${id}/state`, { cookie: chief, body })).status).toBe(200);
      expect(await reach()).toEqual([401, 401]);
      expect(await codeOf(signIn(login))).toEqual([401, 'login.wrong']);
    } else if (what === 'password') {
      const body = { current: password, next: 'Opening-the-loop-8' };
      const changed = await ask('POST', '/api/me/password', { cookie, body });
      expect(changed.status).toBe(200);
      expect(await reach()).toEqual([401, 401]);
      expect((await ask('GET', '/api/settings', { cookie: changed.session ?? '' })).status).toBe(200);
    } else {
      const { accounts } = (await ask('GET', '/api/accounts', { cookie: chief })).json;
      const { grants } = accounts.find((each: { id: string }) => each.id === id);
      const body = { grantId: grants[0].id, reason: '调离' };
      expect((await ask('POST', `/api/accounts/${id}/withdrawals`, { cookie: chief, body })).status).toBe(
        200,
      );
      expect(await reach()).toEqual([403, 403]);
    }
  });
});

describe('an access token', () => {
  it('never gives a cookie, never makes tokens, and is good for its scopes only (CVE-2023-31139)', async () => {
    const { login } = await someone('administrator');
    const cookie = await cookieOf(login);
    const make = (scopes: string[], days = 30) =>
      ask('POST', '/api/me/tokens', { cookie, body: { label: '程序', scopes, days } });
    expect(await codeOf(make(['account.manage']))).toEqual([422, 'token.scopeForbidden']);
    expect(await codeOf(make(['plan.adopt']))).toEqual([422, 'token.scopeForbidden']); // not the owner's either
    expect(await codeOf(make(['plan.read'], 400))).toEqual([422, 'token.tooLong']);
    const { token } = (await make(['plan.read'])).json;
    const all = [
      await ask('GET', '/api/me', { bearer: token }),
      await ask('GET', '/api/plans', { bearer: token }),
      await ask('GET', '/api/accounts', { bearer: token }),
      await ask('POST', '/api/me/tokens', {
        bearer: token,
        body: { label: 'x', scopes: ['plan.read'], days: 1 },
      }),
      await ask('DELETE', '/api/session', { bearer: token }),
    ];
    expect(all.map(({ status }) => status)).toEqual([200, 200, 403, 403, 403]);
    expect(all.map(({ set }) => set)).toEqual(all.map(() => ''));
    expect((await ask('GET', '/api/accounts', { cookie: token })).status).toBe(401); // not as a cookie
    expect((await ask('GET', '/api/accounts', { bearer: cookie })).status).toBe(401); // nor a session as a bearer
    pass(31 * 24 * 60);
    expect((await ask('GET', '/api/plans', { bearer: token })).status).toBe(200); // the public may read plans
    expect((await ask('GET', '/api/me', { bearer: token })).json.accountId).toBeNull();
  });
});

describe('what comes before everything else', () => {
  it('a first password is changed first', async () => {
    const { login, id } = await someone('supervisionOffice');
    const chief = await cookieOf((await someone('administrator')).login);
    const body = { reason: '首次开通' };
    const first = (await ask('POST', `/api/accounts/${id}/first-password`, { cookie: chief, body })).json
      .password;
    const cookie = (await signIn(login, { password: first })).session ?? '';
    expect(await codeOf(ask('GET', '/api/settings', { cookie }))).toEqual([
      403,
      'account.mustChangePassword',
    ]);
    const next = 'Opening-the-loop-8';
    const changed = await ask('POST', '/api/me/password', { cookie, body: { current: first, next } });
    expect((await ask('GET', '/api/settings', { cookie: changed.session ?? '' })).status).toBe(200);
  });
  it('a password that is too old is changed first', async () => {
    const { login, id } = await someone('supervisionOffice');
    pass(91 * 24 * 60);
    const signedIn = await signIn(login);
    expect(signedIn.json.mustChangePassword).toBe(true);
    expect(id).not.toBe('');
  });
  it('what is sensitive asks for a recent proof', async () => {
    const { login } = await someone('administrator');
    const cookie = await cookieOf(login);
    pass(29);
    await ask('GET', '/api/me/sessions', { cookie });
    await noted();
    pass(5);
    const body = { key: 'supervise.warnAhead', value: 6, reason: '督查室通知' };
    expect(await codeOf(ask('POST', '/api/settings', { cookie, body }))).toEqual([
      403,
      'session.proofNeeded',
    ]);
    expect((await ask('POST', '/api/session/proof', { cookie, body: { password } })).status).toBe(200);
    expect((await ask('POST', '/api/settings', { cookie, body })).status).toBe(200);
  });
  it.each([
    ['short', 'Aa1!aaaa'],
    ['one kind of sign', 'abcdefghijklmnop'],
    ['holds the account name', 'Xx1!NAME'],
    ['common', 'Password2024!'],
    ['keys in a row', '1qaz2wsx!QAZ'],
    ['the old one', password],
  ])('a new password is refused: %s', async (_why, wish) => {
    const { login } = await someone('leadUnit');
    const cookie = await cookieOf(login);
    const next = wish.replace('NAME', login);
    const answer = await ask('POST', '/api/me/password', { cookie, body: { current: password, next } });
    expect([answer.status, answer.json.code.startsWith('account.password')]).toEqual([422, true]);
  });
});

describe('an administrator', () => {
  it('does nothing to the own account, so that two people stand behind every change', async () => {
    const { login, id } = await someone('administrator');
    const cookie = await cookieOf(login);
    const grant = { role: 'supervisionOffice', place: null, unit: null, from: '2024-01-01', to: null };
    const reason = { reason: '测试' };
    const all = [
      ask('POST', `/api/accounts/${id}/grants`, { cookie, body: grant }),
      ask('POST', `/api/accounts/${id}/state`, { cookie, body: { state: 'suspended', ...reason } }),
      ask('POST', `/api/accounts/${id}/first-password`, { cookie, body: reason }),
      ask('POST', `/api/accounts/${id}/factor-removal`, { cookie, body: reason }),
    ];
    for (const answer of all) expect(await codeOf(answer)).toEqual([422, 'account.self']);
  });
});

describe('forged and twisted requests', () => {
  it.each([
    ['an array', { login: ['a', 'b'], password: 'x' }],
    ['an object', { login: { $ne: null }, password: 'x' }],
    ['a number', { login: 1, password: 'x' }],
    ['null', { login: null, password: 'x' }],
    ['a password in a list', { login: 'a', password: ['x'] }],
  ])('ID-01: a scalar sent as %s', async (_why, body) => {
    expect((await ask('POST', '/api/session', { body })).status).toBe(400);
  });
  it.each([
    '/api/accounts%2F',
    '/api//accounts',
    '/api/%2e%2e/api/accounts',
    '/API/ACCOUNTS',
    '/api/accounts/',
    '/api/accounts.',
    '/api/accounts;x=1',
    '/api/%61ccounts',
    '/api/accounts%00',
    '/api/accounts%252F',
    '//api/accounts',
    '/api/./accounts',
    '/api/accounts?login=a&login=b',
    '/%2fapi/accounts',
    '/api\\accounts',
    '/api/accounts%20',
  ])('ID-07: %s is never answered to a visitor', async (url) => {
    const answer = await world.app.inject({ method: 'GET', url, headers: host });
    const isPage = String(answer.headers['content-type']).startsWith('text/html');
    expect(answer.statusCode === 200 && !isPage).toBe(false);
    expect(answer.body).not.toContain('person-');
  });
  it.each([
    ['text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['multipart', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['another origin', { 'content-type': 'application/json', origin: 'https://example.org' }],
    ['a sandboxed origin', { 'content-type': 'application/json', origin: 'null' }],
    ['another site', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'content-type': 'application/json', 'sec-fetch-site': 'same-site' }],
  ])('ID-11: a write as %s', async (_why, headers) => {
    const { login } = await someone('administrator');
    const cookie = `bihuan_session=${await cookieOf(login)}`;
    const body = JSON.stringify({ key: 'supervise.warnAhead', value: 9, reason: '伪造' });
    const sent = { method: 'POST' as const, url: '/api/settings', payload: body };
    const answer = await world.app.inject({ ...sent, headers: { ...host, cookie, ...headers } });
    expect([403, 415]).toContain(answer.statusCode);
  });
  it('ID-11: a method in a header or a query changes nothing', async () => {
    const { login } = await someone('leadUnit');
    const cookie = await cookieOf(login);
    const headers = { ...host, cookie: `bihuan_session=${cookie}`, 'x-http-method-override': 'DELETE' };
    await world.app.inject({ method: 'GET', url: '/api/session?_method=DELETE', headers });
    expect((await ask('GET', '/api/me/sessions', { cookie })).status).toBe(200);
  });
});

it('ID-08: an id is never given twice: accounts stay, and their names with them', async () => {
  const { login, id } = await someone('leadUnit');
  const { db, jurisdiction } = world.example.context;
  await expect(db.deleteFrom('account').where('id', '=', id).execute()).rejects.toThrow(/permission denied/);
  await setPassword(db, jurisdiction, id, { password: null, mustChange: false, now: clock });
  await expect(world.newAccount(login)).rejects.toThrow();
});

const bytesOf = (printed: string): Buffer => {
  let bits = '';
  for (const sign of printed)
    bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};
