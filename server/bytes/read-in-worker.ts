// Reads a file in a worker with limits on memory and time, at most two at once: no file can take the server down.
import { Worker } from 'node:worker_threads';
import type { Reading } from '../../core/read/reading.ts';
import { fail, type Result } from '../../core/result.ts';
import type { DocumentProblem } from '../../core/vocabulary/problem.ts';
import { limits } from './limits.ts';
import type { ReadOptions, ReadText } from './read-bytes.ts';

export type ReadingStage = 'decoding' | 'reading' | 'checking';

export interface ReadFile extends ReadText {
  readonly reading: Reading;
}

type Outcome = Result<ReadFile, DocumentProblem | 'server.bug'>;

/** Messages of the worker: how far it is, then what came of it. */
export type FromWorker =
  | { readonly stage: ReadingStage }
  | { readonly result: Outcome }
  | { readonly broken: string };

/** Limits of one reading, smaller in tests. */
export interface WorkerLimits {
  readonly seconds: number;
  readonly memoryMegabytes: number;
  /** The program of the worker. */
  readonly program?: URL;
}

/**
 * Threads of Node 20 cannot load TypeScript. From dist/ the program lies beside this file; from the sources (tests) the
 * build is brought up to date first, which costs nothing when it is.
 */
async function locateProgram(): Promise<URL> {
  if (!import.meta.url.endsWith('.ts')) return new URL('./worker.js', import.meta.url);
  const tools: { build(target: string): Promise<unknown> } = await import(
    new URL('../../tools/build.mjs', import.meta.url).href
  );
  await tools.build('server');
  return new URL('../../dist/server/bytes/worker.js', import.meta.url);
}

let running = 0;
const waiting: (() => void)[] = [];

/** Waits for one of the places; first come, first served. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= limits.workersAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

const isOutOfMemory = (error: Error): boolean =>
  ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') || error instanceof RangeError;

function runWorker(
  task: { bytes: Uint8Array; name: string; options: ReadOptions },
  program: URL,
  within: WorkerLimits,
  onStage: (stage: ReadingStage) => void,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const worker = new Worker(program, {
      resourceLimits: {
        maxOldGenerationSizeMb: within.memoryMegabytes,
        maxYoungGenerationSizeMb: limits.youngMegabytes,
      },
      // The file's reader needs no setting and no secret of this process.
      env: {},
      stdout: true,
      stderr: true,
    });
    let isOver = false;
    const end = (outcome: Outcome) => {
      isOver = true;
      clearTimeout(clock);
      void worker.terminate();
      resolve(outcome);
    };
    // A worker that dies before its first word never saw the file: its program is missing or broken.
    let isAlive = false;
    const endBroken = (why: string) => {
      process.emitWarning(`the reader of files cannot run: ${why}`);
      end(fail('server.bug'));
    };
    const clock = setTimeout(
      () => end(fail('document.tooSlow', { seconds: String(within.seconds) })),
      within.seconds * 1000,
    );
    worker.on('message', (message: FromWorker) => {
      if ('result' in message) return end(message.result);
      if ('broken' in message) return endBroken(message.broken);
      isAlive = true;
      onStage(message.stage);
    });
    // What it threw may come before the words it said first; once it has left, all of them are heard.
    let thrown: Error | undefined;
    worker.on('error', (error: Error) => {
      thrown = error;
    });
    worker.on('exit', () => {
      if (isOver) return;
      if (thrown && isOutOfMemory(thrown)) return end(fail('document.outOfMemory'));
      if (!isAlive) return endBroken(thrown?.stack ?? thrown?.message ?? 'no word');
      // The file led the reader into a bug: the user hears "damaged", the operator hears where.
      if (thrown) process.emitWarning(`the reader of ${task.name} broke: ${thrown.stack ?? thrown.message}`);
      end(fail('document.damaged', { place: task.name }));
    });
    worker.stdout.resume();
    worker.stderr.resume();
    // A Buffer's slice shares memory with others; a transferred buffer must belong to nobody else.
    const copy = new Uint8Array(task.bytes);
    worker.postMessage({ ...task, bytes: copy }, [copy.buffer]);
  });
}

/** Text, notes and reading of a file, or why there are none. `onStage` hears how far it is. */
export async function readInWorker(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
  onStage: (stage: ReadingStage) => void = () => {},
  within: WorkerLimits = limits,
): Promise<Outcome> {
  if (bytes.length === 0) return fail('document.empty');
  if (bytes.length > limits.uploadBytes)
    return fail('document.tooLarge', { limit: `${limits.uploadBytes / 1024 / 1024} MB` });
  const program = within.program ?? (await locateProgram());
  return inTurn(() => runWorker({ bytes, name, options }, program, within, onStage));
}
