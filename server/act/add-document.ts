// Adds a document: reads the bytes in a worker, then stores them with everything that was found, or nothing at all.
import { createHash, randomUUID } from 'node:crypto';
import { isIsoDate } from '../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import {
  type Context,
  inTransaction,
  type ReadFile,
  type ReadingProblem,
  type ReadingStep,
  type ReadOptions,
} from '../context.ts';
import { addDocument as addRow, getDocument, getDocumentByHash, getLastVersion } from '../store/document.ts';
import { addItems } from '../store/item.ts';

export interface Upload extends ReadOptions {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Added {
  readonly documentId: string;
  /** The same bytes were here before; nothing was stored. */
  readonly alreadyHere: boolean;
  readonly counts: Counts;
}

export interface Counts {
  readonly characters: number;
  readonly quantities: number;
  readonly tables: number;
  readonly items: number;
  readonly findings: number;
}

const countsOf = ({ text, reading }: ReadFile): Counts => ({
  characters: text.length,
  quantities: reading.quantities.length,
  tables: reading.tables.length,
  items: reading.items.length,
  findings: reading.checks.filter((check) => !check.ok).length,
});

const countsOfRow = ({ characters, quantities, tables, items, findings }: Counts): Counts => ({
  characters,
  quantities,
  tables,
  items,
  findings,
});

/** A store could not give such text back as it came: PostgreSQL refuses NUL, UTF-8 has no half surrogates. */
const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

async function store(context: Context, upload: Upload, sha256: string, read: ReadFile): Promise<Added> {
  return inTransaction(context, async ({ db, jurisdiction }) => {
    const { number, date } = read.reading.document;
    const replaces =
      number && isIsoDate(date) ? await getLastVersion(db, jurisdiction, number, date) : undefined;
    const id = randomUUID();
    const { text, mediaType, reading, notes = [] } = read;
    const row = { id, sha256, fileName: upload.name, mediaType, bytes: upload.bytes, text, reading, notes };
    if (!(await addRow(db, jurisdiction, { ...row, replaces: replaces?.id ?? null }))) {
      const same = await getDocumentByHash(db, jurisdiction, sha256); // somebody uploaded it at the same moment
      return { documentId: same?.id ?? id, alreadyHere: true, counts: countsOf(read) };
    }
    const items = reading.items.map((body) => ({ id: randomUUID(), body }));
    await addItems(db, jurisdiction, id, items);
    return { documentId: id, alreadyHere: false, counts: countsOf(read) };
  });
}

export async function addDocument(
  context: Context,
  upload: Upload,
  onStage: (stage: ReadingStep | 'storing') => void = () => {},
): Promise<Result<Added, ReadingProblem>> {
  if (upload.bytes.length === 0) return fail('document.empty');
  const sha256 = createHash('sha256').update(upload.bytes).digest('hex');
  const same = await getDocumentByHash(context.db, context.jurisdiction, sha256);
  const kept = same && (await getDocument(context.db, context.jurisdiction, same.id));
  if (kept) return succeed({ documentId: kept.id, alreadyHere: true, counts: countsOfRow(kept) });
  const options = upload.encoding ? { encoding: upload.encoding } : {};
  const read = await context.readBytes(upload.bytes, upload.name, options, onStage);
  if (!read.ok) return read;
  const bad = read.value.text.search(unstorable);
  if (bad >= 0) return fail('document.damaged', { place: `#${bad}` });
  onStage('storing');
  return succeed(await store(context, upload, sha256, read.value));
}
