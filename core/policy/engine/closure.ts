// Conditions and amounts as closures over one row: three-valued, without eval, so that a strict content policy allows them.
// A clause pays only where its condition is TRUE and its amount is known.
import type { Row } from '../row.ts';
import type { Amount, BoundClause, Bracket, Comparison, Condition, RuleSet, Schema } from './form.ts';

export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;
export type Truth = 0 | 1 | 2;

export type Test = (row: Row) => Truth;
/** NaN where the amount is not known. */
export type Compute = (row: Row) => number;

export type Places = ReadonlyMap<string, number>;
export const placesOf = (schema: Schema): Places => new Map(schema.map((column, at) => [column.name, at]));

/** For each flag column the place of its twin; a column without a twin is known throughout. */
const twins = (schema: Schema, places: Places): ReadonlyMap<string, number> =>
  new Map(
    schema.flatMap((column) => {
      const at = column.known ? places.get(column.known) : undefined;
      return at === undefined ? [] : [[column.name, at]];
    }),
  );

const truth = (is: boolean): Truth => (is ? TRUE : FALSE);

/** Each comparison of two numbers; a missing one (NaN, unequal to itself) makes it unknown. */
export const comparisons: Readonly<Record<Comparison, (left: number, right: number) => Truth>> = {
  atLeast: (left, right) => (left >= right ? TRUE : left < right ? FALSE : UNKNOWN),
  above: (left, right) => (left > right ? TRUE : left <= right ? FALSE : UNKNOWN),
  atMost: (left, right) => (left <= right ? TRUE : left > right ? FALSE : UNKNOWN),
  below: (left, right) => (left < right ? TRUE : left >= right ? FALSE : UNKNOWN),
  equal: (left, right) => (left === right ? TRUE : left < right || left > right ? FALSE : UNKNOWN),
  unequal: (left, right) => (left === right ? FALSE : left < right || left > right ? TRUE : UNKNOWN),
};

/** Builds closures for one schema. */
export class Closures {
  private readonly places: Places;
  private readonly known: ReadonlyMap<string, number>;

  constructor(schema: Schema) {
    this.places = placesOf(schema);
    this.known = twins(schema, this.places);
  }

  /** @throws RangeError for a column that the schema does not have: the compiler has checked names. */
  place(column: string): number {
    const at = this.places.get(column);
    if (at === undefined) throw new RangeError(`no such column: ${column}`);
    return at;
  }

  amount(node: Amount): Compute {
    switch (node.op) {
      case 'number':
        return constant(node.value);
      case 'column':
        return columnAt(this.place(node.column));
      case 'rate':
        return rateOf(this.amount(node.of), node.numerator, node.denominator);
      case 'cases':
        return firstCase(
          node.cases.map((each) => this.condition(each.when)),
          node.cases.map((each) => this.amount(each.pays)),
          this.amount(node.otherwise),
        );
      case 'brackets':
        return inBrackets(this.amount(node.of), node.brackets);
      default:
        return pairs[node.op](this.amount(node.left), this.amount(node.right));
    }
  }

  condition(node: Condition): Test {
    switch (node.op) {
      case 'all':
        return every(node.of.map((each) => this.condition(each)));
      case 'any':
        return some(node.of.map((each) => this.condition(each)));
      case 'compare':
        return this.compare(node.comparison, node.left, node.right);
      case 'between':
      case 'outside':
        return within(this.place(node.column), node.least, node.greatest, node.op === 'between');
      case 'in':
      case 'notIn':
        return among(this.place(node.column), new Set(node.values), node.op === 'in');
      case 'has':
      case 'lacks':
        return flagged(
          this.place(node.column),
          this.known.get(node.column) ?? -1,
          1 << node.bit,
          node.op === 'has',
        );
    }
  }

  private compare(comparison: Comparison, left: Amount, right: Amount): Test {
    const holds = comparisons[comparison];
    const second = this.amount(right);
    if (left.op === 'column' && right.op === 'number') {
      const [at, value] = [this.place(left.column), right.value];
      return (row) => holds(row[at] ?? Number.NaN, value);
    }
    const first = this.amount(left);
    return (row) => holds(first(row), second(row));
  }
}

const constant =
  (value: number): Compute =>
  () =>
    value;
const columnAt =
  (at: number): Compute =>
  (row) =>
    row[at] ?? Number.NaN;

/** floor(x × n ÷ d): exact because the product is below 2^53 (bounds.ts). */
const rateOf =
  (of: Compute, numerator: number, denominator: number): Compute =>
  (row) =>
    Math.floor((of(row) * numerator) / denominator);

/** Math.min and Math.max give NaN for NaN: a cap on a missing amount is missing, never the cap. */
const pairs: Readonly<
  Record<'plus' | 'minus' | 'times' | 'least' | 'greatest', (a: Compute, b: Compute) => Compute>
> = {
  plus: (a, b) => (row) => a(row) + b(row),
  minus: (a, b) => (row) => a(row) - b(row),
  times: (a, b) => (row) => a(row) * b(row),
  least: (a, b) => (row) => Math.min(a(row), b(row)),
  greatest: (a, b) => (row) => Math.max(a(row), b(row)),
};

function firstCase(tests: readonly Test[], amounts: readonly Compute[], otherwise: Compute): Compute {
  return (row) => {
    for (let at = 0; at < tests.length; at++) {
      const is = tests[at]?.(row);
      if (is === TRUE) return amounts[at]?.(row) ?? Number.NaN;
      if (is === UNKNOWN) return Number.NaN;
    }
    return otherwise(row);
  };
}

/** Each part at its own rate and floored on its own; NaN stays NaN. */
export function sumOfBrackets(amount: number, brackets: readonly Bracket[]): number {
  if (Number.isNaN(amount)) return amount;
  let from = 0;
  let sum = 0;
  for (const { upTo, numerator, denominator } of brackets) {
    const to = upTo === null ? amount : Math.min(amount, upTo);
    if (to > from) sum += Math.floor(((to - from) * numerator) / denominator);
    if (upTo === null || amount <= upTo) break;
    from = upTo;
  }
  return sum;
}

const inBrackets =
  (of: Compute, brackets: readonly Bracket[]): Compute =>
  (row) =>
    sumOfBrackets(of(row), brackets);

/** Kleene AND: one FALSE decides, otherwise one UNKNOWN does. */
function every(tests: readonly Test[]): Test {
  return (row) => {
    let result: Truth = TRUE;
    for (const test of tests) {
      const is = test(row);
      if (is === FALSE) return FALSE;
      if (is === UNKNOWN) result = UNKNOWN;
    }
    return result;
  };
}

/** Kleene OR: one TRUE decides, otherwise one UNKNOWN does. */
function some(tests: readonly Test[]): Test {
  return (row) => {
    let result: Truth = FALSE;
    for (const test of tests) {
      const is = test(row);
      if (is === TRUE) return TRUE;
      if (is === UNKNOWN) result = UNKNOWN;
    }
    return result;
  };
}

const within =
  (at: number, least: number, greatest: number, inside: boolean): Test =>
  (row) => {
    const value = row[at] ?? Number.NaN;
    if (value >= least && value <= greatest) return truth(inside);
    return Number.isNaN(value) ? UNKNOWN : truth(!inside);
  };

const among =
  (at: number, values: ReadonlySet<number>, inside: boolean): Test =>
  (row) => {
    const value = row[at] ?? Number.NaN;
    return Number.isNaN(value) ? UNKNOWN : truth(values.has(value) === inside);
  };

/** A bit that is set is known; one that is not set is known only where its twin says so. */
const flagged =
  (at: number, known: number, mask: number, wanted: boolean): Test =>
  (row) => {
    if (((row[at] ?? 0) & mask) !== 0) return truth(wanted);
    if (known >= 0 && ((row[known] ?? 0) & mask) === 0) return UNKNOWN;
    return truth(!wanted);
  };

export interface Group {
  readonly members: readonly number[];
  /** Place of the column with what the group has paid already; −1 where the best is paid in full. */
  readonly paid: number;
}

/** Clauses that exclude each other or top up; a clause alone that pays in full is in no group. */
export function groupsOf(clauses: readonly BoundClause[], closures: Closures): readonly Group[] {
  const groups = new Map<string, number[]>();
  clauses.forEach((clause, at) => {
    if (clause.group === null) return;
    const members = groups.get(clause.group);
    if (members) members.push(at);
    else groups.set(clause.group, [at]);
  });
  return [...groups.values()].map((members) => {
    const paid = clauses[members[0] ?? 0]?.paid ?? null;
    return { members, paid: paid === null ? -1 : closures.place(paid) };
  });
}

/** Nobody pays a city for growing: below nothing is nothing, and what is not known stays so. */
export const payable = (amount: number): number => (amount <= 0 ? 0 : amount);

/** The member that pays (the highest; ties go to the first), or −1 where none does. */
export function bestOf(members: readonly number[], amounts: ArrayLike<number>): number {
  let best = -1;
  for (const at of members) {
    const amount = amounts[at] ?? Number.NaN;
    if (!Number.isNaN(amount) && (best < 0 || amount > (amounts[best] ?? 0))) best = at;
  }
  return best;
}

/** What the best of a group pays: all of it, or what it exceeds the money already paid; nothing where that is not known. */
export function groupPays(best: number, group: Group, row: Row): number {
  if (group.paid < 0) return best;
  const paid = row[group.paid] ?? Number.NaN;
  return best > paid ? best - paid : 0;
}

/**
 * Decides all clauses for one row. `amounts` is filled with what each clause would pay (NaN where it does not), the answer is
 * what is paid in all after overlap.
 */
export function decider(ruleSet: RuleSet): (row: Row, amounts: Float64Array) => number {
  const closures = new Closures(ruleSet.schema);
  const tests = ruleSet.clauses.map((clause) => closures.condition(clause.when));
  const computes = ruleSet.clauses.map((clause) => closures.amount(clause.amount));
  const groups = groupsOf(ruleSet.clauses, closures);
  const alone = ruleSet.clauses.flatMap((clause, at) => (clause.group === null ? [at] : []));
  return (row, amounts) => {
    for (let at = 0; at < tests.length; at++)
      amounts[at] = tests[at]?.(row) === TRUE ? payable(computes[at]?.(row) ?? Number.NaN) : Number.NaN;
    let total = 0;
    for (const at of alone) {
      const amount = amounts[at] ?? Number.NaN;
      if (!Number.isNaN(amount)) total += amount;
    }
    for (const group of groups) {
      const best = bestOf(group.members, amounts);
      if (best >= 0) total += groupPays(amounts[best] ?? 0, group, row);
    }
    return total;
  };
}
