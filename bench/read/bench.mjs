// How fast a whole document is read, alone and next to the number recognizers of a known library on the same text.
import { Worker } from 'node:worker_threads';
import { build } from '../../tools/build.mjs';

/** Both readers run where files are read: in a worker with the limits of server/bytes. */
export async function measure({ say }) {
  await build('server', say);
  const { limits } = await import(new URL('../../dist/server/bytes/limits.js', import.meta.url).href);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./measured.mjs', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: limits.youngMegabytes },
    });
    worker.on('message', (message) => (message.line ? say(message.line) : resolve(message.figures)));
    worker.on('error', reject);
  });
}

const million = (count) => `${(count / 1e6).toFixed(2)} million`;

export function print({ charsPerSecond: speed, growth, compared, processor }) {
  const lines = [`whole reading, one core        ${million(speed)} characters a second`];
  for (const { kb, charsPerSecond: at } of growth)
    lines.push(`${`  text of ${kb} KB`.padEnd(31)}${million(at)}`);
  if (compared === null) lines.push('number recognizers             not installed: no comparison');
  else
    for (const [name, { characters, ours, theirs }] of Object.entries(compared))
      lines.push(
        `number recognizers, ${name.padEnd(11)}${theirs} characters a second`,
        `  the same ${characters} read here`.padEnd(31) +
          `${million(ours)}: ${Math.round(ours / theirs)} times as fast`,
      );
  lines.push(
    `by time of the processor       ${million(processor.charsPerSecond)} characters a second${processor.vsRecognizers === null ? '' : `, ${processor.vsRecognizers} times as fast`}`,
  );
  return lines.join('\n');
}
