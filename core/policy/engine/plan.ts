// What has to be worked out for a rule set, each condition once: leaves, the nodes above them, clauses, overlap groups.
import { isLeaf, textOf } from './condition.ts';
import type { Amount, BoundClause, Column, Condition, Leaf, RuleSet, Schema } from './form.ts';

/** A set of rows; leaves come first, then nodes in the order in which they can be worked out. */
export type Rows = number;

export interface Node {
  readonly op: 'all' | 'any';
  readonly of: readonly Rows[];
}

export interface PlannedClause {
  /** Position in the rule set. */
  readonly index: number;
  /** Rows that lie in every one of these match; those that leave the fewest rows first. */
  readonly within: readonly Rows[];
  readonly amount: Amount;
}

export interface Group {
  readonly clauses: readonly PlannedClause[];
  readonly rule: BoundClause['rule'];
  readonly paid: string | null;
}

export interface Plan {
  readonly schema: Schema;
  readonly leaves: readonly Leaf[];
  readonly nodes: readonly Node[];
  readonly groups: readonly Group[];
  readonly clauseCount: number;
}

export function columnNamed(schema: Schema, name: string): Column {
  const found = schema.find((column) => column.name === name);
  if (found === undefined) throw new Error(`no column ${name} in the schema`);
  return found;
}

const isSparse = ({ left, right }: Extract<Leaf, { op: 'compare' }>, schema: Schema): boolean =>
  left.op === 'column' && right.op === 'number' && columnNamed(schema, left.column).nullable;

/** Share of rows that a leaf may leave: a guess that decides about speed only. */
export function likelihood(leaf: Leaf, schema: Schema): number {
  if ('bit' in leaf) return leaf.op === 'has' ? 0.1 : 0.9;
  if (leaf.op === 'compare') {
    if (leaf.comparison === 'unequal') return 0.95;
    // What may be missing mostly is: few firms have an award's premium, project or rent.
    if (leaf.comparison !== 'equal') return isSparse(leaf, schema) ? 0.25 : 0.5;
    if (leaf.left.op !== 'column') return 0.2;
    const { least, greatest } = columnNamed(schema, leaf.left.column);
    return Math.min(0.2, 1 / (greatest - least + 1));
  }
  const { least, greatest } = columnNamed(schema, leaf.column);
  const wide = greatest - least + 1;
  const share = 'values' in leaf ? leaf.values.length / wide : (leaf.greatest - leaf.least + 1) / wide;
  const inside = Math.min(Math.max(share, 0), 1);
  return leaf.op === 'between' || leaf.op === 'in' ? inside : 1 - inside;
}

class Interner {
  readonly leaves: Leaf[] = [];
  readonly nodes: Node[] = [];
  readonly #known = new Map<string, Rows>();
  readonly #chance: number[] = [];
  readonly #schema: Schema;
  /** Nodes are numbered from here once all leaves are known. */
  readonly #leafCount: number;

  constructor(schema: Schema, clauses: readonly BoundClause[]) {
    this.#schema = schema;
    for (const clause of clauses) this.#addLeaves(clause.when);
    this.#leafCount = this.leaves.length;
  }

  #addLeaves(condition: Condition): void {
    if (!isLeaf(condition)) {
      for (const part of condition.of) this.#addLeaves(part);
      return;
    }
    const text = textOf(condition);
    if (this.#known.has(text)) return;
    this.#known.set(text, this.leaves.length);
    this.#chance.push(likelihood(condition, this.#schema));
    this.leaves.push(condition);
  }

  /** Parts of an `all` (or `any`), those of the same kind inside it drawn up, each once, the rarest first. */
  partsOf(op: Node['op'], condition: Condition): Rows[] {
    const flat = (part: Condition): Rows[] => (part.op === op ? part.of.flatMap(flat) : [this.rowsOf(part)]);
    return [...new Set(flat(condition))].sort((a, b) => this.#chanceOf(a) - this.#chanceOf(b) || a - b);
  }

  rowsOf(condition: Condition): Rows {
    if (isLeaf(condition)) return this.#found(textOf(condition));
    const of = this.partsOf(condition.op, condition);
    if (of.length === 1) return of[0] ?? 0;
    const text = `${condition.op} ${of.join(' ')}`;
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const rows = this.#leafCount + this.nodes.length;
    this.nodes.push({ op: condition.op, of });
    this.#chance.push(this.#chanceOfNode(condition.op, of));
    this.#known.set(text, rows);
    return rows;
  }

  #found(text: string): Rows {
    const rows = this.#known.get(text);
    if (rows === undefined) throw new Error(`no such leaf: ${text}`);
    return rows;
  }

  #chanceOf(rows: Rows): number {
    return this.#chance[rows] ?? 1;
  }

  #chanceOfNode(op: Node['op'], of: readonly Rows[]): number {
    const chances = of.map((rows) => this.#chanceOf(rows));
    if (op === 'all') return chances.reduce((product, chance) => product * chance, 1);
    return Math.min(
      1,
      chances.reduce((sum, chance) => sum + chance, 0),
    );
  }
}

/** Groups as they stand in the rule set; a group must stand together and agree on how it pays. */
function groupsOf(clauses: readonly PlannedClause[], bound: readonly BoundClause[]): Group[] {
  const groups: {
    name: string | null;
    clauses: PlannedClause[];
    rule: Group['rule'];
    paid: Group['paid'];
  }[] = [];
  const closed = new Set<string>();
  for (const clause of clauses) {
    const { group, rule, paid, id } = bound[clause.index] ?? {
      group: null,
      rule: 'highest',
      paid: null,
      id: '',
    };
    const last = groups.at(-1);
    if (group !== null && last?.name === group) {
      if (last.rule !== rule || last.paid !== paid)
        throw new Error(`${id} pays otherwise than its group ${group}`);
      last.clauses.push(clause);
      continue;
    }
    if (group !== null && closed.has(group)) throw new Error(`group ${group} does not stand together`);
    if (group !== null) closed.add(group);
    groups.push({ name: group, clauses: [clause], rule, paid });
  }
  return groups;
}

/** Works out once per rule set what every row needs; pure, so it is kept by the hash of the rule set. */
export function planOf({ schema, clauses }: Pick<RuleSet, 'schema' | 'clauses'>): Plan {
  const interner = new Interner(schema, clauses);
  const planned = clauses.map(({ when, amount }, index) => ({
    index,
    within: interner.partsOf('all', when),
    amount,
  }));
  return {
    schema,
    leaves: interner.leaves,
    nodes: interner.nodes,
    groups: groupsOf(planned, clauses),
    clauseCount: clauses.length,
  };
}
