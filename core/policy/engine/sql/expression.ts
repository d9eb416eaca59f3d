// Conditions and amounts as SQL that means what the form means: NULL stays NULL in caps and floors, division is floor.
import { Proof } from '../bounds.ts';
import { canBeUnknown, columnsOfSum, isLeaf, negate } from '../condition.ts';
import type { Amount, Comparison, Condition, Leaf, Schema } from '../form.ts';
import { columnNamed } from '../plan.ts';
import { type Dialect, quoted } from './dialect.ts';

const signs: Readonly<Record<Comparison, string>> = {
  atLeast: '>=',
  above: '>',
  atMost: '<=',
  below: '<',
  equal: '=',
  unequal: '<>',
};
const arithmetic = { plus: '+', minus: '-', times: '*' } as const;

const hasCases = (amount: Amount): boolean => {
  if (amount.op === 'cases') return true;
  if (amount.op === 'number' || amount.op === 'column') return false;
  return 'of' in amount ? hasCases(amount.of) : hasCases(amount.left) || hasCases(amount.right);
};

/** Columns that are there for sure where a condition is TRUE: those of comparisons that all must hold. */
export function sureColumns(condition: Condition): ReadonlySet<string> {
  const parts = condition.op === 'all' ? condition.of : [condition];
  const sure = parts.flatMap((part) => {
    if (!isLeaf(part)) return part.op === 'all' ? [...sureColumns(part)] : [];
    if (part.op !== 'compare') return [part.column];
    const plain = (amount: Amount) => (hasCases(amount) ? [] : [...columnsOfSum(amount)]);
    return [...plain(part.left), ...plain(part.right)];
  });
  return new Set(sure);
}

export class Expressions {
  readonly #dialect: Dialect;
  readonly #schema: Schema;
  /** Columns that need no guard here. */
  readonly #sure: ReadonlySet<string>;

  constructor(dialect: Dialect, schema: Schema, sure: ReadonlySet<string> = new Set()) {
    this.#dialect = dialect;
    this.#schema = schema;
    this.#sure = sure;
  }

  amount(amount: Amount): string {
    switch (amount.op) {
      case 'number':
        return this.#dialect.whole(amount.value);
      case 'column':
        return this.#dialect.widened(amount.column);
      case 'rate':
        return this.#portion(amount.of, amount.numerator, amount.denominator);
      case 'cases':
        return this.#cases(amount);
      case 'brackets':
        return this.#brackets(amount);
      case 'least':
      case 'greatest': {
        const chosen = `${amount.op}(${this.amount(amount.left)}, ${this.amount(amount.right)})`;
        return this.#unlessMissing([amount.left, amount.right], chosen);
      }
      default:
        return `(${this.amount(amount.left)} ${arithmetic[amount.op]} ${this.amount(amount.right)})`;
    }
  }

  /** LEAST and GREATEST pass over NULL in all three databases: a cap on a missing amount would pay the cap. */
  #unlessMissing(amounts: readonly Amount[], sql: string): string {
    const guards = new Set(
      amounts.flatMap((amount) =>
        hasCases(amount) ? [`${this.amount(amount)} IS NOT NULL`] : this.#columnGuards(amount),
      ),
    );
    return guards.size === 0 ? sql : `CASE WHEN ${[...guards].join(' AND ')} THEN ${sql} END`;
  }

  #columnGuards(amount: Amount): string[] {
    return [...columnsOfSum(amount)]
      .filter((name) => columnNamed(this.#schema, name).nullable && !this.#sure.has(name))
      .map((name) => `${quoted(name)} IS NOT NULL`);
  }

  /** floor(of × numerator ÷ denominator); databases truncate, which differs below zero. */
  #portion(of: Amount, numerator: number, denominator: number): string {
    const { whole, divide } = this.#dialect;
    const value = this.amount(of);
    const product = numerator === 1 ? value : `(${value} * ${whole(numerator)})`;
    if (denominator === 1) return product;
    if (new Proof(this.#schema).amount(of).least >= 0) return divide(product, whole(denominator));
    const below = `CASE WHEN ${value} < 0 THEN ${whole(denominator - 1)} ELSE ${whole(0)} END`;
    return divide(`(${product} - ${below})`, whole(denominator));
  }

  #cases({ cases, otherwise }: Extract<Amount, { op: 'cases' }>): string {
    return cases.reduceRight((rest, { when, pays }) => {
      const first = `CASE WHEN ${this.condition(when)} THEN ${this.amount(pays)}`;
      if (!canBeUnknown(when, this.#schema)) return `${first} ELSE ${rest} END`;
      return `${first} WHEN ${this.condition(negate(when))} THEN ${rest} END`;
    }, this.amount(otherwise));
  }

  #brackets({ of, brackets }: Extract<Amount, { op: 'brackets' }>): string {
    const { whole, divide } = this.#dialect;
    const value = this.amount(of);
    let from = 0;
    const parts = brackets.map(({ upTo, numerator, denominator }) => {
      const end = upTo === null ? value : `least(${value}, ${whole(upTo)})`;
      const part = `greatest(${end} - ${whole(from)}, ${whole(0)})`;
      from = upTo ?? from;
      return divide(`(${part} * ${whole(numerator)})`, whole(denominator));
    });
    return this.#unlessMissing([of], `(${parts.join(' + ')})`);
  }

  /** TRUE exactly where the condition is; elsewhere FALSE or NULL. */
  condition(condition: Condition): string {
    if (isLeaf(condition)) return this.#leaf(condition);
    if (condition.of.length === 0) return condition.op === 'all' ? '1 = 1' : '1 = 0';
    const parts = condition.of.map((part) => this.condition(part));
    return `(${parts.join(condition.op === 'all' ? ' AND ' : ' OR ')})`;
  }

  #leaf(leaf: Leaf): string {
    const { whole, bitAnd, widened } = this.#dialect;
    switch (leaf.op) {
      case 'compare':
        return `${this.#side(leaf.left)} ${signs[leaf.comparison]} ${this.#side(leaf.right)}`;
      case 'between':
      case 'outside': {
        const not = leaf.op === 'between' ? '' : 'NOT ';
        return `${quoted(leaf.column)} ${not}BETWEEN ${leaf.least} AND ${leaf.greatest}`;
      }
      case 'in':
      case 'notIn': {
        const not = leaf.op === 'in' ? '' : 'NOT ';
        if (leaf.values.length === 0)
          return leaf.op === 'in' ? '1 = 0' : `${quoted(leaf.column)} IS NOT NULL`;
        return `${quoted(leaf.column)} ${not}IN (${leaf.values.join(', ')})`;
      }
      case 'has':
      case 'lacks': {
        // The uppermost bit needs 64 bits to be a number above 0.
        const bit = (name: string) =>
          leaf.bit < 31
            ? bitAnd(quoted(name), String(2 ** leaf.bit))
            : bitAnd(widened(name), whole(2 ** leaf.bit));
        const isSet = `${bit(leaf.column)} <> 0`;
        if (leaf.op === 'has') return isSet;
        const known = columnNamed(this.#schema, leaf.column).known ?? null;
        const isUnset = `${bit(leaf.column)} = 0`;
        return known === null ? isUnset : `(${isUnset} AND ${bit(known)} <> 0)`;
      }
    }
  }

  /** Plain columns and numbers are compared as they are, so that a database may use its statistics. */
  #side(amount: Amount): string {
    if (amount.op === 'column') return quoted(amount.column);
    return amount.op === 'number' ? String(amount.value) : this.amount(amount);
  }
}
