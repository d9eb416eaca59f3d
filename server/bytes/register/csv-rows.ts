// Rows of a CSV file, however long: decoded as it comes, quoted cells over several lines joined (RFC 4180).
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Encoding } from '../charset.ts';
import { damaged, Refusal } from '../refusal.ts';
import { type Portions, portionRows } from './rows.ts';

const headBytes = 256 * 1024;
/** One row; a longer one is a quotation mark that was never closed. */
const longestRow = 1024 * 1024;

const isIn = (bytes: Uint8Array, encoding: Encoding): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** By its mark, else UTF-8 where the beginning is that, else GB18030; a file that is neither is refused where it fails. */
async function encodingOf(path: string): Promise<Encoding> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
    if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
    return isIn(head, 'utf-8') ? 'utf-8' : 'gb18030';
  } finally {
    await file.close();
  }
}

/** Cells of one row that has quotation marks. */
export function quotedCells(row: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= row.length) {
    if (row[at] !== '"') {
      const end = row.indexOf(delimiter, at);
      cells.push(row.slice(at, end < 0 ? row.length : end));
      at = end < 0 ? row.length + 1 : end + 1;
      continue;
    }
    let [text, from] = ['', at + 1];
    for (;;) {
      const close = row.indexOf('"', from);
      if (close < 0) return [...cells, text + row.slice(from)];
      text += row.slice(from, close);
      if (row[close + 1] !== '"') {
        from = close + 1;
        break;
      }
      text += '"';
      from = close + 2;
    }
    const end = row.indexOf(delimiter, from);
    cells.push(text + row.slice(from, end < 0 ? row.length : end));
    at = end < 0 ? row.length + 1 : end + 1;
  }
  return cells;
}

const marksIn = (text: string): number => text.split('"').length - 1;

/** Rows of decoded text; an open quotation mark joins a row with the next line. */
class Splitter {
  #rest = '';
  #open = '';
  #delimiter: string | null = null;

  *push(text: string, isLast: boolean): Generator<string[]> {
    const all = this.#rest + text;
    let from = 0;
    for (let end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', from)) {
      const cells = this.#line(all.slice(from, all.charCodeAt(end - 1) === 13 ? end - 1 : end));
      from = end + 1;
      if (cells) yield cells;
    }
    this.#rest = all.slice(from);
    if (this.#rest.length + this.#open.length > longestRow) throw damaged('CSV: "');
    if (!isLast || (this.#rest === '' && this.#open === '')) return;
    if (this.#open !== '') throw damaged('CSV: "');
    const cells = this.#line(this.#rest);
    if (!cells) throw damaged('CSV: "');
    yield cells;
  }

  #line(line: string): string[] | null {
    const row = this.#open === '' ? line : `${this.#open}\n${line}`;
    if (this.#open === '' && !row.includes('"')) return row.split(this.#delimiterOf(row));
    if (marksIn(row) % 2 === 1) {
      this.#open = row;
      if (row.length > longestRow) throw damaged('CSV: "');
      return null;
    }
    this.#open = '';
    return quotedCells(row, this.#delimiterOf(row));
  }

  #delimiterOf(row: string): string {
    this.#delimiter ??= row.includes('\t') ? '\t' : !row.includes(',') && row.includes(';') ? ';' : ',';
    return this.#delimiter;
  }
}

export async function* csvRows(path: string, name: string): Portions {
  const [encoding, { size }] = [await encodingOf(path), await stat(path)];
  const decoder = new TextDecoder(encoding, { fatal: true });
  const splitter = new Splitter();
  let [rows, line, read]: [string[][], number, number] = [[], 1, 0];
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new Refusal('document.encodingUnknown', {
        offset: String(read),
        encoding: encoding.toUpperCase(),
      });
    }
  };
  const take = function* (text: string, isLast: boolean) {
    for (const cells of splitter.push(text, isLast)) {
      rows.push(cells);
      if (rows.length < portionRows) continue;
      yield { sheet: name, line, rows, share: size === 0 ? 1 : read / size };
      line += rows.length;
      rows = [];
    }
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    const text = decode(bytes);
    if (text.includes('\0'))
      throw new Refusal('document.encodingUnknown', {
        offset: String(read),
        encoding: encoding.toUpperCase(),
      });
    yield* take(text, false);
    read += bytes.length;
  }
  yield* take(decode(), true);
  if (rows.length > 0) yield { sheet: name, line, rows, share: 1 };
}
