// How the terms of a clause become the intermediate form: names to numbers and columns, units checked on the way, and NOT pushed
// to the leaves, so that "a comparison with a missing value is false" equals "Kleene logic says TRUE" in every back end.
import { addMonths, yearOf } from '../../quantity/calendar.ts';
import type { Condition as Authored, BracketStep, Comparison, Expression } from '../clause.ts';
import { epochDay } from '../value.ts';
import type { Words } from '../words/words.ts';
import { ANY, type Kind, kindText, type Scope } from './compile-scope.ts';
import type { Amount, Bracket, Condition, Leaf } from './form.ts';

export interface Bound {
  readonly node: Amount;
  readonly kind: Kind;
}

const number = (value: number): Amount => ({ op: 'number', value });
const kind = (measure: Kind['measure'], unit = ''): Kind => ({ measure, unit });
/** Stands where a problem was reported, so that binding goes on and finds the others. */
const NOTHING: Bound = { node: number(0), kind: ANY };

function bindParameter(reference: string, scope: Scope, path: string): Bound {
  const value = scope.parameter(reference, path);
  if (!value) return NOTHING;
  return value.kind === 'rate'
    ? { node: number(0), kind: kind('rate') }
    : { node: number(value.number), kind: kind(value.kind, value.unit) };
}

function bindName(name: string, scope: Scope, path: string): Bound {
  if (name.startsWith('$')) return bindParameter(name, scope, path);
  const fact = scope.fact(name, path);
  if (!fact) return NOTHING;
  return { node: { op: 'column', column: name }, kind: kind(fact.measure, fact.unit?.zh ?? '') };
}

/** A rate as a fraction; reported where the parameter is no rate. */
function fraction(reference: string, scope: Scope, path: string): { numerator: number; denominator: number } {
  const value = scope.parameter(reference, path);
  if (value && value.kind !== 'rate')
    scope.report('unit.notRate', path, {
      name: reference.slice(1),
      found: kindText(kind(value.kind, value.unit)),
    });
  return value?.kind === 'rate'
    ? { numerator: value.number, denominator: value.denominator }
    : { numerator: 0, denominator: 1 };
}

type Pair = 'plus' | 'least' | 'greatest' | 'minus';

/** Folds a list from the left; the parts must count the same thing. */
function chain(op: Pair, parts: readonly Expression[], scope: Scope, path: string): Bound {
  const bound = parts.map((part, at) => bindExpression(part, scope, `${path}[${at}]`));
  return bound.reduce((left, right, at) => {
    scope.isAlike(left.kind, right.kind, `${path}[${at}]`);
    return {
      node: { op, left: left.node, right: right.node },
      kind: left.kind.measure === 'any' ? right.kind : left.kind,
    };
  });
}

/** 分 × a count is 分, a count × a count is a count; nothing else is multiplied. */
function bindTimes(parts: readonly [Expression, Expression], scope: Scope, path: string): Bound {
  const [left, right] = parts.map((part, at) => bindExpression(part, scope, `${path}.times[${at}]`));
  if (!left || !right) return NOTHING;
  const node: Amount = { op: 'times', left: left.node, right: right.node };
  const counts = [left, right].filter(({ kind }) => kind.measure === 'count' || kind.measure === 'any');
  const other = [left, right].find(({ kind }) => kind.measure !== 'count' && kind.measure !== 'any');
  if (counts.length === 2) return { node, kind: kind('count') };
  if (counts.length === 1 && other?.kind.measure === 'fen') return { node, kind: other.kind };
  scope.report('unit.mismatch', `${path}.times`, { left: kindText(left.kind), right: kindText(right.kind) });
  return NOTHING;
}

function bindCases(
  expression: Extract<Expression, { otherwise: Expression }>,
  scope: Scope,
  path: string,
): Bound {
  const otherwise = bindExpression(expression.otherwise, scope, `${path}.otherwise`);
  let result = otherwise.kind;
  const cases = expression.cases.map((each, at) => {
    const pays = bindExpression(each.pays, scope, `${path}.cases[${at}].pays`);
    scope.isAlike(result, pays.kind, `${path}.cases[${at}].pays`);
    if (result.measure === 'any') result = pays.kind;
    return { when: bindCondition(each.when, scope, `${path}.cases[${at}].when`), pays: pays.node };
  });
  return { node: { op: 'cases', cases, otherwise: otherwise.node }, kind: result };
}

function bindSteps(steps: readonly BracketStep[], scope: Scope, path: string): readonly Bracket[] {
  let before = 0;
  return steps.map((step, at) => {
    const here = `${path}[${at}]`;
    const limit = step.upTo === undefined ? null : bindParameter(step.upTo, scope, `${here}.upTo`);
    if (limit) scope.isAlike(kind('fen'), limit.kind, `${here}.upTo`);
    const upTo = limit?.node.op === 'number' ? limit.node.value : null;
    const isLast = at === steps.length - 1;
    if ((upTo === null) !== isLast || (upTo !== null && upTo <= before))
      scope.report('amount.bracketOrder', here);
    before = upTo ?? before;
    return { upTo, ...fraction(step.by, scope, `${here}.by`) };
  });
}

/** A cap around a floor (or the other way round) whose numbers are both known: the cap must not be lower. */
function checkCapAndFloor(expression: Expression, scope: Scope, path: string): void {
  if (typeof expression !== 'object') return;
  const outer = 'cap' in expression ? expression.cap : 'floor' in expression ? expression.floor : null;
  if (!outer || typeof outer.of !== 'object') return;
  const inner = 'floor' in outer.of ? outer.of.floor : 'cap' in outer.of ? outer.of.cap : null;
  if (!inner || 'cap' in expression === 'cap' in outer.of) return;
  const [cap, floor] = 'cap' in expression ? [outer.at, inner.at] : [inner.at, outer.at];
  const numbers = [cap, floor].map((each) =>
    typeof each === 'string' && each.startsWith('$')
      ? scope.params.get(each.slice(1))?.number
      : each === 0
        ? 0
        : undefined,
  );
  const [high, low] = numbers;
  if (high !== undefined && low !== undefined && high < low)
    scope.report('amount.capBelowFloor', path, { cap: String(cap), floor: String(floor) });
}

function bindDate(reference: string, scope: Scope, path: string): Bound {
  const value = scope.parameter(reference, path);
  if (!value) return NOTHING;
  scope.isAlike(kind('count', '年'), kind(value.kind, value.unit), path);
  return { node: number(epochDay(addMonths(scope.day, -12 * value.number))), kind: kind('date') };
}

/** An expression with what it counts; problems go to the scope and binding goes on. */
export function bindExpression(expression: Expression, scope: Scope, path: string): Bound {
  if (expression === 0) return NOTHING;
  if (typeof expression === 'string') return bindName(expression, scope, path);
  checkCapAndFloor(expression, scope, path);
  if ('fixed' in expression) return bindParameter(expression.fixed, scope, `${path}.fixed`);
  if ('rate' in expression) {
    const of = bindExpression(expression.rate.of, scope, `${path}.rate.of`);
    return {
      node: { op: 'rate', of: of.node, ...fraction(expression.rate.by, scope, `${path}.rate.by`) },
      kind: of.kind,
    };
  }
  if ('cases' in expression) return bindCases(expression, scope, path);
  if ('brackets' in expression) {
    const of = bindExpression(expression.brackets.of, scope, `${path}.brackets.of`);
    scope.isAlike(kind('fen'), of.kind, `${path}.brackets.of`);
    const brackets = bindSteps(expression.brackets.steps, scope, `${path}.brackets.steps`);
    return { node: { op: 'brackets', of: of.node, brackets }, kind: kind('fen') };
  }
  if ('least' in expression) return chain('least', expression.least, scope, `${path}.least`);
  if ('greatest' in expression) return chain('greatest', expression.greatest, scope, `${path}.greatest`);
  if ('cap' in expression)
    return chain('least', [expression.cap.of, expression.cap.at], scope, `${path}.cap`);
  if ('floor' in expression)
    return chain('greatest', [expression.floor.of, expression.floor.at], scope, `${path}.floor`);
  if ('sum' in expression) return chain('plus', expression.sum, scope, `${path}.sum`);
  if ('minus' in expression) return chain('minus', expression.minus, scope, `${path}.minus`);
  if ('times' in expression) return bindTimes(expression.times, scope, path);
  if ('year' in expression) return { node: number(yearOf(scope.day) + expression.year), kind: kind('year') };
  return bindDate(expression.yearsBefore, scope, `${path}.yearsBefore`);
}

const opposite: Readonly<Record<Comparison, Comparison>> = {
  atLeast: 'below',
  above: 'atMost',
  atMost: 'above',
  below: 'atLeast',
  equal: 'unequal',
  unequal: 'equal',
};

/** Stands where a problem was reported; never reaches a back end. */
const NO_LEAF: Leaf = { op: 'in', column: '', values: [] };

const denied = (label: Words): Words => ({ zh: `不属于：${label.zh}`, en: `not: ${label.en}` });

function bindList(
  op: 'all' | 'any',
  parts: readonly Authored[],
  negated: boolean,
  scope: Scope,
  path: string,
): Condition {
  const turned = negated ? (op === 'all' ? 'any' : 'all') : op;
  const bound = parts.map((part, at) => bindPart(part, negated, scope, `${path}.${op}[${at}]`));
  const flat = bound.flatMap((each) =>
    each.op === turned && 'of' in each && !scope.labels.has(each) ? each.of : [each],
  );
  const [only] = flat;
  return flat.length === 1 && only ? only : { op: turned, of: flat };
}

function bindCompare(
  authored: Extract<Authored, { is: Comparison }>,
  negated: boolean,
  scope: Scope,
  path: string,
): Leaf {
  const left = bindExpression(authored.compare, scope, `${path}.compare`);
  const right = bindExpression(authored.to, scope, `${path}.to`);
  scope.isAlike(left.kind, right.kind, path);
  const comparison = negated ? opposite[authored.is] : authored.is;
  return { op: 'compare', comparison, left: left.node, right: right.node };
}

function codeColumn(name: string, scope: Scope, path: string): boolean {
  const fact = scope.fact(name, path);
  if (fact && fact.measure !== 'code')
    scope.report('unit.mismatch', path, { left: fact.measure, right: 'code' });
  return fact?.measure === 'code';
}

function bindLeaf(authored: Authored, negated: boolean, scope: Scope, path: string): Leaf {
  if ('compare' in authored) return bindCompare(authored, negated, scope, path);
  if ('between' in authored) {
    if (!codeColumn(authored.between, scope, `${path}.between`)) return NO_LEAF;
    const [least, greatest] = [Number(authored.from), Number(authored.to)];
    if (least > greatest)
      scope.report('clause.datesReversed', path, { from: authored.from, to: authored.to });
    return { op: negated ? 'outside' : 'between', column: authored.between, least, greatest };
  }
  if ('in' in authored) {
    if (!codeColumn(authored.in, scope, `${path}.in`)) return NO_LEAF;
    const values = [...new Set(authored.values.map(Number))].sort((a, b) => a - b);
    return { op: negated ? 'notIn' : 'in', column: authored.in, values };
  }
  if (!('has' in authored) && !('lacks' in authored)) return NO_LEAF;
  const name = 'has' in authored ? authored.has : authored.lacks;
  const place = scope.names.flags.get(name);
  if (!place) {
    const isNumber = scope.names.facts.has(name);
    scope.report(isNumber ? 'fact.wrongKind' : 'fact.unknown', path, { name, found: 'number' });
    return NO_LEAF;
  }
  return { op: 'has' in authored === negated ? 'lacks' : 'has', ...place };
}

function bindPart(authored: Authored, negated: boolean, scope: Scope, path: string): Condition {
  if ('not' in authored) return bindPart(authored.not, !negated, scope, `${path}.not`);
  const bound =
    'all' in authored
      ? bindList('all', authored.all, negated, scope, path)
      : 'any' in authored
        ? bindList('any', authored.any, negated, scope, path)
        : bindLeaf(authored, negated, scope, path);
  if (authored.label) scope.labels.set(bound, negated ? denied(authored.label) : authored.label);
  return bound;
}

/** The condition in negation normal form; problems go to the scope. */
export const bindCondition = (authored: Authored, scope: Scope, path: string): Condition =>
  bindPart(authored, false, scope, path);
