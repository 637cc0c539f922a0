import type { Code } from "./code.ts";
import { I32, type Local, type Scope, V128 } from "./function-code.ts";
import { f64x2, i32, i64, i64x2, repeatWhile, v128 } from "./instructions.ts";
import { advance } from "./loops.ts";
import { BLOCK_BYTES } from "./memory-map.ts";

/**
 * Where a column's accumulator keeps what it needs and knows, byte by byte: doubles, then the counts of
 * the histogram, 32 bits each, and one more for values that do not count.
 */
export const ACCUMULATOR = {
  centre: 0,
  origin: 8,
  perWidth: 16,
  bins: 24,
  count: 32,
  mean: 40,
  m2: 48,
  min: 56,
  max: 64,
  slots: 72,
} as const;

/** Locals of a pass over a block in pairs of two vectors: four interleaved sums of each kind. */
export interface Pass {
  readonly values: Local;
  readonly accumulator: Local;
  /** Number of draws that count, where not all values do. */
  readonly length: Local | undefined;
  readonly at: Local;
  readonly end: Local;
  readonly value: Local;
  readonly deviation: Local;
  readonly centre: Local;
  readonly sum: readonly Local[];
  readonly squares: readonly Local[];
  readonly min: readonly Local[];
  readonly max: readonly Local[];
  /** Draw numbers of the two lanes. */
  readonly draw: Local;
  readonly mask: Local;
  /** Minus the number of values that count, by lane. */
  readonly uncounted: Local;
}

/** Declare the locals of a pass over `values` for an accumulator at an address. */
export function declarePass(
  scope: Scope,
  values: Local,
  accumulator: Local,
  length: Local | undefined,
): Pass {
  const vector = () => scope.local(V128);
  const two = () => [vector(), vector()];
  return {
    values,
    accumulator,
    length,
    at: scope.local(I32),
    end: scope.local(I32),
    value: vector(),
    deviation: vector(),
    centre: vector(),
    sum: two(),
    squares: two(),
    min: two(),
    max: two(),
    draw: vector(),
    mask: vector(),
    uncounted: vector(),
  };
}

/** A field of the accumulator in both lanes. */
export const splatOf = (accumulator: Local, field: keyof typeof ACCUMULATOR): Code =>
  v128.load64_splat(accumulator.get, ACCUMULATOR[field]);

/** The loop over a pass's values, from the first on; `half` gets 0 and 1 in turn. */
export function eachTwoPairs(pass: Pass, half: (index: number) => Code): Code {
  const { values, at, end } = pass;
  return [
    at.set(values.get),
    end.set(i32.add(values.get, i32.const(BLOCK_BYTES))),
    startMask(pass),
    repeatWhile(i32.lt_u(at.get, end.get), [
      [0, 1].map((index) => [loadValue(pass, index), half(index)]),
      advance(at, 32),
    ]),
  ];
}

function startMask({ length, draw }: Pass): Code {
  return length === undefined ? [] : draw.set(v128.const(0n, 1n));
}

/** Load a pair, and set the mask of its values that count. */
function loadValue({ length, at, value, draw, mask }: Pass, index: number): Code {
  const load = value.set(v128.load(at.get, 16 * index));
  if (length === undefined) return load;
  const finite = f64x2.eq(f64x2.sub(value.get, value.get), f64x2.const(0));
  const within = i64x2.lt_s(draw.get, i64x2.splat(i64.extend_i32_s(length.get)));
  return [load, mask.set(v128.and(finite, within)), draw.set(i64x2.add(draw.get, i64x2.const(2n)))];
}
