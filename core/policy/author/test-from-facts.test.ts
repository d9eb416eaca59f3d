// A test made from facts holds by itself: written down and read again it gives the answer it was made from.
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../quantity/date.ts';
import { catalog } from '../catalog/catalog.ts';
import { compileRules } from '../engine/compile.ts';
import { explainer } from '../engine/explain.ts';
import { factsOf } from '../register.ts';
import { rowEncoder } from '../row.ts';
import { checkClause } from './check-clause.ts';
import { readFact } from './clause-test.ts';
import { testFromFacts, writeFact } from './test-from-facts.ts';

describe('facts written as a person writes them', () => {
  it('are read as the number they were', () => {
    for (const fact of factsOf.enterprise.filter(({ measure }) => measure !== 'flags'))
      for (const value of [fact.least, 1, 1234, fact.greatest].filter(
        (each) => each >= fact.least && each <= fact.greatest,
      ))
        expect(readFact(fact, writeFact(fact, value)), `${fact.name} ${value}`).toBe(value);
  });
});

describe('a test made from somebody’s facts', () => {
  it('holds in every clause for enterprises of the catalogue', () => {
    const compiled = compileRules(catalog, {
      ...{ subject: 'enterprise', day: isoDate('2024-06-30') },
      hash: () => '',
    });
    if (!compiled.ok) throw new Error('the catalogue compiles');
    const { rules } = compiled;
    const facts = {
      ...{
        industry: 3911,
        employees: 120,
        scaleYear: 2023,
        revenue: 21e9,
        research: 9e8,
        researchBefore: 7e8,
      },
      ...{ littleGiantYear: 2024, highTech: true, dishonest: false, yearsInScale: 3 },
    };
    const { results } = explainer(rules.ruleSet)(rowEncoder(rules.ruleSet.schema)(facts));
    const answers = new Set<string>();
    rules.details.forEach((detail, at) => {
      const result = results[at];
      if (!result) throw new Error('one result a clause');
      const test = testFromFacts(detail, rules, facts, result);
      answers.add(test.expect.answer);
      expect(checkClause({ ...detail.clause, tests: [test] }), detail.clause.id).toEqual([]);
    });
    expect([...answers].sort()).toEqual(['no', 'unknown', 'yes']);
  });
});
