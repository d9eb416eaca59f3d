// Imports on their way: a file is kept until it is taken or refused, one is taken at a time in a worker with bounded memory, and
// what a stop of the server interrupted is begun anew at the next start; nothing is taken by halves.
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import type { Connection } from '../../store/open.ts';
import {
  addImport,
  addRefusedEnd,
  findTaken,
  listWaiting,
  type NewImport,
} from '../../store/register/import.ts';
import type { Vault } from '../../store/register/vault.ts';
import { type Actor, perform } from '../perform.ts';
import type { FromImport, ImportJob } from './import-worker.ts';
import type { Counts, FileTask } from './take-file.ts';

/** Of a file: a million enterprises as CSV weigh some 230 MB. */
export const largestRegister = 1024 * 1024 * 1024;
/** Heap of the worker; what it reads lies beside it in portions. */
const memoryMegabytes = 512;
/** Cells live for a moment: with room for them the collector seldom has to move any. */
const youngMegabytes = 96;
const mostWaiting = 20;

export interface ImportProgress extends Counts {
  readonly step: string;
  /** Share of the file that has been read. */
  readonly share: number;
}

export type ImportWish = Omit<NewImport, 'id' | 'sha256' | 'bytes' | 'recordedBy'>;

export interface Received {
  readonly importId: string;
  /** The same bytes were taken before, by this import. */
  readonly alreadyHere: boolean;
}

export interface RegisterImports {
  /** Opens and seals what is personal. */
  readonly vault: Vault;
  receive(stream: Readable, wish: ImportWish, actor: Actor): Promise<Result<Received, ProblemCode>>;
  /** undefined where it is not on its way (any more). */
  progress(importId: string): ImportProgress | undefined;
  /** Begins anew what was interrupted; what has lost its file is refused. */
  resume(): Promise<void>;
  /** Resolves when nothing is on its way any more. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export interface ImportFurniture {
  readonly connection: Connection;
  readonly vault: Vault;
  /** Where files wait. */
  readonly folder: string;
  readonly log: (error: unknown) => void;
}

/** Threads of Node 20 cannot load TypeScript: from the sources (tests) the build is brought up to date first. */
async function findProgram(): Promise<URL> {
  if (!import.meta.url.endsWith('.ts')) return new URL('./import-worker.js', import.meta.url);
  const tools: { build(target: string): Promise<unknown> } = await import(
    new URL('../../../tools/build.mjs', import.meta.url).href
  );
  await tools.build('server');
  return new URL('../../../dist/server/act/register/import-worker.js', import.meta.url);
}

let program: Promise<URL> | null = null;
const locateProgram = (): Promise<URL> => {
  program ??= findProgram();
  return program;
};

type Ending =
  | { readonly done: true }
  | { readonly code: string; readonly params: Readonly<Record<string, string>> };

function runWorker(
  job: ImportJob,
  program: URL,
  onProgress: (progress: ImportProgress) => void,
  onStart: (worker: Worker) => void,
): Promise<Ending> {
  return new Promise((resolve) => {
    const worker = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
      env: {},
      stdout: true,
      stderr: true,
    });
    onStart(worker);
    const end = (ending: Ending): void => {
      void worker.terminate();
      resolve(ending);
    };
    worker.on('message', (message: FromImport) => {
      if ('progress' in message) {
        const { progress, step, share } = message;
        onProgress({ ...progress, step, share });
      } else if ('done' in message) end({ done: true });
      else if ('refused' in message) end({ code: message.refused, params: message.params });
      else {
        process.emitWarning(`an import broke: ${message.broken}`);
        end({ code: 'server.bug', params: {} });
      }
    });
    worker.on('error', (error: Error) => {
      const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (!isFull) process.emitWarning(`an import broke: ${error.stack ?? error.message}`);
      end({ code: isFull ? 'document.outOfMemory' : 'server.bug', params: {} });
    });
    worker.on('exit', () => resolve({ code: 'register.interrupted', params: {} }));
    worker.stdout.resume();
    worker.stderr.resume();
    worker.postMessage(job);
  });
}

class TooLarge extends Error {}

/** Writes what comes to a file, counts and hashes it on the way. */
async function store(stream: Readable, path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    stream,
    async function* (chunks: AsyncIterable<unknown>) {
      for await (const chunk of chunks) {
        const piece = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
        bytes += piece.length;
        if (bytes > largestRegister) throw new TooLarge();
        hash.update(piece);
        yield piece;
      }
    },
    createWriteStream(path),
  );
  return { sha256: hash.digest('hex'), bytes };
}

const waitingStep: ImportProgress = { total: 0, accepted: 0, rejected: 0, step: 'waiting', share: 0 };

export function openRegisterImports(
  context: Context,
  { connection, vault, folder, log }: ImportFurniture,
): RegisterImports {
  const { db, jurisdiction } = context;
  const progress = new Map<string, ImportProgress>();
  const workers = new Set<Worker>();
  let [queue, isClosing]: [Promise<void>, boolean] = [Promise.resolve(), false];
  const pathOf = (importId: string): string => join(folder, importId);

  const run = async (task: FileTask): Promise<void> => {
    // What waits when the server stops is begun at the next start.
    if (isClosing) return;
    const ending = await runWorker(
      { task, keys: vault.keys, connection },
      await locateProgram(),
      (now) => progress.set(task.id, now),
      (worker) => {
        workers.add(worker);
        worker.once('exit', () => workers.delete(worker));
      },
    );
    if (isClosing && !('done' in ending)) return;
    if (!('done' in ending)) await addRefusedEnd(db, jurisdiction, task.id, ending.code, ending.params);
    await rm(task.path, { force: true });
  };
  const enqueue = (task: FileTask): void => {
    progress.set(task.id, waitingStep);
    queue = queue
      .then(() => run(task))
      .catch(log)
      .finally(() => progress.delete(task.id));
  };

  const receive: RegisterImports['receive'] = async (stream, wish, actor) => {
    if (progress.size >= mostWaiting || isClosing) return fail('server.busy');
    const importId = randomUUID();
    const arriving = `${pathOf(importId)}.part`;
    await mkdir(folder, { recursive: true });
    try {
      const { sha256, bytes } = await store(stream, arriving);
      if (bytes === 0) return fail('document.empty');
      const known = await findTaken(db, jurisdiction, { ...wish, sha256 });
      if (known !== undefined) return succeed({ importId: known, alreadyHere: true });
      await rename(arriving, pathOf(importId));
      const by = actor.caller.accountId;
      const added = await perform<null, ProblemCode>(
        context,
        { ...actor, key: null },
        async (inside, note) => {
          await addImport(inside.db, jurisdiction, { ...wish, id: importId, sha256, bytes, recordedBy: by });
          const detail = { sha256, bytes, year: wish.year, source: wish.source, basis: wish.basis };
          note({ act: 'register.import', objectKind: 'registerImport', objectId: importId, detail });
          return succeed(null);
        },
      );
      if (!added.ok) return added;
      const { fileName, year } = wish;
      enqueue({ jurisdiction, id: importId, by, path: pathOf(importId), fileName, year });
      return succeed({ importId, alreadyHere: false });
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      return fail('document.tooLarge', { limit: `${largestRegister / 1024 / 1024} MB` });
    } finally {
      await rm(arriving, { force: true });
    }
  };

  return {
    vault,
    receive,
    progress: (importId) => progress.get(importId),
    resume: async () => {
      for (const { id, fileName, year, by } of await listWaiting(db, jurisdiction)) {
        if (progress.has(id)) continue;
        if (existsSync(pathOf(id))) enqueue({ jurisdiction, id, by, path: pathOf(id), fileName, year });
        else await addRefusedEnd(db, jurisdiction, id, 'register.interrupted', {});
      }
    },
    idle: async () => {
      while (progress.size > 0) await queue;
    },
    close: async () => {
      isClosing = true;
      await Promise.all([...workers].map((worker) => worker.terminate()));
      await queue;
    },
  };
}
