// Rows of a large table file, a portion at a time: memory holds a portion, whatever the file weighs.
import { open } from 'node:fs/promises';
import { damaged, Refusal } from '../refusal.ts';
import { extensionOf } from '../sniff.ts';

export interface Portion {
  readonly sheet: string;
  /** Number of the first row as a spreadsheet counts, from 1. */
  readonly line: number;
  readonly rows: readonly (readonly string[])[];
  /** Share of the file that has been read. */
  readonly share: number;
}

export type Portions = AsyncGenerator<Portion>;

/** Few enough that the cells of a portion are gone before the collector has moved them. */
export const portionRows = 500;

export type TableFormat = 'csv' | 'xlsx' | 'parquet';

/** By what the file begins with; a name that says otherwise is refused rather than believed. */
export async function formatOf(path: string, name: string): Promise<TableFormat> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    if (bytesRead === 0) throw new Refusal('document.empty');
    const head = buffer.subarray(0, 4).toString('latin1');
    if (head === 'PAR1') return 'parquet';
    if (head === 'PK\u0003\u0004') return 'xlsx';
    if (['csv', 'tsv', 'txt'].includes(extensionOf(name))) return 'csv';
    throw new Refusal('document.typeUnknown', { name });
  } finally {
    await file.close();
  }
}

export async function readRows(
  path: string,
  name: string,
): Promise<{ format: TableFormat; portions: Portions }> {
  const format = await formatOf(path, name);
  if (format === 'csv') return { format, portions: (await import('./csv-rows.ts')).csvRows(path, name) };
  if (format === 'xlsx') return { format, portions: (await import('./xlsx-rows.ts')).xlsxRows(path) };
  return { format, portions: (await import('./parquet-rows.ts')).parquetRows(path, name) };
}

/** Runs a part of a reader; what a broken file leads it into is "damaged", with the place. */
export async function orDamaged<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged(place);
  }
}
