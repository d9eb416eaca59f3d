// All back ends agree, cell by cell: random clauses on random subjects, each answer against the oracle.
import { describe, expect, it } from 'vitest';
import { decider } from '../../core/policy/engine/closure.ts';
import { columnsRun } from '../../core/policy/engine/columns/run.ts';
import { deciderOf } from '../../core/policy/engine/decide.ts';
import { planOf } from '../../core/policy/engine/plan.ts';
import { randomTrial, type Trial } from '../../core/policy/engine/random.fixture.ts';
import { referenceOf } from '../../core/policy/engine/reference.fixture.ts';
import { Register } from './memory.ts';
import { prepare } from './prepare.ts';
import { runKeeping } from './run.ts';

/** 分 of every clause for every row before overlap, then what the row is paid for it. */
interface Cells {
  readonly fen: Float64Array;
  readonly paid: Float64Array;
}

const emptyCells = ({ rows, ruleSet }: Trial): Cells => ({
  fen: new Float64Array(rows.length * ruleSet.clauses.length),
  paid: new Float64Array(rows.length * ruleSet.clauses.length),
});

function byOracle(trial: Trial): Cells {
  const cells = emptyCells(trial);
  const reference = referenceOf(trial.ruleSet);
  trial.rows.forEach((row, index) => {
    const { fen, paid } = reference(row);
    cells.fen.set(fen, index * fen.length);
    cells.paid.set(paid, index * fen.length);
  });
  return cells;
}

function byClosures(trial: Trial): Float64Array {
  const { fen } = emptyCells(trial);
  const decide = decider(trial.ruleSet);
  const width = trial.ruleSet.clauses.length;
  trial.rows.forEach((row, index) => {
    decide(row, fen.subarray(index * width, (index + 1) * width));
  });
  return fen.map((amount) => (amount > 0 ? amount : 0));
}

function bySingle(trial: Trial): Cells {
  const cells = emptyCells(trial);
  const decide = deciderOf(trial.ruleSet);
  trial.rows.forEach((row, index) => {
    for (const { clause, fen, paidFen } of decide(row)) {
      cells.fen[index * trial.ruleSet.clauses.length + clause] = fen;
      cells.paid[index * trial.ruleSet.clauses.length + clause] = paidFen;
    }
  });
  return cells;
}

function byColumns(trial: Trial): Cells {
  const cells = emptyCells(trial);
  const { schema, clauses } = trial.ruleSet;
  const columns = Object.fromEntries(
    schema.map(({ name }, at) => [name, Float64Array.from(trial.rows, (row) => row[at] ?? Number.NaN)]),
  );
  columnsRun(planOf(trial.ruleSet), columns)(0, trial.rows.length, (row, clause, fen, paidFen) => {
    cells.fen[row * clauses.length + clause] = fen;
    cells.paid[row * clauses.length + clause] = paidFen;
  });
  return cells;
}

function byWasm(trial: Trial): Cells {
  const cells = emptyCells(trial);
  const { schema, clauses } = trial.ruleSet;
  const register = new Register(schema, trial.rows.length);
  schema.forEach((column, at) => {
    register.values(column).set(trial.rows.map((row) => row[at] ?? Number.NaN));
  });
  const { matches } = runKeeping(prepare(register, planOf(trial.ruleSet)));
  matches.rows.forEach((row, index) => {
    const cell = row * clauses.length + (matches.clauses[index] ?? 0);
    cells.fen[cell] = matches.fen[index] ?? 0;
    cells.paid[cell] = matches.paidFen[index] ?? 0;
  });
  return cells;
}

/** The first difference with all that is needed to see why, or null. */
function firstDifference(trial: Trial, expected: Float64Array, got: Float64Array) {
  const cell = expected.findIndex((value, index) => value !== got[index]);
  if (cell < 0) return null;
  const [row, clause] = [
    Math.floor(cell / trial.ruleSet.clauses.length),
    cell % trial.ruleSet.clauses.length,
  ];
  return {
    row: Object.fromEntries(trial.ruleSet.schema.map(({ name }, at) => [name, trial.rows[row]?.[at]])),
    clause: JSON.stringify(trial.ruleSet.clauses[clause]),
    expected: expected[cell],
    got: got[cell],
  };
}

const CLAUSES = 40;
const ROWS = 2_500;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** A hundred thousand cells take a second; a machine busy with other tests may need many. */
const PATIENCE = 120_000;

describe('back ends', () => {
  it.each(SEEDS)(
    'agree on 100,000 cells of seed %i',
    (seed) => {
      const trial = randomTrial(seed, CLAUSES, ROWS);
      const oracle = byOracle(trial);
      expect(oracle.fen.length).toBe(CLAUSES * ROWS);
      expect(firstDifference(trial, oracle.fen, byClosures(trial))).toBeNull();
      for (const by of [bySingle, byColumns, byWasm]) {
        const cells = by(trial);
        expect(firstDifference(trial, oracle.fen, cells.fen), by.name).toBeNull();
        expect(firstDifference(trial, oracle.paid, cells.paid), `${by.name}, after overlap`).toBeNull();
      }
    },
    PATIENCE,
  );
});
