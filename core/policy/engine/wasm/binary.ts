// The bytes of a WebAssembly module: numbers, sections, functions (WebAssembly Core Specification 2.0, chapter 5).

/** Instructions as they are put together: bytes and parts of bytes. */
export type Code = readonly (number | Code)[];

export type ValueType = 'i32' | 'i64' | 'f64' | 'v128';
const typeByte: Readonly<Record<ValueType, number>> = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b };

export interface FunctionCode {
  readonly parameters: number;
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

/** Unsigned LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

/** Signed LEB128. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}

export const float64 = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];

const name = (text: string): number[] => [...unsigned(text.length), ...[...text].map((c) => c.charCodeAt(0))];

function flatten(code: Code, into: number[]): number[] {
  for (const part of code) {
    if (typeof part === 'number') into.push(part);
    else flatten(part, into);
  }
  return into;
}

function section(id: number, entries: readonly Code[]): number[] {
  const body = flatten([unsigned(entries.length), entries], []);
  return [id, ...unsigned(body.length), ...body];
}

function codeEntry({ locals, body }: FunctionCode): Code {
  const declared = locals.map((type) => [1, typeByte[type]]);
  const bytes = flatten([unsigned(declared.length), declared, body, 0x0b], []);
  return [unsigned(bytes.length), bytes];
}

const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
/** Functions take three parameters (kernels) or five (the program); the type of kernels is the first. */
const ARITIES = [3, 5];
export const KERNEL_TYPE = 0;

/** Shared memory needs a stated maximum: all that 32 bits can address. */
const MOST_PAGES = 65_536;

/**
 * A module of functions that take i32 parameters and give nothing back. It imports the shared memory `host.memory`;
 * functions are called among each other through a table in which each stands at its own position, and the named ones
 * are exported.
 */
export function moduleOf(
  functions: readonly FunctionCode[],
  exported: Readonly<Record<string, number>>,
): Uint8Array {
  const positions = functions.map((_, position) => unsigned(position));
  const shared = 0x03;
  return new Uint8Array([
    ...MAGIC,
    ...section(
      1,
      ARITIES.map((arity) => [0x60, unsigned(arity), Array.from({ length: arity }, () => typeByte.i32), 0]),
    ),
    ...section(2, [[name('host'), name('memory'), 0x02, shared, unsigned(1), unsigned(MOST_PAGES)]]),
    ...section(
      3,
      functions.map(({ parameters }) => unsigned(ARITIES.indexOf(parameters))),
    ),
    ...section(4, [[0x70, 0x00, unsigned(functions.length)]]),
    ...section(
      7,
      Object.entries(exported).map(([label, position]) => [name(label), 0x00, unsigned(position)]),
    ),
    ...section(9, [[0x00, 0x41, 0x00, 0x0b, unsigned(functions.length), positions]]),
    ...section(10, functions.map(codeEntry)),
  ]);
}
