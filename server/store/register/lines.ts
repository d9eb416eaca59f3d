// Rows in the text form of COPY, gathered as bytes outside the heap: a million rows pass without a million objects that the
// collector has to look at again and again.
import { once } from 'node:events';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** What COPY reads as null. */
export const none = '\\N';

/** COPY's text format: backslash, tab and line ends are escaped. */
export const copyText = (text: string): string =>
  /[\\\t\n\r]/.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : text;

/** Without what is unknown at the end, so that the same figures are the same array however long the row was. */
export function figuresText(figures: readonly (number | null)[]): string {
  let length = figures.length;
  while (length > 0 && figures[length - 1] === null) length--;
  let text = '{';
  for (let at = 0; at < length; at++) {
    if (at > 0) text += ',';
    text += figures[at] ?? 'NULL';
  }
  return `${text}}`;
}

/** An array of texts as PostgreSQL prints one. */
export const textsText = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;

const firstRoom = 1024 * 1024;
/** A character takes at most so many bytes in UTF-8 for each of its UTF-16 units. */
const bytesOfUnit = 3;

export class Lines {
  #bytes = Buffer.allocUnsafe(firstRoom);
  #length = 0;

  /** The line ends with its own line end. */
  add(line: string): void {
    const wanted = this.#length + line.length * bytesOfUnit;
    if (wanted > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(wanted, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(line, this.#length, 'utf8');
  }

  /** What was gathered, which the caller now owns; empty again afterwards, with the same room. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafe(this.#bytes.length);
    this.#length = 0;
    return taken;
  }
}

const pieceBytes = 512 * 1024;

/** Copies lines into a table; nothing to copy asks nothing. */
export async function copyLines(
  client: Client,
  table: string,
  columns: readonly string[],
  bytes: Buffer,
): Promise<void> {
  if (bytes.length === 0) return;
  const copy = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
  const ended = once(copy, 'finish');
  // Where the database refuses in the middle, "ended" says so; waiting for room must not wait for ever then.
  ended.catch(() => {});
  for (let at = 0; at < bytes.length && !copy.destroyed; at += pieceBytes)
    if (!copy.write(bytes.subarray(at, at + pieceBytes)))
      await Promise.race([once(copy, 'drain').catch(() => {}), ended]);
  copy.end();
  await ended;
}
