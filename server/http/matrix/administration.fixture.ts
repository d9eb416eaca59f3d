// Samples of administration: accounts, invitations, organisation, local rules.
import { randomBytes, randomUUID } from 'node:crypto';
import writeXlsxFile from 'write-excel-file/node';
import { visitor } from '../../../core/contract/permission.ts';
import { organisationSheets } from '../../../core/place/organisation-rows.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { invite } from '../../act/people/invite.ts';
import { listGrants } from '../../store/people/grant.ts';
import { addHolder, addPost, addUnit } from '../../store/people/organisation.ts';
import type { Asked, RouteSample } from './kind.fixture.ts';
import type { World } from './world.fixture.ts';

const grant = { role: 'street', place: 'east-1', unit: null, from: '2024-09-01', to: null };
const because = { body: { reason: '岗位调整' } };

/** Somebody who may invite; the code is what the invited person was told. */
async function anInvitation({ world }: Asked) {
  const everything = {
    role: 'administrator',
    place: null,
    unit: null,
    from: isoDate('2024-01-01'),
    to: null,
  } as const;
  const caller = { ...visitor, grants: [everything] };
  const wish = {
    ...grant,
    role: 'street',
    from: isoDate('2024-09-01'),
    to: null,
    name: '示例',
    mail: '',
  } as const;
  const invited = await invite(world.example.context, { caller, key: null }, wish);
  if (!invited.ok) throw new Error(invited.code);
  return invited.value.code;
}

async function aPost({ example: { context } }: World): Promise<string> {
  const [unitId, postId] = [randomUUID(), randomUUID()];
  const unit = {
    id: unitId,
    name: `局${unitId}`,
    kind: 'department',
    placeId: null,
    parentId: null,
  } as const;
  await addUnit(context.db, context.jurisdiction, { ...unit, recordedBy: null });
  await addPost(context.db, context.jurisdiction, {
    id: postId,
    unitId,
    title: '局长',
    leads: true,
    recordedBy: null,
  });
  return postId;
}

async function holderRequest({ world }: Asked) {
  const { db, jurisdiction } = world.example.context;
  const [postId, holderId] = [await aPost(world), randomUUID()];
  const from = isoDate('2024-01-01');
  await addHolder(db, jurisdiction, {
    id: holderId,
    postId,
    accountId: world.stranger,
    from,
    recordedBy: null,
  });
  return { params: { holderId }, body: { on: '2024-08-31' } };
}

const workbook = writeXlsxFile(
  Object.entries(organisationSheets).map(([sheet, headings]) => ({
    sheet,
    data: [headings.map((value) => ({ value, type: String }))],
  })),
).toBuffer();

export const administrationSamples = {
  'GET /api/accounts': { about: { kind: 'account' } },
  'POST /api/accounts/:accountId/state': {
    request: () => ({ body: { state: 'suspended', reason: '调离' } }),
  },
  'POST /api/accounts/:accountId/grants': { request: () => ({ body: grant }) },
  'POST /api/accounts/:accountId/withdrawals': {
    request: async ({ world, object }) => {
      const { db, jurisdiction } = world.example.context;
      const [held] = await listGrants(db, jurisdiction, object);
      return { body: { grantId: held?.id ?? randomUUID(), reason: '调离' } };
    },
  },
  'POST /api/accounts/:accountId/first-password': { request: () => because },
  'POST /api/accounts/:accountId/factor-removal': { request: () => because },
  'GET /api/invitations': { about: { kind: 'invitation' } },
  'POST /api/invitations': {
    about: { none: 'the role it is for is held against the caller’s reach in the act; see invite.test.ts' },
    request: () => ({ body: { ...grant, name: '东一街道办', mail: '' } }),
  },
  'POST /api/invitations/look': {
    request: async (asked) => ({ body: { code: await anInvitation(asked) } }),
  },
  'POST /api/invitations/take': {
    request: async (asked) => ({
      body: {
        code: await anInvitation(asked),
        login: `c${randomBytes(8).toString('hex')}`,
        password: 'Opening-the-loop-8',
      },
    }),
  },
  'POST /api/organisation/import': {
    request: async () => ({ query: 'mode=check', body: await workbook }),
  },
  'POST /api/posts/:postId/holders': {
    request: async ({ world }) => ({
      params: { postId: await aPost(world) },
      body: { accountId: world.stranger, from: '2024-09-01' },
    }),
  },
  'POST /api/holders/:holderId/end': { request: holderRequest },
  'POST /api/settings': {
    request: () => ({ body: { key: 'supervise.warnAhead', value: 5, reason: '督查室通知' } }),
  },
} as const satisfies Readonly<Record<string, RouteSample>>;
