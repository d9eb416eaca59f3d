// The register against a rule set on several threads; the server's own thread stays free for requests.
import { Worker } from 'node:worker_threads';
import type { Register } from './memory.ts';
import { begin, type ClauseFigures, figuresOf, type KeptRoom, type Prepared } from './prepare.ts';
import { job, sharedJob } from './shared-job.ts';

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
  return new URL('../../dist/server/policy/worker.js', import.meta.url);
}

/** Threads that share one register; one job at a time, in the order of asking. */
export class Pool {
  readonly threads: number;
  readonly #workers: readonly Worker[];
  readonly #shared: Int32Array;
  #current: WebAssembly.Module | null = null;
  #jobs: Promise<unknown> = Promise.resolve();
  #done: { resolve: () => void; reject: (error: Error) => void } | null = null;

  private constructor(workers: readonly Worker[], shared: Int32Array) {
    this.#workers = workers;
    this.#shared = shared;
    this.threads = workers.length;
    for (const worker of workers) {
      worker.on('message', () => this.#done?.resolve());
      worker.on('error', (error: Error) => this.#done?.reject(error));
      // A pool that is idle keeps no process alive.
      worker.unref();
    }
  }

  static async on(register: Register, threads: number): Promise<Pool> {
    const program = await locateProgram();
    const shared = sharedJob(threads);
    const { memory } = register.room;
    const workers = Array.from(
      { length: threads },
      (_, thread) => new Worker(program, { workerData: { shared, memory, thread }, env: {} }),
    );
    await Promise.all(
      workers.map((worker) => new Promise((resolve) => worker.once('online', () => resolve(null)))),
    );
    return new Pool(workers, shared);
  }

  /** `prepared` must have been made for this many threads. */
  run(prepared: Prepared, kept: readonly KeptRoom[] = []): Promise<ClauseFigures[]> {
    const turn = this.#jobs.then(() => this.#run(prepared, kept));
    this.#jobs = turn.catch(() => undefined);
    return turn;
  }

  async #run(prepared: Prepared, kept: readonly KeptRoom[]): Promise<ClauseFigures[]> {
    if (prepared.areas.length !== this.threads) throw new Error('prepared for another number of threads');
    begin(prepared, kept);
    if (this.#current !== prepared.module)
      for (const worker of this.#workers) worker.postMessage({ module: prepared.module });
    this.#current = prepared.module;
    const shared = this.#shared;
    shared[job.program] = prepared.program;
    shared[job.blocks] = prepared.register.blocks;
    shared[job.rows] = prepared.register.rows;
    shared[job.threads] = this.threads;
    shared.set(prepared.areas, job.areas);
    Atomics.store(shared, job.nextBlock, 0);
    Atomics.store(shared, job.finished, 0);
    await new Promise<void>((resolve, reject) => {
      this.#done = { resolve, reject };
      for (const worker of this.#workers) worker.ref();
      Atomics.add(shared, job.number, 1);
      Atomics.notify(shared, job.number);
    });
    for (const worker of this.#workers) worker.unref();
    return figuresOf(prepared);
  }

  async close(): Promise<void> {
    await this.#jobs;
    Atomics.store(this.#shared, job.stop, 1);
    Atomics.add(this.#shared, job.number, 1);
    Atomics.notify(this.#shared, job.number);
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
