// The interpretation page (政策解读) of a clause: its words, its numbers with their sources, and worked examples from its own tests.

import { readFact, runTest } from '../author/clause-test.ts';
import type { Clause, Given } from '../clause.ts';
import { type CompiledRules, isValidOn } from '../engine/compile.ts';
import type { Fact } from '../register/fact.ts';
import { factTable, numberText } from './amount-words.ts';
import { type ClauseWords, clauseWords } from './clause-words.ts';
import { ResultSpeaker, type ResultWords } from './result-words.ts';
import type { Words } from './words.ts';

export interface CitedNumber {
  readonly name: string;
  readonly value: string;
  readonly from: string;
  readonly document: string;
  readonly ref: string;
}

export interface Example {
  readonly given: readonly { readonly fact: Words; readonly value: Words }[];
  readonly result: ResultWords;
}

export interface Interpretation {
  readonly words: ClauseWords;
  readonly numbers: readonly CitedNumber[];
  readonly examples: readonly Example[];
}

const yesNo = (value: boolean): Words => (value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' });

function valueWords(value: Given[string], fact: Fact | undefined): Words {
  if (value === null) return { zh: '未知', en: 'not known' };
  if (typeof value === 'boolean') return yesNo(value);
  const number = fact && fact.measure !== 'flags' ? readFact(fact, value) : null;
  if (!fact || number === null) return { zh: String(value), en: String(value) };
  return numberText(number, { measure: fact.measure, unit: fact.unit });
}

function examplesOf(clause: Clause): readonly Example[] {
  return clause.tests.flatMap((test, at): readonly Example[] => {
    const outcome = runTest(clause, at);
    if (!outcome.ok) return [];
    const speaker = new ResultSpeaker(outcome.run.rules);
    const facts = factTable(outcome.run.rules.facts);
    const given = Object.entries(test.given).map(([name, value]) => ({
      fact: speaker.fact(name),
      value: valueWords(value, facts.get(name)),
    }));
    return [{ given, result: speaker.say(outcome.run.result) }];
  });
}

/** The page of a clause on the day of the rule set; null where the clause is not in force then. */
export function interpretation(id: string, rules: CompiledRules): Interpretation | null {
  const detail = rules.details.find((each) => each.clause.id === id);
  if (!detail || !isValidOn(detail.clause, rules.day)) return null;
  const { clause } = detail;
  return {
    words: clauseWords(detail, rules),
    numbers: Object.entries(clause.params).flatMap(([name, dated]) =>
      dated.map((entry) => ({
        name,
        value: entry.value,
        from: entry.from,
        document: entry.document ?? clause.source.document,
        ref: entry.ref,
      })),
    ),
    examples: examplesOf(clause),
  };
}
