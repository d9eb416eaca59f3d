// How a clause becomes what an explanation walks through: its leaves with what they read, its alternatives numbered, its amount in steps.
import type { Words } from '../words/words.ts';
import type { Closures } from './closure.ts';
import { casesStep, columnStep, type ExplainedAmount, numberStep, overStep } from './explain-amount.ts';
import { AskedCondition, AskedLeaf } from './explain-asked.ts';
import type { Tree } from './explain-condition.ts';
import type { LeafTable } from './explain-leaf.ts';
import type { NoteMissing } from './explain-note.ts';
import type { Amount, Condition, Leaf, Schema } from './form.ts';

/** What the clauses of a rule set have in common. */
export interface Shared {
  readonly schema: Schema;
  readonly labels: ReadonlyMap<Condition, Words>;
  readonly closures: Closures;
  readonly table: LeafTable;
  /** Leaves by number and words. */
  readonly asked: Map<string, AskedLeaf>;
}

/** Builds one clause. */
export class ExplainBuilder {
  private readonly closures: Closures;
  private readonly schema: Schema;
  private readonly labels: ReadonlyMap<Condition, Words>;
  private readonly table: LeafTable;
  private readonly asked: Map<string, AskedLeaf>;
  private readonly id: string;
  private alternatives = 0;

  constructor(id: string, { schema, labels, closures, table, asked }: Shared) {
    this.id = id;
    this.schema = schema;
    this.labels = labels;
    this.closures = closures;
    this.table = table;
    this.asked = asked;
  }

  condition(node: Condition): AskedCondition {
    const leaves: AskedLeaf[] = [];
    const tree = this.tree(node, null, leaves);
    return new AskedCondition(this.id, tree, leaves);
  }

  private tree(node: Condition, anyOf: number | null, leaves: AskedLeaf[]): Tree {
    if (!('of' in node)) return leaves.push(this.leaf(node, anyOf)) - 1;
    if (node.op === 'all') return { op: 'all', of: node.of.map((each) => this.tree(each, anyOf, leaves)) };
    this.alternatives += 1;
    const number = this.alternatives;
    return { op: 'any', of: node.of.map((each) => this.tree(each, number, leaves)) };
  }

  private leaf(leaf: Leaf, anyOf: number | null): AskedLeaf {
    const label = this.labels.get(leaf) ?? null;
    const number = this.table.numberOf(leaf);
    const sharedBy = `${number} ${anyOf} ${JSON.stringify(label)}`;
    const facts = this.factsOfLeaf(leaf);
    const missing = this.missingOf(leaf, facts);
    const known = this.asked.get(sharedBy);
    if (known) return known;
    const asked = new AskedLeaf(number, { leaf, facts, label, anyOf }, missing);
    this.asked.set(sharedBy, asked);
    return asked;
  }

  private missingOf(leaf: Leaf, [fact = '']: readonly string[]): readonly NoteMissing[] {
    if (leaf.op === 'compare') return [leaf.left, leaf.right].flatMap((side) => this.amount(side).missing);
    return [(_row, notes) => notes.missing.writeOnce(fact)];
  }

  /** Columns and flags that a leaf reads, each once, those of the cases of its amounts too. */
  private factsOfLeaf(leaf: Leaf): readonly string[] {
    if (leaf.op === 'has' || leaf.op === 'lacks') return [this.flagName(leaf.column, leaf.bit)];
    if (leaf.op !== 'compare') return [leaf.column];
    return [...new Set([...this.factsOfAmount(leaf.left), ...this.factsOfAmount(leaf.right)])];
  }

  private factsOfCondition(node: Condition): readonly string[] {
    return 'of' in node ? node.of.flatMap((each) => this.factsOfCondition(each)) : this.factsOfLeaf(node);
  }

  private factsOfAmount(node: Amount): readonly string[] {
    switch (node.op) {
      case 'number':
        return [];
      case 'column':
        return [node.column];
      case 'rate':
      case 'brackets':
        return this.factsOfAmount(node.of);
      case 'cases':
        return [
          ...node.cases.flatMap((each) => [
            ...this.factsOfCondition(each.when),
            ...this.factsOfAmount(each.pays),
          ]),
          ...this.factsOfAmount(node.otherwise),
        ];
      default:
        return [...this.factsOfAmount(node.left), ...this.factsOfAmount(node.right)];
    }
  }

  private flagName(column: string, bit: number): string {
    return this.schema.find((each) => each.name === column)?.bits?.[bit] ?? `${column}.${bit}`;
  }

  amount(node: Amount): ExplainedAmount {
    switch (node.op) {
      case 'number':
        return numberStep(node, node.value);
      case 'column':
        return columnStep(node, node.column, this.closures.place(node.column));
      case 'cases':
        return casesStep(
          node,
          node.cases.map((each) => this.condition(each.when)),
          [...node.cases.map((each) => each.pays), node.otherwise].map((each) => this.amount(each)),
        );
      case 'rate':
      case 'brackets':
        return overStep(node, this.closures.amount(node), [this.amount(node.of)]);
      default:
        return overStep(node, this.closures.amount(node), [this.amount(node.left), this.amount(node.right)]);
    }
  }
}
