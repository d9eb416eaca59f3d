// Rows of a Parquet file, a slice of a row group at a time, every value as the text that a table would show.
import { stat } from 'node:fs/promises';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { orDamaged, type Portions, portionRows } from './rows.ts';

/** Values of a slice are decoded at once; a row group that is larger is read in several slices. */
const sliceRows = 25_000;

export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Date) {
    const text = Number.isNaN(value.getTime()) ? 'NaN' : value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
  }
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  return (
    JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? String(each) : each)) ?? ''
  );
}

export async function* parquetRows(path: string, name: string): Portions {
  const { size } = await stat(path);
  const file = await asyncBufferFromFile(path);
  const metadata = await orDamaged(name, () => parquetMetadataAsync(file));
  const columns = parquetSchema(metadata).children.map((child) => child.element.name);
  if (columns.length > limits.sheetColumns)
    throw new Refusal('document.archiveTooLarge', { place: `${columns.length}` });
  yield { sheet: name, line: 1, rows: [columns], share: 0 };
  const total = Number(metadata.num_rows);
  let from = 0;
  for (const group of metadata.row_groups) {
    const end = from + Number(group.num_rows);
    while (from < end) {
      const until = Math.min(end, from + sliceRows);
      const [rowStart, rowEnd] = [from, until];
      const read = { file, metadata, compressors, rowStart, rowEnd, useOffsetIndex: size > 0 };
      const objects = await orDamaged(`${name}: ${from + 2}`, () => parquetReadObjects(read));
      for (let at = 0; at < objects.length; at += portionRows) {
        const rows = objects
          .slice(at, at + portionRows)
          .map((object) => columns.map((column) => valueText(object[column])));
        // The heading takes line 1, as it would in a table.
        yield {
          sheet: name,
          line: from + at + 2,
          rows,
          share: (from + at + rows.length) / Math.max(1, total),
        };
      }
      from = until;
    }
  }
}
