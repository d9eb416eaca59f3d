// Samples of people's routes: accounts, sessions, tokens.
import { randomUUID } from 'node:crypto';
import { addSession } from '../../store/people/session.ts';
import type { KindFixture, RouteSample } from './kind.fixture.ts';
import { password, type World } from './world.fixture.ts';

async function newSession(world: World, accountId: string, means: 'password' | 'token'): Promise<string> {
  const { db, jurisdiction, now } = world.example.context;
  const id = randomUUID();
  const scopes = means === 'token' ? ['plan.read'] : null;
  const expiresAt = new Date(now().getTime() + 3_600_000);
  const rest = { agent: '', label: '', idleMinutes: 30, expiresAt, scopes, now: now() };
  const tokenSha256 = `${id}${id}`.replaceAll('-', '');
  await addSession(db, jurisdiction, { id, tokenSha256, accountId, means, ...rest });
  return id;
}

export const accountKinds = {
  account: {
    axes: ['owner'],
    make: async (world, { owner }) => (owner === world.stranger ? world.newAccount() : owner),
  },
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
} as const satisfies Readonly<Record<string, RouteSample>>;
