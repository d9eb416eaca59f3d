// A plan as records in memory: which kernel runs on what, in which order, with which figures.
import { textOf } from '../condition.ts';
import type { Leaf, Schema } from '../form.ts';
import { columnNamed, type Group, type Plan, type PlannedClause } from '../plan.ts';
import {
  isAlone,
  type Kernel,
  KernelTable,
  kernelOfAmount,
  kernelOfClause,
  kernelOfFlags,
  kernelOfFold,
  kernelOfLeaf,
  kernelOfNode,
  kernelOfRecall,
  kernelOfRemember,
} from './kernels.ts';
import {
  type AreaLayout,
  amountRecord,
  areaLayout,
  clauseRecord,
  fillingOffsets,
  foldRecord,
  record,
  roundUp,
  setRecord,
} from './layout.ts';
import type { Fillings } from './slot.ts';

/** A set of rows of the whole register kept between runs. */
export interface StoredSet {
  readonly address: number;
  /** Whether it already holds the leaf's rows; else this run stores them. */
  readonly filled: boolean;
}

interface Draft {
  readonly shape: string;
  readonly bytes: number;
  readonly write: (to: Writer) => void;
}

/** Writes fields of one record; addresses of columns and lists are known only when memory is. */
export interface Writer {
  readonly integer: (offset: number, value: number) => void;
  readonly float: (offset: number, value: number) => void;
  readonly column: (name: string) => number;
  readonly list: (values: readonly number[]) => number;
  readonly position: (shape: string) => number;
}

export interface Program {
  readonly kernels: KernelTable;
  readonly layout: AreaLayout;
  /** Bytes that records and lists take. */
  readonly bytes: number;
  readonly write: (view: DataView, at: number, columnAddress: (name: string) => number) => void;
}

const countsOf = ({ columns, lists, figures }: Fillings) => ({
  columns: columns.length,
  lists: lists.length,
  figures: figures.length,
});

function writeFillings(to: Writer, from: number, base: number, fillings: Fillings): void {
  const offsets = fillingOffsets(from, countsOf(fillings));
  fillings.columns.forEach((name, slot) => {
    to.integer(base + offsets.column(slot), to.column(name));
  });
  fillings.lists.forEach((values, slot) => {
    to.integer(base + offsets.list(slot), to.list(values));
  });
  fillings.figures.forEach((value, slot) => {
    to.float(base + offsets.figure(slot), value);
  });
}

/** Leaves that one record works out together; their sets stand side by side in the working area. */
type Batch = readonly number[];
/** Flags of one column that share a pass; more would not fit the registers anyway. */
const FLAGS_PER_PASS = 16;

function isPackedFlag(leaf: Leaf | undefined, schema: Schema): leaf is Extract<Leaf, { bit: number }> {
  return leaf !== undefined && 'bit' in leaf && columnNamed(schema, leaf.column).storage === 'u32';
}

/** Flags of a column together, every other leaf and every stored one alone. */
function batchesOf({ leaves, schema }: Plan, isStored: (rows: number) => boolean): Batch[] {
  const batches: number[][] = [];
  const open = new Map<string, number[]>();
  for (const [rows, leaf] of leaves.entries()) {
    const isFlag = isPackedFlag(leaf, schema) && !isStored(rows);
    const batch = isFlag ? open.get(leaf.column) : undefined;
    if (batch !== undefined && batch.length < FLAGS_PER_PASS) batch.push(rows);
    else {
      const started = [rows];
      batches.push(started);
      if (isFlag) open.set(leaf.column, started);
    }
  }
  return batches;
}

class Drafter {
  readonly kernels = new KernelTable();
  readonly drafts: Draft[] = [];
  readonly lists: (readonly number[])[] = [];
  readonly layout: AreaLayout;
  readonly #plan: Plan;
  /** Where the set of a leaf or node stands among the sets of the working area. */
  readonly #placeOf: ReadonlyMap<number, number>;

  constructor(plan: Plan, batches: readonly Batch[]) {
    this.#plan = plan;
    this.#placeOf = new Map(batches.flat().map((rows, place) => [rows, place]));
    const largest = Math.max(1, ...plan.groups.map(({ clauses }) => clauses.length));
    this.layout = areaLayout(plan.leaves.length + plan.nodes.length, plan.clauseCount, largest);
  }

  #add(kernel: Kernel, bytes: number, write: (to: Writer) => void): void {
    this.drafts.push({ shape: this.kernels.add(kernel), bytes: roundUp(bytes, 8), write });
  }

  #set(rows: number): number {
    return this.layout.set(this.#placeOf.get(rows) ?? rows);
  }

  #flag(rows: number): number {
    return this.layout.flag(this.#placeOf.get(rows) ?? rows);
  }

  #setFields(to: Writer, rows: number): void {
    to.integer(setRecord.out, this.#set(rows));
    to.integer(setRecord.flag, this.#flag(rows));
  }

  flags(batch: Batch): void {
    const [first = 0] = batch;
    const flags = batch.flatMap((rows) => {
      const leaf = this.#plan.leaves[rows];
      return leaf !== undefined && 'bit' in leaf ? [leaf] : [];
    });
    const { name, known } = columnNamed(this.#plan.schema, flags[0]?.column ?? '');
    const columns = known ? [name, known] : [name];
    this.#add(kernelOfFlags(flags, columns.length > 1), setRecord.fillings + columns.length * 4, (to) => {
      this.#setFields(to, first);
      columns.forEach((column, slot) => {
        to.integer(setRecord.fillings + slot * 4, to.column(column));
      });
    });
  }

  leaf(rows: number, stored: StoredSet | null): void {
    const leaf = this.#plan.leaves[rows];
    if (leaf === undefined) return;
    const storing = (kernel: Kernel) =>
      this.#add(kernel, setRecord.fillings + 4, (to) => {
        this.#setFields(to, rows);
        to.integer(setRecord.fillings, stored?.address ?? 0);
      });
    if (stored?.filled) {
      storing(kernelOfRecall);
      return;
    }
    const { kernel, slots } = kernelOfLeaf(leaf, this.#plan.schema);
    this.lists.push(...slots.lists);
    this.#add(kernel, fillingOffsets(setRecord.fillings, countsOf(slots)).end, (to) => {
      this.#setFields(to, rows);
      writeFillings(to, setRecord.fillings, 0, slots);
    });
    if (stored !== null) storing(kernelOfRemember);
  }

  node(index: number): void {
    const node = this.#plan.nodes[index];
    if (node === undefined) return;
    this.#add(kernelOfNode(node.op, node.of.length), setRecord.fillings + node.of.length * 4, (to) => {
      this.#setFields(to, this.#plan.leaves.length + index);
      node.of.forEach((rows, input) => {
        to.integer(setRecord.fillings + input * 4, this.#set(rows));
      });
    });
  }

  clause(clause: PlannedClause, group: Group): void {
    const { kernel, slots } = kernelOfAmount(clause, group, this.#plan.schema);
    this.lists.push(...slots.lists);
    const shape = this.kernels.add(kernel);
    const amountAt = roundUp(clauseRecord.inputs + clause.within.length * 4, 8);
    const end = amountAt + fillingOffsets(amountRecord.fillings, countsOf(slots)).end;
    this.#add(kernelOfClause(clause.within.length), end, (to) => {
      to.integer(clauseRecord.amountKernel, to.position(shape));
      to.integer(clauseRecord.guard, this.#flag(clause.within[0] ?? 0));
      to.integer(clauseRecord.secondGuard, this.#flag(clause.within[1] ?? 0));
      to.integer(clauseRecord.amount, amountAt);
      clause.within.forEach((rows, input) => {
        to.integer(clauseRecord.inputs + input * 4, this.#set(rows));
      });
      to.integer(amountAt + amountRecord.clause, clause.index);
      to.integer(amountAt + amountRecord.statistic, this.layout.statistic(clause.index));
      writeFillings(to, amountRecord.fillings, amountAt, slots);
    });
  }

  fold(): void {
    this.#add(kernelOfFold, foldRecord.bytes, (to) =>
      to.integer(foldRecord.statistics, this.layout.statistics),
    );
  }
}

/** Writes records one after the other, a record of size 0 as the end, then the lists. */
function writeAll(
  drafter: Drafter,
  view: DataView,
  at: number,
  columnAddress: (name: string) => number,
): void {
  const positions = drafter.kernels.positions();
  const position = (shape: string): number => positions.get(shape) ?? 0;
  let listAt = at + drafter.drafts.reduce((sum, { bytes }) => sum + bytes, 0) + record.header;
  let here = at;
  const writer: Writer = {
    integer: (offset, value) => view.setUint32(here + offset, value, true),
    float: (offset, value) => view.setFloat64(here + offset, value, true),
    column: columnAddress,
    list: (values) => {
      const address = listAt;
      view.setUint32(address, values.length, true);
      values.forEach((value, index) => {
        view.setFloat64(address + 8 + index * 8, value, true);
      });
      listAt += 8 + values.length * 8;
      return address;
    },
    position,
  };
  for (const { shape, bytes, write } of drafter.drafts) {
    writer.integer(record.kernel, position(shape));
    writer.integer(record.size, bytes);
    write(writer);
    here += bytes;
  }
  writer.integer(record.size, 0);
}

/** `stored` says which leaves are kept for the whole register, by the text of the leaf. */
export function programOf(plan: Plan, stored: (leaf: string) => StoredSet | null = () => null): Program {
  const storedSets = plan.leaves.map((leaf) => stored(textOf(leaf)));
  const batches = batchesOf(plan, (rows) => (storedSets[rows] ?? null) !== null);
  const drafter = new Drafter(plan, batches);
  for (const batch of batches) {
    const [rows = 0] = batch;
    const set = storedSets[rows] ?? null;
    if (set === null && isPackedFlag(plan.leaves[rows], plan.schema)) drafter.flags(batch);
    else drafter.leaf(rows, set);
  }
  plan.nodes.forEach((_, index) => {
    drafter.node(index);
  });
  for (const group of plan.groups) {
    for (const clause of group.clauses) drafter.clause(clause, group);
    if (!isAlone(group)) drafter.fold();
  }
  const records = drafter.drafts.reduce((sum, { bytes }) => sum + bytes, 0) + record.header;
  const lists = drafter.lists.reduce((sum, values) => sum + 8 + values.length * 8, 0);
  return {
    kernels: drafter.kernels,
    layout: drafter.layout,
    bytes: records + lists,
    write: (view, at, columnAddress) => writeAll(drafter, view, at, columnAddress),
  };
}
