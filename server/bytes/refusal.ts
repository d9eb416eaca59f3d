// How a reader deep inside a file says no: one exception type that never leaves this folder; readBytes turns it into a Result.
import { fail, type Result } from '../../core/result.ts';
import type { DocumentProblem } from '../../core/vocabulary/problem.ts';

export class Refusal extends Error {
  readonly code: DocumentProblem;
  readonly params: Readonly<Record<string, string>>;

  constructor(code: DocumentProblem, params: Readonly<Record<string, string>> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
  }
}

/** The server's own fault: a reader that cannot be loaded. It passes through `refusing` untouched. */
export class Broken extends Error {}

/** Loads a part of the program; that it fails says nothing about the file. */
export async function load<T>(part: () => Promise<T>): Promise<T> {
  try {
    return await part();
  } catch (error) {
    throw new Broken(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

export const damaged = (place: string): Refusal => new Refusal('document.damaged', { place });

/** Runs a reader; a refusal becomes its code, any other error means the file led a parser astray: damaged. */
export async function refusing<T>(
  place: string,
  work: () => Promise<T>,
): Promise<{ ok: true; value: T } | Extract<Result<never, DocumentProblem>, { ok: false }>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Refusal) return fail(error.code, error.params);
    if (error instanceof Broken) throw error;
    return fail('document.damaged', { place });
  }
}
