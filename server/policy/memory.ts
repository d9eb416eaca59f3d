// The register in memory: columns side by side in one shared WebAssembly memory that every thread sees, and room beside them.
import type { Column, Schema, Storage } from '../../core/policy/engine/form.ts';
import { BLOCK_ROWS, roundUp } from '../../core/policy/engine/wasm/layout.ts';

const PAGE = 65_536;
/** All that 32 bits can address. */
const MOST_PAGES = 65_536;

export type Values = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

const widthOf: Readonly<Record<Storage, number>> = { u8: 1, u16: 2, u32: 4, i32: 4, f64: 8 };

/** A column's values in memory; they are written here, a missing one as NaN. */
export function valuesAt(buffer: SharedArrayBuffer, storage: Storage, address: number, rows: number): Values {
  if (storage === 'u8') return new Uint8Array(buffer, address, rows);
  if (storage === 'u16') return new Uint16Array(buffer, address, rows);
  if (storage === 'u32') return new Uint32Array(buffer, address, rows);
  if (storage === 'i32') return new Int32Array(buffer, address, rows);
  return new Float64Array(buffer, address, rows);
}

/** Hands out room of the memory in whole pages and takes it back. */
export class Room {
  readonly memory: WebAssembly.Memory;
  readonly #free: { address: number; bytes: number }[] = [];

  constructor(bytes: number) {
    const pages = Math.max(1, Math.ceil(bytes / PAGE));
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: MOST_PAGES, shared: true });
  }

  get buffer(): SharedArrayBuffer {
    const { buffer } = this.memory;
    if (!(buffer instanceof SharedArrayBuffer)) throw new Error('the memory is not shared');
    return buffer;
  }

  /** Room that begins at a page and may hold what was there before. */
  take(bytes: number): number {
    const wanted = roundUp(Math.max(bytes, 1), PAGE);
    const at = this.#free.findIndex((hole) => hole.bytes >= wanted);
    const hole = this.#free[at];
    if (hole === undefined) return this.memory.grow(wanted / PAGE) * PAGE;
    this.#free.splice(at, 1);
    if (hole.bytes > wanted) this.give(hole.address + wanted, hole.bytes - wanted);
    return hole.address;
  }

  give(address: number, bytes: number): void {
    this.#free.push({ address, bytes: roundUp(Math.max(bytes, 1), PAGE) });
    this.#free.sort((a, b) => a.address - b.address);
    for (let index = this.#free.length - 1; index > 0; index--) {
      const [before, after] = [this.#free[index - 1], this.#free[index]];
      if (!before || !after || before.address + before.bytes !== after.address) continue;
      this.#free.splice(index - 1, 2, { address: before.address, bytes: before.bytes + after.bytes });
    }
  }
}

/** The register's columns, one row a subject. */
export class Register {
  readonly schema: Schema;
  readonly rows: number;
  readonly room: Room;
  readonly #addresses = new Map<string, number>();

  constructor(schema: Schema, rows: number) {
    this.schema = schema;
    this.rows = rows;
    // The first page stays empty: address 0 means nowhere.
    let at = PAGE;
    for (const column of schema) {
      this.#addresses.set(column.name, at);
      at += roundUp(this.paddedRows * widthOf[column.storage], 64);
    }
    this.room = new Room(at);
  }

  get blocks(): number {
    return Math.ceil(this.rows / BLOCK_ROWS);
  }

  /** Rows up to the end of the last block. */
  get paddedRows(): number {
    return this.blocks * BLOCK_ROWS;
  }

  address(name: string): number {
    const address = this.#addresses.get(name);
    if (address === undefined) throw new Error(`the register has no column ${name}`);
    return address;
  }

  values({ name, storage }: Pick<Column, 'name' | 'storage'>): Values {
    return valuesAt(this.room.buffer, storage, this.address(name), this.rows);
  }
}
