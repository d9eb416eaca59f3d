// A changed clause priced on its own costs the city what the whole rule set costs with the change.
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../core/policy/engine/form.ts';
import { planOf } from '../../core/policy/engine/plan.ts';
import { randomTrial } from '../../core/policy/engine/random.fixture.ts';
import { Register } from './memory.ts';
import { prepare } from './prepare.ts';
import { run } from './run.ts';
import { WhatIf } from './what-if.ts';

const ROWS = 3_000;

function filled({ schema }: RuleSet, rows: readonly Float64Array[]): Register {
  const register = new Register(schema, rows.length);
  schema.forEach((column, at) => {
    register.values(column).set(rows.map((row) => row[at] ?? Number.NaN));
  });
  return register;
}

/** What a rule set pays when all of it is worked out. */
const paidByAll = (register: Register, ruleSet: RuleSet): number => {
  const prepared = prepare(register, planOf(ruleSet), { payouts: false });
  const paid = run(prepared).reduce((sum, { paidFen }) => sum + paidFen, 0);
  prepared.release();
  return paid;
};

describe('what if', () => {
  it.each([11, 12, 13])(
    'agrees with the whole rule set run again, seed %i',
    (seed) => {
      const { ruleSet, rows } = randomTrial(seed, 12, ROWS);
      const others = randomTrial(seed + 100, 12, 1).ruleSet.clauses;
      const register = filled(ruleSet, rows);
      ruleSet.clauses.forEach((clause, at) => {
        const session = new WhatIf(register, ruleSet, clause.id);
        // As it stands, changed, and back again: what is remembered must not outlive what it was remembered for.
        for (const to of [clause, others[at] ?? clause, clause]) {
          const { when, amount } = to;
          const changed = {
            ...ruleSet,
            clauses: ruleSet.clauses.map((each) => (each === clause ? { ...each, when, amount } : each)),
          };
          const expected = paidByAll(register, changed);
          const { totalFen } = session.price(to);
          if (expected < Number.MAX_SAFE_INTEGER / 4) expect(totalFen).toBe(expected);
          else expect(Math.abs(totalFen - expected) / expected).toBeLessThan(1e-12);
        }
        session.close();
      });
    },
    120_000,
  );

  it('counts what the clause matches', () => {
    const { ruleSet, rows } = randomTrial(21, 6, ROWS);
    const register = filled(ruleSet, rows);
    const figures = run(prepare(register, planOf(ruleSet)));
    ruleSet.clauses.forEach((clause, at) => {
      const session = new WhatIf(register, ruleSet, clause.id);
      expect(session.price(clause).matched).toBe(figures[at]?.matched);
    });
  });
});
