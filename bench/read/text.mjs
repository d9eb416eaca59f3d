// The text that is measured on: real documents beside the project where they lie, else those of the samples.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const textsUnder = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.txt'))
        .sort()
        .map((name) => readFileSync(join(folder, name), 'utf8'))
    : [];

/** All documents as strings. */
export function corpus(root) {
  const real = textsUnder(fileURLToPath(new URL('../shared/seeds', root)));
  const texts = real.length > 0 ? real : textsUnder(fileURLToPath(new URL('samples', root)));
  if (texts.length === 0)
    throw new Error('No text to read: neither ../shared/seeds nor samples/ holds a .txt file.');
  return texts;
}

/** Another document of the same form: every digit after a digit is turned on, years (20..) stay. */
const varied = (text, turn) =>
  text.replace(/(?<=[1-9])\d(?!\d?年)/g, (digit) => String((Number(digit) + turn) % 10));

/** Real-form text of about so many bytes: the documents again and again, each time with other figures. */
export function textOfBytes(documents, bytes) {
  const parts = [];
  let left = bytes;
  for (let round = 0; left > 0; round++)
    for (const document of documents) {
      if (left <= 0) break;
      const text = round === 0 ? document : varied(document, round);
      const size = Buffer.byteLength(text);
      parts.push(size <= left ? text : text.slice(0, Math.ceil((text.length * left) / size)));
      left -= size;
    }
  return parts.join('\n');
}

/** Paragraphs spread over the documents, about `length` characters together. */
export function sampleOf(documents, length) {
  const paragraphs = documents.flatMap((text) => text.split('\n')).filter((line) => line.length > 20);
  const total = paragraphs.reduce((sum, line) => sum + line.length, 0);
  const step = Math.max(1, Math.round(total / length));
  return paragraphs.filter((_, i) => i % step === 0);
}
