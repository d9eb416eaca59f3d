// Routes of people: signing in and out, who I am and what I may do.
import { z } from 'zod';
import { roles } from '../place/role.ts';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';

export const RoleShape = z.enum(roles).meta({ id: 'Role' });

const Grant = z
  .object({
    role: RoleShape,
    place: z.string().nullable(),
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
    /** Sample accounts one may sign in as; empty outside the sample city. */
    demonstration: z.array(z.object({ login: z.string(), name: z.string(), role: RoleShape })),
  })
  .meta({ id: 'Me' });

export const accountRoutes = {
  'GET /api/me': {
    permission: 'public',
    summary: 'Who is signed in, and what this person may do',
    response: Me,
  },
  'POST /api/session': {
    permission: 'public',
    summary: 'Sign in with account name and password',
    body: z.strictObject({ login: z.string().min(1).max(64), password: z.string().min(1).max(200) }),
    response: Me,
  },
  'DELETE /api/session': {
    permission: 'session.own',
    object: 'inAct',
    always: true,
    summary: 'Sign out',
    response: z.object({ ended: z.boolean() }),
  },
} as const satisfies RouteTable;
