// What every act needs: the database, whose data it is, the reader of files, and the day; nothing is looked up elsewhere.
import type { IsoDate } from '../core/quantity/date.ts';
import type { Reading } from '../core/read/reading.ts';
import type { Result } from '../core/result.ts';
import type { DocumentProblem } from '../core/vocabulary/problem.ts';
import type { Note } from './bytes/note.ts';
import type { Db } from './store/open.ts';

export interface ReadFile {
  readonly text: string;
  readonly mediaType: string;
  readonly reading: Reading;
  /** What the reader of the bytes left out or had to assume. */
  readonly notes?: readonly Note[];
}

/** The file's own fault, or ours: a reader that cannot even be loaded says nothing about the file. */
export type ReadingProblem = DocumentProblem | 'server.bug';

export interface ReadOptions {
  readonly encoding?: 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';
}

export type ReadingStep = 'decoding' | 'reading' | 'checking';

export type ReadBytes = (
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
  onStage: (stage: ReadingStep) => void,
) => Promise<Result<ReadFile, ReadingProblem>>;

export interface Context {
  readonly db: Db;
  readonly jurisdiction: string;
  readonly readBytes: ReadBytes;
  /** Today in Asia/Shanghai. */
  readonly today: () => IsoDate;
  /** The moment, by the server's clock: it alone decides what is late. */
  readonly now: () => Date;
  /** True while the sample city is filled: what is set up before anybody came in is no news to anybody. */
  readonly isQuiet?: boolean;
}

/** One transaction for an act; an act inside another act joins its transaction, so both hold or neither. */
export const inTransaction = <T>(context: Context, work: (inside: Context) => Promise<T>): Promise<T> =>
  context.db.isTransaction
    ? work(context)
    : context.db.transaction().execute((tx) => work({ ...context, db: tx }));
