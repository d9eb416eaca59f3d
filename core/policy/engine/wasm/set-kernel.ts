// Sets of rows: joined 128 rows an instruction, then the clause's matches, then the overlap group folded to payouts.
import { keepMatch } from './amount-kernel.ts';
import type { Code, FunctionCode } from './binary.ts';
import {
  again,
  allBits,
  block,
  branchIf,
  callIndirect,
  f64,
  fill,
  get,
  i32,
  Locals,
  leave,
  load,
  loadVector,
  loop,
  op,
  set,
  store,
  storeVector,
  when,
} from './instruction.ts';
import {
  area,
  BLOCK_ROWS,
  clauseRecord,
  foldRecord,
  MATCH_BYTES,
  record,
  SET_BYTES,
  setRecord,
} from './layout.ts';

const [RECORD, FIRST_ROW, AREA] = [0, 1, 2];
const VECTOR_BYTES = 16;

/** The rows in all, or in any, of so many sets; unrolled, since a block is sixteen vectors. */
function joined(kind: 'all' | 'any', inputs: number, inputsAt: number, locals: Locals) {
  const sources = locals.many('i32', inputs);
  const [found, current] = [locals.add('v128'), locals.add('v128')];
  const join = kind === 'all' ? 'v128.and' : 'v128.or';
  const open = sources.map((source, index) =>
    set(source, op('i32.add', get(AREA), load('i32', get(RECORD), inputsAt + index * 4))),
  );
  const at = (offset: number): Code => {
    const [first, ...others] = sources.map((source) => loadVector(get(source), offset));
    if (first === undefined) return allBits(kind === 'all' ? 1 : 0);
    return others.reduce<Code>((before, more) => op(join, before, more), first);
  };
  const body = (to: Code, base: number): Code => [
    open,
    Array.from({ length: SET_BYTES / VECTOR_BYTES }, (_, index) => [
      set(current, at(index * VECTOR_BYTES)),
      storeVector(to, get(current), base + index * VECTOR_BYTES),
      set(found, op('v128.or', get(found), get(current))),
    ]),
  ];
  return { body, found };
}

/** Kernel of a node: joins its inputs and notes whether any row is left. */
export function nodeKernel(kind: 'all' | 'any', inputs: number): FunctionCode {
  const locals = new Locals(3);
  const out = locals.add('i32');
  const { body, found } = joined(kind, inputs, setRecord.fillings, locals);
  const flag = op('i32.add', get(AREA), load('i32', get(RECORD), setRecord.flag));
  return locals.finish([
    set(out, op('i32.add', get(AREA), load('i32', get(RECORD), setRecord.out))),
    body(get(out), 0),
    store('i32', flag, op('v128.any_true', get(found))),
  ]);
}

/** Takes the rows beyond the register out of the current set: only the last block has any. */
function withoutMissingRows(locals: Locals): Code {
  const [at, valid] = [locals.add('i32'), locals.add('i32')];
  const word = op('i32.add', get(AREA), get(at));
  const whole = op('i32.shl', op('i32.shr_u', get(valid), i32(5)), i32(2));
  const kept = op('i32.sub', op('i32.shl', i32(1), op('i32.and', get(valid), i32(31))), i32(1));
  const masked = op('i32.and', load('i32', word, area.current), kept);
  const clear = loop([
    store('i32', word, i32(0), area.current),
    set(at, op('i32.add', get(at), i32(4))),
    branchIf(0, op('i32.lt_u', get(at), i32(SET_BYTES))),
  ]);
  return [
    set(valid, load('i32', get(AREA), area.validRows)),
    when(op('i32.lt_u', get(valid), i32(BLOCK_ROWS)), [
      set(at, whole),
      store('i32', word, masked, area.current),
      set(at, op('i32.add', get(at), i32(4))),
      when(op('i32.lt_u', get(at), i32(SET_BYTES)), clear),
    ]),
  ];
}

/** Kernel of a clause: leaves at once where a set it needs is empty, else calls its amount kernel for what is left. */
export function clauseKernel(inputs: number, kernelType: number): FunctionCode {
  const locals = new Locals(3);
  const { body, found } = joined('all', inputs, clauseRecord.inputs, locals);
  const guard = (offset: number) =>
    op('i32.eqz', load('i32', op('i32.add', get(AREA), load('i32', get(RECORD), offset)), 0));
  return locals.finish([
    inputs > 0 ? when(guard(clauseRecord.guard), leave) : [],
    inputs > 1 ? when(guard(clauseRecord.secondGuard), leave) : [],
    body(get(AREA), area.current),
    when(op('v128.any_true', get(found)), [
      withoutMissingRows(locals),
      op('i32.add', get(RECORD), load('i32', get(RECORD), clauseRecord.amount)),
      get(FIRST_ROW),
      get(AREA),
      callIndirect(kernelType, load('i32', get(RECORD), clauseRecord.amountKernel)),
    ]),
  ]);
}

/** Kernel that closes a group: the winner of each row is paid, the row's best is forgotten, matches are kept on demand. */
export function foldKernel(): FunctionCode {
  const locals = new Locals(3);
  const [at, end, row, bit, clause, statistic] = [
    locals.add('i32'),
    locals.add('i32'),
    locals.add('i32'),
    locals.add('i32'),
    locals.add('i32'),
    locals.add('i32'),
  ];
  const [kept, payout, payouts] = [locals.add('i32'), locals.add('i32'), locals.add('i32')];
  const paid = locals.add('f64');
  const best = op('i32.add', get(AREA), op('i32.shl', get(bit), i32(3)));
  const winner = op('i32.add', get(AREA), op('i32.shl', get(bit), i32(2)));
  const statistics = op('i32.add', get(AREA), load('i32', get(RECORD), foldRecord.statistics));
  const add = (address: number, offset: number, more: Code) =>
    store('f64', get(address), op('f64.add', load('f64', get(address), offset), more), offset);
  const pay = [
    set(paid, load('f64', best, area.best)),
    when(op('f64.gt', get(paid), f64(0)), [
      store('f64', best, f64(0), area.best),
      when(get(payouts), [
        set(payout, op('i32.add', get(payouts), op('i32.shl', get(row), i32(3)))),
        add(payout, 0, get(paid)),
      ]),
      set(statistic, op('i32.add', statistics, op('i32.shl', get(clause), i32(5)))),
      add(statistic, 16, f64(1)),
      add(statistic, 24, get(paid)),
    ]),
  ];
  const each = loop([
    branchIf(1, op('i32.ge_u', get(at), get(end))),
    set(row, load('i32', get(at))),
    set(clause, load('i32', get(at), 4)),
    set(bit, op('i32.sub', get(row), get(FIRST_ROW))),
    set(paid, f64(0)),
    when(op('i32.eq', load('i32', winner, area.winner), get(clause)), pay),
    keepMatch(kept, { row: get(row), clause: get(clause), fen: load('f64', get(at), 8), paid: get(paid) }),
    set(at, op('i32.add', get(at), i32(MATCH_BYTES))),
    again(0),
  ]);
  return locals.finish([
    set(at, load('i32', get(AREA), area.matches)),
    set(end, load('i32', get(AREA), area.matchesEnd)),
    set(kept, load('i32', get(AREA), area.kept)),
    set(payouts, load('i32', get(AREA), area.payouts)),
    block(each),
    store('i32', get(AREA), get(kept), area.kept),
    store('i32', get(AREA), load('i32', get(AREA), area.matches), area.matchesEnd),
  ]);
}

/** The program from block to block: parameters are its first record, first block, end block, rows, working area. */
export function runFunction(kernelType: number): FunctionCode {
  const [PROGRAM, FIRST, END, ROWS, OWN] = [0, 1, 2, 3, 4];
  const locals = new Locals(5);
  const [at, row, valid, size] = [locals.add('i32'), locals.add('i32'), locals.add('i32'), locals.add('i32')];
  const steps = loop([
    set(size, load('i32', get(at), record.size)),
    branchIf(1, op('i32.eqz', get(size))),
    get(at),
    get(row),
    get(OWN),
    callIndirect(kernelType, load('i32', get(at), record.kernel)),
    set(at, op('i32.add', get(at), get(size))),
    again(0),
  ]);
  const payouts = op('i32.add', load('i32', get(OWN), area.payouts), op('i32.shl', get(row), i32(3)));
  return locals.finish([
    block(
      loop([
        branchIf(1, op('i32.ge_u', get(FIRST), get(END))),
        set(row, op('i32.shl', get(FIRST), i32(Math.log2(BLOCK_ROWS)))),
        set(valid, op('i32.sub', get(ROWS), get(row))),
        when(op('i32.ge_u', get(valid), i32(BLOCK_ROWS)), set(valid, i32(BLOCK_ROWS))),
        store('i32', get(OWN), get(valid), area.validRows),
        when(load('i32', get(OWN), area.payouts), fill(payouts, i32(0), i32(BLOCK_ROWS * 8))),
        set(at, get(PROGRAM)),
        block(steps),
        set(FIRST, op('i32.add', get(FIRST), i32(1))),
        again(0),
      ]),
    ),
  ]);
}
