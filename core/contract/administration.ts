// Routes of administration: accounts and their roles, invitations, the organisation with its posts, local rules.
import { z } from 'zod';
import { Login, Password, RoleShape } from './accounts.ts';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';

const Reason = z.string().min(2).max(500);

const GrantWish = {
  role: RoleShape,
  place: z.string().min(1).max(60).nullable(),
  unit: z.string().min(1).max(80).nullable(),
  from: Day,
  to: Day.nullable(),
};

const AccountGrant = z.object({
  id: Id,
  role: RoleShape,
  place: z.string().nullable(),
  placeName: z.string().nullable(),
  unit: z.string().nullable(),
  from: Day,
  to: Day.nullable(),
});

const AccountRow = z
  .object({
    id: Id,
    login: z.string(),
    name: z.string(),
    mail: z.string(),
    state: z.enum(['active', 'suspended']),
    hasFactor: z.boolean(),
    /** Sessions and tokens that are alive. */
    sessions: z.number().int(),
    seenAt: z.string().nullable(),
    grants: z.array(AccountGrant),
  })
  .meta({ id: 'AccountRow' });

const Invitation = z.object({
  id: Id,
  name: z.string(),
  mail: z.string(),
  role: RoleShape,
  place: z.string().nullable(),
  unit: z.string().nullable(),
  from: Day,
  to: Day.nullable(),
  expiresAt: z.string(),
  state: z.enum(['open', 'taken', 'withdrawn', 'expired']),
});

const Holder = z.object({
  id: Id,
  accountId: Id,
  name: z.string(),
  from: Day,
  to: Day.nullable(),
});

const Unit = z
  .object({
    id: Id,
    name: z.string(),
    kind: z.enum(['city', 'district', 'department', 'zone', 'street', 'party', 'enterprise']),
    place: z.string().nullable(),
    parentId: Id.nullable(),
    aliases: z.array(z.string()),
    posts: z.array(z.object({ id: Id, title: z.string(), leads: z.boolean(), holders: z.array(Holder) })),
  })
  .meta({ id: 'OrganisationUnit' });

export const ImportedCell = z
  .object({
    sheet: z.string(),
    row: z.number().int(),
    column: z.string(),
    code: z.string(),
    value: z.string(),
    message: z.object({ zh: z.string(), en: z.string() }),
  })
  .meta({ id: 'ImportedCell' });

const onAccount = {
  permission: 'account.manage',
  object: { kind: 'account', param: 'accountId' },
  fresh: true,
  params: z.strictObject({ accountId: Id }),
} as const;

export const administrationRoutes = {
  'GET /api/accounts': {
    permission: 'account.read',
    object: 'inAct',
    summary: 'Accounts with their roles, within the caller’s reach',
    response: z.object({
      accounts: z.array(AccountRow),
      places: z.array(z.object({ id: z.string(), name: z.string() })),
      units: z.array(z.string()),
    }),
  },
  'POST /api/accounts/:accountId/state': {
    ...onAccount,
    summary: 'Suspend an account, or admit it again; suspension ends its sessions at once',
    body: z.strictObject({ state: z.enum(['active', 'suspended']), reason: Reason }),
    response: z.object({ state: z.enum(['active', 'suspended']) }),
  },
  'POST /api/accounts/:accountId/grants': {
    ...onAccount,
    summary: 'Give an account a role, for a place or a unit, for a time',
    body: z.strictObject(GrantWish),
    response: z.object({ grantId: Id }),
  },
  'POST /api/accounts/:accountId/withdrawals': {
    ...onAccount,
    summary: 'Withdraw a role of the account; effective with its next request',
    body: z.strictObject({ grantId: Id, reason: Reason }),
    response: z.object({ grantId: Id }),
  },
  'POST /api/accounts/:accountId/first-password': {
    ...onAccount,
    summary: 'Give an account a first password, to be changed at its next sign-in; all its sessions end',
    body: z.strictObject({ reason: Reason }),
    response: z.object({ password: z.string() }),
  },
  'POST /api/accounts/:accountId/factor-removal': {
    ...onAccount,
    summary: 'Take away a lost second factor; all sessions of the account end',
    body: z.strictObject({ reason: Reason }),
    response: z.object({ removed: z.boolean() }),
  },
  'GET /api/invitations': {
    permission: 'account.manage',
    object: 'inAct',
    summary: 'Invitations, open and ended',
    response: z.object({ invitations: z.array(Invitation) }),
  },
  'POST /api/invitations': {
    permission: 'account.manage',
    object: 'inAct',
    fresh: true,
    summary: 'Invite somebody to a role; the code is shown once',
    body: z.strictObject({
      ...GrantWish,
      name: z.string().min(1).max(80),
      mail: z.email().max(200).or(z.literal('')),
    }),
    response: z.object({ invitationId: Id, code: z.string(), expiresAt: z.string() }),
  },
  'DELETE /api/invitations/:invitationId': {
    permission: 'account.manage',
    object: { kind: 'invitation', param: 'invitationId' },
    summary: 'Withdraw an invitation that nobody took',
    params: z.strictObject({ invitationId: Id }),
    response: z.object({ withdrawn: z.boolean() }),
  },
  'POST /api/invitations/look': {
    permission: 'public',
    summary: 'What an invitation is for',
    body: z.strictObject({ code: z.string().min(20).max(100) }),
    response: z.object({ name: z.string(), role: RoleShape, expiresAt: z.string() }),
  },
  'POST /api/invitations/take': {
    permission: 'public',
    summary: 'Make the account of an invitation, and sign in',
    body: z.strictObject({ code: z.string().min(20).max(100), login: Login, password: Password }),
    response: z.object({ login: z.string() }),
  },
  'GET /api/organisation': {
    permission: 'organisation.read',
    summary: 'Departments, their names in print, posts and who holds them',
    response: z.object({ units: z.array(Unit), accounts: z.array(z.object({ id: Id, name: z.string() })) }),
  },
  'POST /api/organisation/import': {
    permission: 'organisation.write',
    summary:
      'Units, other names, posts and accounts from an xlsx; sound rows are taken, every bad cell is named',
    query: z.strictObject({ mode: z.enum(['check', 'take']) }),
    body: 'bytes',
    response: z.object({
      total: z.number().int(),
      accepted: z.number().int(),
      rejected: z.number().int(),
      cells: z.array(ImportedCell),
      /** First passwords of accounts that were made, shown once. */
      passwords: z.array(z.object({ login: z.string(), password: z.string() })),
    }),
  },
  'GET /api/organisation/template': {
    permission: 'organisation.write',
    summary: 'An empty xlsx with the sheets and columns that the import takes',
    response: 'bytes',
  },
  'POST /api/posts/:postId/holders': {
    permission: 'organisation.write',
    summary: 'Somebody takes a post, from a day',
    params: z.strictObject({ postId: Id }),
    body: z.strictObject({ accountId: Id, from: Day }),
    response: z.object({ holderId: Id }),
  },
  'POST /api/holders/:holderId/end': {
    permission: 'organisation.write',
    summary: 'The last day of somebody in a post',
    params: z.strictObject({ holderId: Id }),
    body: z.strictObject({ on: Day }),
    response: z.object({ holderId: Id }),
  },
  'GET /api/settings': {
    permission: 'setting.read',
    summary: 'Local rules: default, source and what the city set',
    response: z.object({
      settings: z.array(
        z.object({
          key: z.string(),
          group: z.string(),
          words: z.object({ zh: z.string(), en: z.string() }),
          basis: z.enum(['law', 'default']),
          source: z.string(),
          default: z.unknown(),
          value: z.unknown(),
          /** JSON schema of the value. */
          shape: z.unknown(),
          set: z.object({ reason: z.string(), by: z.string().nullable(), at: z.string() }).nullable(),
        }),
      ),
    }),
  },
  'POST /api/settings': {
    permission: 'setting.change',
    fresh: true,
    summary: 'Set a local rule, with the reason',
    body: z.strictObject({ key: z.string().min(1).max(80), value: z.json(), reason: Reason }),
    response: z.object({ key: z.string() }),
  },
} as const satisfies RouteTable;
