// All back ends agree, cell by cell: random clauses on random subjects against the oracle.
import { describe, expect, it } from 'vitest';
import { planOf } from '../../core/policy/engine/plan.ts';
import { randomTrial } from '../../core/policy/engine/random.fixture.ts';
import { cellOf, payoutsOf } from '../../core/policy/engine/reference.fixture.ts';
import { Register } from './memory.ts';
import { prepare } from './prepare.ts';
import { runKeeping } from './run.ts';

describe('wasm', () => {
  it('agrees with the oracle', () => {
    let cells = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const { ruleSet, rows } = randomTrial(seed, 40, 300);
      const register = new Register(ruleSet.schema, rows.length);
      ruleSet.schema.forEach((column, at) => {
        const values = register.values(column);
        rows.forEach((row, index) => (values[index] = row[at] ?? Number.NaN));
      });
      const prepared = prepare(register, planOf(ruleSet));
      const { matches } = runKeeping(prepared);
      const got = rows.map(() => ruleSet.clauses.map(() => [0, 0]));
      for (let i = 0; i < matches.length; i++)
        (got[matches.rows[i] ?? 0] ?? [])[matches.clauses[i] ?? 0] = [
          matches.fen[i] ?? 0,
          matches.paidFen[i] ?? 0,
        ];
      rows.forEach((row, index) => {
        const expected = ruleSet.clauses.map((clause) => cellOf(clause, ruleSet.schema, row));
        const paid = payoutsOf(ruleSet, row, expected);
        expected.forEach((cell, clause) => {
          cells++;
          if (cell !== got[index]?.[clause]?.[0] || paid[clause] !== got[index]?.[clause]?.[1])
            expect({
              seed,
              index,
              clause,
              got: got[index]?.[clause],
              def: JSON.stringify(ruleSet.clauses[clause]),
              row,
            }).toEqual({ seed, index, clause, got: [cell, paid[clause]] });
        });
      });
    }
    expect(cells).toBe(120_000);
  });
});
