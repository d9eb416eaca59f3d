// Samples of people's routes: accounts, sessions, tokens.
import { createHash, randomUUID } from 'node:crypto';
import { isoDate } from '../../../core/quantity/date.ts';
import { codeAt, stepOf } from '../../act/account/totp.ts';
import { addGrants } from '../../store/people/grant.ts';
import { addInvitation } from '../../store/people/invitation.ts';
import { offerFactor, setFactor } from '../../store/people/secret.ts';
import { addSession } from '../../store/people/session.ts';
import type { KindFixture, RouteSample } from './kind.fixture.ts';
import { password, type World } from './world.fixture.ts';

async function newSession(world: World, accountId: string, means: 'password' | 'token'): Promise<string> {
  const { db, jurisdiction, now } = world.example.context;
  const id = randomUUID();
  const scopes = means === 'token' ? ['plan.read'] : null;
  const expiresAt = new Date(now().getTime() + 3_600_000);
  const rest = {
    agent: '',
    label: '',
    idleMinutes: 30,
    expiresAt,
    scopes,
    now: now(),
    provedUntil: now(),
    awaitsFactor: false,
  };
  const tokenSha256 = `${id}${id}`.replaceAll('-', '');
  await addSession(db, jurisdiction, { id, tokenSha256, accountId, means, ...rest });
  return id;
}

/** An account whose one role is held in that place; a role of the whole city where there is none. */
async function newAccountIn(world: World, place: string | null): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  const accountId = await world.newAccount();
  const role = place === null ? 'planOffice' : 'street';
  const grant = { role, place, unit: null, from: isoDate('2024-01-01'), to: null } as const;
  await addGrants(db, jurisdiction, [{ id: randomUUID(), accountId, recordedBy: null, ...grant }]);
  return accountId;
}

async function newInvitation(world: World, place: string | null): Promise<string> {
  const { db, jurisdiction, now } = world.example.context;
  const id = randomUUID();
  const grant = { role: 'street', place, unit: null, from: isoDate('2024-01-01'), to: null } as const;
  const rest = {
    name: '示例岗位',
    mail: '',
    expiresAt: new Date(now().getTime() + 3_600_000),
    recordedBy: null,
  };
  await addInvitation(db, jurisdiction, { id, codeSha256: hashOf(id), ...grant, ...rest });
  return id;
}

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

export const accountKinds = {
  account: { axes: ['place'], make: (world, { place }) => newAccountIn(world, place) },
  invitation: { axes: ['place'], make: (world, { place }) => newInvitation(world, place) },
  session: { axes: ['owner'], make: (world, { owner }) => newSession(world, owner, 'password') },
  token: { axes: ['owner'], make: (world, { owner }) => newSession(world, owner, 'token') },
} as const satisfies Readonly<Record<string, KindFixture>>;

export const accountSamples = {
  'POST /api/session': {
    request: async ({ world }) => {
      const login = `b${randomUUID().slice(0, 18)}`;
      await world.newAccount(login);
      return { body: { login, password } };
    },
  },
  'DELETE /api/session': { about: { none: 'ends the session that the request came by' } },
  'POST /api/session/proof': {
    about: { none: 'proves the caller for the session that the request came by' },
    request: () => ({ body: { password } }),
  },
  'GET /api/me/sessions': { about: { kind: 'session' } },
  'POST /api/me/password': {
    about: { none: 'the caller’s own password' },
    request: () => ({ body: { current: password, next: 'Opening-the-loop-8' } }),
  },
  'POST /api/me/second-factor': { about: { none: 'the caller’s own second factor' } },
  'PUT /api/me/second-factor': {
    about: { none: 'the caller’s own second factor' },
    request: async ({ world, accountId }) => {
      const { db, jurisdiction, now } = world.example.context;
      const secret = Buffer.alloc(20, 7);
      if (accountId !== null) await offerFactor(db, jurisdiction, accountId, secret);
      return { body: { code: codeAt(secret, stepOf(now())) } };
    },
  },
  'POST /api/me/second-factor/removal': {
    about: { none: 'the caller’s own second factor' },
    request: async ({ world, accountId }) => {
      const { db, jurisdiction, now } = world.example.context;
      const secret = Buffer.alloc(20, 9);
      const factor = { secret, step: 0, codeHashes: ['0'.repeat(64)] };
      if (accountId !== null) await setFactor(db, jurisdiction, accountId, factor);
      return { body: { password, code: codeAt(secret, stepOf(now())) } };
    },
  },
  'POST /api/oidc/departures': {
    request: () => ({ body: { returnTo: '/' } }),
    neverDone: 'no other house is set in this city; other-house.test.ts plays it with a real one',
  },
  'POST /api/oidc/arrivals': {
    request: () => ({ body: { query: 'state=a&code=b' } }),
    neverDone: 'nobody left; other-house.test.ts plays it',
  },
  'POST /api/oidc/links': {
    about: { none: 'the caller’s own account' },
    request: () => ({ body: { returnTo: '/' } }),
    neverDone: 'no other house is set in this city; other-house.test.ts plays it with a real one',
  },
  'GET /api/me/tokens': { about: { kind: 'token' } },
  'POST /api/me/tokens': {
    about: { none: 'a token of the caller’s own' },
    request: () => ({ body: { label: '报表程序', scopes: ['plan.read'], days: 30 } }),
  },
} as const satisfies Readonly<Record<string, RouteSample>>;
