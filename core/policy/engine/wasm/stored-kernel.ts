// Sets of rows kept for the whole register between two runs: a slider that moves one threshold looks at one column only.
import type { Code, FunctionCode } from './binary.ts';
import { get, i32, Locals, load, loadVector, op, set, store, storeVector } from './instruction.ts';
import { SET_BYTES, setRecord } from './layout.ts';

const [RECORD, FIRST_ROW, AREA] = [0, 1, 2];
const VECTOR_BYTES = 16;

/** The block's part of the stored set, and the set in the working area. */
function places(locals: Locals) {
  const [stored, own] = [locals.add('i32'), locals.add('i32')];
  const inBlock = op('i32.shr_u', get(FIRST_ROW), i32(3));
  const open = [
    set(stored, op('i32.add', load('i32', get(RECORD), setRecord.fillings), inBlock)),
    set(own, op('i32.add', get(AREA), load('i32', get(RECORD), setRecord.out))),
  ];
  return { stored, own, open };
}

const offsets = Array.from({ length: SET_BYTES / VECTOR_BYTES }, (_, index) => index * VECTOR_BYTES);

/** A stored set instead of its leaf. */
export function recallKernel(): FunctionCode {
  const locals = new Locals(3);
  const { stored, own, open } = places(locals);
  const [some, current] = [locals.add('v128'), locals.add('v128')];
  const flag = op('i32.add', get(AREA), load('i32', get(RECORD), setRecord.flag));
  const copied = offsets.map(
    (offset): Code => [
      set(current, loadVector(get(stored), offset)),
      storeVector(get(own), get(current), offset),
      set(some, op('v128.or', get(some), get(current))),
    ],
  );
  return locals.finish([open, copied, store('i32', flag, op('v128.any_true', get(some)))]);
}

/** Stores a set that its leaf has just worked out. */
export function rememberKernel(): FunctionCode {
  const locals = new Locals(3);
  const { stored, own, open } = places(locals);
  return locals.finish([
    open,
    offsets.map((offset) => storeVector(get(stored), loadVector(get(own), offset), offset)),
  ]);
}
