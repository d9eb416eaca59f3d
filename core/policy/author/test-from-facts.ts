// A test made from somebody's facts: only those the clause reads, written as a person writes them, with the answer it gives now.

import type { ClauseTest, Expected, Given } from '../clause.ts';
import type { BoundDetail, CompiledRules } from '../engine/compile.ts';
import type { ClauseResult } from '../engine/explain-result.ts';
import { namesRead } from '../engine/reads.ts';
import type { Fact } from '../register/fact.ts';
import type { Facts } from '../row.ts';
import { dayFromEpoch, moneyText } from '../words/number-words.ts';
import { publicName } from './clause-test.ts';

/** The number of a column as its unit writes it: the counterpart of readFact. */
export function writeFact(fact: Pick<Fact, 'measure'>, value: number): string | number {
  switch (fact.measure) {
    case 'fen':
      return moneyText(value).zh;
    case 'area':
      return `${value}平方米`;
    case 'date':
      return dayFromEpoch(value);
    case 'code':
      return String(value).padStart(4, '0');
    default:
      return value;
  }
}

function expectedOf(result: ClauseResult): Expected {
  const names = (all: readonly string[]): readonly string[] => [...new Set(all.map(publicName))];
  switch (result.answer) {
    case 'yes':
      return { answer: 'yes', amount: moneyText(result.amount).zh };
    case 'no':
      return { answer: 'no', because: names(result.failed.flatMap((leaf) => leaf.note.facts)) };
    case 'unknown':
      return { answer: 'unknown', missing: names(result.missing) };
  }
}

/** The test on the day of the rules, for a subject without a history. */
export function testFromFacts(
  detail: BoundDetail,
  rules: CompiledRules,
  facts: Facts,
  result: ClauseResult,
): ClauseTest {
  const read = namesRead(detail, rules.ruleSet.schema);
  const columns = new Map(rules.facts.map((fact) => [fact.name, fact]));
  const given: Record<string, Given[string]> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (!read.has(name) || value === null) continue;
    const fact = columns.get(name);
    if (typeof value === 'boolean') given[name] = value;
    else if (fact) given[name] = writeFact(fact, value);
  }
  const on = rules.day === detail.clause.valid.from ? {} : { on: rules.day };
  return { given, ...on, expect: expectedOf(result) };
}
