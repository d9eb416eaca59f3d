// A city for the matrix: a real database, the real application, and accounts that come in every way.
import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { isoDate } from '../../../core/quantity/date.ts';
import { tokenStart } from '../../act/account/access-token.ts';
import { hashPassword } from '../../act/account/password.ts';
import { tokenHash } from '../../act/account/sign-in.ts';
import { openThrottle } from '../../act/account/throttle.ts';
import { loadCatalogue } from '../../act/clause/load-catalogue.ts';
import { type Example, openExample } from '../../act/example.fixture.ts';
import { openReadings, type Readings } from '../../act/readings.ts';
import { addPlaces } from '../../store/jurisdiction.ts';
import { addAccount } from '../../store/people/account.ts';
import { addGrants } from '../../store/people/grant.ts';
import { setPassword } from '../../store/people/secret.ts';
import { addSession } from '../../store/people/session.ts';
import { addPlan, getPlanOfYear } from '../../store/plan.ts';
import { findScope } from '../../store/scope.ts';
import { createApp, furnish } from '../app.ts';
import { openDoor, publicAddressOf } from '../door.ts';
import { handlersOf } from '../handlers.ts';
import { openSessions } from '../session.ts';
import type { Holder } from './standing.fixture.ts';

export const password = 'Closing-the-loop-7';

export interface Actor {
  readonly accountId: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

export interface World {
  readonly example: Example;
  readonly app: FastifyInstance;
  readonly readings: Readings;
  readonly planId: string;
  /** An account that nobody who asks is. */
  readonly stranger: string;
  /** A new account that comes as the holder does; `scopes` are those of its token. */
  actor(holder: Holder, scopes: readonly string[]): Promise<Actor>;
  newAccount(login?: string): Promise<string>;
  /** Row counts and contents of every table; equal means that nothing was written. */
  fingerprint(): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

const host = { host: '127.0.0.1:4870' };

const places = [
  ['east', '东区', 'district', null],
  ['west', '西区', 'district', null],
  ['east-1', '东一街道', 'street', 'east'],
  ['east-2', '东二街道', 'street', 'east'],
  ['west-1', '西一街道', 'street', 'west'],
] as const;

async function addGround({ store: { db }, context: { jurisdiction } }: Example): Promise<string> {
  await addPlaces(
    db,
    jurisdiction,
    places.map(([id, name, kind, inside]) => ({ id, name, nameEn: id, kind, tile: null, in: inside })),
  );
  const year = { year: 2024, startsOn: isoDate('2024-01-01'), endsOn: isoDate('2024-12-31') };
  await addPlan(db, jurisdiction, { id: randomUUID(), title: '2024年计划', ...year });
  return (await getPlanOfYear(db, jurisdiction, 2024))?.id ?? '';
}

/**
 * One statement for all tables, so that it costs little: rows counted, and where the application's role may change rows,
 * the hashes of their texts added up too. That it may not change the others is store.test.ts's to show.
 */
async function fingerprintOf({ store: { db } }: Example): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await sql<{ name: string; changes: boolean }>`
    SELECT tablename AS name, has_table_privilege('bihuan_app', quote_ident(tablename), 'UPDATE, DELETE') AS changes
    FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'`.execute(db);
  const parts = tables.map(({ name, changes }) => {
    const contents = changes ? sql`coalesce(sum(hashtextextended(row::text, 0)::numeric), 0)` : sql`0`;
    return sql`SELECT ${name}::text AS name, count(*) || ':' || ${contents} AS print FROM ${sql.table(name)} AS row`;
  });
  const { rows } = await sql<{ name: string; print: string }>`${sql.join(parts, sql` UNION ALL `)}`.execute(
    db,
  );
  return new Map(rows.map(({ name, print }) => [name, print]));
}

/** The days of a role that is over, or not yet begun, on the example's day. */
const daysOf = {
  pastRole: { from: isoDate('2020-01-01'), to: isoDate('2024-08-31') },
  futureRole: { from: isoDate('2024-09-02'), to: null },
  held: { from: isoDate('2024-09-01'), to: isoDate('2024-09-01') },
} as const;

export interface WorldWish {
  /** The clock; else the example's own, which stands still. */
  readonly now?: () => Date;
  readonly oidcSecret?: string;
}

export async function openWorld({ now, oidcSecret }: WorldWish = {}): Promise<World> {
  const opened = await openExample();
  const example: Example = now ? { ...opened, context: { ...opened.context, now } } : opened;
  const { context, store } = example;
  const { db, jurisdiction } = context;
  const planId = await addGround(example);
  await loadCatalogue(context);
  const hash = await hashPassword(password, { N: 1024, r: 8, p: 1 });
  const newAccount = async (login = `a${randomUUID().slice(0, 18)}`): Promise<string> => {
    const id = randomUUID();
    await addAccount(db, jurisdiction, {
      id,
      login,
      name: '示例岗位',
      mail: '',
      isSample: false,
      recordedBy: null,
    });
    await setPassword(db, jurisdiction, id, { password: hash, mustChange: false, now: context.now() });
    return id;
  };

  const grant = async (accountId: string, { role, place, unit, means }: Holder): Promise<void> => {
    const id = randomUUID();
    const days = means === 'pastRole' || means === 'futureRole' ? daysOf[means] : daysOf.held;
    await addGrants(db, jurisdiction, [{ id, accountId, role, place, unit, ...days, recordedBy: null }]);
    if (means === 'withdrawnRole')
      await db
        .insertInto('role_withdrawal')
        .values({ jurisdiction_id: jurisdiction, grant_id: id, reason: '调离' })
        .execute();
  };
  const bringInto = async (accountId: string, means: Holder['means'], tokenSha256: string): Promise<void> => {
    if (means === 'suspended')
      await db
        .insertInto('account_state')
        .values({
          jurisdiction_id: jurisdiction,
          id: randomUUID(),
          account_id: accountId,
          state: 'suspended',
          reason: '停用',
        })
        .execute();
    if (means === 'mustChange')
      await setPassword(db, jurisdiction, accountId, {
        password: hash,
        mustChange: true,
        now: context.now(),
      });
    if (means === 'endedSession')
      await db
        .updateTable('session')
        .set({ ended_at: context.now().toISOString() })
        .where('jurisdiction_id', '=', jurisdiction)
        .where('token_sha256', '=', tokenSha256)
        .execute();
  };
  const actor: World['actor'] = async (holder, scopes) => {
    if (holder.means === 'nobody') return { accountId: null, headers: host };
    const accountId = await newAccount();
    if (holder.means !== 'noRole') await grant(accountId, holder);
    const isToken = holder.means === 'tokenOfThis' || holder.means === 'tokenOfOther';
    const token = `${isToken ? tokenStart : ''}${randomBytes(32).toString('base64url')}`;
    await addSession(db, jurisdiction, {
      ...{
        id: randomUUID(),
        tokenSha256: tokenHash(token),
        accountId,
        agent: '',
        label: '',
        idleMinutes: 30,
      },
      means: isToken ? 'token' : 'password',
      expiresAt: new Date(context.now().getTime() + 3_600_000),
      provedUntil: new Date(context.now().getTime() + (holder.means === 'staleProof' ? 0 : 3_600_000)),
      awaitsFactor: holder.means === 'awaitsFactor',
      scopes: isToken ? scopes : null,
      now: context.now(),
    });
    await bringInto(accountId, holder.means, tokenHash(token));
    const credential = isToken ? { authorization: `Bearer ${token}` } : { cookie: `bihuan_session=${token}` };
    return { accountId, headers: { ...host, ...credential } };
  };

  const app = createApp('silent');
  const readings = openReadings(context, () => {});
  const sessions = openSessions(context, (error) => {
    throw error;
  });
  await furnish(app, {
    handlers: handlersOf(context, {
      readings,
      sessions,
      demonstration: null,
      version: '0.0.0',
      throttle: openThrottle(),
      oidcSecret: oidcSecret ?? null,
      log: () => {},
    }),
    sessions,
    findScope: (kind, id) => findScope(db, jurisdiction, kind, id),
    now: context.now,
    door: openDoor(() => publicAddressOf(context)),
    webFolder: '/nowhere',
  });
  return {
    ...{ example, app, readings, planId, actor, newAccount },
    stranger: await newAccount('stranger'),
    fingerprint: () => fingerprintOf(example),
    close: async () => {
      await app.close();
      await readings.idle();
      await store.close();
    },
  };
}
