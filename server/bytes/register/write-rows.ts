// Writes a table of any length as CSV or xlsx, a piece at a time.
import { Zip, ZipDeflate } from 'fflate';

export type WrittenFormat = 'csv' | 'xlsx';

type Rows = AsyncIterable<readonly (readonly string[])[]> | Iterable<readonly (readonly string[])[]>;

/** What a spreadsheet would run as a formula stands behind a mark (CWE-1236); digits with a sign are numbers. */
const harmless = (cell: string): string =>
  /^[=@\t\r]/.test(cell) || (/^[+-]/.test(cell) && !/^[+-]?[\d.,]+$/.test(cell)) ? `'${cell}` : cell;

function csvCell(cell: string): string {
  const text = harmless(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** UTF-8 with its mark, as spreadsheets in Chinese expect it. */
export async function* csvBytes(portions: Rows): AsyncGenerator<Buffer> {
  yield Buffer.from('\uFEFF');
  for await (const rows of portions) {
    const lines = rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`);
    yield Buffer.from(lines.join(''));
  }
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xmlText = (text: string): string =>
  text
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');

const fixed: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
};
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const sheetSpace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** Every cell is text: a credit code and 0610 stay what they are. */
export async function* xlsxBytes(sheetName: string, portions: Rows): AsyncGenerator<Buffer> {
  let ready: Buffer[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(Buffer.from(bytes));
  });
  const add = (name: string): ZipDeflate => {
    const part = new ZipDeflate(name, { level: 3 });
    zip.add(part);
    return part;
  };
  for (const [name, text] of Object.entries(fixed)) add(name).push(Buffer.from(head + text), true);
  const book = `<workbook ${sheetSpace} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${xmlText(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  add('xl/workbook.xml').push(Buffer.from(head + book), true);
  const sheet = add('xl/worksheets/sheet1.xml');
  sheet.push(Buffer.from(`${head}<worksheet ${sheetSpace}><sheetData>`));
  for await (const rows of portions) {
    const lines = rows.map(
      (cells) =>
        `<row>${cells.map((cell) => (cell === '' ? '<c/>' : `<c t="inlineStr"><is><t>${xmlText(cell)}</t></is></c>`)).join('')}</row>`,
    );
    sheet.push(Buffer.from(lines.join('')));
    yield* ready;
    ready = [];
  }
  sheet.push(Buffer.from('</sheetData></worksheet>'), true);
  zip.end();
  yield* ready;
}

export const tableBytes = (
  format: WrittenFormat,
  sheetName: string,
  portions: Rows,
): AsyncGenerator<Buffer> => (format === 'csv' ? csvBytes(portions) : xlsxBytes(sheetName, portions));
