// Why a clause pays or does not, for one subject: every failed condition with actual, required and the distance to yes,
// every missing fact, every step of the amount, and which clause of a group beat which.
import type { Row } from '../row.ts';
import type { Words } from '../words/words.ts';
import { bestOf, Closures, FALSE, groupPays, groupsOf, payable, TRUE } from './closure.ts';
import type { CompiledRules } from './compile.ts';
import { casesStep, columnStep, type ExplainedAmount, numberStep, overStep } from './explain-amount.ts';
import {
  type AmountStep,
  columnLeaf,
  compareLeaf,
  type Explained,
  every,
  type FailedLeaf,
  flagLeaf,
  type LeafNote,
  Notebook,
  type Notes,
  some,
  thresholdLeaf,
} from './explain-condition.ts';
import type { Amount, BoundClause, Condition, Leaf, RuleSet, Schema } from './form.ts';

export type ClauseResult =
  | {
      readonly answer: 'yes';
      readonly id: string;
      /** By the clause itself. */
      readonly amount: number;
      /** After overlap: 0 where another clause of the group pays. */
      readonly pays: number;
      readonly beatenBy: string | null;
      readonly steps: readonly AmountStep[];
    }
  | { readonly answer: 'no'; readonly id: string; readonly failed: readonly FailedLeaf[] }
  | { readonly answer: 'unknown'; readonly id: string; readonly missing: readonly string[] };

export interface Explanation {
  /** In the order of the rule set's clauses. */
  readonly results: readonly ClauseResult[];
  /** 分 */
  readonly total: number;
}

class Builder {
  private readonly closures: Closures;
  private readonly schema: Schema;
  private readonly labels: ReadonlyMap<Condition, Words>;
  private alternatives = 0;

  constructor(schema: Schema, labels: ReadonlyMap<Condition, Words>, closures: Closures) {
    this.schema = schema;
    this.labels = labels;
    this.closures = closures;
  }

  condition(node: Condition, anyOf: number | null = null): Explained {
    if (!('of' in node)) return this.leaf(node, anyOf);
    if (node.op === 'all') return every(node.of.map((each) => this.condition(each, anyOf)));
    this.alternatives += 1;
    const number = this.alternatives;
    return some(node.of.map((each) => this.condition(each, number)));
  }

  private leaf(leaf: Leaf, anyOf: number | null): Explained {
    const label = this.labels.get(leaf) ?? null;
    if (leaf.op === 'has' || leaf.op === 'lacks') {
      const name = this.flagName(leaf.column, leaf.bit);
      return flagLeaf(this.closures.condition(leaf), name, { leaf, facts: [name], label, anyOf });
    }
    const facts = this.factsOfLeaf(leaf);
    const note: LeafNote = { leaf, facts, label, anyOf };
    if (leaf.op !== 'compare')
      return columnLeaf(this.closures.condition(leaf), this.closures.place(leaf.column), note);
    if (leaf.left.op === 'column' && leaf.right.op === 'number')
      return thresholdLeaf(note, leaf.comparison, this.closures.place(leaf.left.column), leaf.right.value);
    const [left, right] = [this.amount(leaf.left), this.amount(leaf.right)];
    const sides = [this.closures.amount(leaf.left), this.closures.amount(leaf.right)] as const;
    return compareLeaf(note, leaf.comparison, sides, (row, notes) => {
      left.missing(row, notes);
      right.missing(row, notes);
    });
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

interface Paying {
  readonly answer: 'yes';
  readonly id: string;
  readonly amount: number;
  pays: number;
  beatenBy: string | null;
  readonly steps: readonly AmountStep[];
}

type Draft = Paying | Exclude<ClauseResult, { answer: 'yes' }>;

/** One clause: what it finds is copied out of the notes, which then serve the next clause. */
function clauseExplainer(clause: BoundClause, builder: Builder): (row: Row, notes: Notes) => Draft {
  const { id } = clause;
  const when = builder.condition(clause.when);
  const amount = builder.amount(clause.amount);
  return (row, notes) => {
    notes.failed.count = 0;
    notes.missing.count = 0;
    const is = when(row, notes);
    if (is === FALSE) return { answer: 'no', id, failed: notes.failed.copy() };
    if (is === TRUE) {
      notes.steps.count = 0;
      const value = payable(amount.steps(row, notes));
      if (!Number.isNaN(value))
        return { answer: 'yes', id, amount: value, pays: value, beatenBy: null, steps: notes.steps.copy() };
    }
    amount.missing(row, notes);
    return { answer: 'unknown', id, missing: notes.missing.copy() };
  };
}

/** Explains every clause of a rule set for one row. */
export function explainer(
  ruleSet: RuleSet,
  labels: ReadonlyMap<Condition, Words> = new Map(),
): (row: Row) => Explanation {
  const closures = new Closures(ruleSet.schema);
  const clauses = ruleSet.clauses.map((clause) =>
    clauseExplainer(clause, new Builder(ruleSet.schema, labels, closures)),
  );
  const groups = groupsOf(ruleSet.clauses, closures);
  const notes: Notes = { failed: new Notebook(), missing: new Notebook(), steps: new Notebook() };
  const amounts = new Float64Array(clauses.length);
  return (row) => {
    const results: Draft[] = [];
    for (const clause of clauses) {
      const result = clause(row, notes);
      amounts[results.length] = result.answer === 'yes' ? result.amount : Number.NaN;
      results.push(result);
    }
    for (const group of groups) {
      const best = bestOf(group.members, amounts);
      if (best < 0) continue;
      for (const at of group.members) {
        const result = results[at];
        if (result?.answer !== 'yes') continue;
        result.pays = at === best ? groupPays(result.amount, group, row) : 0;
        result.beatenBy = at === best ? null : (ruleSet.clauses[best]?.id ?? null);
      }
    }
    let total = 0;
    for (const result of results) if (result.answer === 'yes') total += result.pays;
    return { results, total };
  };
}

/** All labels of compiled clauses in one table, for `explainer`. */
export const labelsOf = (rules: CompiledRules): ReadonlyMap<Condition, Words> =>
  new Map(rules.details.flatMap((detail) => [...detail.labels]));
