// Which clauses pay one subject, in microseconds: every condition once, then only the clauses whose rarest condition holds.
import type { Row } from '../row.ts';
import { Closures, type Compute, type Test, TRUE } from './closure.ts';
import type { Comparison, Leaf, RuleSet, Schema } from './form.ts';
import { type Plan, planOf } from './plan.ts';

/** What a subject gets from one clause. */
export interface Entitlement {
  /** Position of the clause in the rule set. */
  readonly clause: number;
  readonly fen: number;
  /** After overlap: 0 where another clause of the group pays more. */
  readonly paidFen: number;
}

/** Thresholds of one column in rising order: one search answers all of them. */
interface Ladder {
  readonly column: number;
  readonly kind: LadderKind;
  readonly thresholds: Float64Array;
  /** Leaf of each threshold. */
  readonly leaves: Int32Array;
}

type LadderKind = Exclude<Comparison, 'unequal'>;
const ladderKinds: readonly LadderKind[] = ['atLeast', 'above', 'atMost', 'below', 'equal'];

function ladderOf(leaves: readonly Leaf[], name: string, column: number, kind: LadderKind): Ladder | null {
  const rungs = leaves.flatMap((leaf, rows) => {
    if (leaf.op !== 'compare' || leaf.comparison !== kind) return [];
    if (leaf.left.op !== 'column' || leaf.left.column !== name || leaf.right.op !== 'number') return [];
    return [{ rows, value: leaf.right.value }];
  });
  if (rungs.length === 0) return null;
  rungs.sort((a, b) => a.value - b.value);
  return {
    column,
    kind,
    thresholds: Float64Array.from(rungs, ({ value }) => value),
    leaves: Int32Array.from(rungs, ({ rows }) => rows),
  };
}

const laddersOf = (leaves: readonly Leaf[], schema: Schema): Ladder[] =>
  schema.flatMap(({ name }, column) =>
    ladderKinds.flatMap((kind) => ladderOf(leaves, name, column, kind) ?? []),
  );

const onLadder = ({ op, ...leaf }: Leaf): boolean =>
  op === 'compare' &&
  'left' in leaf &&
  leaf.left.op === 'column' &&
  leaf.right.op === 'number' &&
  leaf.comparison !== 'unequal';

/** How many thresholds are at most `value` (or below it); NaN is above none. */
function rungsUpTo(thresholds: Float64Array, value: number, inclusive: boolean): number {
  let [low, high] = [0, thresholds.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const rung = thresholds[middle] ?? 0;
    if (rung < value || (inclusive && rung === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Marks the leaves whose comparison holds; x ≥ t and x < t part the ladder after the thresholds up to x, the others before. */
function climb({ thresholds, leaves, kind }: Ladder, value: number, truths: Uint8Array): void {
  if (Number.isNaN(value)) return;
  let from = 0;
  let to = thresholds.length;
  switch (kind) {
    case 'atLeast':
      to = rungsUpTo(thresholds, value, true);
      break;
    case 'above':
      to = rungsUpTo(thresholds, value, false);
      break;
    case 'atMost':
      from = rungsUpTo(thresholds, value, false);
      break;
    case 'below':
      from = rungsUpTo(thresholds, value, true);
      break;
    case 'equal':
      from = rungsUpTo(thresholds, value, false);
      to = rungsUpTo(thresholds, value, true);
      break;
  }
  for (let at = from; at < to; at++) truths[leaves[at] ?? 0] = 1;
}

/** Holds what one rule set needs; the arrays are reused from subject to subject. */
class Decider {
  readonly #plan: Plan;
  readonly #truths: Uint8Array;
  readonly #ladders: readonly Ladder[];
  readonly #others: readonly { readonly rows: number; readonly test: Test }[];
  /** Clauses by the condition that the fewest subjects meet. */
  readonly #watching: readonly { readonly rows: number; readonly clauses: Int32Array }[];
  readonly #always: Int32Array;
  readonly #rest: readonly Int32Array[];
  readonly #amounts: readonly Compute[];
  readonly #groupOf: Int32Array;
  readonly #paid: Int32Array;

  constructor(ruleSet: RuleSet) {
    const plan = planOf(ruleSet);
    const closures = new Closures(ruleSet.schema);
    this.#plan = plan;
    this.#truths = new Uint8Array(plan.leaves.length + plan.nodes.length);
    this.#ladders = laddersOf(plan.leaves, plan.schema);
    this.#others = plan.leaves.flatMap((leaf, rows) =>
      onLadder(leaf) ? [] : [{ rows, test: closures.condition(leaf) }],
    );
    const clauses = plan.groups
      .flatMap((group) => group.clauses)
      .toSorted((one, other) => one.index - other.index);
    const watched = [...new Set(clauses.flatMap(({ within }) => within.slice(0, 1)))];
    this.#watching = watched.map((rows) => ({
      rows,
      clauses: Int32Array.from(
        clauses.filter(({ within }) => within[0] === rows),
        ({ index }) => index,
      ),
    }));
    this.#always = Int32Array.from(
      clauses.filter(({ within }) => within.length === 0).map(({ index }) => index),
    );
    this.#rest = clauses.map(({ within }) => Int32Array.from(within.slice(1)));
    this.#amounts = ruleSet.clauses.map(({ amount }) => closures.amount(amount));
    this.#groupOf = new Int32Array(ruleSet.clauses.length);
    plan.groups.forEach((group, at) => {
      for (const { index } of group.clauses) this.#groupOf[index] = at;
    });
    this.#paid = Int32Array.from(plan.groups, ({ rule, paid }) =>
      rule === 'topUp' && paid !== null ? closures.place(paid) : -1,
    );
  }

  #workOutLeaves(row: Row): void {
    const truths = this.#truths;
    truths.fill(0);
    for (const ladder of this.#ladders) climb(ladder, row[ladder.column] ?? Number.NaN, truths);
    for (const { rows, test } of this.#others) truths[rows] = test(row) === TRUE ? 1 : 0;
    const { nodes, leaves } = this.#plan;
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index];
      if (node === undefined) continue;
      const decisive = node.op === 'any' ? 1 : 0;
      let truth = 1 - decisive;
      for (const rows of node.of) if (truths[rows] === decisive) truth = decisive;
      truths[leaves.length + index] = truth;
    }
  }

  /** Clauses with an amount, and the best payable one of each group. */
  decide(row: Row): Entitlement[] {
    this.#workOutLeaves(row);
    const found: { clause: number; fen: number; paidFen: number }[] = [];
    for (const { rows, clauses } of this.#watching)
      if (this.#truths[rows] === 1) this.#collect(clauses, row, found);
    this.#collect(this.#always, row, found);
    if (found.length > 1) found.sort((one, other) => one.clause - other.clause);
    this.#overlap(found, row);
    return found;
  }

  #collect(clauses: Int32Array, row: Row, found: { clause: number; fen: number; paidFen: number }[]): void {
    for (let at = 0; at < clauses.length; at++) {
      const clause = clauses[at] ?? 0;
      if (!this.#holds(this.#rest[clause] ?? this.#always)) continue;
      const fen = this.#amounts[clause]?.(row) ?? Number.NaN;
      if (fen > 0) found.push({ clause, fen, paidFen: 0 });
    }
  }

  #holds(rest: Int32Array): boolean {
    for (let at = 0; at < rest.length; at++) if (this.#truths[rest[at] ?? 0] === 0) return false;
    return true;
  }

  /** Members of a group stand side by side; ties go to the first. */
  #overlap(found: { clause: number; fen: number; paidFen: number }[], row: Row): void {
    for (let at = 0; at < found.length; ) {
      const group = this.#groupOf[found[at]?.clause ?? 0] ?? 0;
      let best = at;
      let next = at;
      for (; next < found.length && this.#groupOf[found[next]?.clause ?? 0] === group; next++)
        if ((found[next]?.fen ?? 0) > (found[best]?.fen ?? 0)) best = next;
      const winner = found[best];
      const paid = this.#paid[group] ?? -1;
      if (winner !== undefined) {
        const before = paid < 0 ? 0 : (row[paid] ?? Number.NaN);
        winner.paidFen = winner.fen - before > 0 ? winner.fen - before : 0;
      }
      at = next;
    }
  }
}

/** Made once per rule set; the function it gives decides one subject after the other. */
export function deciderOf(ruleSet: RuleSet): (row: Row) => readonly Entitlement[] {
  const decider = new Decider(ruleSet);
  return (row) => decider.decide(row);
}
