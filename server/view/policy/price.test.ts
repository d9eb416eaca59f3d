// A draft over a register: what a slider answers is what the whole city run again pays, and a comparison adds up.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withValues } from '../../../core/policy/author/parameter.ts';
import { printClause } from '../../../core/policy/author/parse-clause.ts';
import { catalog } from '../../../core/policy/catalog/catalog.ts';
import type { Clause } from '../../../core/policy/clause.ts';
import { syntheticHeadings, syntheticRow } from '../../../core/policy/register/file/synthetic.ts';
import { loadCatalogue } from '../../act/clause/load-catalogue.ts';
import { type Example, openExample } from '../../act/example.fixture.ts';
import { type ImportWish, openRegisterImports, type RegisterImports } from '../../act/register/imports.ts';
import { tableBytes } from '../../bytes/register/write-rows.ts';
import { addPlaces } from '../../store/jurisdiction.ts';
import { newVaultKey, vaultOf } from '../../store/register/vault.ts';
import { compareDraft } from './comparison.ts';
import { priceDraft } from './price.ts';

const ROWS = 400;
const startsOn = '2024-10-01';
let example: Example;
let imports: RegisterImports;
let folder: string;

const clauseNamed = (id: string): Clause => {
  const clause = catalog.find((each) => each.id === id);
  if (!clause) throw new Error(`no clause ${id}`);
  return clause;
};
const must = <T>(result: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const insurance = clauseNamed('hz-2024-16-16-insurance');
const asked = (clause: Clause, clauseId: string | null = clause.id) => ({
  ...{ clauseId, text: printClause(clause), startsOn },
});
const price = async (clause: Clause, values = {}, clauseId: string | null = clause.id) =>
  must(await priceDraft(example.context, { ...asked(clause, clauseId), values }));

beforeAll(async () => {
  example = await openExample();
  const { db, jurisdiction } = example.context;
  await loadCatalogue(example.context);
  const place = { nameEn: '', kind: 'district', tile: null, in: null } as const;
  await addPlaces(db, jurisdiction, [
    { id: 'east', name: '东区', ...place },
    { id: 'west', name: '西区', ...place },
  ]);
  folder = mkdtempSync(join(tmpdir(), 'bihuan-price-'));
  imports = openRegisterImports(example.context, {
    ...{ connection: example.store.connection, folder, vault: vaultOf([newVaultKey()]) },
    log: (error) => {
      throw error;
    },
  });
  const options = { seed: 7, year: 2023, places: ['东区', '西区'] };
  const rows = Array.from({ length: ROWS }, (_, at) => syntheticRow(at, options));
  const wish: ImportWish = {
    ...{ fileName: '名录.csv', year: 2023, source: '市场监管登记', basis: 'duty', proof: '' },
    ...{ purposes: ['matching'], consentUntil: null },
  };
  const caller = { accountId: null, name: '', grants: [], scopes: null };
  const bytes = tableBytes('csv', '名录', [[syntheticHeadings], rows]);
  must(await imports.receive(Readable.from(bytes), wish, { caller, key: null }));
  await imports.idle();
}, 120_000);
afterAll(async () => {
  await imports.close();
  await example.store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a price', () => {
  it('of the published text is what the published clauses pay', async () => {
    const { priced } = await price(insurance);
    expect(priced?.subjects).toBe(ROWS);
    expect(priced?.matched).toBeGreaterThan(0);
    expect(priced?.total).toEqual(priced?.before);
    expect(priced?.more.fen).toBe('0');
  });

  it('with other numbers is what the clause so written pays, back and forth', async () => {
    for (const value of ['10%', '90%', '10%']) {
      const values = { share: value };
      const slid = await price(insurance, values);
      const written = await price(withValues(insurance, startsOn, values));
      expect(slid.values).toEqual(values);
      expect(slid.priced?.total).toEqual(written.priced?.total);
      const compared = must(
        await compareDraft(example.context, asked(withValues(insurance, startsOn, values))),
      );
      expect(compared.after).toEqual(slid.priced?.total);
      expect(compared.before).toEqual(slid.priced?.before);
    }
  });

  it('of a new clause, with a history of its own, is on top of what is published', async () => {
    const fresh: Clause = {
      ...insurance,
      id: 'new-insurance',
      once: { per: 'enterprise', key: 'neverSeen' },
      tests: [],
    };
    const { overlap: _alone, ...alone } = fresh;
    const { priced } = await price(alone, {}, null);
    expect(priced?.matched).toBeGreaterThan(0);
    expect(Number(priced?.more.fen)).toBeGreaterThan(0);
    expect(Number(priced?.total.fen)).toBe(Number(priced?.before.fen) + Number(priced?.more.fen));
  });

  it('is refused for what cannot be read, and for those who have no register', async () => {
    const broken = await priceDraft(example.context, { ...asked(insurance), text: '{', values: {} });
    expect(broken).toMatchObject({ ok: false, code: 'clauseDraft.notReadable' });
    const park = catalog.find(({ subject }) => subject === 'park');
    expect(park && (await priceDraft(example.context, { ...asked(park), values: {} }))).toMatchObject({
      code: 'clauseDraft.noRegister',
    });
  });

  it('tells what does not stand with the numbers under the slider', async () => {
    const { priced, problems } = await price(insurance, { share: '3人' });
    expect(priced).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });
});

describe('a comparison', () => {
  it('adds up by district and by size, and names who gains most', async () => {
    const lower = withValues(insurance, startsOn, { share: '10%' });
    const compared = must(await compareDraft(example.context, asked(lower)));
    expect(compared.winners + compared.losers + compared.unchanged).toBe(ROWS);
    expect(compared.losers).toBeGreaterThan(0);
    for (const groups of [compared.places, compared.sizes]) {
      expect(groups.reduce((sum, { subjects }) => sum + subjects, 0)).toBe(ROWS);
      expect(groups.reduce((sum, { more }) => sum + BigInt(more.fen), 0n)).toBe(BigInt(compared.more.fen));
    }
    expect(compared.losses.length).toBeGreaterThan(0);
    for (const { code, name: firm, place } of compared.losses) {
      expect(code).toMatch(/^.{6}\*{8}.{4}$/);
      expect(firm).not.toBe('');
      expect(['东区', '西区']).toContain(place.zh);
    }
    expect(compared.clauses.map(({ id, change }) => [id, change])).toContainEqual([insurance.id, 'changed']);
  });
});
