// From the bytes of a file to its text: what it is, which reader reads it, and what was left out on the way.
import { fail, type Result } from '../../core/result.ts';
import type { DocumentProblem } from '../../core/vocabulary/problem.ts';
import { decodeText, type Encoding } from './charset.ts';
import { limits } from './limits.ts';
import { type Note, Notes } from './note.ts';
import { load, Refusal, refusing } from './refusal.ts';
import { type Format, mediaTypes, sniff } from './sniff.ts';

export interface ReadOptions {
  /** The encoding the user chose for a text or HTML file. */
  readonly encoding?: Encoding | undefined;
}

export interface ReadText {
  /** The decoded text that every offset of a reading points into. */
  readonly text: string;
  readonly mediaType: string;
  readonly format: Format;
  readonly notes: readonly Note[];
}

/** Readers are loaded when needed: most files need one of them. */
async function readAs(
  format: Format,
  bytes: Uint8Array,
  notes: Notes,
  options: ReadOptions,
): Promise<string> {
  switch (format) {
    case 'txt':
      return decodeText(bytes, notes, options).text;
    case 'html': {
      const { readHtml } = await load(() => import('./html.ts'));
      return readHtml(decodeText(bytes, notes, { ...options, html: true }).text, notes);
    }
    case 'docx':
      return (await load(() => import('./docx/read-docx.ts'))).readDocx(bytes, notes);
    case 'xlsx':
      return (await load(() => import('./xlsx/read-xlsx.ts'))).readXlsx(bytes, notes);
    case 'ofd':
      return (await load(() => import('./ofd.ts'))).readOfd(bytes, notes);
    case 'pdf':
      return (await load(() => import('./pdf/read-pdf.ts'))).readPdf(bytes, notes);
  }
}

/** Office files and pages may hold signs that no text may hold; exact decoding was settled for plain text before. */
const withoutBrokenSigns = (text: string): string =>
  /[\0\uFFFD\p{Surrogate}]/u.test(text) ? text.replace(/[\0\uFFFD\p{Surrogate}]/gu, '') : text;

/** Tables as large as a register are no plan: reading them would take the memory that is there for one file. */
function refuseRegister(text: string): void {
  let [cells, rows, at, line] = [0, 0, text.indexOf('\t'), -1];
  while (at >= 0) {
    cells++;
    if (at > line) {
      rows++;
      const end = text.indexOf('\n', at);
      line = end < 0 ? text.length : end;
    }
    at = text.indexOf('\t', at + 1);
  }
  cells += rows;
  if (cells > limits.readCells)
    throw new Refusal('document.tooManyCells', {
      cells: String(cells),
      rows: String(rows),
      limit: String(limits.readCells),
    });
}

export async function readBytes(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<Result<ReadText, DocumentProblem>> {
  if (bytes.length === 0) return fail('document.empty');
  if (bytes.length > limits.uploadBytes)
    return fail('document.tooLarge', { limit: `${limits.uploadBytes / 1024 / 1024} MB` });
  return refusing(name, async () => {
    const notes = new Notes();
    const format = sniff(bytes, name);
    const text = withoutBrokenSigns(await readAs(format, bytes, notes, options));
    if (text.length > limits.textCharacters) throw new Refusal('document.archiveTooLarge', { place: name });
    refuseRegister(text);
    if (text.trim() === '') throw new Refusal('document.noText');
    return { text, mediaType: mediaTypes[format], format, notes: notes.list() };
  });
}
