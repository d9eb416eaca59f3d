// How clauses become the rule set of one day: parameters and dates are numbers, history and limits are conditions like any other,
// and the whole has a hash, so that a decision can name exactly what decided it.
import type { IsoDate } from '../../quantity/date.ts';
import type { Clause, Subject } from '../clause.ts';
import type { ClauseProblem } from '../clause-problem.ts';
import type { Fact } from '../register/fact.ts';
import { groupColumn, onceFlag, registerFor, yearColumn } from '../register.ts';
import type { Words } from '../words/words.ts';
import { EXACT_LIMIT, Proof } from './bounds.ts';
import { kindText, type Names, namesOf, Scope } from './compile-scope.ts';
import { bindCondition, bindExpression } from './compile-terms.ts';
import type { Amount, BoundClause, Column, Condition, RuleSet, Schema } from './form.ts';

/** A bound clause beside what it was bound from: what words and pages are made of. */
export interface BoundDetail {
  readonly clause: Clause;
  readonly bound: BoundClause;
  /** The author's own condition and amount, without history and limits. */
  readonly when: Condition;
  readonly amount: Amount;
  readonly labels: ReadonlyMap<Condition, Words>;
}

export interface CompiledRules {
  readonly ruleSet: RuleSet;
  readonly facts: readonly Fact[];
  /** In the order of ruleSet.clauses. */
  readonly details: readonly BoundDetail[];
  readonly subject: Subject;
  readonly day: IsoDate;
}

export type Compiled =
  | { readonly ok: true; readonly rules: CompiledRules }
  | { readonly ok: false; readonly problems: readonly ClauseProblem[] };

export interface CompileOptions {
  readonly subject: Subject;
  readonly day: IsoDate;
  /** Clauses whose history the columns are to have room for; else those compiled. Two sets to be compared share them. */
  readonly history?: readonly Clause[];
  /** SHA-256 of a text as hexadecimal; core has no cryptography of its own. */
  readonly hash: (text: string) => string;
}

const zero: Amount = { op: 'number', value: 0 };

/** Only what a back end reads: a corrected label must not change the hash. */
const columnOf = (fact: Fact): Column => ({
  name: fact.name,
  storage: fact.storage,
  measure: fact.measure,
  nullable: fact.nullable,
  least: fact.least,
  greatest: fact.greatest,
  ...(fact.bits ? { bits: fact.bits } : {}),
  ...(fact.known === undefined ? {} : { known: fact.known }),
});

export const schemaOf = (facts: readonly Fact[]): Schema => facts.map(columnOf);

/** Keys in alphabetical order, so that the same rules have the same text whoever wrote them down. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function withHistory(clause: Clause, when: Condition, names: Names): Condition {
  const place = clause.once && names.flags.get(onceFlag(clause.once.key));
  if (!place) return when;
  const never: Condition = { op: 'lacks', ...place };
  return { op: 'all', of: when.op === 'all' ? [...when.of, never] : [when, never] };
}

/** The yearly limit less what was paid, and never below nothing. */
function withLimits(scope: Scope, amount: Amount, schema: Schema): Amount {
  const { yearlyCap } = scope.clause;
  let limited = amount;
  if (yearlyCap) {
    const limit = bindExpression(yearlyCap.limit, scope, 'yearlyCap.limit');
    scope.isAlike({ measure: 'fen', unit: '' }, limit.kind, 'yearlyCap.limit');
    const left: Amount = {
      op: 'minus',
      left: limit.node,
      right: { op: 'column', column: yearColumn(yearlyCap.key) },
    };
    limited = { op: 'least', left: amount, right: left };
  }
  return new Proof(schema).amount(limited).least < 0
    ? { op: 'greatest', left: limited, right: zero }
    : limited;
}

function prove(scope: Scope, bound: BoundClause, schema: Schema): void {
  const proof = new Proof(schema);
  proof.condition(bound.when);
  proof.amount(bound.amount);
  if (!(proof.bound < EXACT_LIMIT))
    scope.report('amount.mayOverflow', 'amount', { bound: String(proof.bound) });
}

/** One clause on one day; the problems of a clause that does not bind. */
export function bindClause(
  clause: Clause,
  names: Names,
  schema: Schema,
  day: IsoDate,
): { readonly detail: BoundDetail; readonly problems: readonly ClauseProblem[] } {
  const scope = new Scope(clause, names, day);
  const when = bindCondition(clause.when, scope, 'when');
  const { node: amount, kind } = bindExpression(clause.amount, scope, 'amount');
  if (kind.measure !== 'fen' && kind.measure !== 'any')
    scope.report('unit.notMoney', 'amount', { found: kindText(kind) });
  const stands = clause.overlap && !clause.overlap.additiveWith ? clause.overlap : null;
  const bound: BoundClause = {
    id: clause.id,
    when: withHistory(clause, when, names),
    amount: withLimits(scope, amount, schema),
    group: stands?.group ?? null,
    rule: stands?.rule ?? 'highest',
    paid: stands?.rule === 'topUp' ? groupColumn(stands.group) : null,
  };
  prove(scope, bound, schema);
  for (const name of Object.keys(clause.params))
    if (!scope.used.has(name)) scope.report('parameter.unused', `params.${name}`, { name });
  return { detail: { clause, bound, when, amount, labels: scope.labels }, problems: scope.problems };
}

/** What one subject may get in all must stay exact too; the clause that may pay most is named. */
function proveTotal(details: readonly BoundDetail[], schema: Schema): readonly ClauseProblem[] {
  const most = details
    .map(({ bound }) => ({ id: bound.id, limit: new Proof(schema).amount(bound.amount).greatest }))
    .sort((a, b) => b.limit - a.limit);
  const total = most.reduce((sum, each) => sum + Math.max(0, each.limit), 0);
  const [first] = most;
  if (total < EXACT_LIMIT || !first) return [];
  return [{ code: 'amount.mayOverflow', clause: first.id, path: 'amount', params: { bound: String(total) } }];
}

/** Clauses of one group side by side, everything else in the order it came. */
function grouped(details: readonly BoundDetail[]): readonly BoundDetail[] {
  const groups = new Map<string, BoundDetail[]>();
  details.forEach((detail, at) => {
    const key = detail.bound.group === null ? `#${at}` : `:${detail.bound.group}`;
    const members = groups.get(key);
    if (members) members.push(detail);
    else groups.set(key, [detail]);
  });
  return [...groups.values()].flat();
}

export const isValidOn = (clause: Clause, day: IsoDate): boolean =>
  clause.valid.from <= day && day <= clause.valid.to;

/** Two versions of one clause on one day would both pay. */
const twoVersions = (current: readonly Clause[]): readonly ClauseProblem[] =>
  current.flatMap(({ id, valid }, at): readonly ClauseProblem[] => {
    const isSecond = current.findIndex((each) => each.id === id) < at;
    const params = { name: id, from: valid.from, to: valid.to };
    return isSecond ? [{ code: 'clause.conflict', clause: id, path: 'valid', params }] : [];
  });

/** The rule set of a day; all problems of all clauses where one does not bind. */
export function compileRules(clauses: readonly Clause[], options: CompileOptions): Compiled {
  const facts = registerFor(options.subject, options.history ?? clauses);
  const names = namesOf(facts);
  const schema = schemaOf(facts);
  const current = clauses.filter(
    (clause) => clause.subject === options.subject && isValidOn(clause, options.day),
  );
  const bound = current.map((clause) => bindClause(clause, names, schema, options.day));
  const problems = [...twoVersions(current), ...bound.flatMap((each) => each.problems)];
  if (problems.length > 0) return { ok: false, problems };
  const details = grouped(bound.map((each) => each.detail));
  const inAll = proveTotal(details, schema);
  if (inAll.length > 0) return { ok: false, problems: inAll };
  const content = { schema, clauses: details.map((detail) => detail.bound) };
  const ruleSet: RuleSet = { ...content, hash: options.hash(canonicalText(content)) };
  return { ok: true, rules: { ruleSet, facts, details, subject: options.subject, day: options.day } };
}
