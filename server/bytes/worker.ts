// Runs in a worker thread of its own: bytes in, text and reading out, one file and then the thread ends.
import { parentPort } from 'node:worker_threads';
import { succeed } from '../../core/result.ts';
import { type ReadOptions, readBytes } from './read-bytes.ts';
import type { FromWorker } from './read-in-worker.ts';
import { Broken, load } from './refusal.ts';

/** What the worker is given. */
export interface Task {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: ReadOptions;
}

parentPort?.once('message', async ({ bytes, name, options }: Task) => {
  const post = (message: FromWorker) => parentPort?.postMessage(message);
  post({ stage: 'decoding' });
  try {
    const read = await readBytes(bytes, name, options);
    if (!read.ok) return post({ result: read });
    post({ stage: 'reading' });
    // Loaded only now: a refused file does not pay for it.
    const { readDocument } = await load(() => import('../../core/read/read-document.ts'));
    const reading = readDocument(read.value.text);
    post({ stage: 'checking' });
    post({ result: succeed({ ...read.value, reading }) });
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    post({ broken: error.message });
  }
});
