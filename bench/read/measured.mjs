// The worker in which both readers are measured: files are read in one with these limits, so its collector is theirs too.
import { parentPort } from 'node:worker_threads';
import { speedOf, speedOfOneCall } from './clock.mjs';
import { loadRecognizers } from './recognizers.mjs';
import { corpus, sampleOf, textOfBytes } from './text.mjs';

const root = new URL('../../', import.meta.url);
const say = (line) => parentPort.postMessage({ line });

/** Text lengths in KB of UTF-8 at which growth is measured: time must stay proportional to length. */
const SIZES = [10, 100, 1000, 10_000];
/** Characters of single paragraphs that the library is warmed up with, and both readers are compared on as well. */
const SAMPLE = 8_000;
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

  const compared = await compare(readDocument, documents, total, readAll);
  const ratio = (clock) => compared && Math.round(compared.whole.ours[clock] / compared.whole.theirs[clock]);
  return {
    charsPerSecond: Math.round(alone.wall),
    vsRecognizers: ratio('wall'),
    growth,
    compared: compared && { whole: rounded(compared.whole), sample: rounded(compared.sample) },
    /** The same two by time of the processor, for a machine that is shared. */
    processor: { charsPerSecond: Math.round(alone.processor), vsRecognizers: ratio('processor') },
  };
}

const rounded = ({ characters, ours, theirs }) => ({
  characters,
  ours: Math.round(ours.wall),
  theirs: Math.round(theirs.wall),
});

/**
 * Both readers in this run on the same text: the whole documents whose reading was timed before, and paragraphs of them as
 * one text (rows of tables without their heads, and no document, but few enough to call the library often). Null where the
 * library cannot be installed. It is asked line by line for numbers, shares, ordinals, ages, amounts of money, dimensions
 * and temperatures. Ours reads all there is: structure, quantities, items, checks and the places of everything in the
 * source. No result is kept from one call to the next; ours remembers single words that it has taken apart (the class of a
 * unit).
 */
async function compare(readDocument, documents, total, readAll) {
  const recognize = await loadRecognizers(say);
  if (recognize === null) return null;
  const paragraphs = sampleOf(documents, SAMPLE);
  const text = paragraphs.join('\n');
  say(`comparing on ${text.length} characters of paragraphs`);
  const sample = {
    characters: text.length,
    theirs: speedOf(() => recognize(paragraphs), text.length, WARM),
    ours: speedOf(() => readDocument(text).quantities.length, text.length, WARM),
  };
  const lines = documents.flatMap((document) => document.split('\n')).filter((line) => line.trim() !== '');
  say(`comparing on all ${total} characters: the library takes a minute or more`);
  const whole = {
    characters: total,
    theirs: speedOfOneCall(() => recognize(lines), total),
    ours: speedOf(readAll, total, WARM),
  };
  return { whole, sample };
}

parentPort.postMessage({ figures: await measure() });
