// Which kind of table a sheet is: SDMX-CSV by its first word, one figure a row by its headings, else a bureau's table.
import { isEmptyRow } from '../../quantity/sheet.ts';
import { readBureauTable } from './bureau-table.ts';
import { readLongTable } from './long-table.ts';
import { isSdmx, readSdmxCsv } from './sdmx-csv.ts';
import { collected, refuse, type TableAsk, type TableRead } from './table.ts';

export function readMonitorTable(ask: TableAsk): TableRead {
  if (isSdmx(ask.rows)) return readSdmxCsv(ask);
  return readLongTable(ask) ?? readBureauTable(ask) ?? nothingRead(ask);
}

/** Every row is named, so that the sender sees that nothing was understood. */
function nothingRead({ rows }: TableAsk): TableRead {
  const into = collected();
  for (const [row, cells] of rows.entries())
    if (!isEmptyRow(cells)) refuse(into, [row, 0], cells.join(' ').trim().slice(0, 80), 'rows.noHeading');
  return { format: 'bureau', read: [], refused: into.refused, empty: 0, ignored: [], unknown: [] };
}
