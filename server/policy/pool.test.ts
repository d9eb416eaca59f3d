// Several threads give what one gives, job after job, and keep nothing from the job before.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planOf } from '../../core/policy/engine/plan.ts';
import { randomTrial, type Trial } from '../../core/policy/engine/random.fixture.ts';
import { Register } from './memory.ts';
import { Pool } from './pool.ts';
import { payoutsOf, prepare } from './prepare.ts';
import { run } from './run.ts';

const ROWS = 40_000;
const trials: readonly Trial[] = [1, 2, 3].map((seed) => randomTrial(seed, 30, 1));
let register: Register;
let pool: Pool;

beforeAll(async () => {
  const { ruleSet, rows } = randomTrial(4, 10, ROWS);
  register = new Register(ruleSet.schema, ROWS);
  ruleSet.schema.forEach((column, at) => {
    register.values(column).set(rows.map((row) => row[at] ?? Number.NaN));
  });
  pool = await Pool.on(register, 2);
}, 120_000);
afterAll(() => pool.close());

describe('pool', () => {
  it('gives the figures and payouts of a single thread, again and again', async () => {
    for (const { ruleSet } of [...trials, ...trials]) {
      const plan = planOf(ruleSet);
      const alone = prepare(register, plan);
      const figures = run(alone);
      const payouts = payoutsOf(alone).slice();
      const together = prepare(register, plan, { threads: 2 });
      expect(figures.some(({ paid }) => paid > 0)).toBe(true);
      // Sums beyond exact numbers depend on the order of adding; counts and payouts never do.
      const exact = (all: typeof figures) =>
        all.map((each) => (each.exact ? each : { ...each, matchedFen: 0, paidFen: 0 }));
      expect(exact(await pool.run(together))).toEqual(exact(figures));
      expect(payoutsOf(together)).toEqual(payouts);
      alone.release();
      together.release();
    }
  });

  it('takes jobs in the order of asking', async () => {
    const prepared = trials.map(({ ruleSet }) => prepare(register, planOf(ruleSet), { threads: 2 }));
    const all = await Promise.all(prepared.map((each) => pool.run(each)));
    for (const [at, { ruleSet }] of trials.entries()) {
      const alone = prepare(register, planOf(ruleSet));
      expect(all[at]?.map(({ matched }) => matched)).toEqual(run(alone).map(({ matched }) => matched));
    }
  });
});
