// A block of rows as floats, and sets of its rows as bits: what the plain columns work on when WebAssembly is not to be had.
import type { Schema } from '../form.ts';

/** Rows of a block: their floats stay in the cache while every clause looks at them. */
export const BLOCK_ROWS = 2048;
export const WORDS = BLOCK_ROWS / 32;

/** A set of rows of a block, a bit a row. */
export type RowSet = Uint32Array;

/** Columns of the register; all of one length. */
export type ColumnValues = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;
export type Columns = Readonly<Record<string, ColumnValues>>;

/**
 * Every column of the block as floats, taken when first asked for: the engine then sees arrays of one kind only, which it
 * compiles several times faster than a mixture.
 */
export class Block {
  readonly #columns: Columns;
  readonly #floats = new Map<string, Float64Array>();
  readonly #current = new Set<string>();
  #first = 0;
  #rows = 0;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  get rows(): number {
    return this.#rows;
  }

  get first(): number {
    return this.#first;
  }

  moveTo(first: number, end: number): void {
    this.#first = first;
    this.#rows = Math.min(BLOCK_ROWS, end - first);
    this.#current.clear();
  }

  /** The array is the same for every block, so that it can be asked for once; `load` brings the block's values. */
  floats(name: string): Float64Array {
    const known = this.#floats.get(name);
    if (known !== undefined) return known;
    const made = new Float64Array(BLOCK_ROWS);
    this.#floats.set(name, made);
    return made;
  }

  load(name: string): void {
    if (this.#current.has(name)) return;
    const values = this.#columns[name];
    if (values === undefined) throw new Error(`the register has no column ${name}`);
    this.floats(name).set(values.subarray(this.#first, this.#first + this.#rows));
    this.#current.add(name);
  }
}

/** Place of each column's twin that says which of its flags are known, by the name of the column. */
export const twinsOf = (schema: Schema): ReadonlyMap<string, string> =>
  new Map(schema.flatMap(({ name, known }) => (known ? [[name, known]] : [])));
