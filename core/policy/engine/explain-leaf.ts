// Every leaf of a rule set once, in tables that lie close together: one pass over a row gives the truth of each and its numbers.
//
// An explanation looks at every leaf, so what it costs is memory touched: an object for each, walked as a tree, took more than
// twice as long as these few kilobytes (docs/performance.md).
import type { Row } from '../row.ts';
import { type Closures, type Compute, comparisons, FALSE, TRUE, type Truth, UNKNOWN } from './closure.ts';
import { textOf } from './condition.ts';
import type { Comparison, Leaf, Schema } from './form.ts';

/** Conditions on one column that hold inside a range of numbers, or outside it; the bounds are part of it. */
interface Range {
  readonly at: number;
  readonly least: number;
  readonly greatest: number;
  readonly holds: typeof TRUE | typeof FALSE;
}

interface Flag {
  readonly at: number;
  /** Place of the twin that says which flags are known; −1 where all are. */
  readonly known: number;
  readonly mask: number;
  readonly holds: typeof TRUE | typeof FALSE;
}

interface Among {
  readonly at: number;
  readonly values: ReadonlySet<number>;
  readonly holds: typeof TRUE | typeof FALSE;
}

interface Sides {
  readonly left: Compute;
  readonly right: Compute;
  readonly holds: (left: number, right: number) => Truth;
}

type Kind =
  | { readonly range: Range }
  | { readonly flag: Flag }
  | { readonly among: Among }
  | { readonly sides: Sides };

const bits = new BigInt64Array(1);
const double = new Float64Array(bits.buffer);

/** The next number that can be told from it, upwards or downwards: `x > 5` is `x ≥ nextTo(5, 1n)`, to the last bit. */
function nextTo(number: number, step: 1n | -1n): number {
  double[0] = number === 0 ? Number(step) * Number.MIN_VALUE : number;
  if (number !== 0) bits[0] = (bits[0] ?? 0n) + (number > 0 ? step : -step);
  return double[0];
}

const rangeOf: Readonly<Record<Comparison, (number: number) => Omit<Range, 'at'>>> = {
  atLeast: (number) => ({ least: number, greatest: Infinity, holds: TRUE }),
  above: (number) => ({ least: nextTo(number, 1n), greatest: Infinity, holds: TRUE }),
  atMost: (number) => ({ least: -Infinity, greatest: number, holds: TRUE }),
  below: (number) => ({ least: -Infinity, greatest: nextTo(number, -1n), holds: TRUE }),
  equal: (number) => ({ least: number, greatest: number, holds: TRUE }),
  unequal: (number) => ({ least: number, greatest: number, holds: FALSE }),
};

function kindOf(leaf: Leaf, closures: Closures, schema: Schema): Kind {
  switch (leaf.op) {
    case 'has':
    case 'lacks': {
      const at = closures.place(leaf.column);
      const twin = schema[at]?.known;
      const holds = leaf.op === 'has' ? TRUE : FALSE;
      return { flag: { at, known: twin ? closures.place(twin) : -1, mask: 1 << leaf.bit, holds } };
    }
    case 'between':
    case 'outside': {
      const { least, greatest } = leaf;
      const holds = leaf.op === 'between' ? TRUE : FALSE;
      return { range: { at: closures.place(leaf.column), least, greatest, holds } };
    }
    case 'in':
    case 'notIn': {
      const holds = leaf.op === 'in' ? TRUE : FALSE;
      return { among: { at: closures.place(leaf.column), values: new Set(leaf.values), holds } };
    }
    default: {
      const { comparison, left, right } = leaf;
      if (left.op === 'column' && right.op === 'number')
        return { range: { at: closures.place(left.column), ...rangeOf[comparison](right.value) } };
      const sides = { left: closures.amount(left), right: closures.amount(right) };
      return { sides: { ...sides, holds: comparisons[comparison] } };
    }
  }
}

/** What one pass over a row found, by the number of the leaf. */
export interface Looks {
  readonly truths: Uint8Array;
  /** The number that a leaf is about and the one that is asked; 0 for flags, and where no single number is asked. */
  readonly actual: Float64Array;
  readonly required: Float64Array;
}

/** Gives every different leaf a number. */
export class LeafTable {
  private readonly numbers = new Map<string, number>();
  private readonly leaves: Leaf[] = [];

  numberOf(leaf: Leaf): number {
    const text = textOf(leaf);
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.leaves.length);
    return this.leaves.push(leaf) - 1;
  }

  /** Reads a row into `looks`, which the next row writes over. */
  reader(schema: Schema, closures: Closures): { readonly looks: Looks; readonly read: (row: Row) => void } {
    const kinds = this.leaves.map((leaf) => kindOf(leaf, closures, schema));
    const looks: Looks = {
      truths: new Uint8Array(kinds.length),
      actual: new Float64Array(kinds.length),
      required: Float64Array.from(this.leaves, askedNumber),
    };
    const passes = [
      rangesInto(
        looks,
        kinds.flatMap((kind, leaf) => ('range' in kind ? [{ leaf, ...kind.range }] : [])),
      ),
      flagsInto(
        looks,
        kinds.flatMap((kind, leaf) => ('flag' in kind ? [{ leaf, ...kind.flag }] : [])),
      ),
      amongInto(
        looks,
        kinds.flatMap((kind, leaf) => ('among' in kind ? [{ leaf, ...kind.among }] : [])),
      ),
      sidesInto(
        looks,
        kinds.flatMap((kind, leaf) => ('sides' in kind ? [{ leaf, ...kind.sides }] : [])),
      ),
    ];
    return {
      looks,
      read: (row) => {
        for (const pass of passes) pass(row);
      },
    };
  }
}

const askedNumber = (leaf: Leaf): number =>
  leaf.op === 'compare' && leaf.right.op === 'number' ? leaf.right.value : 0;

type At<T> = T & { readonly leaf: number };
type Pass = (row: Row) => void;

/** Where a table starts a new record: so many numbers each. */
const WIDTH = 4;

/** A missing number is NaN, unequal to itself. */
function rangesInto({ truths, actual }: Looks, ranges: readonly At<Range>[]): Pass {
  const places = Int32Array.from(ranges.flatMap(({ leaf, at, holds }) => [leaf, at, holds, 0]));
  const bounds = Float64Array.from(ranges.flatMap(({ least, greatest }) => [least, greatest]));
  return (row) => {
    for (let at = 0, bound = 0; at < places.length; at += WIDTH, bound += 2) {
      const leaf = places[at] ?? 0;
      const value = row[places[at + 1] ?? 0] ?? Number.NaN;
      actual[leaf] = value;
      const isInside = value >= (bounds[bound] ?? 0) && value <= (bounds[bound + 1] ?? 0);
      const holds = places[at + 2] ?? 0;
      truths[leaf] = isInside ? holds : Number.isNaN(value) ? UNKNOWN : 1 - holds;
    }
  };
}

/** A bit that is set is known; one that is not set is known only where its twin says so. */
function flagsInto({ truths }: Looks, flags: readonly At<Flag>[]): Pass {
  const places = Int32Array.from(flags.flatMap(({ leaf, at, known, mask }) => [leaf, at, known, mask]));
  const holding = Uint8Array.from(flags, ({ holds }) => holds);
  return (row) => {
    for (let at = 0, flag = 0; at < places.length; at += WIDTH, flag++) {
      const known = places[at + 2] ?? 0;
      const mask = places[at + 3] ?? 0;
      const holds = holding[flag] ?? 0;
      const isSet = ((row[places[at + 1] ?? 0] ?? 0) & mask) !== 0;
      const isKnown = isSet || known < 0 || ((row[known] ?? 0) & mask) !== 0;
      truths[places[at] ?? 0] = isSet ? holds : isKnown ? 1 - holds : UNKNOWN;
    }
  };
}

const amongInto =
  ({ truths, actual }: Looks, lists: readonly At<Among>[]): Pass =>
  (row) => {
    for (const { leaf, at, values, holds } of lists) {
      const value = row[at] ?? Number.NaN;
      actual[leaf] = value;
      truths[leaf] = Number.isNaN(value) ? UNKNOWN : values.has(value) ? holds : 1 - holds;
    }
  };

const sidesInto =
  ({ truths, actual, required }: Looks, comparisonsOfTwo: readonly At<Sides>[]): Pass =>
  (row) => {
    for (const { leaf, left, right, holds } of comparisonsOfTwo) {
      const [one, other] = [left(row), right(row)];
      actual[leaf] = one;
      required[leaf] = other;
      truths[leaf] = holds(one, other);
    }
  };
