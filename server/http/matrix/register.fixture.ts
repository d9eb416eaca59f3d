// Samples of the register: an enterprise where it is asked for, held by whom the matrix says; imports that are done.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { syntheticCode } from '../../../core/policy/register/file/synthetic.ts';
import { addHolder } from '../../store/register/enterprise.ts';
import { addImport, addRefusedEnd } from '../../store/register/import.ts';
import type { Asked, KindFixture, Placed, RouteSample } from './kind.fixture.ts';
import type { World } from './world.fixture.ts';

let made = 0;

async function newEnterprise(world: World, { place, owner }: Placed): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  const code = syntheticCode(++made);
  await sql`
    INSERT INTO enterprise (jurisdiction_id, code, number, name, place_id)
    VALUES (${jurisdiction}, ${code}, 1, ${`示例企业${made}`}, ${place ?? ''})`.execute(db);
  await sql`
    INSERT INTO enterprise_contact (jurisdiction_id, code, number, representative, phone, id_number)
    VALUES (${jurisdiction}, ${code}, 1, '演甲', '0571-00000000', '')`.execute(db);
  await sql`
    INSERT INTO enterprise_current (jurisdiction_id, code, name, place_id, detail, year, industry, employees, revenue)
    VALUES (${jurisdiction}, ${code}, ${`示例企业${made}`}, ${place ?? ''}, 1, 2023, 3562, 30, -1)`.execute(
    db,
  );
  await addHolder(db, jurisdiction, { code, number: 1, accountId: owner, recordedBy: null });
  return code;
}

export const registerKinds = {
  enterprise: { axes: ['owner'], make: newEnterprise },
} as const satisfies Readonly<Record<string, KindFixture>>;

const anEnterprise = async ({ world }: Asked) => ({
  params: {
    code: await newEnterprise(world, { place: null, lead: '', supports: [], owner: world.stranger }),
  },
});

async function anImport({ world }: Asked): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  await addImport(db, jurisdiction, {
    ...{
      id,
      fileName: '名录.csv',
      sha256: id,
      bytes: 10,
      year: 2023,
      source: '示例',
      basis: 'duty',
      proof: '',
    },
    ...{ purposes: ['matching'], consentUntil: null, recordedBy: null },
  });
  await addRefusedEnd(db, jurisdiction, id, 'register.noRows', {});
  return id;
}

const importRequest = async (asked: Asked) => ({ params: { importId: await anImport(asked) } });

export const registerSamples = {
  'GET /api/register': { about: { kind: 'enterprise' } },
  'GET /api/register/table': { request: () => ({ query: 'format=csv' }) },
  'POST /api/register/imports': {
    request: () => ({
      query: `name=a.csv&year=2023&source=${encodeURIComponent('示例')}&basis=duty&purposes=matching`,
      body: Buffer.from('统一社会信用代码,企业名称\n'),
    }),
    neverDone: 'this server was opened without a place for files; register.test.ts takes them in',
    alsoFine: { 503: 'no place for files' },
  },
  'GET /api/register/imports/:importId': { request: importRequest },
  'GET /api/register/imports/:importId/rejected': {
    request: async (asked) => ({ ...(await importRequest(asked)), query: 'format=csv' }),
  },
  'POST /api/register/:code/consents': {
    request: () => ({
      body: { action: 'give', groups: ['research'], purposes: ['matching'], until: '2030-12-31', proof: '' },
    }),
  },
  'POST /api/register/:code/certificates': {
    request: async (asked) => ({
      ...(await anEnterprise(asked)),
      body: {
        kind: 'highTech',
        startsOn: '2024-01-01',
        endsOn: null,
        certificate: '',
        withdrawn: false,
        after: 0,
      },
    }),
  },
  'POST /api/register/:code/holders': {
    request: async (asked) => ({ ...(await anEnterprise(asked)), body: { login: '' } }),
  },
  'POST /api/register/:code/contact': { request: () => ({ body: { reason: '核对企业信息' } }) },
} as const satisfies Readonly<Record<string, RouteSample>>;
