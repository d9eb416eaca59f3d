// Why a clause pays or does not, for one subject: every failed condition with actual, required and the distance to yes,
// every missing fact, every step of the amount, and which clause of a group beat which.
import type { Row } from '../row.ts';
import type { Words } from '../words/words.ts';
import {
  bestOf,
  Closures,
  type Compute,
  FALSE,
  groupPays,
  groupsOf,
  type Test,
  TRUE,
  UNKNOWN,
} from './closure.ts';
import type { CompiledRules } from './compile.ts';
import type { Amount, BoundClause, Condition, Leaf, RuleSet, Schema } from './form.ts';

/** What is said about a leaf whoever asks: made once per rule set. */
export interface LeafNote {
  readonly leaf: Leaf;
  /** Columns it reads, or the flag it asks for. */
  readonly facts: readonly string[];
  /** The author's own words for it. */
  readonly label: Words | null;
  /** Leaves with one number are alternatives: one of them would be enough. */
  readonly anyOf: number | null;
}

export interface FailedLeaf {
  readonly note: LeafNote;
  readonly actual: number | null;
  readonly required: number | null;
  /** What must be added to the actual number for the leaf to hold; negative is "too many". Null where no number is asked. */
  readonly distance: number | null;
}

export interface AmountStep {
  readonly node: Amount;
  readonly value: number;
}

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

interface Explained {
  readonly test: Test;
  /** Called where the test is FALSE. */
  readonly failed: (row: Row, out: FailedLeaf[]) => void;
  /** Called where the test is UNKNOWN. */
  readonly missing: (row: Row, out: string[]) => void;
}

interface ExplainedAmount {
  readonly steps: (row: Row, out: AmountStep[]) => number;
  readonly missing: (row: Row, out: string[]) => void;
}

const add = (out: string[], name: string): void => {
  if (!out.includes(name)) out.push(name);
};

class Builder {
  readonly closures: Closures;
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
    const test = this.closures.condition(node);
    return node.op === 'all' ? this.every(node.of, test, anyOf) : this.some(node.of, test);
  }

  private every(of: readonly Condition[], test: Test, anyOf: number | null): Explained {
    const parts = of.map((each) => this.condition(each, anyOf));
    return {
      test,
      failed: (row, out) => {
        for (const part of parts) if (part.test(row) === FALSE) part.failed(row, out);
      },
      missing: missingOf(parts),
    };
  }

  private some(of: readonly Condition[], test: Test): Explained {
    this.alternatives += 1;
    const anyOf = this.alternatives;
    const parts = of.map((each) => this.condition(each, anyOf));
    return {
      test,
      failed: (row, out) => {
        for (const part of parts) part.failed(row, out);
      },
      missing: missingOf(parts),
    };
  }

  private leaf(leaf: Leaf, anyOf: number | null): Explained {
    const test = this.closures.condition(leaf);
    const columns = columnsOf(leaf);
    const note: LeafNote = {
      leaf,
      facts: this.factNames(leaf, columns),
      label: this.labels.get(leaf) ?? null,
      anyOf,
    };
    return { test, failed: this.failure(note), missing: this.missingColumns(leaf, columns) };
  }

  private factNames(leaf: Leaf, columns: readonly string[]): readonly string[] {
    return leaf.op === 'has' || leaf.op === 'lacks' ? [this.flagName(leaf.column, leaf.bit)] : columns;
  }

  private flagName(column: string, bit: number): string {
    return this.schema.find((each) => each.name === column)?.bits?.[bit] ?? `${column}.${bit}`;
  }

  private missingColumns(leaf: Leaf, columns: readonly string[]): (row: Row, out: string[]) => void {
    if (leaf.op === 'has' || leaf.op === 'lacks') {
      const name = this.flagName(leaf.column, leaf.bit);
      return (_row, out) => add(out, name);
    }
    const places = columns.map((column) => [column, this.closures.place(column)] as const);
    return (row, out) => {
      for (const [name, at] of places) if (Number.isNaN(row[at])) add(out, name);
    };
  }

  private failure(note: LeafNote): (row: Row, out: FailedLeaf[]) => void {
    const { leaf } = note;
    if (leaf.op === 'has' || leaf.op === 'lacks') {
      const whole: FailedLeaf = { note, actual: null, required: null, distance: null };
      return (_row, out) => {
        out.push(whole);
      };
    }
    if (leaf.op !== 'compare') {
      const at = this.closures.place(leaf.column);
      return (row, out) => {
        out.push({ note, actual: row[at] ?? null, required: null, distance: null });
      };
    }
    const left = this.closures.amount(leaf.left);
    const right = this.closures.amount(leaf.right);
    const extra = leaf.comparison === 'above' ? 1 : leaf.comparison === 'below' ? -1 : 0;
    return (row, out) => {
      const [actual, required] = [left(row), right(row)];
      out.push({ note, actual, required, distance: required - actual + extra });
    };
  }

  amount(node: Amount): ExplainedAmount {
    switch (node.op) {
      case 'number': {
        const step: AmountStep = { node, value: node.value };
        const steps = (_row: Row, out: AmountStep[]): number => {
          out.push(step);
          return node.value;
        };
        return { steps, missing: () => {} };
      }
      case 'column': {
        const at = this.closures.place(node.column);
        return {
          steps: stepOf(node, (row) => row[at] ?? Number.NaN),
          missing: (row, out) => {
            if (Number.isNaN(row[at])) add(out, node.column);
          },
        };
      }
      case 'cases':
        return this.cases(node);
      case 'rate':
      case 'brackets':
        return this.over(node, [this.amount(node.of)]);
      default:
        return this.over(node, [this.amount(node.left), this.amount(node.right)]);
    }
  }

  /** An operation over parts: the parts' steps, then its own. */
  private over(node: Amount, parts: readonly ExplainedAmount[]): ExplainedAmount {
    const compute = this.closures.amount(node);
    return {
      steps: (row, out) => {
        for (const part of parts) part.steps(row, out);
        const value = compute(row);
        out.push({ node, value });
        return value;
      },
      missing: (row, out) => {
        for (const part of parts) part.missing(row, out);
      },
    };
  }

  /** The steps of the case that applies; what is missing is what the first undecided case asks. */
  private cases(node: Extract<Amount, { op: 'cases' }>): ExplainedAmount {
    const tests = node.cases.map((each) => this.condition(each.when));
    const amounts = [...node.cases.map((each) => each.pays), node.otherwise].map((each) => this.amount(each));
    const applies = (row: Row): number => {
      const at = tests.findIndex((each) => each.test(row) !== FALSE);
      return at < 0 ? tests.length : at;
    };
    return {
      steps: (row, out) => {
        const value = amounts[applies(row)]?.steps(row, out) ?? Number.NaN;
        out.push({ node, value });
        return value;
      },
      missing: (row, out) => {
        const at = applies(row);
        if (tests[at]?.test(row) === UNKNOWN) tests[at].missing(row, out);
        else amounts[at]?.missing(row, out);
      },
    };
  }
}

const stepOf =
  (node: Amount, compute: Compute) =>
  (row: Row, out: AmountStep[]): number => {
    const value = compute(row);
    out.push({ node, value });
    return value;
  };

/** What the undecided parts of a list lack. */
const missingOf =
  (parts: readonly Explained[]) =>
  (row: Row, out: string[]): void => {
    for (const part of parts) if (part.test(row) === UNKNOWN) part.missing(row, out);
  };

/** Columns whose numbers an amount reads, in the order they are met. */
export function columnsOfAmount(node: Amount): readonly string[] {
  switch (node.op) {
    case 'number':
      return [];
    case 'column':
      return [node.column];
    case 'rate':
    case 'brackets':
      return columnsOfAmount(node.of);
    case 'cases':
      return [
        ...node.cases.flatMap((each) => columnsOfAmount(each.pays)),
        ...columnsOfAmount(node.otherwise),
      ];
    default:
      return [...columnsOfAmount(node.left), ...columnsOfAmount(node.right)];
  }
}

/** Columns that a leaf reads, each once. */
const columnsOf = (leaf: Leaf): readonly string[] =>
  leaf.op === 'compare'
    ? [...new Set([...columnsOfAmount(leaf.left), ...columnsOfAmount(leaf.right)])]
    : [leaf.column];

interface Paying {
  readonly answer: 'yes';
  readonly id: string;
  readonly amount: number;
  pays: number;
  beatenBy: string | null;
  readonly steps: readonly AmountStep[];
}

type Draft = Paying | Exclude<ClauseResult, { answer: 'yes' }>;

/** One clause: condition and amount are looked at again only for the answer that needs it. */
function clauseExplainer(clause: BoundClause, builder: Builder): (row: Row) => Draft {
  const { id } = clause;
  const when = builder.condition(clause.when);
  const amount = builder.amount(clause.amount);
  return (row) => {
    const is = when.test(row);
    if (is === FALSE) {
      const failed: FailedLeaf[] = [];
      when.failed(row, failed);
      return { answer: 'no', id, failed };
    }
    const missing: string[] = [];
    if (is === TRUE) {
      const steps: AmountStep[] = [];
      const value = amount.steps(row, steps);
      if (!Number.isNaN(value))
        return { answer: 'yes', id, amount: value, pays: value, beatenBy: null, steps };
    } else when.missing(row, missing);
    amount.missing(row, missing);
    return { answer: 'unknown', id, missing };
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
  return (row) => {
    const results: Draft[] = [];
    for (const clause of clauses) results.push(clause(row));
    for (const group of groups) {
      const amounts: number[] = [];
      for (const at of group.members) amounts[at] = amountOf(results[at]);
      const best = bestOf(group.members, amounts);
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

const amountOf = (result: Draft | undefined): number =>
  result?.answer === 'yes' ? result.amount : Number.NaN;

/** All labels of compiled clauses in one table, for `explainer`. */
export const labelsOf = (rules: CompiledRules): ReadonlyMap<Condition, Words> =>
  new Map(rules.details.flatMap((detail) => [...detail.labels]));
