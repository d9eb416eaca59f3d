// A whole register against a whole rule set on the calling thread; keeps matches on demand.
import { area, KEPT_BYTES } from '../../core/policy/engine/wasm/layout.ts';
import { runOf } from './module.ts';
import { begin, type ClauseFigures, figuresOf, type KeptRoom, type Prepared } from './prepare.ts';

/**
 * Rows and the clauses they match: the amount by the clause, and what the row is paid for it after overlap. Side by side; four
 * million of them are no place for objects.
 */
export interface Matches {
  readonly length: number;
  readonly rows: Uint32Array;
  readonly clauses: Uint32Array;
  readonly fen: Float64Array;
  readonly paidFen: Float64Array;
}

export function run(prepared: Prepared): ClauseFigures[] {
  begin(prepared);
  const { register, module, program, areas } = prepared;
  runOf(module, register.room.memory)(program, 0, register.blocks, register.rows, areas[0] ?? 0);
  return figuresOf(prepared);
}

/** First guess of the room for matches; a run that needs more says how much and is done again. */
const FIRST_KEPT = 65_536;

/** Every match of the register, in the order of blocks, groups and clauses. */
export function runKeeping(prepared: Prepared): { figures: ClauseFigures[]; matches: Matches } {
  const { register, module, program, areas } = prepared;
  const { room } = register;
  const own = areas[0] ?? 0;
  for (let wanted = FIRST_KEPT; ; ) {
    const kept: KeptRoom = { bytes: wanted * KEPT_BYTES, address: room.take(wanted * KEPT_BYTES) };
    begin(prepared, [kept]);
    runOf(module, room.memory)(program, 0, register.blocks, register.rows, own);
    const count = new DataView(room.buffer).getUint32(own + area.keptCount, true);
    const matches = count <= wanted ? matchesAt(room.buffer, kept.address, count) : null;
    room.give(kept.address, kept.bytes);
    if (matches !== null) return { figures: figuresOf(prepared), matches };
    wanted = count;
  }
}

export function matchesAt(buffer: SharedArrayBuffer, address: number, length: number): Matches {
  const integers = new Uint32Array(buffer, address, (length * KEPT_BYTES) / 4);
  const floats = new Float64Array(buffer, address, (length * KEPT_BYTES) / 8);
  const matches = {
    length,
    rows: new Uint32Array(length),
    clauses: new Uint32Array(length),
    fen: new Float64Array(length),
    paidFen: new Float64Array(length),
  };
  for (let at = 0; at < length; at++) {
    matches.rows[at] = integers[at * 6] ?? 0;
    matches.clauses[at] = integers[at * 6 + 1] ?? 0;
    matches.fen[at] = floats[at * 3 + 1] ?? 0;
    matches.paidFen[at] = floats[at * 3 + 2] ?? 0;
  }
  return matches;
}
