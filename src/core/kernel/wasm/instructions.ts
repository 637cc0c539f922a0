import { type Code, float64, signed, unsigned } from "./code.ts";

/** The instructions that the backend uses, under their names in the specification. Operands come first. */

type Unary = (a: Code) => Code;
type Binary = (a: Code, b: Code) => Code;
/** `address` is a 32-bit byte address, `offset` ≥ 0 is added to it. */
type Load = (address: Code, offset?: number) => Code;
type Store = (address: Code, value: Code, offset?: number) => Code;

const SIMD = 0xfd;
const simd = (opcode: number): Code => [SIMD, unsigned(opcode)];
const unary =
  (opcode: Code): Unary =>
  (a) => [a, opcode];
const binary =
  (opcode: Code): Binary =>
  (a, b) => [a, b, opcode];
const load =
  (opcode: Code, alignment: number): Load =>
  (address, offset = 0) => [address, opcode, alignment, unsigned(offset)];
const store =
  (opcode: Code, alignment: number): Store =>
  (address, value, offset = 0) => [address, value, opcode, alignment, unsigned(offset)];
const lane =
  (opcode: number) =>
  (a: Code, index: number): Code => [a, simd(opcode), index];

/** Instructions on 32-bit integers, named as in the WebAssembly specification. */
export const i32 = {
  const: (value: number): Code => [0x41, signed(BigInt(value | 0))],
  load: load([0x28], 2),
  store: store([0x36], 2),
  eqz: unary([0x45]),
  eq: binary([0x46]),
  lt_s: binary([0x48]),
  lt_u: binary([0x49]),
  gt_s: binary([0x4a]),
  ge_s: binary([0x4e]),
  popcnt: unary([0x69]),
  add: binary([0x6a]),
  sub: binary([0x6b]),
  mul: binary([0x6c]),
  and: binary([0x71]),
  or: binary([0x72]),
  shl: binary([0x74]),
  shr_u: binary([0x76]),
  wrap_i64: unary([0xa7]),
  trunc_f64_s: unary([0xaa]),
} as const;

/** Instructions on 64-bit integers. */
export const i64 = {
  extend_i32_s: unary([0xac]),
} as const;

/** Instructions on doubles. */
export const f64 = {
  const: (value: number): Code => [0x44, float64(value)],
  load: load([0x2b], 3),
  store: store([0x39], 3),
  eq: binary([0x61]),
  lt: binary([0x63]),
  gt: binary([0x64]),
  ge: binary([0x66]),
  floor: unary([0x9c]),
  add: binary([0xa0]),
  sub: binary([0xa1]),
  mul: binary([0xa2]),
  div: binary([0xa3]),
  min: binary([0xa4]),
  max: binary([0xa5]),
  convert_i32_s: unary([0xb7]),
} as const;

/** Instructions on vectors as 128 bits. */
export const v128 = {
  load: load(simd(0x00), 3),
  load64_splat: load(simd(0x0a), 3),
  store: store(simd(0x0b), 3),
  const: (low: bigint, high: bigint): Code => [simd(0x0c), int64(low), int64(high)],
  and: binary(simd(0x4e)),
  andnot: binary(simd(0x4f)),
  or: binary(simd(0x50)),
  xor: binary(simd(0x51)),
  /** Bits of `a` where `mask` has ones, of `b` elsewhere. */
  bitselect: (a: Code, b: Code, mask: Code): Code => [a, b, mask, simd(0x52)],
  any_true: unary(simd(0x53)),
} as const;

/** Instructions on vectors of four 32-bit integers. */
export const i32x4 = {
  splat: unary(simd(0x11)),
  extract_lane: lane(0x1b),
  eq: binary(simd(0x37)),
  lt_u: binary(simd(0x3a)),
  bitmask: unary(simd(0xa4)),
  shl: binary(simd(0xab)),
  shr_u: binary(simd(0xad)),
  add: binary(simd(0xae)),
  sub: binary(simd(0xb1)),
  const: (a: number, b: number, c: number, d: number): Code =>
    v128.const(pairOfWords(a, b), pairOfWords(c, d)),
  /** Words of two vectors by number: 0 to 3 of `a`, 4 to 7 of `b`. */
  shuffle: (a: Code, b: Code, words: readonly number[]): Code => shuffle(a, b, words, 4),
} as const;

/** Instructions on vectors of two 64-bit integers. */
export const i64x2 = {
  splat: unary(simd(0x12)),
  const: (value: bigint): Code => v128.const(value, value),
  extract_lane: lane(0x1d),
  all_true: unary(simd(0xc3)),
  bitmask: unary(simd(0xc4)),
  shl: binary(simd(0xcb)),
  shr_u: binary(simd(0xcd)),
  add: binary(simd(0xce)),
  sub: binary(simd(0xd1)),
  lt_s: binary(simd(0xd8)),
} as const;

/** Instructions on vectors of two doubles. */
export const f64x2 = {
  splat: unary(simd(0x14)),
  const: (value: number): Code => [simd(0x0c), float64(value), float64(value)],
  extract_lane: lane(0x21),
  replace_lane: (a: Code, index: number, value: Code): Code => [a, value, simd(0x22), index],
  eq: binary(simd(0x47)),
  ne: binary(simd(0x48)),
  lt: binary(simd(0x49)),
  gt: binary(simd(0x4a)),
  le: binary(simd(0x4b)),
  ge: binary(simd(0x4c)),
  ceil: unary(simd(0x74)),
  floor: unary(simd(0x75)),
  abs: unary(simd(0xec)),
  neg: unary(simd(0xed)),
  sqrt: unary(simd(0xef)),
  add: binary(simd(0xf0)),
  sub: binary(simd(0xf1)),
  mul: binary(simd(0xf2)),
  div: binary(simd(0xf3)),
  min: binary(simd(0xf4)),
  max: binary(simd(0xf5)),
  /** b < a ? b : a */
  pmin: binary(simd(0xf6)),
  /** a < b ? b : a */
  pmax: binary(simd(0xf7)),
  /** Doubles of two vectors by number: 0, 1 of `a`, 2, 3 of `b`. */
  shuffle: (a: Code, b: Code, doubles: readonly number[]): Code => shuffle(a, b, doubles, 8),
} as const;

/** `a` where `test` is not 0, else `b`. */
export const select = (a: Code, b: Code, test: Code): Code => [a, b, test, 0x1b];

/** Do `then` where `test` is not 0, else `otherwise`. */
export const when = (test: Code, then: Code, otherwise: Code = []): Code => [
  test,
  [0x04, 0x40],
  then,
  otherwise.length > 0 ? [0x05, otherwise] : [],
  0x0b,
];

/** Do `body`, and again as long as `test`, computed after it, is not 0. */
export const repeatWhile = (test: Code, body: Code): Code => [
  [0x03, 0x40],
  body,
  test,
  [0x0d, 0x00],
  0x0b,
];

/** Do `body` as long as `test`, computed before it, is not 0. */
export const whileTrue = (test: Code, body: Code): Code => when(test, repeatWhile(test, body));

/** Call a function by its number: imported ones first, then those of the module in order. */
export const call = (index: number, ...operands: readonly Code[]): Code => [
  operands,
  0x10,
  unsigned(index),
];

function shuffle(a: Code, b: Code, parts: readonly number[], width: number): Code {
  const bytes = parts.flatMap((part) =>
    Array.from({ length: width }, (_, byte) => part * width + byte),
  );
  return [a, b, simd(0x0d), bytes];
}

const pairOfWords = (low: number, high: number): bigint =>
  (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);

function int64(value: bigint): Code {
  return Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn));
}
