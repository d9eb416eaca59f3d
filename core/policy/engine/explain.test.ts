// Explanations agree with the decision and with the slow reading of the form, and say what stands between a firm and a yes.
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../quantity/date.ts';
import { aClause } from '../clause.fixture.ts';
import type { Clause } from '../clause.ts';
import { questionsOf } from '../questions.ts';
import { type Facts, rowEncoder } from '../row.ts';
import { decider } from './closure.ts';
import { type CompiledRules, compileRules } from './compile.ts';
import { explainer } from './explain.ts';
import { randomTrial } from './random.fixture.ts';
import { cellOf, payoutsOf, truthOf } from './reference.fixture.ts';

describe('random rules over random rows', () => {
  it.each([1, 2, 3, 4])('seed %i: answers, amounts and payouts are those of the reference', (seed) => {
    const { ruleSet, rows } = randomTrial(seed, 40, 100);
    const { clauses, schema } = ruleSet;
    const explain = explainer(ruleSet);
    const decide = decider(ruleSet);
    const amounts = new Float64Array(clauses.length);
    const wrong: string[] = [];
    rows.forEach((row, number) => {
      const total = decide(row, amounts);
      const explanation = explain(row);
      const cells = clauses.map((clause) => cellOf(clause, schema, row));
      const payouts = payoutsOf(ruleSet, row, cells);
      const isExact = payouts.reduce((a, b) => a + b, 0) < 2 ** 53;
      if (isExact && explanation.total !== total)
        wrong.push(`row ${number}: ${explanation.total} ≠ ${total}`);
      clauses.forEach((clause, at) => {
        const result = explanation.results[at];
        const is = truthOf(clause.when, schema, row);
        const isRight =
          result?.answer === 'yes'
            ? is === true &&
              result.amount === cells[at] &&
              result.pays === payouts[at] &&
              amounts[at] === cells[at]
            : result?.answer === 'no'
              ? is === false && result.failed.length > 0 && Number.isNaN(amounts[at])
              : is !== false && (result?.missing.length ?? 0) > 0 && Number.isNaN(amounts[at]);
        if (!isRight)
          wrong.push(`row ${number} ${clause.id}: ${JSON.stringify(result)}, ${is}, ${cells[at]}`);
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe('answers that are kept and told again', () => {
  it.each([5, 6])(
    'seed %i: are those of an explainer that saw nothing before, and never change afterwards',
    (seed) => {
      const { ruleSet, rows } = randomTrial(seed, 20, 60);
      const explain = explainer(ruleSet);
      const inTurn = [...rows, ...rows.toReversed()];
      const told = inTurn.map((row) => explain(row));
      const asTold = structuredClone(told);
      const alone = inTurn.map((row) => explainer(ruleSet)(row));
      expect(asTold).toEqual(alone);
      expect(told).toEqual(alone);
    },
  );
});

const compiled = (clauses: readonly Clause[], day = '2024-06-01'): CompiledRules => {
  const result = compileRules(clauses, { subject: 'enterprise', day: isoDate(day), hash: String });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.rules;
};

const explained = (clauses: readonly Clause[], facts: Facts) => {
  const rules = compiled(clauses);
  return explainer(rules.ruleSet)(rowEncoder(rules.ruleSet.schema)(facts));
};

const one = (clause: Partial<Clause>, facts: Facts) => explained([aClause(clause)], facts).results[0];

describe('distance to yes', () => {
  const people = { least: [{ from: '2024-01-01', value: '30人', ref: '一' }] };
  const money = { least: [{ from: '2024-01-01', value: '200万元', ref: '一' }] };
  it.each([
    // why this row is here          params  is         fact          actual        distance
    ['12 people short', people, 'atLeast', 'employees', 18, 12],
    ['one more than the number', people, 'above', 'employees', 30, 1],
    ['ten too many', people, 'atMost', 'employees', 40, -10],
    ['one fewer than the number', people, 'below', 'employees', 30, -1],
    ['1 分 short', money, 'atLeast', 'research', 199_999_999, 1],
    ['300,000 yuan short', money, 'atLeast', 'research', 170_000_000, 30_000_000],
  ] as const)('%s', (_why, params, is, fact, actual, distance) => {
    const amount = [{ from: '2024-01-01', value: '20万元', ref: '一' }];
    const when = { compare: fact, is, to: '$least' } as const;
    const result = one({ params: { ...params, amount }, when }, { [fact]: actual });
    expect(result).toMatchObject({ answer: 'no', failed: [{ actual, distance }] });
  });
});

describe('three values', () => {
  const when = { any: [{ has: 'highTech' }, { compare: 'employees', is: 'atMost', to: '$limit' }] } as const;
  const params = {
    limit: [{ from: '2024-01-01', value: '30人', ref: '一' }],
    amount: [{ from: '2024-01-01', value: '20万元', ref: '一' }],
  };
  it.each([
    ['one alternative is enough', { highTech: true }, { answer: 'yes', amount: 20_000_000 }],
    ['the other too', { highTech: false, employees: 30 }, { answer: 'yes' }],
    [
      'a failed and a missing one: only the missing fact is asked',
      { highTech: false },
      { answer: 'unknown', missing: ['employees'] },
    ],
    ['nothing known: both are asked', {}, { answer: 'unknown', missing: ['highTech', 'employees'] }],
    ['both fail: both are told', { highTech: false, employees: 31 }, { answer: 'no', failed: [{}, {}] }],
  ] as const)('%s', (_why, facts, expected) => {
    expect(one({ params, when }, facts)).toMatchObject(expected);
  });

  it('asks nothing of an alternative that is lost already', () => {
    const lost = { all: [{ has: 'highTech' }, { has: 'converted' }] } as const;
    const clause = { when: { any: [lost, { has: 'nurturing' }] } } as const;
    expect(one(clause, { highTech: false })).toMatchObject({ answer: 'unknown', missing: ['nurturing'] });
  });

  it('does not blame an alternative that is still open', () => {
    const open = { any: [{ has: 'converted' }, { has: 'nurturing' }] } as const;
    const result = one({ when: { all: [{ has: 'highTech' }, open] } }, { highTech: false, converted: false });
    expect(result?.answer === 'no' && result.failed.flatMap((leaf) => leaf.note.facts)).toEqual(['highTech']);
  });

  it('a cap on a missing amount is missing, never the cap', () => {
    const amount = { cap: { of: { rate: { of: 'research', by: '$share' } }, at: '$cap' } };
    const rates = {
      share: [{ from: '2024-01-01', value: '5%', ref: '一' }],
      cap: [{ from: '2024-01-01', value: '200万元', ref: '一' }],
    };
    expect(one({ params: rates, when: { has: 'highTech' }, amount }, { highTech: true })).toEqual({
      answer: 'unknown',
      id: 'a-clause',
      missing: ['research'],
    });
  });

  it('not is pushed to the leaves: what is missing stays unknown', () => {
    const clause = { when: { not: { has: 'dishonest' } } } as const;
    expect(one(clause, {})?.answer).toBe('unknown');
    expect(one(clause, { dishonest: true })?.answer).toBe('no');
    expect(one(clause, { dishonest: false })?.answer).toBe('yes');
  });
});

describe('overlap', () => {
  const paying = (id: string, value: string, extra: Partial<Clause> = {}): Clause =>
    aClause({
      id,
      params: { amount: [{ from: '2024-01-01', value, ref: '一' }] },
      overlap: { group: 'g', rule: 'highest' },
      ...extra,
    });

  it('pays the highest and names it to the others', () => {
    const { results, total } = explained([paying('low', '10万元'), paying('high', '30万元')], {
      highTech: true,
    });
    expect(total).toBe(30_000_000);
    expect(results).toMatchObject([
      { id: 'low', pays: 0, beatenBy: 'high' },
      { id: 'high', pays: 30_000_000, beatenBy: null },
    ]);
  });

  it('pays the first of equals', () => {
    const { results } = explained([paying('first', '10万元'), paying('second', '10万元')], {
      highTech: true,
    });
    expect(results).toMatchObject([{ beatenBy: null }, { beatenBy: 'first' }]);
  });

  it('pays an additive clause on top', () => {
    const more = paying('more', '5万元', {
      overlap: { group: 'g', rule: 'highest', additiveWith: ['base'] },
    });
    expect(explained([paying('base', '10万元'), more], { highTech: true }).total).toBe(15_000_000);
  });

  it.each([
    ['the rest', '25万元', 5_000_000],
    ['nothing where more was paid', '40万元', 0],
  ])('tops up: %s', (_why, already, total) => {
    const overlap = { group: 'g', rule: 'topUp' } as const;
    const clauses = [paying('a', '10万元', { overlap }), paying('b', '30万元', { overlap })];
    const facts = { highTech: true, paidInGroup_g: Number.parseInt(already, 10) * 1_000_000 };
    expect(explained(clauses, facts).total).toBe(total);
  });

  it('leaves what the yearly limit leaves', () => {
    const capped = aClause({ yearlyCap: { key: 'y', limit: '$amount' } });
    expect(explained([capped], { highTech: true, paidThisYear_y: 15_000_000 }).total).toBe(5_000_000);
    expect(explained([capped], { highTech: true, paidThisYear_y: 25_000_000 }).total).toBe(0);
  });
});

describe('questions', () => {
  it('asks first what decides most', () => {
    const needs = (id: string, when: Clause['when']): Clause => aClause({ id, when });
    const clauses = [
      needs('a', { has: 'highTech' }),
      needs('b', { has: 'highTech' }),
      needs('c', { all: [{ has: 'highTech' }, { has: 'converted' }] }),
      needs('d', { has: 'nurturing' }),
    ];
    expect(questionsOf(explained(clauses, {}))).toEqual([
      { fact: 'highTech', decides: ['a', 'b'], asked: ['a', 'b', 'c'] },
      { fact: 'nurturing', decides: ['d'], asked: ['d'] },
      { fact: 'converted', decides: [], asked: ['c'] },
    ]);
  });
});
