// Asks a logged question again: the same versions, the same facts, on the same day; the answer must be the one that was given.
import { newestOf } from '../../../core/policy/version.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { type DecisionRow, listDecisions } from '../../store/clause/decision.ts';
import { type PublishedVersion, readBook } from './book.ts';
import { type LoggedAnswer, loggedAnswer } from './log-decisions.ts';
import { type Rules, rulesOf } from './rules-on.ts';

export interface DecidedAgain {
  readonly decision: DecisionRow;
  readonly rules: Rules;
  readonly answer: LoggedAnswer;
  /** Whether the clauses came to the same rule set, and the facts to the same answer. */
  readonly sameRules: boolean;
  readonly sameAnswer: boolean;
  /** Clauses of which a later version has been published since. */
  readonly changedSince: readonly string[];
}

type Where = Pick<Context, 'db' | 'jurisdiction'>;

/** @throws Error for a version that is not in the book: versions are never removed. */
function versionsUsed(
  published: readonly PublishedVersion[],
  used: DecisionRow['ruleSet']['versions'],
): readonly PublishedVersion[] {
  const byKey = new Map(published.map((each) => [`${each.clause.id} ${each.number}`, each]));
  return used.map(([id, number]) => {
    const found = byKey.get(`${id} ${number}`);
    if (!found) throw new Error(`version ${number} of clause ${id} is gone`);
    return found;
  });
}

export async function decideAgain(
  where: Where,
  decisionId: string,
): Promise<Result<DecidedAgain, 'decision.notFound'>> {
  const [decision] = await listDecisions(where.db, where.jurisdiction, { id: decisionId });
  if (!decision) return fail('decision.notFound');
  const { subject, day, hash, versions: used } = decision.ruleSet;
  const { versions } = await readBook(where);
  const rules = rulesOf(versionsUsed(versions, used), subject, day);
  const answer = loggedAnswer(rules.explain(rules.encode(decision.facts)));
  return succeed({
    ...{ decision, rules, answer },
    sameRules: rules.compiled.ruleSet.hash === hash,
    sameAnswer: answer.sha256 === decision.sha256,
    changedSince: used.flatMap(([id, number]) =>
      (newestOf(versions, id)?.number ?? number) > number ? [id] : [],
    ),
  });
}
