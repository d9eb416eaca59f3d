// Leaves: one condition over a block of rows, many rows an instruction, into a set of rows (a bit a row).
import type { Comparison, Storage } from '../form.ts';
import type { Code, FunctionCode } from './binary.ts';
import {
  again,
  allBits,
  block,
  branchIf,
  get,
  halves,
  i32,
  keep,
  type Local,
  Locals,
  load,
  loadVector,
  loop,
  op,
  set,
  store,
  truncate,
} from './instruction.ts';
import { BLOCK_ROWS, fillingOffsets, setRecord } from './layout.ts';
import { RowCode, widthBits } from './row-code.ts';
import type { Fillings, Lanes, LeafTest, SlottedColumn, Term } from './slot.ts';

const [RECORD, FIRST_ROW, AREA] = [0, 1, 2];
/** Rows of one step: their bits are stored together. */
const STEP = 16;

type Lane = 'i8x16' | 'i16x8' | 'i32x4' | 'f64x2';
const laneOf: Readonly<Record<Storage, Lane>> = {
  u8: 'i8x16',
  u16: 'i16x8',
  u32: 'i32x4',
  i32: 'i32x4',
  f64: 'f64x2',
};
const ordered: Readonly<Record<Storage, 'u8x16' | 'u16x8' | 'u32x4' | 'i32x4' | 'f64x2'>> = {
  u8: 'u8x16',
  u16: 'u16x8',
  u32: 'u32x4',
  i32: 'i32x4',
  f64: 'f64x2',
};
const order = { atLeast: 'ge', above: 'gt', atMost: 'le', below: 'lt' } as const;
const arithmetic = {
  plus: 'f64x2.add',
  minus: 'f64x2.sub',
  times: 'f64x2.mul',
  least: 'f64x2.min',
  greatest: 'f64x2.max',
} as const;

/** Masks of one step, one vector after the other, as sixteen bits. */
function bitsOf(lane: Lane, masks: readonly Code[]): Code {
  const pairs = (join: (low: Code, high: Code) => Code, all: readonly Code[]): Code[] =>
    all.flatMap((low, index) => (index % 2 === 0 ? [join(low, all[index + 1] ?? low)] : []));
  let vectors = [...masks];
  if (lane === 'f64x2') vectors = pairs(halves, vectors);
  if (vectors.length === 4) vectors = pairs((low, high) => op('i16x8.narrow_i32x4_s', low, high), vectors);
  if (vectors.length === 2) vectors = pairs((low, high) => op('i8x16.narrow_i16x8_s', low, high), vectors);
  return op('i8x16.bitmask', vectors[0] ?? allBits(0));
}

/** Emits one leaf; columns are walked by pointers, figures are spread over vectors once. */
class LeafCode {
  readonly locals = new Locals(3);
  readonly #lane: Lane;
  readonly #storage: Storage;
  readonly #pointers: readonly Local[];
  readonly #lists: readonly Local[];
  readonly #spread: readonly Local[];
  readonly #columns: readonly SlottedColumn[];
  readonly #fillings: Fillings;
  /** Values of the vector at hand, by column. */
  readonly #values: readonly Local[];

  constructor(columns: readonly SlottedColumn[], fillings: Fillings, lanes: Lanes) {
    this.#storage = lanes === 'whole' ? (columns[0]?.storage ?? 'f64') : 'f64';
    this.#lane = laneOf[this.#storage];
    this.#columns = columns;
    this.#fillings = fillings;
    this.#pointers = this.locals.many('i32', columns.length);
    this.#lists = this.locals.many('i32', fillings.lists.length);
    this.#spread = this.locals.many('v128', fillings.figures.length);
    this.#values = this.locals.many('v128', columns.length);
  }

  get #rowsPerVector(): number {
    return { i8x16: 16, i16x8: 8, i32x4: 4, f64x2: 2 }[this.#lane];
  }

  #splat(value: Code): Code {
    if (this.#storage === 'f64') return op('f64x2.splat', value);
    return op(`${this.#lane}.splat` as const, truncate(value, this.#storage !== 'i32'));
  }

  start(): Code {
    const offsets = fillingOffsets(setRecord.fillings, {
      columns: this.#fillings.columns.length,
      lists: this.#fillings.lists.length,
      figures: this.#fillings.figures.length,
    });
    return [
      this.#columns.map(({ slot, storage }, index) => {
        const first = op('i32.shl', get(FIRST_ROW), i32(widthBits[storage]));
        const base = load('i32', get(RECORD), offsets.column(slot));
        return set(this.#pointers[index] ?? 0, op('i32.add', base, first));
      }),
      this.#lists.map((local, slot) => set(local, load('i32', get(RECORD), offsets.list(slot)))),
      this.#spread.map((local, slot) =>
        set(local, this.#splat(load('f64', get(RECORD), offsets.figure(slot)))),
      ),
    ];
  }

  /** Moves every pointer on by one step. */
  advance(): Code {
    return this.#columns.map(({ storage }, index) => {
      const pointer = this.#pointers[index] ?? 0;
      return set(pointer, op('i32.add', get(pointer), i32(STEP << widthBits[storage])));
    });
  }

  pointer(slot: number): Local {
    return this.#pointers[this.#columns.findIndex((column) => column.slot === slot)] ?? 0;
  }

  /** Two values of any storage as floats. */
  #twoFloats(storage: Storage, at: Code, row: number): Code {
    const offset = row << widthBits[storage];
    if (storage === 'f64') return loadVector(at, offset);
    if (storage === 'i32') return op('f64x2.convert_low_i32x4_s', loadVector(at, offset, 'zero64'));
    if (storage === 'u32') return op('f64x2.convert_low_i32x4_u', loadVector(at, offset, 'zero64'));
    const halfWords =
      storage === 'u16'
        ? loadVector(at, offset, 'zero32')
        : op('i16x8.extend_low_i8x16_u', op('i16x8.splat', load('u16', at, offset)));
    return op('f64x2.convert_low_i32x4_u', op('i32x4.extend_low_i16x8_u', halfWords));
  }

  /** The masks of one step; `mask` sees the columns' values of one vector. */
  step(mask: (vector: number) => Code): Code[] {
    return Array.from({ length: STEP / this.#rowsPerVector }, (_, vector) => {
      const loads = this.#columns.map(({ storage }, index) => {
        const at = get(this.#pointers[index] ?? 0);
        const value =
          storage === this.#storage
            ? loadVector(at, vector * 16)
            : this.#twoFloats(storage, at, vector * this.#rowsPerVector);
        return set(this.#values[index] ?? 0, value);
      });
      return [loads, mask(vector)];
    });
  }

  bits(masks: readonly Code[]): Code {
    return bitsOf(this.#lane, masks);
  }

  value(slot: number): Code {
    return get(this.#values[this.#columns.findIndex((column) => column.slot === slot)] ?? 0);
  }

  #figure(slot: number): Code {
    return get(this.#spread[slot] ?? 0);
  }

  compare(comparison: Comparison, left: Code, right: Code): Code {
    if (comparison === 'equal') return op(`${this.#lane}.eq` as const, left, right);
    if (comparison !== 'unequal')
      return op(`${ordered[this.#storage]}.${order[comparison]}` as const, left, right);
    if (this.#lane !== 'f64x2') return op(`${this.#lane}.ne` as const, left, right);
    return op('v128.or', op('f64x2.lt', left, right), op('f64x2.gt', left, right));
  }

  term(term: Term): Code {
    switch (term.op) {
      case 'number':
        return this.#figure(term.figure);
      case 'column':
        return this.value(term.column.slot);
      case 'rate': {
        const product = op('f64x2.mul', this.term(term.of), this.#figure(term.numerator));
        return op('f64x2.floor', op('f64x2.div', product, this.#figure(term.denominator)));
      }
      case 'cases':
      case 'brackets':
        throw new Error(`${term.op} have no vector form`);
      default:
        return op(arithmetic[term.op], this.term(term.left), this.term(term.right));
    }
  }

  range(test: Extract<LeafTest, { op: 'between' | 'outside' }>): Code {
    const value = this.value(test.column.slot);
    const [least, greatest] = [this.#figure(test.least), this.#figure(test.greatest)];
    return test.op === 'between'
      ? op('v128.and', this.compare('atLeast', value, least), this.compare('atMost', value, greatest))
      : op('v128.or', this.compare('below', value, least), this.compare('above', value, greatest));
  }

  /** The mask of a few values, each of which is spread once. */
  oneOf(test: Extract<LeafTest, { few: unknown }>): Code {
    const value = this.value(test.column.slot);
    const equals = test.few.map((slot) => this.compare('equal', value, this.#figure(slot)));
    const inside = equals.reduce((before, equal) => op('v128.or', before, equal));
    if (test.op === 'in') return inside;
    const outside = op('v128.not', inside);
    return this.#lane === 'f64x2' ? op('v128.and', outside, op('f64x2.eq', value, value)) : outside;
  }

  /** Masks of one step against a list: each value is spread and compared with every vector of the step. */
  membership(test: Extract<LeafTest, { list: unknown }>): { setup: Code; masks: Code[] } {
    const list = get(this.#lists[test.list] ?? 0);
    const count = STEP / this.#rowsPerVector;
    const [values, found] = [this.locals.many('v128', count), this.locals.many('v128', count)];
    const wanted = this.locals.add('v128');
    const [at, end] = [this.locals.add('i32'), this.locals.add('i32')];
    const pick = (locals: readonly Local[], index: number): Local => locals[index] ?? 0;
    const loads = this.step((vector) => set(pick(values, vector), this.value(test.column.slot)));
    const lookups = loop([
      branchIf(1, op('i32.ge_u', get(at), get(end))),
      set(wanted, this.#splat(load('f64', get(at)))),
      values.map((value, index) => {
        const equal = op(`${this.#lane}.eq` as const, get(value), get(wanted));
        return set(pick(found, index), op('v128.or', get(pick(found, index)), equal));
      }),
      set(at, op('i32.add', get(at), i32(8))),
      again(0),
    ]);
    const masks = values.map((value, index) => {
      const inside = get(pick(found, index));
      if (test.op === 'in') return inside;
      const outside = op('v128.not', inside);
      if (this.#lane !== 'f64x2') return outside;
      return op('v128.and', outside, op('f64x2.eq', get(value), get(value)));
    });
    const setup = [
      loads,
      found.map((local) => set(local, allBits(0))),
      set(at, op('i32.add', list, i32(8))),
      set(end, op('i32.add', get(at), op('i32.shl', load('i32', list), i32(3)))),
      block(lookups),
    ];
    return { setup, masks };
  }
}

function columnsOfTerm(term: Term): SlottedColumn[] {
  if (term.op === 'number') return [];
  if (term.op === 'column') return [term.column];
  if (term.op === 'rate') return columnsOfTerm(term.of);
  if (term.op === 'cases' || term.op === 'brackets') throw new Error(`${term.op} have no vector form`);
  return [...columnsOfTerm(term.left), ...columnsOfTerm(term.right)];
}

function columnsOfTest(test: LeafTest): SlottedColumn[] {
  if (test.op === 'compare') {
    const all = [...columnsOfTerm(test.left), ...columnsOfTerm(test.right)];
    return all.filter(({ slot }, index) => all.findIndex((column) => column.slot === slot) === index);
  }
  return 'known' in test && test.known !== null ? [test.column, test.known] : [test.column];
}

function masksOf(code: LeafCode, test: LeafTest): { perStep: Code; bits: Code } {
  switch (test.op) {
    case 'compare': {
      const masks = code.step(() =>
        code.compare(test.comparison, code.term(test.left), code.term(test.right)),
      );
      return { perStep: [], bits: code.bits(masks) };
    }
    case 'between':
    case 'outside':
      return { perStep: [], bits: code.bits(code.step(() => code.range(test))) };
    case 'in':
    case 'notIn': {
      if ('few' in test) return { perStep: [], bits: code.bits(code.step(() => code.oneOf(test))) };
      const { setup, masks } = code.membership(test);
      return { perStep: setup, bits: code.bits(masks) };
    }
    default:
      throw new Error('flags have a kernel of their own');
  }
}

/** The loop over a block: stores the bits of each step and notes whether there was any. */
function overBlock(locals: Locals, advance: Code, perStep: Code, bits: Code): Code {
  const [out, left, some, step] = locals.many('i32', 4);
  if (out === undefined || left === undefined || some === undefined || step === undefined)
    throw new Error('no locals');
  const flag = op('i32.add', get(AREA), load('i32', get(RECORD), setRecord.flag));
  return [
    set(out, op('i32.add', get(AREA), load('i32', get(RECORD), setRecord.out))),
    set(left, i32(BLOCK_ROWS / STEP)),
    loop([
      perStep,
      store('u16', get(out), keep(step, bits)),
      set(some, op('i32.or', get(some), get(step))),
      advance,
      set(out, op('i32.add', get(out), i32(STEP / 8))),
      branchIf(0, keep(left, op('i32.sub', get(left), i32(1)))),
    ]),
    store('i32', flag, op('i32.ne', get(some), i32(0))),
  ];
}

/** Kernel of one leaf: parameters are its record, the first row of the block, the working area. */
export function leafKernel(test: LeafTest, fillings: Fillings, lanes: Lanes): FunctionCode {
  if (lanes === 'single') return singleKernel(test, fillings);
  const code = new LeafCode(columnsOfTest(test), fillings, lanes);
  const { perStep, bits } = masksOf(code, test);
  return code.locals.finish([code.start(), overBlock(code.locals, code.advance(), perStep, bits)]);
}

/** One row after the other, for what has no vector form. */
function singleKernel(test: LeafTest, fillings: Fillings): FunctionCode {
  const locals = new Locals(3);
  const row = locals.add('i32');
  const offsets = fillingOffsets(setRecord.fillings, {
    columns: fillings.columns.length,
    lists: fillings.lists.length,
    figures: fillings.figures.length,
  });
  const code = new RowCode(locals, fillings, offsets, row);
  const [bits, shift] = [locals.add('i32'), locals.add('i32')];
  const sixteen = [
    set(bits, i32(0)),
    set(shift, i32(0)),
    loop([
      set(bits, op('i32.or', get(bits), op('i32.shl', code.test(test), get(shift)))),
      set(row, op('i32.add', get(row), i32(1))),
      set(shift, op('i32.add', get(shift), i32(1))),
      branchIf(0, op('i32.lt_u', get(shift), i32(STEP))),
    ]),
  ];
  return locals.finish([
    code.fillings(RECORD),
    set(row, get(FIRST_ROW)),
    overBlock(locals, [], sixteen, get(bits)),
  ]);
}
