// The catalogue itself in WebAssembly: every clause of every kind of subject matches the rows that plain columns match.
import { describe, expect, it } from 'vitest';
import { catalog } from '../../core/policy/catalog/catalog.ts';
import { columnsRun } from '../../core/policy/engine/columns/run.ts';
import { compileRules } from '../../core/policy/engine/compile.ts';
import type { Column } from '../../core/policy/engine/form.ts';
import { planOf } from '../../core/policy/engine/plan.ts';
import { randomFrom } from '../../core/policy/engine/random.fixture.ts';
import { isoDate } from '../../core/quantity/date.ts';
import { Register } from './memory.ts';
import { prepare } from './prepare.ts';
import { runKeeping } from './run.ts';

const ROWS = 20_000;

/** Small numbers are as likely as large ones, since thresholds are spread alike. */
function randomValue(random: () => number, { measure, nullable, least, greatest }: Column): number {
  if (nullable && random() < 0.1) return Number.NaN;
  if (measure === 'flags') return Math.floor(random() * (greatest + 1));
  const wide = greatest - least + 1;
  return least + Math.floor(Math.min(wide - 1, measure === 'fen' ? wide ** random() : random() * wide));
}

describe.each(['enterprise', 'project', 'park', 'person'] as const)('the clauses for a %s', (subject) => {
  it('match in WebAssembly what they match in plain columns', () => {
    const compiled = compileRules(catalog, { subject, day: isoDate('2024-03-15'), hash: String });
    if (!compiled.ok) throw new Error('the catalogue compiles');
    const { ruleSet } = compiled.rules;
    const random = randomFrom(20240315);
    const register = new Register(ruleSet.schema, ROWS);
    for (const column of ruleSet.schema) {
      const values = register.values(column);
      for (let row = 0; row < ROWS; row++) values[row] = randomValue(random, column);
    }
    const columns = Object.fromEntries(
      ruleSet.schema.map((column) => [column.name, register.values(column)]),
    );
    const plain: string[] = [];
    columnsRun(planOf(ruleSet), columns)(0, ROWS, (row, clause, fen, paidFen) => {
      plain.push(`${row} ${clause} ${fen} ${paidFen}`);
    });
    const { matches } = runKeeping(prepare(register, planOf(ruleSet)));
    const found = Array.from(
      matches.rows,
      (row, at) => `${row} ${matches.clauses[at]} ${matches.fen[at]} ${matches.paidFen[at]}`,
    );
    expect(plain.length).toBeGreaterThan(ruleSet.clauses.length);
    expect(found).toEqual(plain);
  });
});
