// Where a command writes, in which language, and whether it may use colour; everything a test needs to put in its place.
import pc from 'picocolors';
import type { Words } from '../../core/vocabulary/words.ts';

export type Language = 'zh' | 'en';

export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly outIsTty: boolean;
  readonly errIsTty: boolean;
  readonly columns: number;
  readonly stdin: () => Promise<Uint8Array>;
}

export interface Voice {
  readonly language: Language;
  readonly say: (words: Words) => string;
  readonly paint: ReturnType<typeof pc.createColors>;
}

/** POSIX: LC_ALL before LC_MESSAGES before LANG. Anything that is not Chinese gets English. */
export function languageOf(env: Terminal['env'], chosen?: string): Language {
  const locale = chosen ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

/** https://no-color.org: any value but an empty one; a dumb terminal and a pipe get none either. */
export const mayColour = (terminal: Terminal, wanted = true): boolean =>
  wanted && !terminal.env.NO_COLOR && terminal.env.TERM !== 'dumb' && terminal.outIsTty;

export function voiceOf(
  terminal: Terminal,
  options: { lang?: string | undefined; color?: boolean | undefined },
): Voice {
  const language = languageOf(terminal.env, options.lang);
  return {
    language,
    say: (words) => words[language],
    paint: pc.createColors(mayColour(terminal, options.color !== false)),
  };
}

async function readAll(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The terminal of this process. A reader that went away (`| head`) is no error. */
export function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    env: process.env,
    outIsTty: process.stdout.isTTY === true,
    errIsTty: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? 100,
    stdin: () => readAll(process.stdin),
  };
}

/** Fills {name} marks. */
export const fill = (text: string, params: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (mark, key: string) => params[key] ?? mark);
