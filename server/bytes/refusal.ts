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
    return fail('document.damaged', { place });
  }
}
