// The rule set of a day and a kind of subject, compiled once and kept while no other version is published.
import type { Clause, Subject } from '../../../core/policy/clause.ts';
import { type CompiledRules, compileRules } from '../../../core/policy/engine/compile.ts';
import { explainer, labelsOf } from '../../../core/policy/engine/explain.ts';
import type { Explanation } from '../../../core/policy/engine/explain-result.ts';
import { type Facts, type Row, rowEncoder } from '../../../core/policy/row.ts';
import { type ClauseVersion, versionsOn } from '../../../core/policy/version.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { readBook, sha256 } from './book.ts';

export interface Rules {
  readonly compiled: CompiledRules;
  /** What was compiled: every clause with the number of its version. */
  readonly versions: readonly ClauseVersion[];
  readonly clauses: readonly Clause[];
  readonly encode: (facts: Facts) => Row;
  readonly explain: (row: Row) => Explanation;
}

/** @throws Error where published versions do not compile together: they were checked before they were published. */
export function rulesOf(
  versions: readonly ClauseVersion[],
  subject: Subject,
  day: IsoDate,
  history?: readonly Clause[],
): Rules {
  const clauses = versions.map(({ clause }) => clause);
  const compiled = compileRules(clauses, { subject, day, hash: sha256, ...(history ? { history } : {}) });
  if (!compiled.ok) throw new Error(`the clauses do not compile on ${day}: ${compiled.problems[0]?.code}`);
  const { ruleSet } = compiled.rules;
  return {
    compiled: compiled.rules,
    ...{ versions, clauses },
    encode: rowEncoder(ruleSet.schema),
    explain: explainer(ruleSet, labelsOf(compiled.rules)),
  };
}

/** A slider over days asks for many; the least recently used one goes. */
const mostKept = 64;
const kept = new Map<string, Rules>();

export async function rulesOn(
  where: Pick<Context, 'db' | 'jurisdiction'>,
  subject: Subject,
  day: IsoDate,
): Promise<Rules> {
  const { stamp, versions } = await readBook(where);
  const key = `${stamp} ${subject} ${day}`;
  const rules = kept.get(key) ?? rulesOf(versionsOn(versions, day), subject, day);
  kept.delete(key);
  kept.set(key, rules);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return rules;
}
