// How a condition of a clause becomes negation normal form: NOT is pushed to the leaves, so that "a comparison with a missing
// value is false" equals "Kleene logic says TRUE" in every back end.
import type { Condition as Authored, Comparison } from '../clause.ts';
import type { Words } from '../words/words.ts';
import { bindExpression } from './compile-expression.ts';
import type { Scope } from './compile-scope.ts';
import type { Condition, Leaf } from './form.ts';

const opposite: Readonly<Record<Comparison, Comparison>> = {
  atLeast: 'below',
  above: 'atMost',
  atMost: 'above',
  below: 'atLeast',
  equal: 'unequal',
  unequal: 'equal',
};

/** Stands where a problem was reported; never reaches a back end. */
const NOTHING: Leaf = { op: 'in', column: '', values: [] };

const denied = (label: Words): Words => ({ zh: `不属于：${label.zh}`, en: `not: ${label.en}` });

function bindList(
  op: 'all' | 'any',
  parts: readonly Authored[],
  negated: boolean,
  scope: Scope,
  path: string,
): Condition {
  const turned = negated ? (op === 'all' ? 'any' : 'all') : op;
  const bound = parts.map((part, at) => bind(part, negated, scope, `${path}.${op}[${at}]`));
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
    if (!codeColumn(authored.between, scope, `${path}.between`)) return NOTHING;
    const [least, greatest] = [Number(authored.from), Number(authored.to)];
    if (least > greatest)
      scope.report('clause.datesReversed', path, { from: authored.from, to: authored.to });
    return { op: negated ? 'outside' : 'between', column: authored.between, least, greatest };
  }
  if ('in' in authored) {
    if (!codeColumn(authored.in, scope, `${path}.in`)) return NOTHING;
    const values = [...new Set(authored.values.map(Number))].sort((a, b) => a - b);
    return { op: negated ? 'notIn' : 'in', column: authored.in, values };
  }
  if (!('has' in authored) && !('lacks' in authored)) return NOTHING;
  const name = 'has' in authored ? authored.has : authored.lacks;
  const place = scope.names.flags.get(name);
  if (!place) {
    const isNumber = scope.names.facts.has(name);
    scope.report(isNumber ? 'fact.wrongKind' : 'fact.unknown', path, { name, found: 'number' });
    return NOTHING;
  }
  return { op: 'has' in authored === negated ? 'lacks' : 'has', ...place };
}

function bind(authored: Authored, negated: boolean, scope: Scope, path: string): Condition {
  if ('not' in authored) return bind(authored.not, !negated, scope, `${path}.not`);
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
  bind(authored, false, scope, path);
