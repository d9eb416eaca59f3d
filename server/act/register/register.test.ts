// The register from file to answer: imports of every format, bad cells, the same bytes again, changed figures, consent, masks, the
// columns in memory after each change. One database, one register; each test says what it adds.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../../core/contract/permission.ts';
import { catalog } from '../../../core/policy/catalog/catalog.ts';
import {
  syntheticCode,
  syntheticHeadings,
  syntheticRow,
} from '../../../core/policy/register/file/synthetic.ts';
import { rowEncoder } from '../../../core/policy/row.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { tableBytes } from '../../bytes/register/write-rows.ts';
import { addPlaces } from '../../store/jurisdiction.ts';
import { listPage } from '../../store/register/current.ts';
import { getContact } from '../../store/register/enterprise.ts';
import { getImport, listRejected } from '../../store/register/import.ts';
import { sealClearContacts } from '../../store/register/seal-clear.ts';
import { newVaultKey, vaultOf } from '../../store/register/vault.ts';
import { addSetting } from '../../store/setting.ts';
import { type Example, openExample } from '../example.fixture.ts';
import { allowUse } from './allow.ts';
import { certify } from './certify.ts';
import { cityOf, type RegisterCity } from './city-of.ts';
import { factsOn } from './facts-on.ts';
import { type ImportWish, openRegisterImports, type RegisterImports } from './imports.ts';
import { recordAwards } from './record-awards.ts';

const office: Caller = { accountId: null, name: '市财政局预算处', grants: [], scopes: null };
const actor = { caller: office, key: null };
const day = isoDate('2024-09-01');
const options = { seed: 1, year: 2023, places: ['东区', '西区'], badEvery: 50 };
const duty: ImportWish = {
  ...{ fileName: '名录.csv', year: 2023, source: '市场监管登记', basis: 'duty', proof: '' },
  ...{ purposes: ['matching', 'statistics'], consentUntil: null },
};

let example: Example;
let imports: RegisterImports;
let folder: string;
beforeAll(async () => {
  example = await openExample();
  const { db, jurisdiction } = example.context;
  const place = { nameEn: '', kind: 'district', tile: null, in: null } as const;
  await addPlaces(db, jurisdiction, [
    { id: 'east', name: '东区', ...place },
    { id: 'west', name: '西区', ...place },
  ]);
  folder = mkdtempSync(join(tmpdir(), 'bihuan-register-'));
  imports = openRegisterImports(example.context, {
    ...{ connection: example.store.connection, folder, vault: vaultOf([newVaultKey()]) },
    log: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await imports.close();
  await example.store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function take(bytes: Iterable<Buffer> | AsyncIterable<Buffer>, wish: Partial<ImportWish> = {}) {
  const received = await imports.receive(Readable.from(bytes), { ...duty, ...wish }, actor);
  if (!received.ok) throw new Error(received.code);
  await imports.idle();
  const found = await getImport(example.context.db, example.context.jurisdiction, received.value.importId);
  if (!found?.end) throw new Error('no end');
  return { ...received.value, end: found.end };
}

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => syntheticRow(from + at, options));
const csv = (...lines: string[]): Buffer[] => [Buffer.from(`${lines.join('\n')}\n`)];
const tableOf = (format: 'csv' | 'xlsx', cells: string[][]) =>
  tableBytes(format, '名录', [[syntheticHeadings], cells]);

/** What memory says of an enterprise, beside what its facts say when they are asked for one by one. */
async function rowOf(city: RegisterCity, code: string) {
  const row = city.rowOf(code) ?? -1;
  const columns = city.schema.map((column) => city.city.register.values(column)[row] ?? Number.NaN);
  const facts = await factsOn(example.context, code, { day, clauses: catalog });
  return { columns, alone: [...rowEncoder(city.schema)(facts ?? {})], facts };
}

describe('a register file', () => {
  it('is taken row by row: bad cells are named, accepted + rejected = total', async () => {
    const { end, importId } = await take(tableOf('csv', rows(0, 300)));
    expect(end).toMatchObject({
      state: 'done',
      total: 300,
      accepted: 295,
      rejected: 5,
      enterprises: 295,
      added: 295,
    });
    const { db, jurisdiction } = example.context;
    const rejected = await listRejected(db, jurisdiction, importId, 0, 100);
    expect(
      rejected.map(({ line, faults }) => [line, faults[0]?.at, faults[0]?.code, faults[0]?.text]),
    ).toEqual([
      [52, 'J52', 'cell.outOfBounds', '-3'],
      [102, 'I102', 'cell.noSuchDay', '2024-02-30'],
      [152, 'K152', 'cell.notNumber', '1e400'],
      [202, 'L202', 'cell.wrongUnit', '35人'],
      [252, 'A252', 'row.codeTwice', syntheticCode(0)],
    ]);
    expect(rejected[4]?.faults[0]?.line).toBe(2);
    expect(JSON.stringify(rejected)).not.toMatch(/0571-0|000000\d{12}/);
  });

  it('sent again is recognised by its bytes', async () => {
    const bytes = tableOf('csv', rows(0, 300));
    const received = await imports.receive(Readable.from(bytes), duty, actor);
    expect(received).toMatchObject({ ok: true, value: { alreadyHere: true } });
  });

  it('as a workbook says what the CSV said: nothing is new', async () => {
    const { end } = await take(tableOf('xlsx', rows(0, 300)), { fileName: '名录.xlsx' });
    expect(end).toMatchObject({
      accepted: 295,
      rejected: 5,
      enterprises: 0,
      added: 0,
      changed: 0,
      unchanged: 295,
    });
  });

  it('with other figures adds facts that name those they change; blank cells change nothing', async () => {
    const [code, other] = [syntheticCode(1), syntheticCode(2)];
    const before = await factsOn(example.context, code, { day, clauses: catalog });
    const { end } = await take(
      csv(
        '统一社会信用代码,企业名称,职工人数,上年营业收入（万元）,星座',
        `${code},甲,77,,白羊`,
        `${other},乙,,,`,
      ),
    );
    expect(end).toMatchObject({ changed: 1, added: 0, unchanged: 1, enterprises: 0 });
    expect(end.unknownColumns).toEqual(['名录.csv E1 星座']);
    const after = await factsOn(example.context, code, { day, clauses: catalog });
    expect(after).toEqual({ ...before, employees: 77 });
    const { db } = example.context;
    const kept = await db
      .selectFrom('enterprise_figures')
      .select(['number', 'replaces'])
      .where('code', '=', code)
      .orderBy('number')
      .execute();
    expect(kept).toEqual([
      { number: 1, replaces: null },
      { number: 2, replaces: 1 },
    ]);
    const [listed] = await listPage(db, example.context.jurisdiction, {
      ...{ words: code, places: null, industry: null, certificate: null, holder: null },
      ...{ sort: 'code', descending: false, after: null, limit: 5 },
    });
    expect(listed).toMatchObject({ name: '甲', employees: 77 });
  });

  it.each([
    ['without a heading', csv('甲,乙', '1,2'), 'register.noHeading'],
    ['with a heading alone', csv('统一社会信用代码,企业名称'), 'register.noRows'],
    ['with one thing twice', csv('统一社会信用代码,企业名称,职工人数,employees'), 'register.columnTwice'],
    ['that breaks off in a quotation', csv('统一社会信用代码,企业名称', '"x'), 'document.damaged'],
    ['that is no text', [Buffer.from([0x81, 0xff, 0xfe, 0x00, 0xff])], 'document.encodingUnknown'],
    ['that only begins like Parquet', [Buffer.from('PAR1 nothing follows')], 'document.damaged'],
  ])('%s is refused whole', async (_why, bytes, problem) => {
    const { end } = await take(bytes, { source: randomUUID() });
    expect(end).toMatchObject({ state: 'refused', problem, total: 0 });
  });
});

describe('the register in memory', () => {
  it('says of every enterprise what its facts say, also after figures, certificates, consents and awards', async () => {
    const city = await cityOf(example.context, { day, clauses: catalog });
    expect(city.rows).toBe(295);
    for (let row = 0; row < city.rows; row += 7) {
      const { columns, alone } = await rowOf(city, city.codeAt(row));
      expect(columns).toEqual(alone);
    }
    const code = syntheticCode(3);
    const ends = { endsOn: '2025-01-01', certificate: '', withdrawn: false, after: 0 };
    expect(
      (await certify(example.context, actor, code, { kind: 'highTech', startsOn: '2024-01-01', ...ends })).ok,
    ).toBe(true);
    const clause = catalog.find(({ once, subject }) => once && subject === 'enterprise');
    await recordAwards(example.context, [
      {
        code,
        clauseId: clause?.id ?? '',
        onceKey: clause?.once?.key ?? '',
        yearKey: '',
        groupKey: '',
        year: 2024,
        fen: 100,
        on: day,
        batch: '1',
      },
    ]);
    const later = await cityOf(example.context, { day, clauses: catalog });
    expect(later.city).toBe(city.city);
    expect(later.version).toBe(city.version + 2);
    const { columns, alone, facts } = await rowOf(later, code);
    expect(columns).toEqual(alone);
    expect(facts).toMatchObject({ highTech: true, [`once_${clause?.once?.key}`]: true });
  });
});

describe('what has grown old', () => {
  it('is unknown one by one and in memory alike; a city may keep it longer', async () => {
    const late = isoDate('2025-07-01');
    const code = syntheticCode(4);
    const asked = { day: late, clauses: catalog };
    expect(await factsOn(example.context, code, asked)).not.toHaveProperty('employees');
    const city = await cityOf(example.context, asked);
    const row = city.rowOf(code) ?? -1;
    const facts = (await factsOn(example.context, code, asked)) ?? {};
    expect(city.schema.map((column) => city.city.register.values(column)[row])).toEqual([
      ...rowEncoder(city.schema)(facts),
    ]);
    await addSetting(example.context.db, example.context.jurisdiction, {
      ...{ id: randomUUID(), key: 'register.figureMonths', value: 24, reason: '', recordedBy: null },
    });
    expect(await factsOn(example.context, code, asked)).toHaveProperty('employees');
    expect((await cityOf(example.context, asked)).city).not.toBe(city.city);
  });
});

describe('personal data', () => {
  const code = syntheticCode(5);
  it('lies sealed, opens with the key alone, and what an older version left in clear is sealed', async () => {
    const { db, jurisdiction } = example.context;
    const { rows } = await sql<{
      text: string;
    }>`SELECT enterprise_contact::text AS text FROM enterprise_contact`.execute(db);
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.map(({ text }) => text).join()).not.toMatch(/0571-0|演\d|000000\d{12}/);
    const contact = await getContact(db, jurisdiction, code, imports.vault);
    expect(contact).toMatchObject({ phone: '0571-00000005' });
    expect(await getContact(db, jurisdiction, code, vaultOf([newVaultKey()]))).toBe('sealed');
    expect(await getContact(db, jurisdiction, code, null)).toBe('sealed');
    const clear = { representative: '旧', phone: '0571-00000009', id_number: '' };
    await db
      .insertInto('enterprise_contact')
      .values({ jurisdiction_id: jurisdiction, code, number: 2, ...clear })
      .execute();
    const read = () => getContact(db, jurisdiction, code, imports.vault);
    expect(await read()).toEqual({ representative: '旧', phone: '0571-00000009', idNumber: '' });
    expect(await sealClearContacts(example.store.connection, imports.vault)).toBe(1);
    expect(await sealClearContacts(example.store.connection, imports.vault)).toBe(0);
    expect(await read()).toEqual({ representative: '旧', phone: '0571-00000009', idNumber: '' });
    await expect(
      sql`UPDATE enterprise_contact SET number = 3 WHERE code = ${code}`.execute(db),
    ).rejects.toThrow();
  });
});

describe('consent', () => {
  const code = syntheticCode(900);
  it('lets matching use what came by consent, until its day or until the firm takes it back', async () => {
    await take(csv('统一社会信用代码,企业名称,职工人数,年度研发投入额（万元）', `${code},丙,40,12`), {
      ...{
        basis: 'consent',
        consentUntil: isoDate('2024-12-31'),
        proof: '授权书1号',
        purposes: ['matching'],
      },
    });
    const known = (on: string) => factsOn(example.context, code, { day: isoDate(on), clauses: catalog });
    expect(await known('2024-12-31')).toMatchObject({ employees: 40, research: 12_000_000 });
    expect(await known('2025-01-01')).toEqual({});
    const withdraw = {
      action: 'withdraw',
      groups: ['research'],
      purposes: ['matching'],
      until: null,
      proof: '',
    } as const;
    expect((await allowUse(example.context, actor, code, withdraw)).ok).toBe(true);
    expect(await known('2024-09-01')).toEqual({ employees: 40 });
    const city = await cityOf(example.context, { day, clauses: catalog });
    const { columns, alone } = await rowOf(city, code);
    expect(columns).toEqual(alone);
  });
});
