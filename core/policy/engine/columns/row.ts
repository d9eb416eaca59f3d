// Amounts and conditions of single rows of a block: closures over its floats, for the few rows that a clause matches. A case
// whose condition is unknown makes its amount unknown.
import { columnsOfSum, isLeaf } from '../condition.ts';
import type { Amount, Bracket, Comparison, Condition, Leaf } from '../form.ts';
import type { Block } from './block.ts';

/** 分 of row `at` of the block; NaN where it is not known. */
export type RowAmount = (at: number) => number;

export function rowAmount(amount: Amount, block: Block, twins: ReadonlyMap<string, string>): RowAmount {
  const of = (part: Amount) => rowAmount(part, block, twins);
  switch (amount.op) {
    case 'number': {
      const { value } = amount;
      return () => value;
    }
    case 'column': {
      const floats = block.floats(amount.column);
      return (at) => floats[at] ?? Number.NaN;
    }
    case 'rate': {
      const [value, { numerator, denominator }] = [of(amount.of), amount];
      return (at) => Math.floor((value(at) * numerator) / denominator);
    }
    case 'brackets':
      return inBrackets(of(amount.of), amount.brackets);
    case 'cases': {
      const test = (when: Condition) => rowTest(when, block, twins);
      return firstCase(
        amount.cases.map(({ when, pays }) => ({ test: test(when), pays: of(pays) })),
        of(amount.otherwise),
      );
    }
    default:
      return pairs[amount.op](of(amount.left), of(amount.right));
  }
}

const pairs: Readonly<
  Record<'plus' | 'minus' | 'times' | 'least' | 'greatest', (left: RowAmount, right: RowAmount) => RowAmount>
> = {
  plus: (left, right) => (at) => left(at) + right(at),
  minus: (left, right) => (at) => left(at) - right(at),
  times: (left, right) => (at) => left(at) * right(at),
  least: (left, right) => (at) => Math.min(left(at), right(at)),
  greatest: (left, right) => (at) => Math.max(left(at), right(at)),
};

function firstCase(
  cases: readonly { readonly test: RowTest; readonly pays: RowAmount }[],
  otherwise: RowAmount,
): RowAmount {
  return (at) => {
    for (const { test, pays } of cases) {
      const truth = test(at);
      if (truth === null) return Number.NaN;
      if (truth) return pays(at);
    }
    return otherwise(at);
  };
}

function inBrackets(value: RowAmount, brackets: readonly Bracket[]): RowAmount {
  return (at) => {
    const amount = value(at);
    let [from, sum] = [0, 0];
    for (const { upTo, numerator, denominator } of brackets) {
      const part = Math.max(Math.min(amount, upTo ?? amount) - from, 0);
      sum += Math.floor((part * numerator) / denominator);
      from = upTo ?? from;
    }
    return sum;
  };
}

/** Columns that must be loaded before the amount is asked for, twins of flags included. */
export function columnsNeeded(amount: Amount, twins: ReadonlyMap<string, string>): readonly string[] {
  const own = [...columnsOfSum(amount)];
  return [...own, ...own.flatMap((name) => twins.get(name) ?? [])];
}

/** Null where the row does not say. */
export type RowTest = (at: number) => boolean | null;

const holds: Readonly<Record<Comparison, (left: number, right: number) => boolean>> = {
  atLeast: (left, right) => left >= right,
  above: (left, right) => left > right,
  atMost: (left, right) => left <= right,
  below: (left, right) => left < right,
  equal: (left, right) => left === right,
  unequal: (left, right) => left !== right,
};

export function rowTest(condition: Condition, block: Block, twins: ReadonlyMap<string, string>): RowTest {
  if (isLeaf(condition)) return leafTest(condition, block, twins);
  const tests = condition.of.map((part) => rowTest(part, block, twins));
  const decisive = condition.op === 'any';
  return (at) => {
    let result: boolean | null = !decisive;
    for (const test of tests) {
      const truth = test(at);
      if (truth === decisive) return decisive;
      if (truth === null) result = null;
    }
    return result;
  };
}

function leafTest(leaf: Leaf, block: Block, twins: ReadonlyMap<string, string>): RowTest {
  if (leaf.op === 'compare') {
    const compare = holds[leaf.comparison];
    const [left, right] = [rowAmount(leaf.left, block, twins), rowAmount(leaf.right, block, twins)];
    return (at) => {
      const [a, b] = [left(at), right(at)];
      return Number.isNaN(a) || Number.isNaN(b) ? null : compare(a, b);
    };
  }
  const floats = block.floats(leaf.column);
  if ('bit' in leaf) return flagTest(leaf, floats, twinOf(leaf.column, block, twins));
  const within = insideOf(leaf);
  const wanted = leaf.op === 'between' || leaf.op === 'in';
  return (at) => {
    const value = floats[at] ?? Number.NaN;
    return Number.isNaN(value) ? null : within(value) === wanted;
  };
}

const twinOf = (name: string, block: Block, twins: ReadonlyMap<string, string>): Float64Array | null => {
  const twin = twins.get(name);
  return twin === undefined ? null : block.floats(twin);
};

function insideOf(leaf: Exclude<Leaf, { op: 'compare' } | { bit: number }>): (value: number) => boolean {
  if ('values' in leaf) {
    const values = new Set(leaf.values);
    return (value) => values.has(value);
  }
  const { least, greatest } = leaf;
  return (value) => value >= least && value <= greatest;
}

function flagTest(
  { op, bit }: Extract<Leaf, { bit: number }>,
  floats: Float64Array,
  known: Float64Array | null,
): RowTest {
  const isSet = (values: Float64Array, at: number) => (((values[at] ?? 0) >>> bit) & 1) === 1;
  return (at) => {
    if (isSet(floats, at)) return op === 'has';
    return known === null || isSet(known, at) ? op === 'lacks' : null;
  };
}
