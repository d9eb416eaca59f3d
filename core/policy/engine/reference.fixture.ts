// The oracle of the back ends: the form read aloud, with null for missing and BigInt for money. Slow, and easy to believe.
import { isLeaf } from './condition.ts';
import type { Amount, BoundClause, Condition, Leaf, RuleSet, Schema } from './form.ts';

type Truth = boolean | null;
/** Values of one subject in the order of the schema; NaN is missing. */
export type Row = ArrayLike<number>;

const floorDivide = (a: bigint, b: bigint): bigint =>
  a % b !== 0n && a < 0n !== b < 0n ? a / b - 1n : a / b;
const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b);

function valueAt(schema: Schema, row: Row, name: string): bigint | null {
  const value = row[schema.findIndex((column) => column.name === name)] ?? Number.NaN;
  return Number.isNaN(value) ? null : BigInt(value);
}

export function amountOf(amount: Amount, schema: Schema, row: Row): bigint | null {
  const of = (part: Amount) => amountOf(part, schema, row);
  switch (amount.op) {
    case 'number':
      return BigInt(amount.value);
    case 'column':
      return valueAt(schema, row, amount.column);
    case 'rate': {
      const value = of(amount.of);
      return value === null
        ? null
        : floorDivide(value * BigInt(amount.numerator), BigInt(amount.denominator));
    }
    case 'cases': {
      for (const { when, pays } of amount.cases) {
        const truth = truthOf(when, schema, row);
        if (truth === null) return null;
        if (truth) return of(pays);
      }
      return of(amount.otherwise);
    }
    case 'brackets': {
      const value = of(amount.of);
      if (value === null) return null;
      let from = 0n;
      let sum = 0n;
      for (const { upTo, numerator, denominator } of amount.brackets) {
        const end = upTo === null ? value : lesser(value, BigInt(upTo));
        sum += floorDivide(greater(end - from, 0n) * BigInt(numerator), BigInt(denominator));
        from = upTo === null ? from : BigInt(upTo);
      }
      return sum;
    }
    default: {
      const left = of(amount.left);
      const right = of(amount.right);
      if (left === null || right === null) return null;
      if (amount.op === 'plus') return left + right;
      if (amount.op === 'minus') return left - right;
      if (amount.op === 'times') return left * right;
      return amount.op === 'least' ? lesser(left, right) : greater(left, right);
    }
  }
}

function truthOfLeaf(leaf: Leaf, schema: Schema, row: Row): Truth {
  if (leaf.op === 'compare') {
    const left = amountOf(leaf.left, schema, row);
    const right = amountOf(leaf.right, schema, row);
    if (left === null || right === null) return null;
    if (leaf.comparison === 'atLeast') return left >= right;
    if (leaf.comparison === 'above') return left > right;
    if (leaf.comparison === 'atMost') return left <= right;
    if (leaf.comparison === 'below') return left < right;
    return leaf.comparison === 'equal' ? left === right : left !== right;
  }
  const value = valueAt(schema, row, leaf.column);
  if (value === null) return null;
  if ('bit' in leaf) return flagOf(leaf, schema, row, value);
  if ('values' in leaf) return leaf.values.some((one) => BigInt(one) === value) === (leaf.op === 'in');
  const inside = value >= BigInt(leaf.least) && value <= BigInt(leaf.greatest);
  return inside === (leaf.op === 'between');
}

function flagOf(leaf: Extract<Leaf, { bit: number }>, schema: Schema, row: Row, value: bigint): Truth {
  const twin = schema.find((column) => column.name === leaf.column)?.known ?? null;
  const isSet = ((value >> BigInt(leaf.bit)) & 1n) === 1n;
  const isKnown = twin === null || (((valueAt(schema, row, twin) ?? 0n) >> BigInt(leaf.bit)) & 1n) === 1n;
  if (isSet) return leaf.op === 'has';
  return isKnown ? leaf.op === 'lacks' : null;
}

export function truthOf(condition: Condition, schema: Schema, row: Row): Truth {
  if (isLeaf(condition)) return truthOfLeaf(condition, schema, row);
  const truths = condition.of.map((part) => truthOf(part, schema, row));
  const decisive = condition.op === 'any';
  if (truths.includes(decisive)) return decisive;
  return truths.includes(null) ? null : !decisive;
}

/** 分 of a clause for a row before overlap; 0 where it does not pay or cannot be known. */
export function cellOf(clause: BoundClause, schema: Schema, row: Row): number {
  if (truthOf(clause.when, schema, row) !== true) return 0;
  const amount = amountOf(clause.amount, schema, row);
  return amount === null || amount <= 0n ? 0 : Number(amount);
}

/** What each clause pays a row after overlap (就高 or top-up), from its cells. */
export function payoutsOf({ clauses, schema }: RuleSet, row: Row, cells: readonly number[]): number[] {
  const payouts = clauses.map(() => 0);
  const names = [...new Set(clauses.map(({ group }, index) => group ?? `#${index}`))];
  for (const name of names) {
    const members = clauses.flatMap(({ group }, index) => ((group ?? `#${index}`) === name ? [index] : []));
    const best = Math.max(...members.map((index) => cells[index] ?? 0));
    const winner = members.find((index) => cells[index] === best) ?? -1;
    const clause = clauses[winner];
    if (clause === undefined || best === 0) continue;
    const paid = clause.paid === null ? 0n : valueAt(schema, row, clause.paid);
    if (clause.rule === 'highest') payouts[winner] = best;
    else if (paid !== null) payouts[winner] = Math.max(0, best - Number(paid));
  }
  return payouts;
}
