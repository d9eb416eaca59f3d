// Gets a file named on the command line read in the worker, with its progress; a failure comes with its words.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { problemText } from '../../core/vocabulary/problem.ts';
import type { Encoding } from '../bytes/charset.ts';
import { type ReadFile, readInWorker } from '../bytes/read-in-worker.ts';
import { startProgress } from './progress.ts';
import { fill, type Terminal, type Voice } from './terminal.ts';
import { words } from './words.ts';

/** A file that was read, or why not. `file` is the name as given. */
export type Input =
  | { readonly ok: true; readonly file: string; readonly read: ReadFile }
  | { readonly ok: false; readonly file: string; readonly code: string; readonly message: string };

/** A name may hold what a terminal obeys or shows backwards; such signs are shown as question marks. */
const shownName = (name: string): string =>
  name.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '?');

const shownParams = (params: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, shownName(value)]));

/** Exit codes, printed in every help. */
export const exitCode = { fine: 0, findings: 1, usage: 2, unreadable: 3 } as const;

export async function bytesOf(
  file: string,
  terminal: Terminal,
  voice: Voice,
): Promise<{ ok: true; bytes: Uint8Array; name: string } | Extract<Input, { ok: false }>> {
  try {
    if (file === '-') return { ok: true, bytes: await terminal.stdin(), name: '-' };
    return { ok: true, bytes: await readFile(file), name: basename(file) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const why =
      code === 'EISDIR'
        ? words.notAFile
        : code === 'EACCES' || code === 'EPERM'
          ? words.notReadable
          : words.notFound;
    return {
      ok: false,
      file,
      code: 'document.notFound',
      message: fill(voice.say(why), { name: shownName(file) }),
    };
  }
}

export async function readInput(
  file: string,
  options: { encoding?: Encoding | undefined },
  terminal: Terminal,
  voice: Voice,
): Promise<Input> {
  const given = await bytesOf(file, terminal, voice);
  if (!given.ok) return given;
  const shown = file === '-' ? voice.say(words.stdin) : shownName(file);
  const stop = startProgress(terminal, fill(voice.say(words.reading), { name: shown }));
  const outcome = await readInWorker(given.bytes, given.name, options).finally(stop);
  if (outcome.ok) return { ok: true, file, read: outcome.value };
  const text = fill(voice.say(problemText[outcome.code]), { name: shown, ...shownParams(outcome.params) });
  return { ok: false, file, code: outcome.code, message: `${shown}: ${text}` };
}
