// One thread of the pool: waits for a job, first busily, since a short job is over sooner than a thread wakes, then asleep.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { type RunProgram, runOf } from './module.ts';
import { BLOCKS_AT_ONCE, job, type NewModule, type ThreadStart } from './shared-job.ts';

/** Looks at the job number before a thread goes to sleep: a few milliseconds, longer than a slider rests. */
const BUSY_LOOKS = 200_000;

const { shared, memory, thread }: ThreadStart = workerData;
const port = parentPort;
if (port === null) throw new Error('the worker runs on its own');

let run: RunProgram | null = null;

function takeModules(): void {
  for (let next = receiveMessageOnPort(port ?? fail()); next; next = receiveMessageOnPort(port ?? fail())) {
    const { module }: NewModule = next.message;
    run = runOf(module, memory);
  }
}

function fail(): never {
  throw new Error('the worker has no port');
}

function waitBeyond(last: number): number {
  for (let look = 0; look < BUSY_LOOKS; look++) {
    const now = Atomics.load(shared, job.number);
    if (now !== last) return now;
  }
  Atomics.wait(shared, job.number, last);
  return Atomics.load(shared, job.number);
}

function work(): void {
  const [program = 0, blocks = 0, rows = 0] = [shared[job.program], shared[job.blocks], shared[job.rows]];
  const area = shared[job.areas + thread] ?? 0;
  for (;;) {
    const first = Atomics.add(shared, job.nextBlock, BLOCKS_AT_ONCE);
    if (first >= blocks) return;
    run?.(program, first, Math.min(blocks, first + BLOCKS_AT_ONCE), rows, area);
  }
}

for (let last = 0; ; ) {
  last = waitBeyond(last);
  if (Atomics.load(shared, job.stop) === 1) break;
  takeModules();
  work();
  const finished = Atomics.add(shared, job.finished, 1) + 1;
  if (finished === shared[job.threads]) port.postMessage(last);
}
port.close();
