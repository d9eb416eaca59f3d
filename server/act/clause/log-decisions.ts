// Keeps what somebody was told they get: the versions that decided, the facts that were used, and the answer with its hash.
import { randomUUID } from 'node:crypto';
import { canonicalText } from '../../../core/policy/engine/compile.ts';
import type { ClauseResult, Explanation } from '../../../core/policy/engine/explain-result.ts';
import type { Facts } from '../../../core/policy/row.ts';
import type { Context } from '../../context.ts';
import { addDecisions, keepRuleSet, type NewDecision } from '../../store/clause/decision.ts';
import { sha256 } from './book.ts';
import type { Rules } from './rules-on.ts';

export interface Decision {
  readonly purpose: NewDecision['purpose'];
  /** Of the register; empty where nobody was named. */
  readonly subjectId: string;
  /** The claim or the batch. */
  readonly reference: string;
  readonly facts: Facts;
  readonly explanation: Explanation;
}

/** An answer without its words: what must be equal when the question is asked again. */
export type LoggedResult =
  | readonly [id: string, 'yes', amount: number, pays: number, beatenBy: string | null]
  | readonly [id: string, 'no', failed: readonly string[]]
  | readonly [id: string, 'unknown', missing: readonly string[]];

function loggedOf(result: ClauseResult): LoggedResult {
  switch (result.answer) {
    case 'yes':
      return [result.id, 'yes', result.amount, result.pays, result.beatenBy];
    case 'no':
      return [result.id, 'no', [...new Set(result.failed.flatMap((leaf) => leaf.note.facts))].sort()];
    case 'unknown':
      return [result.id, 'unknown', [...result.missing].sort()];
  }
}

export interface LoggedAnswer {
  readonly total: number;
  readonly results: readonly LoggedResult[];
  readonly sha256: string;
}

export function loggedAnswer({ results, total }: Explanation): LoggedAnswer {
  const logged = results.map(loggedOf);
  return { total, results: logged, sha256: sha256(canonicalText({ total, results: logged })) };
}

/** One row for the rules, one for each decision, in the caller's transaction; their ids in the order given. */
export async function logDecisions(
  { db, jurisdiction }: Pick<Context, 'db' | 'jurisdiction'>,
  { compiled, versions }: Pick<Rules, 'compiled' | 'versions'>,
  decisions: readonly Decision[],
  accountId: string | null,
): Promise<string[]> {
  const used = versions.map(({ clause, number }) => [clause.id, number] as const);
  const { subject, day, ruleSet } = compiled;
  const ruleSetId = sha256(canonicalText([subject, day, ruleSet.hash, used]));
  await keepRuleSet(
    db,
    jurisdiction,
    { id: ruleSetId, subject, day, hash: ruleSet.hash, versions: used },
    accountId,
  );
  const rows = decisions.map(({ facts, explanation, ...about }): NewDecision => {
    const { total, results, sha256: hash } = loggedAnswer(explanation);
    return { ...about, id: randomUUID(), ruleSetId, facts, result: results, total, sha256: hash };
  });
  await addDecisions(db, jurisdiction, rows, accountId);
  return rows.map(({ id }) => id);
}
