// The worker in which both readers are measured: files are read in one with these limits, so its collector is theirs too.
import { parentPort } from 'node:worker_threads';
import { speedOf } from './clock.mjs';
import { loadRecognizers } from './recognizers.mjs';
import { corpus, sampleOf, textOfBytes } from './text.mjs';

const root = new URL('../../', import.meta.url);
const say = (line) => parentPort.postMessage({ line });

/** Text lengths in KB of UTF-8 at which growth is measured: time must stay proportional to length. */
const SIZES = [10, 100, 1000, 10_000];
/** Characters of text on which both readers are compared; the library needs seconds for them. */
const SHARED = 8_000;
/** Seconds of warming up: the reader is a large program, and its last parts are compiled after some hundred documents. */
const WARM = 6;
/** The texts of other lengths come after it, through code that is warm by then. */
const WARM_LENGTH = 1;

async function measure() {
  const { readDocument } = await import(new URL('dist/core/read/read-document.js', root).href);
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

  const compared = await compare(readDocument, documents);
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
async function compare(readDocument, documents) {
  const recognize = await loadRecognizers(say);
  if (recognize === null) return null;
  const sample = sampleOf(documents, SHARED);
  const text = sample.join('\n');
  say(`comparing on ${text.length} characters`);
  const theirs = speedOf(() => recognize(sample), text.length, WARM);
  const ours = speedOf(() => readDocument(text).quantities.length, text.length, WARM);
  return { characters: text.length, ours, theirs };
}

parentPort.postMessage({ figures: await measure() });
