// Reads a table file (xlsx, CSV, tabs) into sheets of cells, in a worker with limits: no file can take the server down.
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../core/result.ts';
import type { DocumentProblem } from '../../core/vocabulary/problem.ts';
import { limits } from './limits.ts';

export interface SheetRows {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

type Outcome = Result<readonly SheetRows[], DocumentProblem>;

/** Rows come in portions: one message with all of them would keep the server from everything else. */
export type FromSheetWorker =
  | { readonly sheet: string; readonly rows: readonly (readonly string[])[] }
  | { readonly done: Result<true, DocumentProblem> };

/** Threads of Node 20 cannot load TypeScript: from the sources (tests) the build is brought up to date first. */
async function locateProgram(): Promise<URL> {
  if (!import.meta.url.endsWith('.ts')) return new URL('./sheet-worker.js', import.meta.url);
  const tools: { build(target: string): Promise<unknown> } = await import(
    new URL('../../tools/build.mjs', import.meta.url).href
  );
  await tools.build('server');
  return new URL('../../dist/server/bytes/sheet-worker.js', import.meta.url);
}

let running = 0;

function run(bytes: Uint8Array, name: string, program: URL): Promise<Outcome> {
  return new Promise((resolve) => {
    const worker = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes },
      env: {},
      stdout: true,
      stderr: true,
    });
    const sheets = new Map<string, (readonly string[])[]>();
    const end = (outcome: Outcome): void => {
      clearTimeout(clock);
      void worker.terminate();
      resolve(outcome);
    };
    const clock = setTimeout(
      () => end(fail('document.tooSlow', { seconds: String(limits.seconds) })),
      limits.seconds * 1000,
    );
    worker.on('message', (message: FromSheetWorker) => {
      if ('sheet' in message) {
        const rows = sheets.get(message.sheet) ?? [];
        for (const row of message.rows) rows.push(row);
        sheets.set(message.sheet, rows);
      } else if (!message.done.ok) end(message.done);
      else end({ ok: true, value: [...sheets].map(([sheet, rows]) => ({ name: sheet, rows })) });
    });
    worker.on('error', (error: Error) => {
      const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(isFull ? fail('document.outOfMemory') : fail('document.damaged', { place: name }));
    });
    worker.on('exit', () => end(fail('document.damaged', { place: name })));
    worker.stdout.resume();
    worker.stderr.resume();
    const copy = new Uint8Array(bytes);
    worker.postMessage({ bytes: copy, name }, [copy.buffer]);
  });
}

export async function readSheetRows(
  bytes: Uint8Array,
  name: string,
): Promise<Result<readonly SheetRows[], DocumentProblem | 'server.busy'>> {
  if (bytes.length === 0) return fail('document.empty');
  if (running >= limits.workersAtOnce) return fail('server.busy');
  running += 1;
  try {
    return await run(bytes, name, await locateProgram());
  } finally {
    running -= 1;
  }
}
