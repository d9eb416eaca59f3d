// Routes of people: signing in and out, who I am and what I may do, my sessions, second factor and access tokens.
import { z } from 'zod';
import { roles } from '../place/role.ts';
import { permissions } from './permission.ts';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';

export const RoleShape = z.enum(roles).meta({ id: 'Role' });

const Grant = z
  .object({
    role: RoleShape,
    place: z.string().nullable(),
    placeName: z.string().nullable(),
    unit: z.string().nullable(),
    from: Day,
    to: Day.nullable(),
  })
  .meta({ id: 'RoleGrant' });

const Me = z
  .object({
    accountId: Id.nullable(),
    login: z.string(),
    name: z.string(),
    grants: z.array(Grant),
    /** Every permission the caller holds for at least some objects: what the screen offers. */
    permissions: z.array(z.string()),
    mustChangePassword: z.boolean(),
    mustSetFactor: z.boolean(),
    hasFactor: z.boolean(),
    /** Name of the other house one may sign in by; null where there is none. */
    otherHouse: z.string().nullable(),
    /** Sample accounts one may sign in as; empty outside the sample city. */
    demonstration: z.array(z.object({ login: z.string(), name: z.string(), role: RoleShape })),
  })
  .meta({ id: 'Me' });

export const Login = z.string().min(1).max(64);
export const Password = z.string().min(1).max(200);
/** Six digits of an authenticator, or a recovery code. */
const FactorCode = z.string().min(6).max(20);

const Scope = z.enum(permissions);

const Session = z.object({
  id: Id,
  means: z.enum(['password', 'totp', 'oidc', 'token']),
  agent: z.string(),
  startedAt: z.string(),
  seenAt: z.string(),
  expiresAt: z.string(),
  /** The one this question came by. */
  isThis: z.boolean(),
});

const Token = z.object({
  id: Id,
  label: z.string(),
  scopes: z.array(z.string()),
  startedAt: z.string(),
  seenAt: z.string(),
  expiresAt: z.string(),
});

const ownSession = { permission: 'session.own', object: 'inAct' } as const;
const ownAccount = { permission: 'account.own', object: 'inAct' } as const;

export const accountRoutes = {
  'GET /api/me': {
    permission: 'public',
    summary: 'Who is signed in, and what this person may do',
    response: Me,
  },
  'POST /api/session': {
    permission: 'public',
    summary: 'Sign in with account name, password and, where there is one, second factor',
    body: z.strictObject({ login: Login, password: Password, code: FactorCode.optional() }),
    response: Me,
  },
  'DELETE /api/session': {
    ...ownSession,
    always: true,
    summary: 'Sign out',
    response: z.object({ ended: z.boolean() }),
  },
  'POST /api/session/proof': {
    ...ownSession,
    summary: 'Prove again to be the person, before a sensitive act',
    body: z.strictObject({ password: Password, code: FactorCode.optional() }),
    response: z.object({ provedUntil: z.string() }),
  },
  'GET /api/me/sessions': {
    ...ownSession,
    summary: 'My sessions, on which browsers and since when',
    response: z.object({ sessions: z.array(Session) }),
  },
  'DELETE /api/me/sessions/:sessionId': {
    permission: 'session.own',
    object: { kind: 'session', param: 'sessionId' },
    summary: 'End one of my sessions',
    params: z.strictObject({ sessionId: Id }),
    response: z.object({ ended: z.boolean() }),
  },
  'POST /api/me/password': {
    ...ownAccount,
    always: true,
    summary: 'Change my password; all my sessions end, this one begins anew',
    body: z.strictObject({ current: Password, code: FactorCode.optional(), next: Password }),
    response: Me,
  },
  'POST /api/me/second-factor': {
    ...ownAccount,
    always: true,
    fresh: true,
    summary: 'A new second factor to scan; it holds once a code of it was given',
    response: z.object({ uri: z.string(), secret: z.string(), picture: z.string() }),
  },
  'PUT /api/me/second-factor': {
    ...ownAccount,
    always: true,
    fresh: true,
    summary: 'Set the second factor by its first code; gives recovery codes, once',
    body: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
    response: z.object({ recoveryCodes: z.array(z.string()) }),
  },
  'POST /api/me/second-factor/removal': {
    ...ownAccount,
    summary: 'Take my second factor away, by a proof of both',
    body: z.strictObject({ password: Password, code: FactorCode }),
    response: z.object({ removed: z.boolean() }),
  },
  'GET /api/me/tokens': {
    ...ownAccount,
    summary: 'My access tokens, and what a token may be good for',
    response: z.object({
      tokens: z.array(Token),
      possible: z.array(z.string()),
      longestDays: z.number().int(),
    }),
  },
  'POST /api/me/tokens': {
    ...ownAccount,
    fresh: true,
    summary: 'A new access token for programs; shown once',
    body: z.strictObject({
      label: z.string().min(1).max(80),
      scopes: z.array(Scope).min(1).max(60),
      days: z.number().int().min(1).max(730),
    }),
    response: z.object({ tokenId: Id, token: z.string() }),
  },
  'DELETE /api/me/tokens/:tokenId': {
    permission: 'account.own',
    object: { kind: 'token', param: 'tokenId' },
    summary: 'End one of my access tokens',
    params: z.strictObject({ tokenId: Id }),
    response: z.object({ ended: z.boolean() }),
  },
} as const satisfies RouteTable;
