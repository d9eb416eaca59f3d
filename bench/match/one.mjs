// One enterprise: which of 2,300 clauses pay it, why each of 20 does or does not; and one clause changed for the whole city.
import { many, moved, twenty } from './clauses.mjs';
import { median, microseconds, once, processorMs, rounded } from './clock.mjs';
import { rowOf, schema } from './subjects.mjs';

const SUBJECTS = 4000;

function subjectsOf(register) {
  const columns = Object.fromEntries(schema.map((column) => [column.name, register.values(column)]));
  return Array.from({ length: SUBJECTS }, (_, at) => rowOf(columns, at * 7));
}

/** Whether the quick decision gives, for every subject, what the closures give. */
async function sameAsClosures(engine, ruleSet, rows) {
  const { decider } = await engine('core/policy/engine/closure.js');
  const { deciderOf } = await engine('core/policy/engine/decide.js');
  const [slow, quick] = [decider(ruleSet), deciderOf(ruleSet)];
  const amounts = new Float64Array(ruleSet.clauses.length);
  return rows.every((row) => {
    const total = slow(row, amounts);
    const entitled = quick(row);
    const positive = amounts.reduce((count, fen) => count + (fen > 0 ? 1 : 0), 0);
    return (
      entitled.length === positive &&
      entitled.every(({ clause, fen }) => amounts[clause] === fen) &&
      entitled.reduce((sum, { paidFen }) => sum + paidFen, 0) === total
    );
  });
}

export async function measureOne({ engine, register, say }) {
  const { deciderOf } = await engine('core/policy/engine/decide.js');
  const { explainer } = await engine('core/policy/engine/explain.js');
  const { decider } = await engine('core/policy/engine/closure.js');
  say('one enterprise against 2,300 clauses');
  const rows = subjectsOf(register);
  const [few, lots] = [twenty(), many(2300)];
  let kept = 0;
  const each = (decide) => () => {
    for (const row of rows) kept += decide(row).length;
  };
  const many2300 = each(deciderOf(lots));
  const us2300 = microseconds(many2300, rows.length);
  const perRow = (work) => rounded((processorMs(work, 12) * 1000) / rows.length);
  const processorUs2300 = perRow(many2300);
  const us20 = microseconds(each(deciderOf(few)), rows.length);
  say('full explanation of 20 clauses');
  const explain = explainer(few);
  const explainAll = () => {
    for (const row of rows) kept += explain(row).total;
  };
  const explainUs20 = microseconds(explainAll, rows.length);
  const processorExplainUs20 = perRow(explainAll);
  const amounts = new Float64Array(lots.clauses.length);
  const closures = decider(lots);
  const some = rows.slice(0, 400);
  const closuresUs2300 = microseconds(
    () => {
      for (const row of some) kept += closures(row, amounts);
    },
    some.length,
    5,
  );
  const explains = await explainsEqual(engine, few, rows.slice(0, 1000));
  const equal =
    explains &&
    (await sameAsClosures(engine, lots, rows.slice(0, 1000))) &&
    (await sameAsClosures(engine, few, rows));
  return {
    us2300: rounded(us2300),
    us20: rounded(us20),
    explainUs20: rounded(explainUs20),
    processorUs2300,
    processorExplainUs20,
    closuresUs2300: rounded(closuresUs2300, 1),
    equal: equal && kept > 0,
  };
}

async function explainsEqual(engine, ruleSet, rows) {
  const { decider } = await engine('core/policy/engine/closure.js');
  const { explainer } = await engine('core/policy/engine/explain.js');
  const [decide, explain] = [decider(ruleSet), explainer(ruleSet)];
  const amounts = new Float64Array(ruleSet.clauses.length);
  return rows.every((row) => decide(row, amounts) === explain(row).total);
}

const MOVES = 9;

/** The median over the clauses of the median time of a move of the slider; the session is opened once. */
export async function measureWhatIf({ engine, register, say }) {
  const { WhatIf } = await engine('server/policy/what-if.js');
  const { planOf } = await engine('core/policy/engine/plan.js');
  const { prepare } = await engine('server/policy/prepare.js');
  const { run } = await engine('server/policy/run.js');
  say('what if: each of 20 clauses moved and priced for the whole city');
  const ruleSet = twenty();
  const [medians, opening, processor] = [[], [], []];
  let equal = true;
  for (const clause of ruleSet.clauses) {
    const opened = await once(() => new WhatIf(register, ruleSet, clause.id));
    opening.push(opened.ms);
    const session = opened.result;
    for (let warm = 1; warm <= 8; warm++) session.price(moved(clause, warm));
    const times = [];
    let [last, move] = [null, 0];
    for (let at = 1; at <= MOVES; at++) {
      move++;
      const changed = moved(clause, 100 + move);
      const { ms, result } = await once(() => session.price(changed));
      times.push(ms);
      last = { changed, result };
    }
    processor.push(processorMs(() => session.price(moved(clause, 100 + ++move)), MOVES));
    session.close();
    medians.push(median(times));
    const clauses = ruleSet.clauses.map((each) => (each === clause ? last.changed : each));
    const prepared = prepare(register, planOf({ schema, clauses }), { payouts: false });
    const total = run(prepared).reduce((sum, { paidFen }) => sum + paidFen, 0);
    prepared.release();
    equal &&= total === last.result.totalFen;
  }
  return {
    ms: rounded(median(medians)),
    processorMs: rounded(median(processor)),
    worstMs: rounded(Math.max(...medians)),
    openMs: rounded(median(opening), 0),
    equal,
  };
}
