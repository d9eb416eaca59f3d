// Runs the tests that stand inside a clause: facts written as a person writes them, the answer compared with what is expected.
import { isIsoDate, isoDate } from '../../quantity/date.ts';
import type { Clause, ClauseTest, Given } from '../clause.ts';
import type { ClauseProblem } from '../clause-problem.ts';
import { type CompiledRules, compileRules } from '../engine/compile.ts';
import { explainer } from '../engine/explain.ts';
import type { ClauseResult } from '../engine/explain-result.ts';
import type { Measure } from '../engine/form.ts';
import type { Fact } from '../register/fact.ts';
import { groupColumn, onceFlag, yearColumn } from '../register.ts';
import { type Facts, rowEncoder } from '../row.ts';
import { readValue, type ValueKind } from '../value.ts';
import { moneyText } from '../words/number-words.ts';

const kindOfMeasure: Readonly<Partial<Record<Measure, ValueKind>>> = {
  fen: 'fen',
  count: 'count',
  area: 'area',
  date: 'date',
};

/** A written fact as the number of its column; null where it cannot be read in the column's unit. */
export function readFact(fact: Fact, written: string | number | boolean): number | null {
  if (typeof written === 'boolean') return null;
  if (typeof written === 'number')
    return fact.measure === 'year' || fact.measure === 'count' ? written : null;
  if (fact.measure === 'code') return /^\d{4}$/.test(written) ? Number(written) : null;
  const value = readValue(written);
  if (typeof value === 'string') return null;
  const isAlike =
    value.kind === kindOfMeasure[fact.measure] && (value.kind !== 'count' || value.unit === fact.unit?.zh);
  return isAlike ? value.number : null;
}

type ReadFacts =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly names: readonly string[] };

/** Facts by name from how a person writes them; the names that cannot be read otherwise. */
export function readFacts(facts: readonly Fact[], given: Given): ReadFacts {
  const columns = new Map(facts.map((fact) => [fact.name, fact]));
  const flags = new Set(facts.flatMap((fact) => fact.bits ?? []));
  const read: Record<string, number | boolean | null> = {};
  const names: string[] = [];
  for (const [name, written] of Object.entries(given)) {
    const fact = columns.get(name);
    const value =
      written === null || (flags.has(name) && typeof written === 'boolean')
        ? written
        : fact && fact.measure !== 'flags'
          ? readFact(fact, written)
          : undefined;
    const isKnown = flags.has(name) || fact !== undefined;
    const isOutside =
      typeof value === 'number' && fact !== undefined && (value < fact.least || value > fact.greatest);
    if (!isKnown || value === undefined || isOutside || (value === null && written !== null))
      names.push(name);
    else read[name] = value;
  }
  return names.length > 0 ? { ok: false, names } : { ok: true, facts: read };
}

/** What a clause's own words call a fact: the one-time key is simply `once`. */
export const publicName = (name: string): string => (name.startsWith('once_') ? 'once' : name);

const sorted = (names: readonly string[]): string => [...new Set(names.map(publicName))].sort().join(', ');

function answerText(result: ClauseResult): string {
  switch (result.answer) {
    case 'yes':
      return `yes ${moneyText(result.amount).zh}`;
    case 'no':
      return `no: ${sorted(result.failed.flatMap((leaf) => leaf.note.facts))}`;
    case 'unknown':
      return `unknown: ${sorted(result.missing)}`;
  }
}

function expectedText(test: ClauseTest): string {
  const { expect } = test;
  if (expect.answer === 'no') return `no: ${sorted(expect.because)}`;
  if (expect.answer === 'unknown') return `unknown: ${sorted(expect.missing)}`;
  const value = readValue(expect.amount);
  return `yes ${typeof value === 'string' ? expect.amount : moneyText(value.number).zh}`;
}

function historyOf(
  clause: Clause,
  test: ClauseTest,
): { given: Given; money: Readonly<Record<string, string>> } {
  const given = Object.fromEntries((test.paid ?? []).map((key) => [onceFlag(key), true]));
  const money = Object.fromEntries(
    Object.entries(test.paidSoFar ?? {}).map(([key, value]) => [
      clause.yearlyCap?.key === key ? yearColumn(key) : groupColumn(key),
      value,
    ]),
  );
  return { given, money };
}

export interface TestRun {
  readonly rules: CompiledRules;
  readonly result: ClauseResult;
  readonly facts: Facts;
}

export type TestOutcome =
  | { readonly ok: true; readonly run: TestRun }
  | { readonly ok: false; readonly problems: readonly ClauseProblem[] };

/** One test of a clause on its day, which is the clause's first day where the test names none. */
export function runTest(clause: Clause, at: number): TestOutcome {
  const test = clause.tests[at];
  const day = test?.on ?? clause.valid.from;
  const problem = (
    code: 'test.unreadable' | 'test.wrongAnswer',
    params: Readonly<Record<string, string>>,
  ) => ({
    ok: false as const,
    problems: [
      { code, clause: clause.id, path: `tests[${at}]`, params: { number: String(at + 1), ...params } },
    ],
  });
  if (!test || !isIsoDate(day)) return problem('test.unreadable', { name: 'on' });
  const compiled = compileRules([clause], { subject: clause.subject, day: isoDate(day), hash: () => '' });
  if (!compiled.ok) return compiled;
  const { rules } = compiled;
  const history = historyOf(clause, test);
  const read = readFacts(rules.facts, { ...test.given, ...history.given, ...history.money });
  if (!read.ok) return problem('test.unreadable', { name: read.names.join(', ') });
  const row = rowEncoder(rules.ruleSet.schema)(read.facts);
  const [result] = explainer(rules.ruleSet)(row).results;
  if (!result) return problem('test.wrongAnswer', { expected: expectedText(test), found: 'not in force' });
  const [expected, found] = [expectedText(test), answerText(result)];
  return expected === found
    ? { ok: true, run: { rules, result, facts: read.facts } }
    : problem('test.wrongAnswer', { expected, found });
}

/** The problems of all tests of a clause. */
export const testProblems = (clause: Clause): readonly ClauseProblem[] =>
  clause.tests.flatMap((_test, at) => {
    const outcome = runTest(clause, at);
    return outcome.ok ? [] : outcome.problems;
  });
