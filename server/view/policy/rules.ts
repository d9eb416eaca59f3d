// The rule set of a day and a kind of subject, compiled once and kept while the clauses are the same.
import { createHash } from 'node:crypto';
import { catalog } from '../../../core/policy/catalog/catalog.ts';
import type { Subject } from '../../../core/policy/clause.ts';
import { type CompiledRules, compileRules } from '../../../core/policy/engine/compile.ts';
import { type Explanation, explainer, labelsOf } from '../../../core/policy/engine/explain.ts';
import { type Facts, type Row, rowEncoder } from '../../../core/policy/row.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';

export interface Rules {
  readonly compiled: CompiledRules;
  readonly encode: (facts: Facts) => Row;
  readonly explain: (row: Row) => Explanation;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A slider over days asks for many; the least recently used one goes. */
const mostKept = 64;
const kept = new Map<string, Rules>();

/** @throws Error where the shipped catalogue does not compile: its own test would have failed before. */
export function rulesOn(subject: Subject, day: IsoDate): Rules {
  const key = `${subject} ${day}`;
  const before = kept.get(key);
  if (before) {
    kept.delete(key);
    kept.set(key, before);
    return before;
  }
  const compiled = compileRules(catalog, { subject, day, hash: sha256 });
  if (!compiled.ok) throw new Error(`the catalogue does not compile on ${day}`);
  const { ruleSet } = compiled.rules;
  const rules: Rules = {
    compiled: compiled.rules,
    encode: rowEncoder(ruleSet.schema),
    explain: explainer(ruleSet, labelsOf(compiled.rules)),
  };
  kept.set(key, rules);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return rules;
}
