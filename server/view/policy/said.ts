// How the desk says things: money, problems with their places, the words of one clause, and a code whose middle nobody reads.
import type { clauseRoutes } from '../../../core/contract/clauses.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { PlacedProblem } from '../../../core/policy/author/check-text.ts';
import { problemWords } from '../../../core/policy/clause-problem.ts';
import type { ClauseVersion } from '../../../core/policy/version.ts';
import { clauseWords } from '../../../core/policy/words/clause-words.ts';
import { moneyText } from '../../../core/policy/words/number-words.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import type { Rules } from '../../act/clause/rules-on.ts';

type Checked = OutputOf<(typeof clauseRoutes)['POST /api/clause-desk/check']['response']>;
export type Money = OutputOf<(typeof clauseRoutes)['POST /api/clause-desk/comparison']['response']>['before'];

/** A sum beyond 2^53 分 is rounded by the engine already; its words say it in 亿元. */
export const moneyOf = (fen: number): Money => ({
  fen: BigInt(Math.round(fen)).toString(),
  words: moneyText(Math.round(fen)),
});

export const titleOf = (versions: readonly ClauseVersion[], clauseId: string): Words | null =>
  versions.findLast(({ clause }) => clause.id === clauseId)?.clause.title ?? null;

export const problemsOf = (
  problems: readonly PlacedProblem[],
  versions: readonly ClauseVersion[],
): Checked['problems'] =>
  problems.map(({ problem, at }) => ({
    ...{ code: problem.code, line: at.line, column: at.column },
    ...problemWords(problem),
    also: problem.also
      ? {
          clauseId: problem.also.clause,
          path: problem.also.path,
          title: titleOf(versions, problem.also.clause),
        }
      : null,
  }));

/** The words a firm reads; null where the clause is not in force on the day of the rules. */
export function previewOf(rules: Rules, clauseId: string): Checked['words'] {
  const detail = rules.compiled.details.find(({ clause }) => clause.id === clauseId);
  if (!detail) return null;
  const { title, amount, conditions, limits, validity, overlap, automation } = clauseWords(
    detail,
    rules.compiled,
  );
  return { title, amount, conditions: [...conditions], limits: [...limits], validity, overlap, automation };
}

/** 91330100MA********: enough to tell two apart in a list, not enough to look one up. */
export const maskedCode = (code: string): string =>
  code.length < 12 ? code : `${code.slice(0, 6)}${'*'.repeat(code.length - 10)}${code.slice(-4)}`;
