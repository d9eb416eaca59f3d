// A clause as an author types it: JSON text → the clause, or every problem with its line.
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
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

/** Longest text that is read; the longest clause of the catalogue has 5,000 signs. */
const LONGEST = 200_000;

function json(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

const notJson: PlacedProblem = {
  problem: { code: 'clause.notJson', clause: '', path: '', params: {} },
  at: { line: 1, column: 1 },
};

export function checkClauseText(text: string): CheckedText {
  const read = text.length <= LONGEST ? json(text) : null;
  if (!read) return { ok: false, problems: [notJson] };
  const parsed = parseClause(read.value);
  const problems = parsed.ok ? checkClause(parsed.clause) : parsed.problems;
  if (parsed.ok && problems.length === 0) return { ok: true, clause: parsed.clause };
  const isDeep = problems.some(({ code }) => code === 'clause.tooDeep');
  return {
    ok: false,
    problems: problems.map((problem) => ({
      problem,
      at: isDeep ? { line: 1, column: 1 } : locate(text, problem.path),
    })),
  };
}
