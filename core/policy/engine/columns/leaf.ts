// Leaves over a block of rows: one small loop for each kind, so that each stays simple enough to be compiled well.
import { columnsOf, textOfAmount } from '../condition.ts';
import type { Amount, Comparison, Leaf } from '../form.ts';
import { BLOCK_ROWS, type Block, type RowSet, WORDS } from './block.ts';
import { columnsNeeded, rowAmount, rowTest } from './row.ts';

/** Puts the rows of the current block for which the leaf is TRUE into a set. */
export type LeafRows = (into: RowSet) => void;

type Compare = (values: Float64Array, against: number, into: RowSet) => void;

// Six loops that differ in one sign: a loop with the comparison as a parameter takes several times as long.
const against: Readonly<Record<Comparison, Compare>> = {
  atLeast: (values, limit, into) => {
    for (let word = 0, at = 0; word < WORDS; word++) {
      let bits = 0;
      for (let bit = 0; bit < 32; bit++, at++) bits |= ((values[at] ?? 0) >= limit ? 1 : 0) << bit;
      into[word] = bits;
    }
  },
  above: (values, limit, into) => {
    for (let word = 0, at = 0; word < WORDS; word++) {
      let bits = 0;
      for (let bit = 0; bit < 32; bit++, at++) bits |= ((values[at] ?? 0) > limit ? 1 : 0) << bit;
      into[word] = bits;
    }
  },
  atMost: (values, limit, into) => {
    for (let word = 0, at = 0; word < WORDS; word++) {
      let bits = 0;
      for (let bit = 0; bit < 32; bit++, at++) bits |= ((values[at] ?? 0) <= limit ? 1 : 0) << bit;
      into[word] = bits;
    }
  },
  below: (values, limit, into) => {
    for (let word = 0, at = 0; word < WORDS; word++) {
      let bits = 0;
      for (let bit = 0; bit < 32; bit++, at++) bits |= ((values[at] ?? 0) < limit ? 1 : 0) << bit;
      into[word] = bits;
    }
  },
  equal: (values, limit, into) => {
    for (let word = 0, at = 0; word < WORDS; word++) {
      let bits = 0;
      for (let bit = 0; bit < 32; bit++, at++) bits |= ((values[at] ?? 0) === limit ? 1 : 0) << bit;
      into[word] = bits;
    }
  },
  unequal: (values, limit, into) => {
    for (let word = 0, at = 0; word < WORDS; word++) {
      let bits = 0;
      for (let bit = 0; bit < 32; bit++, at++) {
        const value = values[at] ?? 0;
        bits |= (value < limit || value > limit ? 1 : 0) << bit;
      }
      into[word] = bits;
    }
  },
};

function inRange(values: Float64Array, least: number, greatest: number, into: RowSet): void {
  for (let word = 0, at = 0; word < WORDS; word++) {
    let bits = 0;
    for (let bit = 0; bit < 32; bit++, at++) {
      const value = values[at] ?? 0;
      bits |= (value >= least && value <= greatest ? 1 : 0) << bit;
    }
    into[word] = bits;
  }
}

function outOfRange(values: Float64Array, least: number, greatest: number, into: RowSet): void {
  for (let word = 0, at = 0; word < WORDS; word++) {
    let bits = 0;
    for (let bit = 0; bit < 32; bit++, at++) {
      const value = values[at] ?? 0;
      bits |= (value < least || value > greatest ? 1 : 0) << bit;
    }
    into[word] = bits;
  }
}

function withFlag(values: Float64Array, bit: number, into: RowSet): void {
  for (let word = 0, at = 0; word < WORDS; word++) {
    let bits = 0;
    for (let row = 0; row < 32; row++, at++) bits |= (((values[at] ?? 0) >>> bit) & 1) << row;
    into[word] = bits;
  }
}

function subtract(left: Float64Array, right: Float64Array, into: Float64Array): void {
  for (let at = 0; at < BLOCK_ROWS; at++) into[at] = (left[at] ?? 0) - (right[at] ?? 0);
}

function eachRow(value: (at: number) => number, rows: number, into: Float64Array): void {
  for (let at = 0; at < rows; at++) into[at] = value(at);
}

/** Differences of amounts over a block, each worked out once for all leaves that ask for it. */
export class Differences {
  readonly #known = new Map<string, { readonly floats: Float64Array; readonly work: () => void }>();
  readonly #block: Block;
  readonly #twins: ReadonlyMap<string, string>;
  readonly #current = new Set<string>();

  constructor(block: Block, twins: ReadonlyMap<string, string>) {
    this.#block = block;
    this.#twins = twins;
  }

  forget(): void {
    this.#current.clear();
  }

  /** Left less right; only its sign is asked for, and that is exact for whole numbers below 2^53. */
  of(left: Amount, right: Amount): () => Float64Array {
    const text = `${textOfAmount(left)} − ${textOfAmount(right)}`;
    const made = this.#known.get(text) ?? this.#make(left, right);
    this.#known.set(text, made);
    return () => {
      if (!this.#current.has(text)) made.work();
      this.#current.add(text);
      return made.floats;
    };
  }

  #make(left: Amount, right: Amount) {
    const [block, floats] = [this.#block, new Float64Array(BLOCK_ROWS)];
    const needed = [...columnsNeeded(left, this.#twins), ...columnsNeeded(right, this.#twins)];
    const load = () => {
      for (const name of needed) block.load(name);
    };
    if (left.op === 'column' && right.op === 'column') {
      const [a, b] = [block.floats(left.column), block.floats(right.column)];
      return {
        floats,
        work: () => {
          load();
          subtract(a, b, floats);
        },
      };
    }
    const [a, b] = [rowAmount(left, block, this.#twins), rowAmount(right, block, this.#twins)];
    return {
      floats,
      work: () => {
        load();
        eachRow((at) => a(at) - b(at), block.rows, floats);
      },
    };
  }
}

export function leafRows(
  leaf: Leaf,
  block: Block,
  differences: Differences,
  twins: ReadonlyMap<string, string>,
): LeafRows {
  if (leaf.op === 'compare') {
    const compare = against[leaf.comparison];
    if (leaf.left.op === 'column' && leaf.right.op === 'number') {
      const [{ column }, { value }] = [leaf.left, leaf.right];
      const floats = block.floats(column);
      return (into) => {
        block.load(column);
        compare(floats, value, into);
      };
    }
    const difference = differences.of(leaf.left, leaf.right);
    return (into) => compare(difference(), 0, into);
  }
  const { column } = leaf;
  const floats = block.floats(column);
  if ('least' in leaf) {
    const range = leaf.op === 'between' ? inRange : outOfRange;
    return (into) => {
      block.load(column);
      range(floats, leaf.least, leaf.greatest, into);
    };
  }
  if (leaf.op === 'has')
    return (into) => {
      block.load(column);
      withFlag(floats, leaf.bit, into);
    };
  return eachRowOf(leaf, block, twins);
}

/** Leaves that are looked up rather than compared: one row after the other. */
function eachRowOf(leaf: Leaf, block: Block, twins: ReadonlyMap<string, string>): LeafRows {
  const test = rowTest(leaf, block, twins);
  const own = [...columnsOf(leaf)];
  const needed = [...own, ...own.flatMap((name) => twins.get(name) ?? [])];
  return (into) => {
    for (const name of needed) block.load(name);
    for (let word = 0, at = 0; word < WORDS; word++) {
      let bits = 0;
      for (let bit = 0; bit < 32; bit++, at++) bits |= (test(at) === true ? 1 : 0) << bit;
      into[word] = bits;
    }
  };
}
