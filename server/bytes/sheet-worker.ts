// Runs in a worker thread of its own: bytes of a table file in, its cells out in portions, then the thread ends.
import { parentPort } from 'node:worker_threads';
import { readGrid } from '../../core/observe/report-paste.ts';
import { succeed } from '../../core/result.ts';
import { decodeText } from './charset.ts';
import { Notes } from './note.ts';
import { load, Refusal, refusing } from './refusal.ts';
import type { FromSheetWorker, SheetRows } from './sheet-rows.ts';
import { sniff } from './sniff.ts';

const portion = 2_000;

async function readTable(bytes: Uint8Array, name: string): Promise<readonly SheetRows[]> {
  const notes = new Notes();
  // As a document a CSV is sent back; as a table it is plain text.
  const format = sniff(bytes, name.replace(/\.(csv|tsv)$/i, '.txt'));
  if (format !== 'xlsx' && format !== 'txt') throw new Refusal('document.typeUnknown', { name });
  if (format === 'xlsx') return (await load(() => import('./xlsx/read-xlsx.ts'))).readCells(bytes, notes);
  return [{ name, rows: readGrid(decodeText(bytes, notes, {}).text).cells }];
}

parentPort?.once('message', async ({ bytes, name }: { bytes: Uint8Array; name: string }) => {
  const post = (message: FromSheetWorker): void => parentPort?.postMessage(message);
  const read = await refusing(name, () => readTable(bytes, name));
  if (!read.ok) return post({ done: read });
  for (const { name: sheet, rows } of read.value) {
    if (rows.length === 0) post({ sheet, rows: [] });
    for (let at = 0; at < rows.length; at += portion) post({ sheet, rows: rows.slice(at, at + portion) });
  }
  post({ done: succeed(true) });
});
