// The job that threads share: integers that all of them see. Whoever is free takes the next blocks; the last one says done.

/** Places of the integers. */
export const job = {
  /** Counts jobs; a thread that sees a new number begins. */
  number: 0,
  nextBlock: 1,
  finished: 2,
  program: 3,
  blocks: 4,
  rows: 5,
  threads: 6,
  /** 1 ends the thread. */
  stop: 7,
  /** Working area of each thread, from here on. */
  areas: 8,
} as const;

/** Blocks that a thread takes at once: few enough that both end together, many enough that taking costs nothing. */
export const BLOCKS_AT_ONCE = 8;

export const sharedJob = (threads: number): Int32Array =>
  new Int32Array(new SharedArrayBuffer((job.areas + threads) * 4));

/** What a thread is told before its first job on a module. */
export interface NewModule {
  readonly module: WebAssembly.Module;
}

export interface ThreadStart {
  readonly shared: Int32Array;
  readonly memory: WebAssembly.Memory;
  readonly thread: number;
}
