// Code for one row at a time: amounts as floats, conditions as 0 or 1. A missing value is NaN and stays NaN.
import type { Comparison, Storage } from '../form.ts';
import type { Code } from './binary.ts';
import {
  again,
  block,
  branchIf,
  choose,
  f64,
  get,
  i32,
  type Local,
  type Locals,
  load,
  loop,
  op,
  set,
  when,
} from './instruction.ts';
import type { FillingOffsets } from './layout.ts';
import type { BracketSlots, Fillings, LeafTest, SlottedColumn, Term, Test } from './slot.ts';

export const widthBits: Readonly<Record<Storage, number>> = { u8: 0, u16: 1, u32: 2, i32: 2, f64: 3 };

const comparisons = {
  atLeast: 'f64.ge',
  above: 'f64.gt',
  atMost: 'f64.le',
  below: 'f64.lt',
  equal: 'f64.eq',
} as const satisfies Partial<Record<Comparison, string>>;

const arithmetic = {
  plus: 'f64.add',
  minus: 'f64.sub',
  times: 'f64.mul',
  least: 'f64.min',
  greatest: 'f64.max',
} as const;

const asFloat = (storage: Storage, raw: Code): Code => {
  if (storage === 'f64') return raw;
  return op(storage === 'u32' ? 'f64.convert_i32_u' : 'f64.convert_i32_s', raw);
};
const loadType = { u8: 'u8', u16: 'u16', u32: 'i32', i32: 'i32', f64: 'f64' } as const;

/** Emits code that reads the fillings of a record once and then evaluates terms and tests row by row. */
export class RowCode {
  readonly #locals: Locals;
  readonly #columns: readonly Local[];
  readonly #lists: readonly Local[];
  readonly #figures: readonly Local[];
  readonly #offsets: FillingOffsets;
  readonly #values = new Map<string, Local>();
  readonly #row: Local;

  constructor(locals: Locals, fillings: Fillings, offsets: FillingOffsets, row: Local) {
    this.#locals = locals;
    this.#columns = locals.many('i32', fillings.columns.length);
    this.#lists = locals.many('i32', fillings.lists.length);
    this.#figures = locals.many('f64', fillings.figures.length);
    this.#offsets = offsets;
    this.#row = row;
  }

  /** Reads the record: once for each call of the kernel. */
  readonly fillings = (record: Local): Code => [
    this.#columns.map((local, slot) => set(local, load('i32', get(record), this.#offsets.column(slot)))),
    this.#lists.map((local, slot) => set(local, load('i32', get(record), this.#offsets.list(slot)))),
    this.#figures.map((local, slot) => set(local, load('f64', get(record), this.#offsets.figure(slot)))),
  ];

  #figure(slot: number): Code {
    return get(this.#figures[slot] ?? 0);
  }

  #raw({ slot, storage }: SlottedColumn): Code {
    const shifted = op('i32.shl', get(this.#row), i32(widthBits[storage]));
    return load(loadType[storage], op('i32.add', get(this.#columns[slot] ?? 0), shifted));
  }

  #value(column: SlottedColumn): Code {
    return asFloat(column.storage, this.#raw(column));
  }

  #bits(column: SlottedColumn): Code {
    const raw = this.#raw(column);
    return column.storage === 'f64' ? [raw, 0xfc, 3] : raw;
  }

  /** A float: the amount of this row. */
  term(term: Term): Code {
    switch (term.op) {
      case 'number':
        return this.#figure(term.figure);
      case 'column':
        return this.#value(term.column);
      case 'rate':
        return this.#portion(this.term(term.of), term);
      case 'cases':
        return term.cases.reduceRight<Code>((otherwise, { test, refuted, amount }) => {
          const unlessUnknown =
            refuted === null ? otherwise : choose(this.test(refuted), otherwise, f64(Number.NaN));
          return choose(this.test(test), this.term(amount), unlessUnknown);
        }, this.term(term.otherwise));
      case 'brackets':
        return this.#brackets(this.term(term.of), term.brackets);
      default:
        return op(arithmetic[term.op], this.term(term.left), this.term(term.right));
    }
  }

  #portion(of: Code, { numerator, denominator }: Pick<BracketSlots, 'numerator' | 'denominator'>): Code {
    const product = op('f64.mul', of, this.#figure(numerator));
    return op('f64.floor', op('f64.div', product, this.#figure(denominator)));
  }

  #brackets(of: Code, brackets: readonly BracketSlots[]): Code {
    const value = this.#locals.add('f64');
    const parts = brackets.map((bracket) => {
      const end = bracket.upTo === null ? get(value) : op('f64.min', get(value), this.#figure(bracket.upTo));
      const part = op('f64.max', op('f64.sub', end, this.#figure(bracket.from)), f64(0));
      return this.#portion(part, bracket);
    });
    const sum = parts.reduce<Code>((before, part) => op('f64.add', before, part), f64(0));
    return [set(value, of), sum];
  }

  /** 1 where the condition is TRUE, else 0. */
  test(test: Test): Code {
    if ('of' in test) {
      const join = test.op === 'all' ? 'i32.and' : 'i32.or';
      const start = i32(test.op === 'all' ? 1 : 0);
      return test.of.reduce<Code>((before, part) => op(join, before, this.test(part)), start);
    }
    return this.#leaf(test);
  }

  #leaf(test: LeafTest): Code {
    switch (test.op) {
      case 'compare':
        return this.#compare(test.comparison, this.term(test.left), this.term(test.right));
      case 'between':
      case 'outside': {
        const [low, high] = [this.#figure(test.least), this.#figure(test.greatest)];
        const value = this.#once(test.column);
        return test.op === 'between'
          ? op('i32.and', op('f64.ge', value, low), op('f64.le', value, high))
          : op('i32.or', op('f64.lt', value, low), op('f64.gt', value, high));
      }
      case 'in':
      case 'notIn':
        if ('few' in test) return this.#oneOf(test);
        return this.#membership(test.op === 'in', this.#once(test.column), this.#lists[test.list] ?? 0);
      case 'has':
      case 'lacks':
        return this.#flag(test);
    }
  }

  #compare(comparison: Comparison, left: Code, right: Code): Code {
    if (comparison !== 'unequal') return op(comparisons[comparison], left, right);
    const [a, b] = [this.#locals.add('f64'), this.#locals.add('f64')];
    return [
      set(a, left),
      set(b, right),
      op('i32.or', op('f64.lt', get(a), get(b)), op('f64.gt', get(a), get(b))),
    ];
  }

  /** The value in a local of its own, so that it is read once; every use writes it again, which costs one load. */
  #once(column: SlottedColumn): Code {
    const name = `${column.slot}`;
    const local = this.#values.get(name) ?? this.#locals.add('f64');
    this.#values.set(name, local);
    return [set(local, this.#value(column)), get(local)];
  }

  #oneOf({ op: kind, column, few }: Extract<LeafTest, { few: unknown }>): Code {
    const value = this.#locals.add('f64');
    const found = few.reduce<Code>(
      (before, slot) => op('i32.or', before, op('f64.eq', get(value), this.#figure(slot))),
      i32(0),
    );
    const known = op('f64.eq', get(value), get(value));
    return [
      set(value, this.#value(column)),
      kind === 'in' ? found : op('i32.and', op('i32.eqz', found), known),
    ];
  }

  #membership(inside: boolean, value: Code, list: Local): Code {
    const [at, end, found] = this.#locals.many('i32', 3);
    const wanted = this.#locals.add('f64');
    if (at === undefined || end === undefined || found === undefined) throw new Error('no locals');
    return [
      set(wanted, value),
      set(found, i32(0)),
      set(at, op('i32.add', get(list), i32(8))),
      set(end, op('i32.add', get(at), op('i32.shl', load('i32', get(list)), i32(3)))),
      block(
        loop([
          branchIf(1, op('i32.ge_u', get(at), get(end))),
          when(op('f64.eq', get(wanted), load('f64', get(at))), set(found, i32(1))),
          set(at, op('i32.add', get(at), i32(8))),
          again(0),
        ]),
      ),
      inside ? get(found) : op('i32.and', op('i32.eqz', get(found)), op('f64.eq', get(wanted), get(wanted))),
    ];
  }

  #flag({ op: kind, column, known, bit }: Extract<LeafTest, { op: 'has' | 'lacks' }>): Code {
    const shift: Code = [this.#figure(bit), 0xfc, 3];
    const isSet = op('i32.and', op('i32.shr_u', this.#bits(column), shift), i32(1));
    if (kind === 'has') return isSet;
    const isUnset = op('i32.eqz', isSet);
    if (known === null) return isUnset;
    return op('i32.and', isUnset, op('i32.and', op('i32.shr_u', this.#bits(known), shift), i32(1)));
  }
}
