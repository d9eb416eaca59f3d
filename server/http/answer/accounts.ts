// Answers of people's routes: who I am, signing in and out, my sessions, password, second factor and access tokens.
import type { accountRoutes } from '../../../core/contract/accounts.ts';
import { type Caller, isAllowed, permissions, tokenPermissions } from '../../../core/contract/permission.ts';
import { fail, succeed } from '../../../core/result.ts';
import { addAccessToken } from '../../act/account/access-token.ts';
import { endOwnSession } from '../../act/account/end-session.ts';
import { changeOwnPassword } from '../../act/account/own-password.ts';
import { proveAgain } from '../../act/account/prove-again.ts';
import type { Demonstration } from '../../act/account/sample-accounts.ts';
import { offerSecondFactor, removeSecondFactor, setSecondFactor } from '../../act/account/second-factor.ts';
import { signIn, signOut } from '../../act/account/sign-in.ts';
import type { Throttle } from '../../act/account/throttle.ts';
import { readSettings } from '../../act/setting/read.ts';
import type { Context } from '../../context.ts';
import { listSessions } from '../../store/people/session.ts';
import type { HandlersOf } from '../handler.ts';
import type { Known, Sessions } from '../session.ts';

export interface AccountFurniture {
  readonly sessions: Sessions;
  readonly throttle: Throttle;
  readonly demonstration: Demonstration | null;
}

/** Places by their names; most callers hold none. */
async function namedGrants({ db, jurisdiction }: Context, { grants }: Caller) {
  const ids = grants.flatMap(({ place }) => (place === null ? [] : [place]));
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('place')
          .select(['id', 'name'])
          .where('jurisdiction_id', '=', jurisdiction)
          .where('id', 'in', ids)
          .execute();
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  return grants.map((grant) => ({ ...grant, placeName: nameOf.get(grant.place ?? '') ?? null }));
}

/** Who the caller is, as the screen is told. */
const describeMe =
  (context: Context, demonstration: Demonstration | null) =>
  async ({ caller, session }: { caller: Caller; session: Known['session'] }) => ({
    accountId: caller.accountId,
    login: session?.login ?? '',
    name: caller.name,
    grants: await namedGrants(context, caller),
    permissions: permissions.filter((permission) => isAllowed(caller, permission)),
    mustChangePassword: session?.mustChange ?? false,
    mustSetFactor: session?.awaitsFactor ?? false,
    hasFactor: session?.hasFactor ?? false,
    otherHouse: (await readSettings(context, 'account.oidc'))['account.oidc']?.label ?? null,
    demonstration: [...(demonstration?.accounts ?? [])].map(({ login, name, role }) => ({
      login,
      name,
      role,
    })),
  });

export function answerAccounts(
  context: Context,
  { sessions, throttle, demonstration }: AccountFurniture,
): HandlersOf<typeof accountRoutes> {
  const { db, jurisdiction } = context;
  const me = describeMe(context, demonstration);
  const own = async (caller: Caller, tokens: boolean) =>
    caller.accountId === null
      ? []
      : listSessions(db, jurisdiction, caller.accountId, { tokens, now: context.now() });
  return {
    'GET /api/me': async ({ caller, session }) => succeed(await me({ caller, session })),
    'POST /api/session': async ({ body, client, session }) => {
      const signedIn = await signIn(context, body, { ...client, throttle });
      if (!signedIn.ok) return signedIn;
      if (session && session.means !== 'token') await signOut(context, session.tokenSha256);
      client.setSession(signedIn.value.token);
      return succeed(await me(await sessions.find(signedIn.value.token)));
    },
    'DELETE /api/session': async ({ session, client }) => {
      if (session) await signOut(context, session.tokenSha256);
      client.setSession(null);
      return succeed({ ended: session !== null });
    },
    'POST /api/session/proof': async ({ body, session, client }) =>
      session ? proveAgain(context, session, body, { ...client, throttle }) : fail('session.none'),
    'GET /api/me/sessions': async ({ caller, session }) => {
      const rows = await own(caller, false);
      return succeed({
        sessions: rows.map((row) => ({
          id: row.id,
          means: meansOf(row.means),
          agent: row.agent,
          startedAt: row.started_at,
          seenAt: row.seen_at,
          expiresAt: row.expires_at,
          isThis: row.id === session?.sessionId,
        })),
      });
    },
    'DELETE /api/me/sessions/:sessionId': ({ params, caller, key }) =>
      endOwnSession(context, { caller, key }, params.sessionId),
    'POST /api/me/password': async ({ body, caller, client }) => {
      const changed = await changeOwnPassword(context, caller, body, { ...client, throttle });
      if (!changed.ok) return changed;
      client.setSession(changed.value.token);
      return succeed(await me(await sessions.find(changed.value.token)));
    },
    'POST /api/me/second-factor': ({ caller }) => offerSecondFactor(context, caller),
    'PUT /api/me/second-factor': ({ body, caller, client }) =>
      setSecondFactor(context, caller, body.code, { ...client, throttle }),
    'POST /api/me/second-factor/removal': ({ body, caller, client }) =>
      removeSecondFactor(context, caller, body, { ...client, throttle }),
    'GET /api/me/tokens': async ({ caller }) => {
      const rows = await own(caller, true);
      const longest = await readSettings(context, 'account.tokenDays');
      return succeed({
        tokens: rows.map((row) => ({
          id: row.id,
          label: row.label,
          scopes: [...(row.scopes ?? [])],
          startedAt: row.started_at,
          seenAt: row.seen_at,
          expiresAt: row.expires_at,
        })),
        possible: tokenPermissions.filter((permission) => isAllowed(caller, permission)),
        longestDays: longest['account.tokenDays'],
      });
    },
    'POST /api/me/tokens': ({ body, caller }) => addAccessToken(context, caller, body),
    'DELETE /api/me/tokens/:tokenId': ({ params, caller, key }) =>
      endOwnSession(context, { caller, key }, params.tokenId),
  };
}

const meansOf = (means: string): 'password' | 'totp' | 'oidc' | 'token' =>
  means === 'totp' || means === 'oidc' || means === 'token' ? means : 'password';
