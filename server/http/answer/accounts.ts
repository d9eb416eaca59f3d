// Answers of people's routes: who I am, signing in, signing out.

import type { accountRoutes } from '../../../core/contract/accounts.ts';
import { type Caller, isAllowed, permissions } from '../../../core/contract/permission.ts';
import { succeed } from '../../../core/result.ts';
import type { Demonstration } from '../../act/account/sample-accounts.ts';
import { signIn, signOut } from '../../act/account/sign-in.ts';
import type { Context } from '../../act/context.ts';
import type { HandlersOf } from '../handler.ts';
import type { Known, Sessions } from '../session.ts';

export interface AccountFurniture {
  readonly sessions: Sessions;
  readonly demonstration: Demonstration | null;
}

export function answerAccounts(
  context: Context,
  { sessions, demonstration }: AccountFurniture,
): HandlersOf<typeof accountRoutes> {
  const me = ({ caller, session }: { caller: Caller; session: Known['session'] }) => ({
    accountId: caller.accountId,
    login: session?.login ?? '',
    name: caller.name,
    grants: [...caller.grants],
    permissions: permissions.filter((permission) => isAllowed(caller, permission)),
    mustChangePassword: session?.mustChange ?? false,
    demonstration: [...(demonstration?.accounts ?? [])].map(({ login, name, role }) => ({
      login,
      name,
      role,
    })),
  });
  return {
    'GET /api/me': async ({ caller, session }) => succeed(me({ caller, session })),
    'POST /api/session': async ({ body, client }) => {
      const signedIn = await signIn(context, body, client.agent);
      if (!signedIn.ok) return signedIn;
      client.setSession(signedIn.value.token);
      return succeed(me(await sessions.find(signedIn.value.token)));
    },
    'DELETE /api/session': async ({ session, client }) => {
      if (session) await signOut(context, session.tokenSha256);
      client.setSession(null);
      return succeed({ ended: session !== null });
    },
  };
}
