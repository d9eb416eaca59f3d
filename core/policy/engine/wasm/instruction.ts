// The instructions of WebAssembly that the columns need, under readable names.
import { type Code, type FunctionCode, float64, signed, unsigned, type ValueType } from './binary.ts';

export type Local = number;

/** Hands out locals after the parameters. */
export class Locals {
  readonly types: ValueType[] = [];
  readonly parameters: number;

  constructor(parameters: number) {
    this.parameters = parameters;
  }

  add(type: ValueType): Local {
    this.types.push(type);
    return this.parameters + this.types.length - 1;
  }

  many(type: ValueType, count: number): Local[] {
    return Array.from({ length: count }, () => this.add(type));
  }

  finish(body: Code): FunctionCode {
    return { parameters: this.parameters, locals: this.types, body };
  }
}

export const get = (local: Local): Code => [0x20, unsigned(local)];
export const set = (local: Local, value: Code): Code => [value, 0x21, unsigned(local)];
export const keep = (local: Local, value: Code): Code => [value, 0x22, unsigned(local)];

export const i32 = (value: number): Code => [0x41, signed(value)];
export const f64 = (value: number): Code => [0x44, float64(value)];

const EMPTY_BLOCK = 0x40;
export const loop = (body: Code): Code => [0x03, EMPTY_BLOCK, body, 0x0b];
export const block = (body: Code): Code => [0x02, EMPTY_BLOCK, body, 0x0b];
export const when = (condition: Code, body: Code): Code => [condition, 0x04, EMPTY_BLOCK, body, 0x0b];
export const choose = (condition: Code, yes: Code, no: Code): Code => [
  condition,
  0x04,
  0x7c,
  yes,
  0x05,
  no,
  0x0b,
];
/** Leaves `depth` blocks, or starts the loop at that depth again. */
export const branchIf = (depth: number, condition: Code): Code => [condition, 0x0d, unsigned(depth)];
export const again = (depth: number): Code => [0x0c, unsigned(depth)];
export const leave: Code = [0x0f];
export const callIndirect = (type: number, callee: Code): Code => [callee, 0x11, unsigned(type), 0x00];

const scalar = {
  'i32.eqz': 0x45,
  'i32.eq': 0x46,
  'i32.ne': 0x47,
  'i32.lt_u': 0x49,
  'i32.ge_u': 0x4f,
  'i64.eqz': 0x50,
  'f64.eq': 0x61,
  'f64.ne': 0x62,
  'f64.lt': 0x63,
  'f64.gt': 0x64,
  'f64.le': 0x65,
  'f64.ge': 0x66,
  'i32.add': 0x6a,
  'i32.sub': 0x6b,
  'i32.and': 0x71,
  'i32.or': 0x72,
  'i32.xor': 0x73,
  'i32.shl': 0x74,
  'i32.shr_u': 0x76,
  'i64.ctz': 0x7a,
  'i64.sub': 0x7d,
  'i64.and': 0x83,
  'i64.shl': 0x86,
  'f64.floor': 0x9c,
  'f64.add': 0xa0,
  'f64.sub': 0xa1,
  'f64.mul': 0xa2,
  'f64.div': 0xa3,
  'f64.min': 0xa4,
  'f64.max': 0xa5,
  'i32.wrap_i64': 0xa7,
  'i64.extend_i32_u': 0xad,
  'f64.convert_i32_s': 0xb7,
  'f64.convert_i32_u': 0xb8,
} as const;

const vector = {
  'i8x16.splat': 0x0f,
  'i16x8.splat': 0x10,
  'i32x4.splat': 0x11,
  'f64x2.splat': 0x14,
  'i8x16.eq': 0x23,
  'i8x16.ne': 0x24,
  'u8x16.lt': 0x26,
  'u8x16.gt': 0x28,
  'u8x16.le': 0x2a,
  'u8x16.ge': 0x2c,
  'i16x8.eq': 0x2d,
  'i16x8.ne': 0x2e,
  'u16x8.lt': 0x30,
  'u16x8.gt': 0x32,
  'u16x8.le': 0x34,
  'u16x8.ge': 0x36,
  'i32x4.eq': 0x37,
  'i32x4.ne': 0x38,
  'i32x4.lt': 0x39,
  'u32x4.lt': 0x3a,
  'i32x4.gt': 0x3b,
  'u32x4.gt': 0x3c,
  'i32x4.le': 0x3d,
  'u32x4.le': 0x3e,
  'i32x4.ge': 0x3f,
  'u32x4.ge': 0x40,
  'f64x2.eq': 0x47,
  'f64x2.lt': 0x49,
  'f64x2.gt': 0x4a,
  'f64x2.le': 0x4b,
  'f64x2.ge': 0x4c,
  'v128.not': 0x4d,
  'v128.and': 0x4e,
  'v128.or': 0x50,
  'v128.any_true': 0x53,
  'i8x16.bitmask': 0x64,
  'i8x16.narrow_i16x8_s': 0x65,
  'i8x16.narrow_i16x8_u': 0x66,
  'f64x2.floor': 0x75,
  'i16x8.narrow_i32x4_s': 0x85,
  'i16x8.narrow_i32x4_u': 0x86,
  'i16x8.extend_low_i8x16_u': 0x89,
  'i16x8.shl': 0x8b,
  'i32x4.extend_low_i16x8_u': 0xa9,
  'i32x4.shl': 0xab,
  'i32x4.shr_u': 0xad,
  'f64x2.add': 0xf0,
  'f64x2.sub': 0xf1,
  'f64x2.mul': 0xf2,
  'f64x2.div': 0xf3,
  'f64x2.min': 0xf4,
  'f64x2.max': 0xf5,
  'f64x2.convert_low_i32x4_s': 0xfe,
  'f64x2.convert_low_i32x4_u': 0xff,
} as const;

export type Operator = keyof typeof scalar | keyof typeof vector;
const isScalar = (operator: Operator): operator is keyof typeof scalar => operator in scalar;
const prefixed = (code: number): Code => [0xfd, unsigned(code)];

/** An instruction after its operands. */
export const op = (operator: Operator, ...operands: readonly Code[]): Code => [
  operands,
  isScalar(operator) ? scalar[operator] : prefixed(vector[operator]),
];

/** Whole numbers of one storage from a float; out of range is nearest, which never happens: the emitter checks. */
export const truncate = (value: Code, isUnsigned: boolean): Code => [value, 0xfc, isUnsigned ? 3 : 2];
/** Fills memory with a byte: where, byte, how many. */
export const fill = (at: Code, byte: Code, length: Code): Code => [at, byte, length, 0xfc, 11, 0];

const plainLoad = { i32: 0x28, i64: 0x29, f64: 0x2b, u8: 0x2d, u16: 0x2f } as const;
export const load = (type: keyof typeof plainLoad, at: Code, offset = 0): Code => [
  at,
  plainLoad[type],
  0,
  unsigned(offset),
];
const vectorLoad = { all: 0x00, zero32: 0x5c, zero64: 0x5d } as const;
export const loadVector = (at: Code, offset = 0, part: keyof typeof vectorLoad = 'all'): Code => [
  at,
  prefixed(vectorLoad[part]),
  0,
  unsigned(offset),
];

const plainStore = { i32: 0x36, f64: 0x39, u16: 0x3b } as const;
export const store = (type: keyof typeof plainStore, at: Code, value: Code, offset = 0): Code => [
  at,
  value,
  plainStore[type],
  0,
  unsigned(offset),
];
export const storeVector = (at: Code, value: Code, offset = 0): Code => [
  at,
  value,
  prefixed(0x0b),
  0,
  unsigned(offset),
];

/** A vector of four equal groups of four bytes. */
export const wholeBytes = (...bytes: readonly [number, number, number, number]): Code => [
  prefixed(0x0c),
  bytes,
  bytes,
  bytes,
  bytes,
];

const sixteen = (byte: number): number[] => Array.from({ length: 16 }, () => byte);
export const allBits = (bit: 0 | 1): Code => [prefixed(0x0c), sixteen(bit === 1 ? 0xff : 0)];
/** Of two vectors of 64-bit masks the low halves: one vector of 32-bit masks. */
export const halves = (low: Code, high: Code): Code => [
  low,
  high,
  prefixed(0x0d),
  [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27],
];
