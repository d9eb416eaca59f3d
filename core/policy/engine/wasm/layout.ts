// Where things stand in memory: rows per block, the working area of a thread, the records that kernels read.

/** Rows whose columns stay in the first-level cache while every clause looks at them. */
export const BLOCK_ROWS = 2048;
/** Bytes of one set of rows of a block, a bit a row. */
export const SET_BYTES = BLOCK_ROWS / 8;

/** Working area of one thread; offsets from its start. */
export const area = {
  /** Rows of this block that exist: fewer in the last block. */
  validRows: 0,
  /** Matches of the current group: address of the first, address after the last. */
  matches: 4,
  matchesEnd: 8,
  /** Where kept matches go, 0 for nowhere; where that ends; how many there were. */
  kept: 12,
  keptEnd: 16,
  keptCount: 20,
  /** Address of the payout of row 0: one float a row; 0 where payouts of rows are not asked for. */
  payouts: 24,
  /** Rows that the current clause matches. */
  current: 64,
  /** Best payable amount of the current group, a float a row; then its clause. */
  best: 512,
  winner: 512 + BLOCK_ROWS * 8,
  flags: 512 + BLOCK_ROWS * 12,
} as const;

/** A match: row, clause, amount. A kept match adds what the row is paid for it after overlap. */
export const MATCH_BYTES = 16;
export const KEPT_BYTES = 24;
/** Figures of a clause: rows matched, 分 matched, rows paid, 分 paid. */
export const STATISTIC_BYTES = 32;

/** Fields of records; every record begins with its kernel and its size. */
export const record = { kernel: 0, size: 4, header: 8 } as const;
export const setRecord = { out: 8, flag: 12, fillings: 16 } as const;
export const clauseRecord = { amountKernel: 8, guard: 12, secondGuard: 16, amount: 20, inputs: 24 } as const;
export const foldRecord = { statistics: 8, bytes: 16 } as const;
/** The part of a clause record that its amount kernel reads. */
export const amountRecord = { clause: 0, statistic: 4, fillings: 8 } as const;

export const roundUp = (bytes: number, to: number): number => Math.ceil(bytes / to) * to;

export interface FillingOffsets {
  readonly column: (slot: number) => number;
  readonly list: (slot: number) => number;
  readonly figure: (slot: number) => number;
  readonly end: number;
}

/** Columns, then lists (addresses of four bytes), then figures (floats). */
export function fillingOffsets(
  from: number,
  { columns, lists, figures }: { columns: number; lists: number; figures: number },
): FillingOffsets {
  const listsAt = from + columns * 4;
  const figuresAt = roundUp(listsAt + lists * 4, 8);
  return {
    column: (slot) => from + slot * 4,
    list: (slot) => listsAt + slot * 4,
    figure: (slot) => figuresAt + slot * 8,
    end: figuresAt + figures * 8,
  };
}

export interface AreaLayout {
  readonly flag: (set: number) => number;
  readonly set: (set: number) => number;
  readonly statistic: (clause: number) => number;
  readonly statistics: number;
  readonly matches: number;
  readonly bytes: number;
}

/** The part of a working area whose size depends on the rule set. */
export function areaLayout(sets: number, clauses: number, largestGroup: number): AreaLayout {
  const setsAt = roundUp(area.flags + sets * 4, 64);
  const statistics = setsAt + sets * SET_BYTES;
  const matches = roundUp(statistics + clauses * STATISTIC_BYTES, 64);
  return {
    flag: (set) => area.flags + set * 4,
    set: (set) => setsAt + set * SET_BYTES,
    statistic: (clause) => statistics + clause * STATISTIC_BYTES,
    statistics,
    matches,
    bytes: roundUp(matches + largestGroup * BLOCK_ROWS * MATCH_BYTES, 64),
  };
}
