// Readings on their way, each with how far it is. They live in memory; what is done is in the store.
import { randomUUID } from 'node:crypto';
import { fail, type Result, succeed } from '../../core/result.ts';
import { type ProblemCode, problemText } from '../../core/vocabulary/problem.ts';
import type { Context } from '../context.ts';
import { type Added, addDocument, type Counts, type Upload } from './add-document.ts';

export type Stage = 'received' | 'decoding' | 'reading' | 'checking' | 'storing' | 'done' | 'refused';

export interface Progress {
  readonly readingId: string;
  readonly fileName: string;
  readonly stage: Stage;
  readonly percent: number;
  readonly documentId: string | null;
  readonly alreadyHere: boolean;
  readonly problem: { code: string; zh: string; en: string; place: string } | null;
  readonly counts: Counts;
}

/** Files that wait for a worker hold their bytes in memory: 12 of the largest are 600 MB. */
const mostAtOnce = 12;
/** How many finished readings can still be asked for. */
const kept = 500;

const noCounts: Counts = { characters: 0, quantities: 0, tables: 0, items: 0, findings: 0 };

const percentOf: Readonly<Record<Stage, number>> = {
  received: 5,
  decoding: 15,
  reading: 40,
  checking: 75,
  storing: 90,
  done: 100,
  refused: 100,
};

const fill = (text: string, params: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (mark, key: string) => params[key] ?? mark);

export interface Readings {
  start(upload: Upload): Result<{ readingId: string }, 'server.busy'>;
  get(readingId: string): Progress | undefined;
  /** Resolves when nothing is being read any more. */
  idle(): Promise<void>;
}

export function openReadings(context: Context, log: (error: unknown) => void): Readings {
  const progress = new Map<string, Progress>();
  const running = new Set<Promise<void>>();

  const put = (readingId: string, change: Partial<Progress>) => {
    const now = progress.get(readingId);
    if (!now) return;
    progress.set(readingId, { ...now, ...change, percent: percentOf[change.stage ?? now.stage] });
  };
  const refuse = (readingId: string, code: ProblemCode, params: Readonly<Record<string, string>>) => {
    const { zh, en } = problemText[code];
    const place = params.place ?? params.offset ?? '';
    put(readingId, {
      stage: 'refused',
      problem: { code, zh: fill(zh, params), en: fill(en, params), place },
    });
  };
  const read = async (readingId: string, upload: Upload) => {
    try {
      const added: Result<Added, ProblemCode> = await addDocument(context, upload, (stage) =>
        put(readingId, { stage }),
      );
      if (added.ok) put(readingId, { stage: 'done', ...added.value });
      else refuse(readingId, added.code, { name: upload.name, ...added.params });
    } catch (error) {
      log(error);
      refuse(readingId, 'server.bug', { requestId: readingId });
    }
  };

  return {
    start: (upload) => {
      if (running.size >= mostAtOnce) return fail('server.busy');
      const readingId = randomUUID();
      progress.set(readingId, {
        readingId,
        fileName: upload.name,
        stage: 'received',
        percent: percentOf.received,
        documentId: null,
        alreadyHere: false,
        problem: null,
        counts: noCounts,
      });
      const [oldest] = progress.keys();
      if (progress.size > kept && oldest !== undefined) progress.delete(oldest);
      const done = read(readingId, upload).finally(() => running.delete(done));
      running.add(done);
      return succeed({ readingId });
    },
    get: (readingId) => progress.get(readingId),
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
