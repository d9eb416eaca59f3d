// Answers of signing in by another house.
import type { otherHouseRoutes } from '../../../core/contract/other-house.ts';
import { succeed } from '../../../core/result.ts';
import { signOut } from '../../act/account/sign-in.ts';
import { arrive } from '../../act/oidc/arrive.ts';
import { depart } from '../../act/oidc/depart.ts';
import { openHouses } from '../../act/oidc/house.ts';
import type { Context } from '../../context.ts';
import type { HandlersOf } from '../handler.ts';

export interface HouseFurniture {
  /** What the other house knows us by; null for a public client. */
  readonly oidcSecret: string | null;
  readonly log: (error: unknown) => void;
}

export function answerOtherHouse(
  context: Context,
  { oidcSecret, log }: HouseFurniture,
): HandlersOf<typeof otherHouseRoutes> {
  const houses = openHouses(context, oidcSecret, log);
  return {
    'POST /api/oidc/departures': async ({ body, client }) => {
      const left = await depart(context, houses, { ...client, returnTo: body.returnTo, accountId: null });
      if (!left.ok) return left;
      client.setBrowser(left.value.browser);
      return succeed({ url: left.value.url });
    },
    'POST /api/oidc/links': async ({ body, client, caller }) => {
      const { accountId } = caller;
      const left = await depart(context, houses, { ...client, returnTo: body.returnTo, accountId });
      if (!left.ok) return left;
      client.setBrowser(left.value.browser);
      return succeed({ url: left.value.url });
    },
    'POST /api/oidc/arrivals': async ({ body, client, caller, session }) => {
      const { accountId } = caller;
      const arrived = await arrive(context, houses, { ...client, query: body.query, accountId }, log);
      if (!arrived.ok) return arrived;
      if (arrived.value.session && session) await signOut(context, session.tokenSha256);
      if (arrived.value.session) client.setSession(arrived.value.session.token);
      return succeed({ returnTo: arrived.value.returnTo, signedIn: arrived.value.session !== null });
    },
  };
}
