// Random clauses and random subjects for the test that all back ends agree: missing values, thresholds ± 1 分, the edge of 2^53,
// flags known and unknown, top-ups. Everything follows from the seed.
import type { Amount, BoundClause, Column, Comparison, Condition, Leaf, RuleSet, Schema } from './form.ts';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const EXACT = 2 ** 53;
const column = (
  name: string,
  storage: Column['storage'],
  least: number,
  greatest: number,
  more: Partial<Column> = {},
): Column => ({ name, storage, measure: 'fen', nullable: false, least, greatest, ...more });
const bits = Array.from({ length: 32 }, (_, bit) => `flag${bit}`);

export const randomSchema: Schema = [
  column('district', 'u8', 0, 12),
  column('stars', 'u8', 0, 255),
  column('industry', 'u16', 0, 9999),
  column('year', 'u16', 0, 65_535),
  column('employees', 'i32', -5, 1_000_000),
  column('day', 'i32', -2_147_483_648, 2_147_483_647),
  column('flags', 'u32', 0, 0xffff_ffff, { measure: 'flags', bits, known: null }),
  column('marks', 'u32', 0, 0xffff_ffff, { measure: 'flags', bits, known: 'marks_known' }),
  column('marks_known', 'u32', 0, 0xffff_ffff, { measure: 'flags', bits, known: null }),
  column('revenue', 'f64', 0, 9e12),
  column('research', 'f64', 0, 9e12, { nullable: true }),
  column('research_last', 'f64', 0, 9e12, { nullable: true }),
  column('balance', 'f64', -9e12, 9e12, { nullable: true }),
  column('huge', 'f64', 0, EXACT - 1, { nullable: true }),
  column('months', 'f64', 0, 120, { nullable: true }),
  column('paid_before', 'f64', 0, 1e12),
  column('paid_perhaps', 'f64', 0, 1e12, { nullable: true }),
];

const money = ['revenue', 'research', 'research_last', 'balance'];
const comparisons: readonly Comparison[] = ['atLeast', 'above', 'atMost', 'below', 'equal', 'unequal'];

interface Bounded {
  readonly amount: Amount;
  /** No subject makes it larger than this, nor smaller than its opposite. */
  readonly bound: number;
}

/** Makes clauses whose every step stays below 2^53, as the compiler of real clauses proves. */
class Maker {
  readonly random: () => number;
  /** Figures that clauses compare each column with; subjects are drawn around them. */
  readonly thresholds = new Map<string, number[]>();

  constructor(random: () => number) {
    this.random = random;
  }

  below(count: number): number {
    return Math.floor(this.random() * count);
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)];
    if (found === undefined) throw new Error('an empty list');
    return found;
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  between(least: number, greatest: number): number {
    if (this.chance(0.05)) return this.pick([least, greatest]);
    const wide = greatest - least;
    const share = this.chance(0.5) ? this.random() : this.random() ** 8;
    return Math.min(greatest, least + Math.floor(wide * share));
  }

  /** A figure for comparison with a column, sometimes a little outside its bounds. */
  threshold({ name, least, greatest }: Column): number {
    const known = this.thresholds.get(name) ?? [];
    this.thresholds.set(name, known);
    if (known.length > 3 && this.chance(0.6)) return this.pick(known);
    const figure = this.chance(0.04) ? this.pick([least - 1, greatest + 1]) : this.between(least, greatest);
    const safe = Math.max(-(EXACT - 1), Math.min(EXACT - 1, figure));
    known.push(safe);
    return safe;
  }

  atom(): Bounded {
    const name = this.pick(this.chance(0.8) ? money : ['months', 'employees', 'stars']);
    const { least, greatest } = named(name);
    return { amount: { op: 'column', column: name }, bound: Math.max(Math.abs(least), greatest) };
  }

  number(most = 9e12): Bounded {
    const value = this.between(0, most);
    return { amount: { op: 'number', value }, bound: value };
  }

  amount(depth: number): Bounded {
    const kind = this.random();
    if (depth === 0 || kind < 0.15) return this.chance(0.7) ? this.atom() : this.number();
    if (kind < 0.35) return this.rate(this.amount(depth - 1));
    if (kind < 0.5) return this.brackets(this.amount(depth - 1));
    if (kind < 0.62) return this.cases(depth);
    if (kind < 0.7) return this.product();
    const [left, right] = [this.amount(depth - 1), this.chance(0.4) ? this.number() : this.amount(depth - 1)];
    const op = this.pick(['plus', 'minus', 'least', 'greatest'] as const);
    const bound =
      op === 'plus' || op === 'minus' ? left.bound + right.bound : Math.max(left.bound, right.bound);
    if (bound >= EXACT / 4) return left;
    return { amount: { op, left: left.amount, right: right.amount }, bound };
  }

  product(): Bounded {
    const value = 1 + this.below(7000);
    const months: Amount = { op: 'column', column: 'months' };
    const right: Amount = this.chance(0.5)
      ? { op: 'number', value }
      : { op: 'minus', left: { op: 'number', value }, right: { op: 'column', column: 'employees' } };
    return { amount: { op: 'times', left: months, right }, bound: 120 * 1_007_005 };
  }

  /** Often as large as exactness allows: numerators up to the edge of 2^53. */
  rate({ amount, bound }: Bounded): Bounded {
    const most = Math.min(1000, Math.floor((EXACT - 1) / Math.max(bound, 1)));
    if (most < 1) return { amount, bound };
    const numerator = this.chance(0.3) ? most : 1 + this.below(most);
    const denominator = this.pick([1, 3, 7, 10, 100, 1000, 997, 1 + this.below(100_000)]);
    return {
      amount: { op: 'rate', of: amount, numerator, denominator },
      bound: Math.ceil((bound * numerator) / denominator) + 1,
    };
  }

  brackets({ amount, bound }: Bounded): Bounded {
    if (bound >= EXACT / 100) return { amount, bound };
    const ends = [this.between(1, 1e9), this.between(1, 1e12)].sort((a, b) => a - b);
    const uppers = this.chance(0.7) ? [...ends, null] : ends;
    const brackets = uppers.map((upTo) => ({
      upTo,
      numerator: this.below(30),
      denominator: this.pick([10, 100, 1000]),
    }));
    return { amount: { op: 'brackets', of: amount, brackets }, bound: bound * 9 };
  }

  cases(depth: number): Bounded {
    const first = this.amount(depth - 1);
    const otherwise = this.amount(depth - 1);
    const second = this.amount(0);
    const all = [first, second].slice(0, 1 + this.below(2));
    return {
      amount: {
        op: 'cases',
        cases: all.map(({ amount }) => ({ when: this.condition(1), pays: amount })),
        otherwise: otherwise.amount,
      },
      bound: Math.max(otherwise.bound, ...all.map(({ bound }) => bound)),
    };
  }

  leaf(): Leaf {
    const kind = this.random();
    if (kind < 0.3) {
      const known = this.pick(['flags', 'marks', 'marks', 'marks_known']);
      return { op: this.pick(['has', 'lacks'] as const), column: known, bit: this.pick([0, 1, 2, 30, 31]) };
    }
    const simple = this.pick(randomSchema.filter(({ measure }) => measure !== 'flags'));
    if (kind < 0.45) {
      const [low, high] = [this.threshold(simple), this.threshold(simple)].sort((a, b) => a - b);
      const [least = 0, greatest = 0] = [low, high];
      return { op: this.pick(['between', 'outside'] as const), column: simple.name, least, greatest };
    }
    if (kind < 0.6) {
      const values = Array.from({ length: 1 + this.below(12) }, () => this.threshold(simple));
      return { op: this.pick(['in', 'notIn'] as const), column: simple.name, values };
    }
    const comparison = this.pick(comparisons);
    if (kind < 0.85) {
      const left: Amount = { op: 'column', column: simple.name };
      return { op: 'compare', comparison, left, right: { op: 'number', value: this.threshold(simple) } };
    }
    const [left, right] = [this.amount(2), this.chance(0.5) ? this.number() : this.amount(1)];
    return { op: 'compare', comparison, left: left.amount, right: right.amount };
  }

  condition(depth: number): Condition {
    if (depth === 0 || this.chance(0.3)) return this.leaf();
    const of = Array.from({ length: this.below(4) + (this.chance(0.03) ? 0 : 1) }, () =>
      this.condition(depth - 1),
    );
    return { op: this.pick(['all', 'any'] as const), of };
  }
}

function named(name: string): Column {
  const found = randomSchema.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no column ${name}`);
  return found;
}

function randomClauses(maker: Maker, count: number): BoundClause[] {
  const clauses: BoundClause[] = [];
  while (clauses.length < count) {
    const alone = maker.chance(0.4);
    const rule = !alone && maker.chance(0.4) ? 'topUp' : 'highest';
    const paid = rule === 'topUp' ? maker.pick(['paid_before', 'paid_perhaps']) : null;
    const group = alone ? null : `group${clauses.length}`;
    const members = alone ? 1 : 1 + maker.below(4);
    // Equal amounts in a group are common in real policies: ties must go to the first.
    const shared = maker.amount(1).amount;
    for (let member = 0; member < members && clauses.length < count; member++) {
      const amount = maker.chance(0.3) ? shared : maker.amount(2).amount;
      const base = { id: `c${clauses.length}`, when: maker.condition(3), amount };
      clauses.push({ ...base, group, rule, paid });
    }
  }
  return clauses;
}

function randomValue(maker: Maker, { name, storage, nullable, least, greatest }: Column): number {
  if (nullable && maker.chance(0.15)) return Number.NaN;
  const known = maker.thresholds.get(name) ?? [];
  if (known.length === 0 || maker.chance(0.35)) {
    if (storage !== 'u32') return maker.between(least, greatest);
    return maker.pick([0, 0xffff_ffff, Math.floor(maker.random() * 2 ** 32)]);
  }
  const near = maker.pick(known) + maker.pick([-1, 0, 0, 1]);
  return Math.max(least, Math.min(greatest, near));
}

export interface Trial {
  readonly ruleSet: RuleSet;
  /** Values of each subject in the order of the schema. */
  readonly rows: readonly Float64Array[];
}

/** The flags that are set are among those that are known. */
function consistent(row: Float64Array): Float64Array {
  const [marks, known] = ['marks', 'marks_known'].map((name) =>
    randomSchema.findIndex((each) => each.name === name),
  );
  if (marks !== undefined && known !== undefined) row[marks] = ((row[marks] ?? 0) & (row[known] ?? 0)) >>> 0;
  return row;
}

export function randomTrial(seed: number, clauseCount: number, rowCount: number): Trial {
  const maker = new Maker(randomFrom(seed));
  const clauses = randomClauses(maker, clauseCount);
  const rows = Array.from({ length: rowCount }, () =>
    consistent(Float64Array.from(randomSchema, (each) => randomValue(maker, each))),
  );
  return { ruleSet: { schema: randomSchema, clauses, hash: `random ${seed}` }, rows };
}
