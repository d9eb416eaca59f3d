// How an expression of a clause becomes an amount of the intermediate form: names to numbers and columns, units checked on the way.
import { addMonths, yearOf } from '../../quantity/calendar.ts';
import type { BracketStep, Expression } from '../clause.ts';
import { epochDay } from '../value.ts';
import { bindCondition } from './compile-condition.ts';
import { ANY, type Kind, kindText, type Scope } from './compile-scope.ts';
import type { Amount, Bracket } from './form.ts';

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
