// A register against a rule set in plain JavaScript: no WebAssembly, no generated code, the same answers to the last 分.
import type { Group, Plan, PlannedClause } from '../plan.ts';
import { BLOCK_ROWS, Block, type Columns, type RowSet, twinsOf, WORDS } from './block.ts';
import { Differences, type LeafRows, leafRows } from './leaf.ts';
import { columnsNeeded, type RowAmount, rowAmount } from './row.ts';

/** Hears of every match: row, clause, its amount, and what the row is paid for it after overlap. */
export type OnMatch = (row: number, clause: number, fen: number, paidFen: number) => void;

interface ReadyClause {
  readonly index: number;
  readonly within: readonly number[];
  readonly amount: RowAmount;
  readonly columns: readonly string[];
}

interface ReadyGroup {
  readonly clauses: readonly ReadyClause[];
  readonly paid: Float64Array | null;
  readonly paidColumn: string | null;
}

/** Matches of one group in one block, and the best of each row. */
class Overlap {
  readonly best = new Float64Array(BLOCK_ROWS);
  readonly winner = new Int32Array(BLOCK_ROWS);
  readonly rows: number[] = [];
  readonly clauses: number[] = [];
  readonly fen: number[] = [];

  add(at: number, clause: number, fen: number, payable: number): void {
    this.rows.push(at);
    this.clauses.push(clause);
    this.fen.push(fen);
    if (!(payable > (this.best[at] ?? 0))) return;
    this.best[at] = payable;
    this.winner[at] = clause;
  }

  close(first: number, onMatch: OnMatch): void {
    this.rows.forEach((at, index) => {
      const clause = this.clauses[index] ?? 0;
      const wins = this.winner[at] === clause;
      const paid = wins ? (this.best[at] ?? 0) : 0;
      if (wins) this.best[at] = 0;
      onMatch(first + at, clause, this.fen[index] ?? 0, paid);
    });
    this.rows.length = 0;
    this.clauses.length = 0;
    this.fen.length = 0;
  }
}

function intersect(sets: readonly RowSet[], within: readonly number[], into: RowSet): boolean {
  into.fill(0xffff_ffff);
  let left = 0;
  for (const rows of within) {
    const set = sets[rows];
    if (set === undefined) continue;
    left = 0;
    for (let word = 0; word < WORDS; word++) left |= into[word] = (into[word] ?? 0) & (set[word] ?? 0);
    if (left === 0) return false;
  }
  return within.length === 0 || left !== 0;
}

function unite(sets: readonly RowSet[], of: readonly number[], into: RowSet): void {
  into.fill(0);
  for (const rows of of) {
    const set = sets[rows];
    if (set === undefined) continue;
    for (let word = 0; word < WORDS; word++) into[word] = (into[word] ?? 0) | (set[word] ?? 0);
  }
}

/** Rows beyond the register are in no set. */
function cut(set: RowSet, rows: number): void {
  if (rows >= BLOCK_ROWS) return;
  const word = rows >> 5;
  set[word] = (set[word] ?? 0) & ((1 << (rows & 31)) - 1);
  set.fill(0, word + 1);
}

/** Makes a plan ready on columns; the function it gives runs rows from `first` to `end`. */
export function columnsRun(
  plan: Plan,
  columns: Columns,
): (first: number, end: number, onMatch: OnMatch) => void {
  const block = new Block(columns);
  const twins = twinsOf(plan.schema);
  const differences = new Differences(block, twins);
  const leaves: LeafRows[] = plan.leaves.map((leaf) => leafRows(leaf, block, differences, twins));
  const sets = Array.from({ length: leaves.length + plan.nodes.length }, () => new Uint32Array(WORDS));
  const current = new Uint32Array(WORDS);
  const overlap = new Overlap();
  const ready = (clause: PlannedClause): ReadyClause => ({
    index: clause.index,
    within: clause.within,
    amount: rowAmount(clause.amount, block, twins),
    columns: columnsNeeded(clause.amount, twins),
  });
  const groups = plan.groups.map(({ clauses, rule, paid }: Group): ReadyGroup => {
    const paidColumn = rule === 'topUp' ? paid : null;
    return {
      clauses: clauses.map(ready),
      paidColumn,
      paid: paidColumn === null ? null : block.floats(paidColumn),
    };
  });

  const workOutSets = () => {
    for (const [rows, leaf] of leaves.entries()) leaf(sets[rows] ?? current);
    plan.nodes.forEach(({ op, of }, index) => {
      const into = sets[leaves.length + index] ?? current;
      if (op === 'any') unite(sets, of, into);
      else if (!intersect(sets, of, into)) into.fill(0);
    });
  };
  const match = ({ amount, columns: needed, index }: ReadyClause, paid: Float64Array | null) => {
    for (const name of needed) block.load(name);
    for (let word = 0; word < WORDS; word++) {
      for (let bits = current[word] ?? 0; bits !== 0; bits &= bits - 1) {
        const at = word * 32 + 31 - Math.clz32(bits & -bits);
        const fen = amount(at);
        if (fen > 0) overlap.add(at, index, fen, paid === null ? fen : fen - (paid[at] ?? 0));
      }
    }
  };
  return (first, end, onMatch) => {
    for (let from = first; from < end; from += BLOCK_ROWS) {
      block.moveTo(from, end);
      differences.forget();
      workOutSets();
      for (const { clauses, paid, paidColumn } of groups) {
        if (paidColumn !== null) block.load(paidColumn);
        for (const clause of clauses) {
          if (!intersect(sets, clause.within, current)) continue;
          cut(current, block.rows);
          match(clause, paid);
        }
        overlap.close(from, onMatch);
      }
    }
  };
}
