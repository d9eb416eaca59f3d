// Amounts in full: for each row a clause matches, its 分; the match is listed, counted and held against the group's best.
import type { Code, FunctionCode } from './binary.ts';
import {
  again,
  block,
  branchIf,
  f64,
  get,
  i32,
  type Local,
  Locals,
  load,
  loop,
  op,
  set,
  store,
  when,
} from './instruction.ts';
import { amountRecord, area, fillingOffsets, KEPT_BYTES, MATCH_BYTES, SET_BYTES } from './layout.ts';
import { RowCode } from './row-code.ts';
import type { Fillings, Term } from './slot.ts';

export interface AmountShape {
  readonly amount: Term;
  /** What the group has already paid, for top-ups. */
  readonly paid: Term | null;
  /** A clause that no other excludes is paid at once, without a list of matches. */
  readonly alone: boolean;
}

const [RECORD, FIRST_ROW, AREA] = [0, 1, 2];

/** A match kept on demand, where there is room; counted all the same. */
export function keepMatch(
  kept: Local,
  match: Readonly<Record<'row' | 'clause' | 'fen' | 'paid', Code>>,
): Code {
  return when(get(kept), [
    when(op('i32.lt_u', get(kept), load('i32', get(AREA), area.keptEnd)), [
      store('i32', get(kept), match.row),
      store('i32', get(kept), match.clause, 4),
      store('f64', get(kept), match.fen, 8),
      store('f64', get(kept), match.paid, 16),
      set(kept, op('i32.add', get(kept), i32(KEPT_BYTES))),
    ]),
    store('i32', get(AREA), op('i32.add', load('i32', get(AREA), area.keptCount), i32(1)), area.keptCount),
  ]);
}

/** Kernel of one shape: parameters are the amount record, the first row of the block, the working area. */
export function amountKernel({ amount, paid, alone }: AmountShape, fillings: Fillings): FunctionCode {
  const locals = new Locals(3);
  const [row, at, bit, end] = [locals.add('i32'), locals.add('i32'), locals.add('i32'), locals.add('i32')];
  const [count, sum, value, payable] = [
    locals.add('f64'),
    locals.add('f64'),
    locals.add('f64'),
    locals.add('f64'),
  ];
  const word = locals.add('i64');
  const offsets = fillingOffsets(amountRecord.fillings, {
    columns: fillings.columns.length,
    lists: fillings.lists.length,
    figures: fillings.figures.length,
  });
  const code = new RowCode(locals, fillings, offsets, row);
  const clause = load('i32', get(RECORD), amountRecord.clause);
  const statistic = op('i32.add', get(AREA), load('i32', get(RECORD), amountRecord.statistic));
  const best = op('i32.add', get(AREA), op('i32.shl', get(bit), i32(3)));
  const winner = op('i32.add', get(AREA), op('i32.shl', get(bit), i32(2)));

  const [kept, payouts, payout] = [locals.add('i32'), locals.add('i32'), locals.add('i32')];
  const counted = [
    set(count, op('f64.add', get(count), f64(1))),
    set(sum, op('f64.add', get(sum), get(value))),
  ];
  const paidAtOnce = [
    counted,
    when(get(payouts), [
      set(payout, op('i32.add', get(payouts), op('i32.shl', get(row), i32(3)))),
      store('f64', get(payout), op('f64.add', load('f64', get(payout)), get(value))),
    ]),
    keepMatch(kept, { row: get(row), clause, fen: get(value), paid: get(value) }),
  ];
  const listed = [
    counted,
    store('i32', get(end), get(row)),
    store('i32', get(end), clause, 4),
    store('f64', get(end), get(value), 8),
    set(end, op('i32.add', get(end), i32(MATCH_BYTES))),
    set(payable, paid === null ? get(value) : op('f64.sub', get(value), code.term(paid))),
    when(op('f64.gt', get(payable), load('f64', best, area.best)), [
      store('f64', best, get(payable), area.best),
      store('i32', winner, clause, area.winner),
    ]),
  ];
  const nextMatch = [
    branchIf(1, op('i64.eqz', get(word))),
    set(bit, op('i32.add', op('i32.shl', get(at), i32(3)), op('i32.wrap_i64', op('i64.ctz', get(word))))),
    set(word, op('i64.and', get(word), op('i64.sub', get(word), [0x42, 1]))),
    set(row, op('i32.add', get(FIRST_ROW), get(bit))),
    set(value, code.term(amount)),
    when(op('f64.gt', get(value), f64(0)), alone ? paidAtOnce : listed),
    again(0),
  ];
  const add = (offset: number, more: number) =>
    store('f64', statistic, op('f64.add', load('f64', statistic, offset), get(more)), offset);

  return locals.finish([
    code.fillings(RECORD),
    alone
      ? [set(kept, load('i32', get(AREA), area.kept)), set(payouts, load('i32', get(AREA), area.payouts))]
      : set(end, load('i32', get(AREA), area.matchesEnd)),
    loop([
      set(word, load('i64', op('i32.add', get(AREA), get(at)), area.current)),
      block(loop(nextMatch)),
      set(at, op('i32.add', get(at), i32(8))),
      branchIf(0, op('i32.lt_u', get(at), i32(SET_BYTES))),
    ]),
    alone
      ? [store('i32', get(AREA), get(kept), area.kept), add(16, count), add(24, sum)]
      : store('i32', get(AREA), get(end), area.matchesEnd),
    add(0, count),
    add(8, sum),
  ]);
}
