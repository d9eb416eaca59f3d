// All the flags that a rule set asks of one column, in one pass: bytes of the column are gathered, each flag is a shift away.
import type { Code, FunctionCode } from './binary.ts';
import {
  branchIf,
  get,
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
  wholeBytes,
} from './instruction.ts';
import { BLOCK_ROWS, SET_BYTES, setRecord } from './layout.ts';

export interface Flag {
  readonly op: 'has' | 'lacks';
  readonly bit: number;
}

const [RECORD, FIRST_ROW, AREA] = [0, 1, 2];
/** Rows of one step: four vectors of the column. */
const STEP = 16;
const COLUMN_BYTES = 4;

/** Byte `index` of sixteen numbers, a byte each. */
function byteOf(index: number, numbers: readonly Local[]): Code {
  const parts = numbers.map((local) => {
    const moved = index === 0 ? get(local) : op('i32x4.shr_u', get(local), i32(8 * index));
    return index === 3 ? moved : op('v128.and', moved, wholeBytes(0xff, 0, 0, 0));
  });
  const [a = [], b = [], c = [], d = []] = parts;
  return op('i8x16.narrow_i16x8_u', op('i16x8.narrow_i32x4_u', a, b), op('i16x8.narrow_i32x4_u', c, d));
}

interface Gathered {
  readonly code: Code;
  readonly flag: (bit: number) => Code;
}

/** The bytes of one column that hold the wanted flags, gathered once per step. */
function gather(locals: Locals, pointer: Local, flags: readonly Flag[]): Gathered {
  const numbers = locals.many('v128', STEP / COLUMN_BYTES);
  const wanted = [...new Set(flags.map(({ bit }) => bit >> 3))];
  const bytes = new Map(wanted.map((index) => [index, locals.add('v128')]));
  return {
    code: [
      numbers.map((local, vector) => set(local, loadVector(get(pointer), vector * 16))),
      [...bytes].map(([index, local]) => set(local, byteOf(index, numbers))),
    ],
    // The flag moves to the sign of its byte; what crosses from the byte below never reaches the sign.
    flag: (bit) => {
      const byte = get(bytes.get(bit >> 3) ?? 0);
      const shift = 7 - (bit & 7);
      return op('i8x16.bitmask', shift === 0 ? byte : op('i16x8.shl', byte, i32(shift)));
    },
  };
}

/** Sets of the flags stand one after the other, in this order. Columns are of 32 bits; the second says what is known. */
export function flagKernel(flags: readonly Flag[], hasTwin: boolean): FunctionCode {
  const locals = new Locals(3);
  const pointers = locals.many('i32', hasTwin ? 2 : 1);
  const [out, left, step] = [locals.add('i32'), locals.add('i32'), locals.add('i32')];
  const found = locals.many('i32', flags.length);
  const [own, twin] = pointers.map((pointer) => gather(locals, pointer, flags));
  const first = op('i32.shl', get(FIRST_ROW), i32(2));
  const bitsOf = ({ op: kind, bit }: Flag): Code => {
    const isSet = own?.flag(bit) ?? [];
    if (kind === 'has') return isSet;
    const isUnset = op('i32.xor', isSet, i32(0xffff));
    return twin === undefined ? isUnset : op('i32.and', isUnset, twin.flag(bit));
  };
  return locals.finish([
    pointers.map((pointer, slot) =>
      set(pointer, op('i32.add', first, load('i32', get(RECORD), setRecord.fillings + slot * 4))),
    ),
    set(out, op('i32.add', get(AREA), load('i32', get(RECORD), setRecord.out))),
    set(left, i32(BLOCK_ROWS / STEP)),
    loop([
      own?.code ?? [],
      twin?.code ?? [],
      flags.map((flag, index) => [
        store('u16', get(out), keep(step, bitsOf(flag)), index * SET_BYTES),
        set(found[index] ?? 0, op('i32.or', get(found[index] ?? 0), get(step))),
      ]),
      pointers.map((pointer) => set(pointer, op('i32.add', get(pointer), i32(STEP * COLUMN_BYTES)))),
      set(out, op('i32.add', get(out), i32(STEP / 8))),
      branchIf(0, keep(left, op('i32.sub', get(left), i32(1)))),
    ]),
    set(out, op('i32.add', get(AREA), load('i32', get(RECORD), setRecord.flag))),
    found.map((local, index) => store('i32', get(out), op('i32.ne', get(local), i32(0)), index * 4)),
  ]);
}
