// Whether an amount can be computed exactly: every number on the way stays below 2^53 for every subject the bounds allow,
// so that a double, an int64 and a WASM f64 give the same 分.
import type { Amount, Condition, Schema } from './form.ts';

export interface Interval {
  readonly least: number;
  readonly greatest: number;
}

/** Whole numbers below this are exact as doubles (IEEE 754). */
export const EXACT_LIMIT = 2 ** 53;

const interval = (least: number, greatest: number): Interval => ({ least, greatest });
const join = (parts: readonly Interval[]): Interval =>
  interval(Math.min(...parts.map((part) => part.least)), Math.max(...parts.map((part) => part.greatest)));

/** The largest size any number takes on the way, or null where all stay exact. */
export class Proof {
  private worst = 0;
  private readonly columns: ReadonlyMap<string, Interval>;

  constructor(schema: Schema) {
    this.columns = new Map(schema.map((column) => [column.name, column]));
  }

  /** The largest number met so far; at or above EXACT_LIMIT the proof has failed. */
  get bound(): number {
    return this.worst;
  }

  private meet(least: number, greatest: number): Interval {
    this.worst = Math.max(this.worst, Math.abs(least), Math.abs(greatest));
    return interval(least, greatest);
  }

  private scaled(of: Interval, numerator: number, denominator: number): Interval {
    const product = this.meet(of.least * numerator, of.greatest * numerator);
    return this.meet(Math.floor(product.least / denominator), Math.floor(product.greatest / denominator));
  }

  private product(left: Interval, right: Interval): Interval {
    const corners = [
      left.least * right.least,
      left.least * right.greatest,
      left.greatest * right.least,
      left.greatest * right.greatest,
    ];
    return this.meet(Math.min(...corners), Math.max(...corners));
  }

  private brackets(node: Extract<Amount, { op: 'brackets' }>): Interval {
    const of = this.amount(node.of);
    const parts = node.brackets.map((each) => this.scaled(of, each.numerator, each.denominator));
    const whole = join(parts);
    return this.meet(Math.min(0, whole.least) * parts.length, whole.greatest);
  }

  private both(node: Extract<Amount, { left: Amount }>): Interval {
    const [left, right] = [this.amount(node.left), this.amount(node.right)];
    switch (node.op) {
      case 'plus':
        return this.meet(left.least + right.least, left.greatest + right.greatest);
      case 'minus':
        return this.meet(left.least - right.greatest, left.greatest - right.least);
      case 'times':
        return this.product(left, right);
      case 'least':
        return interval(Math.min(left.least, right.least), Math.min(left.greatest, right.greatest));
      case 'greatest':
        return interval(Math.max(left.least, right.least), Math.max(left.greatest, right.greatest));
    }
  }

  amount(node: Amount): Interval {
    switch (node.op) {
      case 'number':
        return this.meet(node.value, node.value);
      case 'column': {
        const own = this.columns.get(node.column) ?? interval(0, 0);
        return this.meet(own.least, own.greatest);
      }
      case 'rate':
        return this.scaled(this.amount(node.of), node.numerator, node.denominator);
      case 'cases':
        for (const each of node.cases) this.condition(each.when);
        return join([...node.cases.map((each) => this.amount(each.pays)), this.amount(node.otherwise)]);
      case 'brackets':
        return this.brackets(node);
      default:
        return this.both(node);
    }
  }

  condition(node: Condition): void {
    if (node.op === 'all' || node.op === 'any') for (const each of node.of) this.condition(each);
    if (node.op === 'compare') {
      this.amount(node.left);
      this.amount(node.right);
    }
  }
}
