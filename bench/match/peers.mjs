// Rule engines with the same 20 clauses, one enterprise after the other, each answer compared with the closures'.
import { twenty } from './clauses.mjs';
import { median, once, rounded } from './clock.mjs';
import { installed } from './installed.mjs';
import { infix, publicodesRules, publicodesSituation, ruleEngineCondition } from './peer-language.mjs';
import { rowOf, schema } from './subjects.mjs';

const nameOf = (at) => `clause ${'abcdefghijklmnopqrst'[at]}`;

/** Facts by name; a missing one is null. */
const factsOf = (row) =>
  Object.fromEntries(schema.map(({ name }, at) => [name, Number.isNaN(row[at]) ? null : row[at]]));
/** Flags as lists of names, the way such engines like them. */
const withFlags = (facts) => {
  const named = { ...facts };
  for (const { name, bits } of schema)
    if (bits !== undefined) named[name] = bits.filter((_, bit) => (facts[name] >>> bit) & 1);
  return named;
};

async function jsonRulesEngine({ engine, say }, ruleSet) {
  const peer = await installed('json-rules-engine', say);
  if (peer === null) return null;
  const { Closures } = await engine('core/policy/engine/closure.js');
  const closures = new Closures(schema);
  const { Engine } = peer.default ?? peer;
  const rules = new Engine([], { allowUndefinedFacts: true });
  const derived = new Map();
  for (const [at, { when }] of ruleSet.clauses.entries())
    rules.addRule({
      conditions: { all: [ruleEngineCondition(when, schema, derived)] },
      event: { type: 'pays', params: { at } },
    });
  const computed = [...derived].map(([name, amount]) => [name, closures.amount(amount)]);
  const amounts = ruleSet.clauses.map(({ amount }) => closures.amount(amount));
  // It has no arithmetic: sums and amounts are worked out beside it.
  return {
    subjects: 1500,
    ready: (row) => ({ row, facts: withFlags(factsOf(row)) }),
    decide: async ({ row, facts }) => {
      const all = { ...facts };
      for (const [name, compute] of computed) all[name] = compute(row);
      const { events } = await rules.run(all);
      const fen = ruleSet.clauses.map(() => 0);
      for (const { params } of events) fen[params.at] = amounts[params.at](row);
      return fen;
    },
  };
}

async function zen({ say }, ruleSet) {
  const peer = await installed('@gorules/zen-engine', say);
  if (peer === null) return null;
  const { ZenEngine, ZenDecisionContent } = peer.default ?? peer;
  const place = { x: 0, y: 0 };
  const expressions = ruleSet.clauses.map(({ when, amount }, at) => ({
    id: `c${at}`,
    key: `c${at}`,
    value: `(${infix(when, schema)} ? ${infix(amount, schema)} : 0)`,
  }));
  const content = {
    expressions,
    passThrough: false,
    inputField: null,
    outputPath: null,
    executionMode: 'single',
  };
  const decision = new ZenEngine().createDecision(
    new ZenDecisionContent({
      contentType: 'application/vnd.gorules.decision',
      nodes: [
        { id: 'in', name: 'in', type: 'inputNode', position: place },
        { id: 'rules', name: 'rules', type: 'expressionNode', position: place, content },
        { id: 'out', name: 'out', type: 'outputNode', position: place },
      ],
      edges: [
        { id: 'first', sourceId: 'in', targetId: 'rules', type: 'edge' },
        { id: 'second', sourceId: 'rules', targetId: 'out', type: 'edge' },
      ],
    }),
  );
  return {
    subjects: 2000,
    ready: (row) => withFlags(factsOf(row)),
    decide: async (facts) => {
      const { result } = await decision.evaluate(facts);
      return ruleSet.clauses.map((_, at) => result[`c${at}`]);
    },
  };
}

async function publicodes({ say }, ruleSet) {
  const peer = await installed('publicodes', say);
  if (peer === null) return null;
  const Engine = peer.default?.default ?? peer.default ?? peer;
  const engine = new Engine(publicodesRules(ruleSet, schema, nameOf), { strict: { situation: false } });
  return {
    subjects: 150,
    ready: (row) => publicodesSituation(factsOf(row), schema),
    decide: async (situation) => {
      engine.setSituation(situation);
      return ruleSet.clauses.map((_, at) => {
        const { nodeValue } = engine.evaluate(nameOf(at));
        return typeof nodeValue === 'number' ? nodeValue : 0;
      });
    },
  };
}

/** Microseconds an enterprise; the answers are compared outside the time. */
async function timed({ subjects, ready, decide }, rows, expected) {
  const all = rows.slice(0, subjects).map(ready);
  for (const facts of all.slice(0, 20)) await decide(facts);
  const times = [];
  let equal = true;
  for (let round = 0; round < 3; round++) {
    const { ms, result } = await once(async () => {
      const answers = [];
      for (const facts of all) answers.push(await decide(facts));
      return answers;
    });
    times.push((ms * 1000) / all.length);
    equal &&= result.every((fen, at) =>
      fen.every((each, clause) => Math.max(each, 0) === expected[at][clause]),
    );
  }
  return { us: median(times), equal };
}

export async function measurePeers(bench, ourUs) {
  const { register, engine, say } = bench;
  const { decider } = await engine('core/policy/engine/closure.js');
  const ruleSet = twenty();
  const columns = Object.fromEntries(schema.map((column) => [column.name, register.values(column)]));
  const rows = Array.from({ length: 2000 }, (_, at) => rowOf(columns, at * 7));
  const decide = decider(ruleSet);
  const amounts = new Float64Array(ruleSet.clauses.length);
  const expected = rows.map((row) => {
    decide(row, amounts);
    return Array.from(amounts, (fen) => (fen > 0 ? fen : 0));
  });
  const found = [];
  for (const [name, open] of [
    ['json-rules-engine', jsonRulesEngine],
    ['@gorules/zen-engine', zen],
    ['publicodes', publicodes],
  ]) {
    const peer = await open(bench, ruleSet);
    if (peer === null) continue;
    say(`${name}: 20 clauses, ${peer.subjects} enterprises`);
    const { us, equal } = await timed(peer, rows, expected);
    found.push({ name, us: rounded(us, 1), times: rounded(us / ourUs, 0), equal });
  }
  return found;
}
