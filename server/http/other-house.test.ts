// Signing in by another house, against a real provider and against one that lies.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownPath } from '../act/oidc/depart.ts';
import { addSetting } from '../store/setting.ts';
import { holders } from './matrix/standing.fixture.ts';
import { openWorld, type World } from './matrix/world.fixture.ts';
import {
  clientId,
  clientSecret,
  type LyingHouse,
  type OtherHouse,
  openLyingHouse,
  openRealHouse,
  type Token,
  visitHouse,
} from './other-house.fixture.ts';

const origin = 'http://127.0.0.1:4870';
const redirectUri = `${origin}/oidc`;

async function setHouse({ example: { context } }: World, issuer: string): Promise<void> {
  const value = { issuer, clientId, label: '浙政钉' };
  const setting = { id: randomUUID(), key: 'account.oidc', value, reason: '接入', recordedBy: null };
  await addSetting(context.db, context.jurisdiction, setting);
}

async function ask(world: World, url: string, body: unknown, cookie = '') {
  const headers = { host: '127.0.0.1:4870', 'content-type': 'application/json', cookie };
  const answer = await world.app.inject({ method: 'POST', url, headers, payload: JSON.stringify(body) });
  const set = String(answer.headers['set-cookie'] ?? '');
  return {
    status: answer.statusCode,
    json: answer.json(),
    away: /bihuan_away=([\w-]+)/.exec(set)?.[1] ?? '',
    session: /bihuan_session=([\w-]+)/.exec(set)?.[1] ?? null,
  };
}

async function depart(world: World, cookie = '', path = '/api/oidc/departures') {
  const left = await ask(world, path, { returnTo: '/indicators' }, cookie);
  expect(left.status).toBe(200);
  return { url: String(left.json.url), away: left.away };
}
const arrive = (world: World, query: string, away: string, cookie = '') =>
  ask(world, '/api/oidc/arrivals', { query }, `bihuan_away=${away}; ${cookie}`);

const said = ({ status, json, session }: Awaited<ReturnType<typeof ask>>) => [status, json.code, session];

describe('a real provider', () => {
  let world: World;
  let house: OtherHouse;
  let person = 'zhang-3';
  beforeAll(async () => {
    world = await openWorld({ oidcSecret: clientSecret, now: () => new Date() });
    house = await openRealHouse(redirectUri, () => person);
    await setHouse(world, house.issuer);
  });
  afterAll(async () => {
    await house.close();
    await world.close();
  });

  const goThere = async () => {
    const { url, away } = await depart(world);
    return { away, query: await visitHouse(url, redirectUri) };
  };
  const signedInAs = async () => {
    const [holder] = holders.filter(({ label }) => label === 'deputy');
    if (!holder) throw new Error('no such holder');
    const { accountId, headers } = await world.actor(holder, []);
    return { accountId, cookie: headers.cookie ?? '' };
  };
  const link = async (cookie: string) => {
    const { url, away } = await depart(world, cookie, '/api/oidc/links');
    return arrive(world, await visitHouse(url, redirectUri), away, cookie);
  };

  it('lets nobody in whom nobody linked, whatever the e-mail address', async () => {
    person = 'unknown';
    const { away, query } = await goThere();
    expect(said(await arrive(world, query, away))).toEqual([401, 'oidc.unknownPerson', null]);
  });
  it('links the account that is signed in, then lets the same person in by issuer and subject', async () => {
    person = 'li-4';
    const { accountId, cookie } = await signedInAs();
    expect((await link(cookie)).json).toEqual({ returnTo: '/indicators', signedIn: false });
    const { away, query } = await goThere();
    const arrived = await arrive(world, query, away);
    expect(arrived.json).toEqual({ returnTo: '/indicators', signedIn: true });
    const headers = { host: '127.0.0.1:4870', cookie: `bihuan_session=${arrived.session}` };
    const me = await world.app.inject({ url: '/api/me', headers });
    expect(me.json().accountId).toBe(accountId);
    const other = await signedInAs();
    expect(said(await link(other.cookie))).toEqual([409, 'oidc.linkedElsewhere', null]);
  });
  it('sends the verifier’s challenge, a state and a nonce', async () => {
    const asked = new URL((await depart(world)).url).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect((asked.get(name) ?? '').length).toBeGreaterThan(40);
    expect(asked.get('scope')).toBe('openid');
  });
  it.each([
    ['without a state', (query: string) => query.replace(/state=[^&]*/, '')],
    ['with another state', (query: string) => query.replace(/state=[^&]*/, 'state=forged')],
    ['with another code', (query: string) => query.replace(/code=[^&]*/, 'code=forged')],
    ['from another issuer', (query: string) => query.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Fevil.example')],
    ['with an error', (query: string) => query.replace(/code=[^&]*/, 'error=access_denied')],
  ])('an answer %s is refused', async (_why, change) => {
    person = 'li-4';
    const { away, query } = await goThere();
    expect(said(await arrive(world, change(query), away))).toEqual([400, 'oidc.refused', null]);
  });
  it('an answer counts once, and only for the browser that left', async () => {
    person = 'li-4';
    const first = await goThere();
    expect((await arrive(world, first.query, first.away)).status).toBe(200);
    expect(said(await arrive(world, first.query, first.away))).toEqual([400, 'oidc.refused', null]);
    const second = await goThere();
    expect(said(await arrive(world, second.query, first.away))).toEqual([400, 'oidc.refused', null]);
    const third = await goThere();
    expect(said(await arrive(world, third.query, ''))).toEqual([400, 'oidc.refused', null]);
  });
  it('a link is not made for somebody who signed out meanwhile', async () => {
    person = 'wang-5';
    const { cookie } = await signedInAs();
    const { url, away } = await depart(world, cookie, '/api/oidc/links');
    const query = await visitHouse(url, redirectUri);
    expect(said(await arrive(world, query, away, (await signedInAs()).cookie))).toEqual([
      400,
      'oidc.refused',
      null,
    ]);
  });
  it('does not let a suspended account in', async () => {
    person = 'zhao-6';
    const { accountId, cookie } = await signedInAs();
    await link(cookie);
    const { db, jurisdiction } = world.example.context;
    const state = { id: randomUUID(), account_id: accountId ?? '', state: 'suspended', reason: '停用' };
    await db
      .insertInto('account_state')
      .values({ jurisdiction_id: jurisdiction, ...state })
      .execute();
    const { away, query } = await goThere();
    expect(said(await arrive(world, query, away))).toEqual([401, 'oidc.unknownPerson', null]);
  });
});

describe('a house that lies', () => {
  let world: World;
  let house: LyingHouse;
  let nonce = '';
  beforeAll(async () => {
    world = await openWorld({ now: () => new Date() });
    house = await openLyingHouse(() => nonce);
    await setHouse(world, house.issuer);
  });
  afterAll(async () => {
    await house.close();
    await world.close();
  });
  const comeBack = async (change: (sound: Token) => Token) => {
    house.say(change);
    const { url, away } = await depart(world);
    const asked = new URL(url).searchParams;
    nonce = asked.get('nonce') ?? '';
    return arrive(world, `code=x&state=${asked.get('state')}`, away);
  };
  const claims = (given: object) => (sound: Token) => ({ ...sound, claims: { ...sound.claims, ...given } });
  const hour = 3600;
  const now = () => Math.floor(Date.now() / 1000);

  it('is believed when it says what is sound, so that the refusals below mean something', async () => {
    expect(said(await comeBack((sound) => sound))).toEqual([401, 'oidc.unknownPerson', null]);
  });
  it.each([
    ['for another audience', claims({ aud: 'another' })],
    ['for several audiences, given to another', claims({ aud: [clientId, 'another'], azp: 'another' })],
    ['of another issuer', claims({ iss: 'https://evil.example' })],
    ['with another nonce', claims({ nonce: 'another' })],
    ['without a nonce', (sound: Token) => ({ ...sound, claims: { ...sound.claims, nonce: undefined } })],
    ['that has expired', claims({ exp: now() - hour, iat: now() - 2 * hour })],
    ['that is not yet valid', claims({ nbf: now() + hour })],
    ['without a subject', (sound: Token) => ({ ...sound, claims: { ...sound.claims, sub: undefined } })],
    [
      'signed by nobody',
      (sound: Token) => ({ ...sound, header: { alg: 'none' }, signature: 'none' as const }),
    ],
    ['signed by a key it does not publish', (sound: Token) => ({ ...sound, signature: 'foreign' as const })],
    ['under another algorithm', (sound: Token) => ({ ...sound, header: { alg: 'HS256', kid: 'k1' } })],
    ['of an unknown key', (sound: Token) => ({ ...sound, header: { alg: 'RS256', kid: 'k9' } })],
  ])('a token %s is refused', async (_why, change) => {
    expect(said(await comeBack(change))).toEqual([400, 'oidc.refused', null]);
  });
});

it('a house that is away leaves signing in by password as it was', async () => {
  const world = await openWorld({ now: () => new Date() });
  await setHouse(world, 'http://127.0.0.1:9');
  const left = await ask(world, '/api/oidc/departures', { returnTo: '/' });
  expect([left.status, left.json.code]).toEqual([503, 'oidc.unreachable']);
  await world.close();
});

it.each([
  ['/indicators?plan=2024#a', '/indicators?plan=2024#a'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['\\\\evil.example', '/'],
  ['https:evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/\t/evil.example', '/'],
  ['/a\r\nSet-Cookie: x', '/'],
  ['/x/..//evil.example', '/'],
  ['', '/'],
  ['indicators', '/'],
  ['/@evil.example', '/@evil.example'],
])('ID-10: after signing in, %j leads to %s', (wish, path) => expect(ownPath(wish)).toBe(path));
