// Files on their way in: kept outside the screen, so that leaving it and coming back loses nothing.
import { useSyncExternalStore } from 'react';
import { call, type Problem, Refusal } from '../../api.ts';

export const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];

export interface Upload {
  readonly key: number;
  readonly file: File;
  /** null while the bytes are on their way, or when they were refused. */
  readonly readingId: string | null;
  readonly problem: Problem | null;
}

let uploads: readonly Upload[] = [];
let next = 1;
const listeners = new Set<() => void>();

function change(to: readonly Upload[]): void {
  uploads = to;
  for (const tell of listeners) tell();
}

const replace = (key: number, part: Partial<Upload>): void =>
  change(uploads.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));

async function send(key: number, file: File, encoding: Encoding | undefined): Promise<void> {
  try {
    const query = encoding === undefined ? { name: file.name } : { name: file.name, encoding };
    const { readingId } = await call('POST /api/documents', { query, body: file });
    replace(key, { readingId });
  } catch (cause) {
    if (cause instanceof Refusal) replace(key, { problem: cause.problem });
    else throw cause;
  }
}

export function addFiles(files: Iterable<File>): void {
  for (const file of files) {
    const key = next++;
    change([{ key, file, readingId: null, problem: null }, ...uploads]);
    void send(key, file, undefined);
  }
}

export function readAgain(upload: Upload, encoding?: Encoding): void {
  replace(upload.key, { readingId: null, problem: null });
  void send(upload.key, upload.file, encoding);
}

export const dismiss = (key: number): void => change(uploads.filter((upload) => upload.key !== key));

export const useUploads = (): readonly Upload[] =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => uploads,
  );
