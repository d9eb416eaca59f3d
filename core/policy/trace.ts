// Every condition of one clause with its answer for one subject, those that hold too: what the page of a clause shows with ticks.
import { Closures, type Test, type Truth } from './engine/closure.ts';
import type { BoundDetail, CompiledRules } from './engine/compile.ts';
import type { Condition, Leaf } from './engine/form.ts';
import type { Row } from './row.ts';
import { factTable, numberText } from './words/amount-words.ts';
import { ConditionWords } from './words/condition-words.ts';
import type { Words } from './words/words.ts';

export type Answer = 'yes' | 'no' | 'unknown';

export interface TraceNode {
  readonly words: Words;
  readonly answer: Answer;
  /** The subject's own number; null where a flag or nothing known is asked. */
  readonly actual: Words | null;
  /** Parts of an `all` or `any`; empty for a leaf. */
  readonly kind: 'leaf' | 'all' | 'any';
  readonly of: readonly TraceNode[];
}

const answers: Readonly<Record<Truth, Answer>> = { 0: 'no', 1: 'yes', 2: 'unknown' };

type Tracer = (row: Row) => TraceNode;

class TraceBuilder {
  private readonly closures: Closures;
  private readonly words: ConditionWords;
  private readonly facts: ReturnType<typeof factTable>;

  constructor(detail: BoundDetail, rules: CompiledRules) {
    this.closures = new Closures(rules.ruleSet.schema);
    this.facts = factTable(rules.facts);
    this.words = new ConditionWords(this.facts, detail.labels);
  }

  /** The number on the left of a comparison, or in the column. */
  private actual(leaf: Leaf): (row: Row) => Words | null {
    if (leaf.op === 'has' || leaf.op === 'lacks') return () => null;
    const fact = leaf.op === 'compare' ? null : this.facts.get(leaf.column);
    const counted =
      leaf.op === 'compare'
        ? this.words.countedIn(leaf)
        : { measure: fact?.measure ?? 'count', unit: fact?.unit ?? null };
    const number = this.closures.amount(
      leaf.op === 'compare' ? leaf.left : { op: 'column', column: leaf.column },
    );
    return (row) => {
      const value = number(row);
      return Number.isNaN(value) ? null : numberText(value, counted);
    };
  }

  node(condition: Condition): Tracer {
    const words = this.words.say(condition);
    const test: Test = this.closures.condition(condition);
    if (!('of' in condition)) {
      const actual = this.actual(condition);
      return (row) => ({ words, answer: answers[test(row)], actual: actual(row), kind: 'leaf', of: [] });
    }
    const parts = condition.of.map((each) => this.node(each));
    return (row) => ({
      words,
      answer: answers[test(row)],
      actual: null,
      kind: condition.op,
      of: parts.map((part) => part(row)),
    });
  }
}

/** Traces the whole condition of a clause, history included. */
export const tracer = (detail: BoundDetail, rules: CompiledRules): Tracer =>
  new TraceBuilder(detail, rules).node(detail.bound.when);
