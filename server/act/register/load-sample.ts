// Fills the register of the sample city with invented enterprises, through the same import that a clerk's file goes through.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Caller } from '../../../core/contract/permission.ts';
import {
  laterRow,
  syntheticCode,
  syntheticHeadings,
  syntheticRow,
} from '../../../core/policy/register/file/synthetic.ts';
import { csvBytes } from '../../bytes/register/write-rows.ts';
import type { Context } from '../../context.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { holdEnterprise } from './hold.ts';
import type { ImportWish, RegisterImports } from './imports.ts';

const Sample = z.strictObject({
  rows: z.number().int().min(1).max(100_000),
  seed: z.number().int(),
  year: z.number().int(),
  source: z.string().min(1),
  /** Enterprises told by name: cells by heading on top of what the seed gives; and who acts for the enterprise. */
  told: z.array(
    z.strictObject({
      index: z.number().int().min(0),
      cells: z.record(z.string(), z.string()),
      login: z.string().optional(),
    }),
  ),
});

const sampleOffice: Caller = { accountId: null, name: '', grants: [], scopes: null };

async function send(
  imports: RegisterImports,
  { year, source }: Pick<ImportWish, 'year' | 'source'>,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const received = await imports.receive(
    Readable.from(csvBytes([[syntheticHeadings], rows])),
    {
      ...{ fileName: `示例企业名录（演示）${year}.csv`, year, source, basis: 'duty', proof: '' },
      ...{ purposes: ['matching', 'push', 'statistics'], consentUntil: null },
    },
    { caller: sampleOffice, key: null },
  );
  if (!received.ok) throw new Error(`sample register: ${received.code}`);
  await imports.idle();
}

/** The register of the folder, if there is one; the city must be loaded before. */
export async function loadSampleRegister(
  context: Context,
  folder: string,
  imports: RegisterImports,
): Promise<void> {
  const file = join(folder, 'register.json');
  if (!existsSync(file)) return;
  const sample = Sample.parse(JSON.parse(await readFile(file, 'utf8')));
  const { db, jurisdiction } = context;
  const districts = (await listAllPlaces(db, jurisdiction)).filter(
    ({ kind }) => kind === 'district' || kind === 'county',
  );
  const options = { seed: sample.seed, year: sample.year, places: districts.map(({ name }) => name) };
  const told = new Map(sample.told.map(({ index, cells }) => [index, cells]));
  const rows = Array.from({ length: sample.rows }, (_, index) => {
    const own = told.get(index) ?? {};
    return syntheticRow(index, options).map((cell, at) => own[syntheticHeadings[at] ?? ''] ?? cell);
  });
  await send(imports, { year: sample.year, source: sample.source }, rows);
  // The documents are of an earlier year; firms have figures up to last year, so that what is in force today has whom to pay.
  const lastYear = Number(context.today().slice(0, 4)) - 1;
  if (lastYear > sample.year) {
    const grown = rows.map((cells, index) => laterRow(cells, index, { seed: sample.seed, year: lastYear }));
    await send(imports, { year: lastYear, source: sample.source }, grown);
  }
  for (const { index, login } of sample.told) {
    if (login === undefined) continue;
    const held = await holdEnterprise(
      context,
      { caller: sampleOffice, key: null },
      syntheticCode(index),
      login,
    );
    if (!held.ok) throw new Error(`sample register: ${held.code}`);
  }
}
