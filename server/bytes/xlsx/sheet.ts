// Reads the cells of one worksheet as the sheet shows them, and the rectangles that are merged.
import { limits } from '../limits.ts';
import type { Notes } from '../note.ts';
import { Refusal } from '../refusal.ts';
import type { Merge } from '../table.ts';
import { type Attributes, local, readXml } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { showNumber } from './number-format.ts';

export interface Workbook {
  readonly strings: readonly string[];
  /** Number format code by style index. */
  readonly formats: readonly string[];
  readonly from1904: boolean;
}

export interface Sheet {
  /** Sparse: a row that holds nothing is missing. */
  readonly rows: (string[] | undefined)[];
  readonly merges: Merge[];
  readonly width: number;
}

/** Column and row of an address such as BC12, from 0; undefined where it is none. */
export function placeOf(address: string): { column: number; row: number } | undefined {
  let [column, at] = [0, 0];
  for (; at < address.length; at++) {
    const letter = (address.charCodeAt(at) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const row = Number(address.slice(at));
  return at > 0 && at < 4 && Number.isInteger(row) && row > 0
    ? { column: column - 1, row: row - 1 }
    : undefined;
}

const tooMany = (place: string) => new Refusal('document.archiveTooLarge', { place });

/** ECMA-376 part 1, 18.3.1.4 c: type, style, address, value. */
interface OpenCell {
  readonly type: string;
  readonly style: number;
  readonly row: number;
  readonly column: number;
}

class SheetReader {
  readonly sheet: { rows: (string[] | undefined)[]; merges: Merge[]; width: number } = {
    rows: [],
    merges: [],
    width: 0,
  };
  readonly #book: Workbook;
  readonly #name: string;
  readonly #notes: Notes;
  #row = -1;
  #column = -1;
  #cell: OpenCell | undefined;
  #value = '';
  #taking = false;
  #phonetic = false;
  #cells = 0;

  constructor(book: Workbook, name: string, notes: Notes) {
    this.#book = book;
    this.#name = name;
    this.#notes = notes;
  }

  open(fullName: string, attributes: Attributes): void {
    switch (local(fullName)) {
      case 'row':
        this.#row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r) - 1;
        this.#column = -1;
        if (!(this.#row >= 0 && this.#row < limits.sheetRows)) throw tooMany(`${this.#name}: rows`);
        break;
      case 'c':
        this.#openCell(attributes);
        break;
      case 'v':
      case 't':
        this.#taking = this.#cell !== undefined && !this.#phonetic;
        break;
      case 'rPh':
        this.#phonetic = true;
        break;
      case 'mergeCell':
        this.#merge(attributes.ref ?? '');
        break;
      default:
    }
  }

  text(text: string): void {
    if (this.#taking) this.#value += text;
  }

  close(fullName: string): void {
    const name = local(fullName);
    if (name === 'v' || name === 't') this.#taking = false;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'c') this.#closeCell();
  }

  #openCell(attributes: Attributes): void {
    const place = attributes.r === undefined ? undefined : placeOf(attributes.r);
    this.#column = place?.column ?? this.#column + 1;
    const type = attributes.t ?? 'n';
    this.#cell = {
      type,
      style: Number(attributes.s ?? '0'),
      row: place?.row ?? this.#row,
      column: this.#column,
    };
    this.#value = '';
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (!cell || this.#value === '') return;
    if (cell.column >= limits.sheetColumns) throw tooMany(`${this.#name}: column ${cell.column + 1}`);
    if (++this.#cells > limits.cells) throw tooMany(`${this.#name}: cells`);
    const text = this.#show(cell)
      .replace(/[\t\r\n]+/g, ' ')
      .trim();
    if (text === '') return;
    let row = this.sheet.rows[cell.row];
    if (!row) {
      row = [];
      this.sheet.rows[cell.row] = row;
    }
    while (row.length < cell.column) row.push('');
    row[cell.column] = text;
    this.sheet.width = Math.max(this.sheet.width, cell.column + 1);
  }

  #show(cell: OpenCell): string {
    if (cell.type === 's') return this.#book.strings[Number(this.#value)] ?? '';
    if (cell.type === 'b') return this.#value === '1' ? 'TRUE' : 'FALSE';
    if (cell.type === 'e') {
      this.#notes.add(
        'errorCell',
        `${this.#name} R${cell.row + 1}C${cell.column + 1} ${this.#value.slice(0, 20)}`,
      );
      return this.#value;
    }
    if (cell.type !== 'n') return this.#value;
    const value = Number(this.#value);
    if (!Number.isFinite(value)) return this.#value;
    return showNumber(value, this.#book.formats[cell.style] ?? 'General', this.#book.from1904);
  }

  #merge(reference: string): void {
    const [from, to] = reference.split(':').map(placeOf);
    if (!from || !to || this.sheet.merges.length >= 100_000) return;
    const [rows, columns] = [to.row - from.row + 1, to.column - from.column + 1];
    if (rows > 0 && columns > 0) this.sheet.merges.push({ ...from, rows, columns });
  }
}

export function readSheet(archive: Archive, part: string, name: string, book: Workbook, notes: Notes): Sheet {
  const reader = new SheetReader(book, name, notes);
  readXml(archive, part, reader);
  return reader.sheet;
}
