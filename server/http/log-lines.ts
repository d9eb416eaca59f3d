// Log lines gathered for a moment and written together: a line of its own for every answer would cost as much as the answer.
import type { Writable } from 'node:stream';

const momentMs = 50;
const mostCharacters = 32_768;
/** pino's number of `error`; such a line, and all before it, is written at once. */
const errorLevel = 50;

export interface LogLines {
  write(line: string): void;
}

export function logLines(out: Pick<Writable, 'write'>): LogLines {
  let gathered = '';
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (gathered === '') return;
    const lines = gathered;
    gathered = '';
    out.write(lines);
  };
  process.once('exit', flush);
  return {
    write: (line) => {
      gathered += line;
      const level = Number(/^\{"level":(\d+)/.exec(line)?.[1] ?? errorLevel);
      if (level >= errorLevel || gathered.length > mostCharacters) flush();
      else timer ??= setTimeout(flush, momentMs);
    },
  };
}
