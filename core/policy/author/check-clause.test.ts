// What an author is told: every problem, with its place, what is wrong and how to mend it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../quantity/date.ts';
import { aClause } from '../clause.fixture.ts';
import type { Clause, Condition, Expression } from '../clause.ts';
import { problemWords } from '../clause-problem.ts';
import { compileRules } from '../engine/compile.ts';
import { checkClause, checkClauses } from './check-clause.ts';
import { parseClause, printClause } from './parse-clause.ts';

const dated = (value: string, from = '2024-01-01') => [{ from, value, ref: '一' }];
const amount = dated('20万元');

/** Code and place of every problem of a written clause. */
const problemsOf = (value: unknown): readonly string[] => {
  const read = parseClause(value);
  const problems = read.ok ? checkClause(read.clause) : read.problems;
  for (const problem of problems) {
    const { what, mend } = problemWords(problem);
    for (const words of [what, mend]) {
      expect(words.zh).not.toMatch(/^$|\{\w+\}/);
      expect(words.en).not.toMatch(/^$|\{\w+\}/);
    }
  }
  return problems.map((problem) => `${problem.code} ${problem.path}`);
};

const clauseWith = (given: Readonly<Record<string, unknown>>): unknown => ({ ...aClause(), ...given });

describe('bad clauses', () => {
  it.each([
    // why this row is here, what is changed, what is reported
    ['a field nobody knows', { discount: 1 }, ['clause.unknownField discount']],
    [
      'a misspelt field deep inside',
      { when: { all: [{ has: 'highTech', lable: {} }] } },
      ['clause.unknownField when.all[0].lable'],
    ],
    ['a missing field', { subject: undefined }, ['clause.wrongWord subject']],
    ['an operator nobody knows', { when: { above: 'employees' } }, ['clause.unknownOperator when']],
    [
      'two operators at once',
      { when: { has: 'highTech', lacks: 'dishonest' } },
      ['clause.unknownOperator when'],
    ],
    ['a number without a source', { amount: 2_000_000 }, ['clause.wrongShape amount']],
    [
      'a day that does not exist',
      { valid: { from: '2024-02-30', to: '2024-12-31' } },
      ['value.noSuchDay valid.from'],
    ],
    [
      'a range of days reversed',
      { valid: { from: '2024-12-31', to: '2024-01-01' } },
      ['clause.datesReversed valid'],
    ],
    ['money without a unit', { params: { amount: dated('20') } }, ['value.notRead params.amount[0].value']],
    ['half a 分', { params: { amount: dated('0.005元') } }, ['value.notWhole params.amount[0].value']],
    [
      'more money than can be counted',
      { params: { amount: dated('99999999亿元') } },
      ['value.tooLarge params.amount[0].value'],
    ],
    ['an exponent', { params: { amount: dated('1e400元') } }, ['value.notRead params.amount[0].value']],
    [
      'a parameter nobody wrote',
      { amount: { fixed: '$sum' } },
      ['parameter.unknown amount.fixed', 'parameter.unused params.amount'],
    ],
    [
      'a parameter without a value on the first day',
      { params: { amount: dated('20万元', '2024-03-01') } },
      ['parameter.noValue params.amount'],
    ],
    [
      'days of a parameter out of order',
      { params: { amount: [...dated('20万元', '2024-01-01'), ...dated('30万元', '2024-01-01')] } },
      ['parameter.order params.amount'],
    ],
    ['people where money belongs', { params: { amount: dated('20人') } }, ['unit.notMoney amount']],
    [
      'people compared with money',
      {
        params: { amount, limit: dated('20万元') },
        when: { compare: 'employees', is: 'atLeast', to: '$limit' },
      },
      ['unit.mismatch when'],
    ],
    [
      'firms compared with people',
      {
        params: { amount, limit: dated('20家') },
        when: { compare: 'employees', is: 'atLeast', to: '$limit' },
      },
      ['unit.mismatch when'],
    ],
    [
      'a sum used as a rate',
      { amount: { rate: { of: 'research', by: '$amount' } } },
      ['unit.notRate amount.rate.by'],
    ],
    ['a rate used as a sum', { params: { amount: dated('5%') } }, ['unit.notMoney amount']],
    ['money times money', { amount: { times: ['$amount', 'research'] } }, ['unit.mismatch amount.times']],
    ['a fact the register does not have', { when: { has: 'isNice' } }, ['fact.unknown when']],
    [
      'a flag compared like a number',
      { params: { amount, one: dated('1项') }, when: { compare: 'highTech', is: 'atLeast', to: '$one' } },
      ['fact.wrongKind when.compare'],
    ],
    ['a number asked like a flag', { when: { has: 'employees' } }, ['fact.wrongKind when']],
    [
      'a cap below its floor',
      {
        params: { low: dated('50万元'), high: dated('20万元') },
        amount: { cap: { of: { floor: { of: 'research', at: '$low' } }, at: '$high' } },
      },
      ['amount.capBelowFloor amount'],
    ],
    [
      'a floor above its cap',
      {
        params: { low: dated('50万元'), high: dated('20万元') },
        amount: { floor: { of: { cap: { of: 'research', at: '$high' } }, at: '$low' } },
      },
      ['amount.capBelowFloor amount'],
    ],
    [
      'brackets that fall',
      {
        params: { a: dated('50万元'), b: dated('20万元'), r: dated('1%') },
        amount: {
          brackets: {
            of: 'research',
            steps: [{ upTo: '$a', by: '$r' }, { upTo: '$b', by: '$r' }, { by: '$r' }],
          },
        },
      },
      ['amount.bracketOrder amount.brackets.steps[1]'],
    ],
    [
      'a product beyond 2^53',
      {
        params: { amount: dated('100万元'), many: dated('1人') },
        amount: { times: ['revenue', { times: ['employees', '$many'] }] },
      },
      ['amount.mayOverflow amount', 'parameter.unused params.amount'],
    ],
    [
      'a rate whose product is beyond 2^53',
      { params: { share: dated('99.99%') }, amount: { rate: { of: 'revenue', by: '$share' } } },
      ['amount.mayOverflow amount'],
    ],
    [
      'a yearly limit in people',
      { params: { amount, limit: dated('5人') }, yearlyCap: { key: 'k', limit: '$limit' } },
      ['unit.mismatch yearlyCap.limit'],
    ],
    [
      'a range of codes reversed',
      { when: { between: 'industry', from: '4699', to: '0600' } },
      ['clause.datesReversed when'],
    ],
    [
      'a test that is wrong',
      { tests: [{ given: { highTech: true }, expect: { answer: 'yes', amount: '21万元' } }] },
      ['test.wrongAnswer tests[0]'],
    ],
    [
      'a test with an unknown fact',
      { tests: [{ given: { isNice: true }, expect: { answer: 'yes', amount: '20万元' } }] },
      ['test.unreadable tests[0]'],
    ],
    [
      'a test with a negative number of people',
      { tests: [{ given: { employees: -3 }, expect: { answer: 'yes', amount: '20万元' } }] },
      ['test.unreadable tests[0]'],
    ],
  ])('%s', (_why, given, expected) => {
    expect(problemsOf(clauseWith(given))).toEqual(expected);
  });

  it('tells all problems at once', () => {
    const bad = clauseWith({
      params: { amount: dated('20'), limit: dated('5%') },
      when: { all: [{ has: 'isNice' }, { compare: 'employees', is: 'atLeast', to: '$people' }] },
    });
    expect(problemsOf(bad)).toEqual([
      'value.notRead params.amount[0].value',
      'fact.unknown when.all[0]',
      'parameter.unknown when.all[1].to',
      'parameter.unused params.limit',
    ]);
  });

  it('refuses what is nested beyond reading', () => {
    let when: unknown = { has: 'highTech' };
    for (let depth = 0; depth < 5000; depth++) when = { not: when };
    expect(problemsOf(clauseWith({ when }))).toEqual(['clause.tooDeep ']);
  });

  it.each([null, 3, 'text', [], true])('refuses %j', (value) => {
    expect(problemsOf(value).length).toBeGreaterThan(0);
  });
});

describe('clauses against each other', () => {
  const codes = (clauses: readonly Clause[]) =>
    checkClauses(clauses).map(({ code, clause, path, also }) => [
      code,
      clause,
      path,
      also?.clause,
      also?.path,
    ]);

  it('names both places of two versions that hold on one day', () => {
    const first = aClause({ valid: { from: '2024-01-01', to: '2024-06-30' } });
    const second = aClause({ valid: { from: '2024-06-30', to: '2024-12-31' }, lead: '市经信局' });
    expect(codes([first, second])).toEqual([
      ['clause.conflict', 'a-clause', '[1].valid', 'a-clause', '[0].valid'],
    ]);
    expect(codes([first, aClause({ valid: { from: '2024-07-01', to: '2024-12-31' } })])).toEqual([]);
  });

  it('tells the same clause twice apart from a conflict', () => {
    expect(codes([aClause(), aClause()])[0]?.[0]).toBe('clause.duplicate');
  });

  const inGroup = (id: string, additiveWith?: readonly string[]): Clause =>
    aClause({ id, overlap: { group: 'g', rule: 'highest', ...(additiveWith ? { additiveWith } : {}) } });

  it('refuses clauses that stand on top of each other', () => {
    expect(codes([inGroup('a', ['b']), inGroup('b', ['a'])]).map(([code]) => code)).toContain(
      'overlap.cycle',
    );
    expect(codes([inGroup('a', ['a'])]).map(([code]) => code)).toContain('overlap.cycle');
  });

  it('asks an additive clause to name every base of its group', () => {
    expect(codes([inGroup('a'), inGroup('b'), inGroup('c', ['a'])]).map(([code]) => code)).toEqual([
      'overlap.partial',
    ]);
    expect(codes([inGroup('a'), inGroup('c', ['a', 'x'])]).map(([code]) => code)).toEqual([
      'overlap.unknown',
    ]);
    expect(codes([inGroup('a'), inGroup('c', ['a'])])).toEqual([]);
  });

  it('refuses two rules in one group', () => {
    const other = aClause({ id: 'b', overlap: { group: 'g', rule: 'topUp' } });
    expect(codes([inGroup('a'), other])).toEqual([
      ['overlap.twoRules', 'b', 'overlap.rule', 'a', 'overlap.rule'],
    ]);
  });
});

// Clauses that are well formed and well typed, whatever they promise.
const moneyColumn = fc.constantFrom('research', 'researchBefore', 'assets', 'techTrade');
const anAmount: fc.Arbitrary<Expression> = fc.letrec<{ money: Expression }>((tie) => ({
  money: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(
      moneyColumn,
      fc.constant<Expression>('$sum'),
      fc.constant<Expression>({ fixed: '$sum' }),
      fc.constant<Expression>(0),
    ),
    moneyColumn.map((of): Expression => ({ rate: { of, by: '$share' } })),
    fc.array(tie('money'), { minLength: 1, maxLength: 3 }).map((least): Expression => ({ least })),
    fc.array(tie('money'), { minLength: 1, maxLength: 3 }).map((sum): Expression => ({ sum })),
    fc.tuple(tie('money'), tie('money')).map((minus): Expression => ({ minus })),
    tie('money').map((of): Expression => ({ cap: { of, at: '$sum' } })),
    tie('money').map(
      (of): Expression => ({ cases: [{ when: { has: 'highTech' }, pays: of }], otherwise: '$sum' }),
    ),
    moneyColumn.map(
      (of): Expression => ({ brackets: { of, steps: [{ upTo: '$sum', by: '$share' }, { by: '$share' }] } }),
    ),
  ),
})).money;
const comparison = fc.constantFrom('atLeast', 'above', 'atMost', 'below', 'equal', 'unequal');
const aCondition: fc.Arbitrary<Condition> = fc.letrec<{ when: Condition }>((tie) => ({
  when: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Condition>(
      { has: 'highTech' },
      { lacks: 'dishonest' },
      { between: 'industry', from: '0600', to: '4699' },
      { in: 'industry', values: ['3562', '2710'] },
    ),
    fc.tuple(moneyColumn, comparison).map(([compare, is]): Condition => ({ compare, is, to: '$sum' })),
    comparison.map((is): Condition => ({ compare: 'scaleYear', is, to: { year: -1 } })),
    comparison.map((is): Condition => ({ compare: 'registeredOn', is, to: { yearsBefore: '$years' } })),
    fc.array(tie('when'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('when'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    tie('when').map((not): Condition => ({ not })),
  ),
})).when;
const everyParameter = { sum: dated('20万元'), share: dated('5%'), years: dated('5年') };
const aRandomClause = fc
  .record({ when: aCondition, amount: anAmount })
  .map((given) => aClause({ ...given, params: everyParameter }));

describe('laws', () => {
  it('a clause is printed and parsed without a change', () => {
    fc.assert(
      fc.property(aRandomClause, (clause) => {
        const read = parseClause(JSON.parse(printClause(clause)));
        expect(read.ok && read.clause).toEqual(clause);
      }),
      { numRuns: 200 },
    );
  });

  it('a clause that is well typed compiles on every day, and no bound form holds NOT or a parameter', () => {
    fc.assert(
      fc.property(aRandomClause, fc.constantFrom('2024-01-01', '2024-02-29', '2024-12-31'), (clause, day) => {
        const result = compileRules([clause], { subject: 'enterprise', day: isoDate(day), hash: String });
        const problems = result.ok ? [] : result.problems.map((each) => each.code);
        expect(problems.filter((code) => code !== 'parameter.unused')).toEqual([]);
        if (result.ok) expect(JSON.stringify(result.rules.ruleSet)).not.toMatch(/"not"|\$/);
      }),
      { numRuns: 200 },
    );
  });

  it('anything at all is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const read = parseClause(value);
        expect(read.ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('binding to a day', () => {
  const within = aClause({
    params: { amount, years: dated('5年') },
    when: { compare: 'registeredOn', is: 'atLeast', to: { yearsBefore: '$years' } },
    valid: { from: '2020-01-01', to: '2030-12-31' },
  });
  it.each([
    // 1970-01-01 is day 0; calendar years, never 1825 days
    ['2024-02-29', Date.UTC(2019, 1, 28)],
    ['2024-03-01', Date.UTC(2019, 2, 1)],
    ['2025-02-28', Date.UTC(2020, 1, 28)],
  ])('five years before %s', (day, milliseconds) => {
    const clause = {
      ...within,
      params: { amount: dated('20万元', '2020-01-01'), years: dated('5年', '2020-01-01') },
    };
    const result = compileRules([clause], { subject: 'enterprise', day: isoDate(day), hash: String });
    expect(result.ok && result.rules.ruleSet.clauses[0]?.when).toMatchObject({
      right: { op: 'number', value: milliseconds / 86_400_000 },
    });
  });

  it('takes the value of the day and leaves out what is not in force', () => {
    const clause = aClause({
      params: { amount: [...amount, { from: '2024-07-01', value: '30万元', ref: '一' }] },
    });
    const sums = ['2023-12-31', '2024-06-30', '2024-07-01', '2025-01-01'].map((day) => {
      const result = compileRules([clause], { subject: 'enterprise', day: isoDate(day), hash: String });
      return result.ok ? result.rules.ruleSet.clauses[0]?.amount : null;
    });
    expect(sums).toEqual([
      undefined,
      { op: 'number', value: 20_000_000 },
      { op: 'number', value: 30_000_000 },
      undefined,
    ]);
  });

  it('never binds two versions to one day, even where nobody checked them', () => {
    const result = compileRules([aClause(), aClause({ lead: '市经信局' })], {
      subject: 'enterprise',
      day: isoDate('2024-06-01'),
      hash: String,
    });
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['clause.conflict']);
  });

  it('has a hash that labels do not change and numbers do', () => {
    const hashOf = (clause: Clause) => {
      const result = compileRules([clause], {
        subject: 'enterprise',
        day: isoDate('2024-06-01'),
        hash: (text) => text,
      });
      return result.ok ? result.rules.ruleSet.hash : '';
    };
    const labelled = aClause({ when: { has: 'highTech', label: { zh: '高企', en: 'high-tech' } } });
    expect(hashOf(labelled)).toBe(hashOf(aClause()));
    expect(hashOf(aClause({ params: { amount: dated('20.01万元') } }))).not.toBe(hashOf(aClause()));
  });
});
