import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { makePdf } from './pdf/pdf.fixture.ts';
import { readInWorker } from './read-in-worker.ts';

const text = (content: string) => new TextEncoder().encode(content);
const folder = mkdtempSync(join(tmpdir(), 'bihuan-worker-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A worker program that misbehaves. */
const program = (name: string, source: string) => {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';\nparentPort.once('message', () => { ${source} });\n`,
  );
  return pathToFileURL(file);
};

const begun = 'parentPort.postMessage({ stage: "decoding" });';

describe('reading in a worker', () => {
  it('gives text and reading, and says how far it is', async () => {
    const stages: string[] = [];
    const read = await readInWorker(text('一、目标\n新增托位500个。'), 'a.txt', {}, (stage) =>
      stages.push(stage),
    );
    expect(read).toMatchObject({
      ok: true,
      value: { mediaType: 'text/plain', text: '一、目标\n新增托位500个。' },
    });
    expect(read.ok && read.value.reading.quantities.map(({ value }) => value)).toEqual([500]);
    expect(stages).toEqual(['decoding', 'reading', 'checking']);
  });

  it('reads a PDF there, character maps included', async () => {
    const read = await readInWorker(
      makePdf([{ texts: [{ text: '新增托位500个', x: 72, y: 700 }] }]),
      'a.pdf',
    );
    expect(read).toMatchObject({ ok: true, value: { text: '新增托位500个', format: 'pdf' } });
  });

  it('leaves the bytes of the caller alone', async () => {
    const bytes = Buffer.from('目标5%');
    await readInWorker(bytes, 'a.txt');
    expect(bytes.toString()).toBe('目标5%');
  });

  it.each([
    ['never ends', 'for (;;) {}', 'document.tooSlow'],
    [
      'takes all memory',
      'const all = []; for (;;) all.push(new Array(1e5).fill({}));',
      'document.outOfMemory',
    ],
    ['throws at the file', `${begun} throw new Error("bug")`, 'document.damaged'],
    ['leaves in the middle', `${begun} setTimeout(() => process.exit(0), 50)`, 'document.damaged'],
    ['throws before it sees the file', 'throw new Error("bug")', 'server.bug'],
    ['leaves without a word', 'process.exit(0)', 'server.bug'],
    ['lacks a part', 'parentPort.postMessage({ broken: "Cannot find module" })', 'server.bug'],
  ])('survives a reader that %s', async (name, source, code) => {
    // Short only where the time is what is tested: a busy machine takes long to fill a memory.
    const seconds = code === 'document.tooSlow' ? 2 : 60;
    const within = { seconds, memoryMegabytes: 32, program: program(name.replace(/\W/g, ''), source) };
    expect(await readInWorker(text('x'), 'a.txt', {}, () => {}, within)).toMatchObject({ ok: false, code });
  });

  it('tells a program that cannot be loaded from a damaged file', async () => {
    const missing = pathToFileURL(join(folder, 'missing.mjs'));
    const within = { seconds: 60, memoryMegabytes: 32, program: missing };
    expect(await readInWorker(text('x'), 'a.txt', {}, () => {}, within)).toMatchObject({
      code: 'server.bug',
    });
  });

  it('keeps the event loop free, and reads at most two at once', async () => {
    let [most, turns] = [0, 0];
    const clock = setInterval(() => {
      turns += 1;
    }, 5);
    const busy = program(
      'busy',
      'setTimeout(() => parentPort.postMessage({ stage: "reading" }), 1); setTimeout(() => process.exit(0), 300)',
    );
    let now = 0;
    const one = async () => {
      let mine = 0;
      const begun = () => {
        mine = 1;
        now++;
        most = Math.max(most, now);
      };
      await readInWorker(text('x'), 'a.txt', {}, begun, { seconds: 60, memoryMegabytes: 32, program: busy });
      now -= mine;
    };
    await Promise.all([one(), one(), one(), one()]);
    clearInterval(clock);
    expect(most).toBe(2);
    // Two times 300 ms at least: a loop that waits for its readers turns once for each of them.
    expect(turns).toBeGreaterThan(10);
  });
});
