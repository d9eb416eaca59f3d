// Which missing fact to ask a firm for first: the one that by itself decides the most clauses.
import type { Explanation } from './engine/explain-result.ts';

export interface Question {
  readonly fact: string;
  /** Clauses that lack nothing else. */
  readonly decides: readonly string[];
  /** Clauses that lack it, perhaps among others. */
  readonly asked: readonly string[];
}

export function questionsOf(explanation: Explanation): readonly Question[] {
  const facts = new Map<string, { decides: string[]; asked: string[] }>();
  for (const result of explanation.results) {
    if (result.answer !== 'unknown') continue;
    for (const fact of result.missing) {
      const entry = facts.get(fact) ?? { decides: [], asked: [] };
      entry.asked.push(result.id);
      if (result.missing.length === 1) entry.decides.push(result.id);
      facts.set(fact, entry);
    }
  }
  return [...facts]
    .map(([fact, entry]) => ({ fact, ...entry }))
    .sort(
      (a, b) =>
        b.decides.length - a.decides.length || b.asked.length - a.asked.length || (a.fact < b.fact ? -1 : 1),
    );
}
