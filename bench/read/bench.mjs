// How fast a whole document is read, alone and next to the number recognizers of a known library on the same text.
import { build } from '../../tools/build.mjs';
import { speedOf } from './clock.mjs';
import { loadRecognizers } from './recognizers.mjs';
import { corpus, sampleOf, textOfBytes } from './text.mjs';

const root = new URL('../../', import.meta.url);

/** Text lengths in KB of UTF-8 at which growth is measured: time must stay proportional to length. */
const SIZES = [10, 100, 1000, 10_000];
/** Characters of text on which both readers are compared; the library needs seconds for them. */
const SHARED = 8_000;
/** Seconds of warming up: the reader is a large program, and its last parts are compiled after some hundred documents. */
const WARM = 6;
/** The texts of other lengths come after it, through code that is warm by then. */
const WARM_LENGTH = 1;

async function loadReader(say) {
  await build('server', say);
  const { readDocument } = await import(new URL('dist/core/read/read-document.js', root).href);
  return readDocument;
}

export async function measure({ say }) {
  const readDocument = await loadReader(say);
  const documents = corpus(root);
  const total = documents.reduce((sum, text) => sum + text.length, 0);
  say(`reading ${documents.length} documents, ${total} characters`);
  const readAll = () => documents.reduce((sum, text) => sum + readDocument(text).quantities.length, 0);
  const alone = speedOf(readAll, total, WARM);

  const growth = SIZES.map((kb) => {
    const text = textOfBytes(documents, kb * 1024);
    say(`reading ${kb} KB`);
    const { wall } = speedOf(() => readDocument(text), text.length, WARM_LENGTH);
    return { kb, charsPerSecond: Math.round(wall) };
  });

  const compared = await compare(readDocument, documents, say);
  return {
    charsPerSecond: Math.round(alone.wall),
    vsRecognizers: compared === null ? null : Math.round(compared.ours.wall / compared.theirs.wall),
    growth,
    compared: compared && {
      characters: compared.characters,
      ours: Math.round(compared.ours.wall),
      theirs: Math.round(compared.theirs.wall),
    },
    /** The same two by time of the processor, for a machine that is shared. */
    processor: {
      charsPerSecond: Math.round(alone.processor),
      vsRecognizers: compared && Math.round(compared.ours.processor / compared.theirs.processor),
    },
  };
}

/**
 * Both readers on the same sample in this run, warmed up for the same time and timed by the same rule; null where the
 * library cannot be installed. The library is asked paragraph by paragraph for numbers, shares, ordinals, ages, amounts of
 * money, dimensions and temperatures. Ours reads the paragraphs as one document, and all of it: structure, quantities,
 * items, checks and the places of everything in the source. No result is kept from one call to the next; ours remembers
 * single words that it has taken apart (the class of a unit).
 */
async function compare(readDocument, documents, say) {
  const recognize = await loadRecognizers(say);
  if (recognize === null) return null;
  const sample = sampleOf(documents, SHARED);
  const text = sample.join('\n');
  say(`comparing on ${text.length} characters`);
  const theirs = speedOf(() => recognize(sample), text.length, WARM);
  const ours = speedOf(() => readDocument(text).quantities.length, text.length, WARM);
  return { characters: text.length, ours, theirs };
}

const million = (count) => `${(count / 1e6).toFixed(2)} million`;

export function print({ charsPerSecond: speed, vsRecognizers, growth, compared, processor }) {
  const lines = [`whole reading, one core        ${million(speed)} characters a second`];
  for (const { kb, charsPerSecond: at } of growth)
    lines.push(`${`  text of ${kb} KB`.padEnd(31)}${million(at)}`);
  if (compared === null) lines.push('number recognizers             not installed: no comparison');
  else
    lines.push(
      `number recognizers             ${compared.theirs} characters a second`,
      `same ${compared.characters} characters, read here ${million(compared.ours)}: ${vsRecognizers} times as fast`,
    );
  lines.push(
    `by time of the processor       ${million(processor.charsPerSecond)} characters a second${processor.vsRecognizers === null ? '' : `, ${processor.vsRecognizers} times as fast`}`,
  );
  return lines.join('\n');
}
