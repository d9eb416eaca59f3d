// The whole city: a million enterprises against 20 and 2,300 clauses, on one thread and on two, and how time grows.

import { many, twenty } from './clauses.mjs';
import { inTurn, median, once, peakMegabytes, processorMs, rounded } from './clock.mjs';
import { readingOf } from './reading.mjs';
import { enterprises, ROW_BYTES, schema } from './subjects.mjs';

/** Σ payout × (row mod 251): equal only where every row is paid the same. */
export function payoutCheck(payouts) {
  let sum = 0;
  for (let row = 0; row < payouts.length; row++) sum += payouts[row] * (row % 251);
  return sum;
}

export const sameFigures = (one, other) =>
  one.length === other.length &&
  one.every((each, at) => each.matched === other[at].matched && each.matchedFen === other[at].matchedFen);

/** The register in memory, filled with synthetic enterprises. */
export async function registerOf(engine, rows) {
  const { Register } = await engine('server/policy/memory.js');
  const register = new Register(schema, rows);
  enterprises(rows, (column) => register.values(column));
  return register;
}

/** Answers of the plain closures, row after row: the reference of the measured answers. */
export async function referenceOf(engine, register, ruleSet) {
  const { decider } = await engine('core/policy/engine/closure.js');
  const decide = decider(ruleSet);
  const columns = schema.map((column) => register.values(column));
  const row = new Float64Array(schema.length);
  const amounts = new Float64Array(ruleSet.clauses.length);
  const figures = ruleSet.clauses.map(() => ({ matched: 0, matchedFen: 0 }));
  let check = 0;
  for (let at = 0; at < register.rows; at++) {
    for (let column = 0; column < columns.length; column++) row[column] = columns[column][at];
    check += decide(row, amounts) * (at % 251);
    for (let clause = 0; clause < amounts.length; clause++) {
      if (!(amounts[clause] > 0)) continue;
      figures[clause].matched++;
      figures[clause].matchedFen += amounts[clause];
    }
  }
  return { figures, check };
}

/** The same from the plain JavaScript columns: fast enough for 2,300 clauses. */
export async function plainOf(engine, register, ruleSet) {
  const { columnsRun } = await engine('core/policy/engine/columns/run.js');
  const { planOf } = await engine('core/policy/engine/plan.js');
  const columns = Object.fromEntries(schema.map((column) => [column.name, register.values(column)]));
  const figures = ruleSet.clauses.map(() => ({ matched: 0, matchedFen: 0 }));
  let check = 0;
  const runPlain = columnsRun(planOf(ruleSet), columns);
  const { ms } = await once(() =>
    runPlain(0, register.rows, (row, clause, fen, paid) => {
      figures[clause].matched++;
      figures[clause].matchedFen += fen;
      check += paid * (row % 251);
    }),
  );
  return { figures, check, ms };
}

export async function measureTwenty({ engine, register, pool, say }) {
  const { planOf } = await engine('core/policy/engine/plan.js');
  const { prepare, payoutsOf } = await engine('server/policy/prepare.js');
  const { run } = await engine('server/policy/run.js');
  const ruleSet = twenty();
  const plan = planOf(ruleSet);
  const alone = prepare(register, plan);
  const together = prepare(register, plan, { threads: 2 });
  const read2 = await readingOf({ engine, register, schema, threads: 2 });
  say('20 clauses: columns on one thread and on two, beside reading the columns');
  const [one, two, reading] = await inTurn(
    [() => run(alone), () => pool.run(together), () => pool.run(read2)],
    41,
    8,
  );
  const processor = processorMs(() => run(alone), 30);
  const reference = await referenceOf(engine, register, ruleSet);
  const answers = [
    { figures: run(alone), check: payoutCheck(payoutsOf(alone)) },
    { figures: await pool.run(together), check: payoutCheck(payoutsOf(together)) },
  ];
  const plain = await plainOf(engine, register, ruleSet);
  const equal = [...answers, plain].every(
    ({ figures, check }) => sameFigures(figures, reference.figures) && check === reference.check,
  );
  alone.release();
  together.release();
  return {
    ms1T: rounded(median(one)),
    processorMs1T: rounded(processor),
    ms2T: rounded(median(two)),
    readMs2T: rounded(median(reading)),
    limitRatio2T: rounded(median(two) / median(reading)),
    plainMs1T: rounded(plain.ms, 0),
    megabytes: rounded((register.rows * ROW_BYTES) / 1e6, 0),
    matches: reference.figures.reduce((sum, { matched }) => sum + matched, 0),
    equal,
    reference,
    peakMegabytes: peakMegabytes(),
  };
}

export async function measureMany({ engine, register, say }, count = 2300) {
  const { planOf } = await engine('core/policy/engine/plan.js');
  const { prepare, payoutsOf } = await engine('server/policy/prepare.js');
  const { run, runKeeping } = await engine('server/policy/run.js');
  say(`${count} clauses: columns on one thread`);
  const ruleSet = many(count);
  const first = await once(() => prepare(register, planOf(ruleSet)));
  const prepared = first.result;
  const cold = await once(() => run(prepared));
  const [times] = await inTurn([() => run(prepared)], 9, 2);
  const processor = processorMs(() => run(prepared), 5);
  const kept = await once(() => runKeeping(prepared));
  const figures = run(prepared);
  const check = payoutCheck(payoutsOf(prepared));
  const plain = await plainOf(engine, register, ruleSet);
  prepared.release();
  return {
    ruleSet,
    figures,
    check,
    seconds1T: rounded(median(times) / 1000, 3),
    processorSeconds1T: rounded(processor / 1000, 3),
    preparedMs: rounded(first.ms, 0),
    firstRunMs: rounded(cold.ms, 0),
    keepingMs: rounded(kept.ms, 0),
    matches: kept.result.matches.length,
    plainSeconds1T: rounded(plain.ms / 1000),
    equal: sameFigures(figures, plain.figures) && check === plain.check,
    peakMegabytes: peakMegabytes(),
  };
}

/** The same rows in the order of district and industry, as a register is kept: blocks of one district skip the others' clauses. */
function sortedInto(from, to) {
  const [district, industry] = ['district', 'industry'].map((name) =>
    from.values(schema.find((column) => column.name === name)),
  );
  const order = Uint32Array.from({ length: from.rows }, (_, row) => row).sort(
    (a, b) => district[a] - district[b] || industry[a] - industry[b],
  );
  for (const column of schema) {
    const [source, target] = [from.values(column), to.values(column)];
    for (let row = 0; row < order.length; row++) target[row] = source[order[row]];
  }
}

/** Milliseconds on one thread as enterprises and as clauses grow. */
export async function measureGrowth({ engine, register, say }) {
  const { planOf } = await engine('core/policy/engine/plan.js');
  const { prepare } = await engine('server/policy/prepare.js');
  const { run } = await engine('server/policy/run.js');
  const { Register } = await engine('server/policy/memory.js');
  const timed = async (on, ruleSet, rounds = 7) => {
    const prepared = prepare(on, planOf(ruleSet), { payouts: false });
    const [times] = await inTurn([() => run(prepared)], rounds, 3);
    prepared.release();
    return rounded(median(times), 1);
  };
  const withEnterprises = [];
  for (const rows of [250_000, 500_000, 1_000_000, 2_000_000, 4_000_000]) {
    say(`growth: ${rows} enterprises`);
    const on = rows === register.rows ? register : await registerOf(engine, rows);
    withEnterprises.push({ enterprises: rows, clauses: 20, ms1T: await timed(on, twenty(), 15) });
  }
  const withClauses = [];
  for (const count of [100, 500, 2300]) {
    say(`growth: ${count} clauses`);
    withClauses.push({
      enterprises: register.rows,
      clauses: count,
      ms1T: await timed(register, many(count)),
    });
  }
  say('growth: thresholds of their own; sorted rows');
  const distinct = await timed(register, many(2300, { distinct: true }), 5);
  const sorted = new Register(schema, register.rows);
  sortedInto(register, sorted);
  const inOrder = await timed(sorted, many(2300));
  return { withEnterprises, withClauses, distinctThresholdsMs1T: distinct, sortedRowsMs1T: inOrder };
}
