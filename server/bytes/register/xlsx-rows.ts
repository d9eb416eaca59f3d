// Rows of a large workbook, sheet by sheet, as the sheet shows them: the XML is read as it inflates, never held whole.
import { TextDecoder } from 'node:util';
import { limits } from '../limits.ts';
import { damaged, Refusal } from '../refusal.ts';
import { builtInFormat, showNumber } from '../xlsx/number-format.ts';
import { placeOf } from '../xlsx/sheet.ts';
import { type Attributes, attribute, encodingOf, local, makeParser, type XmlEvents } from '../xml.ts';
import { orDamaged, type Portions, portionRows } from './rows.ts';
import { openZipFile, type ZipFile } from './zip-file.ts';

/** Feeds one part of the workbook to its reader, with a pause after each piece so that rows can be taken away. */
async function* pieces(zip: ZipFile, part: string, events: XmlEvents): AsyncGenerator<void> {
  const parser = makeParser(part, events);
  let decoder: TextDecoder | undefined;
  const stream = await zip.stream(part);
  try {
    for await (const chunk of stream) {
      const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      parser.write(decoder.decode(bytes, { stream: true }));
      yield;
    }
    parser.write(decoder?.decode() ?? '').close();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged(part);
  } finally {
    stream.destroy();
  }
}

async function readPart(zip: ZipFile, part: string, events: XmlEvents): Promise<void> {
  if (!zip.entries.has(part)) return;
  for await (const _ of pieces(zip, part, events));
}

interface Book {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly from1904: boolean;
}

async function readStrings(zip: ZipFile, part: string): Promise<string[]> {
  const strings: string[] = [];
  let [text, taking, phonetic] = ['', false, 0];
  await readPart(zip, part, {
    open: (name) => {
      const short = local(name);
      if (short === 'si') text = '';
      else if (short === 'rPh') phonetic++;
      else if (short === 't') taking = phonetic === 0;
    },
    text: (more) => {
      if (taking) text += more;
    },
    close: (name) => {
      const short = local(name);
      if (short === 't') taking = false;
      else if (short === 'rPh') phonetic--;
      else if (short === 'si') strings.push(text);
    },
  });
  return strings;
}

async function readFormats(zip: ZipFile, part: string): Promise<string[]> {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inCells = false;
  await readPart(zip, part, {
    open: (name, attributes) => {
      const short = local(name);
      if (short === 'numFmt')
        own.set(Number(attributes.numFmtId), (attributes.formatCode ?? 'General').slice(0, 255));
      else if (short === 'cellXfs') inCells = true;
      else if (short === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? '0');
        formats.push(own.get(id) ?? builtInFormat(id));
      }
    },
    close: (name) => {
      if (local(name) === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** Collects the rows of one sheet; whoever reads takes them away as they become whole. */
class SheetRows implements XmlEvents {
  rows: string[][] = [];
  readonly #book: Book;
  readonly #name: string;
  #row: string[] = [];
  #at = -1;
  #cell: { type: string; style: number; column: number } | null = null;
  #value = '';
  #taking = false;

  constructor(book: Book, name: string) {
    this.#book = book;
    this.#name = name;
  }

  open(fullName: string, attributes: Attributes): void {
    const name = local(fullName);
    if (name === 'row') {
      const at = attributes.r === undefined ? this.#at + 1 : Number(attributes.r) - 1;
      if (!(at > this.#at && at < limits.sheetRows))
        throw new Refusal('document.archiveTooLarge', { place: this.#name });
      // A row that the file leaves out is an empty one: lines keep their numbers.
      for (let missing = this.#at + 1; missing < at; missing++) this.rows.push([]);
      this.#at = at;
      this.#row = [];
    } else if (name === 'c') {
      const column =
        attributes.r === undefined ? this.#row.length : (placeOf(attributes.r)?.column ?? this.#row.length);
      if (column >= limits.sheetColumns)
        throw new Refusal('document.archiveTooLarge', { place: `${this.#name}: ${column + 1}` });
      this.#cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? '0'), column };
      this.#value = '';
    } else if (name === 'v' || name === 't') this.#taking = this.#cell !== null;
  }

  text(text: string): void {
    if (this.#taking) this.#value += text;
  }

  close(fullName: string): void {
    const name = local(fullName);
    if (name === 'v' || name === 't') this.#taking = false;
    else if (name === 'row') this.rows.push(this.#row);
    else if (name === 'c' && this.#cell) {
      const { column } = this.#cell;
      while (this.#row.length < column) this.#row.push('');
      this.#row[column] = this.#value === '' ? '' : this.#show(this.#cell);
      this.#cell = null;
    }
  }

  #show({ type, style }: { type: string; style: number }): string {
    if (type === 's') return this.#book.strings[Number(this.#value)] ?? '';
    if (type === 'b') return this.#value === '1' ? 'true' : 'false';
    if (type !== 'n') return this.#value;
    const format = this.#book.formats[style] ?? 'General';
    // Without a format of its own the cell holds what it says: no digit of a figure is lost.
    if (format === 'General' && /^-?\d{1,15}(?:\.\d{1,6})?$/.test(this.#value)) return this.#value;
    const value = Number(this.#value);
    return Number.isFinite(value) ? showNumber(value, format, this.#book.from1904) : this.#value;
  }
}

interface Part {
  readonly name: string;
  readonly part: string;
}

async function readBook(zip: ZipFile): Promise<{ sheets: Part[]; book: Book }> {
  const main = [...zip.entries.keys()].find((name) => /(?:^|\/)workbook\.xml$/.test(name));
  if (main === undefined) throw damaged('xl/workbook.xml');
  const folder = main.replace(/[^/]*$/, '');
  const targets = new Map<string, string>();
  await readPart(zip, `${folder}_rels/workbook.xml.rels`, {
    open: (element, attributes) => {
      if (local(element) !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      targets.set(
        attribute(attributes, 'Id') ?? '',
        target.startsWith('/') ? target.slice(1) : folder + target,
      );
    },
  });
  const listed: { name: string; relation: string }[] = [];
  let from1904 = false;
  await readPart(zip, main, {
    open: (element, attributes) => {
      const short = local(element);
      if (short === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (short !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
      listed.push({
        name: attributes.name ?? '',
        relation: key === undefined ? '' : (attributes[key] ?? ''),
      });
    },
  });
  const partNamed = (ending: RegExp) => [...targets.values()].find((target) => ending.test(target)) ?? '';
  const sheets = listed.flatMap(({ name, relation }) => {
    const part = targets.get(relation);
    return part === undefined || !/worksheets\//.test(part) ? [] : [{ name, part }];
  });
  const book = {
    strings: await readStrings(zip, partNamed(/sharedStrings\.xml$/i)),
    formats: await readFormats(zip, partNamed(/styles\.xml$/i)),
    from1904,
  };
  return { sheets, book };
}

export async function* xlsxRows(path: string): Portions {
  const zip = await orDamaged('zip', () => openZipFile(path));
  const { sheets, book } = await readBook(zip);
  const sizeOf = ({ part }: Part): number => zip.entries.get(part)?.size ?? 0;
  const total = Math.max(
    1,
    sheets.reduce((sum, sheet) => sum + sizeOf(sheet), 0),
  );
  let before = 0;
  for (const sheet of sheets) {
    const reader = new SheetRows(book, sheet.name);
    let [line, cells] = [1, 0];
    for await (const _ of pieces(zip, sheet.part, reader)) {
      if (reader.rows.length < portionRows) continue;
      const rows = reader.rows;
      reader.rows = [];
      cells += rows.length;
      const share = Math.min(1, (before + sizeOf(sheet) * Math.min(1, cells / limits.sheetRows)) / total);
      yield { sheet: sheet.name, line, rows, share };
      line += rows.length;
    }
    if (reader.rows.length > 0) yield { sheet: sheet.name, line, rows: reader.rows, share: 1 };
    before += sizeOf(sheet);
  }
}
