// A draft against the clauses that would hold beside it: by itself, under its own id, within its days, and in its groups.
import type { IsoDate } from '../../quantity/date.ts';
import type { Clause } from '../clause.ts';
import type { ClauseProblem } from '../clause-problem.ts';
import { compileRules } from '../engine/compile.ts';
import { type ClauseVersion, daysOfChange, newestOf, versionsOn } from '../version.ts';
import { checkClauseText, type PlacedProblem, placed } from './check-text.ts';
import { overlapProblems } from './overlap.ts';

export interface Draft {
  readonly text: string;
  /** The clause that is being changed; null for a new one. */
  readonly clauseId: string | null;
  readonly startsOn: IsoDate;
}

export interface CheckedDraft {
  /** What the text says; null where it cannot be read or does not bind. Its tests may be wrong. */
  readonly clause: Clause | null;
  readonly problems: readonly PlacedProblem[];
}

function identityProblems(
  clause: Clause,
  { clauseId, startsOn }: Draft,
  published: readonly ClauseVersion[],
): readonly ClauseProblem[] {
  const found: ClauseProblem[] = [];
  const problem = (code: ClauseProblem['code'], path: string, params: ClauseProblem['params']) => ({
    ...{ code, clause: clause.id, path, params },
  });
  if (clauseId !== null && clause.id !== clauseId)
    found.push(problem('clause.renamed', 'id', { name: clauseId }));
  if (clauseId === null && newestOf(published, clause.id))
    found.push({
      ...problem('clause.idTaken', 'id', { name: clause.id }),
      also: { clause: clause.id, path: 'id' },
    });
  if (startsOn > clause.valid.to)
    found.push(problem('clause.startsOutside', 'valid.to', { day: startsOn, to: clause.valid.to }));
  return found;
}

const keyOf = ({ code, clause, path, params }: ClauseProblem): string =>
  JSON.stringify([code, clause, path, params]);

/** Problems of groups that are there with the draft and were not there before it. */
function groupProblems(clause: Clause, before: readonly Clause[]): readonly ClauseProblem[] {
  const others = before.filter(({ id }) => id !== clause.id);
  const known = new Set(overlapProblems(before).map(keyOf));
  return overlapProblems([...others, clause]).filter((each) => !known.has(keyOf(each)));
}

/** Whether the whole set still compiles on every later day on which anything in it changes. */
function togetherProblems(
  clause: Clause,
  startsOn: IsoDate,
  published: readonly ClauseVersion[],
): readonly ClauseProblem[] {
  const number = Number.MAX_SAFE_INTEGER;
  const all = [...published, { clause, number, startsOn }];
  const days = daysOfChange(all, startsOn).filter((day) => day <= clause.valid.to);
  for (const day of days) {
    const current = versionsOn(all, day).map((version) => version.clause);
    const compiled = compileRules(current, { subject: clause.subject, day, hash: () => '' });
    if (!compiled.ok) return compiled.problems;
  }
  return [];
}

/** Every problem with its line; one of another clause stands at the top and names that clause. */
export function checkDraft(draft: Draft, published: readonly ClauseVersion[]): CheckedDraft {
  const { text, startsOn } = draft;
  const read = checkClauseText(text);
  const { clause } = read;
  const own = read.ok ? [] : read.problems;
  if (!clause) return { clause: null, problems: own };
  const before = versionsOn(published, startsOn).map((version) => version.clause);
  const identity = identityProblems(clause, draft, published);
  const groups = groupProblems(clause, before);
  const together = identity.length + groups.length > 0 ? [] : togetherProblems(clause, startsOn, published);
  const found = [...identity, ...groups, ...together].map((problem) =>
    problem.clause === clause.id
      ? placed(text, problem)
      : {
          problem: { ...problem, also: { clause: problem.clause, path: problem.path } },
          at: { line: 1, column: 1 },
        },
  );
  return { clause, problems: [...found, ...own] };
}
