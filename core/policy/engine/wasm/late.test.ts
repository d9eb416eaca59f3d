// Conditions that are asked row by row change what is read, never what is found.
import { describe, expect, it } from 'vitest';
import { columnsRun } from '../columns/run.ts';
import type { Condition, RuleSet } from '../form.ts';
import { planOf } from '../plan.ts';
import { randomTrial } from '../random.fixture.ts';
import { withLateLeaves } from './late.ts';

const schema = [
  { name: 'year', storage: 'u16', measure: 'year', nullable: false, least: 0, greatest: 2100 },
  { name: 'rent', storage: 'f64', measure: 'fen', nullable: true, least: 0, greatest: 1e10 },
] as const;
const column = (name: string) => ({ op: 'column', column: name }) as const;
const inYear: Condition = {
  op: 'compare',
  comparison: 'equal',
  left: column('year'),
  right: { op: 'number', value: 2025 },
};
const pays: Condition = {
  op: 'compare',
  comparison: 'above',
  left: column('rent'),
  right: { op: 'number', value: 0 },
};
const clause = (when: Condition) =>
  ({ id: 'rent', when, amount: column('rent'), group: null, rule: 'highest', paid: null }) as const;
const leavesOf = (...conditions: readonly Condition[]) =>
  withLateLeaves(planOf({ schema, clauses: conditions.map(clause) })).leaves;

describe('which conditions wait', () => {
  it.each([
    ['few firms are left to ask', [{ op: 'all', of: [inYear, pays] }], [inYear]],
    ['every firm would have to be asked', [pays], [pays]],
    ['another clause asks every firm anyway', [{ op: 'all', of: [inYear, pays] }, pays], [inYear, pays]],
    [
      'an alternative is joined as a set',
      [{ op: 'all', of: [inYear, { op: 'any', of: [inYear, pays] }] }],
      null,
    ],
  ] as const)('%s', (_why, conditions, kept) => {
    expect(leavesOf(...conditions)).toEqual(kept ?? [inYear, pays]);
  });
});

const found = (
  plan: Parameters<typeof columnsRun>[0],
  { schema: names }: RuleSet,
  rows: readonly Float64Array[],
) => {
  const columns = Object.fromEntries(
    names.map(({ name }, at) => [name, Float64Array.from(rows, (row) => row[at] ?? 0)]),
  );
  const all: string[] = [];
  columnsRun(plan, columns)(0, rows.length, (...match) => all.push(match.join(' ')));
  return all;
};

/** A condition that one row in a dozen meets, so that the others may wait. */
const rare: Condition = { op: 'between', column: 'industry', least: 0, greatest: 800 };

const leavesIn = (condition: Condition): readonly Condition[] =>
  'of' in condition ? condition.of.flatMap(leavesIn) : [condition];

it('random clauses find the same rows, amounts and payouts', () => {
  let waiting = 0;
  let matches = 0;
  for (const seed of [1, 2, 3, 4]) {
    const trial = randomTrial(seed, 5, 1000);
    const clauses = trial.ruleSet.clauses.map((each) => ({
      ...each,
      when: { op: 'all', of: [rare, ...leavesIn(each.when).slice(0, 2)] } as const,
    }));
    const ruleSet = { ...trial.ruleSet, clauses };
    const plan = planOf(ruleSet);
    const late = withLateLeaves(plan);
    const expected = found(plan, ruleSet, trial.rows);
    waiting += plan.leaves.length - late.leaves.length;
    matches += expected.length;
    expect(found(late, ruleSet, trial.rows)).toEqual(expected);
  }
  expect(waiting).toBeGreaterThan(2);
  expect(matches).toBeGreaterThan(100);
});
