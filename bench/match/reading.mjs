// The physical limit: every byte of every column read once, 128 bits an instruction, by the threads that also run the clauses.
const VECTOR = 16;
const UNROLLED = 8;
const BLOCK_ROWS = 2048;

/** Looks like a rule set made ready, so that the same pool runs it the same way; it only reads. */
export async function readingOf({ engine, register, schema, threads }) {
  const { moduleOf } = await engine('core/policy/engine/wasm/binary.js');
  const code = await engine('core/policy/engine/wasm/instruction.js');
  const { get, set, op, i32, loop, branchIf, loadVector, storeVector, Locals } = code;
  const widths = { u8: 1, u16: 2, u32: 4, i32: 4, f64: 8 };
  const [FIRST, END, OWN] = [1, 2, 4];
  const locals = new Locals(5);
  const [at, end] = locals.many('i32', 2);
  const sums = locals.many('v128', 4);
  const addressOf = (column, block) =>
    op(
      'i32.add',
      i32(register.address(column.name)),
      op('i32.shl', get(block), i32(Math.log2(BLOCK_ROWS * widths[column.storage]))),
    );
  const read = schema.map((column) => [
    set(at, addressOf(column, FIRST)),
    set(end, addressOf(column, END)),
    loop([
      Array.from({ length: UNROLLED }, (_, index) => {
        const sum = sums[index % sums.length];
        return set(sum, op('v128.or', get(sum), loadVector(get(at), index * VECTOR)));
      }),
      set(at, op('i32.add', get(at), i32(VECTOR * UNROLLED))),
      branchIf(0, op('i32.lt_u', get(at), get(end))),
    ]),
  ]);
  // What was read is kept, or the compiler could leave it out.
  const kept = sums.map((sum, index) => storeVector(get(OWN), get(sum), 1024 + index * VECTOR));
  const bytes = moduleOf([locals.finish([read, kept])], { run: 0 });
  const layout = { matches: 2048, statistics: 2048 };
  return {
    register,
    module: new WebAssembly.Module(bytes),
    program: 0,
    clauses: 0,
    layout,
    areas: Array.from({ length: threads }, () => register.room.take(4096)),
    payouts: 0,
    release: () => {},
  };
}
