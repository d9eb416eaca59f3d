// The catalogue itself, not only random clauses, is answered alike by closures, columns, the one-subject form and the oracle.
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../quantity/date.ts';
import { decider } from '../engine/closure.ts';
import { columnsRun } from '../engine/columns/run.ts';
import { compileRules } from '../engine/compile.ts';
import { deciderOf } from '../engine/decide.ts';
import { explainer } from '../engine/explain.ts';
import type { Column, Condition, RuleSet } from '../engine/form.ts';
import { planOf } from '../engine/plan.ts';
import { randomFrom } from '../engine/random.fixture.ts';
import { referenceOf } from '../engine/reference.fixture.ts';
import type { Row } from '../row.ts';
import { catalog } from './catalog.ts';

const ROWS = 400;
const subjects = ['enterprise', 'project', 'park', 'person'] as const;

/** Numbers that clauses compare a column with: rows stand on them, one below and one above. */
function thresholdsOf(ruleSet: RuleSet): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const visit = (node: Condition): void => {
    if ('of' in node) node.of.forEach(visit);
    else if (node.op === 'between')
      found.set(node.column, [node.least, node.greatest, ...(found.get(node.column) ?? [])]);
    else if (node.op === 'compare' && node.left.op === 'column' && node.right.op === 'number')
      found.set(node.left.column, [node.right.value, ...(found.get(node.left.column) ?? [])]);
  };
  for (const clause of ruleSet.clauses) visit(clause.when);
  return found;
}

function randomRows(ruleSet: RuleSet, seed: number): readonly Row[] {
  const random = randomFrom(seed);
  const thresholds = thresholdsOf(ruleSet);
  const between = (least: number, greatest: number): number =>
    least + Math.floor(random() * (greatest - least + 1));
  const randomValue = ({ name, measure, nullable, least, greatest }: Column): number => {
    if (nullable && random() < 0.1) return Number.NaN;
    if (measure === 'flags') return between(0, greatest);
    const known = thresholds.get(name);
    const value =
      known && random() < 0.7
        ? (known[between(0, known.length - 1)] ?? 0) + between(-1, 1)
        : between(least, Math.min(greatest, least + 2 * 10 ** between(0, 12)));
    return Math.max(least, Math.min(greatest, value));
  };
  return Array.from({ length: ROWS }, () => {
    const row = Float64Array.from(ruleSet.schema, randomValue);
    // A flag that is set is known.
    ruleSet.schema.forEach(({ known }, at) => {
      const twin = known ? ruleSet.schema.findIndex((column) => column.name === known) : -1;
      if (twin >= 0) row[at] = ((row[at] ?? 0) & (row[twin] ?? 0)) >>> 0;
    });
    return row;
  });
}

/** 分 paid of every clause for every row, one line a row. */
const paidBy = {
  oracle: (ruleSet: RuleSet, rows: readonly Row[]) => {
    const reference = referenceOf(ruleSet);
    return rows.map((row) => [...reference(row).paid]);
  },
  explanation: (ruleSet: RuleSet, rows: readonly Row[]) => {
    const explain = explainer(ruleSet);
    return rows.map((row) =>
      explain(row).results.map((result) => (result.answer === 'yes' ? result.pays : 0)),
    );
  },
  oneSubject: (ruleSet: RuleSet, rows: readonly Row[]) => {
    const decide = deciderOf(ruleSet);
    return rows.map((row) => {
      const paid = ruleSet.clauses.map(() => 0);
      for (const { clause, paidFen } of decide(row)) paid[clause] = paidFen;
      return paid;
    });
  },
  columns: (ruleSet: RuleSet, rows: readonly Row[]) => {
    const paid = rows.map(() => ruleSet.clauses.map(() => 0));
    const columns = Object.fromEntries(
      ruleSet.schema.map(({ name }, at) => [name, Float64Array.from(rows, (row) => row[at] ?? Number.NaN)]),
    );
    columnsRun(planOf(ruleSet), columns)(0, rows.length, (row, clause, _fen, paidFen) => {
      const line = paid[row];
      if (line) line[clause] = paidFen;
    });
    return paid;
  },
};

describe.each(subjects)('the clauses for a %s', (subject) => {
  const compiled = compileRules(catalog, { subject, day: isoDate('2024-03-15'), hash: String });
  if (!compiled.ok) throw new Error('the catalogue compiles');
  const { ruleSet } = compiled.rules;
  const rows = randomRows(ruleSet, 20240315 + subjects.indexOf(subject));
  const expected = paidBy.oracle(ruleSet, rows);

  it('pay somebody and not everybody', () => {
    const paying = expected.flat().filter((fen) => fen > 0).length;
    expect(paying).toBeGreaterThan(ruleSet.clauses.length);
    expect(paying).toBeLessThan(ROWS * ruleSet.clauses.length);
  });

  it.each(['explanation', 'oneSubject', 'columns'] as const)('%s pays what the oracle pays', (name) => {
    expect(paidBy[name](ruleSet, rows)).toEqual(expected);
  });

  it('the decision pays the same in all', () => {
    const decide = decider(ruleSet);
    const amounts = new Float64Array(ruleSet.clauses.length);
    expect(rows.map((row) => decide(row, amounts))).toEqual(
      expected.map((line) => line.reduce((sum, fen) => sum + fen, 0)),
    );
  });
});
