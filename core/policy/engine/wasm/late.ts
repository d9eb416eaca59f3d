// Columns that are not worth reading whole: what few rows are left to ask about is asked row by row, beside the amount.
//
// A city's columns are read from memory, and reading is most of the time. A column that only clauses with rare conditions ask
// (the rent of firms in new halls) is left where it is; its conditions become a case of the clause's amount, which is looked at
// for the rows that the other conditions leave.
import { columnsOf } from '../condition.ts';
import type { Amount, Condition, Leaf } from '../form.ts';
import { columnNamed, likelihood, type Plan, type PlannedClause, type Rows } from '../plan.ts';

/** Share of rows that may be asked one by one: measured, a row by itself costs about as much as ten side by side. */
const FEW = 0.1;

interface Draft {
  readonly clause: PlannedClause;
  readonly late: Set<Rows>;
}

class Choice {
  readonly #plan: Plan;
  readonly #chance: readonly number[];
  readonly #drafts: readonly Draft[];
  /** Leaves by each wide column that they read. */
  readonly #readers = new Map<string, Rows[]>();

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#chance = chancesOf(plan);
    this.#drafts = plan.groups.flatMap(({ clauses }) =>
      clauses.map((clause) => ({ clause, late: new Set<Rows>() })),
    );
    plan.leaves.forEach((leaf, rows) => {
      for (const name of columnsOf(leaf)) {
        if (columnNamed(plan.schema, name).storage !== 'f64') continue;
        this.#readers.set(name, [...(this.#readers.get(name) ?? []), rows]);
      }
    });
  }

  /** Share of rows that the conditions of a clause leave when those of `without` are not asked. */
  #left({ clause, late }: Draft, without: ReadonlySet<Rows>): number {
    return clause.within.reduce(
      (share, rows) => (late.has(rows) || without.has(rows) ? share : share * (this.#chance[rows] ?? 1)),
      1,
    );
  }

  make(): ReadonlyMap<number, ReadonlySet<Rows>> {
    const joined = new Set(this.#plan.nodes.flatMap(({ of }) => of));
    for (const readers of this.#readers.values()) {
      if (readers.some((rows) => joined.has(rows))) continue;
      const without = new Set(readers);
      const asking = this.#drafts.filter(({ clause }) => clause.within.some((rows) => without.has(rows)));
      const share = asking.reduce((sum, draft) => sum + this.#left(draft, without), 0);
      if (share > FEW) continue;
      for (const { clause, late } of asking)
        for (const rows of clause.within) if (without.has(rows)) late.add(rows);
    }
    return new Map(this.#drafts.map(({ clause, late }) => [clause.index, late]));
  }
}

function chancesOf({ leaves, nodes, schema }: Plan): readonly number[] {
  const chances = leaves.map((leaf) => likelihood(leaf, schema));
  for (const { op, of } of nodes) {
    const parts = of.map((rows) => chances[rows] ?? 1);
    chances.push(
      op === 'all'
        ? parts.reduce((product, chance) => product * chance, 1)
        : Math.min(
            1,
            parts.reduce((sum, chance) => sum + chance, 0),
          ),
    );
  }
  return chances;
}

/** Pays only where the late conditions hold too; an amount of 0 or an unknown one is no match. */
function payingOnly(amount: Amount, late: readonly Leaf[]): Amount {
  if (late.length === 0) return amount;
  const when: Condition = { op: 'all', of: late };
  return { op: 'cases', cases: [{ when, pays: amount }], otherwise: { op: 'number', value: 0 } };
}

/** The same matches and payouts with fewer columns read. */
export function withLateLeaves(plan: Plan): Plan {
  const late = new Choice(plan).make();
  const dropped = new Set([...late.values()].flatMap((rows) => [...rows]));
  if (dropped.size === 0) return plan;
  const kept = plan.leaves.flatMap((_, rows) => (dropped.has(rows) ? [] : [rows]));
  const moved = new Map(kept.map((rows, place) => [rows, place]));
  const place = (rows: Rows): Rows => moved.get(rows) ?? rows - dropped.size;
  const clauseOf = ({ index, within, amount }: PlannedClause): PlannedClause => {
    const own = late.get(index) ?? new Set();
    const leaves = within.flatMap((rows) => (own.has(rows) ? (plan.leaves[rows] ?? []) : []));
    return {
      index,
      within: within.filter((rows) => !own.has(rows)).map(place),
      amount: payingOnly(amount, leaves),
    };
  };
  return {
    ...plan,
    leaves: plan.leaves.filter((_, rows) => !dropped.has(rows)),
    nodes: plan.nodes.map(({ op, of }) => ({ op, of: of.map(place) })),
    groups: plan.groups.map((group) => ({ ...group, clauses: group.clauses.map(clauseOf) })),
  };
}
