// Routes of signing in by another house (OpenID Connect): leaving for it, coming back, linking oneself to it.
import { z } from 'zod';
import type { RouteTable } from './route.ts';

const ReturnTo = z.string().max(2000);
const Departure = z.object({ url: z.string() });

export const otherHouseRoutes = {
  'POST /api/oidc/departures': {
    permission: 'public',
    summary: 'Where to go to sign in by the other house',
    body: z.strictObject({ returnTo: ReturnTo }),
    response: Departure,
  },
  'POST /api/oidc/arrivals': {
    permission: 'public',
    summary: 'Back from the other house: sign in, or link the account that left',
    body: z.strictObject({ query: z.string().max(8000) }),
    response: z.object({ returnTo: z.string(), signedIn: z.boolean() }),
  },
  'POST /api/oidc/links': {
    permission: 'account.own',
    object: 'inAct',
    fresh: true,
    summary: 'Where to go to link my account to a person of the other house',
    body: z.strictObject({ returnTo: ReturnTo }),
    response: Departure,
  },
} as const satisfies RouteTable;
