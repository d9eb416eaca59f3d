// A clause as an author types it: JSON text → the clause, and every problem with its line.
import type { Clause } from '../clause.ts';
import type { ClauseProblem } from '../clause-problem.ts';
import { checkClause } from './check-clause.ts';
import { locate, type TextPlace } from './locate.ts';
import { parseClause } from './parse-clause.ts';

export interface PlacedProblem {
  readonly problem: ClauseProblem;
  readonly at: TextPlace;
}

export type CheckedText =
  | { readonly ok: true; readonly clause: Clause }
  | {
      readonly ok: false;
      readonly problems: readonly PlacedProblem[];
      /** Present where only its tests are wrong: what it says can be shown and priced all the same. */
      readonly clause: Clause | null;
    };

/** Longest text that is read; the longest clause of the catalogue has 5,000 signs. */
const LONGEST = 200_000;

function json(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** The line that a parser's message names, else the first: engines word it differently. */
function placeOfSyntax(text: string): TextPlace {
  try {
    JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const offset = /position (\d+)/.exec(message)?.[1];
    const isCut = offset === undefined && message.includes('end');
    const before = text.slice(0, isCut ? text.length : Number(offset ?? 0)).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  return { line: 1, column: 1 };
}

const notJson: ClauseProblem = { code: 'clause.notJson', clause: '', path: '', params: {} };

/** A problem at its line; one that is nested beyond reading stands at the top. */
export const placed = (text: string, problem: ClauseProblem): PlacedProblem => ({
  problem,
  at: problem.code === 'clause.tooDeep' ? { line: 1, column: 1 } : locate(text, problem.path),
});

export function checkClauseText(text: string): CheckedText {
  const read = text.length <= LONGEST ? json(text) : null;
  if (!read) {
    const at = text.length <= LONGEST ? placeOfSyntax(text) : { line: 1, column: 1 };
    return { ok: false, problems: [{ problem: notJson, at }], clause: null };
  }
  const parsed = parseClause(read.value);
  const problems = parsed.ok ? checkClause(parsed.clause) : parsed.problems;
  if (parsed.ok && problems.length === 0) return { ok: true, clause: parsed.clause };
  const deep = problems.some(({ code }) => code === 'clause.tooDeep');
  return {
    ok: false,
    problems: problems.map((problem) =>
      deep ? { problem, at: { line: 1, column: 1 } } : placed(text, problem),
    ),
    clause: parsed.ok && problems.every(({ code }) => code.startsWith('test.')) ? parsed.clause : null,
  };
}
