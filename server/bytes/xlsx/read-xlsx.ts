// Reads a workbook into text: each visible sheet's name as a line, then its rows as tab-separated lines.
import { limits } from '../limits.ts';
import type { Notes } from '../note.ts';
import { damaged, Refusal } from '../refusal.ts';
import { cellText, type Merge, tableLines } from '../table.ts';
import { attribute, local, readXml, refuseEntities } from '../xml.ts';
import { type Archive, openArchive } from '../zip.ts';
import { builtInFormat } from './number-format.ts';
import { readSheet, type Sheet, type Workbook } from './sheet.ts';

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

function readBook(archive: Archive, part: string): { sheets: SheetEntry[]; from1904: boolean } {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  readXml(archive, part, {
    open: (name, attributes) => {
      const short = local(name);
      if (short === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (short !== 'sheet') return;
      const hidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.name ?? '', relation: relationOf(attributes), hidden });
    },
  });
  return { sheets, from1904 };
}

/** r:id, never the sheet's own number. */
function relationOf(attributes: Readonly<Record<string, string>>): string {
  for (const key in attributes) if (key.endsWith(':id')) return attributes[key] ?? '';
  return '';
}

function readTargets(archive: Archive, part: string, notes: Notes): Map<string, string> {
  const targets = new Map<string, string>();
  const name = part.replace(/([^/]*)$/, '_rels/$1.rels');
  const folder = part.replace(/[^/]*$/, '');
  if (archive.has(name))
    readXml(archive, name, {
      open: (element, attributes) => {
        if (local(element) !== 'Relationship') return;
        const target = attribute(attributes, 'Target') ?? '';
        if (attribute(attributes, 'TargetMode') === 'External')
          notes.add('externalIgnored', target.slice(0, 120));
        else
          targets.set(
            attribute(attributes, 'Id') ?? '',
            target.startsWith('/') ? target.slice(1) : folder + target,
          );
      },
    });
  return targets;
}

/** Shared strings; the reading aids of Japanese and the runs of rich text are one text. */
function readStrings(archive: Archive, part: string): string[] {
  const strings: string[] = [];
  let [text, taking, phonetic] = ['', false, 0];
  if (archive.has(part))
    readXml(archive, part, {
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
        else if (short === 'si') {
          if (strings.length >= limits.cells) throw new Refusal('document.archiveTooLarge', { place: part });
          strings.push(text);
        }
      },
    });
  return strings;
}

/** Number format code of each cell style, by index. */
function readFormats(archive: Archive, part: string): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inCells = false;
  if (archive.has(part))
    readXml(archive, part, {
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

/** A blank row parts two tables of one sheet; merges are cut to what the sheet uses, whatever range they claim. */
function sheetLines(sheet: Sheet): string[] {
  const lines: string[] = [];
  const merges = [...sheet.merges].sort((a, b) => a.row - b.row);
  let block: string[][] = [];
  let [from, nextMerge] = [0, 0];
  const flush = (end: number) => {
    const own: Merge[] = [];
    while (nextMerge < merges.length && (merges[nextMerge]?.row ?? 0) < end) {
      const merge = merges[nextMerge++];
      if (!merge || merge.row < from || merge.column >= sheet.width) continue;
      const columns = Math.min(merge.columns, sheet.width - merge.column);
      own.push({
        row: merge.row - from,
        column: merge.column,
        rows: Math.min(merge.rows, end - merge.row),
        columns,
      });
    }
    if (block.length > 0) lines.push('', ...tableLines(block, own));
    block = [];
  };
  for (let row = 0; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row];
    if (!cells) {
      // A row without content inside a vertical merge is still a row of the table.
      if (block.length > 0) flush(row);
      continue;
    }
    if (block.length === 0) from = row;
    while (cells.length < sheet.width) cells.push('');
    block.push(cells);
  }
  flush(sheet.rows.length);
  return lines;
}

/** Visible sheets in their order; drawings and charts are no sheets. */
function* visibleSheets(bytes: Uint8Array, notes: Notes): Generator<{ name: string; sheet: Sheet }> {
  const archive = openArchive(bytes);
  refuseEntities(archive);
  const main = archive.has('xl/workbook.xml')
    ? 'xl/workbook.xml'
    : archive.names.find((n) => /workbook\.xml$/.test(n));
  if (main === undefined) throw damaged('xl/workbook.xml');
  const { sheets, from1904 } = readBook(archive, main);
  const targets = readTargets(archive, main, notes);
  const partNamed = (ending: RegExp) => [...targets.values()].find((target) => ending.test(target)) ?? '';
  const book: Workbook = {
    strings: readStrings(archive, partNamed(/sharedStrings\.xml$/i)),
    formats: readFormats(archive, partNamed(/styles\.xml$/i)),
    from1904,
  };
  for (const { name, relation, hidden } of sheets) {
    const part = targets.get(relation);
    if (part === undefined || !archive.has(part)) throw damaged(name);
    if (hidden) {
      notes.add('hiddenSheet', name);
      continue;
    }
    if (!/worksheets\//.test(part)) continue;
    yield { name, sheet: readSheet(archive, part, name, book, notes) };
  }
}

export function readXlsx(bytes: Uint8Array, notes: Notes): string {
  const parts: string[] = [];
  let characters = 0;
  for (const { name, sheet } of visibleSheets(bytes, notes)) {
    const lines = sheetLines(sheet);
    if (lines.length === 0) continue;
    const text = [cellText(name), ...lines].join('\n');
    characters += text.length;
    if (characters > limits.textCharacters) throw new Refusal('document.archiveTooLarge', { place: name });
    parts.push(text);
  }
  return parts.join('\n\n').replace(/\n{3,}/g, '\n\n');
}

/** Every cell where it stands: row and column of a cell are its indices, so that a bad one can be named. */
export function readCells(bytes: Uint8Array, notes: Notes): { name: string; rows: string[][] }[] {
  return [...visibleSheets(bytes, notes)].map(({ name, sheet }) => ({
    name,
    rows: Array.from(sheet.rows, (row) => Array.from(row ?? [], (cell) => cell ?? '')),
  }));
}
