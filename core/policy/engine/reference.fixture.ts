// The oracle of the back ends: the form read aloud, with null for missing and BigInt for money. Slow, and easy to believe.
import { isLeaf } from './condition.ts';
import type { Amount, BoundClause, Condition, Leaf, RuleSet, Schema } from './form.ts';

type Truth = boolean | null;
/** Values of one subject in the order of the schema; NaN is missing. */
type Row = ArrayLike<number>;

interface Facts {
  readonly values: ReadonlyMap<string, bigint | null>;
  readonly twins: ReadonlyMap<string, string>;
}

function factsOf(schema: Schema, row: Row): Facts {
  const numberOf = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? null : BigInt(value);
  return {
    values: new Map(schema.map(({ name }, at) => [name, numberOf(row[at])])),
    twins: new Map(schema.flatMap(({ name, known }) => (known ? [[name, known]] : []))),
  };
}

const floorDivide = (a: bigint, b: bigint): bigint =>
  a % b !== 0n && a < 0n !== b < 0n ? a / b - 1n : a / b;
const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b);

function amountOf(amount: Amount, facts: Facts): bigint | null {
  const of = (part: Amount) => amountOf(part, facts);
  switch (amount.op) {
    case 'number':
      return BigInt(amount.value);
    case 'column':
      return facts.values.get(amount.column) ?? null;
    case 'rate': {
      const value = of(amount.of);
      return value === null
        ? null
        : floorDivide(value * BigInt(amount.numerator), BigInt(amount.denominator));
    }
    case 'cases': {
      for (const { when, pays } of amount.cases) {
        const holds = truth(when, facts);
        if (holds === null) return null;
        if (holds) return of(pays);
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

function truthOfLeaf(leaf: Leaf, facts: Facts): Truth {
  if (leaf.op === 'compare') {
    const left = amountOf(leaf.left, facts);
    const right = amountOf(leaf.right, facts);
    if (left === null || right === null) return null;
    if (leaf.comparison === 'atLeast') return left >= right;
    if (leaf.comparison === 'above') return left > right;
    if (leaf.comparison === 'atMost') return left <= right;
    if (leaf.comparison === 'below') return left < right;
    return leaf.comparison === 'equal' ? left === right : left !== right;
  }
  const value = facts.values.get(leaf.column) ?? null;
  if (value === null) return null;
  if ('bit' in leaf) return flagOf(leaf, facts, value);
  if ('values' in leaf) return leaf.values.some((one) => BigInt(one) === value) === (leaf.op === 'in');
  const inside = value >= BigInt(leaf.least) && value <= BigInt(leaf.greatest);
  return inside === (leaf.op === 'between');
}

function flagOf(leaf: Extract<Leaf, { bit: number }>, facts: Facts, value: bigint): Truth {
  const twin = facts.twins.get(leaf.column) ?? null;
  const isSet = ((value >> BigInt(leaf.bit)) & 1n) === 1n;
  const isKnown = twin === null || (((facts.values.get(twin) ?? 0n) >> BigInt(leaf.bit)) & 1n) === 1n;
  if (isSet) return leaf.op === 'has';
  return isKnown ? leaf.op === 'lacks' : null;
}

function truth(condition: Condition, facts: Facts): Truth {
  if (isLeaf(condition)) return truthOfLeaf(condition, facts);
  const truths = condition.of.map((part) => truth(part, facts));
  const decisive = condition.op === 'any';
  if (truths.includes(decisive)) return decisive;
  return truths.includes(null) ? null : !decisive;
}

/** Finds columns by name once; the rest is read as it stands. */
export function referenceOf({ clauses, schema }: RuleSet) {
  const groups = new Map<string, number[]>();
  clauses.forEach(({ group }, index) => {
    const name = group ?? `#${index}`;
    groups.set(name, [...(groups.get(name) ?? []), index]);
  });
  return (row: Row): { fen: number[]; paid: number[] } => {
    const facts = factsOf(schema, row);
    const fen = clauses.map((clause) => cell(clause, facts));
    const paid = clauses.map(() => 0);
    for (const members of groups.values()) {
      const best = Math.max(...members.map((index) => fen[index] ?? 0));
      const winner = members.find((index) => fen[index] === best) ?? -1;
      if (best > 0) paid[winner] = payoutOf(clauses[winner], best, facts);
    }
    return { fen, paid };
  };
}

/** 分 of a clause for a row before overlap; 0 where it does not pay or cannot be known. */
function cell(clause: BoundClause, facts: Facts): number {
  if (truth(clause.when, facts) !== true) return 0;
  const amount = amountOf(clause.amount, facts);
  return amount === null || amount <= 0n ? 0 : Number(amount);
}

function payoutOf(clause: BoundClause | undefined, best: number, facts: Facts): number {
  if (clause === undefined || clause.rule === 'highest' || clause.paid === null) return best;
  const paid = facts.values.get(clause.paid) ?? null;
  return paid === null ? 0 : Math.max(0, best - Number(paid));
}

export const truthOf = (condition: Condition, schema: Schema, row: Row): Truth =>
  truth(condition, factsOf(schema, row));
export const cellOf = (clause: BoundClause, schema: Schema, row: Row): number =>
  cell(clause, factsOf(schema, row));
/** What each clause pays a row after overlap (就高 or top-up). */
export const payoutsOf = (ruleSet: RuleSet, row: Row, _cells: readonly number[] = []): readonly number[] =>
  referenceOf(ruleSet)(row).paid;
