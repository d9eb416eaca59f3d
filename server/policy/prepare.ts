// A rule set made ready on a register: records written, module compiled, working areas and payouts given room.
import type { Plan } from '../../core/policy/engine/plan.ts';
import { withLateLeaves } from '../../core/policy/engine/wasm/late.ts';
import { area, KEPT_BYTES, STATISTIC_BYTES } from '../../core/policy/engine/wasm/layout.ts';
import { type Program, programOf, type StoredSet } from '../../core/policy/engine/wasm/program.ts';
import type { Register } from './memory.ts';
import { moduleFor } from './module.ts';

export interface Prepared {
  readonly register: Register;
  readonly module: WebAssembly.Module;
  readonly program: number;
  readonly clauses: number;
  readonly layout: Program['layout'];
  /** Working areas, one a thread. */
  readonly areas: readonly number[];
  /** Payout of each row, a float; 0 where they were not asked for. */
  readonly payouts: number;
  readonly release: () => void;
}

/** Figures of one clause over the register. */
export interface ClauseFigures {
  /** Rows that match and have an amount, and those amounts before overlap. */
  readonly matched: number;
  readonly matchedFen: number;
  /** Rows that the clause pays after overlap, and what it pays. */
  readonly paid: number;
  readonly paidFen: number;
  /** Sums above 2^53 分 (90 trillion yuan) are rounded; every single amount is exact all the same. */
  readonly exact: boolean;
}

export interface PrepareOptions {
  readonly threads?: number;
  /** Whether the payout of each row is wanted beside the figures of each clause; it is unless this is false. */
  readonly payouts?: boolean;
  /** Sets kept for the whole register, by the text of their leaf. */
  readonly stored?: (leaf: string) => StoredSet | null;
  /** Where columns lie that the register does not hold. */
  readonly columns?: ReadonlyMap<string, number>;
}

export function prepare(register: Register, plan: Plan, options: PrepareOptions = {}): Prepared {
  const { threads = 1, stored, columns } = options;
  const { room } = register;
  // A session that keeps sets of leaves needs all of them as sets.
  const program = programOf(stored ? plan : withLateLeaves(plan), stored);
  const taken: { address: number; bytes: number }[] = [];
  const take = (bytes: number) => {
    const address = room.take(bytes);
    taken.push({ address, bytes });
    return address;
  };
  const records = take(program.bytes);
  const payouts = options.payouts === false ? 0 : take(register.paddedRows * 8);
  const areas = Array.from({ length: threads }, () => take(program.layout.bytes));
  program.write(new DataView(room.buffer), records, (name) => columns?.get(name) ?? register.address(name));
  for (const address of areas) new Uint8Array(room.buffer, address, program.layout.bytes).fill(0);
  return {
    register,
    module: moduleFor(program.kernels),
    program: records,
    clauses: plan.clauseCount,
    layout: program.layout,
    areas,
    payouts,
    release: () => {
      for (const { address, bytes } of taken) room.give(address, bytes);
    },
  };
}

/** Room for kept matches of one thread. */
export interface KeptRoom {
  readonly address: number;
  readonly bytes: number;
}

/** Sets every working area to the beginning of a run. */
export function begin(prepared: Prepared, kept: readonly KeptRoom[] = []): void {
  const view = new DataView(prepared.register.room.buffer);
  prepared.areas.forEach((address, thread) => {
    const keep = kept[thread] ?? { address: 0, bytes: 0 };
    const room = Math.floor(keep.bytes / KEPT_BYTES) * KEPT_BYTES;
    const matches = address + prepared.layout.matches;
    view.setUint32(address + area.matches, matches, true);
    view.setUint32(address + area.matchesEnd, matches, true);
    view.setUint32(address + area.kept, keep.address, true);
    view.setUint32(address + area.keptEnd, keep.address + room, true);
    view.setUint32(address + area.keptCount, 0, true);
    view.setUint32(address + area.payouts, prepared.payouts, true);
    const statistics = address + prepared.layout.statistics;
    new Uint8Array(view.buffer, statistics, prepared.clauses * STATISTIC_BYTES).fill(0);
  });
}

/** Figures of every clause after a run, all threads together. */
export function figuresOf(prepared: Prepared): ClauseFigures[] {
  const sums = new Float64Array(prepared.clauses * 4);
  for (const address of prepared.areas) {
    const part = new Float64Array(
      prepared.register.room.buffer,
      address + prepared.layout.statistics,
      sums.length,
    );
    part.forEach((value, index) => {
      sums[index] = (sums[index] ?? 0) + value;
    });
  }
  return Array.from({ length: prepared.clauses }, (_, clause) => {
    const [matched = 0, matchedFen = 0, paid = 0, paidFen = 0] = sums.subarray(clause * 4, clause * 4 + 4);
    const exact = Math.max(matchedFen, paidFen) <= Number.MAX_SAFE_INTEGER;
    return { matched, matchedFen, paid, paidFen, exact };
  });
}

/** What each row is paid in all, after overlap. */
export const payoutsOf = ({ register, payouts }: Prepared): Float64Array =>
  new Float64Array(register.room.buffer, payouts, register.rows);
